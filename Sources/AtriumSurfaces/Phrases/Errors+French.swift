internal import Atrium

extension Phrases {
    static let frenchErrors = Phrases(
        "fr",
        [
            "a carriage return comes without a line feed; end lines with LF or CR LF":
                "un retour chariot n’est pas suivi d’un saut de ligne ; terminez les lignes par LF ou CR LF",
            "a person": "une personne",
            "a quote is in a field that is not quoted; quote the field and double its quotes":
                "un guillemet figure dans un champ sans guillemets ; entourez le champ de guillemets et doublez ceux qu’il contient",
            "a slug cannot have the form of an organization's id; choose another":
                "un slug ne peut pas avoir la forme d’un identifiant d’organisation ; choisissez-en un autre",
            "a slug has 1 to 63 characters a-z, 0-9 and -, with no - at either end; choose another":
                "un slug compte de 1 à 63 caractères a-z, 0-9 et -, sans - au début ni à la fin ; choisissez-en un autre",
            "administrator": "administrateur",
            "an account had this address before; sign in with its new one, or have the old one released":
                "un compte avait auparavant cette adresse ; connectez-vous avec sa nouvelle adresse, ou faites libérer l’ancienne",
            "an account with this address exists; sign in with it":
                "un compte existe déjà avec cette adresse ; connectez-vous avec celui-ci",
            "an operator": "un opérateur",
            "an organization keeps at least one active administrator; appoint another first":
                "une organisation garde au moins un administrateur actif ; désignez-en d’abord un autre",
            "an organization": "une organisation",
            "another member of this organization has the address; change that member's address first":
                "un autre membre de cette organisation a cette adresse ; modifiez d’abord l’adresse de ce membre",
            "another organization has this slug, or had it until recently; choose a different one":
                "une autre organisation utilise ce slug, ou l’utilisait encore récemment ; choisissez-en un autre",
            "another team has this name; choose a different one, or rename that team first":
                "une autre équipe porte ce nom ; choisissez-en un autre, ou renommez d’abord cette équipe",
            "change settings": "modifier les paramètres",
            "change slug": "modifier le slug",
            "choose language": "choisir la langue",
            "column {1}: {2}": "colonne {1} : {2}",
            "enter": "accéder à l’organisation",
            "find members": "rechercher des membres",
            "grant roles": "attribuer des rôles",
            "handle events": "traiter des événements",
            "it contains a control character; remove it": "elle contient un caractère de contrôle ; supprimez-le",
            "it contains a letter outside ASCII; write the domain in its ASCII form (xn--…), or ask for an address in ASCII":
                "elle contient une lettre hors ASCII ; écrivez le domaine sous sa forme ASCII (xn--…), ou demandez une adresse en ASCII",
            "it has no single @ between name and domain; correct it":
                "elle n’a pas exactement un @ entre le nom et le domaine ; corrigez-la",
            "it is longer than 254 characters; ask for a shorter one":
                "elle dépasse 254 caractères ; demandez-en une plus courte",
            "leave": "quitter l’organisation",
            "line {1} cannot be read as a header, in column {2}: {3}":
                "la ligne {1} n’est pas lisible comme en-tête, colonne {2} : {3}",
            "manage failed jobs": "gérer les tâches en échec",
            "switch modules": "activer et désactiver tous les modules",
            "purge modules": "supprimer les données des modules",
            "switch own modules": "activer et désactiver les modules laissés à l’organisation",
            "manage members": "gérer les membres",
            "manage team members": "gérer les membres des équipes",
            "manage teams": "gérer les équipes",
            "manager": "gestionnaire",
            "member": "membre",
            "only a deactivated member can be reactivated; invite a removed one again":
                "seul un membre désactivé peut être réactivé ; invitez de nouveau un membre retiré",
            "permission '{1}' is for operators of the platform; ask them to do it":
                "l’autorisation « {1} » est réservée aux opérateurs de la plateforme ; adressez-vous à eux",
            "permission '{1}' is not held here; ask an administrator for a role that grants it":
                "vous n’avez pas l’autorisation « {1} » ici ; demandez à un administrateur un rôle qui l’accorde",
            "release address": "libérer une adresse",
            "role '{1}' excludes another that the member holds; revoke that one first":
                "le rôle « {1} » est incompatible avec un autre rôle du membre ; retirez d’abord celui-ci",
            "role '{1}' has another reach; name a team with a team's role, and none with a role of the organization":
                "le rôle « {1} » a une autre portée ; indiquez une équipe pour un rôle d’équipe, et aucune pour un rôle de l’organisation",
            "supervisor": "responsable d’équipe",
            "system work": "exécuter des tâches système",
            "team": "équipe",
            "text follows the closing quote; end the field there, or double the quote":
                "du texte suit le guillemet fermant ; terminez le champ à cet endroit ou doublez le guillemet",
            "the account does not have this address; look the account up again":
                "le compte n’a pas cette adresse ; recherchez de nouveau le compte",
            "the account is an active member with this address; change the address or end the membership first":
                "le compte est un membre actif avec cette adresse ; modifiez d’abord l’adresse ou mettez fin à l’adhésion",
            "the address was released to another person since this mail was sent; have it sent again":
                "l’adresse a été libérée pour une autre personne depuis l’envoi de cet e-mail ; demandez un nouvel envoi",
            "the columns are separated by '{1}'; separate them by comma, semicolon or tab":
                "les colonnes sont séparées par '{1}' ; séparez-les par des virgules, des points-virgules ou des tabulations",
            "the cursor belongs to another list; pass a cursor that came with a page of this list, or start again":
                "le curseur appartient à une autre liste ; utilisez un curseur fourni avec une page de cette liste, ou recommencez au début",
            "the cursor was made by another version of the platform; start again at the first page":
                "le curseur vient d’une autre version de la plateforme ; recommencez à la première page",
            "the data of {1} cannot be erased, because this program lacks the module; add it, and erase again":
                "les données de {1} ne peuvent pas être effacées, car il manque le module à ce programme ; ajoutez-le, puis effacez de nouveau",
            "the field has half of a UTF-16 character; save the file as UTF-8":
                "le champ contient la moitié d’un caractère UTF-16 ; enregistrez le fichier en UTF-8",
            "the field is not UTF-8; save the file as UTF-8":
                "le champ n’est pas en UTF-8 ; enregistrez le fichier en UTF-8",
            "the field is not UTF-8; save the file as UTF-8, or say that it is Windows-1252":
                "le champ n’est pas en UTF-8 ; enregistrez le fichier en UTF-8, ou indiquez qu’il est en Windows-1252",
            "the file is UTF-16 without a byte-order mark; save it as UTF-8":
                "le fichier est en UTF-16 sans marque d’ordre des octets ; enregistrez-le en UTF-8",
            "the file is UTF-32; save it as UTF-8": "le fichier est en UTF-32 ; enregistrez-le en UTF-8",
            "the file is a workbook of a spreadsheet; save it as CSV UTF-8":
                "le fichier est un classeur de tableur ; enregistrez-le au format CSV UTF-8",
            "the founder has no account, and no module invites people; create the account, or add such a module":
                "la personne fondatrice n’a pas de compte, et aucun module n’invite de personnes ; créez le compte, ou ajoutez un tel module",
            "the header has no column '{1}'; add it, or map the name that it has there":
                "l’en-tête n’a pas de colonne '{1}' ; ajoutez-la, ou faites-lui correspondre le nom qu’elle porte",
            "the header has no column {1}, which the mapping names for '{2}'; correct the mapping":
                "l’en-tête n’a pas de colonne {1}, que la correspondance indique pour '{2}' ; corrigez la correspondance",
            "the header has the column '{1}' twice, or two that are mapped to it; keep one":
                "l’en-tête contient deux fois la colonne '{1}', ou deux colonnes qui lui correspondent ; n’en gardez qu’une",
            "the language is not a tag of BCP 47 such as 'en' or 'pt-BR'; choose one":
                "la langue n’est pas une balise BCP 47 telle que 'en' ou 'pt-BR' ; choisissez-en une",
            "the link is not valid, or no longer valid; sign in and ask for a new one":
                "le lien n’est pas valable, ou ne l’est plus ; connectez-vous et demandez-en un nouveau",
            "the list no longer has the entry at the cursor's position; start again at the first page":
                "la liste n’a plus l’élément désigné par le curseur ; recommencez à la première page",
            "the mapping names no column for '{1}'; add the one of the header":
                "la correspondance n’indique aucune colonne pour '{1}' ; ajoutez celle de l’en-tête",
            "the member does not hold role '{1}' there; read the member's roles again":
                "le membre n’a pas le rôle « {1} » à cet endroit ; consultez de nouveau les rôles du membre",
            "the member is in the team already; there is nothing to do":
                "le membre fait déjà partie de l’équipe ; il n’y a rien à faire",
            "the member is not active; reactivate a deactivated member, or invite a removed one again":
                "le membre n’est pas actif ; réactivez-le s’il est désactivé, ou invitez-le de nouveau s’il a été retiré",
            "the member is not in the team; look the membership up again":
                "le membre ne fait pas partie de l’équipe ; consultez de nouveau ses équipes",
            "the name of {1} has 1 to 200 characters in one line, no control or direction character, and something visible; choose another":
                "ce nom ne convient pas pour {1} : il faut de 1 à 200 caractères sur une seule ligne, sans caractère de contrôle ni de direction, et quelque chose de visible ; choisissez-en un autre",
            "the new address is the old one; choose another":
                "la nouvelle adresse est identique à l’ancienne ; choisissez-en une autre",
            "the organization has the slug '{1}' now; look it up by that one, and link to it":
                "l’organisation a maintenant le slug « {1} » ; utilisez celui-ci pour la rechercher et dans vos liens",
            "the organization is suspended; resume it first": "l’organisation est suspendue ; rétablissez-la d’abord",
            "the organization was deleted; nothing of it is left":
                "l’organisation a été supprimée ; il n’en reste rien",
            "the organization was suspended after this object was taken; look it up again with platform.tenant(_:)":
                "l’organisation a été suspendue après l’obtention de cet objet ; recherchez-la de nouveau avec platform.tenant(_:)",
            "the part after the @ is not a domain such as example.org; correct it":
                "la partie après le @ n’est pas un domaine tel que example.org ; corrigez-la",
            "the part before the @ is not a valid name; correct it":
                "la partie avant le @ n’est pas un nom valide ; corrigez-la",
            "the person is a member already; change the membership instead":
                "la personne est déjà membre ; modifiez plutôt son adhésion",
            "the person ranks higher; ask an administrator":
                "la personne a un rang supérieur ; adressez-vous à un administrateur",
            "the platform sends no mail about accounts; set accountMail in its configuration":
                "la plateforme n’envoie pas d’e-mails concernant les comptes ; définissez accountMail dans sa configuration",
            "the principal may not grant or revoke role '{1}'; ask an administrator":
                "vous ne pouvez ni attribuer ni retirer le rôle « {1} » ; adressez-vous à un administrateur",
            "the quote opened here is never closed; close it, or take it out":
                "le guillemet ouvert ici n’est jamais fermé ; fermez-le ou supprimez-le",
            "the record has not ended within the limit on its length; close its quotes, or shorten it":
                "l’enregistrement dépasse la longueur maximale ; fermez ses guillemets ou raccourcissez-le",
            "the row ends before the last needed column; fill it in":
                "la ligne s’arrête avant la dernière colonne requise ; complétez-la",
            "the row has more fields than the header has columns; quote what holds a separator":
                "la ligne a plus de champs que l’en-tête n’a de colonnes ; entourez de guillemets ce qui contient un séparateur",
            "the team is archived; choose another or create one":
                "l’équipe est archivée ; choisissez-en une autre ou créez-en une",
            "the team is not archived; there is nothing to do": "l’équipe n’est pas archivée ; il n’y a rien à faire",
            "the text has no header; name columns in its first line (known: {1})":
                "le texte n’a pas d’en-tête ; nommez les colonnes sur la première ligne (colonnes connues : {1})",
            "there is no address; fill it in": "l’adresse manque ; indiquez-la",
            "there is no role '{1}'; add it to the platform's configuration":
                "le rôle « {1} » n’existe pas ; ajoutez-le à la configuration de la plateforme",
            "there is no such account; sign in again": "ce compte n’existe pas ; connectez-vous de nouveau",
            "there is no such member in this organization; look the person up again":
                "ce membre n’existe pas dans cette organisation ; recherchez de nouveau la personne",
            "there is no such organization; look it up again":
                "cette organisation n’existe pas ; recherchez-la de nouveau",
            "there is no such team in this organization; look it up again":
                "cette équipe n’existe pas dans cette organisation ; recherchez-la de nouveau",
            "this cannot be repaired here; correct the files in the folder, or call platform.delete(_:)":
                "la réparation n’est pas possible ici ; corrigez les fichiers du dossier, ou appelez platform.delete(_:)",
            "this is not a cursor, or a part of it was changed; pass the cursor that came with the last page, or start again":
                "ce n’est pas un curseur, ou une partie en a été modifiée ; utilisez le curseur fourni avec la dernière page, ou recommencez au début",
            "view audit": "consulter le journal d’audit",
            "view members": "consulter les membres",
            "view organization": "consulter l’organisation",
            "view teams": "consulter les équipes",
        ])
}
