import Atrium
import AtriumSeats
import AtriumTesting
import Testing

struct SeatsModuleTests {
    @Test func `the module keeps the rules of modules`() async throws {
        try await verifyModule(
            Seats(defaultLimit: 10),
            operations: [
                .init("see the balance", needs: .viewSeats) { _ = try await $0.service.balance(as: $1) },
                .init("see one's own seat", as: \.ada, needs: .viewOwnSeat) {
                    _ = try await $0.service.ownSeat(as: $1)
                },
            ]
        ) { world in
            world.keeps("the balance") { try await $0.service.balance(as: $0.administrator) }
        }
    }
}
