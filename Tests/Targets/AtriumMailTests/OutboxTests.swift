import Atrium
import AtriumMail
import AtriumTesting
import Foundation
import Testing

struct OutboxTests {
    @Test func `one message is sent for one key, whatever is repeated`() async throws {
        try await withMail { acme in
            try await acme.post("first", key: "test:1")
            try await acme.post("second", key: "test:1")
            try await acme.mail.deliver()
            try await acme.mail.deliver()
            try await acme.post("third", key: "test:1")
            try await acme.mail.deliver()
            #expect(acme.transport.taken.count == 1)
            #expect(try await acme.states() == [.sent])
        }
    }

    @Test func `a unit that fails writes no mail`() async throws {
        try await withMail { acme in
            let message = MailMessage(to: try EmailAddress("ada@acme.example"), subject: "News", text: "text")
            await #expect(throws: MailRefusal.self) {
                try await acme.tenant[Postbox.self].post(message, key: "test:1", as: acme.founder, failing: true)
            }
            try await acme.mail.deliver()
            #expect(acme.transport.taken.isEmpty)
        }
    }

    @Test func `a message that the transport cannot take is retried later with the same Message-ID`() async throws {
        try await withMail { acme in
            try await acme.post("text", key: "test:1")
            acme.transport.behaviour = .fail
            try await acme.mail.deliver()
            #expect(try await acme.mail.list(as: acme.founder).map(\.attempts) == [1])
            acme.transport.behaviour = .take
            try await acme.mail.deliver()
            #expect(acme.transport.taken.isEmpty)
            acme.test.clock.advance(by: .seconds(60))
            try await acme.test.platform.runDue()
            let record = try #require(try await acme.mail.list(as: acme.founder).first)
            #expect(acme.transport.taken.map(\.messageID) == [record.messageID])
            #expect(record.state == .sent)
        }
    }

    @Test func `an observer sees that the transport takes nothing, but sees no recipient`() async throws {
        let delays = Delays()
        try await withMail(observer: delays) { acme in
            for number in 0..<3 { try await acme.post("text", key: "test:\(number)") }
            acme.transport.behaviour = .fail
            try await acme.mail.deliver()
            #expect(delays.seen.withLock { $0.map(\.messages) } == [3])
            #expect(delays.seen.withLock { $0.map(\.cause) } == ["CocoaError"])
        }
    }

    @Test func `a message that failed while the clock was ahead is sent when the clock is right`() async throws {
        try await withMail { acme in
            let year = Duration.seconds(365 * 86_400)
            acme.test.clock.advance(by: year)
            try await acme.post("text", key: "test:1")
            acme.transport.behaviour = .fail
            try await acme.test.platform.runDue()
            #expect(try await acme.mail.list(as: acme.founder).map(\.attempts) == [1])
            acme.transport.behaviour = .take
            acme.test.clock.advance(by: .zero - year)
            try await acme.test.platform.runDue()
            acme.test.clock.advance(by: .seconds(600))
            try await acme.test.platform.runDue()
            #expect(try await acme.states() == [.sent])
        }
    }

    @Test func `a message that the transport refuses is not retried`() async throws {
        try await withMail { acme in
            try await acme.post("text", key: "test:1")
            acme.transport.behaviour = .refuse
            try await acme.mail.deliver()
            acme.transport.behaviour = .take
            acme.test.clock.advance(by: .seconds(100_000))
            try await acme.test.platform.runDue()
            #expect(acme.transport.taken.isEmpty)
            #expect(try await acme.states() == [.refused])
        }
    }

    @Test func `a message that nobody takes within five days is given up and shown as refused`() async throws {
        try await withMail { acme in
            try await acme.post("text", key: "test:1")
            acme.transport.behaviour = .fail
            let start = acme.test.clock.now
            var attempts: [Int] = []
            while try await acme.states() == [.waiting] {
                try await acme.mail.deliver()
                attempts.append(Int(acme.test.clock.now.timeIntervalSince(start)))
                try #require(attempts.count < 10_000)
                acme.test.clock.advance(by: .seconds(60))
            }
            let tries = try await acme.mail.list(as: acme.founder).map(\.attempts)
            #expect(try await acme.states() == [.refused] && tries == [18])
            #expect(attempts.last == 5 * 86_400)
            acme.transport.behaviour = .take
            acme.test.clock.advance(by: .seconds(100_000))
            try await acme.test.platform.runDue()
            #expect(acme.transport.taken.isEmpty)
        }
    }

    @Test func `a message that was not tried for a week is not given up at once`() async throws {
        try await withMail { acme in
            try await acme.post("text", key: "test:1")
            acme.transport.behaviour = .fail
            acme.test.clock.advance(by: .seconds(7 * 86_400))
            try await acme.mail.deliver()
            #expect(try await acme.states() == [.waiting])
            for _ in 0..<20 {
                acme.test.clock.advance(by: .seconds(100_000))
                try await acme.mail.deliver()
            }
            let tries = try await acme.mail.list(as: acme.founder).map(\.attempts)
            #expect(try await acme.states() == [.refused] && tries == [10])
        }
    }

    @Test func `a recipient at whom the transport hangs does not delay the others`() async throws {
        try await withMail(timeLimit: .milliseconds(50)) { acme in
            // More messages than are handed over at once.
            for number in 0..<20 { try await acme.post("text", key: "deaf:\(number)", to: TestTransport.deaf) }
            for number in 0..<20 { try await acme.post("text", key: "test:\(number)") }
            try await acme.mail.deliver()
            #expect(acme.transport.taken.count == 20)
            #expect(
                try await acme.mail.list(.waiting, as: acme.founder).map(\.attempts)
                    == Array(repeating: 1, count: 20))
        }
    }

    @Test func `a cancelled delivery records the messages that it is handing over, and begins no other`() async throws {
        try await withMail { acme in
            for number in 0..<30 { try await acme.post("text", key: "test:\(number)", to: TestTransport.slow) }
            let mail = try acme.mail
            let delivery = Task { try await mail.deliver() }
            while acme.transport.hangingCount < 8 { await Task.yield() }
            delivery.cancel()
            acme.transport.release()
            await #expect(throws: CancellationError.self) { try await delivery.value }
            #expect(acme.transport.taken.count == 8)
            #expect(try await mail.list(.sent, as: acme.founder).count == 8)
            #expect(try await mail.list(.waiting, as: acme.founder).allSatisfy { $0.attempts == 0 })
        }
    }

    @Test func `a full outbox is emptied in several pieces of work, so that others have their turn between them`()
        async throws
    {
        try await withMail { acme in
            for number in 0..<401 { try await acme.post("text", key: "test:\(number)") }
            let pieces = try await acme.test.platform.runDue()
            #expect(acme.transport.taken.count == 401 && pieces >= 3)
        }
    }

    @Test func `a withdrawn message is not sent`() async throws {
        try await withMail { acme in
            try await acme.post("text", key: "test:1")
            try await acme.tenant[Postbox.self].withdraw("test:1", as: acme.founder)
            try await acme.mail.deliver()
            #expect(acme.transport.taken.isEmpty)
            #expect(try await acme.states() == [.withdrawn])
        }
    }

    @Test func `a waiting message survives a restart`() async throws {
        try await withMail { acme in
            try await acme.post("text", key: "test:1")
            let again = try await acme.test.reopened()
            try await again.platform.tenant("acme")[Mail.self].deliver()
            #expect(acme.transport.taken.count == 1)
            await again.platform.close()
        }
    }

    @Test func `after delivery and a checkpoint no text is left in any file`() async throws {
        try await withMail { acme in
            var texts: [String] = []
            for index in 0..<300 {
                let text = String(
                    decoding: SeededBytes(seed: UInt64(index)).next(24).map { 97 + $0 % 26 }, as: UTF8.self)
                texts.append(text)
                // Texts of different lengths, some larger than a page.
                let filler = String(repeating: ".", count: index * 37 % 9000)
                try await acme.post("\(text) \(filler)", key: "test:\(index)")
                // Deliveries in between, so that rows with and without texts are next to each other.
                if index % 7 == 0 { try await acme.mail.deliver() }
            }
            try await acme.mail.deliver()
            #expect(acme.transport.taken.count == 300)
            await acme.test.platform.close()
            let files = try #require(FileManager.default.enumerator(atPath: acme.test.folder)).compactMap {
                $0 as? String
            }
            for file in files where file.hasSuffix(".db") || file.hasSuffix("-wal") {
                let bytes = try Data(contentsOf: URL(filePath: acme.test.folder).appending(path: file))
                let found = texts.filter { bytes.range(of: Data($0.utf8)) != nil }
                #expect(found.isEmpty, "\(file) still holds \(found.count) texts")
            }
        }
    }
}
