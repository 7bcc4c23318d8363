internal import Atrium

extension Phrases {
    static let frenchTemplate = Phrases(
        "fr",
        [
            "A break is no reason to stop. Open the course that you left, or choose a new one, and put the next hour into your calendar.":
                "Une pause n’est pas une raison d’arrêter. Rouvrez le cours que vous avez laissé ou choisissez-en un autre, et notez la prochaine heure dans votre agenda.",
            "A fixed hour each week makes learning easy.":
                "Une heure fixe par semaine, et la formation devient facile.",
            "A goal for the next three months": "Un objectif pour les trois prochains mois",
            "A year of learning": "Une année de formation",
            "Begin again": "Recommencer",
            "Compare the key figures with their targets. Decide what you change in the next months.":
                "Comparez les indicateurs à leurs cibles. Décidez de ce que vous changerez dans les prochains mois.",
            "Courses are easier in company. Ask a colleague to take the same course, and talk about it once a week.":
                "À plusieurs, un cours est plus facile. Proposez à un collègue de suivre le même cours et parlez-en une fois par semaine.",
            "Discover a subject that is new to you.": "Découvrez un sujet nouveau pour vous.",
            "Finish one course before the year ends.": "Terminez un cours avant la fin de l’année.",
            "Finish what you began": "Terminez ce que vous avez commencé",
            "Half a year of learning": "Six mois de formation",
            "Half of the year has passed. Look at what you have learned, and decide what comes next.":
                "La moitié de l’année est passée. Regardez ce que vous avez appris et décidez de la suite.",
            "Half of the year has passed. What comes next for you?":
                "La moitié de l’année est passée. Quelle est la suite pour vous ?",
            "Have you completed a course? Download your certificate, and tell your team what was useful. If a course does not suit you, choose another one.":
                "Avez-vous terminé un cours ? Téléchargez votre certificat et dites à votre équipe ce qui vous a été utile. Si un cours ne vous convient pas, choisissez-en un autre.",
            "Have you completed a course? Your certificate is ready.":
                "Avez-vous terminé un cours ? Votre certificat est prêt.",
            "Is there little time? Choose a short course, or one chapter of a longer one. Twenty minutes are worth it.":
                "Peu de temps ? Choisissez un cours court ou un chapitre d’un cours plus long. Vingt minutes en valent la peine.",
            "Learn together": "Apprendre ensemble",
            "Look beyond your own field this month. The catalogue has courses that your colleagues know and you perhaps do not.":
                "Ce mois-ci, regardez au-delà de votre domaine. Le catalogue contient des cours que vos collègues connaissent et vous peut-être pas.",
            "New here? Choose your first course this week.":
                "C’est nouveau pour vous ? Choisissez votre premier cours cette semaine.",
            "Open the course that you left.": "Rouvrez le cours que vous avez laissé.",
            "Our suggestion for this month.": "Notre suggestion pour ce mois.",
            "Short courses for busy weeks": "Des cours courts pour les semaines chargées",
            "Show your team one thing that you have learned.":
                "Montrez à votre équipe une chose que vous avez apprise.",
            "Talk about your skills": "Parlez de vos compétences",
            "Talk with your manager about the skills that you need next year. Note two courses that help you.":
                "Parlez avec votre responsable des compétences dont vous aurez besoin l’an prochain. Notez deux cours qui vous aideront.",
            "Thank you for learning with us. Look at what you have completed this year, and tell us which courses we should offer next.":
                "Merci d’avoir appris avec nous. Regardez ce que vous avez terminé cette année et dites-nous quels cours proposer ensuite.",
            "There are two months left in this year of learning. Finish one course that you have begun, and download its certificate.":
                "Il reste deux mois à cette année de formation. Terminez un cours que vous avez commencé et téléchargez son certificat.",
            "Time for learning in your team": "Du temps pour apprendre dans votre équipe",
            "Try something new": "Essayez quelque chose de nouveau",
            "Twenty minutes are enough for a chapter.": "Vingt minutes suffisent pour un chapitre.",
            "What have you finished?": "Qu’avez-vous terminé ?",
            "What would you like to be able to do in three months? Choose a course that leads there, and plan a fixed time for it in your week. Your manager helps you to choose.":
                "Qu’aimeriez-vous savoir faire dans trois mois ? Choisissez un cours qui y mène et réservez-lui un moment fixe dans votre semaine. Votre responsable vous aide à choisir.",
            "Which courses do you want next year?": "Quels cours souhaitez-vous l’an prochain ?",
            "Which courses were begun, and which were left? Suggest what fits better.":
                "Quels cours ont été commencés, et lesquels abandonnés ? Suggérez ce qui convient mieux.",
            "Which skills do you need next year?": "De quelles compétences aurez-vous besoin l’an prochain ?",
            "Who has joined, and who has not signed in yet? Remind those who are missing.":
                "Qui est arrivé, et qui ne s’est pas encore connecté ? Relancez les absents.",
            "Who learns with you this month?": "Qui apprend avec vous ce mois-ci ?",
            "You have premium access to our training platform. Sign in this week, look through the catalogue, and choose one course that interests you. An hour a week is enough to get far.":
                "Vous avez un accès premium à notre plateforme de formation. Connectez-vous cette semaine, parcourez le catalogue et choisissez un cours qui vous intéresse. Une heure par semaine suffit pour aller loin.",
            "Your team can set aside a part of a meeting for learning. Bring one thing that you have learned, and show it to the others.":
                "Votre équipe peut réserver une partie d’une réunion à la formation. Apportez une chose que vous avez apprise et montrez-la aux autres.",
            "Your training begins": "Votre formation commence",
        ])
}
