public import Atrium

/// A page of blocks: figures, charts, one thing with its details, a document. Whatever is not one table.
public protocol Sheet: Surface {
    /// Reads what the sheet shows.
    func blocks(in service: Provider.Service, for caller: Caller) async throws -> [Block]
}

/// A part of a sheet. The list is closed, so that each renderer knows all blocks.
public enum Block: Sendable {
    /// Numbers with their definitions.
    case figures([Figure])
    /// A chart, with its values as a table.
    case chart(Chart)
    /// Properties of one thing.
    case facts([Fact])
    /// Words and what they mean.
    case terms([Term])
    /// What the blocks after it are about.
    case heading(Words)
    /// A paragraph.
    case text(Words)
    /// Safe HTML, as `AtriumMarkup` makes it, and the same as plain text.
    case html(String, plainText: String)
    /// A drawing that refers to nothing outside itself.
    case svg(String)
    /// A table with its filters set. It is shown in place, and leads to the whole table.
    case table(any Table)
    /// Something that can be done from here.
    case act(any Act)
    /// A file that people can get from here.
    case download(Download)
    /// What leads on.
    case link(any Surface)

    /// Where an act or a link leads.
    var target: (any Surface)? {
        switch self {
        case .act(let act): act
        case .link(let surface): surface
        default: nil
        }
    }
}

/// One number, with what a reader needs to understand it.
public struct Figure: Sendable {
    /// The name in files and documents.
    public let name: String
    /// What people read beside it.
    public let label: Words
    /// The number.
    public let value: Cell
    /// What is counted, such as "people".
    public let unit: Words
    /// How it is counted.
    public let definition: Words
    /// Whether the value is good, if there is a target; `nil` without one.
    public let verdict: Verdict?

    /// A judgement of a figure against its target.
    public struct Verdict: Sendable {
        /// The judgement, for people.
        public let words: Words
        /// How good it is.
        public let tone: Tone

        /// Makes a verdict.
        public init(_ words: Words, _ tone: Tone) { (self.words, self.tone) = (words, tone) }
    }

    /// Makes a figure.
    public init(
        _ name: String, _ label: Words, _ value: Cell, unit: Words, definition: Words, verdict: Verdict? = nil
    ) {
        (self.name, self.label, self.value) = (name, label, value)
        (self.unit, self.definition, self.verdict) = (unit, definition, verdict)
    }
}

/// A property of one thing.
public struct Fact: Sendable {
    /// The name of the property.
    public let label: Words
    /// Its value.
    public let value: Cell
    /// What the value leads to.
    public let link: (any Surface)?

    /// Makes a fact: `Fact("Joined", member.joinedAt)`.
    public init(_ label: Words, _ value: some CellValue, link: (any Surface)? = nil) {
        (self.label, self.value, self.link) = (label, value.cell, link)
    }
}

/// A word and its meaning.
public struct Term: Sendable {
    /// The word.
    public let name: Words
    /// What it means.
    public let meaning: Words

    /// Makes a term.
    public init(_ name: Words, _ meaning: Words) { (self.name, self.meaning) = (name, meaning) }
}

/// A chart. Renderers show its values as a table, too.
public struct Chart: Sendable {
    /// What the chart shows.
    public let title: Words
    /// How the values are drawn.
    public let form: Form
    /// What is counted, such as "people".
    public let unit: Words
    /// The labels of the places along the axis.
    public let axis: [Words]
    /// The things whose values are drawn.
    public let series: [Series]

    /// How the values are drawn.
    public enum Form: String, Sendable {
        /// A bar for each value.
        case bars
        /// A line through the values.
        case lines
        /// Steps that follow each other, each a part of the step before.
        case funnel
    }

    /// The values of one thing along the axis.
    public struct Series: Sendable {
        /// What it is about.
        public let label: Words
        /// One for each place. A hidden value is drawn as hidden, not as 0.
        public let values: [Cell]

        /// Makes a series.
        public init(_ label: Words, _ values: [Cell]) { (self.label, self.values) = (label, values) }
    }

    /// Makes a chart.
    public init(_ title: Words, _ form: Form, unit: Words, axis: [Words], _ series: [Series]) {
        (self.title, self.form, self.unit, self.axis, self.series) = (title, form, unit, axis, series)
    }
}

/// A file that people get.
public struct Download: Sendable {
    /// The proposed name of the file.
    public let name: String
    /// The media type, such as `text/csv; charset=utf-8`.
    public let mediaType: String
    /// The chunks of the content.
    public let open: @Sendable () throws -> AsyncThrowingStream<[UInt8], any Error>

    /// Makes a download of a content that is read in chunks.
    public init(
        name: String, mediaType: String, open: @escaping @Sendable () throws -> AsyncThrowingStream<[UInt8], any Error>
    ) { (self.name, self.mediaType, self.open) = (name, mediaType, open) }

    /// Makes a download of a text.
    public init(name: String, mediaType: String, text: String) {
        self.init(name: name, mediaType: mediaType) {
            AsyncThrowingStream { stream in
                stream.yield(Array(text.utf8))
                stream.finish()
            }
        }
    }
}
