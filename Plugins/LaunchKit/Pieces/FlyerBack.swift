internal import Atrium

/// The back of a flyer: how a person begins, what there is to learn, and the code again.
struct FlyerBack {
    let content: KitContent
    let paper: Paper

    var drawing: Drawing {
        let canvas = paper.canvas(content.language)
        let palette = Palette.reading(content.design.style, content.design.color)
        var drawing = Drawing(canvas)
        let (page, step) = (canvas.page, canvas.step)
        drawing.add(Shape.rectangle(canvas.whole, palette.ground))
        // A strip of the colour, with the name, in place of the drawing of the front.
        let strip = Box(-canvas.bleed, -canvas.bleed, canvas.whole.width, canvas.bleed + step * 17)
        let color = content.design.color
        drawing.add(Shape.rectangle(strip, color))
        drawing.add(
            content.organization, in: Box(page.x, step * 5.5, page.width, step * 8), size: step * 3.9, .strong,
            Palette.ink(on: color), at: .middle)

        addSteps(to: &drawing, palette)
        addCourses(to: &drawing, palette)

        let side = step * 21
        let code = Box(page.x, page.bottom - side, side, side)
        drawing.add(code: content.address, in: code)
        let beside = Box(code.right + step * 4, code.y, page.right - code.right - step * 4, side)
        drawing.add(
            content.invitationToScan, in: beside.rows(0.08...0.36), size: step * 3.3, .text, palette.ink, at: .bottom)
        drawing.add(
            content.shortAddress, in: beside.rows(0.4...0.68), size: step * 4, .strong, palette.accent)
        drawing.add(content.date, in: beside.rows(0.72...0.94), size: step * 3.3, .text, palette.ink)
        return drawing
    }

    private func addSteps(to drawing: inout Drawing, _ palette: Palette) {
        let (page, step) = (drawing.canvas.page, drawing.canvas.step)
        drawing.add(
            content.text("How to begin"), in: Box(page.x, step * 24, page.width, step * 9), size: step * 6.4,
            .headline(content.design.style), palette.ink)
        for (index, sentence) in content.firstSteps.enumerated() {
            let row = Box(page.x, step * (35 + 10.4 * Double(index)), page.width, step * 9.4)
            let number = Box(row.x, row.y, step * 9, row.height)
            drawing.add(
                content.language.text(index + 1), in: number, size: step * 8, .headline(content.design.style),
                palette.accent, at: .middle)
            drawing.add(
                sentence, in: Box(number.right, row.y, page.right - number.right, row.height), size: step * 3.9, .text,
                palette.ink, at: .middle)
        }
    }

    private func addCourses(to drawing: inout Drawing, _ palette: Palette) {
        let (page, step) = (drawing.canvas.page, drawing.canvas.step)
        let area = Box(page.x, step * 71, page.width, page.bottom - step * 24 - step * 71)
        guard !content.courses.isEmpty else {
            drawing.add(content.promise, in: area.rows(0...0.8), size: step * 5, .text, palette.ink, at: .middle)
            return
        }
        drawing.add(
            content.text("What you can learn"), in: Box(area.x, area.y, area.width, step * 5), size: step * 3.9,
            .strong,
            palette.accent)
        for (index, title) in content.courses.prefix(KitContent.mostCourses).enumerated() {
            let row = Box(area.x, area.y + step * (6.4 + 5.6 * Double(index)), area.width, step * 5.4)
            drawing.add(shapes: Shape.rectangle(Box(row.x, row.y, row.width, step * 0.15), palette.shades[1]))
            drawing.add(title, in: row, size: step * 3.2, .text, palette.ink, at: .middle)
        }
    }

    func svg(width: Double? = nil) -> String {
        drawing.svg(
            "\(content.organization): \(content.text("How to begin"))", language: content.language, width: width)
    }
}
