import Atrium
import AtriumMail
import Foundation

/// The mail with the link that signs a person in.
enum SignInMail {
    static func message(to recipient: EmailAddress, link: String, from sender: EmailAddress) -> OutgoingMail {
        let id = "sign-in-\(UUID().uuidString.lowercased())@academy.example"
        let date = Date.now.formatted(
            Date.VerbatimFormatStyle(
                format:
                    "\(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) +0000",
                locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian)))
        let lines = [
            "Date: \(date)", "From: <\(sender)>", "To: <\(recipient)>", "Message-ID: <\(id)>", "Subject: Sign in",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=us-ascii", "",
            "Open this link to sign in. It works once, for fifteen minutes.", "", link, "",
            "If you did not ask for it, do nothing.", "",
        ]
        return OutgoingMail(
            messageID: id, sender: sender, recipient: recipient,
            content: Array(lines.joined(separator: "\r\n").utf8))
    }
}
