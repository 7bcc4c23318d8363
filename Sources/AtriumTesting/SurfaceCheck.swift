public import Atrium
internal import AtriumSurfaces
public import Foundation

/// Checks the rules that every surface has to keep. The tests of a module run it with an organization that has some data: at
/// least two rows in each table.
///
/// ```swift
/// let check = SurfaceCheck(of: test.platform, in: acme, samples: ["member": ["\(ada)"], "team": ["\(north)"]])
/// let faults = try await check.faults(as: ["administrator": founder, "member": .member(ada)], now: test.clock.now)
/// #expect(faults == [])
/// ```
///
/// It finds:
///
/// - names that are wrong or used twice, and places after surfaces that do not exist;
/// - fields that are read into another property than the one from which they are written, and input that traps;
/// - cells of another kind than their column's, which documents and files announce;
/// - surfaces that are offered but whose service refuses them, and the reverse. It shows every table and every sheet, and does
///   every act, with every sample, in the name of every principal;
/// - surfaces that are offered with a field whose choices are refused;
/// - tables that give more rows than a page may have, or other rows page by page than at once.
///
/// The acts really take place, in the order in which the module lists them. So give it an organization that the test does not
/// use for anything else, and list an act that ends something after the acts that need it.
public struct SurfaceCheck: Sendable {
    let tenant: Tenant
    let catalogue: SurfaceCatalogue
    let samples: [String: [String]]
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
    func input<S: Surface>(for type: S.Type, variant: Int, isDistinct: Bool) -> FormInput {
        var input = FormInput()
        let nouns = S.form.fields.map { Self.noun(of: $0.shape) }
        for (index, field) in S.form.fields.enumerated() {
            // Two fields of the same noun get different samples: nobody is, for example, their own coach.
            let turn = variant + nouns[..<index].count { $0 == nouns[index] }
            func sample(_ shape: FieldShape) -> String {
                switch shape {
                case .line, .lines: isDistinct ? "text \(index)" : "sample"
                case .email: "sample\(index)@acme.example"
                case .integer(let range): "\(min(range.lowerBound + (isDistinct ? index : 0), range.upperBound))"
                case .day: Day(year: 2026, month: 3, day: 10 + index).description
                case .flag: "true"
                case .choice(let choices), .order(let choices): choices[(isDistinct ? index : 0) % choices.count].text
                case .reference(let noun): samples[noun].map { $0[(isDistinct ? index : turn) % $0.count] } ?? ""
                case .selection(let table): "id:" + (samples[table].map { $0[turn % $0.count] } ?? "")
                case .file: ""
                // A secret that opens nothing.
                case .hidden: "none"
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

    /// What the samples of a field are called; empty for a field that refers to nothing.
    static func noun(of shape: FieldShape) -> String {
        switch shape {
        case .reference(let noun): noun
        case .selection(let table): table
        case .many(let one): noun(of: one)
        default: ""
        }
    }
}
