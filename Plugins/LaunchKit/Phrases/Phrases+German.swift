internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "Address": "Adresse",
            "An SVG file of up to 64 KB. Only its shapes and colours are kept. Texts in it have to be paths.":
                "Eine SVG-Datei bis 64 KB. Nur ihre Formen und Farben werden übernommen. Texte darin müssen Pfade sein.",
            "Announcement": "Ankündigung",
            "Banner": "Banner",
            "Choose a course and begin.": "Wählen Sie einen Kurs und fangen Sie an.",
            "Choose a logo": "Logo wählen",
            "Colour": "Farbe",
            "Date": "Datum",
            "Design the kit": "Paket gestalten",
            "Design the kit with your colour and your logo, and send the announcement before the invitations.":
                "Gestalten Sie das Paket mit Ihrer Farbe und Ihrem Logo, und senden Sie die Ankündigung vor den Einladungen.",
            "File": "Datei",
            "Files of the launch kit": "Dateien des Startpakets",
            "Find the invitation in your mailbox.": "Finden Sie die Einladung in Ihrem Postfach.",
            "First got": "Zuerst geholt",
            "Flyer": "Flyer",
            "Flyer, poster, newsletter, banners, teaser and an announcement, in your organization's name. Choose a style and a colour, look at the pieces here, and get the files.":
                "Flyer, Plakat, Newsletter, Banner, Teaser und eine Ankündigung im Namen Ihrer Organisation. Wählen Sie Stil und Farbe, sehen Sie sich hier alles an, und holen Sie die Dateien.",
            "From {1} you get a mail that invites you to our training platform. It is from us, and it is no spam.":
                "Ab dem {1} erhalten Sie eine E-Mail, die Sie auf unsere Lernplattform einlädt. Sie kommt von uns und ist kein Spam.",
            "Get the files": "Dateien holen",
            "Hang up posters, and hand out flyers": "Plakate aufhängen und Flyer verteilen",
            "Headline": "Überschrift",
            "Hello,": "Guten Tag,",
            "How to begin": "So fangen Sie an",
            "If you have a question, answer this mail.": "Wenn Sie Fragen haben, antworten Sie auf diese E-Mail.",
            "In the next days you get a mail that invites you to our training platform. It is from us, and it is no spam.":
                "In den nächsten Tagen erhalten Sie eine E-Mail, die Sie auf unsere Lernplattform einlädt. Sie kommt von uns und ist kein Spam.",
            "Language": "Sprache",
            "Launch kit": "Startpaket",
            "Learning starts here.": "Lernen beginnt hier.",
            "Nobody got the files yet.": "Noch hat niemand die Dateien geholt.",
            "Open its link, and sign in or create your account.":
                "Öffnen Sie den Link darin, und melden Sie sich an oder legen Sie Ihr Konto an.",
            "Open now": "Jetzt geöffnet",
            "Open the training platform": "Lernplattform öffnen",
            "Portal: arches on warm paper": "Portal: Bögen auf warmem Papier",
            "Poster": "Plakat",
            "Remove the logo": "Logo entfernen",
            "Revision": "Revision",
            "Rings: on a ground of your colour": "Ringe: auf einem Grund in Ihrer Farbe",
            "Scan the code, or open this address:": "Scannen Sie den Code, oder öffnen Sie diese Adresse:",
            "Send it before the invitations arrive. Copy it from here.":
                "Senden Sie sie, bevor die Einladungen ankommen. Kopieren Sie sie von hier.",
            "Sender": "Absender",
            "Somebody got the files on {1}.": "Die Dateien wurden am {1} geholt.",
            "Stairs: rising on white": "Stufen: aufsteigend auf Weiß",
            "Style": "Stil",
            "Subject": "Betreff",
            "Such as #1f5f8b.": "Zum Beispiel #1f5f8b.",
            "SVG files are for your designer and for pages. HTML files are for printing: they have a bleed of 3 mm. All colours are RGB. The newsletter opens in your mail program.":
                "SVG-Dateien sind für Ihre Grafikabteilung und für Seiten. HTML-Dateien sind für den Druck: sie haben 3 mm Beschnitt. Alle Farben sind RGB. Der Newsletter öffnet sich in Ihrem Mailprogramm.",
            "Teaser": "Teaser",
            "Texts stay readable on any colour: their own colour follows it.":
                "Texte bleiben auf jeder Farbe lesbar: ihre eigene Farbe richtet sich danach.",
            "The files are ready.": "Die Dateien liegen bereit.",
            "The kit is designed.": "Das Paket ist gestaltet.",
            "The link begins with": "Der Link beginnt mit",
            "The link works once, for {1 day|days}. If the mail is not there, look among the spam, and mark it as no spam.":
                "Der Link gilt einmal, {1, plural, one {# Tag} other {# Tage}} lang. Ist die E-Mail nicht da, sehen Sie im Spam-Ordner nach, und markieren Sie sie als kein Spam.",
            "The logo is chosen.": "Das Logo ist gewählt.",
            "The logo is removed.": "Das Logo ist entfernt.",
            "Up to 120 characters, in your own words. Without one, each language has its own.":
                "Bis zu 120 Zeichen in Ihren eigenen Worten. Ohne sie hat jede Sprache ihre eigene.",
            "What would you like to learn?": "Was möchten Sie lernen?",
            "What you can learn": "Was Sie lernen können",
            "When it starts. Without one, the pieces say that it is open.":
                "Wann es losgeht. Ohne Datum steht überall, dass geöffnet ist.",
            "Where the code leads, such as a page of your intranet. Without one, it is the platform's.":
                "Wohin der Code führt, zum Beispiel auf eine Seite Ihres Intranets. Ohne sie ist es die Adresse der Plattform.",
            "You get a certificate for each course that you complete.":
                "Für jeden abgeschlossenen Kurs erhalten Sie ein Zertifikat.",
            "You know it by these marks:": "Sie erkennen sie an diesen Merkmalen:",
            "Your invitation to the training platform of {1}": "Ihre Einladung zur Lernplattform von {1}",
            "a day is from 1583 to 9999; correct it": "ein Tag liegt zwischen 1583 und 9999; korrigieren Sie ihn",
            "a logo has at most {1} bytes; export it as an optimized SVG":
                "ein Logo hat höchstens {1} Bytes; exportieren Sie es als optimiertes SVG",
            "a slogan has up to 120 characters in one line, at least one that shows; shorten it":
                "eine Überschrift hat bis zu 120 Zeichen in einer Zeile, davon mindestens ein sichtbares; kürzen Sie sie",
            "an address begins with https:// or http:// and has up to 200 visible ASCII characters; correct it":
                "eine Adresse beginnt mit https:// oder http:// und hat bis zu 200 sichtbare ASCII-Zeichen; korrigieren Sie sie",
            "design": "Startpaket gestalten",
            "is a colour such as #1f5f8b": "ist eine Farbe wie #1f5f8b",
            "the design was changed since you read it; look at its revision {1} and make the change there":
                "die Gestaltung wurde geändert, seit Sie sie gelesen haben; sehen Sie die Revision {1} an und ändern Sie diese",
            "the file is no SVG that can be read; export the logo again as a plain SVG":
                "die Datei ist kein lesbares SVG; exportieren Sie das Logo noch einmal als einfaches SVG",
            "the kit is not made in this language; choose one of the list":
                "das Paket gibt es nicht in dieser Sprache; wählen Sie eine aus der Liste",
            "the logo has an attribute '{1}' on '{2}', which is not allowed; export it as a plain SVG without scripts and links":
                "das Logo hat ein Attribut „{1}“ an „{2}“, das nicht erlaubt ist; exportieren Sie es als einfaches SVG ohne Skripte und Links",
            "the logo has an element '{1}', which is not allowed; export it as a plain SVG, with texts as paths and with styles as attributes":
                "das Logo hat ein Element „{1}“, das nicht erlaubt ist; exportieren Sie es als einfaches SVG, mit Texten als Pfaden und Stilen als Attributen",
            "the logo has too many elements; export it as an optimized SVG":
                "das Logo hat zu viele Elemente; exportieren Sie es als optimiertes SVG",
            "the logo says no size; export it with a viewBox":
                "das Logo nennt keine Größe; exportieren Sie es mit einer viewBox",
            "{1} gives you premium access to all courses.": "{1} gibt Ihnen Premium-Zugang zu allen Kursen.",
        ])
}
