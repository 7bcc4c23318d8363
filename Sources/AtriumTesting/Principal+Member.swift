public import Atrium

extension Principal {
    /// The id of the member whose principal it is: a test has person and id in one value. Throws `MemberError.unknown` for
    /// anybody else.
    public var id: MemberID {
        get throws {
            guard let member else { throw MemberError.unknown }
            return member
        }
    }
}
