internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "Each active member uses a seat, and each pending invitation reserves one.":
                "Jedes aktive Mitglied belegt einen Platz, und jede offene Einladung reserviert einen.",
            "Every active member has premium, until the membership ends or is deactivated.":
                "Jedes aktive Mitglied hat premium, bis die Mitgliedschaft endet oder deaktiviert wird.",
            "Free": "Frei",
            "Given by": "Vergeben durch",
            "Limit": "Obergrenze",
            "No seat is free.": "Kein Platz ist frei.",
            "Premium": "Premium",
            "Reserved for invitations": "Für Einladungen reserviert",
            "Seats": "Plätze",
            "See how many seats are free": "Freie Plätze ansehen",
            "Set the limit": "Obergrenze festlegen",
            "Since": "Seit",
            "The limit is {1 seat|seats}.": "Die Obergrenze ist {1, plural, one {# Platz} other {# Plätze}}.",
            "The number of seats is not limited.": "Die Zahl der Plätze ist nicht begrenzt.",
            "Until": "Bis",
            "Used by active members": "Von aktiven Mitgliedern belegt",
            "What your organization gives you, and until when.": "Was Ihre Organisation Ihnen gibt, und bis wann.",
            "a limit of seats is 0 or more; choose such a number":
                "Eine Obergrenze für Plätze ist 0 oder mehr; wählen Sie eine solche Zahl",
            "limit: none": "keine",
            "no seat is left; ask for a higher limit, revoke an invitation or deactivate a member":
                "Es ist kein Platz mehr frei; bitten Sie um eine höhere Obergrenze, widerrufen Sie eine Einladung oder deaktivieren Sie ein Mitglied",
            "set limit": "Obergrenze festlegen",
            "the balance says {1} reserved and {2} used, the rows say {3} and {4}; restore a backup and report it":
                "Der Saldo nennt {1} reserviert und {2} belegt, die Zeilen nennen {3} und {4}; stellen Sie eine Sicherung wieder her und melden Sie den Fehler",
            "unlimited": "unbegrenzt",
            "view own seat": "Eigenen Platz ansehen",
            "view seats": "Plätze ansehen",
            "your membership ends": "zum Ende Ihrer Mitgliedschaft",
            "{1 seat is|seats are} free.": "{1, plural, one {# Platz ist} other {# Plätze sind}} frei.",
            "{1} seats are reserved or used; free some before lowering the limit below that":
                "{1, plural, one {# Platz ist} other {# Plätze sind}} reserviert oder belegt; machen Sie einige frei, bevor Sie die Obergrenze darunter senken",
        ])
}
