internal import Atrium

extension Phrases {
    static let arabic = Phrases("ar", [:])
}
