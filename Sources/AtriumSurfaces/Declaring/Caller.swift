public import Atrium
internal import AtriumSystem
public import Foundation

/// Who asks, when, and through which request.
public struct Caller: Sendable {
    /// In whose name surfaces are shown and acts are done.
    public let principal: Principal
    /// The identity of the request: the same when the request is sent again. An act that is not safe to repeat stores it with
    /// what it makes (``Repetition/byRequest``).
    public let request: String
    /// What tells apart callers who share a principal: the browser of somebody who has not signed in. It is empty for others.
    public let browser: String
    /// The time of the request.
    public let now: Date
    /// The time zone of the organization.
    public let timeZone: TimeZone
    /// The language in which the caller reads.
    public let language: Language
    /// The organization; `nil` outside a session.
    private var tenant: Tenant?

    /// Makes a caller.
    public init(
        _ principal: Principal, request: String, browser: String = "", now: Date, timeZone: TimeZone,
        language: Language = .english
    ) {
        (self.principal, self.request, self.browser) = (principal, request, browser)
        (self.now, self.timeZone, self.language) = (now, timeZone, language)
    }

    /// An identity for what the request makes: the same each time the request is sent. Different principals have different
    /// ones. It is not in the order of time.
    public func identity<Noun>(of noun: Noun.Type = Noun.self) -> ID<Noun> {
        ID(digest: SHA256.digest(of: Array("\(principal)\n\(browser)\n\(request)".utf8)))
    }

    /// The member who asks. Throws `MemberError.unknown` for anyone else.
    public var member: MemberID {
        get throws {
            guard let member = principal.member else { throw MemberError.unknown }
            return member
        }
    }

    /// The caller in an organization. Sessions make it.
    package func `in`(_ tenant: Tenant) -> Caller {
        var caller = self
        caller.tenant = tenant
        return caller
    }

    /// The members that a selection means, as far as the caller sees them, in a few reads. Throws `MemberError.unknown` if a
    /// member was ticked whom the caller does not see.
    public func members(in selection: Selection<MembersTable>) async throws -> [MemberEntry] {
        guard let tenant else { throw MemberError.unknown }
        var (entries, request): ([MemberEntry], _) = ([], PageRequest(limit: 1000))
        switch selection {
        case .ticked(let ids):
            let distinct = Set(ids)
            entries = try await tenant.members.entries(of: distinct, as: principal)
            guard entries.count == distinct.count else { throw MemberError.unknown }
        case .matching(let table):
            repeat {
                let page = try await table.page(request, in: tenant, for: self)
                entries += page.rows
                request.cursor = page.next
            } while request.cursor != nil
        }
        return entries
    }

    /// The day, in the organization's time zone.
    public var today: Day { Day(now, in: timeZone) }
}
