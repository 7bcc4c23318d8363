import AtriumValues
import Foundation
import Testing

@testable import AtriumMail

struct MessageDateTests {
    /// The dates are what `date -u -R -d @SECONDS` prints.
    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (951_826_149, "Tue, 29 Feb 2000 12:09:09 +0000"),
        (1_775_350_866, "Sun, 05 Apr 2026 01:01:06 +0000"), (1_798_761_599, "Thu, 31 Dec 2026 23:59:59 +0000"),
    ])
    func `the date of a message has the form of RFC 5322, in UTC`(_ seconds: Int, _ date: String) throws {
        let address = try EmailAddress("ada@acme.example")
        let message = InternetMessage(
            MailMessage(to: address, subject: "x", text: "x"), messageID: "x@acme.example", sender: address,
            date: Date(timeIntervalSince1970: Double(seconds)))
        #expect(String(decoding: message.bytes, as: UTF8.self).hasPrefix("Date: \(date)\r\n"))
    }
}
