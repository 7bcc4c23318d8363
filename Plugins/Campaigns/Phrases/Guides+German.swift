internal import Atrium

extension Phrases {
    static let germanGuides = Phrases(
        "de",
        [
            "A page that changes is read. Write a new message at least once a month.":
                "Eine Seite, die sich ändert, wird gelesen. Schreiben Sie mindestens einmal im Monat eine neue Nachricht.",
            "A team has a page. Its message and its suggested courses stand on the home of its members. Its figures are shown apart, and can be compared with those of other teams.":
                "Ein Team hat eine Seite. Ihre Nachricht und ihre Kursempfehlungen stehen auf der Startseite der Mitglieder. Seine Zahlen werden getrennt gezeigt und lassen sich mit denen anderer Teams vergleichen.",
            "Administrators manage members, roles, invitations and teams. Managers see the figures of the organization and of all teams, and suggest courses to single people.":
                "Die Administration verwaltet Mitglieder, Rollen, Einladungen und Teams. Leitungen sehen die Zahlen der Organisation und aller Teams und empfehlen einzelnen Personen Kurse.",
            "Agree on a goal with a last day: a course, or a number of minutes. The member sees how far they are, and so do you.":
                "Vereinbaren Sie ein Ziel mit einem letzten Tag: einen Kurs oder eine Zahl von Minuten. Das Mitglied sieht, wie weit es ist, und Sie auch.",
            "Before the meeting, see who is stuck, whose courses are overdue, and who has finished. Ask, help, and congratulate.":
                "Sehen Sie vor der Besprechung nach, wer feststeckt, wessen Kurse überfällig sind und wer fertig ist. Fragen, helfen und gratulieren Sie.",
            "Bring learning into team meetings": "Lernen in Teambesprechungen bringen",
            "Bring people in": "Menschen hereinholen",
            "Curiosity makes learning a habit. Give people something new each month. The plan of the year has drafts for it, which you change and approve.":
                "Neugier macht Lernen zur Gewohnheit. Bieten Sie jeden Monat etwas Neues. Der Jahresplan hat Entwürfe dafür, die Sie ändern und freigeben.",
            "Decide which key figures you follow all year. Give each a target, and look at them at a fixed time.":
                "Entscheiden Sie, welche Kennzahlen Sie das ganze Jahr verfolgen. Geben Sie jeder einen Zielwert, und sehen Sie sie zu einer festen Zeit an.",
            "Every member learns, and downloads their own certificates. Members do not see what others do.":
                "Jedes Mitglied lernt und lädt die eigenen Zertifikate herunter. Mitglieder sehen nicht, was andere tun.",
            "Follow your figures": "Ihre Kennzahlen verfolgen",
            "Get to know the platform": "Die Plattform kennenlernen",
            "Give each team a supervisor. Supervisors look after the members and the page of their team without your help.":
                "Geben Sie jedem Team eine Teamleitung. Sie kümmert sich ohne Ihre Hilfe um die Mitglieder und die Seite des Teams.",
            "Guide for administrators": "Leitfaden für die Administration",
            "Guide for managers": "Leitfaden für Leitungen",
            "How to make time for learning in a team.": "Wie ein Team Zeit zum Lernen findet.",
            "Involve managers": "Leitungen einbeziehen",
            "Keep it up all year": "Das ganze Jahr dranbleiben",
            "Look after a team": "Sich um ein Team kümmern",
            "Look at them on a fixed day. Compare teams by rates and not by numbers of people.":
                "Sehen Sie sie an einem festen Tag an. Vergleichen Sie Teams nach Anteilen und nicht nach Personenzahlen.",
            "Look through the catalogue as a learner, and complete a short course yourself. Then you know what you suggest to others.":
                "Sehen Sie den Katalog als Lernende oder Lernender durch, und schließen Sie selbst einen kurzen Kurs ab. Dann wissen Sie, was Sie anderen empfehlen.",
            "Managers can set aside time for learning in their team meetings, suggest courses to each person, and set goals.":
                "Leitungen können in Teambesprechungen Zeit zum Lernen reservieren, jeder Person Kurse empfehlen und Ziele setzen.",
            "Not everybody reads mail. Posters, flyers and a banner on your own site tell the others.":
                "Nicht alle lesen E-Mails. Plakate, Flyer und ein Banner auf Ihrer eigenen Website erreichen die anderen.",
            "Offer them the role of supervisor. Then they write the page of their team and suggest courses to it by themselves.":
                "Bieten Sie ihnen die Rolle der Teamleitung an. Dann schreiben sie die Seite ihres Teams und empfehlen ihm selbst Kurse.",
            "Paste people's addresses into the invitation, and choose a role and teams for all of them. Each person gets a mail, signs in or creates an account, and has premium from then on.":
                "Fügen Sie die Adressen in die Einladung ein, und wählen Sie für alle eine Rolle und Teams. Jede Person erhält eine E-Mail, meldet sich an oder legt ein Konto an und hat von da an Premium.",
            "Prepare your teams": "Teams vorbereiten",
            "Set aside a fixed part of your team meetings for learning. A quarter of an hour every two weeks is a good beginning.":
                "Reservieren Sie einen festen Teil Ihrer Teambesprechungen für das Lernen. Eine Viertelstunde alle zwei Wochen ist ein guter Anfang.",
            "Show managers the platform and the catalogue first. They decide whether learning finds its time.":
                "Zeigen Sie die Plattform und den Katalog zuerst den Leitungen. Sie entscheiden, ob das Lernen Zeit findet.",
            "Suggest a course to each person, and say why. People finish courses that help them with their next task.":
                "Empfehlen Sie jeder Person einen Kurs, und sagen Sie, warum. Menschen schließen Kurse ab, die ihnen bei der nächsten Aufgabe helfen.",
            "Suggest courses and set goals": "Kurse empfehlen und Ziele setzen",
            "Supervisors look after the members, the page and the figures of their teams. Nobody is an administrator and a supervisor at the same time.":
                "Teamleitungen kümmern sich um die Mitglieder, die Seite und die Zahlen ihrer Teams. Niemand gehört zugleich zur Administration und leitet ein Team.",
            "Supervisors write the page of their team, suggest courses to all its members, and add members to it. Ask an administrator for this role if you want to do so.":
                "Teamleitungen schreiben die Seite ihres Teams, empfehlen allen seinen Mitgliedern Kurse und nehmen Mitglieder auf. Bitten Sie die Administration um diese Rolle, wenn Sie das möchten.",
            "Tell everybody": "Alle informieren",
            "Think first about how people belong together: by department, place, interest, seniority or project. A member can be in several teams.":
                "Überlegen Sie zuerst, wie die Menschen zusammengehören: nach Abteilung, Ort, Interesse, Erfahrung oder Projekt. Ein Mitglied kann in mehreren Teams sein.",
            "What do you want to know all year? Choose a few key figures, and give each a target.":
                "Was möchten Sie das ganze Jahr über wissen? Wählen Sie wenige Kennzahlen, und geben Sie jeder einen Zielwert.",
            "What to think about before the launch, and all year.":
                "Woran vor dem Start und das ganze Jahr über zu denken ist.",
            "Write to your colleagues when you invite them. Say who invites, why, and from which address the mail comes. Otherwise some people take the invitation for spam.":
                "Schreiben Sie den Menschen in Ihrer Organisation, wenn Sie sie einladen. Sagen Sie, wer einlädt, warum, und von welcher Adresse die E-Mail kommt. Sonst halten manche die Einladung für Spam.",
        ])
}
