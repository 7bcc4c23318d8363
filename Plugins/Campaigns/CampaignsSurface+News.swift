internal import Atrium
internal import AtriumMail
internal import AtriumMarkup
internal import AtriumSurfaces
internal import AtriumTeamPages

/// The banners for the reader, and the weekly note.
struct NewsSheet: Sheet {
    typealias Provider = Campaigns
    static let name: SurfaceName = "news"
    static let title: Words = "News"
    static let help: Words = "What your organization tells you, and whether you get a weekly note."
    static let needs = Need<Self>(.viewBanners, .chooseNote, in: .anywhere)
    static let places: [Place<Self>] = [.area(.home, after: HomeSheet.self)]
    static let form = Form<Self>(Self.init)

    func blocks(in service: CampaignService, for caller: Caller) async throws -> [Block] {
        let member = try caller.member
        let banners = try await service.banners(as: caller.principal).map { text in
            let markup = Markup(text)
            return Block.html(markup.html, plainText: markup.plainText)
        }
        let gets = try await service.getsNote(member, as: caller.principal)
        return banners
            + (gets
                ? [.text("You get a note by mail each week."), .act(EndNote())]
                : [
                    .text("Each week a note can tell you what is next for you, and what colleagues began."),
                    .act(ChooseNote()),
                ])
    }
}

/// Chooses the weekly note.
struct ChooseNote: Act {
    typealias Provider = Campaigns
    static let name: SurfaceName = "choose-note"
    static let title: Words = "Get the weekly note"
    static let needs = Need<Self>(.chooseNote, .chooseMail, in: .anywhere)
    static let repetition = Repetition.harmless
    static let form = Form<Self>(Self.init)

    func perform(in service: CampaignService, for caller: Caller) async throws -> Outcome {
        try await service.chooseNote(true, for: caller.member, as: caller.principal)
        return Outcome("You get the note from now on.", next: NewsSheet())
    }
}

/// Ends the weekly note.
struct EndNote: Act {
    typealias Provider = Campaigns
    static let name: SurfaceName = "end-note"
    static let title: Words = "Stop the weekly note"
    static let needs = Need<Self>(.chooseNote, in: .anywhere)
    static let repetition = Repetition.harmless
    static let form = Form<Self>(Self.init)

    func perform(in service: CampaignService, for caller: Caller) async throws -> Outcome {
        try await service.chooseNote(false, for: caller.member, as: caller.principal)
        return Outcome("You get no more notes.", next: NewsSheet())
    }
}

/// Chooses the day of the weekly note.
struct SetNoteDay: Act {
    let weekday: Weekday

    typealias Provider = Campaigns
    static let name: SurfaceName = "note-day"
    static let title: Words = "Choose the day of the weekly note"
    static let help: Words = "Members who asked for the note get it on this day."
    static let needs = Need<Self>(.planYear)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(PlanTable.self)]
    static let form = Form(Self.init, Field("weekday", \.weekday, .weekday, "Day of the week"))

    static func initial(_ offered: Self?, in service: CampaignService, for caller: Caller) async throws -> Self? {
        if let offered { return offered }
        return Self(weekday: try await service.noteDay(as: caller.principal))
    }

    func perform(in service: CampaignService, for caller: Caller) async throws -> Outcome {
        try await service.setNoteDay(weekday, as: caller.principal)
        return Outcome("The day is chosen.", next: PlanTable())
    }
}
