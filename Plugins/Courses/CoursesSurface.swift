internal import Atrium
public import AtriumSurfaces

extension FieldKind where Value == CourseID {
    /// A course of the catalogue.
    public static let course = FieldKind(
        .reference("course"),
        parse: { (text: String) throws(InvalidField) in
            guard let id = try? CourseID(text) else { throw InvalidField("names no course; choose it again") }
            return id
        }, text: { $0.description })
}
