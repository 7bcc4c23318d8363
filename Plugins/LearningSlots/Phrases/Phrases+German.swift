internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "At most three years after the first day.": "Höchstens drei Jahre nach dem ersten Tag.",
            "Cancelled": "Abgesagt",
            "Day of the week": "Wochentag",
            "Each member of the team gets an invitation for the calendar by mail, also those who join later. A change is sent, too.":
                "Jedes Teammitglied erhält per E-Mail eine Einladung für den Kalender, auch wer später dazukommt. Auch eine Änderung wird versendet.",
            "Each member who was invited gets a cancellation by mail.":
                "Jedes eingeladene Mitglied erhält eine Absage per E-Mail.",
            "Empty for yours.": "Leer gelassen gilt Ihre.",
            "End the learning slot": "Lernzeit beenden",
            "First day": "Erster Tag",
            "From {1} to {2}, {3}": "Vom {1} bis zum {2}, {3}",
            "Hello {1},": "Guten Tag {1},",
            "Hour": "Stunde",
            "How often the slot took place in the last 28 days, since it has its present time.":
                "Wie oft die Lernzeit in den letzten 28 Tagen stattfand, seit sie ihre jetzige Zeit hat.",
            "Identity of the team": "Kennung des Teams",
            "Last day": "Letzter Tag",
            "Learning slot of {1}": "Lernzeit von {1}",
            "Learning slot of {1}: cancelled": "Lernzeit von {1}: abgesagt",
            "Learning slot": "Lernzeit",
            "Learning slots that you set": "Lernzeiten, die Sie festgelegt haben",
            "Learning slots": "Lernzeiten",
            "Length in minutes": "Dauer in Minuten",
            "Minute": "Minute",
            "Minutes learned in it": "Darin gelernte Minuten",
            "My learning slots": "Meine Lernzeiten",
            "No team has a learning slot. An administrator or the supervisor of a team sets it on the page of the team.":
                "Kein Team hat eine Lernzeit. Ein Administrator oder die Teamleitung legt sie auf der Seite des Teams fest.",
            "Set the learning slot": "Lernzeit festlegen",
            "Team": "Team",
            "The learning slot is ended.": "Die Lernzeit ist beendet.",
            "The learning slot is set. The invitations are on their way.":
                "Die Lernzeit ist festgelegt. Die Einladungen sind unterwegs.",
            "The reported minutes of activities in the slot's times in the last 28 days, since it has its present time. They are of the members who are in the team now. An activity counts at most as long as the slot.":
                "Die gemeldeten Minuten der Aktivitäten während der Lernzeit in den letzten 28 Tagen, seit sie ihre jetzige Zeit hat, von den jetzigen Mitgliedern des Teams. Eine Aktivität zählt höchstens so lange wie die Lernzeit.",
            "The time that teams set aside for learning, and what was learned in it in the last 28 days.":
                "Die Zeit, die Teams zum Lernen freihalten, und was darin in den letzten 28 Tagen gelernt wurde.",
            "The time that the team sets aside for learning, and what was learned in it.":
                "Die Zeit, die das Team sich zum Lernen nimmt, und was darin gelernt wurde.",
            "The time that your teams set aside for learning. Your calendar of what is due shows it, too.":
                "Die Zeit, die Ihre Teams zum Lernen freihalten. Auch Ihr Kalender der Fälligkeiten zeigt sie.",
            "This team has no learning slot.": "Dieses Team hat keine Lernzeit.",
            "Time for your courses and goals.": "Zeit für Ihre Kurse und Ziele.",
            "Time zone": "Zeitzone",
            "Told": "Mitgeteilt",
            "Took place": "Fand statt",
            "When": "Wann",
            "Your calendar program can take over the entry that comes with this message.":
                "Ihr Kalenderprogramm kann den Eintrag übernehmen, der mit dieser Nachricht kommt.",
            "Your invitations to learning slots": "Ihre Einladungen zu Lernzeiten",
            "Your teams have no learning slot.": "Ihre Teams haben keine Lernzeit.",
            "a slot begins at a time from 00:00 to 23:59; correct it":
                "eine Lernzeit beginnt zwischen 00:00 und 23:59 Uhr; korrigieren Sie die Angabe",
            "a slot has the name of the person who set it; set it as a member":
                "eine Lernzeit trägt den Namen der Person, die sie festgelegt hat; legen Sie sie als Mitglied fest",
            "a slot lasts 5 to 480 minutes; correct the number":
                "eine Lernzeit dauert 5 bis 480 Minuten; korrigieren Sie die Zahl",
            "a slot takes place at least once, and its last day is at most three years after its first day; correct the days":
                "eine Lernzeit findet mindestens einmal statt, und ihr letzter Tag liegt höchstens drei Jahre nach dem ersten; korrigieren Sie die Tage",
            "calendar invitation": "Kalendereinladung",
            "every {1} at {2}, {3 minute|minutes}":
                "jeden {1} um {2} Uhr, {3, plural, one {# Minute} other {# Minuten}}",
            "is none of the choices": "bitte eine der Möglichkeiten wählen",
            "minutes": "Minuten",
            "set slots": "Lernzeiten von Teams festlegen",
            "slot": "Lernzeit",
            "the last day of a slot is not before today; choose a later one":
                "der letzte Tag einer Lernzeit liegt nicht vor heute; wählen Sie einen späteren",
            "the learning slot of {1} at {2} no longer takes place for you.":
                "die Lernzeit von {1} bei {2} findet für Sie nicht mehr statt.",
            "the team has no learning slot now; set one first":
                "das Team hat zurzeit keine Lernzeit; legen Sie zuerst eine fest",
            "this machine does not know the time zone of the learning slot; update its time zone data":
                "dieser Rechner kennt die Zeitzone der Lernzeit nicht; aktualisieren Sie seine Zeitzonendaten",
            "times": "Mal",
            "view slots": "Lernzeiten ansehen",
            "{1} at {2} sets time aside for learning:": "{1} bei {2} nimmt sich Zeit zum Lernen:",
        ])
}
