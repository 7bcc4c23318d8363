import Atrium
import Testing

@testable import AtriumCourses

struct JSONNumberTests {
    private func digest(_ number: String) throws -> [UInt8] {
        try StatementSample.with("context", "[\(number)]").read().digest
    }

    private static let long = String(repeating: "7", count: 400)

    @Test(arguments: [
        ["1", "1.0", "1e0", "1E+0", "1.000e-0", "10e-1", "0.1e1", "100e-2", "0.0001e00004"],
        ["0", "-0", "0.0", "0e5", "-0e-5", "0e999999999999999999999999", "0.000e-400"],
        ["9007199254740993", "9007199254740993.0", "9.007199254740993e15", "90071992547409930e-1"],
        ["-120", "-1.2e2", "-12e1", "-120.00"], ["1e21", "1\(String(repeating: "0", count: 21))"],
        ["1e-400", "0.1e-399", "10e-401"], ["0.5", "5e-1", "0.50"],
        ["1e308", "1\(String(repeating: "0", count: 308))"], ["0.\(long)", "0.\(long)0", "0.0\(long)e1"],
        ["-1e-99999", "-0.1e-99998"],
    ])
    func `one value has one digest, in whatever way its number is written`(_ texts: [String]) throws {
        let first = try digest(texts[0])
        for text in texts { #expect(try digest(text) == first, "\(text.prefix(50))") }
    }

    @Test(arguments: [
        ("9007199254740992", "9007199254740993"), ("9223372036854775807", "9223372036854775808"),
        ("0.1", "0.1000000000000000055511151231257827"), ("1", "-1"), ("1e-400", "0"), ("1e-400", "1e-401"),
        ("-1e-99999", "-1e-99998"), ("0.1", "1"), ("10", "1"), ("1e21", "1e22"), ("1e20", "1e21"), ("1e-20", "1e-21"),
        ("0.\(long)8", "0.\(long)9"), ("1", "\"1\""), ("1", "true"), ("0", "null"),
    ])
    func `two values have two digests, even if a Double cannot tell them apart`(_ one: String, _ other: String) throws {
        #expect(try digest(one) != digest(other))
    }

    @Test(arguments: [
        "1e400", "-1e400", "1.8e308", "1e309", "0.1e310", "1e99999999999999999999999999",
        "1e-99999999999999999999999999",
        "\(long)", "1e\(long)", "1e-\(long)", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+", "1.e1", "0x1", "1_0",
        "١",
        "NaN", "Infinity", "--1", "1 2", "1e1.5",
    ])
    func `a text that is no number, or a number beyond a Double, is a fault`(_ text: String) {
        #expect(throws: StatementFault.notJSON) { try digest(text) }
    }

    @Test func `a number of any length is read`() throws {
        let digits = String(repeating: "7", count: 1_000_000)
        #expect(try digest("0.\(digits)") == digest("0.\(digits)0"))
        #expect(try digest("0.\(digits)1") != digest("0.\(digits)2"))
        for text in [digits, "1e\(digits)", "1e-\(digits)"] {
            #expect(throws: StatementFault.notJSON) { try digest(text) }
        }
    }

    @Test func `the greatest Double is read as a number`() throws {
        #expect(try digest("1.7976931348623157e308") != digest("1.7976931348623156e308"))
    }

    @Test(arguments: [
        ("55", 55), ("5.5e1", 55), ("0", 0), ("-0", 0), ("100.0", 100), ("0.1e3", 100), ("1e2", 100), ("0e999", 0),
    ])
    func `progress is a whole number, in whatever way it is written`(_ text: String, _ percentage: Int) throws {
        #expect(try StatementSample.with("result", progress(text)).read().progress == percentage)
    }

    @Test(arguments: [
        "101", "-1", "0.5", "55.00000000000000000001", "1e300", "-1e300", "1e15", "1e16", "1e-300",
        "99.9999999999999999999",
        "1e-999999", "18446744073709551671", "9223372036854775863",
    ])
    func `progress that is no whole number from 0 to 100 is left out, and the statement says why`(_ text: String) throws
    {
        let statement = try StatementSample.with("result", progress(text)).read()
        #expect(statement.progress == nil && statement.omitted == [.progress])
    }

    private func progress(_ text: String) -> String {
        #"{"extensions":{"https://w3id.org/xapi/cmi5/result/extensions/progress":\#(text)}}"#
    }
}
