internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "Privacy": "Datenschutz",
            "Address of the member": "Adresse des Mitglieds",
            "Choose how long": "Dauer wählen",
            "Data": "Daten",
            "Days": "Tage",
            "Erase again after a restore": "Nach einer Wiederherstellung erneut löschen",
            "Erase": "Löschen",
            "Erasures": "Löschungen",
            "Everything that the organization holds of the person, to hand over on request.":
                "Alles, was die Organisation über die Person hat, zur Herausgabe auf Anfrage.",
            "Everything that the organization holds of you, to read and to take with you.":
                "Alles, was die Organisation über Sie hat, zum Lesen und zum Mitnehmen.",
            "Files": "Dateien",
            "How long data is kept": "Wie lange Daten aufbewahrt werden",
            "If an older file has no other administrator than an erased person, the person cannot be erased again. Name a member who becomes administrator. The person is then erased again.":
                "Wenn eine ältere Datei keinen anderen Administrator hat als eine gelöschte Person, kann diese nicht erneut gelöscht werden. Nennen Sie ein Mitglied, das Administrator wird. Die Person wird dann erneut gelöscht.",
            "Keep this list apart from the backups. After a restore of older files, the same people have to be erased again.":
                "Bewahren Sie diese Liste getrennt von den Sicherungen auf. Nach der Wiederherstellung älterer Dateien müssen dieselben Personen erneut gelöscht werden.",
            "Kept for {1 day|days}. {2 entry is|entries are} older now, and erased within a day.":
                "{1, plural, one {# Tag} other {# Tage}} Aufbewahrung. {2, plural, one {# Eintrag ist jetzt älter und wird} other {# Einträge sind jetzt älter und werden}} innerhalb eines Tages gelöscht.",
            "Kept without end. Nothing is erased.": "Unbegrenzte Aufbewahrung. Nichts wird gelöscht.",
            "Made on {1}. The file data.json has the same for programs, and each table is a file that a spreadsheet opens.":
                "Erstellt am {1}. Die Datei data.json enthält dasselbe für Programme, und jede Tabelle ist eine Datei, die eine Tabellenkalkulation öffnet.",
            "My data": "Meine Daten",
            "Name, addresses and everything that says who the person is are destroyed for good. Figures stay, and name nobody.":
                "Name, Adressen und alles, was sagt, wer die Person ist, werden endgültig vernichtet. Kennzahlen bleiben und nennen niemanden.",
            "Nobody of the list is here.": "Niemand aus der Liste ist hier.",
            "Nobody was erased.": "Niemand wurde gelöscht.",
            "Nothing goes before you choose a number of days. What is older then goes once a day.":
                "Nichts wird gelöscht, bevor Sie eine Zahl von Tagen wählen. Was dann älter ist, wird einmal am Tag gelöscht.",
            "Older than that": "Älter als das",
            "Paste the column with the members of the list that you kept. Unknown ones are left out.":
                "Fügen Sie die Spalte mit den Mitgliedern der Liste ein, die Sie aufbewahrt haben. Unbekannte werden ausgelassen.",
            "People who left": "Ausgetretene Personen",
            "Personal data": "Personenbezogene Daten",
            "Replace an erased administrator": "Gelöschten Administrator ersetzen",
            "The member is administrator now, and the person is erased again.":
                "Das Mitglied ist jetzt Administrator, und die Person ist erneut gelöscht.",
            "The page index.html shows everything. The file data.json has the same for programs.":
                "Die Seite index.html zeigt alles. Die Datei data.json enthält dasselbe für Programme.",
            "The person is erased. Within a few minutes, no byte is left in the files.":
                "Die Person ist gelöscht. In wenigen Minuten ist kein Byte mehr in den Dateien.",
            "The time is chosen.": "Die Dauer ist gewählt.",
            "What the organization holds of the person, and what is erased of it:":
                "Was die Organisation über die Person hat und davon gelöscht wird:",
            "What {1} holds of you": "Was {1} über Sie hat",
            "When you left": "Ihr Austritt",
            "Without a number, it is kept.": "Ohne Zahl werden sie aufbewahrt.",
            "data is kept for 1 to 36,500 days, or without end; correct the number":
                "Daten werden 1 bis 36.500 Tage oder unbegrenzt aufbewahrt; berichtigen Sie die Zahl",
            "date: Erased": "Gelöscht am",
            "date: Left": "Ausgetreten am",
            "erase personal data": "Personenbezogene Daten löschen",
            "export personal data": "Personenbezogene Daten exportieren",
            "is erased for good": "wird endgültig gelöscht",
            "manage retention": "Aufbewahrung verwalten",
            "nothing is left": "nichts ist übrig",
            "repeat erasures": "Löschungen wiederholen",
            "replace erased administrator": "Gelöschten Administrator ersetzen",
            "the files are still cleaned": "die Dateien werden noch bereinigt",
            "the organization has another administrator, or no erased one; an administrator can grant the role":
                "die Organisation hat einen anderen Administrator oder keinen gelöschten; ein Administrator kann die Rolle vergeben",
            "there is no such rule; choose one of the list": "Diese Regel gibt es nicht; wählen Sie eine aus der Liste",
            "{1 entry|entries}": "{1, plural, one {# Eintrag} other {# Einträge}}",
            "{1 person of the list is|people of the list are} here and would be erased for good.":
                "{1, plural, one {# Person aus der Liste ist hier und würde} other {# Personen aus der Liste sind hier und würden}} endgültig gelöscht.",
            "{1 person was|people were} erased again.":
                "{1, plural, one {# Person wurde} other {# Personen wurden}} erneut gelöscht.",
            "{1}: {2 entry|entries}": "{1}: {2, plural, one {# Eintrag} other {# Einträge}}",
        ])
}
