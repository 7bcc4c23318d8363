import Atrium
import AtriumSurfaces
import AtriumTesting
import Foundation

/// Somebody who opens every surface of the platform and does every act, and keeps what they read.
///
/// What they may not do is refused, and they read the reason. So the texts are those of all pages, of all acts and of the errors
/// that people with this role meet.
struct Reader {
    let person: Person
    /// Texts for fields that refer to something: by the noun, or by the path of a table.
    let samples: [String: String]

    /// What was read, with the path of its surface.
    struct Text {
        let path: String
        let text: String
    }

    /// Reads all tables and sheets, does the acts, then those that end something, because they may end what the person may do,
    /// and at last those that erase people. What is done a second time is often refused, and the reader is told why.
    func readEverything() async throws -> [Text] {
        let surfaces = person.catalogue.surfaces.filter { $0.path != "kernel/leave" }
        let acts = surfaces.compactMap { $0 as? any Act.Type }
        let others = acts.filter { !$0.isDestructive }
        let erasures = acts.filter { $0.isDestructive && $0.path.hasPrefix("privacy/") }
        let endings = acts.filter { $0.isDestructive && !$0.path.hasPrefix("privacy/") }
        var texts: [Text] = []
        for type in surfaces where !(type is any Act.Type) { texts += try await met(type) }
        for type in others + others + endings + endings + erasures + erasures { texts += try await met(type) }
        return texts
    }

    private func met<S: Surface>(_ type: S.Type) async throws -> [Text] {
        let fields = FormInput(Dictionary(S.form.fields.map { ($0.name, [sample($0.shape)]) }) { first, _ in first })
        return try await told(S.path) {
            if type is any Act.Type {
                let question = try await person.prepares(S.path, fields)
                return [question, try await person.does(S.path, fields)].joined(separator: "\n")
            }
            return try await person.reads(S.path, fields)
        }
    }

    /// What the body says, or why it is refused.
    private func told(_ path: String, _ body: () async throws -> String) async throws -> [Text] {
        let language = person.language
        do { return [Text(path: path, text: try await body())] } catch let error as Refused {
            return [Text(path: path, text: language.text(error.words))]
        } catch let error as InvalidFields {
            return error.faults.values.map { Text(path: path, text: language.text($0)) }
        } catch let error as any ExplainedError {
            return [Text(path: path, text: language.text(error.words))]
        }
    }

    private func sample(_ shape: FieldShape) -> String {
        switch shape {
        case .line, .lines: "12"
        case .email: "1@2.example"
        case .integer(let range): "\(max(range.lowerBound, min(5, range.upperBound)))"
        case .day: "2026-03-10"
        case .flag: "true"
        case .choice(let choices), .order(let choices): choices[0].text
        case .reference(let noun): samples[noun] ?? ""
        case .selection(let table): samples[table].map { "id:\($0)" } ?? "all:"
        case .file: ""
        // A secret that opens nothing.
        case .hidden: "none"
        case .many(let one): sample(one)
        }
    }
}
