import Foundation
import SyncCounter

/// One run of one side: how long one operation took, and the answer, which the harness compares with the expected one.
struct Run<Answer: Equatable & Sendable>: Sendable {
    /// Of one operation.
    let seconds: Double
    let answer: Answer

    init(seconds: Double, per count: Int = 1, answer: Answer) {
        (self.seconds, self.answer) = (seconds / Double(count), answer)
    }
}

/// One side of a row.
typealias Side<Answer: Equatable & Sendable> = () async throws -> Run<Answer>

/// Times a body that does `count` operations.
func timed<Answer: Equatable & Sendable>(
    per count: Int = 1, _ body: () async throws -> Answer
) async rethrows -> Run<Answer> {
    let start = Clock.wall
    let answer = try await body()
    return Run(seconds: Clock.wall - start, per: count, answer: answer)
}

/// Takes the time that the processors spent on the whole process, whichever thread it was.
func timedOnProcessors<Answer: Equatable & Sendable>(
    per count: Int, _ body: () async throws -> Answer
) async rethrows -> Run<Answer> {
    let start = Clock.processors
    let answer = try await body()
    return Run(seconds: Clock.processors - start, per: count, answer: answer)
}

/// Runs a body that claims so many durable commits; throws unless files were synchronized as often at least.
func durably<Value>(commits: Int, _ body: () async throws -> Value) async throws -> Value {
    let start = sync_counter_value()
    let value = try await body()
    let count = sync_counter_value() - start
    guard count >= commits else {
        throw HarnessError("\(commits) durable commits were claimed, and files synchronized \(count) times")
    }
    return value
}

/// Seconds since an arbitrary moment.
enum Clock {
    static var wall: Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }

    static var processors: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// The harness found something that it cannot accept: a wrong answer, or a setting that does not hold.
struct HarnessError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
