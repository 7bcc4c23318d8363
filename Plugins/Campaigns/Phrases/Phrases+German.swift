internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "Campaigns": "Kampagnen",
            "A message, a banner, a suggestion and a review each month make learning a habit.":
                "Eine Nachricht, ein Banner, eine Empfehlung und ein Rückblick jeden Monat machen Lernen zur Gewohnheit.",
            "Add an entry": "Eintrag hinzufügen",
            "An approval ends. Approve the entry again after the change.":
                "Eine Freigabe endet. Geben Sie den Eintrag nach der Änderung erneut frei.",
            "Any day of the month.": "Ein beliebiger Tag des Monats.",
            "Approve": "Freigeben",
            "Begin the plan of the year": "Jahresplan beginnen",
            "Begin the plan: you get drafts for twelve months, and change them as you like.":
                "Beginnen Sie den Plan: Sie erhalten Entwürfe für zwölf Monate und ändern sie, wie Sie möchten.",
            "Change": "Ändern",
            "Choose the day of the weekly note": "Tag der wöchentlichen Notiz wählen",
            "Chosen": "Gewählt",
            "Course": "Kurs",
            "Day of the week": "Wochentag",
            "Day": "Tag",
            "Each entry is carried out on its day, in your name. What cannot be approved stays as it is, and says why.":
                "Jeder Eintrag wird an seinem Tag in Ihrem Namen ausgeführt. Was nicht freigegeben werden kann, bleibt, wie es ist, und sagt warum.",
            "Each week a note can tell you what is next for you, and what colleagues began.":
                "Jede Woche kann eine Notiz Ihnen sagen, was für Sie als Nächstes ansteht und was andere begonnen haben.",
            "Empty for everybody.": "Leer für alle.",
            "Entries of the plan that you approved": "Einträge des Jahresplans, die Sie freigegeben haben",
            "Entries of the plan that you changed last": "Einträge des Jahresplans, die Sie zuletzt geändert haben",
            "Entry of the plan": "Eintrag des Jahresplans",
            "First day": "Erster Tag",
            "First month": "Erster Monat",
            "Get the weekly note": "Wöchentliche Notiz erhalten",
            "Hello {1},": "Guten Tag {1},",
            "Id of the entry": "Kennung des Eintrags",
            "It was refused on its day, for example because too many messages were sent. Approve it again.":
                "Der Eintrag wurde an seinem Tag abgelehnt, zum Beispiel weil zu viele Nachrichten gesendet wurden. Geben Sie ihn erneut frei.",
            "Its course is not in the catalogue any more. Choose another course, and approve it again.":
                "Der Kurs steht nicht mehr im Katalog. Wählen Sie einen anderen Kurs, und geben Sie den Eintrag erneut frei.",
            "Its team is archived. Choose another team, and approve it again.":
                "Das Team ist archiviert. Wählen Sie ein anderes Team, und geben Sie den Eintrag erneut frei.",
            "Kind": "Art",
            "Markdown: **strong**, *emphasis*, lists and links.": "Markdown: **fett**, *betont*, Listen und Links.",
            "Members who asked for the note get it on this day.":
                "Mitglieder, die die Notiz möchten, erhalten sie an diesem Tag.",
            "Messages, banners, suggestions and reviews. Nothing takes place before somebody has approved it.":
                "Nachrichten, Banner, Empfehlungen und Rückblicke. Nichts geschieht, bevor es jemand freigegeben hat.",
            "News": "Neuigkeiten",
            "Nobody sees the banner any more. The one before it is shown again, if it is not too old.":
                "Niemand sieht das Banner mehr. Das vorige wird wieder gezeigt, wenn es nicht zu alt ist.",
            "Of a message.": "Für eine Nachricht.",
            "Of a suggestion.": "Für eine Empfehlung.",
            "Plan of the year": "Jahresplan",
            "Plan the year": "Das Jahr planen",
            "Plans of a year that you began": "Jahrespläne, die Sie begonnen haben",
            "Revision": "Revision",
            "Skip": "Überspringen",
            "State": "Status",
            "Stop the weekly note": "Wöchentliche Notiz beenden",
            "Subject": "Betreff",
            "Take down": "Abnehmen",
            "Taken down": "Abgenommen",
            "Team": "Team",
            "Text": "Text",
            "The banner is taken down.": "Das Banner ist abgenommen.",
            "The day is chosen.": "Der Tag ist gewählt.",
            "The draft is added.": "Der Entwurf ist hinzugefügt.",
            "The drafts of twelve months are ready. Change them, and approve them.":
                "Die Entwürfe für zwölf Monate sind bereit. Ändern Sie sie, und geben Sie sie frei.",
            "The entries are not carried out. A change makes an entry a draft again.":
                "Die Einträge werden nicht ausgeführt. Eine Änderung macht einen Eintrag wieder zum Entwurf.",
            "The entry is approved.": "Der Eintrag ist freigegeben.",
            "The entry is carried out on its day, in your name. A change ends the approval. You need the right to do what it does.":
                "Der Eintrag wird an seinem Tag in Ihrem Namen ausgeführt. Eine Änderung beendet die Freigabe. Sie brauchen das Recht, das zu tun, was er tut.",
            "The entry is changed, and a draft again.": "Der Eintrag ist geändert und wieder ein Entwurf.",
            "The entry is not carried out. A change makes it a draft again.":
                "Der Eintrag wird nicht ausgeführt. Eine Änderung macht ihn wieder zum Entwurf.",
            "The entry is skipped.": "Der Eintrag wird übersprungen.",
            "The member who approved it may no longer do this. Somebody else has to approve it.":
                "Das Mitglied, das ihn freigegeben hat, darf das nicht mehr. Jemand anderes muss ihn freigeben.",
            "The next month is approved.": "Der nächste Monat ist freigegeben.",
            "The plan has nothing for the next month.": "Der Plan hat nichts für den nächsten Monat.",
            "The weekly note that you chose": "Die wöchentliche Notiz, die Sie gewählt haben",
            "There is no plan for the coming months.": "Für die nächsten Monate gibt es keinen Plan.",
            "Week of the last note": "Woche der letzten Notiz",
            "What people read or get on this day. It takes place only after somebody has approved it.":
                "Was an diesem Tag zu lesen ist oder ankommt. Es geschieht erst, nachdem jemand es freigegeben hat.",
            "What your organization tells you, and whether you get a weekly note.":
                "Was Ihre Organisation Ihnen mitteilt, und ob Sie eine wöchentliche Notiz bekommen.",
            "Why": "Warum",
            "You asked for this note. To stop it, choose so on your home.":
                "Sie haben diese Notiz bestellt. Um sie abzubestellen, wählen Sie das auf Ihrer Startseite.",
            "You get a note by mail each week.": "Sie erhalten jede Woche eine Notiz per E-Mail.",
            "You get drafts for twelve months in the organization's language: a message, a banner, a suggestion and a review each month.":
                "Sie erhalten Entwürfe für zwölf Monate in der Sprache der Organisation: jeden Monat eine Nachricht, ein Banner, eine Empfehlung und einen Rückblick.",
            "You get no more notes.": "Sie erhalten keine Notizen mehr.",
            "You get the note from now on.": "Sie erhalten die Notiz von jetzt an.",
            "You get this message because you approved the review.":
                "Sie erhalten diese Nachricht, weil Sie den Rückblick freigegeben haben.",
            "Your week of learning at {1}": "Ihre Lernwoche bei {1}",
            "a message needs a subject and a text, a banner and a review need a text, and a suggestion needs a course; complete the entry before you approve it":
                "eine Nachricht braucht Betreff und Text, Banner und Rückblick brauchen einen Text, eine Empfehlung braucht einen Kurs; vervollständigen Sie den Eintrag vor der Freigabe",
            "a plan begins with one of the next twelve months; choose another month":
                "ein Plan beginnt mit einem der nächsten zwölf Monate; wählen Sie einen anderen Monat",
            "an entry is at most two years ahead; choose an earlier day":
                "ein Eintrag liegt höchstens zwei Jahre voraus; wählen Sie einen früheren Tag",
            "approve plan": "den Plan freigeben",
            "at most 1,000 entries of the plan can wait; skip some first":
                "höchstens 1.000 Einträge des Plans können warten; überspringen Sie zuerst einige",
            "audience: To": "Für",
            "banner": "Banner",
            "choose note": "die wöchentliche Notiz wählen",
            "colleagues began these courses last week:": "andere haben in der letzten Woche diese Kurse begonnen:",
            "everybody": "alle",
            "member": "Mitglied",
            "message": "Nachricht",
            "only a banner that was carried out can be taken down; skip an entry that waits":
                "nur ein ausgeführtes Banner kann abgenommen werden; überspringen Sie einen wartenden Eintrag",
            "plan entry": "Eintrag des Jahresplans",
            "plan entry: Approved by": "Freigegeben von",
            "plan entry: Carried out": "Ausgeführt am",
            "plan entry: Entries": "Einträge",
            "plan entry: Entry": "Eintrag",
            "plan entry: What": "Was",
            "plan entry: approved": "freigegeben",
            "plan entry: carried out": "ausgeführt",
            "plan entry: draft": "Entwurf",
            "plan entry: missed": "verpasst",
            "plan entry: needs approval": "braucht eine Freigabe",
            "plan entry: skipped": "übersprungen",
            "plan of the year": "Jahresplan",
            "plan year": "das Jahr planen",
            "read guide for managers": "den Leitfaden für Leitungen lesen",
            "read guide": "den Leitfaden lesen",
            "review in the plan of the year": "Rückblick aus dem Jahresplan",
            "review": "Rückblick",
            "somebody changed the entry since you read it; look at it again, and decide then":
                "jemand hat den Eintrag geändert, seit Sie ihn gelesen haben; sehen Sie ihn erneut an, und entscheiden Sie dann",
            "suggestion of a course": "Kursempfehlung",
            "the day has passed; choose today or a later day":
                "der Tag ist vorbei; wählen Sie heute oder einen späteren Tag",
            "the entry is skipped, or its day has passed; change it first":
                "der Eintrag ist übersprungen, oder sein Tag ist vorbei; ändern Sie ihn zuerst",
            "the entry was carried out already; add a new one":
                "der Eintrag wurde bereits ausgeführt; fügen Sie einen neuen hinzu",
            "the plan has no such entry; look it up again":
                "einen solchen Eintrag gibt es im Plan nicht; suchen Sie ihn erneut",
            "the plan of the year has a review on {1}:": "im Jahresplan steht am {1} ein Rückblick:",
            "the subject of an entry is one line of at most 200 characters, without control or direction characters; change it":
                "der Betreff eines Eintrags ist eine Zeile mit höchstens 200 Zeichen, ohne Steuer- und Richtungszeichen; ändern Sie ihn",
            "the text of an entry has at most 20,000 characters, and of a suggestion 1,000, no control characters except tabs and line breaks, and no text direction that is overridden or left open; change it":
                "der Text eines Eintrags hat höchstens 20.000 Zeichen, bei einer Empfehlung 1.000, keine Steuerzeichen außer Tabulatoren und Zeilenumbrüchen und keine überschriebene oder offen gelassene Textrichtung; ändern Sie ihn",
            "there is a plan for some of these months already; skip its entries, or begin with a later month":
                "für einige dieser Monate gibt es schon einen Plan; überspringen Sie seine Einträge oder beginnen Sie mit einem späteren Monat",
            "these courses are next for you:": "diese Kurse stehen für Sie als Nächstes an:",
            "view banners": "Banner sehen",
            "weekly note": "wöchentliche Notiz",
            "what an entry does is done in the name of a person; approve it as a member":
                "was ein Eintrag tut, geschieht im Namen einer Person; geben Sie ihn als Mitglied frei",
            "your goals:": "Ihre Ziele:",
            "{1 entry is|entries are} approved, and carried out in your name.":
                "{1, plural, one {# Eintrag wird} other {# Einträge werden}} freigegeben und in Ihrem Namen ausgeführt.",
            "{1 entry is|entries are} approved.":
                "{1, plural, one {# Eintrag ist} other {# Einträge sind}} freigegeben.",
            "{1 entry is|entries are} not carried out.":
                "{1, plural, one {# Eintrag wird} other {# Einträge werden}} nicht ausgeführt.",
            "{1 entry is|entries are} skipped.":
                "{1, plural, one {# Eintrag ist} other {# Einträge sind}} übersprungen.",
            "{1 entry of the next month waits|entries of the next month wait} for approval.":
                "{1, plural, one {# Eintrag des nächsten Monats wartet} other {# Einträge des nächsten Monats warten}} auf eine Freigabe.",
            "{1} on {2}": "{1} am {2}",
            "{1} on {2}, to {3 person|people} as of today":
                "{1} am {2}, nach heutigem Stand an {3, plural, one {# Person} other {# Personen}}",
            "{1} until {2}: {3} done": "{1} bis zum {2}: zu {3} erreicht",
            "{1}: due on {2}": "{1}: fällig am {2}",
            "{1}: time for a review": "{1}: Zeit für einen Rückblick",
            "{1}: you have started it": "{1}: Sie haben ihn begonnen",
            "{1}: you have started it, due on {2}": "{1}: Sie haben ihn begonnen, fällig am {2}",
        ])
}
