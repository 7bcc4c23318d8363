/// A presentation of a course, such as AAA-2013J.
struct Presentation: Hashable, CustomStringConvertible {
    let module: String
    let presentation: String

    /// The code as error sentences give it.
    var description: String { excerpt("\(module)-\(presentation)") }
}

extension Presentation {
    /// The two columns that name a presentation, in every file but the submissions.
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
