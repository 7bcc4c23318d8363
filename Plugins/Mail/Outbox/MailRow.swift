internal import Atrium

internal import struct Foundation.Date

/// How messages end: what stays of them in the table.
enum MailRow {
    /// Withdraws messages, if they wait, and destroys their texts.
    static func drop(_ ids: [Int], because cause: MailDrop, in work: UnitOfWork) throws {
        if ids.isEmpty { return }
        let reasons = try work.rows(
            """
            UPDATE mail_message SET state = \(MailState.withdrawn), drop_reason = \(cause)
            WHERE state = 'waiting' AND id IN (SELECT value FROM json_each(\(json: ids))) RETURNING reason
            """, as: String.self)
        try destroyTexts(of: ids, in: work)
        try work.publish(contentsOf: reasons.map { MailDropped(reason: $0, cause: cause) })
    }

    /// Records what the transport said of messages, and destroys their texts. What it took counts as sent, even if the
    /// message was withdrawn in the meantime.
    static func end(_ ids: [Int], as state: MailState, in work: UnitOfWork) throws {
        if ids.isEmpty { return }
        let sentAt = state == .sent ? work.now : Date?.none
        try work.run(
            """
            UPDATE mail_message SET state = \(state), sent_at = \(sentAt), attempts = attempts + 1, drop_reason = NULL
            WHERE (state = 'waiting' OR \(state) = 'sent') AND id IN (SELECT value FROM json_each(\(json: ids)))
            """)
        try destroyTexts(of: ids, in: work)
    }

    /// A text is overwritten by as many zeros where it stands. The rows go only when none of them holds a text any more:
    /// deleting one among others may move these to another page and leave a copy behind.
    private static func destroyTexts(of ids: [Int], in work: UnitOfWork) throws {
        try work.run(
            """
            UPDATE mail_content SET content = zeroblob(length(content))
            WHERE id IN (SELECT value FROM json_each(\(json: ids)))
            """)
        let waiting = try work.one(
            "SELECT EXISTS (SELECT 1 FROM mail_message WHERE state = 'waiting')", as: Bool.self)
        if !waiting { try work.run("DELETE FROM mail_content") }
    }
}

/// How a message lies in its row: the recipient's address, after a blank the token that opts out of its kind if there is one,
/// a line feed, and the message as it goes out but for what is added at the hand-over.
struct StoredMail {
    let recipient: EmailAddress
    let optOutToken: String?
    let content: [UInt8]

    init(recipient: EmailAddress, optOutToken: String?, content: [UInt8]) {
        (self.recipient, self.optOutToken, self.content) = (recipient, optOutToken, content)
    }

    init(bytes: [UInt8]) throws {
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1)
        recipient = try EmailAddress(String(words.first ?? ""))
        optOutToken = words.count == 2 ? String(words[1]) : nil
        content = Array(bytes.dropFirst(line.count + 1))
    }

    var bytes: [UInt8] {
        let line = [recipient.description, optOutToken].compactMap { $0 }.joined(separator: " ")
        return Array(line.utf8) + [UInt8(ascii: "\n")] + content
    }
}
