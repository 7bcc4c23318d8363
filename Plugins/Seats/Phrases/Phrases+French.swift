internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "Each active member uses a seat, and each pending invitation reserves one.":
                "Chaque membre actif occupe une place, et chaque invitation en attente en réserve une.",
            "Every active member has premium, until the membership ends or is deactivated.":
                "Chaque membre actif bénéficie de premium, jusqu’à la fin ou la désactivation de son adhésion.",
            "Free": "Libres",
            "Given by": "Attribué par",
            "Limit": "Limite",
            "No seat is free.": "Aucune place n’est libre.",
            "Premium": "Premium",
            "Reserved for invitations": "Réservées pour des invitations",
            "Seats": "Places",
            "See how many seats are free": "Voir combien de places sont libres",
            "Set the limit": "Fixer la limite",
            "Since": "Depuis",
            "The limit is {1 seat|seats}.": "La limite est de {1, plural, one {# place} other {# places}}.",
            "The number of seats is not limited.": "Le nombre de places n’est pas limité.",
            "Until": "Échéance",
            "Used by active members": "Occupées par des membres actifs",
            "What your organization gives you, and until when.":
                "Ce que votre organisation vous offre, et jusqu’à quand.",
            "a limit of seats is 0 or more; choose such a number":
                "une limite de places est un nombre égal ou supérieur à 0 ; choisissez un tel nombre",
            "limit: none": "aucune",
            "no seat is left; ask for a higher limit, revoke an invitation or deactivate a member":
                "il ne reste aucune place ; demandez une limite plus élevée, révoquez une invitation ou désactivez un membre",
            "set limit": "fixer la limite de places",
            "the balance says {1} reserved and {2} used, the rows say {3} and {4}; restore a backup and report it":
                "le solde indique {1} places réservées et {2} occupées, les lignes {3} et {4} ; restaurez une sauvegarde et signalez le problème",
            "unlimited": "nombre illimité",
            "view own seat": "consulter la place personnelle",
            "view seats": "consulter les places",
            "your membership ends": "fin de votre adhésion",
            "{1 seat is|seats are} free.": "{1, plural, one {# place est libre} other {# places sont libres}}.",
            "{1} seats are reserved or used; free some before lowering the limit below that":
                "{1, plural, one {# place est réservée ou occupée} other {# places sont réservées ou occupées}} ; libérez-en avant d’abaisser la limite en dessous de ce nombre",
        ])
}
