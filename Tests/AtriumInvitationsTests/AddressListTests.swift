import Atrium
import AtriumInvitations
import Testing

struct AddressListTests {
    @Test(arguments: [
        ("a@x.example b@x.example", ["a@x.example", "b@x.example"]),
        ("a@x.example,b@x.example;c@x.example", ["a@x.example", "b@x.example", "c@x.example"]),
        (
            "a@x.example\tb@x.example\r\nc@x.example\n\nd@x.example",
            ["a@x.example", "b@x.example", "c@x.example", "d@x.example"]
        ),
        ("Ada Lovelace <Ada@X.example>", ["ada@x.example"]),
        ("\"Lovelace, Ada\" <ada@x.example>, Bob <bob@x.example>", ["ada@x.example", "bob@x.example"]),
        ("<a@x.example>; <b@x.example>", ["a@x.example", "b@x.example"]),
        ("a@x.example Ada <b@x.example>", ["a@x.example", "b@x.example"]),
        ("Ada Lovelace <ada@x.example> Bob <bob@x.example>", ["ada@x.example", "bob@x.example"]),
        ("  ,; \t\n", []),
        ("", []),
    ])
    func `addresses are found between all separators, with and without names`(_ text: String, _ expected: [String]) {
        let found = AddressList(text).entries.map { (try? $0.address.get())?.description ?? "invalid: \($0.text)" }
        #expect(found == expected)
    }

    @Test func `what is no address keeps its line and its fault`() {
        let entries = AddressList("a@x.example\nnobody\nb@x").entries
        #expect(entries.map(\.line) == [1, 2, 3])
        #expect(entries.map(fault) == [nil, .noAt, .domain])
    }

    @Test func `a hostile text is shown short and without control characters`() {
        let entries = AddressList("\u{1B}[31m" + String(repeating: "x", count: 500)).entries
        #expect(entries.map(\.text) == ["[31m" + String(repeating: "x", count: 76)])
        #expect(entries.map(fault) == [.control])
    }

    private func fault(_ entry: AddressList.Entry) -> EmailAddress.Fault? {
        if case .failure(let fault) = entry.address { fault } else { nil }
    }

    @Test func `a hundred thousand addresses are read`() {
        let text = (0..<100_000).map { "user\($0)@x.example" }.joined(separator: "\n")
        #expect(AddressList(text).entries.count == 100_000)
    }
}
