public import Atrium

/// Why the plan of the year is not changed.
public enum PlanError: String, ExplainedError {
    /// The plan has no such entry.
    case unknown = "the plan has no such entry; look it up again"
    /// The entry has another revision than the change or the approval names.
    case changed = "somebody changed the entry since you read it; look at it again, and decide then"
    /// The entry was carried out.
    case done = "the entry was carried out already; add a new one"
    /// The entry is skipped or missed.
    case ended = "the entry is skipped, or its day has passed; change it first"
    /// Something is missing that an entry of this kind needs.
    case incomplete = """
        a message needs a subject and a text, a banner and a review need a text, and a suggestion needs a course; complete the \
        entry before you approve it
        """
    /// The day of the entry has passed.
    case dayPassed = "the day has passed; choose today or a later day"
    /// The day is more than two years ahead.
    case dayTooFar = "an entry is at most two years ahead; choose an earlier day"
    /// The subject is too long, or not one line that shows.
    case invalidSubject = """
        the subject of an entry is one line of at most 200 characters, without control or direction characters; change it
        """
    /// The text is too long or has characters that are not allowed.
    case invalidText = """
        the text of an entry has at most 20,000 characters, and of a suggestion 1,000, no control characters except tabs and \
        line breaks, and no text direction that is overridden or left open; change it
        """
    /// Another plan has one of the months.
    case overlap = "there is a plan for some of these months already; skip its entries, or begin with a later month"
    /// The first month is not one of the next twelve.
    case monthPassed = "a plan begins with one of the next twelve months; choose another month"
    /// More than 1,000 entries wait.
    case tooMany = "at most 1,000 entries of the plan can wait; skip some first"
    /// The entry is no banner that people see.
    case noBanner = "only a banner that was carried out can be taken down; skip an entry that waits"
    /// The principal is not a member.
    case noApprover = "what an entry does is done in the name of a person; approve it as a member"
}
