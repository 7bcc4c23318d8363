internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "Team pages": "Pages d’équipe",
            "A message went to everybody.": "Un message a été envoyé à tout le monde.",
            "Day": "Jour",
            "Delete the draft": "Supprimer le brouillon",
            "Draft of": "Brouillon du",
            "Drafts of team pages that you wrote": "Brouillons de pages d’équipe que vous avez écrits",
            "Edit the draft": "Modifier le brouillon",
            "Everybody gets it by mail, and answers go to your address. Markdown is allowed.":
                "Tout le monde le reçoit par e-mail, et les réponses arrivent à votre adresse. Vous pouvez utiliser Markdown.",
            "Former versions": "Anciennes versions",
            "Home": "Accueil",
            "Identity of the team": "Identifiant de l’équipe",
            "It becomes the draft, to be looked at and published.":
                "Elle devient le brouillon, à relire puis à publier.",
            "It becomes the draft. Publish or delete the present draft first.":
                "Elle devient le brouillon. Publiez ou supprimez d’abord le brouillon actuel.",
            "Markdown: **strong**, *emphasis*, lists, headings and links.":
                "Markdown : **gras**, *italique*, listes, titres et liens.",
            "Member": "Membre",
            "Members see it from the beginning of the day. Until then it can be taken back.":
                "Les membres la voient dès le début de ce jour. Jusque-là, vous pouvez la déprogrammer.",
            "Members see it from {1}.": "Visible par les membres à partir du {1}.",
            "Members": "Membres",
            "Message": "Message",
            "Messages that you got": "Messages que vous avez reçus",
            "Messages that you sent": "Messages que vous avez envoyés",
            "Messages": "Messages",
            "Name": "Nom",
            "No message went to everybody yet.": "Aucun message n’a encore été envoyé à tout le monde.",
            "Not reached": "Non atteints",
            "Nothing is published yet.": "Rien n’est encore publié.",
            "Of the page that was read before.": "De la page lue auparavant.",
            "People": "Personnes",
            "Publish the draft later": "Publier le brouillon plus tard",
            "Publish the draft": "Publier le brouillon",
            "Recipients": "Destinataires",
            "Revision": "Révision",
            "Saved": "Enregistré le",
            "Say who invites and why, so that nobody takes the invitation for spam.":
                "Dites qui invite et pourquoi, afin que personne ne prenne l’invitation pour du spam.",
            "Sent": "Date d’envoi",
            "State": "État",
            "Subject": "Objet",
            "Suggested to the team:": "Suggéré à l’équipe :",
            "Take back": "Déprogrammer",
            "Team page": "Page d’équipe",
            "Team": "Équipe",
            "Team pages that you published": "Pages d’équipe que vous avez publiées",
            "Tell everybody": "Informer tout le monde",
            "Text": "Texte",
            "Texts of messages": "Textes des messages",
            "The draft is deleted.": "Le brouillon est supprimé.",
            "The draft is saved.": "Le brouillon est enregistré.",
            "The message is on its way.": "Le message est en route.",
            "The page is published.": "La page est publiée.",
            "The text of the draft is lost.": "Le texte du brouillon est perdu.",
            "The version is the draft now.": "La version est maintenant le brouillon.",
            "To": "À",
            "To whom the message was sent, and who was not reached.":
                "À qui le message a été envoyé, et qui n’a pas été atteint.",
            "Use it again": "Réutiliser",
            "Version": "Version",
            "Visible from": "Visible à partir du",
            "Visible since": "Visible depuis",
            "What members saw before. A former version can become the draft again.":
                "Ce que les membres ont vu auparavant. Une ancienne version peut redevenir le brouillon.",
            "What the members of the team see on their home. Nobody else sees a draft.":
                "Ce que les membres de l’équipe voient sur leur page d’accueil. Personne d’autre ne voit un brouillon.",
            "What was sent to members and teams. A message leads to the people who got it.":
                "Ce qui a été envoyé aux membres et aux équipes. Un message mène à ses destinataires.",
            "What your teams tell you, and the courses that are suggested to them.":
                "Ce que vos équipes vous annoncent, et les cours qui leur sont suggérés.",
            "Write to everybody": "Écrire à tout le monde",
            "Write to the team": "Écrire à l’équipe",
            "Write": "Écrire",
            "Your teams have written nothing yet.": "Vos équipes n’ont encore rien écrit.",
            "a member sends at most {1} messages a day; wait until tomorrow":
                "un membre envoie au plus {1} messages par jour ; attendez demain",
            "a message goes to at most 100 teams or 1,000 members; send it to the organization":
                "un message s’adresse à 100 équipes ou à 1 000 membres au plus ; envoyez-le à l’organisation",
            "a message shows the name of a person; send it as a member":
                "un message affiche le nom d’une personne ; envoyez-le en tant que membre",
            "a page can be scheduled at most ten years ahead; choose an earlier time":
                "une page peut être programmée dix ans à l’avance au plus ; choisissez une date plus proche",
            "a page has at most {1} scheduled versions; take one back first":
                "une page a au plus {1} versions programmées ; déprogrammez-en une d’abord",
            "another message was sent under this operation; use a new operation for each message":
                "un autre message a été envoyé dans cette opération ; utilisez une nouvelle opération pour chaque message",
            "at most 20,000 characters, no control characters except tabs and line breaks, and no text direction that is overridden or left open":
                "20 000 caractères au plus, sans caractère de contrôle hormis les tabulations et les sauts de ligne, et sans direction de texte forcée ou laissée ouverte",
            "audience: To": "Pour",
            "edit page": "modifier la page",
            "everybody": "tout le monde",
            "message that a person wrote": "message écrit par une personne",
            "message": "message",
            "message: sent": "envoyé",
            "on its way": "en route",
            "recipient: not reached": "non atteint",
            "recipient: reached": "atteint",
            "send messages": "envoyer des messages",
            "the message has no recipients; choose a team or a member":
                "le message n’a pas de destinataires ; choisissez une équipe ou un membre",
            "the message is empty; write its text": "le message est vide ; écrivez son texte",
            "the message of a page has {1}; change it": "le message d’une page doit compter {1} ; modifiez-le",
            "the page has a draft, which this would replace; publish or discard it first":
                "la page a un brouillon, qui serait remplacé ; publiez-le ou supprimez-le d’abord",
            "the page has no draft; save one first": "la page n’a pas de brouillon ; enregistrez-en un d’abord",
            "the page has no such version; look up its history again":
                "la page n’a pas cette version ; consultez de nouveau son historique",
            "the page was changed since you read it; look at its revision {1} and make the change there":
                "la page a changé depuis que vous l’avez lue ; consultez sa révision {1} et faites-y votre modification",
            "the subject of a message is one line of 1 to 200 characters, without control or direction characters, and not only spaces; change it":
                "l’objet d’un message tient sur une ligne de 1 à 200 caractères, sans caractère de contrôle ni de direction, et ne se compose pas que d’espaces ; modifiez-le",
            "the text of a message has {1}; change it": "le texte d’un message doit compter {1} ; modifiez-le",
            "there is no such message here; look it up again": "ce message n’existe pas ici ; recherchez-le de nouveau",
            "view home": "consulter l’accueil",
            "{1 person gets|people get} this message.":
                "{1, plural, one {# personne reçoit} other {# personnes reçoivent}} ce message.",
            "{1 person|people}": "{1, plural, one {# personne} other {# personnes}}",
            "{1} {2} more get no messages by their own choice.":
                "{1} {2, plural, one {# autre personne a choisi} other {# autres personnes ont choisi}} de ne pas recevoir de messages.",
        ])
}
