internal import Atrium

internal import struct Foundation.Date

/// Ends messages: records in the table how they ended, and destroys their texts.
enum MailRow {
    /// Withdraws the messages that still wait, and destroys the texts.
    static func withdraw(_ ids: [Int], because cause: WithdrawalReason, in work: UnitOfWork) throws {
        if ids.isEmpty { return }
        let keys = try work.rows(
            """
            UPDATE mail_message SET state = \(MailState.withdrawn), withdrawal_reason = \(cause)
            WHERE state = 'waiting' AND id IN (SELECT value FROM json_each(\(json: ids))) RETURNING key
            """, as: String.self)
        try destroyTexts(of: ids, in: work)
        try work.publish(contentsOf: keys.map { MailWithdrawn(key: $0, cause: cause) })
    }

    /// Records the transport's answer about messages, and destroys their texts. A message that the transport took counts as
    /// sent, even if it was withdrawn during the hand-over.
    static func end(_ ids: [Int], as state: MailState, in work: UnitOfWork) throws {
        if ids.isEmpty { return }
        let sentAt = state == .sent ? work.now : Date?.none
        try work.run(
            """
            UPDATE mail_message SET state = \(state), sent_at = \(sentAt), attempts = attempts + 1, withdrawal_reason = NULL
            WHERE (state = 'waiting' OR \(state) = 'sent') AND id IN (SELECT value FROM json_each(\(json: ids)))
            """)
        try destroyTexts(of: ids, in: work)
    }

    /// Overwrites each text in place with the same number of zeros. The rows are deleted only when none of them contains a
    /// text. To delete one row among others may move these to another page, and leave copies of their texts.
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

/// A message as its row stores it: the recipient's address; a blank and the token that opts out of its kind, if there is one; a
/// line feed; and the message as it goes out, without the fields that the hand-over adds.
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
