import Testing

@testable import launch

/// One faulty line of the fixture, and the sentence that names the fault.
struct SpoiltLine: CustomTestStringConvertible, Sendable {
    let file: String
    let line: Int
    let text: String
    private(set) var sentence = ""

    init(_ file: String, _ line: Int, _ text: String) {
        (self.file, self.line, self.text) = (file, line, text)
    }

    var testDescription: String { sentence }

    /// Returns the case with its expected sentence. `rest` is the part after the file and the line.
    func withMessage(_ rest: String) -> SpoiltLine {
        var spoilt = self
        spoilt.sentence = "\(file), line \(line), \(rest)"
        return spoilt
    }

    /// Expects the fixture with this line to fail with the sentence.
    func expectFault(sourceLocation: SourceLocation = #_sourceLocation) throws {
        var fixture = DatasetFixture()
        fixture.replace(line: line, of: file, by: text)
        #expect(try fixture.fault() == sentence, sourceLocation: sourceLocation)
    }
}
