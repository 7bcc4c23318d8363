import Testing

@testable import launch

/// One line of the fixture spoilt, and the sentence that names the fault.
struct SpoiltLine: CustomTestStringConvertible, Sendable {
    let file: String
    let line: Int
    let text: String
    private(set) var sentence = ""

    init(_ file: String, _ line: Int, _ text: String) {
        (self.file, self.line, self.text) = (file, line, text)
    }

    var testDescription: String { sentence }

    /// The case with its sentence, of which file and line go without saying.
    func saying(_ rest: String) -> SpoiltLine {
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
