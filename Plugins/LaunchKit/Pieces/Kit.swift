internal import Atrium
internal import AtriumQR

/// All files of a kit in one language.
struct Kit {
    let content: KitContent

    var files: [KitFile] {
        flyers + posters + banners + teasers + letters + code
    }

    private var flyers: [KitFile] {
        [Paper.a5, .a4].flatMap { paper -> [KitFile] in
            let name = "flyer-\(paper.rawValue)"
            let front = Poster(content: content, paper: paper, hasPromise: true).svg()
            let back = FlyerBack(content: content, paper: paper).svg()
            return [
                .svg("\(name)-front", front), .svg("\(name)-back", back),
                .html(name, page(paper, [front, back])),
            ]
        }
    }

    private var posters: [KitFile] {
        [Paper.a3, .a4].flatMap { paper -> [KitFile] in
            let name = "poster-\(paper.rawValue)"
            let side = Poster(content: content, paper: paper).svg()
            return [.svg(name, side), .html(name, page(paper, [side]))]
        }
    }

    private var banners: [KitFile] {
        Banner.Size.allCases.map { .svg("banner-\($0.rawValue)", Banner(content: content, size: $0).svg()) }
    }

    private var teasers: [KitFile] {
        Teaser.Format.allCases.map { .svg("teaser-\($0.rawValue)", Teaser(content: content, format: $0).svg()) }
    }

    private var letters: [KitFile] {
        let newsletter = Newsletter(content: content)
        let announcement = Announcement(content: content)
        return [
            .mail("newsletter", newsletter.mail), .html("newsletter", NewsletterPage(newsletter: newsletter).html),
            .text("newsletter", newsletter.plainText), .text("announcement", announcement.plainText),
            .html("announcement", announcement.html),
        ]
    }

    /// The code alone, for pieces that the organization makes itself.
    private var code: [KitFile] {
        guard let code = try? QRCode(content.address) else { return [] }
        return [.svg("code", code.svg(label: content.shortAddress))]
    }

    private func page(_ paper: Paper, _ sides: [String]) -> String {
        PrintPage(
            title: "\(content.organization): \(content.headline)", paper: paper, language: content.language,
            sides: sides
        ).html
    }
}
