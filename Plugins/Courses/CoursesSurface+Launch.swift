internal import Atrium
internal import AtriumSurfaces

extension Courses {
    /// What people can learn.
    static let launchSteps = [
        LaunchStep(
            "catalogue", .prepare, "Fill the catalogue",
            advice: "Managers and members look for courses here. Show it to the managers first.", at: CatalogueTable(),
            of: Self.self
        ) { service, caller in
            var query = CourseQuery()
            query.limit = 1
            let isEmpty = try await service.list(query, as: caller.principal).courses.isEmpty
            return isEmpty ? .open("There is no course yet.") : .done("It has courses.")
        }
    ]
}
