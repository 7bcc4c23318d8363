import Atrium
import AtriumMail
import AtriumTesting
import Foundation
import Testing

/// Lets tests write mail as a module does.
struct Postbox: Module {
    static let id: ModuleID = "postbox"
    static let dependencies: [any Module.Type] = [Mail.self]
    static let permissions = [Permission.post]
    static let schema = Schema()

    struct Service: Sendable {
        let store: Store
        let mail: MailService

        func post(_ message: MailMessage, key: String, as principal: Principal, failing: Bool = false) async throws {
            try await store.write(as: principal, .post) { work in
                try mail.enqueue(message, key: key, in: work)
                if failing { throw MailRefusal("the unit failed") }
            }
        }

        /// Writes to a member, like a module that notifies people.
        func post(
            to id: MemberID, _ kind: MailKind? = nil, by author: MemberID? = nil, key: String,
            as principal: Principal
        ) async throws {
            try await store.write(as: principal, .post) { work in
                guard let member = try work.member(id) else { return }
                try mail.enqueue(
                    MailMessage(to: member, kind: kind, by: author, subject: "News", text: "as written"),
                    key: key, in: work)
            }
        }

        func withdraw(_ key: String, as principal: Principal) async throws {
            try await store.write(as: principal, .post) { try mail.withdraw([key], in: $0) }
        }
    }

    func start(in tenant: TenantContext) throws -> Service {
        try tenant.contribute(MailOccasion("test:", "a test"), to: .mailOccasions)
        try tenant.contribute(
            MailCheck("postbox:") { which, work in
                switch which.first {
                case "done": return .withdraw(.outdated)
                case "broken": throw MailRefusal("nobody can tell")
                case "changed":
                    let recipient = try EmailAddress("somebody@else.example")
                    return .rewritten(MailMessage(to: recipient, subject: "New", text: "rewritten"))
                default: return .asWritten
                }
            }, to: .mailChecks)
        return Service(store: tenant.store, mail: try tenant.service(of: Mail.self))
    }
}

extension Permission {
    static let post = Permission("postbox.post", grantedTo: .everyMember)
}

/// A transport that behaves as a test says, and keeps what it takes.
final class TestTransport: MailTransport {
    enum Behaviour { case take, refuse, fail }

    /// A send to this address hangs until it is released, and then fails.
    static let deaf = "deaf@acme.example"
    /// A send to this address hangs until it is released, and then succeeds.
    static let slow = "slow@acme.example"

    private let state = Locked<(behaviour: Behaviour, taken: [OutgoingMail])>((.take, []))
    private let hanging = Locked<[CheckedContinuation<Void, Never>]>([])

    var behaviour: Behaviour {
        get { state.withLock(\.behaviour) }
        set { state.withLock { $0.behaviour = newValue } }
    }

    var taken: [OutgoingMail] { state.withLock(\.taken) }

    /// The number of sends that hang now.
    var hangingCount: Int { hanging.withLock { $0.count } }

    func release() {
        for continuation in hanging.withLock({ $0 }) { continuation.resume() }
        hanging.withLock { $0 = [] }
    }

    func send(_ mail: OutgoingMail) async throws {
        if [Self.deaf, Self.slow].contains(mail.recipient.description) {
            await withCheckedContinuation { continuation in hanging.withLock { $0.append(continuation) } }
            if mail.recipient.description == Self.deaf { throw CancellationError() }
        }
        try state.withLock { state in
            switch state.behaviour {
            case .take: state.taken.append(mail)
            case .refuse: throw MailRefusal("no such mailbox")
            case .fail: throw CocoaError(.fileWriteUnknown)
            }
        }
    }
}

/// An organization that can write mail.
struct WritingOrganization {
    let test: TemporaryPlatform
    let tenant: Tenant
    let transport: TestTransport
    let founder: Principal

    var mail: MailService { get throws { try tenant[Mail.self] } }

    func post(_ text: String, key: String, to address: String = "ada@acme.example") async throws {
        let message = MailMessage(to: try EmailAddress(address), subject: "News", text: text)
        try await tenant[Postbox.self].post(message, key: key, as: founder)
    }

    func member(_ name: String) async throws -> MemberID {
        try #require(try await test.member("\(name)@acme.example", name: name, in: tenant).member)
    }

    func states() async throws -> [MailState] { try await mail.list(as: founder).map(\.state) }
}

func withMail(
    timeLimit: Duration = .seconds(120), through other: (any MailTransport)? = nil,
    observer: any Observer = Delays(), beside others: [any Module] = [],
    _ body: (WritingOrganization) async throws -> Void
) async throws {
    let transport = TestTransport()
    defer { transport.release() }
    var mail = Mail(sender: try EmailAddress("no-reply@acme.example"), transport: other ?? transport)
    mail.timeLimit = timeLimit
    mail.optOutLink = { "https://acme.example/mail?token=\($0)" }
    let modules: [any Module] = [mail, Postbox()] + others
    try await withTemporaryPlatform(modules, configure: { $0.observer = observer }) { test in
        let tenant = try await test.organization()
        let account = try #require(try await test.platform.account(EmailAddress("founder@acme.example")))
        try await body(
            WritingOrganization(
                test: test, tenant: tenant, transport: transport, founder: try await tenant.principal(for: account)))
    }
}

/// Collects what the mail module reports about its transport.
final class Delays: Observer {
    let seen = Locked<[MailDelay]>([])

    func observe(_ event: TelemetryEvent) {
        guard case .workFailed(_, "mail", "deliver mail", let delay as MailDelay) = event else { return }
        seen.withLock { $0.append(delay) }
    }
}
