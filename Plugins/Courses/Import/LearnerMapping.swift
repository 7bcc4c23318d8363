public import Atrium

/// Maps a name in imported lines to a member.
public struct LearnerMapping: Sendable, Equatable {
    /// A member, by the id or the address that the integrator knows.
    public enum Target: Sendable, Equatable {
        /// The member with this id.
        case member(MemberID)
        /// The member who has this address when the mapping is applied.
        case address(EmailAddress)

        func find(in work: UnitOfWork) throws -> MemberID {
            let member =
                switch self {
                case .member(let id): try work.member(id)
                case .address(let address): try work.member(address: address)
                }
            guard let member else { throw MemberError.unknown }
            return member.id
        }
    }

    /// The name as the holding list has it, such as `account:https://lms.example 4711`. Personal data.
    public let learner: String
    /// The member whom the name means.
    public let target: Target

    /// Maps a name from the holding list. The address after `mailto:` may be in any letter case.
    public init(_ learner: String, to target: Target) {
        self.learner = Learner(identity: learner).address.map { Learner($0).identity } ?? learner
        self.target = target
    }

    /// Maps an xAPI account, given by its two parts, for a list that another system exports.
    public init(account name: String, at homePage: String, to target: Target) {
        self.init("account:\(homePage) \(name)", to: target)
    }
}

/// The result of mapping pairs of names and members.
public struct MappingReport: Sendable, Equatable {
    /// A pair that was not mapped, and why.
    public struct Refusal: Sendable, Equatable {
        /// The pair's position among the given pairs, from 0.
        public let position: Int
        /// A sentence with the rule and the remedy, without personal data.
        public let reason: Words
    }

    /// How many pairs were mapped.
    public internal(set) var mapped = 0
    /// The pairs that were not mapped, in the order in which they were given.
    public internal(set) var refused: [Refusal] = []
    /// What happened to the lines that waited. Their line numbers are their positions among the lines of the same name.
    public internal(set) var lines = ImportReport()

    /// A report about no pairs.
    public init() {}
}
