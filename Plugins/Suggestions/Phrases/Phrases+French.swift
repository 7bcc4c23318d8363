internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "A calendar program that has the address shows what is due. A new address ends the old one.":
                "Un agenda qui dispose de l’adresse affiche vos échéances. Une nouvelle adresse remplace l’ancienne.",
            "A suggested course is past its due day and not done, or a goal was missed in the last 90 days.":
                "Un cours suggéré a dépassé son échéance sans être terminé, ou un objectif a été manqué dans les 90 derniers jours.",
            "A suggestion to a team also counts for those who join later.":
                "Une suggestion à une équipe vaut aussi pour les personnes qui la rejoignent plus tard.",
            "About": "Concerne",
            "An active member who has not begun any course.": "Un membre actif qui n’a commencé aucun cours.",
            "Answer": "Réponse",
            "Answered": "Répondu le",
            "Before the team meeting": "Avant la réunion d’équipe",
            "Began a course that is not over, and has done nothing in it for some time.":
                "A commencé un cours qui n’est pas terminé, et n’y a rien fait depuis quelque temps.",
            "By": "Par",
            "Change": "Modifier",
            "Completed a course in the last seven days.": "A terminé un cours dans les sept derniers jours.",
            "Counted for each person, also for those who join later.":
                "Compté pour chaque personne, y compris celles qui arriveront plus tard.",
            "Course to complete": "Cours à terminer",
            "Course": "Cours",
            "Courses are suggested.": "Des cours sont suggérés.",
            "Courses that were suggested to you": "Cours qui vous ont été suggérés",
            "Courses that you suggested": "Cours que vous avez suggérés",
            "Days without activity": "Jours sans activité",
            "Due soon at {1}": "Échéances proches chez {1}",
            "Due": "Échéance",
            "End the calendar address": "Désactiver l’adresse d’agenda",
            "Finished last week": "Terminé la semaine dernière",
            "Give this address to your calendar program. It is secret, and it is not shown again.":
                "Indiquez cette adresse à votre agenda. Elle est secrète et ne sera plus affichée.",
            "Goal": "Objectif",
            "Goal: {1}": "Objectif : {1}",
            "Goals": "Objectifs",
            "Goals that you set": "Objectifs que vous avez fixés",
            "Hello {1},": "Bonjour {1},",
            "I will do it": "Je vais le suivre",
            "Id of the course": "Identifiant du cours",
            "Identity of the course": "Identifiant du cours",
            "It is suggested to each of these members, and not to those who join later.":
                "Le cours est suggéré à chacun de ces membres, mais pas à ceux qui arriveront plus tard.",
            "It is suggested to everybody who is in the team now or joins later.":
                "Le cours est suggéré à tous les membres de l’équipe, présents et à venir.",
            "Last day": "Dernier jour",
            "List": "Liste",
            "Made": "Date de création",
            "Make a calendar address": "Créer une adresse d’agenda",
            "Member": "Membre",
            "Members": "Membres",
            "Minutes": "Minutes",
            "My goals": "Mes objectifs",
            "Nobody has suggested a course to you yet.": "Personne ne vous a encore suggéré de cours.",
            "Nobody is in this list now.": "Personne ne figure actuellement dans cette liste.",
            "Not begun": "Pas commencé",
            "Not now": "Pas maintenant",
            "Note": "Remarque",
            "Nothing is suggested yet.": "Rien n’est encore suggéré.",
            "One's own suggestions, and for administrators those of everybody.":
                "Vos propres suggestions et, pour les administrateurs, celles de tout le monde.",
            "Only for those who are stuck. Empty for 14.": "Seulement pour qui est bloqué. Vide : 14.",
            "Or days after joining": "Ou jours après l’arrivée",
            "Or minutes to learn": "Ou minutes de formation",
            "Overdue": "En retard",
            "Percent": "Pourcentage",
            "Person": "Personne",
            "Reminders that you got": "Rappels que vous avez reçus",
            "Set a goal: a course": "Fixer un objectif : un cours",
            "Set a goal: minutes": "Fixer un objectif : des minutes",
            "Set by": "Fixé par",
            "Show withdrawn ones": "Afficher les éléments retirés",
            "Since": "Depuis",
            "State": "État",
            "Stuck": "Bloqué",
            "Suggest a course to everybody": "Suggérer un cours à tout le monde",
            "Suggest a course": "Suggérer un cours",
            "Suggest courses": "Suggérer des cours",
            "Suggested courses": "Cours suggérés",
            "Suggested to me": "Suggérés pour moi",
            "Suggested": "Suggéré le",
            "Suggestion": "Suggestion",
            "Suggestions": "Suggestions",
            "Team": "Équipe",
            "The address no longer works.": "L’adresse ne fonctionne plus.",
            "The course is suggested.": "Le cours est suggéré.",
            "The courses that are suggested to the person, and how far the person is.":
                "Les cours suggérés à la personne, et où elle en est.",
            "The courses that others suggest to you, why, and until when.":
                "Les cours que d’autres vous suggèrent, pourquoi et pour quand.",
            "The day is the one of the last activity, of the due date, of the completion or of joining. The list has up to 500 people.":
                "Le jour est celui de la dernière activité, de l’échéance, de la fin du cours ou de l’arrivée. La liste compte 500 personnes au plus.",
            "The goal is changed.": "L’objectif est modifié.",
            "The goal is set.": "L’objectif est fixé.",
            "The goal is withdrawn.": "L’objectif est retiré.",
            "The goals that were set, and how far each person is.":
                "Les objectifs fixés, et où en est chaque personne.",
            "The same day for everybody.": "Le même jour pour tout le monde.",
            "The suggestion is changed.": "La suggestion est modifiée.",
            "The suggestion is withdrawn.": "La suggestion est retirée.",
            "To follow up": "À suivre",
            "To stop the reminders of a course, decline it there.":
                "Pour ne plus recevoir les rappels d’un cours, déclinez-le sur la plateforme.",
            "To": "À",
            "What the person learned since the goal was first set still counts.":
                "Ce que la personne a accompli depuis la première fixation de l’objectif compte toujours.",
            "What the person wants to reach, until when, and how far the person is.":
                "Ce que la personne veut atteindre, pour quand, et où elle en est.",
            "What you want to reach, until when, and how far you are.":
                "Ce que vous voulez atteindre, pour quand, et où vous en êtes.",
            "Which course is suggested to whom, by whom, and until when.":
                "Quel cours est suggéré à qui, par qui et pour quand.",
            "Who is stuck, overdue or finished. Open a list and tick people. Then suggest a course, set a goal, or write to them, as your role allows.":
                "Qui est bloqué, en retard ou a terminé. Ouvrez une liste et cochez des personnes. Suggérez-leur ensuite un cours, fixez un objectif ou écrivez-leur, selon votre rôle.",
            "Why this course.": "Pourquoi ce cours.",
            "Why": "Pourquoi",
            "Withdraw": "Retirer",
            "Withdrawn": "Inscriptions abandonnées",
            "You have accepted it.": "Vous avez accepté la suggestion.",
            "You have declined it. Reminders leave it out.":
                "Vous avez décliné la suggestion. Les rappels n’en parleront plus.",
            "You have no goal yet.": "Vous n’avez pas encore d’objectif.",
            "Your answers to suggestions": "Vos réponses aux suggestions",
            "Your calendar of what is due": "Votre calendrier des échéances",
            "Your goals": "Vos objectifs",
            "a due day is in the years 1583 to 9999, or up to 3,650 days after joining; correct it":
                "une échéance se situe entre les années 1583 et 9999, ou jusqu’à 3 650 jours après l’arrivée ; corrigez-la",
            "a goal has 1 to 1,000,000 minutes; correct the number":
                "un objectif compte de 1 à 1 000 000 minutes ; corrigez ce nombre",
            "a member is stuck after 1 to 365 days without activity; choose a number in this range":
                "un membre est bloqué après 1 à 365 jours sans activité ; choisissez un nombre dans cet intervalle",
            "a note has at most 1,000 characters, no control characters except tabs and line breaks, and no text direction that is overridden or left open; change it":
                "une remarque compte au plus 1 000 caractères, sans caractère de contrôle hormis les tabulations et les sauts de ligne, et sans direction de texte forcée ou laissée ouverte ; modifiez-la",
            "a person has at most 200 open goals; withdraw one first":
                "une personne a au plus 200 objectifs en cours ; retirez-en d’abord un",
            "an audience has at most 200 suggestions; withdraw one first":
                "un public reçoit au plus 200 suggestions ; retirez-en d’abord une",
            "another member made this suggestion; suggest the course yourself, or ask that member or an administrator":
                "un autre membre a fait cette suggestion ; suggérez vous-même le cours, ou adressez-vous à ce membre ou à un administrateur",
            "answer suggestions": "répondre aux suggestions",
            "at most 1,000 courses can be marked as seen at a time; mark them in parts":
                "vous pouvez marquer au plus 1 000 cours comme vus à la fois ; marquez-les en plusieurs fois",
            "audience: To": "Pour",
            "cannot be given together with a course": "à ne pas indiquer en même temps qu’un cours",
            "cannot be given together with a day": "à ne pas indiquer en même temps qu’un jour",
            "complete {1}": "terminer {1}",
            "date: By": "Échéance",
            "date: Set": "Fixé le",
            "date: Withdrawn": "Retirée le",
            "done": "terminé",
            "everybody": "tout le monde",
            "gets the goal": "reçoit l’objectif",
            "gets the suggestion": "reçoit la suggestion",
            "goal": "objectif",
            "goal: missed": "manqué",
            "goal: open": "en cours",
            "goal: reached": "atteint",
            "goal: withdrawn": "retiré",
            "in {1 day|days}": "dans {1, plural, one {# jour} other {# jours}}",
            "is required, or a course": "champ obligatoire, sauf si vous indiquez un cours",
            "learn {1 minute|minutes}": "suivre {1, plural, one {# minute} other {# minutes}} de formation",
            "new": "nouveau",
            "not answered": "sans réponse",
            "people": "personnes",
            "reminder of what is due": "rappel d’échéances",
            "set by {1}": "fixé par {1}",
            "set goals": "fixer des objectifs",
            "started": "commencé",
            "suggest to organization": "suggérer à toute l’organisation",
            "suggest to people": "suggérer à des personnes",
            "suggest to teams": "suggérer à des équipes",
            "suggested to everybody by {1}": "suggéré à tout le monde par {1}",
            "suggested to you by {1}": "suggéré personnellement par {1}",
            "suggested to {1} by {2}": "suggéré à {1} par {2}",
            "suggestion": "suggestion",
            "suggestion: accepted": "accepté",
            "suggestion: declined": "décliné",
            "suggestion: withdrawn": "retiré",
            "suggestions and goals show the name of a person; make them as a member":
                "les suggestions et les objectifs affichent le nom d’une personne ; créez-les en tant que membre",
            "the course is retired; restore it before suggesting it":
                "le cours est retiré du catalogue ; rouvrez-le avant de le suggérer",
            "the last day of a goal is not before the day on which it is set, and not after the year 9999; correct it":
                "le dernier jour d’un objectif ne précède pas le jour où il est fixé et ne dépasse pas l’année 9999 ; corrigez-le",
            "the person has another open goal with this target; change or withdraw that one":
                "la personne a déjà un objectif en cours identique ; modifiez-le ou retirez-le",
            "there is no such goal here, or it was withdrawn; look it up again":
                "cet objectif n’existe pas ici, ou a été retiré ; recherchez-le de nouveau",
            "there is no such suggestion here, or it was withdrawn; look it up again":
                "cette suggestion n’existe pas ici, ou a été retirée ; recherchez-la de nouveau",
            "this calendar address does not work, or no longer works; create a new one":
                "cette adresse d’agenda ne fonctionne pas, ou ne fonctionne plus ; créez-en une nouvelle",
            "this is due soon on the training platform of {1}:":
                "voici ce qui arrive bientôt à échéance sur la plateforme de formation de l’organisation {1} :",
            "today": "aujourd’hui",
            "tomorrow": "demain",
            "view calendar": "consulter l’agenda",
            "view suggestions": "consulter les suggestions",
            "{1 day|days} after joining": "{1, plural, one {# jour} other {# jours}} après l’arrivée",
            "{1 minute|minutes}": "{1, plural, one {# minute} other {# minutes}}",
            "{1} done, set by {2}": "réalisé à {1}, fixé par {2}",
            "{1}: due on {2} ({3}), {4}": "{1} – échéance le {2} ({3}), {4}",
            "… and {1} more": "… et {1} de plus",
        ])
}
