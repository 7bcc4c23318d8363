internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "Privacy": "Données personnelles",
            "Address of the member": "Adresse du membre",
            "Choose how long": "Choisir la durée",
            "Data": "Données",
            "Days": "Jours",
            "Erase again after a restore": "Effacer de nouveau après une restauration",
            "Erase": "Effacer",
            "Erasures": "Effacements",
            "Everything that the organization holds of the person, to hand over on request.":
                "Tout ce que l’organisation détient sur la personne, à remettre sur demande.",
            "Everything that the organization holds of you, to read and to take with you.":
                "Tout ce que l’organisation détient sur vous, à lire et à emporter.",
            "Files": "Fichiers",
            "How long data is kept": "Durée de conservation des données",
            "If an older file has no other administrator than an erased person, the person cannot be erased again. Name a member who becomes administrator. The person is then erased again.":
                "Si un fichier plus ancien n’a pas d’autre administrateur qu’une personne effacée, celle-ci ne peut pas être effacée de nouveau. Indiquez un membre qui devient administrateur. La personne est alors effacée de nouveau.",
            "Keep this list apart from the backups. After a restore of older files, the same people have to be erased again.":
                "Gardez cette liste à l’écart des sauvegardes. Après la restauration de fichiers plus anciens, les mêmes personnes doivent être effacées de nouveau.",
            "Kept for {1 day|days}. {2 entry is|entries are} older now, and erased within a day.":
                "Conservation : {1, plural, one {# jour} other {# jours}}. {2, plural, one {# entrée est plus ancienne et sera effacée} other {# entrées sont plus anciennes et seront effacées}} sous un jour.",
            "Kept without end. Nothing is erased.": "Conservation sans limite. Rien n’est effacé.",
            "Made on {1}. The file data.json has the same for programs, and each table is a file that a spreadsheet opens.":
                "Établi le {1}. Le fichier data.json contient la même chose pour les programmes, et chaque tableau est un fichier qu’un tableur ouvre.",
            "My data": "Mes données",
            "Name, addresses and everything that says who the person is are destroyed for good. Figures stay, and name nobody.":
                "Le nom, les adresses et tout ce qui dit qui est la personne sont détruits définitivement. Les chiffres restent et ne nomment personne.",
            "Nobody of the list is here.": "Personne de la liste n’est présent ici.",
            "Nobody was erased.": "Personne n’a été effacé.",
            "Nothing goes before you choose a number of days. What is older then goes once a day.":
                "Rien ne part avant que vous ne choisissiez un nombre de jours. Ce qui est plus ancien part ensuite une fois par jour.",
            "Older than that": "Plus anciens",
            "Paste the column with the members of the list that you kept. Unknown ones are left out.":
                "Collez la colonne des membres de la liste que vous avez gardée. Les inconnus sont ignorés.",
            "People who left": "Personnes parties",
            "Personal data": "Données personnelles",
            "Replace an erased administrator": "Remplacer un administrateur effacé",
            "The member is administrator now, and the person is erased again.":
                "Le membre est maintenant administrateur, et la personne est effacée de nouveau.",
            "The page index.html shows everything. The file data.json has the same for programs.":
                "La page index.html montre tout. Le fichier data.json contient la même chose pour les programmes.",
            "The person is erased. Within a few minutes, no byte is left in the files.":
                "La personne est effacée. Dans quelques minutes, il n’en restera aucun octet dans les fichiers.",
            "The time is chosen.": "La durée est choisie.",
            "What the organization holds of the person, and what is erased of it:":
                "Ce que l’organisation détient sur la personne et qui en est effacé :",
            "What {1} holds of you": "Ce que {1} détient sur vous",
            "When you left": "Votre départ",
            "Without a number, it is kept.": "Sans nombre, elles sont conservées.",
            "data is kept for 1 to 36,500 days, or without end; correct the number":
                "les données sont conservées de 1 à 36 500 jours, ou sans limite ; corrigez le nombre",
            "date: Erased": "Effacé le",
            "date: Left": "Parti le",
            "erase personal data": "Effacer des données personnelles",
            "export personal data": "Exporter des données personnelles",
            "is erased for good": "sera effacé définitivement",
            "manage retention": "Gérer la conservation",
            "nothing is left": "il ne reste rien",
            "repeat erasures": "Répéter des effacements",
            "replace erased administrator": "Remplacer un administrateur effacé",
            "the files are still cleaned": "nettoyage des fichiers en cours",
            "the organization has another administrator, or no erased one; an administrator can grant the role":
                "l’organisation a un autre administrateur, ou aucun n’a été effacé ; un administrateur peut attribuer le rôle",
            "there is no such rule; choose one of the list":
                "cette règle n’existe pas ; choisissez-en une dans la liste",
            "{1 entry|entries}": "{1, plural, one {# entrée} other {# entrées}}",
            "{1 person of the list is|people of the list are} here and would be erased for good.":
                "{1, plural, one {# personne de la liste est présente et serait effacée} other {# personnes de la liste sont présentes et seraient effacées}} définitivement.",
            "{1 person was|people were} erased again.":
                "{1, plural, one {# personne a été effacée} other {# personnes ont été effacées}} de nouveau.",
            "{1}: {2 entry|entries}": "{1} : {2, plural, one {# entrée} other {# entrées}}",
        ])
}
