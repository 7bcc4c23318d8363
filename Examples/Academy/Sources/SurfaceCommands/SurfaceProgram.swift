public import Atrium
public import AtriumSurfaces
import AtriumTerminal
public import Foundation

/// A program whose commands are the surfaces of a platform. It names no module.
///
/// A person who can read and write the data folder can act in the name of everybody, because `--as` proves nothing. So only
/// those people may start it who run the platform.
public struct SurfaceProgram: Sendable {
    /// What people type to start it.
    let name: String
    let names: CommandNames
    private let others: [(name: String, title: String)]
    private let now: @Sendable () -> Date
    private let connect: @Sendable (_ folder: String) async throws -> Platform
    private let disconnect: @Sendable (Platform) async -> Void

    /// A program called `name`. It may have commands `beside` those of the catalogue, which help lists. `connect` opens a data
    /// folder, and `disconnect` closes the platform after the command. Help and completions need the catalogue alone.
    public init(
        name: String, catalogue: SurfaceCatalogue, beside others: [(name: String, title: String)] = [],
        now: @escaping @Sendable () -> Date = { .now },
        connect: @escaping @Sendable (_ folder: String) async throws -> Platform,
        disconnect: @escaping @Sendable (Platform) async -> Void = { await $0.close() }
    ) {
        (self.name, names, self.others, self.now) = (name, CommandNames(catalogue), others, now)
        (self.connect, self.disconnect) = (connect, disconnect)
    }

    /// Runs one command. `arguments` are those after the program's name.
    public func run(_ arguments: [String], on console: Console) async -> ExitStatus {
        do {
            return try await answer(Invocation(arguments, names, console.environment, program: name), on: console)
        } catch {
            let (status, message) = Self.explained(error)
            for line in message.split(separator: "\n") { console.note("\(name): \(TextColumns.safe(String(line)))") }
            return status
        }
    }

    private func answer(_ invocation: Invocation, on console: Console) async throws -> ExitStatus {
        switch invocation.command {
        case .completions(let shell):
            try console.print(CompletionScript(name, names, beside: others).text(for: shell))
            return .done
        case .help(let topic):
            let page = HelpPage(program: name, names, beside: others, topic, console)
            guard invocation.value("as") ?? invocation.value("operator") != nil else { return try await page.show(nil) }
            return try await withSession(invocation) { session, _ in try await page.show(session) }
        case .surface(let type):
            return try await withSession(invocation) { session, platform in
                let command = SurfaceCommand(
                    invocation, session, console, naming: { "\(name) \(names.name(of: $0))" },
                    settle: { _ = try await platform.runDue() })
                do { return try await command.run(type) } catch {
                    if Self.explained(error).0 == .refused, session.caller.principal == .visitor {
                        console.note("\(name): nobody is named who asks; add --as ADDRESS")
                    }
                    throw error
                }
            }
        }
    }

    // MARK: - Who, and where

    private func withSession(
        _ invocation: Invocation, _ body: (SurfaceSession, Platform) async throws -> ExitStatus
    ) async throws -> ExitStatus {
        guard let folder = invocation.value("data") else {
            throw CommandFault.usage("where is the data? add --data DIR, or set \(Invocation.variable("data", name))")
        }
        // Opening would make a folder that is not there.
        guard FileManager.default.fileExists(atPath: "\(folder)/directory.db") else {
            throw CommandFault(.notFound, "'\(folder)' is no data folder of a platform; correct --data")
        }
        let platform = try await connect(folder)
        do {
            let status = try await body(session(invocation, platform), platform)
            await disconnect(platform)
            return status
        } catch {
            await disconnect(platform)
            throw error
        }
    }

    private func session(_ invocation: Invocation, _ platform: Platform) async throws -> SurfaceSession {
        let tenant = try await tenant(invocation.value("organization"), platform)
        let principal = try await principal(invocation, platform, tenant)
        // Visitors do not see the settings; moments are shown to them in UTC.
        let zone = try? await tenant.settings.organization(as: principal).timeZone
        let request = invocation.value("request") ?? "command-\(UUID().uuidString.lowercased())"
        let language = try? await tenant.language(as: principal)
        let caller = Caller(
            principal, request: request, now: now(), timeZone: zone ?? .gmt, language: language ?? .english)
        return SurfaceSession(tenant, names.catalogue, caller)
    }

    private func tenant(_ slug: String?, _ platform: Platform) async throws -> Tenant {
        if let slug {
            do { return try await platform.tenant(slug) } catch let error as OrganizationError {
                throw CommandFault(error == .suspended ? .refused : .notFound, "--organization \(slug): \(error)")
            }
        }
        let known = try await platform.organizations(OrganizationQuery(state: .active)).entries
        guard let first = known.first else {
            throw CommandFault(.notFound, "the data folder has no active organization")
        }
        guard known.count == 1 else {
            let slugs = known.prefix(20).compactMap(\.slug?.description).joined(separator: ", ")
            throw CommandFault.usage("which organization? add --organization SLUG, such as \(slugs)")
        }
        return try await platform.tenant(first.id)
    }

    /// Who is not named is a visitor.
    private func principal(
        _ invocation: Invocation, _ platform: Platform, _ tenant: Tenant
    ) async throws -> Principal {
        switch (invocation.value("as"), invocation.value("operator")) {
        case (nil, nil): return .visitor
        case (nil, let name?): return try platform.operator(name)
        case (let address?, nil):
            guard let known = try? EmailAddress(address) else {
                throw CommandFault.usage("--as is an address such as name@example.com")
            }
            guard let account = try await platform.account(known) else {
                throw CommandFault(.notFound, "--as: no account has the address \(known)")
            }
            return try await tenant.principal(for: account)
        default: throw CommandFault.usage("--as and --operator name two; keep one")
        }
    }

    // MARK: - Faults

    private static func explained(_ error: any Error) -> (ExitStatus, String) {
        switch error {
        case let fault as CommandFault: (fault.status, fault.message)
        case let faults as InvalidFields:
            (.usage, TerminalRenderer.lines(of: faults, in: .english).joined(separator: "\n"))
        case OutputError.closed: (.outputClosed, "")
        case OutputError.failed(let reason): (.outputFailed, "the output cannot be written: \(reason)")
        case let error as CursorError: (.usage, "--cursor: \(error)")
        case let error as DatabaseError where error.kind == .busy:
            (.busy, "another process, such as the server, has the data folder open; stop it, or try again later")
        default:
            SurfaceSession.explanation(of: error).map { (.refused, "Refused: \($0)") }
                ?? (.fault, "a fault of the program or of the machine: \(error)")
        }
    }
}
