internal import Atrium
public import AtriumSurfaces

extension PageRenderer {
    /// How far an act is. The page may be left and opened again.
    public func page<A: Act>(of act: A.Type, done: Int, of total: Int?) async throws -> String {
        let bar = element(
            "progress",
            [
                "aria-label": language.text("Progress"), "max": total.map { "\($0)" },
                "value": total.map { _ in "\(done)" },
            ])
        let count: Words = total.map { "\(done) of \($0)" } ?? "\(done)"
        let content = [
            element("h1", text: A.title, in: language),
            element(
                "section", ["class": "card", "role": "status"], element("p", [:], bar),
                element("p", text: "\(count) done. You may leave this page; the work goes on.", in: language)),
        ]
        return frame.page(A.title, in: A.path, content)
    }
}
