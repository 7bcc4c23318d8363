internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "A calendar program that has the address shows the days of your reviews, and no figure. A new address ends the old one.":
                "Ein Kalenderprogramm, das diese Adresse kennt, zeigt die Tage Ihrer Überprüfungen, aber keine Kennzahlen. Eine neue Adresse macht die alte ungültig.",
            "A fixed time for looking at the figures keeps the project alive.":
                "Ein fester Termin für die Kennzahlen hält das Projekt lebendig.",
            "A mail with your watched figures comes on each of these days. Without a cycle, no mail comes.":
                "An jedem dieser Tage kommt eine E-Mail mit Ihren beobachteten Kennzahlen. Ohne Turnus kommt keine E-Mail.",
            "A number that comes from fewer people is not shown to anybody but themselves. Empty shows all.":
                "Eine Zahl, die auf weniger Personen beruht, sehen nur diese selbst. Ohne Angabe wird alles angezeigt.",
            "A number that comes from fewer than {1} people is not shown.":
                "Eine Zahl, die auf weniger als {1} Personen beruht, wird nicht angezeigt.",
            "A row for each": "Eine Zeile je",
            "Activated": "Aktiviert",
            "Active members at the time of the query, for every period. For a team, its active members. Invited, deactivated and removed people do not count.":
                "Aktive Mitglieder zum Zeitpunkt der Abfrage, für jeden Zeitraum. Bei einem Team dessen aktive Mitglieder. Eingeladene, deaktivierte und entfernte Personen zählen nicht.",
            "Active": "Aktiv",
            "Activities": "Aktivitäten",
            "By {1}": "Nach {1}",
            "Cases": "Fälle",
            "Certificates": "Zertifikate",
            "Certified": "Zertifiziert",
            "Choose key figures": "Kennzahlen auswählen",
            "Compare teams": "Teams vergleichen",
            "Completed divided by ended. Ended is the sum of completed, failed and withdrawn. There is no value if nothing ended.":
                "Abgeschlossene geteilt durch beendete Einschreibungen. Beendet ist die Summe aus abgeschlossen, nicht bestanden und abgemeldet. Wenn nichts beendet wurde, gibt es keinen Wert.",
            "Completed": "Abgeschlossen",
            "Completion rate": "Abschlussquote",
            "Completions in the period. Each one earns or renews a certificate.":
                "Abschlüsse im Zeitraum. Mit jedem wird ein Zertifikat erworben oder erneuert.",
            "Course": "Kurs",
            "Courses": "Kurse",
            "Courses side by side. Compare the rates, and look at the number of cases beside them.":
                "Kurse nebeneinander. Vergleichen Sie die Quoten, und achten Sie auf die Zahl der Fälle daneben.",
            "Criterion": "Kriterium",
            "Cycle": "Turnus",
            "Day": "Tag",
            "Definition": "Definition",
            "Different people who accepted an invitation in the period.":
                "Verschiedene Personen, die im Zeitraum eine Einladung angenommen haben.",
            "Different people who completed a course for the first time in the period.":
                "Verschiedene Personen, die im Zeitraum einen Kurs zum ersten Mal abgeschlossen haben.",
            "Different people who were enrolled in a course in the period.":
                "Verschiedene Personen, die im Zeitraum in einen Kurs eingeschrieben wurden.",
            "Different people who worked on a course, or opened it, for the first time in the period.":
                "Verschiedene Personen, die im Zeitraum zum ersten Mal an einem Kurs gearbeitet oder ihn geöffnet haben.",
            "Different people with a completion in the period. Each one earns or renews a certificate.":
                "Verschiedene Personen mit einem Abschluss im Zeitraum. Mit jedem wird ein Zertifikat erworben oder erneuert.",
            "Different people with at least one activity in the period. Reports of progress are activities.":
                "Verschiedene Personen mit mindestens einer Aktivität im Zeitraum. Fortschrittsmeldungen sind Aktivitäten.",
            "Direction": "Richtung",
            "Each": "Zeitraum",
            "Empty for the organization.": "Leer lassen für die ganze Organisation.",
            "End the calendar address": "Kalenderadresse aufheben",
            "Enrolled": "Eingeschrieben",
            "Enrolments that ended as completed in the period.":
                "Einschreibungen, die im Zeitraum mit einem Abschluss endeten.",
            "Enrolments that ended as failed in the period.":
                "Einschreibungen, die im Zeitraum als nicht bestanden endeten.",
            "Enrolments that ended as withdrawn in the period.":
                "Einschreibungen, die im Zeitraum durch Abmeldung endeten.",
            "Enrolments with a date in the period.": "Einschreibungen mit einem Datum im Zeitraum.",
            "Failed": "Nicht bestanden",
            "Fewest people": "Mindestzahl an Personen",
            "Figure": "Kennzahl",
            "Figures that you watch": "Kennzahlen, die Sie beobachten",
            "First day": "Erster Tag",
            "From the enrolment to the certificate": "Von der Einschreibung zum Zertifikat",
            "From the invitation to the certificate": "Von der Einladung zum Zertifikat",
            "From {1} to {2}.": "Vom {1} bis zum {2}.",
            "From": "Von",
            "Give this address to your calendar program. It is secret, and it is not shown again.":
                "Tragen Sie diese Adresse in Ihr Kalenderprogramm ein. Sie ist geheim und wird nicht noch einmal angezeigt.",
            "Hidden": "Ausgeblendet",
            "Hide small groups": "Kleine Gruppen ausblenden",
            "How each figure is counted. The same rule holds on every page and in every file.":
                "Wie jede Kennzahl gezählt wird. Auf jeder Seite und in jeder Datei gilt dieselbe Regel.",
            "How many people took each step in the period. A step leads to the list of these people, for those who may see what they learn.":
                "Wie viele Personen im Zeitraum jeden Schritt gegangen sind. Ein Schritt führt zur Liste dieser Personen, wenn Sie sehen dürfen, was sie lernen.",
            "How often": "Wie oft",
            "Invitations accepted in the period.": "Im Zeitraum angenommene Einladungen.",
            "Invitations sent in the period. An invitation that is sent again counts once, on the day of its first sending. For a team, the invitations to join it.":
                "Im Zeitraum gesendete Einladungen. Eine erneut gesendete Einladung zählt nur einmal, am Tag der ersten Sendung. Bei einem Team die Einladungen, ihm beizutreten.",
            "Invitations that were sent in the period. Each one counts as a person.":
                "Einladungen, die im Zeitraum versendet wurden. Jede zählt als eine Person.",
            "Invited": "Eingeladen",
            "It comes from fewer than {1} people, or would reveal such a number.":
                "Die Zahl beruht auf weniger als {1} Personen oder würde eine solche Zahl verraten.",
            "It comes from too few people.": "Die Zahl beruht auf zu wenigen Personen.",
            "It should be": "Soll sein",
            "Last two periods": "Letzte zwei Zeiträume",
            "Learning activities in the period, including reports of progress.":
                "Lernaktivitäten im Zeitraum, einschließlich Fortschrittsmeldungen.",
            "Learning": "Lernen",
            "Look at your watch list. Which figures missed their targets, and what will you do about it?":
                "Sehen Sie sich Ihre beobachteten Kennzahlen an. Welche haben ihren Zielwert verfehlt, und was wollen Sie tun?",
            "Make a calendar address": "Kalenderadresse erstellen",
            "Members": "Mitglieder",
            "Minutes": "Minuten",
            "Next day": "Nächster Tag",
            "No days.": "Keine Tage.",
            "No mail comes.": "Es kommt keine E-Mail.",
            "No team has a criterion yet. An administrator sets it on the page of a team.":
                "Noch kein Team hat ein Kriterium. Die Administration legt es auf der Seite eines Teams fest.",
            "Nobody took this step in the period.": "Niemand ist diesen Schritt im Zeitraum gegangen.",
            "Now": "Aktuell",
            "Of the step before": "Anteil am Schritt davor",
            "Of": "Bezogen auf",
            "Or in your own words": "Oder in eigenen Worten",
            "Overview": "Übersicht",
            "Pairs of a person and a course with their first activity or opening in the period.":
                "Paare aus Person und Kurs, deren erste Aktivität oder erstes Öffnen in den Zeitraum fällt.",
            "Pairs of a person and a course with their first completion in the period. Retakes do not count.":
                "Paare aus Person und Kurs, deren erster Abschluss in den Zeitraum fällt. Wiederholungen zählen nicht.",
            "People completed": "Personen mit Abschluss",
            "People who took the step": "Personen, die den Schritt gegangen sind",
            "People": "Personen",
            "Period": "Zeitraum",
            "Person": "Person",
            "Remind me to review": "An die Überprüfung erinnern",
            "Schedule a review": "Eine Überprüfung planen",
            "Set the criterion": "Kriterium festlegen",
            "Started": "Begonnen",
            "Step": "Schritt",
            "Subject": "Betreff",
            "Target": "Zielwert",
            "Team": "Team",
            "Teams side by side. Compare the rates, and look at the number of cases beside them.":
                "Teams im Vergleich. Vergleichen Sie die Quoten und beachten Sie dabei die Zahl der Fälle.",
            "Teams with the same criterion side by side. Each rate is the part of the team's active members who did it in the period, while they were in the team.":
                "Teams mit demselben Kriterium nebeneinander. Jede Quote ist der Anteil der aktiven Teammitglieder, die das im Zeitraum getan haben, während sie im Team waren.",
            "Teams": "Teams",
            "The address no longer works.": "Die Adresse ist nicht mehr gültig.",
            "The criterion is changed.": "Das Kriterium wurde geändert.",
            "The day is the first one in the period on which the person took the step.":
                "Der Tag ist der erste im Zeitraum, an dem die Person den Schritt gegangen ist.",
            "The figure is no longer watched.": "Die Kennzahl wird nicht mehr beobachtet.",
            "The figure is watched.": "Die Kennzahl wird beobachtet.",
            "The figures of the last twelve months, or of the days that you choose, with their definitions.":
                "Die Kennzahlen der letzten zwölf Monate oder der gewählten Tage, mit ihren Definitionen.",
            "The limit is changed.": "Die Grenze ist geändert.",
            "The mail comes in this cycle.": "Die E-Mail kommt in diesem Turnus.",
            "The target counts from the period in which it is set. The target of a rate is in percent.":
                "Der Zielwert gilt ab dem Zeitraum, in dem er festgelegt wird. Bei einer Quote wird er in Prozent angegeben.",
            "The time that activities in the period reported. A missing report is not estimated.":
                "Die Zeit, die für Aktivitäten im Zeitraum gemeldet wurde. Fehlende Meldungen werden nicht geschätzt.",
            "Total": "Gesamt",
            "Until, without this day": "Bis (ohne diesen Tag)",
            "Verdict": "Bewertung",
            "Watch a figure": "Kennzahl beobachten",
            "Watch no longer": "Nicht mehr beobachten",
            "Watched figure": "Beobachtete Kennzahl",
            "Watched figures": "Beobachtete Kennzahlen",
            "Watched": "Beobachtet",
            "What each person did in the period, in numbers.": "Was jede Person im Zeitraum getan hat, in Zahlen.",
            "What the figures mean": "Was die Kennzahlen bedeuten",
            "What the members of the team have in common. Teams with the same criterion can be compared. Empty takes it away.":
                "Was die Mitglieder des Teams gemeinsam haben. Teams mit demselben Kriterium lassen sich vergleichen. Leer gelassen wird es entfernt.",
            "What you decided to watch this year, with a target for each period.":
                "Was Sie in diesem Jahr beobachten wollen, mit einem Zielwert für jeden Zeitraum.",
            "Which figures do you want to follow all year? Give each a target.":
                "Welche Kennzahlen wollen Sie das ganze Jahr verfolgen? Geben Sie jeder einen Zielwert.",
            "Withdrawn": "Abgemeldet",
            "You are reminded {1}.": "Sie werden {1} erinnert.",
            "You get this message on the days of your review. Change your list or the days in Analytics.":
                "Sie bekommen diese Nachricht an den Tagen Ihrer Überprüfung. Ihre Liste und die Tage können Sie unter „Analysen“ ändern.",
            "You have no review yet.": "Sie haben noch keine Überprüfung.",
            "You watch no figure yet.": "Sie beobachten noch keine Kennzahl.",
            "You watch {1 figure|figures}.": "Sie beobachten {1, plural, one {# Kennzahl} other {# Kennzahlen}}.",
            "Your calendar of reviews": "Ihr Kalender der Auswertungen",
            "Your key figures on {1}": "Ihre Kennzahlen am {1}",
            "Your reviews of figures": "Ihre Auswertungen von Kennzahlen",
            "a criterion in your own words has 1 to 100 characters in one line, and at least one character that shows; correct it":
                "ein Kriterium in eigenen Worten hat 1 bis 100 Zeichen in einer Zeile und mindestens ein sichtbares Zeichen; korrigieren Sie es",
            "a list has at most 50 watched figures; remove one first":
                "Eine Liste hat höchstens 50 beobachtete Kennzahlen; entfernen Sie zuerst eine",
            "a review starts in the years 1583 to 9999, and a monthly or quarterly one on a day from 1 to 28; choose another day":
                "Eine Überprüfung beginnt in den Jahren 1583 bis 9999, eine monatliche oder vierteljährliche an einem Tag von 1 bis 28; wählen Sie einen anderen Tag",
            "a table has at most 100 figures; choose fewer":
                "Eine Tabelle hat höchstens 100 Kennzahlen; wählen Sie weniger",
            "a target is a number of at least 0, and at most 1 for a rate; choose another one":
                "Ein Zielwert ist eine Zahl ab 0, bei einer Quote höchstens 1; wählen Sie einen anderen",
            "activities": "Aktivitäten",
            "area": "Bereich",
            "at least {1}": "mindestens {1}",
            "at least": "mindestens",
            "at most {1}": "höchstens {1}",
            "at most": "höchstens",
            "cannot be given together with a criterion": "kann nicht zusammen mit einem Kriterium angegeben werden",
            "cases": "Fälle",
            "certificates": "Zertifikate",
            "completions": "Abschlüsse",
            "day": "Tag",
            "department": "Abteilung",
            "enrolments": "Einschreibungen",
            "every month": "monatlich",
            "every three months": "vierteljährlich",
            "every week": "wöchentlich",
            "geography": "Standort",
            "hidden because it comes from too few people": "ausgeblendet, weil die Zahl auf zu wenigen Personen beruht",
            "hidden": "ausgeblendet",
            "in order": "in Ordnung",
            "interest": "Interesse",
            "invitations": "Einladungen",
            "is none of the choices": "bitte eine der Möglichkeiten wählen",
            "minutes": "Minuten",
            "month": "Monat",
            "names nothing here; choose it again": "hier nicht vorhanden; bitte neu wählen",
            "no value": "kein Wert",
            "people": "Personen",
            "project": "Projekt",
            "quarter": "Quartal",
            "review of watched figures": "Überprüfung der beobachteten Kennzahlen",
            "seniority": "Berufserfahrung",
            "set criterion": "Kriterium eines Teams festlegen",
            "set small group": "Grenze für kleine Gruppen festlegen",
            "subject: Subject": "Gegenstand",
            "target: missed": "verfehlt",
            "target: open": "offen",
            "target: reached": "erreicht",
            "the interval is outside the calendar; choose days in the years 1 to 9999":
                "Der Zeitraum liegt außerhalb des Kalenders; wählen Sie Tage in den Jahren 1 bis 9999",
            "the limit for small groups is 2 to 1,000 people; choose one, or none":
                "Die Grenze für kleine Gruppen ist 2 bis 1.000 Personen; wählen Sie eine oder keine",
            "the table would have more than 100,000 rows; choose longer periods or a shorter interval":
                "Die Tabelle hätte mehr als 100.000 Zeilen; wählen Sie längere Abschnitte oder einen kürzeren Zeitraum",
            "there is no review for a calendar to show; schedule one first":
                "Es gibt keine Überprüfung, die ein Kalender zeigen könnte; planen Sie zuerst eine",
            "there is no such watched figure in your list; look at the list again":
                "Diese beobachtete Kennzahl gibt es in Ihrer Liste nicht; sehen Sie sich die Liste noch einmal an",
            "this calendar address does not work, or no longer works; create a new one":
                "Diese Kalenderadresse ist nicht oder nicht mehr gültig; erstellen Sie eine neue",
            "view figures": "Kennzahlen ansehen",
            "view review calendar": "Überprüfungskalender ansehen",
            "watch figures": "Kennzahlen beobachten",
            "watch": "beobachtete Kennzahl",
            "week": "Woche",
            "year": "Jahr",
            "{1} ({2} of {3})": "{1} ({2} von {3})",
            "{1} A cell with <{2} comes from fewer than {3} people, or would reveal such a number.":
                "{1} Eine Zelle mit <{2} beruht auf weniger als {3} Personen oder würde eine solche Zahl verraten.",
            "{1} Q{2}": "{2}. Quartal {1}",
            "{1} so far": "{1} bisher",
            "{1} to {2}": "{1} bis {2}",
            "{1}, {2}, each {3}: {4}": "{1}, {2}, je {3}: {4}",
            "{1}: review of key figures": "{1}: Überprüfung der Kennzahlen",
            "{1}: your key figures": "{1}: Ihre Kennzahlen",
            "{1}: {2} of {3 key figure|key figures} missed their targets":
                "{1}: {2} von {3, plural, one {# Kennzahl} other {# Kennzahlen}} mit verfehltem Zielwert",
            "{1}: {2}, met": "{1}: {2}, erreicht",
            "{1}: {2}, missed": "{1}: {2}, verfehlt",
        ])
}
