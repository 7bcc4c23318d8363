internal import Atrium

enum TeamPagesSchema {
    static let all = Schema()
}
