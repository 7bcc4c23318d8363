internal import Atrium

enum SuggestionsSchema {
    static let all = Schema()
}
