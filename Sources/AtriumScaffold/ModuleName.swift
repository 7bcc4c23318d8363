internal import AtriumValues

/// The name of a module, in all forms in which its files have it.
struct ModuleName: Equatable {
    /// `LearningSlots`: the type of the module.
    let type: String
    /// `LearningSlot`: the type of a row. It is `LaunchKitEntry` for a name that is no plural.
    let noun: String
    /// `LearningSlotService`.
    let service: String
    /// `learning slots`, in texts.
    let words: String
    /// `learning slot`, in texts.
    let nounWords: String

    init(_ text: String) throws(ScaffoldError) {
        guard text.wholeMatch(of: /[A-Z][A-Za-z0-9]*/) != nil else { throw .notUpperCamelCase(text) }
        if Self.reserved.contains(text) || text.hasPrefix("Atrium") { throw .reserved(text) }
        guard ModuleID(text.lowercased()) != nil else { throw .refusedID(text) }
        type = text
        if let singular = Self.singular(of: text) {
            (noun, service, words) = (singular, singular + "Service", Self.words(in: text))
        } else {
            (noun, service, words) = (text + "Entry", text + "Service", Self.words(in: text + "Entries"))
        }
        nounWords = Self.words(in: noun)
        if Self.reserved.contains(noun) { throw .hides(text, type: noun) }
    }

    /// `learningslots`: the id of the module.
    var id: String { type.lowercased() }

    /// `learningslots_learningslot`: the table.
    var table: String { "\(id)_\(noun.lowercased())" }

    /// `Learning slots`: what people read as a title.
    var title: String {
        let words = Self.words(in: type)
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private static let reserved: Set = ["Any", "Foundation", "Protocol", "Self", "Swift", "Type"]

    /// The singular of an English plural, as far as its ending tells; `nil` if it does not look like a plural.
    private static func singular(of plural: String) -> String? {
        func has(_ endings: String...) -> Bool { endings.contains { plural.hasSuffix($0) && plural != $0 } }
        if !has("s") || has("ss", "us", "is", "ics", "News") { return nil }
        if has("ies") { return plural.dropLast(3) + "y" }
        return String(plural.dropLast(has("sses", "xes", "ches", "shes") ? 2 : 1))
    }

    /// The words of a name in camel case. A word of which more than the first letter is a capital stays as it is.
    private static func words(in name: String) -> String {
        var words = [""]
        for character in name {
            if character.isUppercase, words[words.count - 1].last?.isUppercase == false { words.append("") }
            words[words.count - 1].append(character)
        }
        return words.map { $0.dropFirst().contains(where: \.isUppercase) ? $0 : $0.lowercased() }
            .joined(separator: " ")
    }
}
