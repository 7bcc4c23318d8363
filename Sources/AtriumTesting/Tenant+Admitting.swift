package import Atrium

extension Tenant {
    /// Makes an account a member without any check of permissions, for tests.
    package func admit(
        _ account: AccountID, name: String, address: EmailAddress, assignments: [Assignment], teams: [TeamID]
    ) async throws -> MemberID {
        try await store.write(as: .kernel("settle"), .system) { work in
            try work.admit(account, name: name, address: address, assignments: assignments, teams: teams)
        }
    }
}
