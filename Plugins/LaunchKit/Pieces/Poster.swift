/// A poster: one message, a large date, and the code. The front of a flyer is the same side with one sentence more.
struct Poster {
    let content: KitContent
    let paper: Paper
    /// Whether the side also says what the organization gives.
    var hasPromise = false

    var drawing: Drawing {
        let canvas = paper.canvas(content.language)
        let style = content.design.style
        let palette = Palette(style, content.design.color)
        var drawing = Drawing(canvas)
        let (page, step) = (canvas.page, canvas.step)
        drawing.add(Shape.rectangle(canvas.whole, palette.ground))
        let top = canvas.height * (hasPromise ? 0.5 : 0.475)
        let artwork = Artwork(
            style, palette, in: Box(0, top, canvas.width, canvas.height - top), bleed: canvas.bleed, isFilled: true)
        for layer in artwork.layers { drawing.add(shapes: layer) }
        drawing.add(code: content.address, in: artwork.focus)

        var name = Box(page.x, page.y, page.width, step * 8)
        if let logo = content.design.logo {
            let width = min(step * 30, step * 9 * logo.proportion)
            let box = Box(page.right - width, page.y - step, width, width / logo.proportion)
            drawing.add(logo, in: box, onWhite: style == .rings)
            name.width -= width + step * 4
        }
        drawing.add(content.organization, in: name, size: step * 3.9, .strong, palette.accent)
        let y = page.y + step * 10
        // What stands below the headline is set from the drawing upwards.
        let address = Box(page.x, top - step * 6.4, page.width, step * 4.6)
        drawing.add(content.shortAddress, in: address, size: step * 3.4, .text, palette.ink, at: .bottom)
        let date = Box(page.x, address.y - step * 8.4, page.width, step * 8)
        drawing.add(
            content.date, in: date, size: step * (hasPromise ? 5.2 : 7), .strong, palette.accent, at: .bottom)
        var end = date.y
        if hasPromise {
            end -= step * 10
            drawing.add(
                content.promise, in: Box(page.x, end, page.width * 0.86, step * 9), size: step * 3.5, .text,
                palette.ink,
                at: .bottom)
        }
        drawing.add(
            content.headline, in: Box(page.x, y, page.width, end - y - step * 2), size: step * (hasPromise ? 12 : 15),
            .headline(style), palette.ink)
        return drawing
    }

    func svg(width: Double? = nil) -> String {
        drawing.svg("\(content.organization): \(content.headline)", language: content.language, width: width)
    }
}
