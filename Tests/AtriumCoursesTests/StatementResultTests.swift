import Testing

@testable import AtriumCourses

struct StatementResultTests {
    private func progress(_ value: String) throws(StatementFault) -> Int? {
        let name = "https://w3id.org/xapi/cmi5/result/extensions/progress"
        return try StatementSample.with("result", #"{"extensions":{"\#(name)":\#(value)}}"#).read().progress
    }

    @Test(arguments: [("0", 0), ("1", 1), ("55", 55), ("55.0", 55), ("1e2", 100), ("100", 100), ("-0", 0)])
    func `progress is a whole number from 0 to 100`(_ value: String, _ percentage: Int) throws {
        #expect(try progress(value) == percentage)
    }

    @Test(arguments: ["-1", "101", "55.5", "1e300", #""55""#, "true", "false", "null", "[55]", "{}"])
    func `any other progress is a fault`(_ value: String) {
        #expect(throws: StatementFault.progress) { try progress(value) }
    }

    static let durations: [(String, Int)] = [
        ("PT0S", 0), ("PT59.99S", 0), ("PT60S", 1), ("PT90M", 90), ("PT1H30M5.25S", 90), ("PT1H0M0S", 60),
        ("PT4H35M59.14S", 275), ("P16559.14S", 275), ("PT1234S", 20), ("P1D", 1440), ("P1DT1H", 1500), ("P4W", 40_320),
        ("P0.5W", 5040), ("P0.5D", 720), ("PT0.1H", 6), ("PT4.35H", 261), ("PT0,7H", 42), ("PT1M59.999999999999S", 1),
        ("PT59M60S", 60), ("P0Y0M0DT0H5M0S", 5), ("PT0000000000000000000005M", 5), ("PT10000000M", 10_000_000),
        ("PT600000059.9S", 10_000_000),
    ]

    @Test(arguments: durations)
    func `a duration is rounded down to minutes`(_ duration: String, _ minutes: Int) throws {
        let sample = StatementSample.with("result", #"{"duration":"\#(duration)"}"#)
        #expect(try sample.read().minutes == minutes)
    }

    static let noDurations = [
        "", "P", "PT", "T", "PT5", "5M", "P1Y", "PT1ST1H", "P1DT", "P1M", "P3Y1M29DT4H35M59.14S", "P4W1D", "P1DT4W",
        "PT5M1H", "PT5M5M",
        "PT1.5H30M", "PT5.M", "PT.5M", "PT5 M", "-PT5M", "PT-5M", "+PT5M", "pt5m", "P1DT", "PT1D", "P5M", "PTT5M",
        "PT5MT5S", "P1D5S", "PT5M ", "P2015-11-18T00:00:00", "PT٥M", "PT10000001M", "PT600000060S", "P0.5YT5M",
        "PT99999999999999999999999999S", "P99999999999999999999W", "PT5M\\u0000",
    ]

    @Test(arguments: noDurations)
    func `what is no duration, or of no certain length, is a fault`(_ duration: String) {
        let sample = StatementSample.with("result", #"{"duration":"\#(duration)"}"#)
        #expect(throws: StatementFault.duration) { try sample.read() }
    }

    @Test(arguments: ["null", "5", "true", "{}"])
    func `a duration that is no text is a fault`(_ duration: String) {
        #expect(throws: StatementFault.duration) {
            try StatementSample.with("result", #"{"duration":\#(duration)}"#).read()
        }
    }

    @Test(arguments: ["null", "[]", #""passed""#, #"{"extensions":null}"#, #"{"extensions":[]}"#])
    func `a result that is no object is a fault`(_ result: String) {
        #expect(throws: StatementFault.result) { try StatementSample.with("result", result).read() }
    }

    @Test func `every learning verb may come with progress and a duration`() throws {
        for name in ["initialized", "progressed", "completed", "passed", "failed"] {
            let statement = try StatementSample.with("verb", StatementSample.verb(name)).read()
            #expect(statement.progress == 55 && statement.minutes == 90, "\(name)")
        }
    }
}
