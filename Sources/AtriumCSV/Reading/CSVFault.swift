public import AtriumValues

/// Where a text breaks a rule of RFC 4180, and which rule. It quotes nothing of the text.
public struct CSVFault: Error, Equatable {
    /// What is wrong, as a sentence for people that ends with the remedy.
    public enum Problem: String, ExplainedError {
        /// A carriage return ends the field, and no line feed follows it.
        case loneCarriageReturn = "a carriage return comes without a line feed; end lines with LF or CR LF"
        /// The bytes of the field are not UTF-8.
        case notUTF8 = "the field is not UTF-8; save the file as UTF-8"
        /// The bytes of the field are not UTF-8, in a text that may be read as another encoding.
        case unknownEncoding = "the field is not UTF-8; save the file as UTF-8, or say that it is Windows-1252"
        /// The field of a UTF-16 text has one half of a pair, or of a unit, without the other half.
        case halfPair = "the field has half of a UTF-16 character; save the file as UTF-8"
        /// A field that does not begin with a quote contains one.
        case strayQuote = "a quote is in a field that is not quoted; quote the field and double its quotes"
        /// There is text between the closing quote and the next separator or line end.
        case textAfterQuote = "text follows the closing quote; end the field there, or double the quote"
        /// The record is longer than the reader's limit.
        case tooLong = "the record has not ended within the limit on its length; close its quotes, or shorten it"
        /// The text ends within a quoted field.
        case unclosedQuote = "the quote opened here is never closed; close it, or take it out"
    }

    /// The line, from 1, on which the field begins. For text after a closing quote it is the line of that text.
    public let line: Int
    /// The number of the field in its record, from 1.
    public let column: Int
    /// The rule that is broken.
    public let problem: Problem
}
