import Atrium

/// A presentation of a course, such as AAA-2013J.
struct Presentation: Hashable, CustomStringConvertible {
    let module: String
    let presentation: String

    /// The course's id.
    var code: String { "\(module)-\(presentation)" }

    /// The code as the sentences of errors give it.
    var description: String { excerpt(code) }

    /// The day from which its days are counted: 1 February for B, 1 October for J. The year must be from 2000 to 9899, so that
    /// a century before and after can be recorded. It is `nil` for any other code.
    var start: Day? {
        let months = ["B": "02", "J": "10"]
        guard let month = months[String(presentation.suffix(1))] else { return nil }
        guard let year = Int(presentation.dropLast()), (2000...9899).contains(year) else { return nil }
        return Day("\(presentation.dropLast())-\(month)-01")
    }
}

extension Presentation {
    /// The two columns that name a presentation. Every file except the submissions has them.
    struct Columns {
        let module: CSVTable.Column
        let presentation: CSVTable.Column

        init(_ table: CSVTable) throws(DatasetFault) {
            module = try table.column("code_module")
            presentation = try table.column("code_presentation")
        }

        func course(in table: CSVTable) throws(DatasetFault) -> Presentation {
            Presentation(module: try table.text(module), presentation: try table.text(presentation))
        }
    }
}
