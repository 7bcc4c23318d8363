import AtriumSystem
import Foundation
import Testing

@testable import AtriumStorage

/// No deadline interrupts one call of a function. The call runs to its end.
struct LongValueTests {
    private static let limit = 4_000_000
    private static let long = String(repeating: "a", count: limit)
    private static let half = String(repeating: "a", count: limit / 2 - 1) + "b"
    private static let list = "[" + String(repeating: "1,", count: limit / 2 - 2) + "1]"
    private static let letters = String(String.UnicodeScalarView((0x4E00..<0x9FFF).compactMap(Unicode.Scalar.init)))

    private static let calls: [SQL] = [
        "SELECT instr(\(long), \(half))", "SELECT instr(\(half), \(half))",
        "SELECT length(replace(\(long), \(half), ''))",
        "SELECT length(replace(\(long), 'aa', 'b'))", "SELECT length(trim(\(long), \(half)))",
        "SELECT length(trim(\(String(repeating: "龥", count: limit / 3)), \(letters)))",
        "SELECT length(ltrim(\(half), 'a'))", "SELECT length(rtrim(\(long), 'ba'))", "SELECT length(hex(\(half)))",
        "SELECT \(long) LIKE \("%" + String(repeating: "a", count: 48) + "b")",
        "SELECT \(long) LIKE \("%" + String(repeating: "_", count: 48) + "b")",
        "SELECT \(long) LIKE \(String(repeating: "%a", count: 24) + "b")",
        "SELECT \(long) GLOB \("*" + String(repeating: "[ab]", count: 12) + "b")",
        "SELECT \(long) GLOB \("*[" + String(repeating: "b", count: 47) + "]")",
        "SELECT length(printf('%*d', \(limit), 1))", "SELECT length(printf('%.*c', \(limit), 'x'))",
        "SELECT length(zeroblob(\(limit)) || '')", "SELECT length(upper(\(half)))", "SELECT length(quote(\(half)))",
        "SELECT length(json(\(list)))", "SELECT value FROM json_each(\(list)) LIMIT 1",
        "SELECT json_extract(\(list), '$[#-1]', '$[#-2]', '$[#-3]', '$[#-4]', '$[#-5]', '$[#-6]', '$[#-7]', '$[#-8]')",
        "SELECT length(json_set(\(list), '$[#-1]', 2, '$[#-2]', 3, '$[#-3]', 4))", "SELECT json_array_length(\(list))",
        "SELECT length(json_patch(\(list), \("{\"a\":1}")))", "SELECT length(json_quote(\(half)))",
        "SELECT length(group_concat(x)) FROM (SELECT \(half) AS x UNION ALL SELECT 'x')",
        "SELECT CAST(\(long) AS REAL)",
        "SELECT strftime(\(String(repeating: "%J", count: 200_000)), 0, 'unixepoch') <> ''", "SELECT unicode(\(long))",
        "SELECT length(substr(\(long), -5))", "SELECT date(\(long))",
        "SELECT count(DISTINCT x) FROM (SELECT \(long) AS x)",
    ]

    /// Measures the CPU time of the thread, so that other work on the machine does not count.
    @Test(.disabled(if: isSanitized, "a sanitizer makes each reallocation a copy, which takes minutes here"))
    func `no function call takes more than half a second longer than its deadline of one second`() async throws {
        try await withWorkbench(deadline: .seconds(1)) { bench in
            let file = bench.file()
            for call in Self.calls {
                let time = try await file.write { connection in
                    let start = threadTime()
                    do {
                        try connection.executor(for: .alpha).forEach(call) { _ in }
                    } catch let error as DatabaseError {
                        #expect(error.message.contains("longer than the limit"), "\(call): \(error)")
                    }
                    return Duration.nanoseconds(threadTime() - start)
                }
                #expect(time < .milliseconds(1500), "\(call): \(time.inMilliseconds)")
            }
            await file.close()
        }
    }

    @Test(.disabled(if: isSanitized, "a sanitizer slows single calls by a hundred times"))
    func `a statement with many slow calls ends soon after its deadline`() async throws {
        try await withWorkbench(deadline: .milliseconds(200)) { bench in
            let file = bench.file()
            let rows: SQL =
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT count(*) FROM n"
            let pattern = "%" + String(repeating: "a", count: 40) + "b"
            for condition in [
                "\(Self.long) LIKE \(pattern) || i", "\(Self.long) GLOB \("*" + pattern.dropFirst()) || i",
                "length(trim(\(Self.long), i || 'a')) = 1", "length(replace(\(Self.long), 'aa', i)) = 1",
                "json_extract(\(Self.list), '$[#-' || i || ']') = 2",
            ] as [SQL] {
                let time = await file.timeToFail(rows + " WHERE " + condition)
                #expect(time < .milliseconds(1200), "\(condition): \(time.inMilliseconds)")
            }
            await file.close()
        }
    }

    @Test func `values of a megabyte work in tables and in functions`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            let text = String(repeating: "é", count: 500_000) + "!"
            try await file.write { connection in
                let executor = connection.executor(for: .alpha)
                try executor.run("INSERT INTO alpha_note VALUES (1, \(text)), (2, \(text) || 'x')")
                let found = try executor.one(
                    "SELECT instr(text, '!'), length(replace(text, 'é', 'ab')), length(hex(text)) FROM alpha_note WHERE id = 1",
                    as: Int.self, Int.self, Int.self)
                #expect(found == (500_001, 1_000_001, 2_000_002))
                let ids = (0..<100_000).map { "018bcfe5-6800-7fff-bfff-\(100_000_000_000 + $0)" }
                let count = try executor.one("SELECT count(*) FROM json_each(\(json: ids))", as: Int.self)
                #expect(count == 100_000)
                let blob = [UInt8](repeating: 7, count: 1 << 20)
                let back = try executor.one("SELECT \(blob)", as: [UInt8].self)
                #expect(back == blob)
            }
            await file.close()
        }
    }

    @Test func `the kernel's values may be longer than a module's, whoever used the connection before`() async throws {
        try await withWorkbench { bench in
            let file = bench.file()
            let text = String(repeating: "x", count: 5_000_000)
            for _ in 1...2 {
                try await file.write { connection in
                    let module = connection.executor(for: .alpha)
                    let length = try connection.kernel.one("SELECT length(\(text))", as: Int.self)
                    #expect(length == 5_000_000)
                    let error = #expect(throws: DatabaseError.self) {
                        try module.one("SELECT length(\(text))", as: Int.self)
                    }
                    #expect(error?.message.contains("longer than the limit of 4000000 bytes") == true)
                    let made = #expect(throws: DatabaseError.self) {
                        try module.one("SELECT length(hex(zeroblob(2000001)))", as: Int.self)
                    }
                    #expect(made?.message.contains("longer than the limit of 4000000 bytes") == true)
                    let again = try connection.kernel.one("SELECT length(\(text) || 'x')", as: Int.self)
                    #expect(again == 5_000_001)
                }
            }
            await file.close()
        }
    }
}

extension DatabaseFile {
    /// The CPU time of the thread until the statement fails by its deadline.
    fileprivate func timeToFail(_ sql: SQL) async -> Duration {
        let taken = Locked(Duration.zero)
        do {
            try await write { connection in
                let start = threadTime()
                defer { taken.withLock { $0 = .nanoseconds(threadTime() - start) } }
                try connection.executor(for: .alpha).forEach(sql) { _ in }
            }
            Issue.record("\(sql) passed")
        } catch {
            #expect((error as? DatabaseError)?.kind == .deadline, "\(error)")
        }
        return taken.withLock { $0 }
    }
}

private func threadTime() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

/// Whether the process runs with the address sanitizer or the thread sanitizer.
private let isSanitized = (["__asan_init", "__tsan_init"] as [String]).contains { dlsym(nil, $0) != nil }
