public import Atrium

/// What inviting would do, or did, with each address. A preview sends nothing.
public struct InvitationPreview: Sendable {
    /// One line for each entry, in the order of the entries.
    public internal(set) var lines: [Line]

    /// One entry, and what happens to it.
    public struct Line: Sendable {
        /// The address as it was pasted.
        public let entry: AddressList.Entry
        /// Whether the address is invited, and if not, why.
        public let verdict: Verdict
    }

    /// Whether an address is invited. Only ``ready`` and ``comesBack`` are.
    public enum Verdict: Sendable, Equatable {
        /// The person is new and a seat is free.
        case ready
        /// An active member whose account was lost. By accepting, they get their place back. The invitation takes no seat.
        case comesBack
        /// An entry above has the same address.
        case duplicate
        /// An active member has the address. A member whose account was lost also counts, if they rank higher than the inviter
        /// or if one of their roles and the invitation's role exclude each other.
        case alreadyMember
        /// The person is a deactivated member. Reactivate them instead.
        case deactivated
        /// An invitation to the address is pending.
        case alreadyInvited
        /// No seat is free after those that the lines above take.
        case noSeatLeft
        /// The text is not a valid address.
        case invalid(EmailAddress.Fault)
    }

    /// The addresses that get an invitation.
    public var ready: [EmailAddress] {
        lines.compactMap { $0.verdict.isInvited ? try? $0.entry.address.get() : nil }
    }
}

extension InvitationPreview.Verdict {
    var isInvited: Bool { self == .ready || self == .comesBack }
}
