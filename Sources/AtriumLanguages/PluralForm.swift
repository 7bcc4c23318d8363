/// The plural forms of languages, as CLDR names them.
enum PluralForm: String, Sendable {
    case zero, one, two, few, many, other

    /// The form of a whole number in a language.
    ///
    /// Languages that are not listed get `one` for 1, and `other`, which most of them have. Source: CLDR 46, "Language Plural Rules"
    /// (https://www.unicode.org/cldr/charts/46/supplemental/language_plural_rules.html), for whole numbers below a million.
    init(of number: Int, in language: Substring) {
        let (n, ten, hundred) = (number.magnitude, number.magnitude % 10, number.magnitude % 100)
        let isTeen = 11...19 ~= hundred
        self =
            switch language {
            case "ar":
                switch (n, hundred) {
                case (0, _): .zero
                case (1, _): .one
                case (2, _): .two
                case (_, 3...10): .few
                case (_, 11...99): .many
                default: .other
                }
            case "bo", "id", "ja", "km", "ko", "lo", "ms", "my", "th", "vi", "yue", "zh": .other
            case "am", "as", "bn", "fa", "fr", "gu", "hi", "hy", "kn", "pt", "zu": n <= 1 ? .one : .other
            case "be", "ru", "uk", "bs", "hr", "sr":
                if ten == 1 && !isTeen {
                    .one
                } else if 2...4 ~= ten && !isTeen {
                    .few
                } else {
                    ["bs", "hr", "sr"].contains(language) ? .other : .many
                }
            case "pl": if n == 1 { .one } else if 2...4 ~= ten && !isTeen { .few } else { .many }
            case "cs", "sk": if n == 1 { .one } else if 2...4 ~= n { .few } else { .other }
            case "lt": if isTeen || ten == 0 { .other } else { ten == 1 ? .one : .few }
            case "lv": if isTeen || ten == 0 { .zero } else { ten == 1 ? .one : .other }
            case "ro": if n == 1 { .one } else { n == 0 || 1...19 ~= hundred ? .few : .other }
            case "sl": hundred == 1 ? .one : hundred == 2 ? .two : 3...4 ~= hundred ? .few : .other
            case "he", "iw": n == 1 ? .one : n == 2 ? .two : .other
            case "ga": n == 1 ? .one : n == 2 ? .two : 3...6 ~= n ? .few : 7...10 ~= n ? .many : .other
            default: n == 1 ? .one : .other
            }
    }
}
