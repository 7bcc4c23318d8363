import AtriumValues
import Testing

struct WordsTests {
    @Test func `the key keeps the text and leaves out what people said`() {
        let name = "{1} <b>"
        let words: Words = "\(name) joined \("North") on \(Day(year: 2026, month: 3, day: 1))"
        #expect(words.key == "{1} joined {2} on {3}")
        #expect(words.description == "{1} <b> joined North on 2026-03-01")
    }

    @Test(arguments: [
        (0, "0 seats are free"), (1, "1 seat is free"), (2, "2 seats are free"), (-1, "-1 seats are free"),
    ])
    func `a number comes with its noun`(_ count: Int, _ text: String) {
        let words: Words = "\(count, "seat is", "seats are") free"
        #expect(words.description == text)
        #expect(words.key == "{1 seat is|seats are} free")
    }

    @Test func `words inside words are an argument`() {
        let inner: Words = "fewer than \(5) people"
        let words: Words = "hidden: \(inner)"
        #expect(words.arguments == [.words(inner)])
        #expect(words.description == "hidden: fewer than 5 people")
        #expect(words.key == "hidden: {1}")
    }

    @Test func `a name that nobody translates has no text of its own`() {
        #expect(Words(verbatim: "Zoë").key == "{1}" && Words(verbatim: "Zoë").description == "Zoë")
        #expect(("" as Words).isEmpty && !Words(verbatim: "").isEmpty)
    }
}
