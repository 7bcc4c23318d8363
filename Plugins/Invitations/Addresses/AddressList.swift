public import Atrium

/// The addresses in a pasted text, as mail programs and spreadsheets write them.
///
/// White space, commas, semicolons (including those of other scripts) and line breaks separate addresses. These forms are read:
/// `Name <a@b.example>`, `Last, First <a@b.example>`, `Name [mailto:a@b.example]`, `Name (a@b.example)`, `'a@b.example'`,
/// `mailto:a@b.example`, `SMTP:a@b.example`. Brackets and quotes may be of any script. The full stop of a sentence, or a
/// character without width, may be next to an address.
///
/// In a line with an address, these texts are left out: a text in quotes or brackets, a text that ends with a colon or a dot
/// (`To:`, `1.`), and a text without a letter. A line with tabs, or with bars between blanks, is a row of a sheet. If one of
/// its cells contains an @, all its cells without an @ are left out. But a cell that is one word with a dot inside stays: it
/// may be an address whose @ is missing. Any other text that is not an address is an entry: one word, or everything between two
/// commas or semicolons if it contains no @.
///
/// Two kinds of address are left out: those after the `?` of a link, and those in a quoted name
/// (`"a@x.example" <b@x.example>`). All others are found: `a@x.example <b@x.example>` holds two. An address that is repeated
/// immediately, as in `'a@x.example' <a@x.example>`, is one entry. The list never guesses inside an address.
public struct AddressList: Sendable {
    /// The maximum size of a text in bytes of UTF-8: 4 MiB.
    public static let textLimit = 4 << 20
    /// The maximum number of addresses in a text.
    public static let addressLimit = 100_000

    /// One address as it was pasted.
    public struct Entry: Sendable, Equatable {
        /// The line on which the entry starts, counted from 1.
        public let line: Int
        /// The pasted text, to show next to its verdict. It is one line of at most 80 characters.
        public let text: String
        /// The address, or what is wrong with it.
        public let address: Result<EmailAddress, EmailAddress.Fault>

        public static func == (left: Entry, right: Entry) -> Bool {
            left.line == right.line && left.text == right.text
                && (try? left.address.get()) == (try? right.address.get())
        }
    }

    /// The entries in the order of the text, including repeated and faulty addresses.
    public let entries: [Entry]

    /// Reads the addresses of a text. Throws ``InvitationError/textTooLong`` or ``InvitationError/tooManyAddresses`` if the
    /// text exceeds a limit.
    public init(_ text: String) throws(InvitationError) {
        guard text.utf8.count <= Self.textLimit else { throw .textTooLong }
        var cutter = AddressCutter(text)
        var entries: [Entry] = []
        while let piece = cutter.next() {
            let entry = Entry(piece)
            if piece.isAdded, let last = entries.last, last.isSameAddress(as: entry) { continue }
            guard entries.count < Self.addressLimit else { throw .tooManyAddresses }
            entries.append(entry)
        }
        self.entries = entries
    }
}

extension AddressList.Entry {
    init(_ address: EmailAddress) { self.init(line: 1, text: address.description, address: .success(address)) }

    fileprivate func isSameAddress(as other: Self) -> Bool {
        guard case .success(let address) = address, case .success(address) = other.address else { return false }
        return true
    }

    fileprivate init(_ piece: AddressPiece) {
        let address = String(String.UnicodeScalarView(piece.address))
        self.init(
            line: piece.line, text: TextRule.line(of: String(String.UnicodeScalarView(piece.scalars)), upTo: 80),
            address: Result { () throws(EmailAddress.Fault) in try EmailAddress(address) })
    }
}
