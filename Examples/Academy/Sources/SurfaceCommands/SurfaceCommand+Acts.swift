import Atrium
import AtriumSurfaces
import AtriumTerminal
import SurfaceAPI

extension SurfaceCommand {
    /// Shows what an act would do, or does it with `--yes`.
    func perform<A: Act>(_ type: A.Type) async throws -> ExitStatus {
        let isConfirmed = invocation.isSet("yes")
        let stamp = invocation.value("expect")
        if stamp != nil, !isConfirmed { throw CommandFault.usage("--expect is for doing it; add --yes") }
        let input = try await completed(input(for: type), type)
        let answer = try await answer(type, input, isConfirmed, stamp)
        try await show(answer, isConfirmed && stamp != nil, entries(of: type, input, for: answer))
        if case .done(let outcome) = answer {
            if let output = invocation.value("output") {
                try await DownloadWriter(console).write([outcome.download].compactMap(\.self), to: output)
            }
            // The act is done, whatever becomes of the work that follows.
            do { try await settle() } catch {
                console.note("What follows is still due: \(TextColumns.safe("\(error)"))")
            }
        }
        return Self.status(of: answer, wasExpected: isConfirmed && stamp != nil)
    }

    /// The input, and what is true now for everything that was not named: `settings --name Acme` changes the name alone.
    private func completed<A: Act>(_ input: FormInput, _ type: A.Type) async throws -> FormInput {
        var complete: FormInput
        do { complete = try await session.opening(type, input) } catch
            where SurfaceSession.explanation(of: error) != nil
        {
            // The act itself says why it is refused, after it has read its input.
            return input
        }
        complete.texts.merge(input.texts) { _, own in own }
        complete.files = input.files
        // A field with a file has no texts, and one with texts has no file.
        for name in input.files.keys { complete.texts[name] = nil }
        return complete
    }

    private func answer<A: Act>(
        _ type: A.Type, _ input: FormInput, _ isConfirmed: Bool, _ stamp: String?
    ) async throws -> Answer {
        guard isConfirmed else { return try await session.prepare(type, input) }
        guard console.errors.isTerminal else { return try await session.perform(type, input, stamp: stamp) }
        let bar = ProgressBar(A.title.description, on: console.errors)
        defer { bar.clear() }
        return try await ActProgress.listening({ bar.show($0, of: $1) }) {
            try await session.perform(type, input, stamp: stamp)
        }
    }

    /// What is filled in, for an answer that asks for a confirmation.
    private func entries<A: Act>(of type: A.Type, _ input: FormInput, for answer: Answer) async throws -> [Fact] {
        switch answer {
        case .question, .preview: try await session.entries(of: type, input)
        case .invalid, .refused, .done: []
        }
    }

    private func show(_ answer: Answer, _ wasExpected: Bool, _ entries: [Fact]) async throws {
        if invocation.isSet("json") { try printJSON(APIRenderer(session).answer(answer)) }
        let text = try await renderer.text(of: answer, entries: entries)
        switch answer {
        case .invalid, .refused: throw CommandFault(Self.status(of: answer, wasExpected: false), text)
        case .question, .preview, .done:
            guard !invocation.isSet("json") else { return }
            if case .question = answer, wasExpected {
                try console.print("It is no longer what you saw. Nothing was done.\n")
            }
            // The file of the act has standard output for itself.
            if invocation.value("output") == "-" { console.note(text) } else { try console.print(text) }
        }
    }

    private static func status(of answer: Answer, wasExpected: Bool) -> ExitStatus {
        switch answer {
        case .invalid: .usage
        case .refused: .refused
        case .question: wasExpected ? .changed : .unconfirmed
        case .preview(_, _, let isChanged): isChanged ? .changed : .unconfirmed
        case .done(let outcome):
            outcome.stop.isEmpty && !outcome.lines.contains { $0.tone == .bad } ? .done : .partlyDone
        }
    }
}
