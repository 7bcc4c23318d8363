import Foundation

/// Learning activities of 1,000 people in ten courses, over two years. Each follows from its number.
struct Activities: Sendable {
    static let people = 1_000
    static let teams = 20
    static let courses = 10
    static let months = 24
    /// 2024-01-01 in UTC, in seconds.
    static let start = 1_704_067_200

    let count: Int

    struct Activity: Sendable {
        let id: String
        let person: Int
        let course: Int
        let day: Int
        let minutes: Int
    }

    subscript(number: Int) -> Activity {
        Activity(
            id: "activity-\(number)", person: number * 7 % Self.people, course: number / Self.people % Self.courses,
            day: number * (Self.months * 30) / count, minutes: number % 90)
    }

    static func email(of person: Int) -> String { "person-\(person)@acme.example" }

    /// A CSV file with the enrolment of each of these people in each course.
    static func enrolments(of people: Int = people) -> [UInt8] {
        var csv = "id,email,course,event,date\n"
        for person in 0..<people {
            for course in 0..<courses {
                csv += "enrolment-\(person)-\(course),\(email(of: person)),course-\(course),enrolled,2024-01-01\n"
            }
        }
        return Array(csv.utf8)
    }

    /// A CSV file with a part of the activities.
    func csv(_ numbers: Range<Int>) -> [UInt8] {
        var csv = "id,email,course,event,date,minutes\n"
        for number in numbers {
            let activity = self[number]
            let date = Self.dates[activity.day]
            csv += "\(activity.id),\(Self.email(of: activity.person)),course-\(activity.course),activity,\(date)"
            csv += ",\(activity.minutes)\n"
        }
        return Array(csv.utf8)
    }

    /// Each day as `YYYY-MM-DD`.
    private static let dates: [String] = (0...months * 31).map { day in
        Date(timeIntervalSince1970: Double(start + day * 86_400)).formatted(.iso8601.year().month().day())
    }
}
