internal import Atrium
internal import AtriumSurfaces

/// Chooses how the pieces look and what they say.
struct DesignKit: Act {
    let style: KitStyle
    let color: String
    let slogan: String?
    let day: Day?
    let address: String?
    let revision: Int

    typealias Provider = LaunchKit
    static let name: SurfaceName = "design"
    static let title: Words = "Design the kit"
    static let help: Words = "Texts stay readable on any colour: their own colour follows it."
    static let needs = Need<Self>(.designKit)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(KitSheet.self)]
    static let form = Form(
        Self.init, Field("style", \.style, .cases(\.words), "Style", default: .portal),
        Field("color", \.color, .line, "Colour", help: "Such as #1f5f8b."),
        Field(
            "slogan", \.slogan, .optional(.line), "Headline",
            help: "Up to 120 characters, in your own words. Without one, each language has its own."),
        Field(
            "day", \.day, .optional(.day), "Date", help: "When it starts. Without one, the pieces say that it is open."),
        Field(
            "address", \.address, .optional(.line), "Address",
            help: "Where the code leads, such as a page of your intranet. Without one, it is the platform's."),
        Field("revision", \.revision, .revision, "Revision"))

    static func initial(
        _ offered: Self?, in service: LaunchKitService, for caller: Caller
    ) async throws -> Self? {
        if let offered { return offered }
        return Self(try await service.design(as: caller.principal))
    }

    func perform(in service: LaunchKitService, for caller: Caller) async throws -> Outcome {
        var design = try await service.design(as: caller.principal)
        guard let color = KitColor(color) else { throw InvalidFields(["color": "is a colour such as #1f5f8b"]) }
        (design.style, design.color, design.slogan) = (style, color, slogan ?? "")
        (design.day, design.address, design.revision) = (day, address ?? "", revision)
        try await service.change(design, as: caller.principal)
        return Outcome("The kit is designed.", next: KitSheet(language: nil))
    }
}

extension DesignKit {
    /// The act with the present design filled in.
    init(_ design: KitDesign) {
        self.init(
            style: design.style, color: "\(design.color)", slogan: design.slogan.isEmpty ? nil : design.slogan,
            day: design.day, address: design.address.isEmpty ? nil : design.address, revision: design.revision)
    }
}

/// Takes a drawing as the logo.
struct AddLogo: Act {
    let file: Upload

    typealias Provider = LaunchKit
    static let name: SurfaceName = "add-logo"
    static let title: Words = "Choose a logo"
    static let help: Words =
        "An SVG file of up to 64 KB. Only its shapes and colours are kept. Texts in it have to be paths."
    static let needs = Need<Self>(.designKit)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(KitSheet.self)]
    static let form = Form(Self.init, Field("file", \.file, .file, "File"))

    func perform(in service: LaunchKitService, for caller: Caller) async throws -> Outcome {
        var bytes: [UInt8] = []
        for try await chunk in try file.open() {
            bytes += chunk
            guard bytes.count <= KitLogo.sizeLimit else { throw LogoError.tooLarge(limit: KitLogo.sizeLimit) }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw LogoError.unreadable }
        try await service.setLogo(KitLogo(svg: text), as: caller.principal)
        return Outcome("The logo is chosen.", next: KitSheet(language: nil))
    }
}

/// Takes the logo away.
struct RemoveLogo: Act {
    typealias Provider = LaunchKit
    static let name: SurfaceName = "remove-logo"
    static let title: Words = "Remove the logo"
    static let isDestructive = true
    static let needs = Need<Self>(.designKit)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(KitSheet.self)]
    static let form = Form<Self>(Self.init)

    func perform(in service: LaunchKitService, for caller: Caller) async throws -> Outcome {
        try await service.setLogo(nil, as: caller.principal)
        return Outcome("The logo is removed.", next: KitSheet(language: nil))
    }
}
