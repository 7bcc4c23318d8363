public import Atrium

/// The words of declarations, for translators.
///
/// Blocks, outcomes and errors say more than these: their words are made from data.
extension SurfaceCatalogue {
    /// The words of each surface with its path: the title, the help, the button, the fields with their choices, and the columns
    /// with their states. Each is named once, where it comes first.
    public func wordsBySurface() -> [(path: String, words: [Words])] {
        surfaces.map { (path: $0.path, words: Self.words(of: $0)) }
    }

    /// All words of the declarations, and the titles of the areas and of their groups.
    public var words: Set<Words> {
        Set(wordsBySurface().flatMap(\.words) + Area.allCases.map(\.title) + SectionGroup.allCases.map(\.title))
    }

    private static func words<S: Surface>(of type: S.Type) -> [Words] {
        func labels<T: Table>(_ table: T.Type) -> [Words] {
            (T.columns + T.fileColumns).flatMap { [$0.label] + $0.states } + [T.whenEmpty]
        }
        let fields = S.form.fields.flatMap { [$0.label, $0.help] + choices(of: $0.shape) }
        let columns = (type as? any Table.Type).map { labels($0) } ?? []
        let button = (type as? any Act.Type).map { [$0.button] } ?? []
        var known: Set<Words> = [""]
        return ([S.title, S.help] + button + fields + columns).filter { known.insert($0).inserted }
    }

    private static func choices(of shape: FieldShape) -> [Words] {
        switch shape {
        case .choice(let choices), .order(let choices): choices.map(\.label)
        case .many(let one): Self.choices(of: one)
        default: []
        }
    }
}
