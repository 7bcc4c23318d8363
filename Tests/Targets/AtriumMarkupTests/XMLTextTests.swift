import AtriumMarkup
import Testing

struct XMLTextTests {
    @Test func `the marks of XML are escaped, for elements and for attributes in single or double quotes`() {
        #expect(XMLText.escaped("<a href=\"x\">Q&A's</a>") == "&lt;a href=&quot;x&quot;&gt;Q&amp;A&#39;s&lt;/a&gt;")
    }

    @Test func `characters that XML does not allow are replaced, and all others stay`() {
        #expect(XMLText.escaped("a\0b\u{B}c\u{FFFE}d\u{FFFF}") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}")
        #expect(XMLText.escaped("é\t\r\n界\u{1F600}\u{10FFFF}") == "é\t\r\n界\u{1F600}\u{10FFFF}")
    }
}
