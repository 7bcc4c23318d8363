public import Atrium

/// Why somebody is not signed in, or a session is not ended.
public enum SessionError: ExplainedError, Equatable {
    /// The link was used, has expired, or is unknown.
    case invalidLink
    /// The link was opened in another browser than the one that asked for it, and the address was not given or is another one.
    case otherAddress
    /// There were too many attempts. More are possible after this number of seconds.
    case tooMany(retryAfter: Int)
    /// The person has no such session.
    case unknown

    public var words: Words {
        switch self {
        case .invalidLink: "the link was used or is too old; ask for another one"
        case .otherAddress: "the link was mailed to another address; type the address to which it came"
        case .tooMany(let seconds):
            "there were too many attempts; try again in \(max(1, (seconds + 59) / 60), "minute", "minutes")"
        case .unknown: "there is no such session; list the sessions again"
        }
    }
}
