internal import Atrium

extension Phrases {
    /// The steps of a launch.
    static let frenchLaunch = Phrases(
        "fr",
        [
            "Each team has members.": "Chaque équipe a des membres.",
            "See that each team has members": "Vérifier que chaque équipe a des membres",
            "The figures of a team, its page and its suggestions are for its members.":
                "Les indicateurs d’une équipe, sa page et ses suggestions concernent ses membres.",
            "before anybody is invited": "avant les invitations",
            "during the year": "pendant l’année",
            "launch: Part": "Partie",
            "people are told": "les personnes sont informées",
            "people come in": "les personnes arrivent",
            "{1 team has|teams have} no member.":
                "{1, plural, one {# équipe n’a} other {# équipes n’ont}} aucun membre.",
        ])
}
