public import Atrium
import AtriumCourses
public import AtriumTesting

/// What happens in the learning record, for modules that follow it: `verifyModule(…, acts: learningActs())`. Each act can be
/// refused, and each gives the same in every organization.
public func learningActs<M: Module>() -> KeyValuePairs<String, @Sendable (ModuleWorld<M>) async throws -> Void> {
    [
        "a course is added": { world in
            try await world[Courses.self].add(
                Course(id: CourseID("acted"), title: "Acted"), as: world.administrator)
        },
        "Bob enrols": { try await record(.enrolled, of: $0.bob.id, in: $0) },
        "Bob completes the course": { try await record(.completed, of: $0.bob.id, in: $0) },
        "Ada enrols": { try await record(.enrolled, of: $0.ada.id, in: $0) },
        "Ada completes the course": { try await record(.completed, of: $0.ada.id, in: $0) },
        "an older completion of Ada is voided": { world in
            let courses = try world[Courses.self]
            for participation in try await courses.participations(of: world.ada.id, as: world.administrator)
            where participation.course.description != "acted" {
                let entries = try await courses.entries(
                    of: world.ada.id, in: participation.course, as: world.administrator)
                guard let last = entries.last(where: { $0.learning == .completed }) else { continue }
                return try await courses.void(last.id, of: world.ada.id, as: world.administrator)
            }
        },
        "the course is retired": { world in
            try await world[Courses.self].retire(CourseID("acted"), as: world.administrator)
        },
    ]
}

private func record<M: Module>(_ learning: Learning, of member: MemberID, in world: ModuleWorld<M>) async throws {
    try await world[Courses.self].record(learning, of: member, in: CourseID("acted"), as: world.administrator)
}
