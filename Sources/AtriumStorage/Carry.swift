/// What the units of one transaction hand on to each other in memory, so that it is written once and not by each of them.
///
/// A unit that fails hands on what it got. There is one in a transaction: the head of the audit chain.
package protocol Carry {
    /// Writes it before the transaction commits.
    func write(to connection: Connection) throws
}
