/// Where a text departs from RFC 4180, and how. It quotes nothing of the text.
public struct CSVFault: Error, Equatable {
    /// What is wrong, as a sentence for people that ends in the remedy.
    public enum Problem: String, Sendable {
        /// A carriage return ends the field, and no line feed follows it.
        case loneCarriageReturn = "a carriage return stands without a line feed; end lines with LF or CR LF"
        /// The bytes of the field are not UTF-8.
        case notUTF8 = "the field is not UTF-8; save the file as UTF-8"
        /// So it is, in a text that may be read as another encoding.
        case unknownEncoding = "the field is not UTF-8; save the file as UTF-8, or say that it is Windows-1252"
        /// The field of a UTF-16 text has one half of a pair without the other, or of a unit.
        case halfPair = "the field has half of a UTF-16 character; save the file as UTF-8"
        /// A field that does not begin with a quote has one further on.
        case strayQuote = "a quote stands in a field that is not quoted; quote the field and double its quotes"
        /// Between the closing quote and the next separator or line end there is something.
        case textAfterQuote = "text follows the closing quote; end the field there, or double the quote"
        /// The record goes on beyond the reader's limit.
        case tooLong = "the record has not ended within the limit on its length; close its quotes, or shorten it"
        /// The text ends within a quoted field.
        case unclosedQuote = "the quote opened here is never closed; close it, or take it out"
    }

    /// The line, from 1: where the field begins, or where the text stands that follows its closing quote.
    public let line: Int
    /// The number of the field in its record, from 1.
    public let column: Int
    /// Which rule is broken.
    public let problem: Problem
}
