/// A family of letters and its weight, with how its lines are set.
struct Typeface: Sendable {
    let family: String
    let weight: Int
    /// How much wider its letters may be than the estimate, which is made for a serif font of regular weight: the widest font
    /// of the family decides, which is DejaVu.
    let width: Double

    /// Running text.
    static let text = Typeface(family: sans, weight: 400, width: 1.03)
    /// Small headings, names and dates.
    static let strong = Typeface(family: sans, weight: 700, width: 1.14)

    /// The headlines of a style.
    static func headline(_ style: KitStyle) -> Typeface {
        switch style {
        case .portal: Typeface(family: serif, weight: 400, width: 1.03)
        case .rings: Typeface(family: sans, weight: 800, width: 1.14)
        case .steps: Typeface(family: sans, weight: 300, width: 1.03)
        }
    }

    private static let sans = """
        Inter,'Helvetica Neue',Helvetica,Arial,'Liberation Sans','Noto Sans','Noto Sans Arabic','Geeza Pro',\
        'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif
        """
    private static let serif = """
        'Iowan Old Style','Palatino Linotype',Palatino,'URW Palladio L','Noto Serif','Noto Serif Display',Georgia,\
        'Times New Roman','Noto Naskh Arabic','Geeza Pro','Noto Serif CJK SC','Songti SC',SimSun,serif
        """
}
