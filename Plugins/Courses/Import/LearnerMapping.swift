public import Atrium

/// Which member a name in imported lines means.
public struct LearnerMapping: Sendable, Equatable {
    /// A member, by what the integrator has at hand.
    public enum Target: Sendable, Equatable {
        case member(MemberID)
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

    /// As the holding list has it, such as `account:https://lms.example 4711`. Personal data.
    public let learner: String
    public let target: Target

    /// A name from the holding list; an address behind `mailto:` in any case.
    public init(_ learner: String, to target: Target) {
        self.learner = Learner(identity: learner).address.map { Learner($0).identity } ?? learner
        self.target = target
    }

    /// An account of xAPI by its two parts, for a list that another system exports.
    public init(account name: String, at homePage: String, to target: Target) {
        self.init("account:\(homePage) \(name)", to: target)
    }
}

/// What became of pairs of names and members.
public struct MappingReport: Sendable, Equatable {
    /// Why a pair was not taken.
    public struct Refusal: Sendable, Equatable {
        /// The pair's place among those given, from 0.
        public let position: Int
        /// A sentence with the rule and the remedy, without personal data.
        public let reason: String
    }

    /// How many pairs are known now.
    public internal(set) var mapped = 0
    public internal(set) var refused: [Refusal] = []
    /// What became of the lines that waited. The line numbers are the places among those of one name.
    public internal(set) var lines = ImportReport()

    public init() {}
}
