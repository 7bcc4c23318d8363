public import Atrium

/// One caller in one organization. Renderers do everything through it.
public struct SurfaceSession: Sendable {
    /// The organization.
    public let tenant: Tenant
    /// The surfaces of the platform.
    public let catalogue: SurfaceCatalogue
    /// Who asks.
    public let caller: Caller
    private(set) var knownAnswers: KnownAnswers?

    /// Makes a session.
    public init(_ tenant: Tenant, _ catalogue: SurfaceCatalogue, _ caller: Caller) {
        (self.tenant, self.catalogue, self.caller) = (tenant, catalogue, caller.in(tenant))
    }

    // MARK: - What is offered

    /// A session that asks about each permission once. Use it for one page, and not longer: it does not see what changes
    /// meanwhile. What services decide, they decide without it.
    public func forOnePage() -> SurfaceSession {
        var session = self
        session.knownAnswers = KnownAnswers()
        return session
    }

    /// Whether a surface exists here: its module works in the organization, and its configuration has the surface.
    public func isPresent<S: Surface>(_ type: S.Type) throws -> Bool {
        do { return type.isPresent(in: try S.Provider.service(in: tenant)) } catch is ModuleError { return false }
    }

    private func require<S: Surface>(_ value: S) async throws -> S.Provider.Service {
        if let obstacle = try await obstacles(to: [value])[0] { throw obstacle }
        return try S.Provider.service(in: tenant)
    }

    // MARK: - What is shown

    /// A page of a table. Throws ``Obstacle`` if the caller may not see it.
    public func page<T: Table>(of table: T, _ request: PageRequest = PageRequest()) async throws -> Page<T.Row> {
        try await table.page(request, in: require(table), for: caller)
    }

    /// All rows of a table, page by page.
    public func forEachPage<T: Table>(of table: T, _ body: (Page<T.Row>) async throws -> Void) async throws {
        var request = PageRequest(limit: 1000)
        repeat {
            let page = try await page(of: table, request)
            try await body(page)
            request.cursor = page.next
        } while request.cursor != nil
    }

    /// The blocks of a sheet, without acts and links that are not offered to the caller. Throws ``Obstacle`` if the caller may
    /// not see the sheet.
    public func blocks<S: Sheet>(of sheet: S) async throws -> [Block] {
        let blocks = try await sheet.blocks(in: require(sheet), for: caller)
        let targets = blocks.compactMap(\.target)
        var obstacles = try await self.obstacles(to: targets)[...]
        return blocks.filter { $0.target == nil || obstacles.removeFirst() == nil }
    }

    /// The choices of a field; `nil` if anything can be written, if there are more than ``Choices/most``, or if another field has
    /// to be filled in before.
    public func choices<Subject>(of field: AnyField<Subject>, _ input: FormInput) async throws -> [Choice]? {
        if case .choice(let choices) = field.shape { return choices }
        if case .order(let choices) = field.shape { return choices }
        guard let choices = field.choices else { return nil }
        guard choices.after.allSatisfy({ input.texts[$0]?.contains { !$0.isEmpty } == true }) else { return nil }
        let found = try await choices.list(tenant, caller, input)
        return found.count > Choices.most ? nil : found
    }

    /// What people read instead of a text of a field; `nil` if the caller may not see it, or if it names nothing.
    public func name<Subject>(of text: String, in field: AnyField<Subject>) async throws -> Words? {
        guard let naming = field.naming else {
            return try await choices(of: field, FormInput())?.first { $0.text == text }?.label
        }
        do { return try await naming.name(text, tenant, caller) } catch is any ExplainedError { return nil }
    }

    /// The input with which the form of an act opens. Throws ``Obstacle`` if the caller may not do the act, so that nobody
    /// fills in a form in vain.
    public func opening<A: Act>(_ act: A.Type, _ input: FormInput) async throws -> FormInput {
        let offered = try? A.form.readOffer(input)
        let obstacle =
            if let offered { try await obstacles(to: [offered as any Surface])[0] } else {
                try await obstacles(to: [A.self as any Surface.Type])[0]
            }
        if let obstacle { throw obstacle }
        let service = try A.Provider.service(in: tenant)
        guard let initial = try await A.initial(offered, in: service, for: caller) else { return input }
        return A.form.write(initial)
    }

    // MARK: - What is done

    /// Reads the input and shows what the act would do, or what it asks. Does nothing else.
    public func prepare<A: Act>(_ act: A.Type, _ input: FormInput) async throws -> Answer {
        try await answer(act, input) { act, service in
            if let planned = act as? any PlannedAct { return try await preview(planned) }
            return .question(act.question, stamp: stamp(of: act))
        }
    }

    /// Reads the input and does the act.
    ///
    /// With a `stamp` of ``prepare(_:_:)``, the act is done only if it is still the one that was shown. Otherwise the answer
    /// shows it again. Without a stamp it is done in any case.
    public func perform<A: Act>(_ act: A.Type, _ input: FormInput, stamp: String? = nil) async throws -> Answer {
        try await answer(act, input) { act, service in
            if let planned = act as? any PlannedAct { return try await perform(planned, stamp: stamp) }
            let own = self.stamp(of: act)
            guard stamp == nil || stamp == own else { return .question(act.question, stamp: own) }
            return .done(try await act.perform(in: service, for: caller))
        }
    }

    private func answer<A: Act>(
        _ type: A.Type, _ input: FormInput, _ body: (A, A.Provider.Service) async throws -> Answer
    ) async throws -> Answer {
        let act: A
        do { act = try A.form.read(input) } catch { return .invalid(error) }
        do { return try await body(act, require(act)) } catch let error as InvalidFields {
            return .invalid(error)
        } catch {
            guard let words = Self.explanation(of: error) else { throw error }
            return .refused(words)
        }
    }

    /// What may be told to the caller about an error; `nil` if it is a fault of the program or of the machine.
    public static func explanation(of error: any Error) -> Words? {
        switch error {
        case let error as any ExplainedError: error.words
        case let error as ReactionError: explanation(of: error.cause)
        default: nil
        }
    }

    private func preview<A: PlannedAct>(_ act: A) async throws -> Answer {
        let preview = act.preview(of: try await act.plan(in: A.Provider.service(in: tenant), for: caller))
        return .preview(preview, stamp: preview.stamp(of: act), isChanged: false)
    }

    private func perform<A: PlannedAct>(_ act: A, stamp: String?) async throws -> Answer {
        let service = try A.Provider.service(in: tenant)
        let plan = try await act.plan(in: service, for: caller)
        let preview = act.preview(of: plan)
        let own = preview.stamp(of: act)
        guard stamp == nil || stamp == own, preview.count > 0 else {
            return .preview(preview, stamp: own, isChanged: stamp != nil && stamp != own)
        }
        return .done(try await act.perform(plan, in: service, for: caller))
    }

    private func stamp<A: Act>(of act: A) -> String { Preview(1, act.question).stamp(of: act) }
}

/// The answer to a request to do something.
public enum Answer: Sendable {
    /// The input has faults.
    case invalid(InvalidFields)
    /// The act is refused, for this reason. Nothing was done.
    case refused(Words)
    /// The act asks this before it is done. The question may be empty.
    case question(Words, stamp: String)
    /// This is what the act would do. `isChanged` means that something else was confirmed, and nothing was done.
    case preview(Preview, stamp: String, isChanged: Bool)
    /// The act was done.
    case done(Outcome)
}
