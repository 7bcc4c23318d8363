import AtriumMarkup
import AtriumTesting
import Testing

struct HostileMarkupTests {
    /// Addresses that must not become links: other schemes, plain and in disguise, and malformed addresses.
    static let addresses = [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
        "java\nscript:alert(1)", "\u{1}javascript:alert(1)", "java\0script:alert(1)", "javascript&colon;alert(1)",
        "javascript&#58;alert(1)", "&#106;avascript:alert(1)", "&#x6A&#x61vascript:alert(1)", "javascript%3Aalert(1)",
        "javascript\\:alert(1)", "\\javascript:alert(1)", "vbscript:msgbox(1)", "livescript:x", "mocha:x",
        "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "data&colon;text/html,x",
        "file:///etc/passwd", "ftp://x.example", "about:blank", "blob:https://x.example/1", "view-source:https://x",
        "//evil.example", "/path", "?q", "#x", "x", "", "https:", "https:/x", "https:///x", "https:\\\\x", "http:x",
        "https://", "https://?x", "https://a@evil.example", "https://good.example@evil.example/", "https://a:b@c",
        "https://x\u{A0}@y", "https://x.example\" onmouseover=\"alert(1)", "https://x.example' onclick='alert(1)",
        "https://x.example/<script>", "https://x.example/`", "https://x.example/\\", "https://x.example:port/",
        "https://[::1]/", "https://-x", "https://javascript:alert(1)", "mailto:", "mailto:x", "mailto:a@b?bcc=c@d",
        "mailto:a@b,c@d", "mailto:a@b%0aBcc:c@d", "mailto:a@b@c", "mailto:javascript:alert(1)", "\u{202E}https://x",
        "ｊavascript:alert(1)", "ｈttps://x.example", "https\u{200B}://x.example", "https：//x.example", "tel:1", "sms:1",
    ]

    @Test(arguments: addresses)
    func `an address with any other scheme, in any disguise, is text`(_ address: String) throws {
        for text in [
            "[x](\(address))", "<a href=\"\(address)\">x</a>", "![x](\(address))", "[x][1]\n\n[1]: \(address)",
        ] {
            let html = Markup(text).html
            _ = try HTMLChecker.check(html)
            // A web address inside a bad address may be a link itself, as in any text.
            #expect(!Markup(text).html.contains(/href="(?!https?:\/\/[a-z])/))
        }
        #expect(!Markup("[x](\(address))").html.contains(">x</a>"))
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<iframe src=//evil>",
        "<!--<img src=--><img src=x onerror=alert(1)>", "<![CDATA[<script>]]>", "<?xml version=\"1.0\"?>",
        "<!DOCTYPE x>",
        "</p><script>", "```\n</code></pre><script>alert(1)</script>", "`</code><script>`", "# </h1><b>",
        "> </blockquote>",
        "- </li></ul><form action=//evil>", "[</a><b>](https://x.example)",
        "[x](https://x.example \"onclick=alert(1)\")",
        "[x](<javascript:alert(1)>)", "<javascript:alert(1)>", "<https://x.example onclick=alert(1)>", "&lt;script&gt;",
        "&#60;script&#62;", "+ADw-script+AD4-", "\u{2028}<script>\u{2029}", "\u{FEFF}<script>", "<scr\0ipt>",
        "<\u{0}b>",
        "[a](https://x.example/&quot;onclick=alert&#40;1&#41;)", "[a](https://x.example/\u{FF1C}script\u{FF1E})",
        "[[x](javascript:a)](https://x.example)", "[x](https://x.example)(javascript:a)", "*<b*>", "_<i_>", "**`**`**",
        "[*x](https://x.example)*", "*[x*](https://x.example)", "[`](https://x.example)`", "\\<b\\>",
        "\\[x](javascript:a)",
        "1. <b>\n2. [x](\n   javascript:a)", "[x\n](https://x.example)", "[x](https://x\n.example)", "\u{FFFE}\u{FFFF}",
        "'\"><b onmouseover='alert(1)'>", "a\u{300}<\u{338}b>", "<\u{338}script>", "99999999999. x", "0. x",
    ])
    func `raw HTML is text, whatever surrounds it`(_ text: String) throws {
        let html = Markup(text).html
        _ = try HTMLChecker.check(html)
        #expect(!html.contains("<script") && !html.contains("<b") || html.contains("<blockquote"))
    }

    @Test func `any text becomes well-formed HTML with allowed elements, and the same text gives the same result`()
        throws
    {
        var generator = SeededGenerator(seed: 4)
        let pieces =
            Self.addresses + [
                "*", "**", "_", "__", "***", "`", "``", "```", "~~~", "[", "]", "(", ")", "](", "](https://x.example)",
                "<",
                ">", "> ", "- ", "* ", "1. ", "  ", "    ", "\t", "\n", "\r\n", "\r", "\n\n", "\\", "#", "# ", "### ",
                "---",
                "&", "&amp;", "\"", "'", "a", "word", "é", "界", "👩‍👩‍👧", "\u{301}", "\0", "\u{1B}", "https://x.example",
                "http://y.example/_a_",
            ]
        for _ in 0..<4000 {
            let text = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            let markup = Markup(text)
            let depth = try HTMLChecker.check(markup.html)
            #expect(depth <= 20)
            #expect(Markup(text) == markup)
            _ = markup.plainText
        }
    }

    @Test func `random bytes become well-formed HTML`() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 1...80, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            _ = try HTMLChecker.check(Markup(String(decoding: bytes, as: UTF8.self)).html)
        }
    }

    /// Pieces that are repeated into texts that slow parsers down or overflow their stacks.
    @Test(arguments: [
        "*", "**", "_", "a*", "*a", "*a ", "a* ", "*a_b", "**a *b ", "[", "]", "[]", "[a](", "[a](b", "[a]((", "[](()",
        "](",
        "![", "[*a", "*[a", "[a](https://x.example", ">", "> ", ">\n", "> a\n", "- ", "- - ", "-\n", "- a\n", "- a\n\n",
        "1. ", "1. a\n", " ", "\n", "\t", "  \n", "`", "``a`", "` `` ``` ", "```\n", "~~~\n", "#", "# ", "# a #\n",
        "\\", "\\*",
        "<", "&", "https://", "https://x.example", "https://x.example ", "http://(", "https://x(((", "https://x)))",
        "\u{301}", "\0", "a", "h", "---\n", "* * *\n", "> - ", "a  \n", "  - a\n",
    ])
    func `long hostile texts take linear time and do not nest deeply`(_ piece: String) throws {
        func measure(_ size: Int) throws -> Duration {
            let text = String(repeating: piece, count: size / piece.utf8.count)
            var depth = 0
            let time = try ContinuousClock().measure {
                let markup = Markup(text)
                depth = try HTMLChecker.check(markup.html)
                _ = markup.plainText
            }
            #expect(depth <= 20)
            return time
        }
        _ = try measure(1000)
        let (short, long) = (try measure(4_000), try measure(32_000))
        // The text is eight times as long. Quadratic time would be 64 times as long. The margin is wide, because machines
        // stall.
        #expect(long < short * 24 + .milliseconds(300), "\(short), then \(long)")
    }

    @Test func `quotes and lists nest up to six levels, and deeper marks are text`() throws {
        #expect(try HTMLChecker.check(Markup(String(repeating: "> ", count: 10_000) + "end").html) == 7)
        #expect(try HTMLChecker.check(Markup(String(repeating: "- ", count: 10_000) + "end").html) == 12)
    }
}
