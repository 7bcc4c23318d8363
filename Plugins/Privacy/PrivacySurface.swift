internal import Atrium
public import AtriumSurfaces

extension Privacy: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [
        MyDataSheet.self, MemberDataSheet.self, EraseMember.self, EraseMembers.self, RetentionTable.self, KeepData.self,
        ErasuresTable.self, RepeatErasures.self, ReplaceErasedAdministrator.self,
    ]
}

/// What the organization holds of the reader.
struct MyDataSheet: Sheet {
    typealias Provider = Privacy
    static let name: SurfaceName = "my-data"
    static let title: Words = "My data"
    static let help: Words = "Everything that the organization holds of you, to read and to take with you."
    static let needs = Need<Self>(.exportPersonalData, in: .anywhere)
    static let places: [Place<Self>] = [.area(.home, after: ChooseLanguage.self)]
    static let form = Form<Self>(Self.init)

    func blocks(in service: PrivacyService, for caller: Caller) async throws -> [Block] {
        try await service.export(of: caller.member, as: caller.principal).blocks()
    }
}

/// What the organization holds of a member.
struct MemberDataSheet: Sheet {
    let member: MemberID

    typealias Provider = Privacy
    static let name: SurfaceName = "data-of-member"
    static let title: Words = "Personal data"
    static let help: Words = "Everything that the organization holds of the person, to hand over on request."
    static let needs = Need<Self>(.exportPersonalData) { .member($0.member) }
    static let places: [Place<Self>] = [.member { Self(member: $0) }]
    static let form = Form(Self.init, Field("member", \.member, .member, "Member"))

    func blocks(in service: PrivacyService, for caller: Caller) async throws -> [Block] {
        try await service.export(of: member, as: caller.principal).blocks()
    }
}

extension PersonalExport {
    /// How much there is, and the files.
    fileprivate func blocks() throws -> [Block] {
        let downloads = try files.map { Download(name: $0.name, mediaType: $0.mediaType, text: $0.text) }
        return [
            .facts(parts.map { Fact($0.title, "\($0.count, "entry", "entries")" as Words) }),
            .heading("Files"),
            .text("The page index.html shows everything. The file data.json has the same for programs."),
        ] + downloads.map(Block.download)
    }
}
