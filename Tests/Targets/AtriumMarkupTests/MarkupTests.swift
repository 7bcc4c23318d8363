import AtriumMarkup
import Testing

struct MarkupTests {
    @Test(arguments: [
        ("", ""),
        (" \n\t\n", ""),
        ("Hello", "<p>Hello</p>\n"),
        ("One\ntwo\r\n\r\nthree\rfour", "<p>One\ntwo</p>\n<p>three\nfour</p>\n"),
        ("# A\n## B ##\n### C#\n#### D\n#E", "<h1>A</h1>\n<h2>B</h2>\n<h3>C#</h3>\n<p>#### D\n#E</p>\n"),
        ("a\n***\n- - -\n__\n--", "<p>a</p>\n<hr/>\n<hr/>\n<p>__\n--</p>\n"),
        ("- a\n- b\n\n* c", "<ul>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ul>\n"),
        ("1. a\n2) b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("7. a\n- b", "<ol start=\"7\">\n<li>a</li>\n</ol>\n<ul>\n<li>b</li>\n</ul>\n"),
        (
            "- a\n  b\n\n  c\n  - d\n\nend",
            "<ul>\n<li>a\nb<p>c</p>\n<ul>\n<li>d</li>\n</ul>\n</li>\n</ul>\n<p>end</p>\n"
        ),
        ("It was\n1984. A year\n-\nand more", "<p>It was\n1984. A year\n-\nand more</p>\n"),
        ("-\n- x", "<ul>\n<li></li>\n<li>x</li>\n</ul>\n"),
        ("> a\n>> b\nc", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n<p>c</p>\n"),
        (
            "```swift\nlet a = \"<b>\" * 2\n\n> x\n```\nd",
            "<pre><code>let a = &quot;&lt;b&gt;&quot; * 2\n\n&gt; x\n</code></pre>\n<p>d</p>\n"
        ),
        ("~~~\n```\nno end", "<pre><code>```\nno end\n</code></pre>\n"),
        ("- ```\n  a\n    b\n  ```", "<ul>\n<li><pre><code>a\n  b\n</code></pre>\n</li>\n</ul>\n"),
    ])
    func `blocks of a text become elements`(_ text: String, _ html: String) { #expect(Markup(text).html == html) }

    @Test(arguments: [
        (
            "*a* _b_ **c** __d__ ***e***",
            "<em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> <strong><em>e</em></strong>"
        ),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
        ("**a _b** c_", "<strong>a _b</strong> c_"),
        ("2 * 3 * 4, snake_case_name, a*b*c", "2 * 3 * 4, snake_case_name, a<em>b</em>c"),
        ("*a\n\\*b\\* \\x \\", "*a\n*b* \\x \\"),
        ("****a**** * **", "****a**** * **"),
        ("`a` ``b`c`` `` `d` `` `e", "<code>a</code> <code>b`c</code> <code>`d`</code> `e"),
        ("`*a*` *`b*`", "<code>*a*</code> *<code>b*</code>"),
        ("a  \nb\\\nc \nd  ", "a<br/>\nb<br/>\nc\nd"),
        ("**强调**。", "<strong>强调</strong>。"),
        ("&amp; &#106; © <b>", "&amp;amp; &amp;#106; © &lt;b&gt;"),
    ])
    func `marks inside a paragraph become elements`(_ text: String, _ html: String) {
        #expect(Markup(text).html == "<p>\(html)</p>\n")
    }

    @Test(arguments: [
        ("[a *b*](https://x.example/?q=1&r=(2))", "https://x.example/?q=1&amp;r=(2)", "a <em>b</em>"),
        ("[a](HTTP://X.example:8080)", "http://X.example:8080", "a"),
        ("[a](mailto:ada@acme.example)", "mailto:ada@acme.example", "a"),
        ("[Größe](https://de.example/Größe)", "https://de.example/Gr%C3%B6%C3%9Fe", "Größe"),
        ("[x https://y.example](https://x.example)", "https://x.example", "x https://y.example"),
        ("https://x.example/a_b_c*", "https://x.example/a_b_c", "https://x.example/a_b_c"),
    ])
    func `a link leads to its address`(_ text: String, _ address: String, _ label: String) {
        let link = "<a href=\"\(address)\" rel=\"noopener nofollow\">\(label)</a>"
        #expect(Markup("[" + text + "!").html.hasPrefix("<p>[" + link))
    }

    @Test func `an address in a sentence ends before the sentence's punctuation`() {
        let markup = Markup("(See https://en.example/Swift_(bird), and **http://b.example**.) xhttps://c.example")
        #expect(
            markup.html.split(separator: "\"").filter { $0.hasPrefix("http") }
                == ["https://en.example/Swift_(bird)", "http://b.example"])
        #expect(markup.html.contains("</a>, and <strong><a"))
    }

    @Test func `plain text keeps the meaning of marks, and shows the addresses of links`() {
        let text = """
            # Welcome, *all*
            Read [the guide](https://x.example/guide) or https://x.example,\\
            ask [Ada](mailto:ada@acme.example) <b>

            - `one`
            - two

              more
            3. third
            4. fourth
               > quoted
            ***
            ```
             code
            ```
            """
        #expect(
            Markup(text).plainText == """
                Welcome, all

                Read the guide (https://x.example/guide) or https://x.example,
                ask Ada (ada@acme.example) <b>

                - one
                - two

                  more

                3. third
                4. fourth

                   > quoted

                ---

                 code

                """)
        #expect(Markup("").plainText == "")
        #expect(Markup("-").plainText == "- \n")
    }

    @Test func `a text is empty if it shows nothing`() {
        #expect(Markup(" \r\n\t").isEmpty)
        #expect(!Markup("---").isEmpty)
    }
}
