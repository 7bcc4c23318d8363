internal import Atrium
internal import AtriumCourses
public import AtriumSurfaces

extension LaunchKit: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [
        KitSheet.self, KitFilesSheet.self, DesignKit.self, AddLogo.self, RemoveLogo.self, GetKit.self,
    ]
}

/// The pieces of the kit, as they look now.
struct KitSheet: Sheet {
    let language: String?

    typealias Provider = LaunchKit
    static let name: SurfaceName = "kit"
    static let title: Words = "Launch kit"
    static let help: Words =
        "Flyer, poster, newsletter, banners, teaser and an announcement, in your organization's name. Choose a style and a colour, look at the pieces here, and get the files."
    static let needs = Need<Self>(.designKit, .viewCatalogue)
    static let places: [Place<Self>] = [.area(.administration, in: .organization, after: LaunchTable.self)]
    static let form = Form(Self.init, Field("language", \.language, .optional(.kitLanguage), "Language"))

    func blocks(in service: LaunchKitService, for caller: Caller) async throws -> [Block] {
        let content = try await service.content(in: language, as: caller.principal)
        let day = try await service.downloadedOn(as: caller.principal)
        let (design, announcement) = (content.design, Announcement(content: content))
        return [
            .facts(
                [
                    Fact("Style", design.style.words), Fact("Colour", "\(design.color)"),
                    Fact("Date", design.day), Fact("Address", content.address),
                    Fact("First got", day),
                ]),
            .heading("Poster"), .svg(Poster(content: content, paper: .a3).svg(width: 360)),
            .heading("Flyer"), .svg(Poster(content: content, paper: .a5, hasPromise: true).svg(width: 360)),
            .svg(FlyerBack(content: content, paper: .a5).svg(width: 360)),
            .heading("Banner"), .svg(Banner(content: content, size: .post).svg(width: 600)),
            .heading("Teaser"),
            .svg(Teaser(content: content, format: .wide, isAnimated: false).svg(width: 600)),
            .heading("Announcement"), .text("Send it before the invitations arrive. Copy it from here."),
            .html(announcement.fragment, plainText: announcement.plainText),
        ]
    }
}

/// The files of the kit in one language.
struct KitFilesSheet: Sheet {
    let language: String?

    typealias Provider = LaunchKit
    static let name: SurfaceName = "files"
    static let title: Words = "Files of the launch kit"
    static let help: Words =
        "SVG files are for your designer and for pages. HTML files are for printing: they have a bleed of 3 mm. All colours are RGB. The newsletter opens in your mail program."
    static let needs = Need<Self>(.designKit, .viewCatalogue)
    static let form = Form(Self.init, Field("language", \.language, .optional(.kitLanguage), "Language"))

    func blocks(in service: LaunchKitService, for caller: Caller) async throws -> [Block] {
        try await service.files(in: language, as: caller.principal).map {
            .download(Download(name: $0.name, mediaType: $0.mediaType, text: $0.text))
        }
    }
}

/// Leads to the files, and notes that somebody got them.
struct GetKit: Act {
    let language: String?

    typealias Provider = LaunchKit
    static let name: SurfaceName = "get"
    static let title: Words = "Get the files"
    static let needs = Need<Self>(.designKit, .viewCatalogue)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(KitSheet.self)]
    static let form = Form(Self.init, Field("language", \.language, .optional(.kitLanguage), "Language"))

    func perform(in service: LaunchKitService, for caller: Caller) async throws -> Outcome {
        try await service.noteDownload(as: caller.principal)
        return Outcome("The files are ready.", next: KitFilesSheet(language: language))
    }
}

extension FieldKind where Value == String {
    /// A language in which people read here, by its tag.
    static let kitLanguage = FieldKind(
        .reference("language"),
        choices: .of(LaunchKit.self) { service, _ in
            let languages = service.tenant.languages
            return languages.tags.map { Choice($0, Words(verbatim: languages.language($0).name)) }
        }, parse: { (text: String) throws(InvalidField) in text }, text: { $0 })
}
