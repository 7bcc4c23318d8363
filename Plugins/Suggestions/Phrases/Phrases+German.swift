internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "A calendar program that has the address shows what is due. A new address ends the old one.":
                "Ein Kalenderprogramm, das diese Adresse kennt, zeigt, was fällig ist. Eine neue Adresse macht die alte ungültig.",
            "A suggested course is past its due day and not done, or a goal was missed in the last 90 days.":
                "Ein vorgeschlagener Kurs ist überfällig und nicht abgeschlossen, oder ein Ziel wurde in den letzten 90 Tagen verfehlt.",
            "A suggestion to a team also counts for those who join later.":
                "Eine Empfehlung an ein Team gilt auch für alle, die später dazukommen.",
            "About": "Betrifft",
            "An active member who has not begun any course.":
                "Ein aktives Mitglied, das noch keinen Kurs begonnen hat.",
            "Answer": "Antwort",
            "Answered": "Beantwortet",
            "Before the team meeting": "Vor der Teambesprechung",
            "Began a course that is not over, and has done nothing in it for some time.":
                "Hat einen Kurs begonnen, der nicht beendet ist, und seit einiger Zeit nichts darin getan.",
            "By": "Von",
            "Change": "Ändern",
            "Completed a course in the last seven days.": "Hat in den letzten sieben Tagen einen Kurs abgeschlossen.",
            "Counted for each person, also for those who join later.":
                "Gilt für jede Person einzeln, auch für alle, die später beitreten.",
            "Course to complete": "Abzuschließender Kurs",
            "Course": "Kurs",
            "Courses are suggested.": "Kurse sind empfohlen.",
            "Courses that were suggested to you": "Kurse, die Ihnen vorgeschlagen wurden",
            "Courses that you suggested": "Kurse, die Sie vorgeschlagen haben",
            "Days without activity": "Tage ohne Aktivität",
            "Due soon at {1}": "Bald fällig bei {1}",
            "Due": "Fällig am",
            "End the calendar address": "Kalenderadresse aufheben",
            "Finished last week": "Letzte Woche abgeschlossen",
            "Give this address to your calendar program. It is secret, and it is not shown again.":
                "Tragen Sie diese Adresse in Ihr Kalenderprogramm ein. Sie ist geheim und wird nicht noch einmal angezeigt.",
            "Goal": "Ziel",
            "Goal: {1}": "Ziel: {1}",
            "Goals": "Ziele",
            "Goals that you set": "Ziele, die Sie gesetzt haben",
            "Hello {1},": "Guten Tag {1},",
            "I will do it": "Ich mache das",
            "Id of the course": "Kennung des Kurses",
            "Identity of the course": "Kennung des Kurses",
            "It is suggested to each of these members, and not to those who join later.":
                "Der Kurs wird jedem dieser Mitglieder empfohlen, aber nicht denen, die später beitreten.",
            "It is suggested to everybody who is in the team now or joins later.":
                "Der Kurs wird allen empfohlen, die jetzt im Team sind oder später dazukommen.",
            "Last day": "Letzter Tag",
            "List": "Liste",
            "Made": "Erstellt am",
            "Make a calendar address": "Kalenderadresse erstellen",
            "Member": "Mitglied",
            "Members": "Mitglieder",
            "Minutes": "Minuten",
            "My goals": "Meine Ziele",
            "Nobody has suggested a course to you yet.": "Ihnen wurde noch kein Kurs empfohlen.",
            "Nobody is in this list now.": "Zurzeit steht niemand auf dieser Liste.",
            "Not begun": "Nicht begonnen",
            "Not now": "Jetzt nicht",
            "Note": "Hinweis",
            "Nothing is suggested yet.": "Noch ist nichts empfohlen.",
            "One's own suggestions, and for administrators those of everybody.":
                "Die eigenen Empfehlungen, für die Administration die Empfehlungen aller.",
            "Only for those who are stuck. Empty for 14.":
                "Nur für die, die nicht weiterkommen. Leer gelassen gilt 14.",
            "Or days after joining": "Oder Tage nach dem Beitritt",
            "Or minutes to learn": "Oder zu lernende Minuten",
            "Overdue": "Überfällig",
            "Percent": "Prozent",
            "Person": "Person",
            "Reminders that you got": "Erinnerungen, die Sie erhielten",
            "Set a goal: a course": "Ziel setzen: Kurs",
            "Set a goal: minutes": "Ziel setzen: Minuten",
            "Set by": "Gesetzt von",
            "Show withdrawn ones": "Zurückgezogene anzeigen",
            "Since": "Seit",
            "State": "Status",
            "Stuck": "Kommt nicht weiter",
            "Suggest a course to everybody": "Kurs allen empfehlen",
            "Suggest a course": "Kurs empfehlen",
            "Suggest courses": "Kurse empfehlen",
            "Suggested courses": "Empfohlene Kurse",
            "Suggested to me": "Mir empfohlen",
            "Suggested": "Vorgeschlagen am",
            "Suggestion": "Empfehlung",
            "Suggestions": "Empfehlungen",
            "Team": "Team",
            "The address no longer works.": "Die Adresse ist nicht mehr gültig.",
            "The course is suggested.": "Der Kurs ist empfohlen.",
            "The courses that are suggested to the person, and how far the person is.":
                "Die Kurse, die der Person empfohlen sind, und wie weit sie ist.",
            "The courses that others suggest to you, why, and until when.":
                "Die Kurse, die andere Ihnen empfehlen, warum und bis wann.",
            "The day is the one of the last activity, of the due date, of the completion or of joining. The list has up to 500 people.":
                "Der Tag ist der der letzten Aktivität, der Fälligkeit, des Abschlusses oder des Beitritts. Die Liste hat bis zu 500 Personen.",
            "The goal is changed.": "Das Ziel ist geändert.",
            "The goal is set.": "Das Ziel ist gesetzt.",
            "The goal is withdrawn.": "Das Ziel ist zurückgezogen.",
            "The goals that were set, and how far each person is.":
                "Die Ziele, die gesetzt wurden, und wie weit jede Person ist.",
            "The same day for everybody.": "Derselbe Tag für alle.",
            "The suggestion is changed.": "Die Empfehlung ist geändert.",
            "The suggestion is withdrawn.": "Die Empfehlung ist zurückgezogen.",
            "To follow up": "Nachfassen",
            "To stop the reminders of a course, decline it there.":
                "Um Erinnerungen an einen Kurs zu beenden, lehnen Sie ihn dort ab.",
            "To": "An",
            "What the person learned since the goal was first set still counts.":
                "Was die Person gelernt hat, seit das Ziel zum ersten Mal gesetzt wurde, zählt weiterhin.",
            "What the person wants to reach, until when, and how far the person is.":
                "Was die Person erreichen will, bis wann, und wie weit sie ist.",
            "What you want to reach, until when, and how far you are.":
                "Was Sie erreichen wollen, bis wann, und wie weit Sie sind.",
            "Which course is suggested to whom, by whom, and until when.":
                "Welcher Kurs wem empfohlen ist, von wem und bis wann.",
            "Who is stuck, overdue or finished. Open a list and tick people. Then suggest a course, set a goal, or write to them, as your role allows.":
                "Wer nicht weiterkommt, überfällig ist oder abgeschlossen hat. Öffnen Sie eine Liste und haken Sie Personen an. Schlagen Sie dann einen Kurs vor, setzen Sie ein Ziel oder schreiben Sie ihnen, soweit Ihre Rolle es erlaubt.",
            "Why this course.": "Warum dieser Kurs.",
            "Why": "Warum",
            "Withdraw": "Zurückziehen",
            "Withdrawn": "Abgemeldet",
            "You have accepted it.": "Sie haben die Empfehlung angenommen.",
            "You have declined it. Reminders leave it out.":
                "Sie haben die Empfehlung abgelehnt. Erinnerungen lassen sie aus.",
            "You have no goal yet.": "Sie haben noch kein Ziel.",
            "Your answers to suggestions": "Ihre Antworten auf Vorschläge",
            "Your calendar of what is due": "Ihr Kalender der Fälligkeiten",
            "Your goals": "Ihre Ziele",
            "a due day is in the years 1583 to 9999, or up to 3,650 days after joining; correct it":
                "Ein Fälligkeitstag liegt in den Jahren 1583 bis 9999 oder höchstens 3.650 Tage nach dem Beitritt; korrigieren Sie ihn",
            "a goal has 1 to 1,000,000 minutes; correct the number":
                "Ein Ziel hat 1 bis 1.000.000 Minuten; korrigieren Sie die Zahl",
            "a member is stuck after 1 to 365 days without activity; choose a number in this range":
                "ein Mitglied kommt nicht weiter, wenn es 1 bis 365 Tage lang nichts getan hat; wählen Sie eine Zahl in diesem Bereich",
            "a note has at most 1,000 characters, no control characters except tabs and line breaks, and no text direction that is overridden or left open; change it":
                "Ein Hinweis hat höchstens 1.000 Zeichen, keine Steuerzeichen außer Tabulatoren und Zeilenumbrüchen und keine überschriebene oder offen gelassene Textrichtung; ändern Sie ihn",
            "a person has at most 200 open goals; withdraw one first":
                "Eine Person hat höchstens 200 offene Ziele; ziehen Sie zuerst eines zurück",
            "an audience has at most 200 suggestions; withdraw one first":
                "Eine Zielgruppe hat höchstens 200 Empfehlungen; ziehen Sie zuerst eine zurück",
            "another member made this suggestion; suggest the course yourself, or ask that member or an administrator":
                "Diese Empfehlung stammt von einem anderen Mitglied; empfehlen Sie den Kurs selbst oder wenden Sie sich an dieses Mitglied oder an die Administration",
            "answer suggestions": "Empfehlungen beantworten",
            "at most 1,000 courses can be marked as seen at a time; mark them in parts":
                "Höchstens 1.000 Kurse können auf einmal als gesehen markiert werden; markieren Sie sie in Teilen",
            "audience: To": "Für",
            "cannot be given together with a course": "kann nicht zusammen mit einem Kurs angegeben werden",
            "cannot be given together with a day": "kann nicht zusammen mit einem Tag angegeben werden",
            "complete {1}": "{1} abschließen",
            "date: By": "Bis",
            "date: Set": "Gesetzt am",
            "date: Withdrawn": "Zurückgezogen am",
            "done": "erledigt",
            "everybody": "alle",
            "gets the goal": "bekommt das Ziel",
            "gets the suggestion": "bekommt die Empfehlung",
            "goal": "Ziel",
            "goal: missed": "verfehlt",
            "goal: open": "offen",
            "goal: reached": "erreicht",
            "goal: withdrawn": "zurückgezogen",
            "in {1 day|days}": "in {1, plural, one {# Tag} other {# Tagen}}",
            "is required, or a course": "Pflichtangabe, wenn kein Kurs angegeben ist",
            "learn {1 minute|minutes}": "{1, plural, one {# Minute} other {# Minuten}} lernen",
            "new": "neu",
            "not answered": "nicht beantwortet",
            "people": "Personen",
            "reminder of what is due": "Erinnerung an Fälliges",
            "set by {1}": "gesetzt von {1}",
            "set goals": "Ziele setzen",
            "started": "begonnen",
            "suggest to organization": "Der Organisation Kurse empfehlen",
            "suggest to people": "Personen Kurse empfehlen",
            "suggest to teams": "Teams Kurse empfehlen",
            "suggested to everybody by {1}": "von {1} allen empfohlen",
            "suggested to you by {1}": "von {1} persönlich empfohlen",
            "suggested to {1} by {2}": "von {2} für {1} empfohlen",
            "suggestion": "Empfehlung",
            "suggestion: accepted": "angenommen",
            "suggestion: declined": "abgelehnt",
            "suggestion: withdrawn": "zurückgezogen",
            "suggestions and goals show the name of a person; make them as a member":
                "Empfehlungen und Ziele zeigen den Namen einer Person; erstellen Sie sie als Mitglied",
            "the course is retired; restore it before suggesting it":
                "Der Kurs ist stillgelegt; öffnen Sie ihn wieder, bevor Sie ihn empfehlen",
            "the last day of a goal is not before the day on which it is set, and not after the year 9999; correct it":
                "Der letzte Tag eines Ziels liegt nicht vor dem Tag, an dem es gesetzt wird, und nicht nach dem Jahr 9999; korrigieren Sie ihn",
            "the person has another open goal with this target; change or withdraw that one":
                "Die Person hat bereits ein offenes Ziel dieser Art; ändern Sie es oder ziehen Sie es zurück",
            "there is no such goal here, or it was withdrawn; look it up again":
                "Dieses Ziel gibt es hier nicht, oder es wurde zurückgezogen; rufen Sie es neu auf",
            "there is no such suggestion here, or it was withdrawn; look it up again":
                "Diese Empfehlung gibt es hier nicht, oder sie wurde zurückgezogen; rufen Sie sie neu auf",
            "this calendar address does not work, or no longer works; create a new one":
                "Diese Kalenderadresse ist nicht oder nicht mehr gültig; erstellen Sie eine neue",
            "this is due soon on the training platform of {1}:":
                "auf der Lernplattform von {1} ist Folgendes bald fällig:",
            "today": "heute",
            "tomorrow": "morgen",
            "view calendar": "Kalender ansehen",
            "view suggestions": "Empfehlungen ansehen",
            "{1 day|days} after joining": "{1, plural, one {# Tag} other {# Tage}} nach dem Beitritt",
            "{1 minute|minutes}": "{1, plural, one {# Minute} other {# Minuten}}",
            "{1} done, set by {2}": "{1} erledigt, gesetzt von {2}",
            "{1}: due on {2} ({3}), {4}": "{1} – fällig am {2} ({3}), {4}",
            "… and {1} more": "… und noch {1}",
        ])
}
