internal import Atrium
internal import AtriumSurfaces

extension Suggestions {
    /// What people are to begin with.
    static let launchSteps = [
        LaunchStep(
            "suggest", .tell, "Suggest courses",
            advice: "A suggestion to a team also counts for those who join later.", at: SuggestionsTable(),
            of: Self.self
        ) { service, caller in
            var query = SuggestionQuery()
            query.limit = 1
            let isEmpty = try await service.list(query, as: caller.principal).suggestions.isEmpty
            return isEmpty ? .open("Nothing is suggested yet.") : .done("Courses are suggested.")
        }
    ]
}
