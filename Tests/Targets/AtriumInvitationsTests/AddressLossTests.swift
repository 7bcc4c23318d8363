import Atrium
import AtriumInvitations
import AtriumTesting
import Testing

/// Random texts, which are the same in every run.
struct AddressLossTests {
    private static let parts = [
        " ", " ", " ", ", ", "; ", ",", ";", "\t", "\"", "\" ", " \"", "\\\"", "\\", "<", ">", " <", "> ", "(", ")",
        "[", "]",
        ":", ": ", "：", "'", ".", "。", "|", "| ", "„", "“", "”", "’", "＜", "＞", "《", "》", "\u{200B}", "mailto:", "To:",
        "Dr.",
        "Jane", "Doe, Jane", "ד\"ר", "5\"", "O'Brien",
    ]

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `no address is lost, whatever is around it`(_ seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let (line, addresses) = Self.line(&chance)
            let entries = try AddressList(line).entries
            for address in addresses {
                let isShown = entries.contains { entry in
                    switch entry.address {
                    case .success(let found):
                        found.description.contains(address) || Self.isNamed(address, in: entry.text)
                    case .failure: entry.text.contains(address)
                    }
                }
                #expect(isShown, "\(address) of \(line)")
            }
        }
    }

    /// A line of at most 80 characters, like an entry's text, with up to four addresses; and these addresses.
    private static func line(_ chance: inout SeededGenerator) -> (String, [String]) {
        var (line, addresses) = ("", [String]())
        while line.count < 60 {
            if Int.random(in: 0..<8, using: &chance) == 0, addresses.count < 4 {
                let address = "p\(addresses.count)@x.example"
                addresses.append(address)
                line += address
            } else {
                line += parts.randomElement(using: &chance) ?? ""
            }
        }
        return (line, addresses)
    }

    /// Whether the address is between a straight quote that begins a word and one that ends a word, with no other such
    /// quote between these two.
    private static func isNamed(_ address: String, in text: String) -> Bool {
        guard let range = text.firstRange(of: address) else { return false }
        let before = text[..<range.lowerBound].matches(of: /(^|[\s\u{200B},;:：>＞)\]》])"(?![\s\u{200B},;])/).last
        let after = text[range.upperBound...].firstMatch(of: /(^|[^\\])"(?=[\s\u{200B},;<＜(\[《„])/)
        guard let before, after != nil else { return false }
        return !text[before.range.upperBound..<range.lowerBound].contains(/[^\\]"[\s\u{200B},;<＜(\[《„]/)
    }

    private static let names = [
        "Jane Doe", "Doe, Jane", "ד\"ר דנה", "עו\"ד", "O'Brien, Pat", "5\" Disk Team", "Rick\"", "\"Doe; Jane\"",
        "\"O\\\"Neil; \\\"JD\"", "\"jane@home.example\"", "“Doe, Jane”", "张三", "Ann \"Annie\" Roe", "To: Jane", "",
    ]
    private static let frames = [
        ("<", ">"), (" <", ">"), (" [mailto:", "]"), (" (", ")"), ("＜", "＞"), (" <smtp:", ">"), (" <mailto:", ">"),
    ]
    private static let separators = [", ", "; ", "\n", "; \r\n", "；", "、"]

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `every address in brackets is found after every kind of name`(_ seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            var text = ""
            for index in 0..<6 {
                let (start, end) = Self.frames.randomElement(using: &chance) ?? ("<", ">")
                text += Self.names.randomElement(using: &chance) ?? ""
                text += "\(start)p\(index)@x.example\(end)"
                text += Self.separators.randomElement(using: &chance) ?? ""
            }
            let found = try AddressList(text).entries.map { try? $0.address.get().description }
            #expect(found == (0..<6).map { "p\($0)@x.example" }, "\(text)")
        }
    }
}
