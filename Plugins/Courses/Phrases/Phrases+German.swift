internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "'date' is neither a day like 2026-01-31 nor a moment like 2026-01-31T09:00:00Z; correct it":
                "'date' ist weder ein Tag wie 2026-01-31 noch ein Zeitpunkt wie 2026-01-31T09:00:00Z; korrigieren Sie den Wert",
            "'minutes' is not a whole number; write it in digits or leave it empty":
                "'minutes' ist keine ganze Zahl; schreiben Sie sie in Ziffern oder lassen Sie das Feld leer",
            "'progress' is not a whole number; write it in digits or leave it empty":
                "'progress' ist keine ganze Zahl; schreiben Sie sie in Ziffern oder lassen Sie das Feld leer",
            "A tag of BCP 47, such as en.": "Ein Sprachkürzel nach BCP 47, etwa de.",
            "Add a course": "Kurs hinzufügen",
            "Address of the member": "Adresse des Mitglieds",
            "CSV": "CSV",
            "Catalogue": "Katalog",
            "Change": "Ändern",
            "Completed": "Abgeschlossen",
            "Contains": "Enthält",
            "Correct": "Korrigieren",
            "Course": "Kurs",
            "Courses that you took": "Kurse, die Sie belegt haben",
            "Courses": "Kurse",
            "Date": "Datum",
            "Day": "Tag",
            "Delete the lines": "Zeilen löschen",
            "Delete": "Löschen",
            "Description": "Beschreibung",
            "Each line is taken by itself. Importing the same file again changes nothing.":
                "Jede Zeile wird für sich verarbeitet. Wird dieselbe Datei noch einmal importiert, ändert sich nichts.",
            "Empty for now.": "Leer lassen für jetzt.",
            "Empty for the day of the old entry.": "Leer lassen, um den Tag des alten Eintrags zu behalten.",
            "Enrol me": "Einschreiben",
            "Enrolled": "Eingeschrieben",
            "Entries of your record that a source took back":
                "Einträge Ihres Lernstands, die eine Quelle zurückgenommen hat",
            "Entry": "Eintrag",
            "Every imported line belongs to a member.": "Jede importierte Zeile gehört zu einem Mitglied.",
            "File": "Datei",
            "Fill the catalogue": "Den Katalog füllen",
            "Format": "Format",
            "How it counts": "Wie es zählt",
            "How sources name you": "Wie Quellen Sie nennen",
            "Id in the file": "Kennung in der Datei",
            "Id": "Kennung",
            "Identity at the source": "Kennung in der Quelle",
            "Identity of the course": "Kennung des Kurses",
            "Import a learning record": "Lernhistorie importieren",
            "Imported lines wait until somebody says which member a name means.":
                "Importierte Zeilen warten, bis jemand angibt, welches Mitglied mit einem Namen gemeint ist.",
            "It has courses.": "Er enthält Kurse.",
            "It is recorded.": "Der Eintrag ist erfasst.",
            "Kind": "Art",
            "Language": "Sprache",
            "Last active": "Zuletzt aktiv",
            "Learning of people who are not known": "Lerndaten unbekannter Personen",
            "Learning record": "Lernhistorie",
            "Learning that waits for you to be known": "Lerndaten, die auf Ihre Zuordnung warten",
            "Lines from the future": "Zeilen mit künftigem Datum",
            "Lines whose date has not come yet: often from a wrong clock or a wrong year. They are recorded when it comes.":
                "Zeilen, deren Datum noch nicht erreicht ist: oft wegen einer falsch gehenden Uhr oder einer falschen Jahreszahl. Sie werden erfasst, sobald der Tag gekommen ist.",
            "Lines": "Zeilen",
            "Link": "Link",
            "Managers and members look for courses here. Show it to the managers first.":
                "Hier suchen Leitungen und Mitglieder nach Kursen. Zeigen Sie ihn zuerst den Leitungen.",
            "Member": "Mitglied",
            "Minutes": "Minuten",
            "My courses": "Meine Kurse",
            "Name at the source": "Name in der Quelle",
            "Name in the file": "Name in der Datei",
            "No imported line waits for its day.": "Keine importierte Zeile wartet auf ihren Tag.",
            "Nobody else can enrol. The learning record stays.":
                "Niemand kann sich mehr einschreiben. Die Lernhistorie bleibt erhalten.",
            "Of progress.": "Nur bei Fortschritt.",
            "Of work or progress.": "Nur bei Aktivität oder Fortschritt.",
            "Open again": "Wieder öffnen",
            "Percent": "Prozent",
            "Received": "Empfangen",
            "Record learning": "Lernereignis erfassen",
            "Record what is due": "Fällige Zeilen erfassen",
            "Recorded": "Erfasst am",
            "Registration at the source": "Anmeldung in der Quelle",
            "Retire": "Stilllegen",
            "Say who it is": "Person zuordnen",
            "Show retired courses": "Stillgelegte Kurse anzeigen",
            "Since": "Seit",
            "State": "Status",
            "The course is changed.": "Der Kurs ist geändert.",
            "The course is open again.": "Der Kurs ist wieder offen.",
            "The course is retired.": "Der Kurs ist stillgelegt.",
            "The course {1} is added.": "Der Kurs {1} ist hinzugefügt.",
            "The courses that the members of your organization can take.":
                "Die Kurse, die die Mitglieder Ihrer Organisation belegen können.",
            "The courses that the person takes, and how far the person is in each.":
                "Die Kurse, die die Person belegt, und wie weit sie in jedem ist.",
            "The courses that you take, and how far you are in each.":
                "Die Kurse, die Sie belegen, und wie weit Sie in jedem sind.",
            "The entries that count, by date. What was voided or corrected is left out.":
                "Die gültigen Einträge nach Datum. Stornierte und korrigierte Einträge sind nicht enthalten.",
            "The entry is corrected.": "Der Eintrag ist korrigiert.",
            "The entry is void.": "Der Eintrag ist storniert.",
            "The entry no longer counts, and what followed from it is decided again: a certificate may end.":
                "Der Eintrag zählt nicht mehr, und seine Folgen werden neu bestimmt: Ein Zertifikat kann enden.",
            "The line is deleted.": "Die Zeile ist gelöscht.",
            "The line is no longer there.": "Die Zeile ist nicht mehr vorhanden.",
            "The name means this member from now on, and the waiting lines are recorded.":
                "Der Name steht von nun an für dieses Mitglied, und die wartenden Zeilen werden erfasst.",
            "The old entry stays in the record, and no longer counts. What followed from it is decided again.":
                "Der alte Eintrag bleibt in der Lernhistorie, zählt aber nicht mehr. Seine Folgen werden neu bestimmt.",
            "The organization's name for the course. It never changes.":
                "Der Name, den die Organisation dem Kurs gibt. Er ändert sich nie.",
            "The waiting lines of this name are deleted. Importing the file again brings them back.":
                "Die wartenden Zeilen mit diesem Namen werden gelöscht. Ein erneuter Import der Datei holt sie zurück.",
            "There is no course yet.": "Es gibt noch keinen Kurs.",
            "Title": "Titel",
            "Unknown learners": "Unbekannte Lernende",
            "Void": "Stornieren",
            "What happened": "Was geschehen ist",
            "What is recorded stays in the record. A correction voids it and puts another entry in its place.":
                "Was erfasst ist, bleibt in der Lernhistorie. Eine Korrektur storniert den Eintrag und setzt einen anderen an seine Stelle.",
            "When it happened": "Wann es geschah",
            "When it was recorded": "Wann es erfasst wurde",
            "Where the course is taken.": "Wo der Kurs stattfindet.",
            "You are enrolled.": "Sie sind eingeschrieben.",
            "You take no course yet. The catalogue shows what you can take.":
                "Sie belegen noch keinen Kurs. Im Katalog sehen Sie, welche Kurse Ihnen offenstehen.",
            "Your learning record": "Ihr Lernstand",
            "a course takes 1 to 10,000,000 minutes; correct it or leave it out":
                "Ein Kurs dauert 1 bis 10.000.000 Minuten; korrigieren Sie die Angabe oder lassen Sie sie weg",
            "a group has no learning record; have the sender name each learner":
                "Eine Gruppe hat keine Lernhistorie; lassen Sie das sendende System jede lernende Person nennen",
            "a search has a text of at most 1,000 bytes and a language of at most 100 bytes; shorten it":
                "Eine Suche hat einen Text von höchstens 1.000 Bytes und eine Sprache von höchstens 100 Bytes; kürzen Sie sie",
            "a statement is one JSON object in UTF-8; have the sender write it with a JSON library":
                "Ein Statement ist ein JSON-Objekt in UTF-8; lassen Sie es vom sendenden System mit einer JSON-Bibliothek schreiben",
            "a statement needs a verb whose id is an IRI; have the sender name the verb":
                "Ein Statement braucht ein Verb, dessen Kennung ein IRI ist; lassen Sie das sendende System das Verb angeben",
            "a statement needs an id that is a UUID; have the sender give it one":
                "Ein Statement braucht eine Kennung in Form einer UUID; lassen Sie das sendende System eine vergeben",
            "a statement uses each property once, but this one has the same name twice in one object; have the sender write it once":
                "Ein Statement verwendet jede Eigenschaft nur einmal, dieses enthält aber denselben Namen zweimal in einem Objekt; lassen Sie ihn vom sendenden System nur einmal schreiben",
            "a timestamp needs a date from 1900 to 9999, a time and an offset; have the sender write it as 2015-11-18T12:17:00Z":
                "Ein Zeitstempel braucht ein Datum von 1900 bis 9999, eine Uhrzeit und einen Zeitversatz; lassen Sie ihn vom sendenden System in der Form 2015-11-18T12:17:00Z schreiben",
            "a voiding statement cannot be voided; record the voided entry again with its own new id":
                "Ein Storno-Statement kann nicht storniert werden; erfassen Sie den stornierten Eintrag neu, mit einer eigenen neuen Kennung",
            "after this correction the entry would not count in its place; look at the entries before it first":
                "Nach dieser Korrektur würde der Eintrag an seiner Stelle nicht zählen; sehen Sie sich zuerst die Einträge davor an",
            "an actor needs exactly one of mbox, mbox_sha1sum, openid and account, without control and direction characters; have the sender give one":
                "Ein Akteur braucht genau eine der Angaben mbox, mbox_sha1sum, openid und account, ohne Steuer- oder Richtungszeichen; lassen Sie das sendende System eine angeben",
            "an actor's identifier has at most 1,000 bytes; have the sender use a shorter one":
                "Die Kennung eines Akteurs hat höchstens 1.000 Bytes; lassen Sie das sendende System eine kürzere verwenden",
            "an actor's mbox has to be 'mailto:' followed by an e-mail address; have the sender correct it":
                "Die mbox eines Akteurs muss 'mailto:' gefolgt von einer E-Mail-Adresse sein; lassen Sie sie vom sendenden System korrigieren",
            "an entry with this id is recorded, but it is not certain whether this line repeats it: no member has the line's address now, or no course has its name; leave the line out, or write the address and the course's id as they are now":
                "Ein Eintrag mit dieser Kennung ist erfasst, aber es ist nicht sicher, ob diese Zeile ihn wiederholt: Kein Mitglied hat jetzt die Adresse der Zeile, oder kein Kurs trägt ihren Namen; lassen Sie die Zeile weg oder schreiben Sie die Adresse und die Kennung des Kurses so, wie sie jetzt lauten",
            "another course has this id; change that course, or choose a different id":
                "Ein anderer Kurs hat diese Kennung; ändern Sie jenen Kurs oder wählen Sie eine andere Kennung",
            "another entry has this id; correct that entry, or give this one its own id":
                "Ein anderer Eintrag hat diese Kennung; korrigieren Sie jenen oder geben Sie diesem eine eigene Kennung",
            "course: open": "offen",
            "course: retired": "stillgelegt",
            "date: Completed": "Abgeschlossen am",
            "date: Enrolled": "Eingeschrieben am",
            "enrol": "In Kurse einschreiben",
            "enrolment: completed": "abgeschlossen",
            "enrolment: enrolled": "eingeschrieben",
            "enrolment: failed": "nicht bestanden",
            "enrolment: withdrawn": "abgemeldet",
            "event: completed": "abgeschlossen",
            "event: enrolled": "eingeschrieben",
            "event: failed": "nicht bestanden",
            "event: withdrawn": "abgemeldet",
            "import learning": "Lernhistorie importieren",
            "its date is in the future; it is recorded on that date; if the date is right, record the line now from the holding list, otherwise discard it there":
                "Das Datum liegt in der Zukunft; die Zeile wird an diesem Tag erfasst; wenn das Datum stimmt, erfassen Sie sie jetzt aus der Klärungsliste, sonst verwerfen Sie sie dort",
            "made progress": "Fortschritt gemacht",
            "manage catalogue": "Katalog verwalten",
            "minutes are a whole number from 0 to 10,000,000; correct it or leave it out":
                "Minuten sind eine ganze Zahl von 0 bis 10.000.000; korrigieren Sie die Angabe oder lassen Sie sie weg",
            "minutes belong to activity and progress; leave them out elsewhere":
                "Minuten gehören zu Aktivität und Fortschritt; lassen Sie sie sonst weg",
            "names no course; choose it again": "bitte den Kurs neu wählen",
            "no line in the holding list waits for this name; look it up again":
                "In der Klärungsliste wartet keine Zeile mit diesem Namen; rufen Sie die Liste neu auf",
            "no member is known by this name; say in the holding list who it is, or discard its lines there":
                "Unter diesem Namen ist kein Mitglied bekannt; ordnen Sie ihn in der Klärungsliste zu oder verwerfen Sie dort die Zeilen",
            "not enrolled": "nicht eingeschrieben",
            "opened the course": "Kurs geöffnet",
            "progress is a whole number from 0 to 100 and belongs to a 'progressed' entry; correct it or leave it out":
                "Fortschritt ist eine ganze Zahl von 0 bis 100 und gehört zu einem Eintrag 'progressed'; korrigieren Sie die Angabe oder lassen Sie sie weg",
            "record learning": "Lernereignisse erfassen",
            "statements of xAPI": "xAPI-Statements",
            "the course is retired; restore it before enrolling anybody":
                "Der Kurs ist stillgelegt; öffnen Sie ihn wieder, bevor Sie jemanden einschreiben",
            "the course {1}is not in the catalogue; add it, or look up its id again":
                "Der Kurs {1}ist nicht im Katalog; fügen Sie ihn hinzu oder suchen Sie seine Kennung neu heraus",
            "the date is outside the years 1900 to 9999; correct it":
                "Das Datum liegt außerhalb der Jahre 1900 bis 9999; korrigieren Sie es",
            "the description of a course has at most 10,000 characters, no control characters except tabs and line breaks, and no direction that is overridden or left open; change it":
                "Die Beschreibung eines Kurses hat höchstens 10.000 Zeichen, keine Steuerzeichen außer Tabulatoren und Zeilenumbrüchen und keine überschriebene oder offen gelassene Textrichtung; ändern Sie sie",
            "the enrolment has ended as {1}, and an enrolment ends only once; correct that end, or enrol the member again":
                "Die Einschreibung ist bereits beendet ({1}) und kann nur einmal enden; korrigieren Sie dieses Ende oder schreiben Sie das Mitglied neu ein",
            "the entry was voided before it arrived; there is nothing to do":
                "Der Eintrag wurde schon vor seinem Eintreffen storniert; es ist nichts zu tun",
            "the event {1}is not one of {2}; correct it":
                "Das Ereignis {1}gehört nicht zu diesen: {2}; korrigieren Sie es",
            "the id of a course has 1 to 200 visible ASCII characters; choose another":
                "Die Kennung eines Kurses hat 1 bis 200 sichtbare ASCII-Zeichen; wählen Sie eine andere",
            "the id of an entry has 1 to 200 bytes in one line, at least one character that shows, and no control or direction character; give it another id":
                "Die Kennung eines Eintrags hat 1 bis 200 Bytes in einer Zeile, mindestens ein sichtbares Zeichen und keine Steuer- oder Richtungszeichen; geben Sie ihm eine andere Kennung",
            "the language of a course is a tag of BCP 47 such as 'en' or 'pt-BR', of at most 100 characters; correct it":
                "Die Sprache eines Kurses ist ein Sprachkürzel nach BCP 47 wie „en“ oder „pt-BR“ mit höchstens 100 Zeichen; korrigieren Sie sie",
            "the link of a course is an http or https URL of at most 2,000 ASCII characters; correct it":
                "Der Link eines Kurses ist eine http- oder https-URL von höchstens 2.000 ASCII-Zeichen; korrigieren Sie ihn",
            "the list of statements is never closed; fetch it from the learning record store again":
                "Die Liste der Statements wird nie geschlossen; rufen Sie sie neu aus dem Learning Record Store ab",
            "the member is already enrolled in the course; there is nothing to do":
                "Das Mitglied ist bereits in den Kurs eingeschrieben; es ist nichts zu tun",
            "the member is not enrolled in the course; enrol them first":
                "Das Mitglied ist nicht in den Kurs eingeschrieben; schreiben Sie es zuerst ein",
            "the name of a learner has at most 1,000 bytes; look it up again":
                "Der Name einer lernenden Person hat höchstens 1.000 Bytes; rufen Sie ihn neu auf",
            "the object of a statement has to be an Activity whose id is an IRI; have the sender name the activity":
                "Das Objekt eines Statements muss eine Activity sein, deren Kennung ein IRI ist; lassen Sie das sendende System die Aktivität angeben",
            "the object of a voiding statement has to be a StatementRef whose id is a UUID; have the sender refer to one":
                "Das Objekt eines Storno-Statements muss eine StatementRef sein, deren Kennung eine UUID ist; lassen Sie das sendende System auf eine verweisen",
            "the object that begins here is longer than a statement may be; send attachments separately":
                "Das hier beginnende Objekt ist länger, als ein Statement sein darf; senden Sie Anhänge getrennt",
            "the object that begins here is never closed; close its braces and its quotes":
                "Das hier beginnende Objekt wird nie geschlossen; schließen Sie seine Klammern und Anführungszeichen",
            "the statement is recorded with the time at which it was stored, because its timestamp cannot be read; have the sender write it as 2015-11-18T12:17:00Z":
                "Das Statement wird mit dem Zeitpunkt seiner Speicherung erfasst, weil sein Zeitstempel nicht lesbar ist; lassen Sie ihn vom sendenden System in der Form 2015-11-18T12:17:00Z schreiben",
            "the statement is recorded without its duration: a duration has at most ten million minutes, and no years or months, because they have no fixed length; have the sender write it as PT1H30M":
                "Das Statement wird ohne seine Dauer erfasst: Eine Dauer hat höchstens zehn Millionen Minuten und keine Jahre oder Monate, weil deren Länge nicht feststeht; lassen Sie sie vom sendenden System in der Form PT1H30M schreiben",
            "the statement is recorded without its progress, which has to be a whole number from 0 to 100; have the sender correct it":
                "Das Statement wird ohne seinen Fortschritt erfasst, der eine ganze Zahl von 0 bis 100 sein muss; lassen Sie ihn vom sendenden System korrigieren",
            "the statement is recorded without its result: a result and its extensions have to be JSON objects; have the sender correct them":
                "Das Statement wird ohne sein Ergebnis erfasst: Ein Ergebnis und seine Erweiterungen müssen JSON-Objekte sein; lassen Sie sie vom sendenden System korrigieren",
            "the title of a course has 1 to 200 characters in one line, at least one that shows, and no control or direction character; change it":
                "Der Titel eines Kurses hat 1 bis 200 Zeichen in einer Zeile, davon mindestens ein sichtbares, und keine Steuer- oder Richtungszeichen; ändern Sie ihn",
            "the verb {1}does not belong to a course; there is nothing to do":
                "Das Verb {1}gehört nicht zu einem Kurs; es ist nichts zu tun",
            "there is no such course in the catalogue; add it, or look it up again":
                "Diesen Kurs gibt es im Katalog nicht; fügen Sie ihn hinzu oder rufen Sie ihn neu auf",
            "there is no such entry in the learning record, or it no longer counts; look it up again":
                "Diesen Eintrag gibt es in der Lernhistorie nicht, oder er zählt nicht mehr; rufen Sie ihn neu auf",
            "there is text between the statements; send only JSON objects, in one array or one after the other":
                "Zwischen den Statements steht Text; senden Sie nur JSON-Objekte, in einem Array oder nacheinander",
            "this object is not a statement, and not a list of statements; it may be an error message of the record store, so read it":
                "Dieses Objekt ist weder ein Statement noch eine Liste von Statements; es kann eine Fehlermeldung des Learning Record Store sein, lesen Sie sie",
            "view catalogue": "Katalog ansehen",
            "view learning": "Lernhistorie ansehen",
            "worked on it": "daran gearbeitet",
            "{1 line was|lines were} deleted.": "{1, plural, one {# Zeile wurde} other {# Zeilen wurden}} gelöscht.",
            "{1 line was|lines were} recorded, {2} were known, {3} are held, {4} were skipped, {5} were refused.":
                "{1, plural, one {# Zeile wurde} other {# Zeilen wurden}} erfasst. Bereits bekannt: {2}, zu klären: {3}, übersprungen: {4}, abgewiesen: {5}.",
            "{1 line was|lines were} recorded.": "{1, plural, one {# Zeile wurde} other {# Zeilen wurden}} erfasst.",
            "{1}; {2}": "{1}; {2}",
        ])
}
