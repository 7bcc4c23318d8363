import Atrium
import AtriumSurfaces
import AtriumTerminal
import AtriumTesting
import Foundation

/// Somebody in an organization: what the declared surfaces show to them, and what they can do there.
///
/// Every renderer (pages, commands, the interface for programs) goes the same way. So what a person meets here, they meet
/// everywhere.
struct Person: Sendable {
    let test: TemporaryPlatform
    let tenant: Tenant
    let principal: Principal
    let catalogue: SurfaceCatalogue
    /// The language in which the person reads.
    var language = Language.english

    /// What is filled in, by the names of the fields. A name can come several times.
    typealias Fields = KeyValuePairs<String, any CustomStringConvertible & Sendable>

    /// The member that the person is here.
    var id: MemberID {
        get throws {
            guard let id = principal.member else { throw MemberError.unknown }
            return id
        }
    }

    /// A session for one request.
    var session: SurfaceSession {
        let now = test.clock.now
        let caller = Caller(
            principal, request: "\(UUID())", now: now, timeZone: .gmt, language: language)
        return SurfaceSession(tenant, catalogue, caller)
    }

    // MARK: - What is offered

    /// The paths of the surfaces to which an area leads the person.
    func offered(in area: Area) async throws -> Set<String> {
        Set(try await session.surfaces(in: area).map { $0.path })
    }

    /// The paths of what is offered on the page of a team.
    func offered(on team: TeamID) async throws -> Set<String> {
        try await offered(catalogue.offers(on: team))
    }

    /// The paths of what is offered on the page of a member, and on the member's row in the list of members.
    func offered(on member: MemberID) async throws -> Set<String> {
        let row = try await session.page(of: MembersTable(state: nil)).rows.first { $0.id == member }
        let onRow = row.map { catalogue.offers(on: $0, of: MembersTable.self) } ?? []
        return try await offered(catalogue.offers(on: member) + onRow)
    }

    private func offered(_ values: [any Surface]) async throws -> Set<String> {
        let obstacles = try await session.obstacles(to: values)
        return Set(zip(values, obstacles).filter { $0.1 == nil }.map { type(of: $0.0).path })
    }

    /// The permission that the person lacks for a surface, with what is filled in; `nil` if it is offered.
    func lacks(_ path: String, _ fields: Fields = [:]) async throws -> Permission? {
        func value<S: Surface>(_ type: S.Type) -> (any Surface)? { try? type.form.readOffer(Self.input(fields)) }
        let type = try surface(path)
        guard let value = value(type) else { return try await session.obstacles(to: [type])[0]?.permission }
        return try await session.obstacles(to: [value])[0]?.permission
    }

    // MARK: - Reading and doing

    /// What a table or a sheet shows, as text. Throws `Obstacle` if the person may not see it.
    func reads(_ path: String, _ fields: Fields = [:]) async throws -> String {
        try await reads(path, Self.input(fields))
    }

    /// The same for an input that is written already.
    func reads(_ path: String, _ input: FormInput) async throws -> String {
        // A command at a terminal is the same in every language. So surfaces have no name here.
        let renderer = try await TerminalRenderer(session) { _ in "" }
        func read<T: Table>(_ type: T.Type) async throws -> String {
            try await renderer.text(of: type.form.read(input))
        }
        func read<S: Sheet>(_ type: S.Type) async throws -> String {
            try await renderer.text(of: type.form.read(input))
        }
        let type = try surface(path)
        if let table = type as? any Table.Type { return try await read(table) }
        if let sheet = type as? any Sheet.Type { return try await read(sheet) }
        throw UnknownSurface(path: path)
    }

    /// What an act would do or asks, as text. Throws ``Refused``.
    func prepares(_ path: String, _ fields: Fields = [:]) async throws -> String {
        try await prepares(path, Self.input(fields))
    }

    /// The same for an input that is written already.
    func prepares(_ path: String, _ input: FormInput) async throws -> String {
        try await text(of: session.prepare(act(path), input))
    }

    /// Does an act, and returns what it answers, as text. Throws ``Refused`` if nothing is done.
    @discardableResult
    func does(_ path: String, _ fields: Fields = [:]) async throws -> String {
        try await does(path, Self.input(fields))
    }

    /// The same for an input that is written already.
    @discardableResult
    func does(_ path: String, _ input: FormInput) async throws -> String {
        let answer = try await session.perform(act(path), input)
        let text = try await text(of: answer)
        guard case .done = answer else { throw Refused(Words(verbatim: text)) }
        return text
    }

    private func text(of answer: Answer) async throws -> String {
        switch answer {
        case .refused(let words): throw Refused(words)
        case .invalid(let faults): throw faults
        case .question, .preview, .done: try await TerminalRenderer(session).text(of: answer)
        }
    }

    private func act(_ path: String) throws -> any Act.Type {
        guard let act = try surface(path) as? any Act.Type else { throw UnknownSurface(path: path) }
        return act
    }

    private func surface(_ path: String) throws -> any Surface.Type {
        guard let type = catalogue.surface(path) else { throw UnknownSurface(path: path) }
        return type
    }

    private static func input(_ fields: Fields) -> FormInput {
        FormInput(Dictionary(fields.map { ($0.key, [$0.value.description]) }, uniquingKeysWith: +))
    }
}

/// Why an act is not done, as people read it.
struct Refused: Error, Equatable {
    let words: Words

    init(_ words: Words) { self.words = words }
    init(_ error: some ExplainedError) { words = error.words }

    static func == (one: Refused, other: Refused) -> Bool { one.words.description == other.words.description }
}

/// A test names a surface that does not exist, or that is of another kind.
struct UnknownSurface: Error { let path: String }
