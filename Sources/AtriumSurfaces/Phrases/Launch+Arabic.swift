internal import Atrium

extension Phrases {
    /// The steps of a launch.
    static let arabicLaunch = Phrases(
        "ar",
        [
            "Each team has members.": "لكل فريق أعضاء.",
            "See that each team has members": "التحقق من وجود أعضاء في كل فريق",
            "The figures of a team, its page and its suggestions are for its members.":
                "أرقام الفريق وصفحته واقتراحاته تخصّ أعضاءه.",
            "before anybody is invited": "قبل دعوة أي شخص",
            "during the year": "خلال السنة",
            "launch: Part": "الجزء",
            "people are told": "يُبلَّغ الأشخاص",
            "people come in": "ينضم الأشخاص",
            "{1 team has|teams have} no member.":
                "{1, plural, zero {لا فرق بلا أعضاء} one {فريق واحد بلا أعضاء} two {فريقان بلا أعضاء} few {# فرق بلا أعضاء} many {# فريقًا بلا أعضاء} other {# فريق بلا أعضاء}}.",
        ])
}
