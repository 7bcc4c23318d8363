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
        /// An entry above has the same address.
        case duplicate
        case alreadyMember
        /// The person is a deactivated member: reactivate instead.
        case deactivated
        case alreadyInvited
        case noSeatLeft
        case invalid(EmailAddress.Fault)
    }

    /// The addresses to which invitations would go.
    public var ready: [EmailAddress] {
        lines.compactMap { $0.verdict == .ready ? try? $0.entry.address.get() : nil }
    }
}
