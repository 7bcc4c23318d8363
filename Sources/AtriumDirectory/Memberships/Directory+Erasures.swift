internal import AtriumStorage
package import AtriumValues

package import struct Foundation.Date

/// Which members were erased. The directory keeps it beside the organizations' files, so that an erasure is done again if an
/// organization's file is restored from an older backup.
extension Directory {
    /// How many members of an organization were erased.
    package func countErasures(in id: ID<Organization>) async throws -> Int {
        try await first("SELECT count(*) FROM kernel_erasure WHERE organization_id = \(id)") ?? 0
    }

    /// The erased members of an organization.
    package func erasures(in id: ID<Organization>) async throws -> Set<ID<Member>> {
        let sql: SQL = "SELECT member_id FROM kernel_erasure WHERE organization_id = \(id)"
        return Set(try await read { try $0.rows(sql, as: ID<Member>.self) })
    }

    /// Records that a member was erased.
    package func noteErasure(of member: ID<Member>, in id: ID<Organization>, at moment: Date) async throws {
        try await run("INSERT INTO kernel_erasure VALUES (\(id), \(member), \(moment)) ON CONFLICT DO NOTHING")
    }

    /// Deletes an account whose member was erased, unless another organization holds it.
    package func forget(_ account: AccountID, of member: ID<Member>, in id: ID<Organization>) async throws {
        try await write { executor in
            try executor.run(
                """
                DELETE FROM kernel_membership
                WHERE (account_id, organization_id, member_id) = (\(account), \(id), \(member))
                """)
            let isHeld = try executor.one(
                "SELECT EXISTS (SELECT 1 FROM kernel_membership WHERE account_id = \(account))", as: Bool.self)
            if isHeld { return }
            for deletion in [
                "DELETE FROM kernel_address_change WHERE account_id = \(account)",
                "DELETE FROM kernel_address_copy WHERE account_id = \(account)",
                "DELETE FROM kernel_released_address WHERE account_id = \(account)",
                "DELETE FROM kernel_address WHERE account_id = \(account)",
                "DELETE FROM kernel_account WHERE id = \(account)",
            ] as [SQL] { try executor.run(deletion) }
        }
    }
}
