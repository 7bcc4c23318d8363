internal import AtriumLanguages

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "(required)": "(Pflichtangabe)",
            "(several times)": "(mehrfach)",
            "(shown on a page)": "(auf einer Seite angezeigt)",
            "Confirm with --yes.": "Bestätigen Sie mit --yes.",
            "Confirm with {1}": "Bestätigen Sie mit {1}",
            "From here:": "Von hier aus:",
            "It is no longer what you saw. Nothing was done.":
                "Der Stand ist nicht mehr der, den Sie gesehen haben. Es wurde nichts ausgeführt.",
            "Not offered to you: {1}": "Für Sie nicht verfügbar: {1}",
            "Refused: {1}": "Abgewiesen: {1}",
            "The input cannot be read.": "Die Eingabe ist nicht lesbar.",
            "There is more: {1}": "Es gibt mehr: {1}",
            "There is nothing here.": "Hier ist nichts vorhanden.",
            "Too wide to be shown here: {1}": "Zu breit für die Anzeige hier: {1}",
            "and {1} more": "und noch {1}",
            "not offered: {1}": "nicht verfügbar: {1}",
            "{1} Confirm with --yes.": "{1} Bestätigen Sie mit --yes.",
        ])
}
