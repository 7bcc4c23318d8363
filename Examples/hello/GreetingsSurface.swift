internal import Atrium
public import AtriumSurfaces

extension Greetings: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [GreetingsTable.self, AddGreeting.self]
}

/// The greetings of all members.
struct GreetingsTable: Table {
    typealias Provider = Greetings
    static let name: SurfaceName = "greetings"
    static let title: Words = "Greetings"
    static let help: Words = "What the members added, the newest first."
    static let whenEmpty: Words = "Nobody has added anything."
    static let needs = Need<Self>(.useGreetings)
    static let places: [Place<Self>] = [.area(.home)]
    static let form = Form<Self>(Self.init)
    static let columns: [Column<Greeting>] = [
        Column("text", "Text", \.text), Column("added", "Added", \.addedAt),
    ]

    func page(
        _ request: PageRequest, in service: GreetingService, for caller: Caller
    ) async throws -> Page<Greeting> {
        try page(of: await service.list(as: caller.principal), request)
    }
}

/// Adds a text.
struct AddGreeting: Act {
    let text: String

    typealias Provider = Greetings
    static let name: SurfaceName = "add-greeting"
    static let title: Words = "Add"
    static let needs = Need<Self>(.useGreetings)
    static let repetition = Repetition.byRequest
    static let places: [Place<Self>] = [.beside(GreetingsTable.self)]
    static let form = Form(Self.init, Field("text", \.text, .line, "Text"))

    func perform(in service: GreetingService, for caller: Caller) async throws -> Outcome {
        try await service.add(text, id: caller.identity(), as: caller.principal)
        return Outcome("It is added.", next: GreetingsTable())
    }
}
