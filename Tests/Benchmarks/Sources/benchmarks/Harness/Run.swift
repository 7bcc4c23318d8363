import Foundation
import SyncCounter

/// One run of one side: how long one operation took, and the answer, which the harness compares with the expected one.
struct Run<Answer: Equatable & Sendable>: Sendable {
    /// The time of one operation.
    let seconds: Double
    let answer: Answer

    init(seconds: Double, per count: Int = 1, answer: Answer) {
        (self.seconds, self.answer) = (seconds / Double(count), answer)
    }
}

/// One side of a row: each call is one run.
typealias Side<Answer: Equatable & Sendable> = () async throws -> Run<Answer>

/// Times a body that does `count` operations.
func timed<Answer: Equatable & Sendable>(
    per count: Int = 1, _ body: () async throws -> Answer
) async rethrows -> Run<Answer> {
    let start = Clock.wall
    let answer = try await body()
    return Run(seconds: Clock.wall - start, per: count, answer: answer)
}

/// Measures the time that the processors spent on all threads of the process.
func timedOnProcessors<Answer: Equatable & Sendable>(
    per count: Int, _ body: () async throws -> Answer
) async rethrows -> Run<Answer> {
    let start = Clock.processors
    let answer = try await body()
    return Run(seconds: Clock.processors - start, per: count, answer: answer)
}

/// Runs a body that claims a number of durable commits. Throws if files were synchronized less often.
func durably<Value>(commits: Int, _ body: () async throws -> Value) async throws -> Value {
    let start = sync_counter_value()
    let value = try await body()
    let count = sync_counter_value() - start
    guard count >= commits else {
        throw HarnessError("\(commits) durable commits were claimed, but files were synchronized only \(count) times")
    }
    return value
}

/// Clocks that give seconds since an arbitrary moment.
enum Clock {
    static var wall: Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }

    static var processors: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// An error that ends the benchmark, such as a wrong answer or a setting that was not applied.
struct HarnessError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
