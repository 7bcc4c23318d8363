/// Why an act on a team is refused. Each case says what to do instead.
public enum TeamError: String, ExplainedError {
    /// No team of this organization has the id.
    case unknown = "there is no such team in this organization; look it up again"
    /// The team is archived, and the act needs an open one.
    case archived = "the team is archived; choose another or create one"
    /// The team is open already.
    case notArchived = "the team is not archived; there is nothing to do"
    /// Another team that is not archived has the name.
    case nameTaken = "another team has this name; choose a different one, or rename that team first"
    /// The member is in the team now.
    case alreadyIn = "the member is in the team already; there is nothing to do"
    /// The member is not in the team now.
    case notIn = "the member is not in the team; look the membership up again"
}
