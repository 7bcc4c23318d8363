internal import Atrium

extension Phrases {
    static let frenchGuides = Phrases(
        "fr",
        [
            "A page that changes is read. Write a new message at least once a month.":
                "Une page qui change est lue. Écrivez un nouveau message au moins une fois par mois.",
            "A team has a page. Its message and its suggested courses stand on the home of its members. Its figures are shown apart, and can be compared with those of other teams.":
                "Une équipe a une page. Son message et les cours suggérés figurent sur l’accueil de ses membres. Ses chiffres sont présentés à part et se comparent à ceux des autres équipes.",
            "Administrators manage members, roles, invitations and teams. Managers see the figures of the organization and of all teams, and suggest courses to single people.":
                "Les administrateurs gèrent les membres, les rôles, les invitations et les équipes. Les gestionnaires voient les chiffres de l’organisation et de toutes les équipes, et suggèrent des cours à des personnes.",
            "Agree on a goal with a last day: a course, or a number of minutes. The member sees how far they are, and so do you.":
                "Convenez d’un objectif avec un dernier jour : un cours ou un nombre de minutes. Le membre voit où il en est, et vous aussi.",
            "Before the meeting, see who is stuck, whose courses are overdue, and who has finished. Ask, help, and congratulate.":
                "Avant la réunion, regardez qui est bloqué, qui est en retard et qui a terminé. Demandez, aidez et félicitez.",
            "Bring learning into team meetings": "Faire entrer la formation dans les réunions d’équipe",
            "Bring people in": "Faire entrer les personnes",
            "Curiosity makes learning a habit. Give people something new each month. The plan of the year has drafts for it, which you change and approve.":
                "La curiosité fait de la formation une habitude. Proposez quelque chose de nouveau chaque mois. Le plan de l’année en a les brouillons, que vous modifiez et approuvez.",
            "Decide which key figures you follow all year. Give each a target, and look at them at a fixed time.":
                "Décidez quels indicateurs suivre toute l’année. Donnez une cible à chacun et regardez-les à un moment fixe.",
            "Every member learns, and downloads their own certificates. Members do not see what others do.":
                "Chaque membre apprend et télécharge ses propres certificats. Les membres ne voient pas ce que font les autres.",
            "Follow your figures": "Suivre vos indicateurs",
            "Get to know the platform": "Découvrir la plateforme",
            "Give each team a supervisor. Supervisors look after the members and the page of their team without your help.":
                "Donnez à chaque équipe un responsable. Il s’occupe des membres et de la page de son équipe sans votre aide.",
            "Guide for administrators": "Guide des administrateurs",
            "Guide for managers": "Guide des gestionnaires",
            "How to make time for learning in a team.": "Comment donner du temps à la formation dans une équipe.",
            "Involve managers": "Impliquer les gestionnaires",
            "Keep it up all year": "Continuer toute l’année",
            "Look after a team": "S’occuper d’une équipe",
            "Look at them on a fixed day. Compare teams by rates and not by numbers of people.":
                "Regardez-les à jour fixe. Comparez les équipes par des taux et non par des nombres de personnes.",
            "Look through the catalogue as a learner, and complete a short course yourself. Then you know what you suggest to others.":
                "Parcourez le catalogue comme un apprenant et terminez vous-même un cours court. Vous saurez alors ce que vous suggérez aux autres.",
            "Managers can set aside time for learning in their team meetings, suggest courses to each person, and set goals.":
                "Les gestionnaires peuvent réserver du temps à la formation dans les réunions d’équipe, suggérer des cours à chacun et fixer des objectifs.",
            "Not everybody reads mail. Posters, flyers and a banner on your own site tell the others.":
                "Tout le monde ne lit pas ses e-mails. Des affiches, des flyers et une bannière sur votre site informent les autres.",
            "Offer them the role of supervisor. Then they write the page of their team and suggest courses to it by themselves.":
                "Proposez-leur le rôle de responsable d’équipe. Ils écrivent alors la page de leur équipe et lui suggèrent des cours eux-mêmes.",
            "Paste people's addresses into the invitation, and choose a role and teams for all of them. Each person gets a mail, signs in or creates an account, and has premium from then on.":
                "Collez les adresses dans l’invitation et choisissez un rôle et des équipes pour toutes. Chaque personne reçoit un e-mail, se connecte ou crée un compte, et dispose alors du premium.",
            "Prepare your teams": "Préparer vos équipes",
            "Set aside a fixed part of your team meetings for learning. A quarter of an hour every two weeks is a good beginning.":
                "Réservez à la formation une partie fixe de vos réunions d’équipe. Un quart d’heure toutes les deux semaines est un bon début.",
            "Show managers the platform and the catalogue first. They decide whether learning finds its time.":
                "Montrez d’abord la plateforme et le catalogue aux gestionnaires. Ce sont eux qui décident si la formation trouve sa place.",
            "Suggest a course to each person, and say why. People finish courses that help them with their next task.":
                "Suggérez un cours à chaque personne et dites pourquoi. On termine les cours qui aident pour la prochaine tâche.",
            "Suggest courses and set goals": "Suggérer des cours et fixer des objectifs",
            "Supervisors look after the members, the page and the figures of their teams. Nobody is an administrator and a supervisor at the same time.":
                "Les responsables d’équipe s’occupent des membres, de la page et des chiffres de leurs équipes. Personne n’est à la fois administrateur et responsable d’équipe.",
            "Supervisors write the page of their team, suggest courses to all its members, and add members to it. Ask an administrator for this role if you want to do so.":
                "Les responsables d’équipe écrivent la page de leur équipe, suggèrent des cours à tous ses membres et y ajoutent des membres. Demandez ce rôle à un administrateur si vous le souhaitez.",
            "Tell everybody": "Informer tout le monde",
            "Think first about how people belong together: by department, place, interest, seniority or project. A member can be in several teams.":
                "Réfléchissez d’abord à la façon de regrouper les personnes : par service, lieu, centre d’intérêt, ancienneté ou projet. Un membre peut être dans plusieurs équipes.",
            "What do you want to know all year? Choose a few key figures, and give each a target.":
                "Que voulez-vous savoir toute l’année ? Choisissez quelques indicateurs et donnez une cible à chacun.",
            "What to think about before the launch, and all year.":
                "À quoi penser avant le lancement et toute l’année.",
            "Write to your colleagues when you invite them. Say who invites, why, and from which address the mail comes. Otherwise some people take the invitation for spam.":
                "Écrivez à vos collègues quand vous les invitez. Dites qui invite, pourquoi, et de quelle adresse vient l’e-mail. Sinon, certains prendront l’invitation pour du spam.",
        ])
}
