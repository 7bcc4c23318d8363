internal import Atrium
public import AtriumSurfaces

extension Seats: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [SeatsSheet.self, SetSeatLimit.self, PremiumSheet.self]
}

/// How many seats there are, and who holds them.
struct SeatsSheet: Sheet {
    typealias Provider = Seats
    static let name: SurfaceName = "seats"
    static let title: Words = "Seats"
    static let help: Words = "Each active member uses a seat, and each pending invitation reserves one."
    static let needs = Need<Self>(.viewSeats)
    static let places: [Place<Self>] = [.area(.administration, after: ChangeSettings.self)]
    static let form = Form<Self>(Self.init)

    func blocks(in service: SeatService, for caller: Caller) async throws -> [Block] {
        let balance = try await service.balance(as: caller.principal)
        return [
            .facts([
                Fact("Used by active members", balance.used), Fact("Reserved for invitations", balance.reserved),
                Fact("Free", balance.free.map { "\($0)" as Words } ?? "unlimited"),
                Fact("Limit", balance.limit.map { "\($0)" as Words } ?? "\(context: "limit")none"),
            ]), .text("Every active member has premium, until the membership ends or is deactivated."),
            .link(MembersTable()),
        ]
    }
}

/// What the organization gives the reader.
struct PremiumSheet: Sheet {
    typealias Provider = Seats
    static let name: SurfaceName = "premium"
    static let title: Words = "Premium"
    static let help: Words = "What your organization gives you, and until when."
    static let needs = Need<Self>(.viewOwnSeat, in: .anywhere)
    static let places: [Place<Self>] = [.area(.home)]
    static let form = Form<Self>(Self.init)

    func blocks(in service: SeatService, for caller: Caller) async throws -> [Block] {
        let seat = try await service.ownSeat(as: caller.principal)
        return [
            .facts([
                Fact("Given by", seat.organization), Fact("Since", seat.since),
                Fact("Until", "your membership ends" as Words),
            ])
        ]
    }
}

/// Sets the number of seats.
struct SetSeatLimit: Act {
    let limit: Int

    typealias Provider = Seats
    static let name: SurfaceName = "set-limit"
    static let title: Words = "Set the limit"
    static let needs = Need<Self>(.setSeatLimit)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(SeatsSheet.self)]
    static let form = Form(Self.init, Field("limit", \.limit, .integer(0...1_000_000_000), "Seats"))

    func perform(in service: SeatService, for caller: Caller) async throws -> Outcome {
        try await service.setLimit(limit, as: caller.principal)
        return Outcome("The limit is \(limit, "seat", "seats").", next: SeatsSheet())
    }
}
