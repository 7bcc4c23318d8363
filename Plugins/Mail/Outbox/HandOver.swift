internal import Atrium

/// Decides what happens to a message just before its hand-over. Everything is read and asked in one snapshot.
struct HandOver {
    enum Verdict: Sendable {
        case send(OutgoingMail)
        case withdraw(WithdrawalReason)
    }

    let settings: Mail
    let checks: [MailCheck]
    let work: UnitOfWork

    private struct Stored {
        let key: String
        let messageID: String
        let member: MemberID?
        let author: MemberID?
        let kind: MailKind?
        let mail: StoredMail
    }

    /// The decision about a message; `nil` if it no longer waits.
    func verdict(on id: Int) throws -> Verdict? {
        guard let stored = try stored(id) else { return nil }
        var member: StoredMember?
        if let id = stored.member {
            member = try work.member(id)
            guard let member, member.state != .removed else { return .withdraw(.removed) }
            guard member.state == .active else { return .withdraw(.deactivated) }
            guard member.hasAddress else { return .withdraw(.noAddress) }
            if let kind = stored.kind, try kind.isOptedOut(by: id, in: work) { return .withdraw(.optedOut) }
        }
        let content: [UInt8]
        switch try answer(stored.key) {
        case .asWritten: content = stored.mail.content
        case .withdraw(let cause): return .withdraw(cause)
        case .rewritten(var message):
            try message.check()
            message.member = stored.member
            content =
                InternetMessage(
                    message, messageID: stored.messageID, sender: settings.sender, date: work.now
                ).bytes
        }
        return .send(
            OutgoingMail(
                messageID: stored.messageID, sender: settings.sender,
                recipient: member?.email ?? stored.mail.recipient,
                content: Array(try header(stored, to: member).utf8) + content))
    }

    private func stored(_ id: Int) throws -> Stored? {
        try work.first(
            """
            SELECT m.key, m.message_id, m.member_id, m.author_id, m.kind, c.content
            FROM mail_message m JOIN mail_content c ON c.id = m.id WHERE m.id = \(id) AND m.state = 'waiting'
            """
        ) { row in
            Stored(
                key: try row[0], messageID: try row[1], member: try row[2], author: try row[3], kind: try row[4],
                mail: try StoredMail(bytes: row[5]))
        }
    }

    private func answer(_ key: String) throws -> MailCheck.Answer {
        for check in checks { if let answer = try check.answer(to: key, in: work) { return answer } }
        return .asWritten
    }

    /// The fields that may change until the hand-over.
    private func header(_ stored: Stored, to member: (any Member)?) throws -> String {
        var fields: [String] = []
        if let member { fields.append("To: \(InternetMessage.mailbox(member.name, member.email))") }
        if let author = try stored.author.flatMap({ try work.member($0) }), author.state == .active,
            author.hasAddress
        {
            fields.append("Reply-To: \(InternetMessage.mailbox(author.name, author.email, after: 10))")
        }
        if let token = stored.mail.optOutToken, let link = settings.optOutLink?(token) {
            // RFC 8058, section 3.1: both fields, and one HTTPS address.
            fields += ["List-Unsubscribe: <\(link)>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"]
        }
        return fields.map { "\($0)\r\n" }.joined()
    }
}
