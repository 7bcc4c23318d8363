/// Cuts a stream of bytes into the JSON texts of single statements: one JSON array, objects one after the other or one a
/// line (NDJSON), or one object.
///
/// It does not parse. It follows strings, escapes and braces; what the object says, ``Statement`` judges. A stream may be
/// cut into chunks anywhere: the pieces are the same.
///
/// What an LRS returns is read as well: an object whose own member `statements` is an array (xAPI 1.0.3, Data, 2.5), but
/// not behind an actor, a verb or an object. Its statements are pieces; of the rest only `more` is kept. A fault within
/// may end it: what follows is cut like any other stream.
///
/// An object that is not closed (by the end, within the limit, or because a string in it runs into a line end, which JSON
/// forbids) is one fault at its line. Reading goes on behind that line, with the next line that begins an object. For
/// this the bytes behind are read again, but over a whole stream at most ``rereads`` times as many as it has: beyond
/// that they are left out, under the same fault.
///
/// Once ``next()`` has given nil, the reader holds the chunk that was appended last and, of an object that began before
/// it, at most the limit.
struct StatementReader {
    struct Piece: Equatable {
        /// Where it begins, from 1.
        let line: Int
        let json: Result<[UInt8], StatementFault>
    }

    private enum State {
        /// Between objects.
        case between
        /// Behind a stray byte, to the next object or line.
        case stray
        /// Within an element of an answer's list that is no object, to its end.
        case element
        /// Within an object. The answer of an LRS is an open object again after its statements.
        case object
        /// Within an object that is over its limit on its first line: its end is awaited, its bytes are not kept.
        case overlong
        /// Behind an object that was given up: at the start of a line, or on the rest of one.
        case lineStart, lineRest
    }

    static let rereads = 16

    private let limit: Int
    /// What is held: from the open object on, or from where reading goes on.
    private(set) var window: [UInt8] = []
    private var position = 0
    private var line = 1
    private var state = State.between
    private var isFinished = false
    /// How many bytes were dropped from the window's front, and how many were read again.
    private var (dropped, reread) = (0, 0)

    // Of the object that is being read: where it begins, where its second line begins, and how deep it is.
    private var (start, startLine, depth) = (0, 1, 0)
    private var secondLine: Int?
    private var quotes = JSONQuotes()

    // Of the answer of an LRS: how many brackets of its statements are open, and whether its end is being read.
    private var (brackets, isTail) = (0, false)
    // Where the last string of the open object itself begins, and the byte that has to follow if the object is an answer.
    private var (nameStart, expected) = (0, Expected.name)
    private enum Expected { case name, colon, bracket, nothing }
    /// Where an LRS says that there is more: the link of the last answer.
    private(set) var more: String?

    init(statementLimit: Int = 1 << 20) { limit = statementLimit }

    mutating func append(_ bytes: some Sequence<UInt8>) {
        let kept = state == .object ? start : position
        if kept > 0 {
            window.removeSubrange(..<kept)
            dropped += kept
            position -= kept
            start -= kept
            secondLine = secondLine.map { $0 - kept }
            nameStart -= kept
        }
        window.append(contentsOf: bytes)
    }

    /// Says that nothing more comes: an object that is open is not going to be closed.
    mutating func finish() { isFinished = true }

    /// The next statement's text, or the next fault; nil where more bytes are needed, and at the end.
    mutating func next() -> Piece? {
        repeat {
            while position < window.count {
                let byte = window[position]
                position += 1
                if let piece = read(byte) { return piece }
            }
            guard isFinished, state == .object || brackets > 0 else { return nil }
            // An answer that ends in the middle of its list is a fault as well.
            brackets = 0
            return state == .object ? giveUp(.unclosed) : Piece(line: line, json: .failure(.unclosedAnswer))
        } while true
    }

    private mutating func read(_ byte: UInt8) -> Piece? {
        if byte == .lineFeed { line += 1 }
        switch state {
        case .object, .overlong:
            return readObject(byte)
        case .between where byte.isSeparator || isByteOrderMark(byte):
            if brackets > 0 { followArray(byte) }
            return nil
        case .lineStart where byte.isSeparator || byte == .closingBrace:
            return nil
        case .between, .stray, .lineStart:
            if byte == .openingBrace {
                open()
            } else if state == .between {
                (state, quotes) = (brackets > 0 ? .element : .stray, JSONQuotes())
                quotes.follow(byte)
                return Piece(line: line, json: .failure(.stray))
            } else if byte == .lineFeed {
                state = .between
            } else if state == .lineStart {
                state = .lineRest
            }
        case .element: readElement(byte)
        case .lineRest:
            if byte == .lineFeed { state = .lineStart }
        }
        return nil
    }

    /// An answer goes on behind an element that is no statement. A string that runs into a line end is the end of the answer.
    private mutating func readElement(_ byte: UInt8) {
        quotes.follow(byte)
        if quotes.isOpen {
            if byte == .lineFeed { (state, brackets) = (.between, 0) }
        } else if byte == .openingBrace {
            open()
        } else if byte == .comma || byte == .openingBracket || byte == .closingBracket {
            state = .between
            followArray(byte)
        }
    }

    private mutating func open() {
        state = .object
        (start, startLine, depth) = (position - 1, line, 1)
        secondLine = nil
        (quotes, isTail, expected) = (JSONQuotes(), false, .name)
    }

    private mutating func readObject(_ byte: UInt8) -> Piece? {
        if depth == 1, state == .object, !quotes.isOpen, opensStatements(byte) { return nil }
        switch quotes.follow(byte) {
        case .opens: nameStart = position - 1
        case .closes: closeString()
        case .stays where quotes.isOpen: break
        case .stays where byte == .openingBrace: depth += 1
        case .stays where byte == .closingBrace: depth -= 1
        case .stays: break
        }
        if byte == .lineFeed {
            if state == .overlong {
                (state, brackets) = (.lineStart, 0)
                return nil
            }
            if secondLine == nil { secondLine = position }
            if quotes.isOpen { return giveUp(.unclosed) }
        }
        if state == .object, position - start > limit { return giveUp(.tooLong) }
        guard depth == 0 else { return nil }
        defer { state = .between }
        if isTail {
            more = members(start..<(position - 1))?["more"]?.string ?? more
            return nil
        }
        return state == .object ? Piece(line: startLine, json: .success(Array(window[start..<position]))) : nil
    }

    /// Reports the object, and goes back to its second line. On its first line it can only be left out.
    private mutating func giveUp(_ fault: StatementFault) -> Piece {
        isTail = false
        if let secondLine {
            let isAffordable = reread + position - secondLine <= Self.rereads * (dropped + position)
            if isAffordable {
                reread += position - secondLine
                (position, line) = (secondLine, startLine + 1)
            }
            state = isAffordable || window[position - 1] == .lineFeed ? .lineStart : .lineRest
            brackets = 0
        } else {
            state = depth == 0 ? .between : .overlong
        }
        return Piece(line: startLine, json: .failure(fault))
    }

    // MARK: - The answer of an LRS

    private mutating func closeString() {
        guard depth == 1, state == .object, expected == .name else { return }
        if window[nameStart..<position].elementsEqual("\"statements\"".utf8) { expected = .colon }
    }

    /// Follows what stands between the strings of the open object itself; true where its statements begin with this byte.
    private mutating func opensStatements(_ byte: UInt8) -> Bool {
        guard expected == .colon || expected == .bracket, !byte.isGap || byte == .comma else { return false }
        let isColon = expected == .colon && byte == UInt8(ascii: ":")
        let isOpening = expected == .bracket && byte == .openingBracket && brackets == 0
        expected = isColon ? .bracket : .name
        guard isOpening else { return false }
        // Judged once: reading what stands before takes its time.
        expected = .nothing
        guard let head = members((isTail ? start : start + 1)..<nameStart),
            ["actor", "verb", "object"].allSatisfy({ head[$0] == nil })
        else { return false }
        more = head["more"]?.string ?? (isTail ? more : nil)
        (state, brackets) = (.between, 1)
        return true
    }

    /// Counts the brackets of an answer's list of statements. After the last one, the answer's object is read on.
    private mutating func followArray(_ byte: UInt8) {
        if byte == .openingBracket { brackets += 1 }
        if byte == .closingBracket { brackets -= 1 }
        guard brackets == 0 else { return }
        open()
        (start, isTail) = (position, true)
    }

    /// The members that stand in a part of the answer's object, between commas or not.
    private func members(_ part: Range<Int>) -> JSONObject? {
        var part = window[part].drop { $0.isGap }
        while let last = part.last, last.isGap { part.removeLast() }
        return JSONValue(json: [.openingBrace] + part + [.closingBrace])?.object
    }

    /// Whether this is one of the mark's three bytes, at the very start.
    private func isByteOrderMark(_ byte: UInt8) -> Bool {
        switch dropped + position {
        case 1: byte == 0xEF
        case 2: byte == 0xBB
        case 3: byte == 0xBF
        default: false
        }
    }
}
