internal import Atrium

extension Phrases {
    /// The features of an organization.
    static let germanFeatures = Phrases(
        "de",
        [
            "Features": "Funktionen",
            "Feature": "Funktion",
            "Needs": "Braucht",
            "A feature that is off does nothing, and keeps its data. When it is on again, it catches up.":
                "Eine ausgeschaltete Funktion tut nichts und behält ihre Daten. Ist sie wieder an, holt sie alles nach.",
            "on": "an",
            "off": "aus",
            "waits for what it needs": "wartet auf das, was sie braucht",
            "did not start, is tried again": "nicht gestartet, neuer Versuch folgt",
            "missing from the program": "fehlt im Programm",
            "Switch on": "Einschalten",
            "Switch off": "Ausschalten",
            "What this changes:": "Das ändert sich:",
            "begins to work": "beginnt zu arbeiten",
            "names no feature; choose one": "nennt keine Funktion; wählen Sie eine",
            "The feature is on.": "Die Funktion ist an.",
            "The feature is off.": "Die Funktion ist aus.",
            "the features of the organization changed since this was shown; look at it again":
                "die Funktionen der Organisation haben sich inzwischen geändert; sehen Sie noch einmal nach",
            "module '{1}' was replaced since this service was looked up; look it up again":
                "das Modul „{1}“ wurde inzwischen ersetzt; suchen Sie es noch einmal",
            "module '{1}' is switched off in this organization; switch it on":
                "das Modul „{1}“ ist in dieser Organisation ausgeschaltet; schalten Sie es ein",
            "module '{1}' waits in this organization for {2}":
                "das Modul „{1}“ wartet in dieser Organisation auf {2}",
            "module '{1}' did not start in this organization; the platform's observer got the error, and it is tried again":
                "das Modul „{1}“ ist in dieser Organisation nicht gestartet; der Beobachter der Plattform hat den Fehler, und ein neuer Versuch folgt",
            "module '{1}' is not part of this program; add it to the platform's modules":
                "das Modul „{1}“ gehört nicht zu diesem Programm; nehmen Sie es in die Module der Plattform auf",
            "module '{1}' is switched on in this organization; switch it off first":
                "das Modul „{1}“ ist in dieser Organisation eingeschaltet; schalten Sie es zuerst aus",
            "there is no module '{1}', and it stored nothing here; check its name":
                "es gibt kein Modul „{1}“, und es hat hier nichts gespeichert; prüfen Sie den Namen",
            "ends; {1 row stays|rows stay}, {2 waiting event or job is|waiting events or jobs are} forgotten":
                "endet; {1, plural, one {# Zeile bleibt} other {# Zeilen bleiben}}, {2, plural, one {# wartendes Ereignis oder eine Aufgabe wird vergessen} other {# wartende Ereignisse oder Aufgaben werden vergessen}}",
            "Who may do what": "Wer was darf",
            "What the organization decides itself. Everything else follows from the roles.":
                "Was die Organisation selbst entscheidet. Alles andere folgt aus den Rollen.",
            "No feature leaves this to the organization.": "Keine Funktion überlässt das der Organisation.",
            "Whom it names": "Wen es betrifft",
            "May do it": "Darf es",
            "At first": "Anfangs",
            "every member": "alle Mitglieder",
            "Allow": "Erlauben",
            "Do not allow": "Nicht erlauben",
            "It is allowed.": "Es ist erlaubt.",
            "It is not allowed any more.": "Es ist nicht mehr erlaubt.",
            "the organization does not decide this now; look at the list again":
                "die Organisation entscheidet das jetzt nicht; sehen Sie die Liste noch einmal an",
            "the organization does not decide who has the permission '{1}'; choose one of the list":
                "die Organisation entscheidet nicht, wer die Berechtigung „{1}“ hat; wählen Sie eine aus der Liste",
            "adjust grants": "Berechtigungen anpassen",
        ])
}
