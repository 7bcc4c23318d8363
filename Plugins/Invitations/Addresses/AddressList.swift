public import Atrium

/// The addresses in a pasted text, separated by white space, comma, semicolon (also of other scripts) or line break, as mail
/// programs and spreadsheets write them: `Name <a@b.example>`, `Last, First <a@b.example>`, `Name [mailto:a@b.example]`, `Name
/// (a@b.example)`, `'a@b.example'`, `mailto:a@b.example`, `SMTP:a@b.example`, with brackets and quotes of any script, the dot
/// of a sentence or a character without width beside it.
///
/// In a line with an address, a text in quotes or brackets is left out, and so is one that ends with a colon or a dot (`To:`,
/// `1.`) or has no letter. A line with tabs, or with bars between blanks, is a row of a sheet: all its cells without an @ are
/// left out if one has it. What else is no address is an entry: a word, or all between two commas or semicolons if no @ is in it.
///
/// Two kinds of address are left out: those after the `?` of a link, and those in a quoted name (`"a@x.example" <b@x.example>`).
/// All others are found: `a@x.example <b@x.example>` holds two. An address that is repeated at once, as in `'a@x.example'
/// <a@x.example>`, is one entry. Nothing is guessed inside an address.
public struct AddressList: Sendable {
    /// How many bytes of UTF-8 a text has at most: 4 MiB.
    public static let textLimit = 4 << 20
    /// How many addresses a text has at most.
    public static let addressLimit = 100_000

    /// One address as it was pasted.
    public struct Entry: Sendable, Equatable {
        /// Where it starts, counted from 1.
        public let line: Int
        /// The pasted text, at most 80 characters and what a line can hold, to show beside its verdict.
        public let text: String
        public let address: Result<EmailAddress, EmailAddress.Fault>

        public static func == (left: Entry, right: Entry) -> Bool {
            left.line == right.line && left.text == right.text
                && (try? left.address.get()) == (try? right.address.get())
        }
    }

    public let entries: [Entry]

    /// Throws ``InvitationError/textTooLong`` or ``InvitationError/tooManyAddresses`` beyond the limits.
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
