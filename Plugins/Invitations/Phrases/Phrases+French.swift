internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "'email': {1}": "'email' : {1}",
            "'role' is not a role of this organization; correct it or leave it empty":
                "'role' n’est pas un rôle de cette organisation ; corrigez-le ou laissez vide",
            "'teams' has a text that cannot be the name of a team; use names of up to 200 characters, with the form's separator between them, which is a semicolon by default":
                "'teams' contient un texte qui ne peut pas être le nom d’une équipe ; utilisez des noms de 200 caractères au plus, séparés par le séparateur du formulaire, un point-virgule par défaut",
            "'teams' has more than 100 teams, and an invitation can have at most 100; leave some out, and add the person to them later":
                "'teams' contient plus de 100 équipes, alors qu’une invitation en compte 100 au plus ; retirez-en quelques-unes, et ajoutez-y la personne plus tard",
            "'teams' has {1}, which is not a team of this organization; correct the name, or separate the names by the form's separator (a semicolon by default), or let the import create missing teams":
                "'teams' contient {1}, qui n’est pas une équipe de cette organisation ; corrigez le nom, séparez les noms par le séparateur du formulaire (un point-virgule par défaut), ou laissez l’import créer les équipes manquantes",
            "A CSV file with the column email, and if you want role and teams. Nobody is removed or demoted.":
                "Un fichier CSV avec la colonne email et, si vous le souhaitez, role et teams. Personne n’est retiré ni rétrogradé.",
            "A pending invitation holds a seat until it is accepted, declined, revoked or expired.":
                "Une invitation en attente réserve une place jusqu’à ce qu’elle soit acceptée, déclinée, révoquée ou expirée.",
            "Accept": "Accepter",
            "Address contains": "L’adresse contient",
            "Address": "Adresse",
            "Addresses in ended invitations": "Adresses des invitations terminées",
            "Addresses": "Adresses",
            "Answered": "Répondu le",
            "Create teams that are missing": "Créer les équipes manquantes",
            "Decline": "Décliner",
            "Each address gets a mail with a link that works once.":
                "Chaque adresse reçoit un e-mail avec un lien à usage unique.",
            "Each gets a new link and a new time. The old links end.":
                "Chacune reçoit un nouveau lien et un nouveau délai. Les anciens liens ne sont plus valables.",
            "Expires": "Expire le",
            "File": "Fichier",
            "For a role of a team, the teams for which it is held.":
                "Pour un rôle d’équipe, les équipes pour lesquelles il est attribué.",
            "Hello,": "Bonjour,",
            "If you have an account already, sign in first.": "Si vous avez déjà un compte, connectez-vous d’abord.",
            "Import people": "Importer des personnes",
            "Invitation to join {1}": "Invitation à rejoindre {1}",
            "Invitations were sent.": "Des invitations ont été envoyées.",
            "Invitations": "Invitations",
            "Invite people": "Inviter des personnes",
            "Invited address": "Adresse invitée",
            "Join": "Rejoindre",
            "Look at who invites you. Nothing happens before you accept or decline.":
                "Regardez qui vous invite. Rien ne se passe avant que vous acceptiez ou refusiez.",
            "Nobody has an open invitation.": "Personne n’a d’invitation en attente.",
            "Nobody is invited yet.": "Personne n’est encore invité.",
            "Open this link and confirm to join:": "Ouvrez ce lien et confirmez pour nous rejoindre :",
            "Organization": "Organisation",
            "Paste their addresses, and choose a role and teams for them.":
                "Collez leurs adresses, puis choisissez un rôle et des équipes.",
            "Revoke": "Révoquer",
            "Role": "Rôle",
            "See who has joined": "Voir qui a rejoint l’organisation",
            "Send again": "Renvoyer",
            "Send open invitations again after a week. They may have been taken for spam.":
                "Renvoyez les invitations sans réponse après une semaine. Elles ont pu être prises pour du spam.",
            "Sent": "Date d’envoi",
            "Separated by blanks, commas, semicolons or lines, also as a mail program copies them.":
                "Séparées par des espaces, des virgules, des points-virgules ou des sauts de ligne, y compris telles que les copie un logiciel de messagerie.",
            "Sign in if you have an account with this address, or create one there. The link works once, for {1 day|days}. If you did not expect this message, ignore it: nothing happens without you.":
                "Connectez-vous si vous avez un compte avec cette adresse, ou créez-en un sur la page. Le lien ne fonctionne qu’une fois, pendant {1, plural, one {# jour} other {# jours}}. Si vous n’attendiez pas ce message, ignorez-le : rien ne se fait sans vous.",
            "Some invitations are open.": "Des invitations sont sans réponse.",
            "State": "État",
            "Team": "Équipe",
            "Teams": "Équipes",
            "The invitation ends. The organization can invite you again.":
                "L’invitation prend fin. L’organisation peut vous inviter de nouveau.",
            "The links end, and the seats become free.": "Les liens ne sont plus valables, et les places se libèrent.",
            "Token": "Jeton",
            "Until": "Échéance",
            "You are a member now.": "Vous êtes maintenant membre.",
            "You are invited": "Vous avez reçu une invitation",
            "You have declined the invitation.": "Vous avez décliné l’invitation.",
            "You join the organization.": "Vous rejoignez l’organisation.",
            "Your invitations": "Vos invitations",
            "Your name": "Votre nom",
            "a line above has the same address; name all teams there":
                "une ligne précédente contient la même adresse ; indiquez-y toutes les équipes",
            "a name": "un nom",
            "a query names at most {1} invitations and a text of at most {2} bytes; use several queries or a shorter text":
                "une requête porte sur {1} invitations au plus et un texte de {2} octets au plus ; faites plusieurs requêtes ou raccourcissez le texte",
            "a text with addresses has at most {1} bytes; paste it in parts":
                "un texte d’adresses compte au plus {1} octets ; collez-le en plusieurs parties",
            "an invitation is accepted in the name of an account; sign in with one, or create one first":
                "une invitation s’accepte au nom d’un compte ; connectez-vous, ou créez d’abord un compte",
            "an invitation leads to at most {1} teams; add the person to the others later":
                "une invitation mène à {1} équipes au plus ; ajoutez la personne aux autres plus tard",
            "answer invitations": "répondre aux invitations",
            "at most {1} people can be invited at a time; invite them in parts":
                "vous pouvez inviter au plus {1} personnes à la fois ; invitez-les en plusieurs fois",
            "could not be changed": "modification impossible",
            "gets an invitation as {1}": "reçoit une invitation avec le rôle : {1}",
            "gets an invitation": "reçoit une invitation",
            "gets an invitation, and their place back": "reçoit une invitation et retrouve sa place",
            "gets the roles and teams that are missing": "reçoit les rôles et les équipes qui manquent",
            "has everything already": "a déjà tout",
            "invitation": "invitation",
            "invitation: accepted": "acceptée",
            "invitation: declined": "déclinée",
            "invitation: expired": "expirée",
            "invitation: pending": "en attente",
            "invitation: revoked": "révoquée",
            "invite": "inviter des personnes",
            "is a deactivated member; reactivate the member instead":
                "est un membre désactivé ; réactivez plutôt ce membre",
            "is a member already": "est déjà membre",
            "is in a line above": "figure déjà sur une ligne précédente",
            "is invited already": "a déjà une invitation",
            "is sent again": "reçoit de nouveau l’invitation",
            "joined in another way": "rejoint autrement",
            "no seat is left in the organization; ask an administrator to free one, and accept again":
                "il ne reste aucune place dans l’organisation ; demandez à un administrateur d’en libérer une, puis acceptez de nouveau",
            "no seat is left": "il ne reste aucune place",
            "the account does not own the invited address; sign in with the account that does":
                "l’adresse invitée n’appartient pas à ce compte ; connectez-vous avec le compte auquel elle appartient",
            "the account is a deactivated member; ask an administrator to reactivate it":
                "ce compte est celui d’un membre désactivé ; demandez à un administrateur de le réactiver",
            "the account is already a member; you need not do anything":
                "ce compte est déjà membre ; vous n’avez rien à faire",
            "the address belonged to another account when the invitation was mailed, or later; ask for a new one":
                "l’adresse appartenait à un autre compte au moment de l’envoi de l’invitation, ou plus tard ; demandez une nouvelle invitation",
            "the invitation has expired; ask for a new one": "l’invitation a expiré ; demandez-en une nouvelle",
            "the invitation is already accepted; sign in with the account that accepted it":
                "l’invitation est déjà acceptée ; connectez-vous avec le compte qui l’a acceptée",
            "the invitation was declined; ask for a new one": "l’invitation a été déclinée ; demandez-en une nouvelle",
            "the invitation was mailed again after this link; open the link in the newest mail":
                "l’invitation a été renvoyée depuis ce lien ; ouvrez le lien du dernier e-mail reçu",
            "the invitation's role is held for a team, and the team is archived; revoke it and invite the person again":
                "le rôle de l’invitation est attribué pour une équipe, et cette équipe est archivée ; révoquez l’invitation et invitez de nouveau la personne",
            "the link ends": "le lien n’est plus valable",
            "the list has more than 100,000 lines; cut it into several lists":
                "la liste compte plus de 100 000 lignes ; divisez-la en plusieurs listes",
            "the list has more than 32 MiB; cut it into several lists":
                "la liste dépasse 32 Mio ; divisez-la en plusieurs listes",
            "the organization revoked the invitation; ask for a new one":
                "l’organisation a révoqué l’invitation ; demandez-en une nouvelle",
            "the person became a member in another way; sign in, or ask for a new invitation if you are no longer a member":
                "la personne est devenue membre autrement ; connectez-vous, ou demandez une nouvelle invitation si vous n’êtes plus membre",
            "the sender of the invitation may no longer grant its role; ask for a new one":
                "la personne qui a envoyé l’invitation ne peut plus attribuer ce rôle ; demandez une nouvelle invitation",
            "there is no such invitation; open the link in the newest mail, or ask for a new invitation":
                "cette invitation n’existe pas ; ouvrez le lien du dernier e-mail reçu, ou demandez une nouvelle invitation",
            "view invitations": "consulter les invitations",
            "{1 invitation ends|invitations end}, and the seats become free.":
                "{1, plural, one {# invitation prend fin, et sa place se libère} other {# invitations prennent fin, et leurs places se libèrent}}.",
            "{1 invitation is|invitations are} sent again. The old links end.":
                "{1, plural, one {# invitation est renvoyée. L’ancien lien n’est plus valable} other {# invitations sont renvoyées. Les anciens liens ne sont plus valables}}.",
            "{1 invitation was|invitations were} revoked.":
                "{1, plural, one {# invitation a été révoquée} other {# invitations ont été révoquées}}.",
            "{1 invitation was|invitations were} sent again.":
                "{1, plural, one {# invitation a été renvoyée} other {# invitations ont été renvoyées}}.",
            "{1 invitation was|invitations were} sent.":
                "{1, plural, one {# invitation a été envoyée} other {# invitations ont été envoyées}}.",
            "{1 line changes|lines change} something, of {2}.":
                "{1, plural, one {# ligne sur {2} apporte un changement} other {# lignes sur {2} apportent un changement}}.",
            "{1 line|lines} changed something.":
                "{1, plural, one {# ligne a apporté un changement} other {# lignes ont apporté un changement}}.",
            "{1 person gets|people get} an invitation, of {2 line|lines}.":
                "{1, plural, one {# personne reçoit} other {# personnes reçoivent}} une invitation, pour {2, plural, one {# ligne lue} other {# lignes lues}}.",
            "{1} invites you to its training platform.": "{1} vous invite sur sa plateforme de formation.",
        ])
}
