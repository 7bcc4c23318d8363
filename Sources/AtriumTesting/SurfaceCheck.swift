public import Atrium
internal import AtriumSurfaces
public import Foundation

/// Checks the rules that every surface has to keep. The tests of a module run it with an organization that has some data: at
/// least two rows in each table.
///
/// ```swift
/// let check = SurfaceCheck(of: test.platform, in: acme, samples: ["member": ["\(ada)"], "team": ["\(north)"]])
/// #expect(try await check.faults(as: ["administrator": founder, "member": .member(ada)], now: test.clock.now) == [])
/// ```
///
/// It finds:
///
/// - names that are wrong or used twice, and places after surfaces that do not exist;
/// - fields that are read into another property than the one from which they are written, and input that traps;
/// - cells of another kind than their column's, which documents and files announce;
/// - surfaces that are offered but whose service refuses them, and the reverse. It shows every table and every sheet, and does
///   every act, with every sample, in the name of every principal;
/// - tables that give more rows than a page may have, or other rows page by page than at once.
///
/// The acts really take place. So give it an organization that the test does not use for anything else.
public struct SurfaceCheck: Sendable {
    private let tenant: Tenant
    private let catalogue: SurfaceCatalogue
    private let samples: [String: [String]]
    private let file: [UInt8]
    private let paths: Set<String>?

    /// Makes a check of all surfaces of a platform, or of those of one module.
    ///
    /// `samples` has texts for fields that refer to something, by the noun: `member`, `team`, `course` and so on; for rows of a
    /// table, by the path of the table. Name some that the principals may see, and some that they may not. `file` is the content
    /// of each upload.
    public init(
        of platform: Platform, in tenant: Tenant, module: ModuleID? = nil,
        samples: [String: [String]],
        file: String = ""
    ) {
        let all = SurfaceCatalogue(of: platform)
        (self.tenant, catalogue, self.file) = (tenant, all, Array(file.utf8))
        self.samples = samples
        paths = module.map { id in Set(all.surfaces.map { $0.path }.filter { $0.hasPrefix("\(id)/") }) }
    }

    /// Sentences about what is wrong; empty if nothing is. The principals have names, which the sentences use.
    public func faults(as principals: KeyValuePairs<String, Principal>, now: Date) async throws -> [String] {
        var faults = Self.twice(catalogue.surfaces.map { $0.path }, of: "surfaces")
        let checked = catalogue.surfaces.filter { paths?.contains($0.path) ?? true }
        // What is shown comes first, because acts may end what the principals may do.
        for type in checked.filter({ !($0 is any Act.Type) }) + checked.filter({ $0 is any Act.Type }) {
            faults += declaration(of: type) + form(of: type)
            if let table = type as? any Table.Type { faults += columns(of: table) }
            for (name, principal) in principals {
                let caller = Caller(principal, request: "check of \(name)", now: now, timeZone: .gmt).in(tenant)
                faults += try await access(to: type, name, SurfaceSession(tenant, catalogue, caller))
            }
        }
        return faults
    }

    // MARK: - Declarations

    private func declaration<S: Surface>(of type: S.Type) -> [String] {
        var faults: [String] = []
        for name in [S.name.description] + S.form.fields.map(\.name) where !Self.isName(name) {
            faults.append("\(S.path): '\(name)' is not [a-z][a-z0-9-]*")
        }
        faults += Self.twice(S.form.fields.map(\.name), of: "fields of \(S.path)")
        if S.title.isEmpty { faults.append("\(S.path) has no title") }
        for area in Area.allCases where catalogue.surfaces(in: area).contains(where: { $0 == type }) {
            if (try? S.form.read(FormInput())) == nil, !(type is any Act.Type) {
                faults.append("\(S.path) is in an area, but no value can be made from an empty form")
            }
        }
        return faults
    }

    private func columns<T: Table>(of type: T.Type) -> [String] {
        let names = (T.columns + T.fileColumns).map(\.name)
        let orders = T.form.fields.flatMap { field -> [String] in
            if case .order(let choices) = field.shape { choices.map(\.text) } else { [] }
        }
        return Self.twice(names, of: "columns of \(T.path)")
            + orders.filter { !names.contains($0) }.map { "\(T.path) can be sorted by '\($0)', which is no column" }
    }

    private static func isName(_ text: String) -> Bool {
        text.first.map { ("a"..."z").contains($0) } == true
            && text.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
    }

    private static func twice(_ names: [String], of what: String) -> [String] {
        Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted().map {
            "two \(what) are named '\($0)'"
        }
    }

    // MARK: - Forms

    private func form<S: Surface>(of type: S.Type) -> [String] {
        let input = input(for: type, variant: 0, isDistinct: true)
        // Whatever comes, nothing may trap.
        for text in Self.hostile {
            let hostile = FormInput(Dictionary(S.form.fields.map { ($0.name, [text, text]) }) { first, _ in first })
            _ = try? S.form.read(hostile)
        }
        do throws(InvalidFields) {
            let written = S.form.write(try S.form.read(input))
            let texts = written.texts.filter { !$0.value.isEmpty }
            guard texts == input.texts else {
                return ["\(S.path): the fields \(input.texts) come back as \(texts); list them as the initializer does"]
            }
            let again = try FormInput(query: written.query)
            return again.texts == texts ? [] : ["\(S.path): an address loses fields"]
        } catch {
            return [
                "\(S.path): the samples are refused: \(error.faults.mapValues(\.description)); give samples for its nouns"
            ]
        }
    }

    private static let hostile = [
        "", "\u{0}", "-1", "9999999999999999999999", "é", "id:", "all:", "all:text=%", "true\u{200B}",
        String(repeating: "a", count: 100_000),
    ]

    /// Texts for all fields. If they are distinct, a field that is read into another property shows.
    private func input<S: Surface>(for type: S.Type, variant: Int, isDistinct: Bool) -> FormInput {
        var input = FormInput()
        for (index, field) in S.form.fields.enumerated() {
            func sample(_ shape: FieldShape) -> String {
                switch shape {
                case .line, .lines: isDistinct ? "text \(index)" : "sample"
                case .email: "sample\(index)@acme.example"
                case .integer(let range): "\(min(range.lowerBound + (isDistinct ? index : 0), range.upperBound))"
                case .day: Day(year: 2026, month: 3, day: 10 + index).description
                case .flag: "true"
                case .choice(let choices), .order(let choices): choices[(isDistinct ? index : 0) % choices.count].text
                case .reference(let noun): samples[noun].map { $0[(isDistinct ? index : variant) % $0.count] } ?? ""
                case .selection(let table): "id:" + (samples[table].map { $0[variant % $0.count] } ?? "")
                case .file: ""
                case .many(let one): sample(one)
                }
            }
            if field.shape == .file {
                input.files[field.name] = Upload(name: "sample.csv") { [file] in
                    AsyncThrowingStream { stream in
                        stream.yield(file)
                        stream.finish()
                    }
                }
            } else {
                input.texts[field.name] = [sample(field.shape)]
            }
        }
        return input
    }

    // MARK: - Access

    private func access<S: Surface>(
        to type: S.Type, _ name: String, _ session: SurfaceSession
    ) async throws -> [String] {
        guard try session.isPresent(type) else { return [] }
        var faults: [String] = []
        for variant in 0..<variants(of: type) {
            guard let value = try? S.form.read(input(for: type, variant: variant, isDistinct: false)) else { continue }
            let obstacle = try await session.obstacles(to: [value as any Surface])[0]
            let refusal = await refusal(of: value, session.caller)
            let sample = "with sample \(variant + 1)"
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
        func noun(_ shape: FieldShape) -> String {
            switch shape {
            case .reference(let noun): noun
            case .selection(let table): table
            case .many(let one): noun(one)
            default: ""
            }
        }
        return S.form.fields.compactMap { samples[noun($0.shape)]?.count }.max() ?? 1
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
