internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "Attempts": "Versuche",
            "Choose which kinds of mail you get. Mail about an invitation or your address always comes.":
                "Wählen Sie, welche Arten von E-Mails Sie bekommen. E-Mails zu einer Einladung oder zu Ihrer Adresse kommen immer.",
            "Choose": "Auswählen",
            "I want to get it": "Ich möchte diese E-Mails bekommen",
            "Key": "Schlüssel",
            "Kind of mail": "Art der E-Mail",
            "Kind": "Art",
            "Kinds of mail that you do not want": "Arten von E-Mails, die Sie nicht wünschen",
            "Links in your mail that end a kind of it": "Links in Ihren E-Mails, mit denen Sie eine Art abbestellen",
            "Mail that was written to you": "E-Mails an Sie",
            "Mail": "E-Mail",
            "Message-ID": "Message-ID",
            "My mail": "Meine E-Mails",
            "Nothing changes before you confirm it.": "Nichts ändert sich, bevor Sie es bestätigen.",
            "Occasion": "Anlass",
            "Records of mail that was sent": "Einträge über versandte E-Mails",
            "Sent": "Gesendet am",
            "State": "Status",
            "Stop getting this mail": "Diese E-Mails abbestellen",
            "The newest 1,000 messages, without their texts. A message that was not taken is tried again for five days.":
                "Die neuesten 1.000 Nachrichten, ohne ihre Texte. Eine nicht angenommene Nachricht wird fünf Tage lang erneut versucht.",
            "To": "An",
            "Token": "Token",
            "Why it was withdrawn": "Warum sie zurückgezogen wurde",
            "Written": "Verfasst am",
            "You get {1} from {2}.": "Sie bekommen diese E-Mails von {2}: {1}.",
            "You no longer get this mail.": "Sie bekommen diese E-Mails nicht mehr.",
            "You no longer get {1} from {2}.": "Diese E-Mails von {2} bekommen Sie nicht mehr: {1}.",
            "Your choice is kept.": "Ihre Wahl ist gespeichert.",
            "a newer message says the same": "eine neuere Nachricht sagt dasselbe",
            "choose mail": "E-Mails wählen",
            "it was out of date": "sie war überholt",
            "mail of another module": "E-Mails eines anderen Moduls",
            "message: sent": "gesendet",
            "message: withdrawn": "zurückgezogen",
            "messages that a person wrote": "Nachrichten, die eine Person geschrieben hat",
            "opt out": "E-Mails abbestellen",
            "refused": "abgewiesen",
            "regular notes that you asked for": "regelmäßige Notizen, die Sie bestellt haben",
            "reminders of something that is due": "Erinnerungen an Fälliges",
            "the language of a mail is a tag of BCP 47 such as 'en' or 'pt-BR'; correct it or leave it out":
                "Die Sprache einer E-Mail ist ein Sprachkürzel nach BCP 47 wie „en“ oder „pt-BR“; korrigieren Sie die Angabe oder lassen Sie sie weg",
            "the member does not want this kind of mail": "das Mitglied möchte keine E-Mails dieser Art",
            "the member has no address": "das Mitglied hat keine Adresse",
            "the member is deactivated": "das Mitglied ist deaktiviert",
            "the member was removed or left": "das Mitglied wurde entfernt oder ist ausgetreten",
            "the recipient may no longer see it, or the author may no longer write it":
                "die empfangende Person darf sie nicht mehr sehen, oder die verfassende Person darf sie nicht mehr schreiben",
            "the subject and the names of a mail have 10,000 bytes at most; shorten them":
                "Betreff und Namen einer E-Mail haben höchstens 10.000 Bytes; kürzen Sie sie",
            "the text of a mail has 600,000 bytes at most, and so has its HTML; shorten it":
                "Der Text einer E-Mail hat höchstens 600.000 Bytes, ebenso das HTML; kürzen Sie ihn",
            "this link cannot change anything; sign in and choose there which mail you get":
                "Dieser Link kann nichts ändern; melden Sie sich an und wählen Sie dort, welche E-Mails Sie bekommen",
            "view mail": "E-Mails ansehen",
            "waiting": "wartet",
            "you do not get it": "Sie bekommen diese E-Mails nicht",
            "you get it": "Sie bekommen diese E-Mails",
        ])
}
