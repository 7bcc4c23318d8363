internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "Campaigns": "Campagnes",
            "A message, a banner, a suggestion and a review each month make learning a habit.":
                "Un message, une bannière, une suggestion et un bilan chaque mois font de la formation une habitude.",
            "Add an entry": "Ajouter un élément",
            "An approval ends. Approve the entry again after the change.":
                "Une approbation prend fin. Approuvez de nouveau l’élément après la modification.",
            "Any day of the month.": "N’importe quel jour du mois.",
            "Approve": "Approuver",
            "Begin the plan of the year": "Commencer le plan de l’année",
            "Begin the plan: you get drafts for twelve months, and change them as you like.":
                "Commencez le plan : vous obtenez des brouillons pour douze mois et les modifiez à votre gré.",
            "Change": "Modifier",
            "Choose the day of the weekly note": "Choisir le jour de la note hebdomadaire",
            "Chosen": "Choisie le",
            "Course": "Cours",
            "Day of the week": "Jour de la semaine",
            "Day": "Jour",
            "Each entry is carried out on its day, in your name. What cannot be approved stays as it is, and says why.":
                "Chaque élément est réalisé le jour prévu, en votre nom. Ce qui ne peut pas être approuvé reste tel quel, avec la raison.",
            "Each week a note can tell you what is next for you, and what colleagues began.":
                "Chaque semaine, une note peut vous dire ce qui vous attend et ce que des collègues ont commencé.",
            "Empty for everybody.": "Vide pour tout le monde.",
            "Entries of the plan that you approved": "Entrées du plan que vous avez approuvées",
            "Entries of the plan that you changed last": "Entrées du plan que vous avez modifiées en dernier",
            "Entry of the plan": "Élément du plan",
            "First day": "Premier jour",
            "First month": "Premier mois",
            "Get the weekly note": "Recevoir la note hebdomadaire",
            "Hello {1},": "Bonjour {1},",
            "Id of the entry": "Identifiant de l’élément",
            "It was refused on its day, for example because too many messages were sent. Approve it again.":
                "Il a été refusé le jour venu, par exemple parce que trop de messages avaient été envoyés. Approuvez-le de nouveau.",
            "Its course is not in the catalogue any more. Choose another course, and approve it again.":
                "Son cours n’est plus au catalogue. Choisissez un autre cours et approuvez-le de nouveau.",
            "Its team is archived. Choose another team, and approve it again.":
                "Son équipe est archivée. Choisissez une autre équipe et approuvez-le de nouveau.",
            "Kind": "Type",
            "Markdown: **strong**, *emphasis*, lists and links.":
                "Markdown : **gras**, *accentuation*, listes et liens.",
            "Members who asked for the note get it on this day.":
                "Les membres qui ont demandé la note la reçoivent ce jour-là.",
            "Messages, banners, suggestions and reviews. Nothing takes place before somebody has approved it.":
                "Messages, bannières, suggestions et bilans. Rien n’a lieu sans l’approbation de quelqu’un.",
            "News": "Actualités",
            "Nobody sees the banner any more. The one before it is shown again, if it is not too old.":
                "Plus personne ne voit la bannière. La précédente est affichée de nouveau si elle n’est pas trop ancienne.",
            "Of a message.": "Pour un message.",
            "Of a suggestion.": "Pour une suggestion.",
            "Plan of the year": "Plan de l’année",
            "Plan the year": "Planifier l’année",
            "Plans of a year that you began": "Plans annuels que vous avez commencés",
            "Revision": "Révision",
            "Skip": "Ignorer",
            "State": "État",
            "Stop the weekly note": "Arrêter la note hebdomadaire",
            "Subject": "Objet",
            "Take down": "Retirer",
            "Taken down": "Retirée",
            "Team": "Équipe",
            "Text": "Texte",
            "The banner is taken down.": "La bannière est retirée.",
            "The day is chosen.": "Le jour est choisi.",
            "The draft is added.": "Le brouillon est ajouté.",
            "The drafts of twelve months are ready. Change them, and approve them.":
                "Les brouillons de douze mois sont prêts. Modifiez-les et approuvez-les.",
            "The entries are not carried out. A change makes an entry a draft again.":
                "Les éléments ne sont pas réalisés. Une modification refait d’un élément un brouillon.",
            "The entry is approved.": "L’élément est approuvé.",
            "The entry is carried out on its day, in your name. A change ends the approval. You need the right to do what it does.":
                "L’élément est réalisé le jour prévu, en votre nom. Une modification met fin à l’approbation. Vous devez avoir le droit de faire ce qu’il fait.",
            "The entry is changed, and a draft again.": "L’élément est modifié et redevient un brouillon.",
            "The entry is not carried out. A change makes it a draft again.":
                "L’élément n’est pas réalisé. Une modification en refait un brouillon.",
            "The entry is skipped.": "L’élément est ignoré.",
            "The member who approved it may no longer do this. Somebody else has to approve it.":
                "Le membre qui l’a approuvé n’en a plus le droit. Une autre personne doit l’approuver.",
            "The next month is approved.": "Le mois à venir est approuvé.",
            "The plan has nothing for the next month.": "Le plan n’a rien pour le mois à venir.",
            "The weekly note that you chose": "La note hebdomadaire que vous avez choisie",
            "There is no plan for the coming months.": "Il n’y a pas de plan pour les prochains mois.",
            "Week of the last note": "Semaine de la dernière note",
            "What people read or get on this day. It takes place only after somebody has approved it.":
                "Ce que l’on lit ou reçoit ce jour-là. Rien n’a lieu avant que quelqu’un l’ait approuvé.",
            "What your organization tells you, and whether you get a weekly note.":
                "Ce que votre organisation vous annonce, et si vous recevez une note hebdomadaire.",
            "Why": "Pourquoi",
            "You asked for this note. To stop it, choose so on your home.":
                "Vous avez demandé cette note. Pour ne plus la recevoir, indiquez-le sur votre page d’accueil.",
            "You get a note by mail each week.": "Vous recevez une note par e-mail chaque semaine.",
            "You get drafts for twelve months in the organization's language: a message, a banner, a suggestion and a review each month.":
                "Vous obtenez des brouillons pour douze mois dans la langue de l’organisation : chaque mois un message, une bannière, une suggestion et un bilan.",
            "You get no more notes.": "Vous ne recevrez plus de note.",
            "You get the note from now on.": "Vous recevrez la note désormais.",
            "You get this message because you approved the review.":
                "Vous recevez ce message parce que vous avez approuvé ce bilan.",
            "Your week of learning at {1}": "Votre semaine de formation chez {1}",
            "a message needs a subject and a text, a banner and a review need a text, and a suggestion needs a course; complete the entry before you approve it":
                "un message demande un objet et un texte, une bannière et un bilan un texte, une suggestion un cours ; complétez l’élément avant de l’approuver",
            "a plan begins with one of the next twelve months; choose another month":
                "un plan commence par l’un des douze prochains mois ; choisissez un autre mois",
            "an entry is at most two years ahead; choose an earlier day":
                "un élément se situe au plus deux ans à l’avance ; choisissez un jour plus proche",
            "approve plan": "approuver le plan",
            "at most 1,000 entries of the plan can wait; skip some first":
                "au plus 1 000 éléments du plan peuvent être en attente ; ignorez-en d’abord quelques-uns",
            "audience: To": "Pour",
            "banner": "bannière",
            "choose note": "choisir la note hebdomadaire",
            "colleagues began these courses last week:": "des collègues ont commencé ces cours la semaine dernière :",
            "everybody": "tout le monde",
            "member": "membre",
            "message": "message",
            "only a banner that was carried out can be taken down; skip an entry that waits":
                "seule une bannière réalisée peut être retirée ; ignorez un élément en attente",
            "plan entry": "élément du plan",
            "plan entry: Approved by": "Approuvé par",
            "plan entry: Carried out": "Réalisé le",
            "plan entry: Entries": "Éléments",
            "plan entry: Entry": "Élément",
            "plan entry: What": "Quoi",
            "plan entry: approved": "approuvé",
            "plan entry: carried out": "réalisé",
            "plan entry: draft": "brouillon",
            "plan entry: missed": "manqué",
            "plan entry: needs approval": "à approuver de nouveau",
            "plan entry: skipped": "ignoré",
            "plan of the year": "plan de l’année",
            "plan year": "planifier l’année",
            "read guide for managers": "lire le guide des gestionnaires",
            "read guide": "lire le guide",
            "review in the plan of the year": "bilan prévu dans le plan de l’année",
            "review": "bilan",
            "somebody changed the entry since you read it; look at it again, and decide then":
                "quelqu’un a modifié l’élément depuis que vous l’avez lu ; relisez-le, puis décidez",
            "suggestion of a course": "suggestion d’un cours",
            "the day has passed; choose today or a later day":
                "ce jour est passé ; choisissez aujourd’hui ou un jour ultérieur",
            "the entry is skipped, or its day has passed; change it first":
                "l’élément est ignoré ou son jour est passé ; modifiez-le d’abord",
            "the entry was carried out already; add a new one": "l’élément a déjà été réalisé ; ajoutez-en un nouveau",
            "the plan has no such entry; look it up again":
                "le plan ne contient pas cet élément ; recherchez-le de nouveau",
            "the plan of the year has a review on {1}:": "le plan de l’année prévoit un bilan le {1} :",
            "the subject of an entry is one line of at most 200 characters, without control or direction characters; change it":
                "l’objet d’un élément tient sur une ligne d’au plus 200 caractères, sans caractère de contrôle ni de direction ; modifiez-le",
            "the text of an entry has at most 20,000 characters, and of a suggestion 1,000, no control characters except tabs and line breaks, and no text direction that is overridden or left open; change it":
                "le texte d’un élément compte au plus 20 000 caractères, et 1 000 pour une suggestion, sans caractère de contrôle hormis les tabulations et les sauts de ligne, et sans direction de texte forcée ou laissée ouverte ; modifiez-le",
            "there is a plan for some of these months already; skip its entries, or begin with a later month":
                "un plan existe déjà pour une partie de ces mois ; ignorez ses éléments ou commencez par un mois ultérieur",
            "these courses are next for you:": "voici les cours qui vous attendent :",
            "view banners": "voir les bannières",
            "weekly note": "note hebdomadaire",
            "what an entry does is done in the name of a person; approve it as a member":
                "ce que fait un élément est fait au nom d’une personne ; approuvez-le en tant que membre",
            "your goals:": "vos objectifs :",
            "{1 entry is|entries are} approved, and carried out in your name.":
                "{1, plural, one {# élément est approuvé et réalisé} other {# éléments sont approuvés et réalisés}} en votre nom.",
            "{1 entry is|entries are} approved.":
                "{1, plural, one {# élément est approuvé} other {# éléments sont approuvés}}.",
            "{1 entry is|entries are} not carried out.":
                "{1, plural, one {# élément n’est pas réalisé} other {# éléments ne sont pas réalisés}}.",
            "{1 entry is|entries are} skipped.":
                "{1, plural, one {# élément est ignoré} other {# éléments sont ignorés}}.",
            "{1 entry of the next month waits|entries of the next month wait} for approval.":
                "{1, plural, one {# élément du mois à venir attend} other {# éléments du mois à venir attendent}} une approbation.",
            "{1} on {2}": "{1} le {2}",
            "{1} on {2}, to {3 person|people} as of today":
                "{1} le {2}, à {3, plural, one {# personne} other {# personnes}} à ce jour",
            "{1} until {2}: {3} done": "{1} d’ici au {2} : réalisé à {3}",
            "{1}: due on {2}": "{1} : échéance le {2}",
            "{1}: time for a review": "{1} : c’est le moment de faire le bilan",
            "{1}: you have started it": "{1} : vous l’avez commencé",
            "{1}: you have started it, due on {2}": "{1} : vous l’avez commencé, échéance le {2}",
        ])
}
