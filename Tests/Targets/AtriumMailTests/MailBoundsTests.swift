import AtriumMail
import Testing

struct MailBoundsTests {
    @Test func `an impossible time limit becomes the nearest possible one`() {
        #expect(SendmailTransport(timeLimit: .seconds(Int64.max)).timeLimit == .seconds(100))
        #expect(SendmailTransport(timeLimit: .seconds(-1)).timeLimit == .zero)
        #expect(SendmailTransport().timeLimit == .seconds(60))
    }
}
