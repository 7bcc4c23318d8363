import Atrium
import AtriumCourses
import Foundation
import TestSupport
import Testing

private func course(
    title: String, description: String = "", language: String? = nil, minutes: Int? = nil, link: String? = nil
) -> Course? {
    (try? CourseID("x")).map {
        Course(id: $0, title: title, description: description, language: language, minutes: minutes, link: link)
    }
}

struct CatalogueTests {
    @Test func `every active member can browse and search, and case and accents do not matter`() async throws {
        try await withCourses { world async throws in
            let ada = Principal.member(world.ada)
            func found(_ text: String?) async throws -> [CourseID] {
                try await world.courses.list(CourseQuery(text: text), as: ada).courses.map(\.id)
            }
            #expect(try await found(nil) == [world.sqlite, world.swift])
            #expect(try await found("START swift") == [world.swift])
            #expect(try await found("ecrire") == [world.sqlite])
            #expect(try await found("A LA CARTE") == [world.sqlite])
            #expect(try await found("swift ecrire") == [])
            #expect(try await found("' OR 1 = 1 --") == [])
            #expect(try await found("%") == [])
            #expect(try await found("101") == [world.swift])
            await #expect(throws: AccessError.self) { try await world.courses.list(as: .visitor) }
        }
    }

    @Test func `a search for a language finds its regions too`() async throws {
        try await withCourses { world async throws in
            for (language, ids) in [("en", [world.swift]), ("EN-gb", [world.swift]), ("e", []), ("fr", [world.sqlite])]
            {
                var query = CourseQuery()
                query.language = language
                #expect(try await world.courses.list(query, as: world.administrator).courses.map(\.id) == ids)
            }
        }
    }

    @Test func `pages follow each other without gap or repetition`() async throws {
        try await withCourses { world async throws in
            for number in 0..<25 {
                let course = Course(id: try CourseID("c\(number)"), title: number % 2 == 0 ? "Same" : "Title \(number)")
                try await world.courses.add(course, as: world.administrator)
            }
            var query = CourseQuery()
            query.limit = 4
            var ids: [CourseID] = []
            repeat {
                let page = try await world.courses.list(query, as: world.administrator)
                ids += page.courses.map(\.id)
                query.cursor = try page.next.map { try .init($0.description) }
            } while query.cursor != nil
            #expect(ids.count == 27 && Set(ids).count == 27)
            query.cursor = CourseQuery.Cursor(after: try CourseID("elsewhere"))
            await #expect(throws: CursorError.gone) { try await world.courses.list(query, as: world.administrator) }
        }
    }

    @Test func `a retired course leaves the catalogue and keeps its learning record`() async throws {
        try await withCourses { world async throws in
            #expect(try await world.record(.enrolled) == .recorded)
            try await world.courses.retire(world.swift, as: world.administrator)
            let shown = try await world.courses.list(as: world.administrator).courses.map(\.id)
            #expect(shown == [world.sqlite])
            let bob = try await world.member("bob")
            await #expect(throws: CourseError.retired) {
                try await world.courses.record(.enrolled, of: bob, in: world.swift, as: world.administrator)
            }
            #expect(try await world.record(.completed) == .recorded)
            #expect(try await world.participation().title == "Swift, from the start")
            try await world.courses.restore(world.swift, as: world.administrator)
            #expect(try await world.courses.list(as: world.administrator).courses.count == 2)
        }
    }

    @Test func `a changed course is found by its new words`() async throws {
        try await withCourses { world async throws in
            var course = try await world.courses.course(world.swift, as: world.administrator)
            course.title = "Concurrency"
            try await world.courses.change(course, as: world.administrator)
            let found = try await world.courses.list(CourseQuery(text: "concurr"), as: world.administrator)
            #expect(found.courses == [course])
            await #expect(throws: CourseError.idTaken) { try await world.courses.add(course, as: world.administrator) }
            await #expect(throws: CourseError.unknown) {
                try await world.courses.change(
                    Course(id: CourseID("none"), title: "None"), as: world.administrator)
            }
        }
    }

    @Test(arguments: [
        (course(title: ""), CourseError.invalidTitle),
        (course(title: " \u{3000}"), .invalidTitle),
        (course(title: "a\nb"), .invalidTitle),
        (course(title: String(repeating: "a", count: 201)), .invalidTitle),
        (course(title: "a\u{2029}b"), .invalidTitle), (course(title: "a\u{202E}b"), .invalidTitle),
        (course(title: "a", description: "\u{2066}x"), .invalidDescription),
        (course(title: "a", description: "\0"), .invalidDescription),
        (course(title: "a", language: "english language"), .invalidLanguage),
        (course(title: "a", minutes: 0), .invalidMinutes),
        (course(title: "a", link: "javascript:alert(1)"), .invalidLink),
        (course(title: "a", link: "https:///x"), .invalidLink),
        (course(title: "a", link: "https://a b"), .invalidLink),
    ])
    func `a course that breaks a rule is refused with that rule's error`(_ course: Course?, _ error: CourseError)
        async throws
    {
        try await withCourses { world async throws in
            let course = try #require(course)
            await #expect(throws: error) { try await world.courses.add(course, as: world.administrator) }
            #expect(try await world.courses.list(as: world.administrator).courses.count == 2)
        }
    }

    @Test(arguments: ["", " ", "a b", "é", "a\n", String(repeating: "x", count: 201)])
    func `a course id is visible ASCII of limited length`(_ text: String) {
        #expect(throws: CourseError.invalidID) { try CourseID(text) }
    }

    @Test func `a course id is encoded as one string, and an invalid one is not decoded`() throws {
        let id = try CourseID("https://learn.example/sqlite")
        #expect(try JSONDecoder().decode([CourseID].self, from: JSONEncoder().encode([id])) == [id])
        for text in ["", "a b", "é", "a\0", "a\u{2028}", String(repeating: "x", count: 201)] {
            func read<Value: LosslessStringConvertible>(_ type: Value.Type) -> Value? { Value(text) }
            #expect(read(CourseID.self) == nil)
            #expect(throws: CourseError.invalidID) { try CourseID(text) }
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode([CourseID].self, from: JSONEncoder().encode([text]))
            }
        }
    }
}
