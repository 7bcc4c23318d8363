/// Cuts a stream of bytes into the JSON texts of single statements. The stream is one JSON array, or objects one after the
/// other or one per line (NDJSON), or one object.
///
/// It does not parse. It follows strings, escapes and braces; ``Statement`` judges what an object says. A stream may be cut
/// into chunks anywhere: the pieces are the same.
///
/// It also reads what an LRS returns: an object whose own member `statements` is an array (xAPI 1.0.3, Data, 2.5), unless an
/// actor, a verb or an object comes before it. The statements in it are pieces. Of its other members, only `more` is kept. A
/// fault in it may end it: then the rest is cut like any other stream.
///
/// An object is not closed if the stream ends, if the limit is reached, or if a string in the object runs into a line end,
/// which JSON forbids. Such an object is one fault at its line. Reading continues after that line, at the next line that begins
/// an object. For this, the bytes after that line are read again. Over a whole stream, at most ``rereads`` times as many bytes
/// are read again as the stream has. Beyond that, the bytes are left out, under the same fault.
///
/// After ``next()`` has returned `nil`, the reader holds the chunk that was appended last. It also holds at most the limit of
/// an object that began before that chunk.
struct StatementReader {
    struct Piece: Equatable {
        /// The number of the line on which it begins, from 1.
        let line: Int
        let json: Result<[UInt8], StatementFault>
    }

    private enum State {
        /// Between objects.
        case between
        /// After a stray byte, until the next object or line.
        case stray
        /// Inside an element of an answer's list that is no object, until its end.
        case element
        /// Inside an object. After its statements, the answer of an LRS is an open object again.
        case object
        /// Inside an object that exceeds its limit on its first line. Its bytes are not kept until its end.
        case overlong
        /// After an object that was given up: at the start of a line, or on the rest of a line.
        case lineStart, lineRest
    }

    static let rereads = 16

    private let limit: Int
    /// The bytes that are held: from the start of the open object, or from where reading continues.
    private(set) var window: [UInt8] = []
    private var position = 0
    private var line = 1
    private var state = State.between
    private var isFinished = false
    /// How many bytes were dropped from the front of the window, and how many were read again.
    private var (dropped, reread) = (0, 0)

    // The object that is being read: where it begins, where its second line begins, and how many braces are open.
    private var (start, startLine, depth) = (0, 1, 0)
    private var secondLine: Int?
    private var quotes = JSONQuotes()

    // The answer of an LRS: how many brackets of its statements are open, and whether the part after them is being read.
    private var (brackets, isTail) = (0, false)
    private var array = LeadingArray()
    // Where the last string of the open object itself begins, and the byte that has to follow if the object is an answer.
    private var (nameStart, expected) = (0, Expected.name)
    private enum Expected { case name, colon, bracket, nothing }
    /// The link to more statements in the last answer of an LRS.
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

    /// Says that no more bytes follow: an open object will not be closed.
    mutating func finish() { isFinished = true }

    /// The next statement's text, or the next fault; `nil` if more bytes are needed, and at the end.
    mutating func next() -> Piece? {
        repeat {
            while position < window.count {
                let byte = window[position]
                position += 1
                if let piece = read(byte) { return piece }
            }
            guard isFinished, state == .object || brackets > 0 || array.isOpen else { return nil }
            // A list that ends in its middle is also a fault.
            brackets = 0
            array.close()
            return state == .object ? giveUp(.unclosed) : Piece(line: line, json: .failure(.unclosedAnswer))
        } while true
    }

    private mutating func read(_ byte: UInt8) -> Piece? {
        if byte == .lineFeed { line += 1 }
        switch state {
        case .object, .overlong:
            return readObject(byte)
        case .between where byte.isSeparator || isByteOrderMark(byte):
            if brackets > 0 { followArray(byte) } else { array.count(byte) }
            return nil
        case .lineStart where byte.isSeparator || byte == .closingBrace:
            return nil
        case .between, .stray, .lineStart:
            if byte == .openingBrace {
                open()
            } else if state == .between {
                (state, quotes) = (brackets > 0 ? .element : .stray, JSONQuotes())
                array.streamHasBegun()
                quotes.advance(byte)
                return Piece(line: line, json: .failure(.stray))
            } else if state == .stray, byte != .lineFeed {
                quotes.advance(byte)
                if !quotes.isOpen { array.count(byte) }
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

    /// Reads a byte of an element that is no object. The answer continues after the element. A string that runs into a line end
    /// ends the answer.
    private mutating func readElement(_ byte: UInt8) {
        quotes.advance(byte)
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
        array.streamHasBegun()
        (start, startLine, depth) = (position - 1, line, 1)
        secondLine = nil
        (quotes, isTail, expected) = (JSONQuotes(), false, .name)
    }

    private mutating func readObject(_ byte: UInt8) -> Piece? {
        if depth == 1, state == .object, !quotes.isOpen, opensStatements(byte) { return nil }
        switch quotes.advance(byte) {
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

    /// Reports the object, and goes back to its second line. An object that is still on its first line can only be left out.
    private mutating func giveUp(_ fault: StatementFault) -> Piece {
        isTail = false
        array.close()
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

    /// Follows the bytes between the strings of the open object itself. Returns true if its statements begin with this byte.
    private mutating func opensStatements(_ byte: UInt8) -> Bool {
        guard expected == .colon || expected == .bracket, !byte.isGap || byte == .comma else { return false }
        let isColon = expected == .colon && byte == UInt8(ascii: ":")
        let isOpening = expected == .bracket && byte == .openingBracket && brackets == 0
        expected = isColon ? .bracket : .name
        guard isOpening else { return false }
        // An object is checked only once, because it takes time to parse what comes before.
        expected = .nothing
        guard let head = members((isTail ? start : start + 1)..<nameStart),
            ["actor", "verb", "object"].allSatisfy({ head[$0] == nil })
        else { return false }
        more = head["more"]?.string ?? (isTail ? more : nil)
        (state, brackets) = (.between, 1)
        return true
    }

    /// Counts the brackets of an answer's list of statements. After the last one, reading of the answer's object continues.
    private mutating func followArray(_ byte: UInt8) {
        if byte == .openingBracket { brackets += 1 }
        if byte == .closingBracket { brackets -= 1 }
        guard brackets == 0 else { return }
        open()
        (start, isTail) = (position, true)
    }

    /// The members in a part of the answer's object. The part may begin and end with commas.
    private func members(_ part: Range<Int>) -> JSONObject? {
        var part = window[part].drop { $0.isGap }
        while let last = part.last, last.isGap { part.removeLast() }
        return JSONValue(json: [.openingBrace] + part + [.closingBrace])?.object
    }

    /// Whether this is one of the three bytes of a byte order mark at the very start.
    private func isByteOrderMark(_ byte: UInt8) -> Bool {
        switch dropped + position {
        case 1: byte == 0xEF
        case 2: byte == 0xBB
        case 3: byte == 0xBF
        default: false
        }
    }
}
