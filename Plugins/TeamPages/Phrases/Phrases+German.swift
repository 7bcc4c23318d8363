internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "Team pages": "Teamseiten",
            "A message went to everybody.": "Eine Nachricht ging an alle.",
            "Day": "Tag",
            "Delete the draft": "Entwurf löschen",
            "Draft of": "Entwurf vom",
            "Drafts of team pages that you wrote": "Entwürfe von Teamseiten, die Sie geschrieben haben",
            "Edit the draft": "Entwurf bearbeiten",
            "Everybody gets it by mail, and answers go to your address. Markdown is allowed.":
                "Alle bekommen die Nachricht per E-Mail, und Antworten gehen an Ihre Adresse. Markdown ist erlaubt.",
            "Former versions": "Frühere Versionen",
            "Home": "Startseite",
            "Identity of the team": "Kennung des Teams",
            "It becomes the draft, to be looked at and published.":
                "Die Version wird zum Entwurf, den Sie ansehen und veröffentlichen können.",
            "It becomes the draft. Publish or delete the present draft first.":
                "Die Version wird zum Entwurf. Veröffentlichen oder löschen Sie zuerst den aktuellen Entwurf.",
            "Markdown: **strong**, *emphasis*, lists, headings and links.":
                "Markdown: **fett**, *kursiv*, Listen, Überschriften und Links.",
            "Member": "Mitglied",
            "Members see it from the beginning of the day. Until then it can be taken back.":
                "Mitglieder sehen die Seite ab Beginn des Tages. Bis dahin lässt sie sich zurücknehmen.",
            "Members see it from {1}.": "Mitglieder sehen die Seite ab {1}.",
            "Members": "Mitglieder",
            "Message": "Nachricht",
            "Messages that you got": "Nachrichten, die Sie erhielten",
            "Messages that you sent": "Nachrichten, die Sie sandten",
            "Messages": "Nachrichten",
            "Name": "Name",
            "No message went to everybody yet.": "Noch ging keine Nachricht an alle.",
            "Not reached": "Nicht erreicht",
            "Nothing is published yet.": "Es ist noch nichts veröffentlicht.",
            "Of the page that was read before.": "Die der zuvor gelesenen Seite.",
            "People": "Personen",
            "Publish the draft later": "Entwurf später veröffentlichen",
            "Publish the draft": "Entwurf veröffentlichen",
            "Recipients": "Empfangende",
            "Revision": "Revision",
            "Saved": "Gespeichert am",
            "Say who invites and why, so that nobody takes the invitation for spam.":
                "Sagen Sie, wer einlädt und warum, damit niemand die Einladung für Spam hält.",
            "Sent": "Gesendet am",
            "State": "Status",
            "Subject": "Betreff",
            "Suggested to the team:": "Dem Team empfohlen:",
            "Take back": "Zurücknehmen",
            "Team page": "Teamseite",
            "Team": "Team",
            "Team pages that you published": "Teamseiten, die Sie veröffentlicht haben",
            "Tell everybody": "Alle informieren",
            "Text": "Text",
            "Texts of messages": "Texte von Nachrichten",
            "The draft is deleted.": "Der Entwurf ist gelöscht.",
            "The draft is saved.": "Der Entwurf ist gespeichert.",
            "The message is on its way.": "Die Nachricht ist unterwegs.",
            "The page is published.": "Die Seite ist veröffentlicht.",
            "The text of the draft is lost.": "Der Text des Entwurfs geht verloren.",
            "The version is the draft now.": "Die Version ist jetzt der Entwurf.",
            "To": "An",
            "To whom the message was sent, and who was not reached.":
                "An wen die Nachricht ging, und wer nicht erreicht wurde.",
            "Use it again": "Wieder verwenden",
            "Version": "Version",
            "Visible from": "Sichtbar ab",
            "Visible since": "Sichtbar seit",
            "What members saw before. A former version can become the draft again.":
                "Was die Mitglieder früher sahen. Eine frühere Version kann wieder zum Entwurf werden.",
            "What the members of the team see on their home. Nobody else sees a draft.":
                "Was die Mitglieder des Teams auf ihrer Startseite sehen. Einen Entwurf sieht sonst niemand.",
            "What was sent to members and teams. A message leads to the people who got it.":
                "Was an Mitglieder und Teams geschickt wurde. Eine Nachricht führt zu denen, die sie bekommen haben.",
            "What your teams tell you, and the courses that are suggested to them.":
                "Was Ihre Teams Ihnen mitteilen, und die Kurse, die ihnen empfohlen sind.",
            "Write to everybody": "An alle schreiben",
            "Write to the team": "An das Team schreiben",
            "Write": "Schreiben",
            "Your teams have written nothing yet.": "Ihre Teams haben noch nichts geschrieben.",
            "a member sends at most {1} messages a day; wait until tomorrow":
                "Ein Mitglied sendet höchstens {1} Nachrichten am Tag; warten Sie bis morgen",
            "a message goes to at most 100 teams or 1,000 members; send it to the organization":
                "Eine Nachricht geht an höchstens 100 Teams oder 1.000 Mitglieder; senden Sie sie an die Organisation",
            "a message shows the name of a person; send it as a member":
                "Eine Nachricht zeigt den Namen einer Person; senden Sie sie als Mitglied",
            "a page can be scheduled at most ten years ahead; choose an earlier time":
                "Eine Seite kann höchstens zehn Jahre im Voraus geplant werden; wählen Sie einen früheren Zeitpunkt",
            "a page has at most {1} scheduled versions; take one back first":
                "Eine Seite hat höchstens {1} geplante Versionen; nehmen Sie zuerst eine zurück",
            "another message was sent under this operation; use a new operation for each message":
                "Unter diesem Vorgang wurde schon eine andere Nachricht gesendet; verwenden Sie für jede Nachricht einen neuen Vorgang",
            "at most 20,000 characters, no control characters except tabs and line breaks, and no text direction that is overridden or left open":
                "höchstens 20.000 Zeichen, keine Steuerzeichen außer Tabulatoren und Zeilenumbrüchen und keine überschriebene oder offen gelassene Textrichtung",
            "audience: To": "Für",
            "edit page": "Seite bearbeiten",
            "everybody": "alle",
            "message that a person wrote": "Nachricht, die eine Person geschrieben hat",
            "message": "Nachricht",
            "message: sent": "gesendet",
            "on its way": "unterwegs",
            "recipient: not reached": "nicht erreicht",
            "recipient: reached": "erreicht",
            "send messages": "Nachrichten senden",
            "the message has no recipients; choose a team or a member":
                "Die Nachricht hat keine Empfangenden; wählen Sie ein Team oder ein Mitglied",
            "the message is empty; write its text": "Die Nachricht ist leer; schreiben Sie ihren Text",
            "the message of a page has {1}; change it": "Für die Nachricht einer Seite gilt: {1}; ändern Sie sie",
            "the page has a draft, which this would replace; publish or discard it first":
                "Die Seite hat einen Entwurf, der dadurch ersetzt würde; veröffentlichen oder verwerfen Sie ihn zuerst",
            "the page has no draft; save one first": "Die Seite hat keinen Entwurf; speichern Sie zuerst einen",
            "the page has no such version; look up its history again":
                "Die Seite hat keine solche Version; rufen Sie ihren Verlauf neu auf",
            "the page was changed since you read it; look at its revision {1} and make the change there":
                "Die Seite wurde geändert, seit Sie sie gelesen haben; sehen Sie sich Revision {1} an und nehmen Sie die Änderung dort vor",
            "the subject of a message is one line of 1 to 200 characters, without control or direction characters, and not only spaces; change it":
                "Der Betreff einer Nachricht ist eine Zeile von 1 bis 200 Zeichen, ohne Steuer- oder Richtungszeichen und nicht nur aus Leerzeichen; ändern Sie ihn",
            "the text of a message has {1}; change it": "Für den Text einer Nachricht gilt: {1}; ändern Sie ihn",
            "there is no such message here; look it up again":
                "Diese Nachricht gibt es hier nicht; rufen Sie sie neu auf",
            "view home": "Startseite ansehen",
            "{1 person gets|people get} this message.":
                "{1, plural, one {# Person bekommt} other {# Personen bekommen}} diese Nachricht.",
            "{1 person|people}": "{1, plural, one {# Person} other {# Personen}}",
            "{1} {2} more get no messages by their own choice.":
                "{1} {2, plural, one {# weitere Person bekommt} other {# weitere Personen bekommen}} auf eigenen Wunsch keine Nachrichten.",
        ])
}
