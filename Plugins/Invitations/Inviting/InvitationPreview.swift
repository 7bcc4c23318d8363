public import Atrium

/// What inviting would do with each pasted address; nothing is sent before it is confirmed.
public struct InvitationPreview: Sendable {
    public internal(set) var lines: [Line]

    public struct Line: Sendable {
        public let entry: AddressList.Entry
        public let verdict: Verdict
    }

    public enum Verdict: Sendable, Equatable {
        case ready
        /// An active member whose account was lost: accepting gives them their place back, and takes no seat.
        case comesBack
        /// An entry above has the same address.
        case duplicate
        /// Also one whose account was lost, if they rank higher than the inviter, or if a role of theirs and the invitation's
        /// exclude each other.
        case alreadyMember
        /// The person is a deactivated member: reactivate instead.
        case deactivated
        case alreadyInvited
        case noSeatLeft
        case invalid(EmailAddress.Fault)
    }

    /// The addresses to which invitations would go.
    public var ready: [EmailAddress] {
        lines.compactMap { $0.verdict.isInvited ? try? $0.entry.address.get() : nil }
    }
}

extension InvitationPreview.Verdict {
    var isInvited: Bool { self == .ready || self == .comesBack }
}
