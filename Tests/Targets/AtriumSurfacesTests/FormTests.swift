import Atrium
import AtriumSurfaces
import Testing

/// A surface with a field of each kind.
private struct Everything: Sendable, Equatable {
    enum Size: String, CaseIterable { case small, large }

    let line: String
    let count: Int
    let day: Day?
    let isOpen: Bool
    let size: Size
    let teams: [TeamID]

    static let form = Form(
        Self.init,
        Field("line", \.line, .line, "Line"),
        Field("count", \.count, .integer(1...9), "Count", default: 3),
        Field("day", \.day, .optional(.day), "Day"),
        Field("is-open", \.isOpen, .flag, "Open"),
        Field("size", \.size, .cases { $0 == .small ? "small" : "large" }, "Size"),
        Field("teams", \.teams, .many(.team), "Teams"))
}

struct FormTests {
    private let team = "019b8d62-7a80-7687-a965-68c4e2109c44"

    @Test func `a value is made from texts, and defaults fill in what is missing`() throws {
        let value = try Everything.form.read(FormInput(["line": ["x"], "size": ["large"], "teams": [team, ""]]))
        #expect(
            value
                == Everything(
                    line: "x", count: 3, day: nil, isOpen: false, size: .large, teams: [try #require(TeamID(team))]))
    }

    @Test func `a default also fills a field that may be left empty`() throws {
        #expect(try MembersTable.form.read(FormInput()).state == .active)
        #expect(try MembersTable.form.read(FormInput(["state": [""]])).state == nil)
    }

    @Test func `all faults of all fields are found at once`() {
        let input = FormInput([
            "line": ["a\nb"], "count": ["10"], "day": ["2026-02-30"], "size": ["huge"], "teams": ["north"],
        ])
        let error = #expect(throws: InvalidFields.self) { try Everything.form.read(input) }
        #expect(error?.faults.keys.sorted() == ["count", "day", "line", "size", "teams"])
        #expect(error?.faults["count"]?.description == "is a whole number from 1 to 9")
        let empty = #expect(throws: InvalidFields.self) { try Everything.form.read(FormInput()) }
        #expect(empty?.faults == ["line": "is required", "size": "is required"])
    }

    @Test func `a value is written to texts and to an address, and read again`() throws {
        let value = Everything(
            line: "50 % & more = ü ☃ +1", count: 9, day: Day("2026-03-31"), isOpen: true, size: .small,
            teams: [try #require(TeamID(team)), try #require(TeamID(team))])
        let input = Everything.form.write(value)
        #expect(try Everything.form.read(input) == value)
        #expect(try Everything.form.read(FormInput(query: input.query)) == value)
    }

    @Test func `an address has the fields of a value by name, and leads to the same value`() throws {
        let value = Everything(
            line: "a&b=ü", count: 4, day: nil, isOpen: true, size: .small,
            teams: [try #require(TeamID(team)), try #require(TeamID(team))])
        let address = Everything.form.address(of: value, at: "/a")
        #expect(address == "/a?count=4&is-open=true&line=a%26b%3D%C3%BC&size=small&teams=\(team)&teams=\(team)")
        #expect(try Everything.form.read(FormInput(query: String(address.dropFirst(3)))) == value)
        let further = Everything.form.address(of: value, at: "/a?b=1", leavingOut: ["teams", "line"])
        #expect(further == "/a?b=1&count=4&is-open=true&size=small")
    }

    @Test func `an address says that a default does not apply`() throws {
        let address = MembersTable.form.address(of: MembersTable(state: nil), at: "")
        #expect(address == "?state=")
        #expect(try MembersTable.form.read(FormInput(query: "state=")).state == nil)
    }

    @Test(arguments: ["a=%", "a=%zz", "%ff=1", "a=%ff%fe"])
    func `an address that is not encoded correctly is refused`(_ query: String) {
        let error = #expect(throws: InvalidFields.self) { try FormInput(query: query) }
        #expect(error?.isUnreadable == true)
    }

    @Test func `rows are selected one by one, or by the filters of their table`() throws {
        let kind = Form({ (rows: Selection<MembersTable>) in Chosen(rows: rows) }, Chosen.field)
        let id = "019b8d62-7a80-7687-a965-68c4e2109c44"
        guard case .ticked(let ids) = try kind.read(FormInput(["rows": ["id:\(id)"]])).rows else {
            Issue.record("not ticked")
            return
        }
        #expect(ids.map(\.description) == [id])
        let table = MembersTable(text: "a&b", state: nil)
        let written = kind.write(Chosen(rows: .matching(table)))
        guard case .matching(let again) = try kind.read(written).rows else {
            Issue.record("not matching")
            return
        }
        #expect(again.text == "a&b" && again.state == nil)
        for text in ["", "id:", "id:x", "all:text=%", "x"] {
            #expect(throws: InvalidFields.self, "\(text)") { try kind.read(FormInput(["rows": [text]])) }
        }
    }

    private struct Chosen: Sendable {
        let rows: Selection<MembersTable>
        static let field = Field<Chosen, Selection<MembersTable>>(
            "rows", \.rows, .selection(of: MembersTable.self), "Rows")
    }
}
