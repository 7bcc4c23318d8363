public import Atrium
internal import AtriumDrawing
internal import Foundation

/// A logo: a drawing that an administrator gave, of which only shapes and colours are kept.
///
/// Nothing of the file is copied. It is read, and the elements on a list of allowed ones are written again. So a logo can neither run
/// nor load anything, in whatever page or picture it stands.
public struct KitLogo: Sendable, Equatable, ColumnValue {
    /// The most bytes of a file.
    static let sizeLimit = 65_536

    /// The part of the drawing's plane that is shown: left, top, width and height.
    let viewBox: [Double]
    /// The elements inside, as XML.
    let content: String

    /// Reads the text of an SVG file. Throws ``LogoError``.
    public init(svg text: String) throws(LogoError) {
        guard text.utf8.count <= Self.sizeLimit else { throw .tooLarge(limit: Self.sizeLimit) }
        var reader = LogoReader(text)
        (viewBox, content) = try reader.read()
    }

    /// Width divided by height.
    var proportion: Double { viewBox[2] / viewBox[3] }

    /// The logo in the middle of a box, as large as it fits.
    func svg(in box: Box) -> String {
        """
        <svg x="\(SVGNumber.text(box.x))" y="\(SVGNumber.text(box.y))" width="\(SVGNumber.text(box.width))" \
        height="\(SVGNumber.text(box.height))" viewBox="\(viewBox.map(SVGNumber.text).joined(separator: " "))" \
        preserveAspectRatio="xMidYMid meet">\(content)</svg>
        """
    }

    // MARK: - In the table

    public var sqlValue: SQL.Value {
        .text(viewBox.map { "\($0)" }.joined(separator: " ") + "\n" + content)
    }

    public init(from row: Row, at column: Int) throws {
        self = try row.read(at: column, as: "a logo") { Self(stored: $0) }
    }

    private init?(stored text: String) {
        guard let end = text.firstIndex(of: "\n") else { return nil }
        viewBox = text[..<end].split(separator: " ").compactMap { Double($0) }
        content = String(text[text.index(after: end)...])
        guard viewBox.count == 4, viewBox[2] > 0, viewBox[3] > 0 else { return nil }
    }
}
