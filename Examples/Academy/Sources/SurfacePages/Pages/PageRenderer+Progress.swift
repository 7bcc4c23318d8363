internal import Atrium
public import AtriumSurfaces

extension PageRenderer {
    /// How far an act is. The page may be left and opened again.
    public func page<A: Act>(of act: A.Type, done: Int, of total: Int?) async throws -> String {
        let bar = element(
            "progress", ["aria-label": "Progress", "max": total.map { "\($0)" }, "value": total.map { _ in "\(done)" }])
        let count = total.map { "\(done) of \($0)" } ?? "\(done)"
        let content = [
            element("h1", text: A.title.description),
            element(
                "section", ["class": "card", "role": "status"], element("p", [:], bar),
                element("p", text: "\(count) done. You may leave this page; the work goes on.")),
        ]
        return frame.page(A.title.description, in: A.path, content)
    }
}
