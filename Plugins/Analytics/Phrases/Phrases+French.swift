internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "A calendar program that has the address shows the days of your reviews, and no figure. A new address ends the old one.":
                "Un agenda qui dispose de l’adresse affiche les jours de vos revues, sans aucun chiffre. Une nouvelle adresse remplace l’ancienne.",
            "A fixed time for looking at the figures keeps the project alive.":
                "Un moment fixe pour regarder les indicateurs fait vivre le projet.",
            "A mail with your watched figures comes on each of these days. Without a cycle, no mail comes.":
                "Vous recevez vos indicateurs suivis par e-mail chacun de ces jours. Sans fréquence, aucun e-mail n’est envoyé.",
            "A number that comes from fewer people is not shown to anybody but themselves. Empty shows all.":
                "Un nombre calculé sur moins de personnes n’est montré qu’aux personnes concernées. Laissez vide pour tout montrer.",
            "A number that comes from fewer than {1} people is not shown.":
                "Un nombre calculé sur moins de {1, plural, one {# personne} other {# personnes}} n’est pas affiché.",
            "A row for each": "Une ligne par",
            "Activated": "Invitations acceptées",
            "Active members at the time of the query, for every period. For a team, its active members. Invited, deactivated and removed people do not count.":
                "Membres actifs au moment de la consultation, quelle que soit la période. Pour une équipe, ses membres actifs. Les personnes invitées, désactivées ou retirées ne comptent pas.",
            "Active": "Personnes actives",
            "Activities": "Activités",
            "By {1}": "Par {1}",
            "Cases": "Cas",
            "Certificates": "Certificats",
            "Certified": "Certifiés",
            "Choose key figures": "Choisir des indicateurs clés",
            "Compare teams": "Comparer les équipes",
            "Completed divided by ended. Ended is the sum of completed, failed and withdrawn. There is no value if nothing ended.":
                "Inscriptions terminées divisées par inscriptions closes. Les inscriptions closes sont la somme des inscriptions terminées, en échec et abandonnées. Si aucune n’est close, il n’y a pas de valeur.",
            "Completed": "Inscriptions terminées",
            "Completion rate": "Taux d’achèvement",
            "Completions in the period. Each one earns or renews a certificate.":
                "Achèvements de la période. Chacun donne droit à un certificat ou le renouvelle.",
            "Course": "Cours",
            "Courses": "Cours",
            "Courses side by side. Compare the rates, and look at the number of cases beside them.":
                "Les cours côte à côte. Comparez les taux, et regardez le nombre de cas à côté.",
            "Criterion": "Critère",
            "Cycle": "Fréquence",
            "Day": "Jour",
            "Definition": "Définition",
            "Different people who accepted an invitation in the period.":
                "Personnes différentes qui ont accepté une invitation pendant la période.",
            "Different people who completed a course for the first time in the period.":
                "Personnes différentes qui ont terminé un cours pour la première fois pendant la période.",
            "Different people who were enrolled in a course in the period.":
                "Personnes différentes qui ont été inscrites à un cours pendant la période.",
            "Different people who worked on a course, or opened it, for the first time in the period.":
                "Personnes différentes qui ont travaillé sur un cours, ou l’ont ouvert, pour la première fois pendant la période.",
            "Different people with a completion in the period. Each one earns or renews a certificate.":
                "Personnes différentes qui ont terminé un cours pendant la période. Chaque fois, un certificat est obtenu ou renouvelé.",
            "Different people with at least one activity in the period. Reports of progress are activities.":
                "Nombre de personnes différentes ayant au moins une activité dans la période. Les progressions signalées sont des activités.",
            "Direction": "Sens",
            "Each": "Période",
            "Empty for the organization.": "Laissez vide pour l’organisation.",
            "End the calendar address": "Désactiver l’adresse d’agenda",
            "Enrolled": "Inscriptions",
            "Enrolments that ended as completed in the period.":
                "Inscriptions closes dans la période car le cours est terminé.",
            "Enrolments that ended as failed in the period.": "Inscriptions closes dans la période sur un échec.",
            "Enrolments that ended as withdrawn in the period.": "Inscriptions closes dans la période sur un abandon.",
            "Enrolments with a date in the period.": "Inscriptions dont la date est dans la période.",
            "Failed": "Inscriptions en échec",
            "Fewest people": "Nombre minimal de personnes",
            "Figure": "Indicateur",
            "Figures that you watch": "Chiffres que vous suivez",
            "First day": "Premier jour",
            "From the enrolment to the certificate": "De l’inscription au certificat",
            "From the invitation to the certificate": "De l’invitation au certificat",
            "From {1} to {2}.": "Du {1} au {2}.",
            "From": "À partir du",
            "Give this address to your calendar program. It is secret, and it is not shown again.":
                "Indiquez cette adresse à votre agenda. Elle est secrète et ne sera plus affichée.",
            "Hidden": "Masqué",
            "Hide small groups": "Masquer les petits groupes",
            "How each figure is counted. The same rule holds on every page and in every file.":
                "Comment chaque indicateur est compté. La même règle vaut sur chaque page et dans chaque fichier.",
            "How many people took each step in the period. A step leads to the list of these people, for those who may see what they learn.":
                "Combien de personnes ont franchi chaque étape pendant la période. Une étape mène à la liste de ces personnes, pour qui a le droit de voir ce qu’elles apprennent.",
            "How often": "Fréquence",
            "Invitations accepted in the period.": "Invitations acceptées dans la période.",
            "Invitations sent in the period. An invitation that is sent again counts once, on the day of its first sending. For a team, the invitations to join it.":
                "Invitations envoyées dans la période. Une invitation renvoyée ne compte qu’une fois, le jour de son premier envoi. Pour une équipe, les invitations à la rejoindre.",
            "Invitations that were sent in the period. Each one counts as a person.":
                "Invitations envoyées pendant la période. Chacune compte comme une personne.",
            "Invited": "Invitations envoyées",
            "It comes from fewer than {1} people, or would reveal such a number.":
                "Ce nombre est calculé sur moins de {1, plural, one {# personne} other {# personnes}}, ou en révélerait un qui l’est.",
            "It comes from too few people.": "Ce nombre est calculé sur trop peu de personnes.",
            "It should be": "Valeur visée",
            "Last two periods": "Deux dernières périodes",
            "Learning activities in the period, including reports of progress.":
                "Activités de formation de la période, progressions signalées comprises.",
            "Learning": "Formation",
            "Look at your watch list. Which figures missed their targets, and what will you do about it?":
                "Parcourez votre liste de suivi. Quels indicateurs ont manqué leur cible, et qu’allez-vous faire ?",
            "Make a calendar address": "Créer une adresse d’agenda",
            "Members": "Membres",
            "Minutes": "Minutes",
            "Next day": "Prochain jour",
            "No days.": "Aucun jour.",
            "No mail comes.": "Aucun e-mail n’est envoyé.",
            "No team has a criterion yet. An administrator sets it on the page of a team.":
                "Aucune équipe n’a encore de critère. Un administrateur le définit sur la page d’une équipe.",
            "Nobody took this step in the period.": "Personne n’a franchi cette étape pendant la période.",
            "Now": "Valeur actuelle",
            "Of the step before": "Par rapport à l’étape précédente",
            "Of": "Périmètre",
            "Or in your own words": "Ou dans vos propres mots",
            "Overview": "Vue d’ensemble",
            "Pairs of a person and a course with their first activity or opening in the period.":
                "Couples personne-cours dont la première activité ou la première ouverture a lieu dans la période.",
            "Pairs of a person and a course with their first completion in the period. Retakes do not count.":
                "Couples personne-cours dont le premier achèvement a lieu dans la période. Les reprises ne comptent pas.",
            "People completed": "Personnes ayant terminé",
            "People who took the step": "Personnes qui ont franchi l’étape",
            "People": "Personnes",
            "Period": "Période",
            "Person": "Personne",
            "Remind me to review": "Me rappeler la revue",
            "Schedule a review": "Planifier une revue",
            "Set the criterion": "Définir le critère",
            "Started": "Cours commencés",
            "Step": "Étape",
            "Subject": "Objet",
            "Target": "Cible",
            "Team": "Équipe",
            "Teams side by side. Compare the rates, and look at the number of cases beside them.":
                "Les équipes côte à côte. Comparez les taux en tenant compte du nombre de cas indiqué à côté.",
            "Teams with the same criterion side by side. Each rate is the part of the team's active members who did it in the period, while they were in the team.":
                "Les équipes du même critère côte à côte. Chaque taux est la part des membres actifs de l’équipe qui l’ont fait pendant la période, alors qu’ils étaient dans l’équipe.",
            "Teams": "Équipes",
            "The address no longer works.": "L’adresse ne fonctionne plus.",
            "The criterion is changed.": "Le critère a été modifié.",
            "The day is the first one in the period on which the person took the step.":
                "Le jour est le premier de la période où la personne a franchi l’étape.",
            "The figure is no longer watched.": "L’indicateur n’est plus suivi.",
            "The figure is watched.": "L’indicateur est suivi.",
            "The figures of the last twelve months, or of the days that you choose, with their definitions.":
                "Les indicateurs des douze derniers mois, ou des jours de votre choix, avec leurs définitions.",
            "The limit is changed.": "Le seuil est modifié.",
            "The mail comes in this cycle.": "L’e-mail est envoyé à cette fréquence.",
            "The target counts from the period in which it is set. The target of a rate is in percent.":
                "La cible compte à partir de la période où elle est fixée. La cible d’un taux s’exprime en pourcentage.",
            "The time that activities in the period reported. A missing report is not estimated.":
                "Le temps déclaré par les activités de la période. Une durée manquante n’est pas estimée.",
            "Total": "Total",
            "Until, without this day": "Jusqu’au, jour exclu",
            "Verdict": "Résultat",
            "Watch a figure": "Suivre un indicateur",
            "Watch no longer": "Ne plus suivre",
            "Watched figure": "Indicateur suivi",
            "Watched figures": "Indicateurs suivis",
            "Watched": "Suivi",
            "What each person did in the period, in numbers.":
                "Ce que chaque personne a fait pendant la période, en chiffres.",
            "What the figures mean": "Ce que signifient les indicateurs",
            "What the members of the team have in common. Teams with the same criterion can be compared. Empty takes it away.":
                "Ce que les membres de l’équipe ont en commun. Les équipes du même critère peuvent être comparées. Vide, il est retiré.",
            "What you decided to watch this year, with a target for each period.":
                "Ce que vous avez décidé de suivre cette année, avec une cible pour chaque période.",
            "Which figures do you want to follow all year? Give each a target.":
                "Quels indicateurs voulez-vous suivre toute l’année ? Donnez une cible à chacun.",
            "Withdrawn": "Inscriptions abandonnées",
            "You are reminded {1}.": "Vous recevez un rappel {1}.",
            "You get this message on the days of your review. Change your list or the days in Analytics.":
                "Vous recevez ce message les jours de votre revue. Modifiez votre liste ou les jours dans Analyses.",
            "You have no review yet.": "Vous n’avez pas encore de revue.",
            "You watch no figure yet.": "Vous ne suivez encore aucun indicateur.",
            "You watch {1 figure|figures}.": "Vous suivez {1, plural, one {# indicateur} other {# indicateurs}}.",
            "Your calendar of reviews": "Votre calendrier de bilans",
            "Your key figures on {1}": "Vos indicateurs clés au {1}",
            "Your reviews of figures": "Vos bilans de chiffres",
            "a criterion in your own words has 1 to 100 characters in one line, and at least one character that shows; correct it":
                "un critère dans vos propres mots compte de 1 à 100 caractères sur une ligne, dont au moins un caractère visible ; corrigez-le",
            "a list has at most 50 watched figures; remove one first":
                "une liste compte au plus 50 indicateurs suivis ; retirez-en d’abord un",
            "a review starts in the years 1583 to 9999, and a monthly or quarterly one on a day from 1 to 28; choose another day":
                "une revue commence entre les années 1583 et 9999, et une revue mensuelle ou trimestrielle un jour du 1 au 28 ; choisissez un autre jour",
            "a table has at most 100 figures; choose fewer":
                "un tableau compte au plus 100 indicateurs ; choisissez-en moins",
            "a target is a number of at least 0, and at most 1 for a rate; choose another one":
                "une cible est un nombre d’au moins 0, et d’au plus 1 pour un taux ; choisissez-en une autre",
            "activities": "activités",
            "area": "domaine",
            "at least {1}": "au moins {1}",
            "at least": "au moins",
            "at most {1}": "au plus {1}",
            "at most": "au plus",
            "cannot be given together with a criterion": "ne peut pas être indiqué en même temps qu’un critère",
            "cases": "cas",
            "certificates": "certificats",
            "completions": "achèvements",
            "day": "jour",
            "department": "service",
            "enrolments": "inscriptions",
            "every month": "chaque mois",
            "every three months": "chaque trimestre",
            "every week": "chaque semaine",
            "geography": "lieu",
            "hidden because it comes from too few people": "masqué, car calculé sur trop peu de personnes",
            "hidden": "masquée",
            "in order": "conforme",
            "interest": "centre d’intérêt",
            "invitations": "invitations",
            "is none of the choices": "valeur absente des choix proposés",
            "minutes": "minutes",
            "month": "mois",
            "names nothing here; choose it again": "élément introuvable ici ; choisissez de nouveau",
            "no value": "aucune valeur",
            "people": "personnes",
            "project": "projet",
            "quarter": "trimestre",
            "review of watched figures": "revue des indicateurs suivis",
            "seniority": "ancienneté",
            "set criterion": "définir le critère d’une équipe",
            "set small group": "fixer le seuil des petits groupes",
            "subject: Subject": "Objet",
            "target: missed": "manquée",
            "target: open": "en cours",
            "target: reached": "atteinte",
            "the interval is outside the calendar; choose days in the years 1 to 9999":
                "la période sort du calendrier ; choisissez des jours entre les années 1 et 9999",
            "the limit for small groups is 2 to 1,000 people; choose one, or none":
                "le seuil des petits groupes va de 2 à 1 000 personnes ; choisissez-en un, ou aucun",
            "the table would have more than 100,000 rows; choose longer periods or a shorter interval":
                "le tableau compterait plus de 100 000 lignes ; choisissez un découpage plus large ou une durée plus courte",
            "there is no review for a calendar to show; schedule one first":
                "aucune revue n’est prévue pour l’agenda ; planifiez-en d’abord une",
            "there is no such watched figure in your list; look at the list again":
                "cet indicateur suivi ne figure pas dans votre liste ; consultez de nouveau la liste",
            "this calendar address does not work, or no longer works; create a new one":
                "cette adresse d’agenda ne fonctionne pas, ou ne fonctionne plus ; créez-en une nouvelle",
            "view figures": "consulter les indicateurs",
            "view review calendar": "consulter l’agenda des revues",
            "watch figures": "suivre des indicateurs",
            "watch": "indicateur suivi",
            "week": "semaine",
            "year": "année",
            "{1} ({2} of {3})": "{1} ({2} sur {3})",
            "{1} A cell with <{2} comes from fewer than {3} people, or would reveal such a number.":
                "{1} Une cellule avec <{2} est calculée sur moins de {3, plural, one {# personne} other {# personnes}}, ou révélerait un nombre qui l’est.",
            "{1} Q{2}": "T{2} {1}",
            "{1} so far": "{1} à ce jour",
            "{1} to {2}": "du {1} au {2}",
            "{1}, {2}, each {3}: {4}": "{1}, {2}, par {3} : {4}",
            "{1}: review of key figures": "{1} : revue des indicateurs clés",
            "{1}: your key figures": "{1} : vos indicateurs clés",
            "{1}: {2} of {3 key figure|key figures} missed their targets":
                "{1} : cible manquée pour {2, plural, one {# indicateur clé} other {# indicateurs clés}} sur {3}",
            "{1}: {2}, met": "{1} : {2}, cible atteinte",
            "{1}: {2}, missed": "{1} : {2}, cible manquée",
        ])
}
