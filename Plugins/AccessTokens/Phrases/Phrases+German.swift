internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "A program that uses the token loses its access at once. What it has begun is finished.":
                "Ein Programm, das dieses Token verwendet, verliert sofort den Zugriff. Was es begonnen hat, wird noch abgeschlossen.",
            "A program with a token acts in the name of the member who made it, and may do only what the token allows.":
                "Ein Programm mit einem Token handelt im Namen des Mitglieds, das es erstellt hat, und darf nur, was das Token erlaubt.",
            "Access tokens": "Zugriffstoken",
            "Copy the token now. It is valid for {1 day|days}, and it is not shown again.":
                "Kopieren Sie das Token jetzt. Es ist {1, plural, one {# Tag} other {# Tage}} gültig und wird nicht noch einmal angezeigt.",
            "Days until it ends": "Gültigkeit in Tagen",
            "Ends": "Endet am",
            "For": "Für",
            "In the name of": "Im Namen von",
            "Last used": "Zuletzt verwendet",
            "Made": "Erstellt am",
            "Make a token": "Token erstellen",
            "May": "Berechtigungen",
            "No program has access.": "Kein Programm hat Zugriff.",
            "Revoke": "Widerrufen",
            "The token is revoked.": "Das Token ist widerrufen.",
            "The token is shown once. Give a program only what it needs.":
                "Das Token wird nur einmal angezeigt. Geben Sie einem Programm nur die Rechte, die es braucht.",
            "Token": "Token",
            "What it may do": "Was es darf",
            "What uses it, such as a payroll system.": "Wofür es verwendet wird, etwa ein Lohnabrechnungssystem.",
            "Your access tokens": "Ihre Zugriffstoken",
            "a token acts in the name of a member; make it as a member":
                "Ein Token handelt im Namen eines Mitglieds; erstellen Sie es als Mitglied",
            "a token is valid for 1 to {1} days; choose such a number":
                "Ein Token ist 1 bis {1} Tage gültig; wählen Sie eine solche Zahl",
            "a token": "Token",
            "manage tokens": "Token verwalten",
            "no token can hold the permission '{1}'; choose another":
                "Kein Token kann die Berechtigung „{1}“ enthalten; wählen Sie eine andere",
            "the organization has {1} tokens; revoke some that nobody uses":
                "Die Organisation hat bereits {1} Token; widerrufen Sie einige, die niemand mehr verwendet",
            "the token would allow nothing; choose at least one permission":
                "Das Token würde nichts erlauben; wählen Sie mindestens eine Berechtigung",
            "there is no such token; list the tokens again":
                "Dieses Token gibt es nicht; rufen Sie die Liste der Token neu auf",
            "this request has made a token already; if you did not copy it, revoke it and make another":
                "Mit dieser Anfrage wurde bereits ein Token erstellt; falls Sie es nicht kopiert haben, widerrufen Sie es und erstellen Sie ein neues",
            "token": "Token",
        ])
}
