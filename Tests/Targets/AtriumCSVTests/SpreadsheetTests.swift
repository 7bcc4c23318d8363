import AtriumCSV
import Testing

/// Files as spreadsheets and other platforms write them.
@Suite struct SpreadsheetTests {
    static let files: [(String, [String])] = [
        ("email,role,teams,\r\nbob@x.example,member,North,\r\n,,,\r\n,,,\r\n", ["2 bob@x.example|member|North"]),
        ("email, role, teams\r\nbob@x.example, member, North\r\n", ["2 bob@x.example|member|North"]),
        ("email,role,teams\r\nbob@x.example,member,'s-Hertogenbosch\r\n", ["2 bob@x.example|member|'s-Hertogenbosch"]),
        ("email;role;teams\r\nbob@x.example;member;North\r\n", ["2 bob@x.example|member|North"]),
        ("email;role;teams\r\nbob@x.example;member;\"North;South\"\r\n", ["2 bob@x.example|member|North;South"]),
        ("TEAMS\tEMAIL\r\nNorth, South\tbob@x.example\r\n", ["2 bob@x.example||North, South"]),
        ("\u{FEFF}sep=;\r\nemail;teams\r\nbob@x.example;North\r\n", ["3 bob@x.example||North"]),
        ("\"SEP=;\"\nemail\nbob@x.example\n", ["3 bob@x.example|"]),
        ("sep=,\nemail,teams\nbob@x.example,North\n", ["3 bob@x.example||North"]),
        ("sep=\t\nemail\tteams\nbob@x.example\tNorth\n", ["3 bob@x.example||North"]),
        ("\n,,\n\u{A0},\u{200B}\nemail,teams\n\nbob@x.example,North\n", ["6 bob@x.example||North"]),
        ("email , \"role\" ,\t\"teams\"\nbob@x.example, \"member\" , \"a,b\"\n", ["2 bob@x.example|member|a,b"]),
        (
            "\u{3000}Email\u{A0},\u{200B}teams\n\u{2068}bob@x.example\u{2069},\u{200F}\u{3000}North\u{A0}\u{FEFF}\n",
            ["2 bob@x.example||North"]
        ),
        ("email,teams\r\nbob@x.example,North\r\n\u{1A}", ["2 bob@x.example||North"]),
        // Some programs write a line end as CR CR LF.
        ("email,role,teams\r\r\nbob@x.example,\"member\",North\r\r\n", ["2 bob@x.example|member|North"]),
        // A row may end early if its last cells are empty.
        ("email,role,teams\nbob@x.example\nann@x.example,member\n", ["2 bob@x.example||", "3 ann@x.example|member|"]),
        // Names with commas, which a file with semicolons does not quote.
        ("email;teams;a, b, c\nbob@x.example;North, South;x\n", ["2 bob@x.example||North, South"]),
        ("email,teams,teams\nbob@x.example,North,South\n", ["2 bob@x.example||North|South"]),
    ]

    @Test(arguments: files, [1, 1000])
    func `a list is read in the form in which other programs write it`(_ file: (String, [String]), _ chunk: Int) throws
    {
        let (text, expected) = file
        #expect(try Rows(text, chunk: chunk).rows == expected)
        for isBigEndian in [false, true] {
            let bytes = utf16(text.replacing("\u{FEFF}", with: ""), isBigEndian: isBigEndian)
            #expect(try Rows(bytes, chunk: chunk).rows == expected, "UTF-16")
        }
    }

    @Test func `columns that are not used are reported by their names, and columns without a name are not reported`()
        throws
    {
        let rows = try Rows("Staff number,email,,Phone \n7,bob@x.example,,+49\n")
        #expect(rows.rows == ["2 bob@x.example|"] && rows.ignored == ["Staff number", "Phone"])
    }

    static let mappings: [(String, [String: PersonColumn], [String])] = [
        (
            "username,firstname,lastname,email,cohort1,cohort2\nbob,Bob,Roe,bob@x.example,North,South\n",
            ["email": .email, "Cohort1": .teams, "cohort2": .teams], ["2 bob@x.example||North|South"]
        ),
        ("Username;Lastname;Firstname;Email\nbob;Roe;Bob;bob@x.example\n", ["Email": .email], ["2 bob@x.example|"]),
        (
            "username,firstname,lastname,email,department,managertype\nbob,Bob,Roe,bob@x.example,North,0\n",
            ["email": .email, "department": .teams], ["2 bob@x.example||North"]
        ),
        (
            """
            sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName,email
            7,active,2026-01-31,true,"1,2",student,bob,Bob,Roe,bob@x.example

            """, ["email": .email], ["2 bob@x.example|"]
        ),
        (
            "Adresse électronique;Équipe\nbob@x.example;Nord\n", ["ADRESSE E\u{301}LECTRONIQUE": .email],
            ["2 bob@x.example|"]
        ),
        ("\"E\u{2011}Mail\n Adresse\",x\nbob@x.example,1\n", ["E-Mail\u{A0}adresse": .email], ["3 bob@x.example|"]),
        ("EMAİL\nbob@x.example\n", ["Email": .email], ["2 bob@x.example|"]),
    ]

    @Test(arguments: mappings)
    func `a mapping says which columns of another platform's list are read`(
        _ file: String, _ mapping: [String: PersonColumn], _ expected: [String]
    ) throws {
        #expect(try Rows(file, CSVForm(mapping: mapping)).rows == expected)
    }

    @Test(
        arguments: [
            ("email,cohort1\n", ["email": .email, "cohort": .teams], .mappedToNothing("teams", ["cohort"])),
            ("email\n", ["E-Mail": .email], .mappedToNothing("email", ["E-Mail"])),
            ("email\n", ["cohort1": .teams, "cohort2": .teams], .unmapped("email")),
            ("email,username\n", ["email": .email, "username": .email], .repeated("email")),
        ] as [(String, [String: PersonColumn], CSVHeaderFault.Problem)])
    func `a mapping that does not fit the header is refused, even if the missing column is an optional one`(
        _ file: String, _ mapping: [String: PersonColumn], _ problem: CSVHeaderFault.Problem
    ) {
        let fault = #expect(throws: CSVHeaderFault.self) { try Rows(file, CSVForm(mapping: mapping)) }
        #expect(fault?.problem == problem)
    }

    @Test func `an apostrophe is protection in a file whose header says so, whatever the order of its columns`() throws
    {
        let text =
            CSVLine.header(["email", "teams"]) + CSVLine.text(["bob@x.example", "=1"])
            + CSVLine.text(["ann@x.example", "'s-Hertogenbosch"])
        #expect(text.hasPrefix("'email,teams\r\n"))
        let expected = ["2 bob@x.example||=1", "3 ann@x.example||'s-Hertogenbosch"]
        #expect(try Rows(text).rows == expected)
        let moved = "teams;'email\n'=1;bob@x.example\n''s-Hertogenbosch;ann@x.example\n"
        #expect(try Rows(moved).rows == expected)
        #expect(try Rows("teams,email\n'=1,bob@x.example\n").rows == ["2 bob@x.example||'=1"])
    }

    @Test func `a row with too many fields is refused, and so is a row that ends too early`() throws {
        let rows = try Rows("role,email\nmember,bob@x.example,x\nmember\n,ann@x.example,\u{A0}\n").rows
        #expect(rows.count == 3 && rows[0].hasPrefix("2: the row has more fields"))
        #expect(rows[1].hasPrefix("3: the row ends before") && rows[2] == "4 ann@x.example|")
    }
}
