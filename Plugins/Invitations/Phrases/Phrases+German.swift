internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "'email': {1}": "'email': {1}",
            "'role' is not a role of this organization; correct it or leave it empty":
                "'role' ist keine Rolle dieser Organisation; korrigieren Sie die Angabe oder lassen Sie sie leer",
            "'teams' has a text that cannot be the name of a team; use names of up to 200 characters, with the form's separator between them, which is a semicolon by default":
                "'teams' enthält einen Text, der nicht der Name eines Teams sein kann; verwenden Sie Namen von bis zu 200 Zeichen, getrennt durch das Trennzeichen des Formulars (in der Regel ein Semikolon)",
            "'teams' has more than 100 teams, and an invitation can have at most 100; leave some out, and add the person to them later":
                "'teams' enthält mehr als 100 Teams, eine Einladung kann aber höchstens 100 haben; lassen Sie einige weg und nehmen Sie die Person dort später auf",
            "'teams' has {1}, which is not a team of this organization; correct the name, or separate the names by the form's separator (a semicolon by default), or let the import create missing teams":
                "'teams' enthält {1}, doch ein solches Team gibt es in dieser Organisation nicht; korrigieren Sie den Namen, trennen Sie die Namen durch das Trennzeichen des Formulars (in der Regel ein Semikolon) oder lassen Sie fehlende Teams beim Import erstellen",
            "A CSV file with the column email, and if you want role and teams. Nobody is removed or demoted.":
                "Eine CSV-Datei mit der Spalte email und, wenn Sie möchten, role und teams. Niemand wird entfernt oder verliert eine Rolle.",
            "A pending invitation holds a seat until it is accepted, declined, revoked or expired.":
                "Eine offene Einladung belegt einen Platz, bis sie angenommen, abgelehnt oder widerrufen wird oder abläuft.",
            "Accept": "Annehmen",
            "Address contains": "Adresse enthält",
            "Address": "Adresse",
            "Addresses in ended invitations": "Adressen in beendeten Einladungen",
            "Addresses": "Adressen",
            "Answered": "Beantwortet",
            "Create teams that are missing": "Fehlende Teams erstellen",
            "Decline": "Ablehnen",
            "Each address gets a mail with a link that works once.":
                "An jede Adresse geht eine E-Mail mit einem Link, der einmal gilt.",
            "Each gets a new link and a new time. The old links end.":
                "Jede Einladung bekommt einen neuen Link und eine neue Frist. Die alten Links gelten nicht mehr.",
            "Expires": "Läuft ab am",
            "File": "Datei",
            "For a role of a team, the teams for which it is held.":
                "Bei einer Rolle für Teams: die Teams, für die sie gilt.",
            "Hello,": "Guten Tag,",
            "If you have an account already, sign in first.":
                "Wenn Sie bereits ein Konto haben, melden Sie sich zuerst an.",
            "Import people": "Personen importieren",
            "Invitation to join {1}": "Einladung, {1} beizutreten",
            "Invitations were sent.": "Einladungen wurden verschickt.",
            "Invitations": "Einladungen",
            "Invite people": "Personen einladen",
            "Invited address": "Eingeladene Adresse",
            "Join": "Beitreten",
            "Look at who invites you. Nothing happens before you accept or decline.":
                "Sehen Sie nach, wer Sie einlädt. Nichts geschieht, bevor Sie annehmen oder ablehnen.",
            "Nobody has an open invitation.": "Niemand hat eine offene Einladung.",
            "Nobody is invited yet.": "Noch ist niemand eingeladen.",
            "Open this link and confirm to join:": "Öffnen Sie diesen Link und bestätigen Sie, um beizutreten:",
            "Organization": "Organisation",
            "Paste their addresses, and choose a role and teams for them.":
                "Fügen Sie die Adressen ein, und wählen Sie Rolle und Teams.",
            "Revoke": "Widerrufen",
            "Role": "Rolle",
            "See who has joined": "Sehen, wer beigetreten ist",
            "Send again": "Erneut senden",
            "Send open invitations again after a week. They may have been taken for spam.":
                "Senden Sie offene Einladungen nach einer Woche erneut. Vielleicht sind sie im Spam gelandet.",
            "Sent": "Gesendet am",
            "Separated by blanks, commas, semicolons or lines, also as a mail program copies them.":
                "Getrennt durch Leerzeichen, Kommas, Semikolons oder Zeilen, auch so, wie ein Mailprogramm sie kopiert.",
            "Sign in if you have an account with this address, or create one there. The link works once, for {1 day|days}. If you did not expect this message, ignore it: nothing happens without you.":
                "Melden Sie sich dort an, wenn Sie ein Konto mit dieser Adresse haben, oder erstellen Sie eines. Der Link gilt einmal, {1, plural, one {# Tag} other {# Tage}} lang. Wenn Sie diese Nachricht nicht erwartet haben, ignorieren Sie sie: Ohne Sie geschieht nichts.",
            "Some invitations are open.": "Einige Einladungen sind offen.",
            "State": "Status",
            "Team": "Team",
            "Teams": "Teams",
            "The invitation ends. The organization can invite you again.":
                "Die Einladung endet. Die Organisation kann Sie erneut einladen.",
            "The links end, and the seats become free.": "Die Links gelten nicht mehr, und die Plätze werden frei.",
            "Token": "Token",
            "Until": "Bis",
            "You are a member now.": "Sie sind jetzt Mitglied.",
            "You are invited": "Sie sind eingeladen",
            "You have declined the invitation.": "Sie haben die Einladung abgelehnt.",
            "You join the organization.": "Sie treten der Organisation bei.",
            "Your invitations": "Ihre Einladungen",
            "Your name": "Ihr Name",
            "a line above has the same address; name all teams there":
                "Eine Zeile weiter oben hat dieselbe Adresse; nennen Sie dort alle Teams",
            "a name": "einen Namen",
            "a query names at most {1} invitations and a text of at most {2} bytes; use several queries or a shorter text":
                "Eine Abfrage nennt höchstens {1} Einladungen und einen Text von höchstens {2} Bytes; verwenden Sie mehrere Abfragen oder einen kürzeren Text",
            "a text with addresses has at most {1} bytes; paste it in parts":
                "Ein Text mit Adressen hat höchstens {1} Bytes; fügen Sie ihn in Teilen ein",
            "an invitation is accepted in the name of an account; sign in with one, or create one first":
                "Eine Einladung wird im Namen eines Kontos angenommen; melden Sie sich an oder erstellen Sie zuerst ein Konto",
            "an invitation leads to at most {1} teams; add the person to the others later":
                "Eine Einladung führt in höchstens {1} Teams; nehmen Sie die Person in die übrigen später auf",
            "answer invitations": "Einladungen beantworten",
            "at most {1} people can be invited at a time; invite them in parts":
                "Höchstens {1} Personen können auf einmal eingeladen werden; laden Sie sie in Teilen ein",
            "could not be changed": "konnte nicht geändert werden",
            "gets an invitation as {1}": "bekommt eine Einladung (Rolle: {1})",
            "gets an invitation": "bekommt eine Einladung",
            "gets an invitation, and their place back": "bekommt eine Einladung und den früheren Stand zurück",
            "gets the roles and teams that are missing": "bekommt die fehlenden Rollen und Teams",
            "has everything already": "hat bereits alles",
            "invitation": "Einladung",
            "invitation: accepted": "angenommen",
            "invitation: declined": "abgelehnt",
            "invitation: expired": "abgelaufen",
            "invitation: pending": "offen",
            "invitation: revoked": "widerrufen",
            "invite": "Personen einladen",
            "is a deactivated member; reactivate the member instead":
                "ist ein deaktiviertes Mitglied; reaktivieren Sie stattdessen das Mitglied",
            "is a member already": "ist bereits Mitglied",
            "is in a line above": "steht bereits in einer Zeile weiter oben",
            "is invited already": "ist bereits eingeladen",
            "is sent again": "wird erneut gesendet",
            "joined in another way": "anders beigetreten",
            "no seat is left in the organization; ask an administrator to free one, and accept again":
                "In der Organisation ist kein Platz mehr frei; bitten Sie die Administration, einen frei zu machen, und nehmen Sie die Einladung dann noch einmal an",
            "no seat is left": "kein Platz mehr frei",
            "the account does not own the invited address; sign in with the account that does":
                "Die eingeladene Adresse gehört nicht zu diesem Konto; melden Sie sich mit dem Konto an, zu dem sie gehört",
            "the account is a deactivated member; ask an administrator to reactivate it":
                "Das Konto gehört zu einem deaktivierten Mitglied; bitten Sie die Administration, es zu reaktivieren",
            "the account is already a member; you need not do anything":
                "Das Konto ist bereits Mitglied; Sie müssen nichts tun",
            "the address belonged to another account when the invitation was mailed, or later; ask for a new one":
                "Die Adresse gehörte beim Versand der Einladung oder danach zu einem anderen Konto; bitten Sie um eine neue Einladung",
            "the invitation has expired; ask for a new one": "Die Einladung ist abgelaufen; bitten Sie um eine neue",
            "the invitation is already accepted; sign in with the account that accepted it":
                "Die Einladung ist bereits angenommen; melden Sie sich mit dem Konto an, mit dem sie angenommen wurde",
            "the invitation was declined; ask for a new one": "Die Einladung wurde abgelehnt; bitten Sie um eine neue",
            "the invitation was mailed again after this link; open the link in the newest mail":
                "Die Einladung wurde nach diesem Link erneut gesendet; öffnen Sie den Link in der neuesten E-Mail",
            "the invitation's role is held for a team, and the team is archived; revoke it and invite the person again":
                "Die Rolle der Einladung gilt für ein Team, und das Team ist archiviert; widerrufen Sie die Einladung und laden Sie die Person neu ein",
            "the link ends": "Link gilt nicht mehr",
            "the list has more than 100,000 lines; cut it into several lists":
                "Die Liste hat mehr als 100.000 Zeilen; teilen Sie sie in mehrere Listen auf",
            "the list has more than 32 MiB; cut it into several lists":
                "Die Liste ist größer als 32 MiB; teilen Sie sie in mehrere Listen auf",
            "the organization revoked the invitation; ask for a new one":
                "Die Organisation hat die Einladung widerrufen; bitten Sie um eine neue",
            "the person became a member in another way; sign in, or ask for a new invitation if you are no longer a member":
                "Die Person wurde auf anderem Weg Mitglied; melden Sie sich an oder bitten Sie um eine neue Einladung, wenn Sie nicht mehr Mitglied sind",
            "the sender of the invitation may no longer grant its role; ask for a new one":
                "Die einladende Person darf die Rolle der Einladung nicht mehr zuweisen; bitten Sie um eine neue Einladung",
            "there is no such invitation; open the link in the newest mail, or ask for a new invitation":
                "Diese Einladung gibt es nicht; öffnen Sie den Link in der neuesten E-Mail oder bitten Sie um eine neue Einladung",
            "view invitations": "Einladungen ansehen",
            "{1 invitation ends|invitations end}, and the seats become free.":
                "{1, plural, one {# Einladung endet} other {# Einladungen enden}}, und die Plätze werden frei.",
            "{1 invitation is|invitations are} sent again. The old links end.":
                "{1, plural, one {# Einladung wird} other {# Einladungen werden}} erneut gesendet. Die alten Links gelten nicht mehr.",
            "{1 invitation was|invitations were} revoked.":
                "{1, plural, one {# Einladung wurde} other {# Einladungen wurden}} widerrufen.",
            "{1 invitation was|invitations were} sent again.":
                "{1, plural, one {# Einladung wurde} other {# Einladungen wurden}} erneut gesendet.",
            "{1 invitation was|invitations were} sent.":
                "{1, plural, one {# Einladung wurde} other {# Einladungen wurden}} gesendet.",
            "{1 line changes|lines change} something, of {2}.":
                "{1, plural, one {# Zeile ändert} other {# Zeilen ändern}} etwas, von insgesamt {2}.",
            "{1 line|lines} changed something.":
                "{1, plural, one {# Zeile hat} other {# Zeilen haben}} etwas geändert.",
            "{1 person gets|people get} an invitation, of {2 line|lines}.":
                "{1, plural, one {# Person bekommt} other {# Personen bekommen}} eine Einladung, aus {2, plural, one {# Zeile} other {# Zeilen}}.",
            "{1} invites you to its training platform.": "{1} lädt Sie auf die Lernplattform ein.",
        ])
}
