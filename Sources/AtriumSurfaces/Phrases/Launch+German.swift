internal import Atrium

extension Phrases {
    /// The steps of a launch.
    static let germanLaunch = Phrases(
        "de",
        [
            "Each team has members.": "Jedes Team hat Mitglieder.",
            "See that each team has members": "Prüfen, ob jedes Team Mitglieder hat",
            "The figures of a team, its page and its suggestions are for its members.":
                "Die Kennzahlen eines Teams, seine Seite und seine Empfehlungen gelten für seine Mitglieder.",
            "before anybody is invited": "bevor jemand eingeladen wird",
            "during the year": "während des Jahres",
            "launch: Part": "Teil",
            "people are told": "Menschen werden informiert",
            "people come in": "Menschen kommen dazu",
            "{1 team has|teams have} no member.": "{1, plural, one {# Team hat} other {# Teams haben}} kein Mitglied.",
        ])
}
