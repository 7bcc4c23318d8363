internal import Atrium

/// What a cell may contain. Each function throws a fault that quotes the cell if it contains something else.
extension CSVTable {
    /// A text for people, or a code. It is not blank, and has no character that a line cannot contain.
    func text(_ column: Column) throws(DatasetFault) -> String {
        let text = String(decoding: self[column], as: UTF8.self)
        if text.allSatisfy(\.isWhitespace) { throw fault(in: column, "is blank; give it a value") }
        if !text.unicodeScalars.allSatisfy(TextRule.canStandInLine) {
            throw fault(in: column, "has a control or direction character; take it out")
        }
        return text
    }

    /// A whole number in decimal digits. A negative number has a minus sign.
    func integer(_ column: Column) throws(DatasetFault) -> Int {
        guard let value = Int(digits: self[column]) else {
            throw fault(in: column, "is not an integer; write it in digits")
        }
        return value
    }

    /// A number of days from the start of a presentation, at most a century before or after it.
    func days(_ column: Column) throws(DatasetFault) -> Int {
        let value = try integer(column)
        guard (-36_525...36_525).contains(value) else {
            throw fault(in: column, "is not within 36525 days of the start; correct it")
        }
        return value
    }

    /// The number of a student or an assessment: an integer of 0 or more.
    func identifier(_ column: Column) throws(DatasetFault) -> Int {
        let value = try integer(column)
        if value < 0 { throw fault(in: column, "is not an id; write an integer of 0 or more") }
        return value
    }

    /// Throws unless the cell is one of the known words.
    func check(_ column: Column, isOneOf known: [String]) throws(DatasetFault) {
        guard !known.contains(where: { $0.utf8.elementsEqual(self[column]) }) else { return }
        throw fault(in: column, "is not known; write one of \(known.joined(separator: ", "))")
    }
}

extension Int {
    /// Reads ASCII digits after an optional minus sign; `nil` for any other text, and for a number that does not fit.
    fileprivate init?(digits text: ArraySlice<UInt8>) {
        let isNegative = text.first == UInt8(ascii: "-")
        let digits = isNegative ? text.dropFirst() : text
        guard !digits.isEmpty else { return nil }
        self = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            let digit = Int(byte - UInt8(ascii: "0"))
            let (tens, isTooBig) = multipliedReportingOverflow(by: 10)
            let (sum, overflows) = tens.addingReportingOverflow(isNegative ? -digit : digit)
            if isTooBig || overflows { return nil }
            self = sum
        }
    }
}
