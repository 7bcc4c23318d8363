import Testing

@testable import AtriumCourses

struct StatementResultTests {
    private func statement(progress value: String) throws(StatementFault) -> Statement {
        let name = "https://w3id.org/xapi/cmi5/result/extensions/progress"
        return try StatementSample.with("result", #"{"extensions":{"\#(name)":\#(value)}}"#).read()
    }

    @Test(arguments: [("0", 0), ("1", 1), ("55", 55), ("55.0", 55), ("1e2", 100), ("100", 100), ("-0", 0)])
    func `progress is a whole number from 0 to 100`(_ value: String, _ percentage: Int) throws {
        let statement = try statement(progress: value)
        #expect(statement.progress == percentage && statement.omitted.isEmpty)
    }

    @Test(arguments: ["-1", "101", "55.5", "1e300", #""55""#, "true", "false", "[55]", "{}"])
    func `any other progress is left out`(_ value: String) throws {
        let statement = try statement(progress: value)
        #expect(statement.progress == nil && statement.omitted == [.progress])
    }

    static let durations: [(String, Int)] = [
        ("PT0S", 0), ("PT59.99S", 0), ("PT60S", 1), ("PT90M", 90), ("PT1H30M5.25S", 90), ("PT1H0M0S", 60),
        ("PT4H35M59.14S", 275), ("P16559.14S", 275), ("PT1234S", 20), ("P1D", 1440), ("P1DT1H", 1500), ("P4W", 40_320),
        ("P0.5W", 5040), ("P0.5D", 720), ("PT0.1H", 6), ("PT4.35H", 261), ("PT0,7H", 42), ("PT1M59.999999999999S", 1),
        ("PT59M60S", 60), ("P0Y0M0DT0H5M0S", 5), ("PT0000000000000000000005M", 5), ("PT10000000M", 10_000_000),
        ("PT600000059.9S", 10_000_000), ("pt1h30m", 90),
    ]

    @Test(arguments: durations)
    func `a duration is rounded down to minutes`(_ duration: String, _ minutes: Int) throws {
        let sample = StatementSample.with("result", #"{"duration":"\#(duration)"}"#)
        #expect(try sample.read().minutes == minutes)
    }

    static let noDurations = [
        "", "P", "PT", "T", "PT5", "5M", "P1Y", "PT1ST1H", "P1DT", "P1M", "P3Y1M29DT4H35M59.14S", "P4W1D", "P1DT4W",
        "PT5M1H", "PT5M5M",
        "PT1.5H30M", "PT5.M", "PT.5M", "PT5 M", "-PT5M", "PT-5M", "+PT5M", "P1DT", "PT1D", "P5M", "PTT5M",
        "PT5MT5S", "P1D5S", "PT5M ", "P2015-11-18T00:00:00", "PT٥M", "PT10000001M", "PT600000060S", "P0.5YT5M",
        "PT99999999999999999999999999S", "P99999999999999999999W", "PT5M\\u0000",
    ]

    @Test(arguments: noDurations)
    func `a text that is no duration, or has no certain length, is left out`(_ duration: String) throws {
        let statement = try StatementSample.with("result", #"{"duration":"\#(duration)"}"#).read()
        #expect(statement.minutes == nil && statement.omitted == [.duration])
    }

    @Test(arguments: ["5", "true", "{}"])
    func `a duration that is no text is left out`(_ duration: String) throws {
        let statement = try StatementSample.with("result", #"{"duration":\#(duration)}"#).read()
        #expect(statement.minutes == nil && statement.omitted == [.duration])
    }

    @Test(arguments: [
        "null", "{}", #"{"extensions":null,"duration":null}"#,
        #"{"extensions":{"https://w3id.org/xapi/cmi5/result/extensions/progress":null}}"#,
    ])
    func `a null in a result counts as absent`(_ result: String) throws {
        let statement = try StatementSample.with("result", result).read()
        #expect(statement.progress == nil && statement.minutes == nil && statement.omitted.isEmpty)
    }

    @Test(arguments: ["[]", #""passed""#, #"{"extensions":[]}"#])
    func `a result that is no object is left out`(_ result: String) throws {
        #expect(try StatementSample.with("result", result).read().omitted == [.result])
    }

    @Test(arguments: ["[]", #"{"duration":"P1Y","score":7,"extensions":[]}"#, #"{"duration":"PT5M"}"#])
    func `progress and duration are not checked for a verb that does not use them`(_ result: String) throws {
        for name in ["initialized", "completed", "passed", "failed"] {
            var sample = StatementSample.with("verb", StatementSample.verb(name))
            sample.members["result"] = result
            let statement = try sample.read()
            #expect(statement.progress == nil && statement.minutes == nil && statement.omitted.isEmpty, "\(name)")
        }
    }

    static let ends: [(String, Bool?, Bool?)] = [
        (#"{"success":true,"completion":false}"#, true, false), (#"{"success":false,"completion":true}"#, false, true),
        (#"{"success":"true","completion":1}"#, nil, nil), ("{}", nil, nil), ("[]", nil, nil),
    ]

    @Test(arguments: ends)
    func `success and completion are read if they are booleans`(
        _ result: String, _ success: Bool?, _ completion: Bool?
    ) throws {
        let statement = try StatementSample.with("result", result).read()
        #expect(statement.success == success && statement.completion == completion)
    }
}
