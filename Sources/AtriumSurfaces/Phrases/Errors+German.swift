internal import Atrium

extension Phrases {
    static let germanErrors = Phrases(
        "de",
        [
            "a carriage return comes without a line feed; end lines with LF or CR LF":
                "Auf einen Wagenrücklauf folgt kein Zeilenvorschub; beenden Sie Zeilen mit LF oder CR LF",
            "a person": "Person",
            "a quote is in a field that is not quoted; quote the field and double its quotes":
                "Ein Anführungszeichen steht in einem Feld ohne Anführungszeichen; setzen Sie das Feld in Anführungszeichen und verdoppeln Sie die darin enthaltenen",
            "a slug cannot have the form of an organization's id; choose another":
                "Ein Kurzname darf nicht die Form der Kennung einer Organisation haben; wählen Sie einen anderen",
            "a slug has 1 to 63 characters a-z, 0-9 and -, with no - at either end; choose another":
                "Ein Kurzname hat 1 bis 63 Zeichen aus a–z, 0–9 und -, ohne - am Anfang oder Ende; wählen Sie einen anderen",
            "administrator": "Administration",
            "an account had this address before; sign in with its new one, or have the old one released":
                "Ein Konto hatte diese Adresse früher; melden Sie sich mit dessen neuer Adresse an oder lassen Sie die alte freigeben",
            "an account with this address exists; sign in with it":
                "Ein Konto mit dieser Adresse gibt es bereits; melden Sie sich damit an",
            "an operator": "Plattformbetrieb",
            "an organization keeps at least one active administrator; appoint another first":
                "Eine Organisation behält mindestens eine aktive Person in der Administration; ernennen Sie zuerst eine andere",
            "an organization": "Organisation",
            "another member of this organization has the address; change that member's address first":
                "Ein anderes Mitglied dieser Organisation hat diese Adresse; ändern Sie zuerst dessen Adresse",
            "another organization has this slug, or had it until recently; choose a different one":
                "Eine andere Organisation hat diesen Kurznamen oder hatte ihn bis vor Kurzem; wählen Sie einen anderen",
            "another team has this name; choose a different one, or rename that team first":
                "Ein anderes Team trägt diesen Namen; wählen Sie einen anderen oder benennen Sie jenes Team zuerst um",
            "change settings": "Einstellungen ändern",
            "change slug": "Kurznamen ändern",
            "choose language": "Sprache wählen",
            "column {1}: {2}": "Spalte {1}: {2}",
            "enter": "Organisation betreten",
            "find members": "Mitglieder suchen",
            "grant roles": "Rollen zuweisen",
            "handle events": "Ereignisse verarbeiten",
            "it contains a control character; remove it": "Die Adresse enthält ein Steuerzeichen; entfernen Sie es",
            "it contains a letter outside ASCII; write the domain in its ASCII form (xn--…), or ask for an address in ASCII":
                "Die Adresse enthält einen Buchstaben außerhalb von ASCII; schreiben Sie die Domain in ihrer ASCII-Form (xn--…) oder bitten Sie um eine Adresse in ASCII",
            "it has no single @ between name and domain; correct it":
                "Die Adresse hat zwischen Name und Domain nicht genau ein @; korrigieren Sie sie",
            "it is longer than 254 characters; ask for a shorter one":
                "Die Adresse ist länger als 254 Zeichen; bitten Sie um eine kürzere",
            "leave": "Organisation verlassen",
            "line {1} cannot be read as a header, in column {2}: {3}":
                "Zeile {1} ist nicht als Kopfzeile lesbar, in Spalte {2}: {3}",
            "manage failed jobs": "Fehlgeschlagene Aufgaben verwalten",
            "switch modules": "Alle Module ein- und ausschalten",
            "purge modules": "Daten von Modulen löschen",
            "switch own modules": "Module ein- und ausschalten, die der Organisation überlassen sind",
            "manage members": "Mitglieder verwalten",
            "manage team members": "Teammitglieder verwalten",
            "manage teams": "Teams verwalten",
            "manager": "Leitung",
            "member": "Mitglied",
            "only a deactivated member can be reactivated; invite a removed one again":
                "Nur ein deaktiviertes Mitglied kann reaktiviert werden; laden Sie ein entferntes neu ein",
            "permission '{1}' is for operators of the platform; ask them to do it":
                "Die Berechtigung „{1}“ ist dem Plattformbetrieb vorbehalten; wenden Sie sich an ihn",
            "permission '{1}' is not held here; ask an administrator for a role that grants it":
                "Die Berechtigung „{1}“ ist hier nicht vorhanden; bitten Sie die Administration um eine Rolle, die sie enthält",
            "release address": "Adresse freigeben",
            "role '{1}' excludes another that the member holds; revoke that one first":
                "Die Rolle „{1}“ schließt eine andere aus, die das Mitglied hat; entziehen Sie zuerst diese",
            "role '{1}' has another reach; name a team with a team's role, and none with a role of the organization":
                "Die Rolle „{1}“ hat einen anderen Geltungsbereich; nennen Sie bei einer Teamrolle ein Team und bei einer Rolle der Organisation keines",
            "supervisor": "Teamleitung",
            "system work": "Systemaufgaben ausführen",
            "team": "Team",
            "text follows the closing quote; end the field there, or double the quote":
                "Nach dem schließenden Anführungszeichen folgt Text; beenden Sie das Feld dort oder verdoppeln Sie das Anführungszeichen",
            "the account does not have this address; look the account up again":
                "Das Konto hat diese Adresse nicht; rufen Sie das Konto neu auf",
            "the account is an active member with this address; change the address or end the membership first":
                "Das Konto ist ein aktives Mitglied mit dieser Adresse; ändern Sie zuerst die Adresse oder beenden Sie die Mitgliedschaft",
            "the address was released to another person since this mail was sent; have it sent again":
                "Die Adresse wurde nach dem Versand dieser E-Mail für eine andere Person freigegeben; lassen Sie die E-Mail neu senden",
            "the columns are separated by '{1}'; separate them by comma, semicolon or tab":
                "Die Spalten sind durch '{1}' getrennt; trennen Sie sie durch Komma, Semikolon oder Tabulator",
            "the cursor belongs to another list; pass a cursor that came with a page of this list, or start again":
                "Der Cursor gehört zu einer anderen Liste; übergeben Sie einen Cursor dieser Liste oder beginnen Sie von vorn",
            "the cursor was made by another version of the platform; start again at the first page":
                "Der Cursor stammt aus einer anderen Version der Plattform; beginnen Sie wieder mit der ersten Seite",
            "the data of {1} cannot be erased, because this program lacks the module; add it, and erase again":
                "Die Daten von {1} können nicht gelöscht werden, weil diesem Programm das Modul fehlt; fügen Sie es hinzu, und löschen Sie erneut",
            "the field has half of a UTF-16 character; save the file as UTF-8":
                "Das Feld enthält ein halbes UTF-16-Zeichen; speichern Sie die Datei als UTF-8",
            "the field is not UTF-8; save the file as UTF-8":
                "Das Feld ist nicht in UTF-8; speichern Sie die Datei als UTF-8",
            "the field is not UTF-8; save the file as UTF-8, or say that it is Windows-1252":
                "Das Feld ist nicht in UTF-8; speichern Sie die Datei als UTF-8 oder geben Sie an, dass sie in Windows-1252 ist",
            "the file is UTF-16 without a byte-order mark; save it as UTF-8":
                "Die Datei ist UTF-16 ohne Byte-Order-Mark; speichern Sie sie als UTF-8",
            "the file is UTF-32; save it as UTF-8": "Die Datei ist UTF-32; speichern Sie sie als UTF-8",
            "the file is a workbook of a spreadsheet; save it as CSV UTF-8":
                "Die Datei ist eine Arbeitsmappe einer Tabellenkalkulation; speichern Sie sie als CSV UTF-8",
            "the founder has no account, and no module invites people; create the account, or add such a module":
                "Die gründende Person hat kein Konto, und kein Modul lädt Personen ein; erstellen Sie das Konto oder fügen Sie ein solches Modul hinzu",
            "the header has no column '{1}'; add it, or map the name that it has there":
                "In der Kopfzeile fehlt die Spalte '{1}'; ergänzen Sie sie oder ordnen Sie den Namen zu, den sie dort hat",
            "the header has no column {1}, which the mapping names for '{2}'; correct the mapping":
                "In der Kopfzeile fehlt die Spalte {1}, die die Zuordnung für '{2}' nennt; korrigieren Sie die Zuordnung",
            "the header has the column '{1}' twice, or two that are mapped to it; keep one":
                "Die Kopfzeile enthält die Spalte '{1}' doppelt oder zwei Spalten, die ihr zugeordnet sind; behalten Sie nur eine",
            "the language is not a tag of BCP 47 such as 'en' or 'pt-BR'; choose one":
                "Die Sprache ist kein Sprachkürzel nach BCP 47 wie „en“ oder „pt-BR“; wählen Sie eines",
            "the link is not valid, or no longer valid; sign in and ask for a new one":
                "Der Link ist nicht gültig oder nicht mehr gültig; melden Sie sich an und fordern Sie einen neuen an",
            "the list no longer has the entry at the cursor's position; start again at the first page":
                "Den Eintrag an der Stelle des Cursors gibt es in der Liste nicht mehr; beginnen Sie wieder mit der ersten Seite",
            "the mapping names no column for '{1}'; add the one of the header":
                "Die Zuordnung nennt keine Spalte für '{1}'; ergänzen Sie die Spalte aus der Kopfzeile",
            "the member does not hold role '{1}' there; read the member's roles again":
                "Das Mitglied hat die Rolle „{1}“ dort nicht; rufen Sie die Rollen des Mitglieds neu auf",
            "the member is in the team already; there is nothing to do":
                "Das Mitglied ist bereits im Team; es ist nichts zu tun",
            "the member is not active; reactivate a deactivated member, or invite a removed one again":
                "Das Mitglied ist nicht aktiv; reaktivieren Sie ein deaktiviertes Mitglied oder laden Sie ein entferntes neu ein",
            "the member is not in the team; look the membership up again":
                "Das Mitglied ist nicht im Team; rufen Sie die Teammitgliedschaft neu auf",
            "the name of {1} has 1 to 200 characters in one line, no control or direction character, and something visible; choose another":
                "Ungültiger Name ({1}): Ein Name hat 1 bis 200 Zeichen in einer Zeile, keine Steuer- oder Richtungszeichen und etwas Sichtbares; wählen Sie einen anderen",
            "the new address is the old one; choose another": "Die neue Adresse ist die alte; wählen Sie eine andere",
            "the organization has the slug '{1}' now; look it up by that one, and link to it":
                "Die Organisation hat jetzt den Kurznamen „{1}“; rufen Sie sie darunter auf und verlinken Sie darauf",
            "the organization is suspended; resume it first":
                "Die Organisation ist gesperrt; heben Sie zuerst die Sperre auf",
            "the organization was deleted; nothing of it is left":
                "Die Organisation wurde gelöscht; es ist nichts von ihr übrig",
            "the organization was suspended after this object was taken; look it up again with platform.tenant(_:)":
                "Die Organisation wurde gesperrt, nachdem dieses Objekt geholt wurde; rufen Sie sie mit platform.tenant(_:) neu auf",
            "the part after the @ is not a domain such as example.org; correct it":
                "Der Teil nach dem @ ist keine Domain wie example.org; korrigieren Sie ihn",
            "the part before the @ is not a valid name; correct it":
                "Der Teil vor dem @ ist kein gültiger Name; korrigieren Sie ihn",
            "the person is a member already; change the membership instead":
                "Die Person ist bereits Mitglied; ändern Sie stattdessen die Mitgliedschaft",
            "the person ranks higher; ask an administrator":
                "Die Person hat einen höheren Rang; wenden Sie sich an die Administration",
            "the platform sends no mail about accounts; set accountMail in its configuration":
                "Die Plattform sendet keine E-Mails zu Konten; setzen Sie accountMail in ihrer Konfiguration",
            "the principal may not grant or revoke role '{1}'; ask an administrator":
                "Sie dürfen die Rolle „{1}“ weder zuweisen noch entziehen; wenden Sie sich an die Administration",
            "the quote opened here is never closed; close it, or take it out":
                "Das hier geöffnete Anführungszeichen wird nie geschlossen; schließen oder entfernen Sie es",
            "the record has not ended within the limit on its length; close its quotes, or shorten it":
                "Der Datensatz endet nicht innerhalb der erlaubten Länge; schließen Sie seine Anführungszeichen oder kürzen Sie ihn",
            "the row ends before the last needed column; fill it in":
                "Die Zeile endet vor der letzten benötigten Spalte; füllen Sie diese aus",
            "the row has more fields than the header has columns; quote what holds a separator":
                "Die Zeile hat mehr Felder als die Kopfzeile Spalten; setzen Sie Felder, die ein Trennzeichen enthalten, in Anführungszeichen",
            "the team is archived; choose another or create one":
                "Das Team ist archiviert; wählen Sie ein anderes oder erstellen Sie eines",
            "the team is not archived; there is nothing to do": "Das Team ist nicht archiviert; es ist nichts zu tun",
            "the text has no header; name columns in its first line (known: {1})":
                "Der Text hat keine Kopfzeile; nennen Sie die Spalten in der ersten Zeile (bekannt: {1})",
            "there is no address; fill it in": "Die Adresse fehlt; tragen Sie sie ein",
            "there is no role '{1}'; add it to the platform's configuration":
                "Die Rolle „{1}“ gibt es nicht; nehmen Sie sie in die Konfiguration der Plattform auf",
            "there is no such account; sign in again": "Dieses Konto gibt es nicht; melden Sie sich neu an",
            "there is no such member in this organization; look the person up again":
                "Dieses Mitglied gibt es in dieser Organisation nicht; rufen Sie die Person neu auf",
            "there is no such organization; look it up again":
                "Diese Organisation gibt es nicht; rufen Sie sie neu auf",
            "there is no such team in this organization; look it up again":
                "Dieses Team gibt es in dieser Organisation nicht; rufen Sie es neu auf",
            "this cannot be repaired here; correct the files in the folder, or call platform.delete(_:)":
                "Das lässt sich hier nicht reparieren; korrigieren Sie die Dateien im Ordner oder rufen Sie platform.delete(_:) auf",
            "this is not a cursor, or a part of it was changed; pass the cursor that came with the last page, or start again":
                "Das ist kein Cursor, oder ein Teil davon wurde geändert; übergeben Sie den Cursor der letzten Seite oder beginnen Sie von vorn",
            "view audit": "Protokoll ansehen",
            "view members": "Mitglieder ansehen",
            "view organization": "Organisation ansehen",
            "view teams": "Teams ansehen",
        ])
}
