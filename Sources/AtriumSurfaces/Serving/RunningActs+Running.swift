internal import Atrium
internal import AtriumSystem

/// What takes long. It runs beside the actor, because others ask meanwhile how far their acts are.
extension RunningActs {
    /// Does an act.
    @concurrent nonisolated static func run<A: Act>(
        _ act: A.Type, _ input: FormInput, _ stamp: String?, _ session: SurfaceSession,
        _ progress: @escaping @Sendable (Int, Int?) -> Void
    ) async -> State {
        do {
            let answer = try await ActProgress.listening(progress) {
                try await session.perform(act, input, stamp: stamp)
            }
            if case .done = answer { return .ended(answer, to: FormInput()) }
            return .ended(answer, to: input)
        } catch { return .failed(error) }
    }

    /// A digest of everything that a request says, also of what is in its files.
    @concurrent nonisolated static func digest(
        of input: FormInput, _ path: String, _ stamp: String?
    ) async throws -> [UInt8] {
        var digest = SHA256.digest(of: Array("\(path)?\(input.query)\n\(stamp ?? "")".utf8))
        for (field, file) in input.files.sorted(by: { $0.key < $1.key }) {
            // The pieces have the same size, whatever the size of the chunks is.
            var waiting = Array("\n\(field)\n\(file.name)\n".utf8)
            for try await chunk in try file.open() {
                waiting += chunk
                while waiting.count >= 1 << 16 {
                    digest = SHA256.digest(of: digest + waiting.prefix(1 << 16))
                    waiting.removeFirst(1 << 16)
                }
            }
            digest = SHA256.digest(of: digest + waiting)
        }
        return digest
    }
}
