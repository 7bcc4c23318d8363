import Testing

@testable import AtriumDrawing

struct FittedTextTests {
    @Test func `an integrator's words do not change the direction of a line`() {
        #expect(FittedText.words(of: "a\u{202E}b\u{2066}c\u{200F}").map(\.text) == ["abc"])
    }

    @Test(arguments: ["A", "Universitätsklinikum Hamburg-Eppendorf", "جامعة الملك سعود للعلوم الصحية", "国立大学法人東京大学"])
    func `a text stays in its box, whatever its letters are`(_ text: String) {
        let fitted = FittedText(text, size: 40, width: 200, height: 60)
        #expect(Double(fitted.lines.count) * fitted.size * FittedText.leading <= 60.1)
        #expect(fitted.lines.allSatisfy { TextWidth.ems($0) * fitted.size <= 200 })
        #expect(fitted.lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }

    @Test func `a word that is a little too long gets smaller, and is not broken`() {
        let fitted = FittedText("training.example", size: 40, width: 200, height: 60)
        #expect(fitted.lines == ["training.example"] && fitted.size < 40 && fitted.size > 20)
    }

    @Test func `one long word is broken between its letters`() {
        let fitted = FittedText(String(repeating: "m", count: 120), size: 40, width: 200, height: 60)
        #expect(fitted.lines.count > 1)
        #expect(fitted.lines.joined().count == 120)
    }
}
