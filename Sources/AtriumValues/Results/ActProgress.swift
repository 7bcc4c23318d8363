/// Tells how much of a long act is done. The act reports it after each step, and the code that started the act can listen.
public enum ActProgress {
    @TaskLocal private static var listener: (@Sendable (_ done: Int, _ total: Int?) -> Void)?

    /// Tells that `done` things are done, of `total`; `nil` if it is not known how many there are.
    public static func report(_ done: Int, of total: Int?) { listener?(done, total) }

    /// Runs a body, and passes on what it reports.
    public static func listening<Value>(
        _ listener: @escaping @Sendable (_ done: Int, _ total: Int?) -> Void, _ body: () async throws -> Value
    ) async rethrows -> Value { try await $listener.withValue(listener, operation: body) }
}
