import AtriumMail
import Testing

struct MailBoundsTests {
    @Test func `a time limit that no clock can wait for is the nearest that one can`() {
        #expect(SendmailTransport(timeLimit: .seconds(Int64.max)).timeLimit == .seconds(86_400))
        #expect(SendmailTransport(timeLimit: .seconds(-1)).timeLimit == .zero)
        #expect(SendmailTransport().timeLimit == .seconds(60))
    }
}
