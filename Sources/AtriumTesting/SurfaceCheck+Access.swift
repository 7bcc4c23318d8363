internal import Atrium
internal import AtriumSurfaces

/// Compares what is offered with what the service answers.
extension SurfaceCheck {
    func access<S: Surface>(
        to type: S.Type, _ name: String, _ session: SurfaceSession
    ) async throws -> [String] {
        guard try session.isPresent(type) else { return [] }
        var faults: [String] = []
        for variant in 0..<variants(of: type) {
            let input = input(for: type, variant: variant, isDistinct: false)
            guard let value = try? S.form.read(input) else { continue }
            let obstacle = try await session.obstacles(to: [value as any Surface])[0]
            let sample = "with sample \(variant + 1)"
            if obstacle == nil {
                faults += try await choices(of: type, input, session).map { "\($0) to the \(name) \(sample)" }
            }
            let refusal = await refusal(of: value, session.caller)
            switch (obstacle, refusal) {
            case (nil, .permission(let missing)):
                faults.append("\(S.path) is offered to the \(name) \(sample), and refused: '\(missing)'")
            case (_?, .none): faults.append("\(S.path) is not offered to the \(name) \(sample), and not refused")
            case (_?, .permission(let missing)) where !S.needs.permissions.contains { $0.id == missing }:
                faults.append("\(S.path) needs \(S.needs.permissions), but its service asks for '\(missing)'")
            default: break
            }
            if case .none = refusal, let table = value as? any Table {
                faults += try await pages(of: table, session.caller).map { "\($0), to the \(name) \(sample)" }
            }
        }
        return faults
    }

    /// Fields whose choices are refused. A page with such a field is refused as a whole.
    private func choices<S: Surface>(
        of type: S.Type, _ input: FormInput, _ session: SurfaceSession
    ) async throws -> [String] {
        var faults: [String] = []
        for field in S.form.fields {
            do { _ = try await session.choices(of: field, input) } catch let error as AccessError {
                faults.append("the choices of '\(field.name)' of \(S.path) are refused: '\(error.permission)'")
            }
        }
        return faults
    }

    /// Whether pages of one row give the rows of a page of many. Only the first rows are compared.
    private func pages<T: Table>(of table: T, _ caller: Caller) async throws -> [String] {
        let service = try T.Provider.service(in: tenant)
        let all = try await table.page(PageRequest(limit: 5), in: service, for: caller)
        if all.rows.count > 5 { return ["\(T.path) gives \(all.rows.count) rows for a page of 5"] }
        for column in T.columns + T.fileColumns {
            if let row = all.rows.first(where: { !column.cell($0).fits(column.kind) }) {
                return ["\(T.path): the column '\(column.name)' is of \(column.kind), but has \(column.cell(row))"]
            }
        }
        var (rows, request) = ([T.Row](), PageRequest(limit: 1))
        repeat {
            let page = try await table.page(request, in: service, for: caller)
            if page.rows.count > 1 { return ["\(T.path) gives \(page.rows.count) rows for a page of 1"] }
            rows += page.rows
            request.cursor = page.next
        } while request.cursor != nil && rows.count < all.rows.count
        let (one, many) = (rows.map { "\(T.id(of: $0))" }, all.rows.map { "\(T.id(of: $0))" })
        return one == many ? [] : ["\(T.path) gives other rows page by page"]
    }

    private func variants<S: Surface>(of type: S.Type) -> Int {
        S.form.fields.compactMap { samples[Self.noun(of: $0.shape)]?.count }.max() ?? 1
    }

    private enum Refusal {
        case none
        /// The service misses this permission.
        case permission(String)
        /// The service refuses it otherwise. So it answers a foreign id as an unknown one.
        case other
    }

    private func refusal(of value: any Surface, _ caller: Caller) async -> Refusal {
        do {
            if let table = value as? any Table { try await show(table, caller) }
            if let sheet = value as? any Sheet { try await show(sheet, caller) }
            if let act = value as? any Act { try await perform(act, caller) }
            return .none
        } catch { return (error as? AccessError).map { .permission($0.permission) } ?? .other }
    }

    private func show<T: Table>(_ table: T, _ caller: Caller) async throws {
        _ = try await table.page(PageRequest(), in: T.Provider.service(in: tenant), for: caller)
    }

    private func show<S: Sheet>(_ sheet: S, _ caller: Caller) async throws {
        _ = try await sheet.blocks(in: S.Provider.service(in: tenant), for: caller)
    }

    private func perform<A: Act>(_ act: A, _ caller: Caller) async throws {
        let service = try A.Provider.service(in: tenant)
        _ = try await A.initial(act, in: service, for: caller)
        _ = try await act.perform(in: service, for: caller)
    }
}
