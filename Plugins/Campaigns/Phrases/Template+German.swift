internal import Atrium

extension Phrases {
    static let germanTemplate = Phrases(
        "de",
        [
            "A break is no reason to stop. Open the course that you left, or choose a new one, and put the next hour into your calendar.":
                "Eine Pause ist kein Grund aufzuhören. Öffnen Sie den Kurs, den Sie liegen ließen, oder wählen Sie einen neuen, und tragen Sie die nächste Stunde in Ihren Kalender ein.",
            "A fixed hour each week makes learning easy.": "Eine feste Stunde pro Woche macht das Lernen leicht.",
            "A goal for the next three months": "Ein Ziel für die nächsten drei Monate",
            "A year of learning": "Ein Jahr Lernen",
            "Begin again": "Wieder anfangen",
            "Compare the key figures with their targets. Decide what you change in the next months.":
                "Vergleichen Sie die Kennzahlen mit ihren Zielwerten. Entscheiden Sie, was Sie in den nächsten Monaten ändern.",
            "Courses are easier in company. Ask a colleague to take the same course, and talk about it once a week.":
                "Gemeinsam fallen Kurse leichter. Bitten Sie jemanden aus dem Team, denselben Kurs zu machen, und sprechen Sie einmal pro Woche darüber.",
            "Discover a subject that is new to you.": "Entdecken Sie ein Thema, das für Sie neu ist.",
            "Finish one course before the year ends.": "Schließen Sie einen Kurs ab, bevor das Jahr endet.",
            "Finish what you began": "Begonnenes abschließen",
            "Half a year of learning": "Ein halbes Jahr Lernen",
            "Half of the year has passed. Look at what you have learned, and decide what comes next.":
                "Die Hälfte des Jahres ist vorbei. Sehen Sie an, was Sie gelernt haben, und entscheiden Sie, was als Nächstes kommt.",
            "Half of the year has passed. What comes next for you?":
                "Die Hälfte des Jahres ist vorbei. Was kommt für Sie als Nächstes?",
            "Have you completed a course? Download your certificate, and tell your team what was useful. If a course does not suit you, choose another one.":
                "Haben Sie einen Kurs abgeschlossen? Laden Sie Ihr Zertifikat herunter, und erzählen Sie Ihrem Team, was nützlich war. Wenn ein Kurs nicht passt, wählen Sie einen anderen.",
            "Have you completed a course? Your certificate is ready.":
                "Haben Sie einen Kurs abgeschlossen? Ihr Zertifikat ist bereit.",
            "Is there little time? Choose a short course, or one chapter of a longer one. Twenty minutes are worth it.":
                "Ist die Zeit knapp? Wählen Sie einen kurzen Kurs oder ein Kapitel eines längeren. Zwanzig Minuten lohnen sich.",
            "Learn together": "Gemeinsam lernen",
            "Look beyond your own field this month. The catalogue has courses that your colleagues know and you perhaps do not.":
                "Schauen Sie diesen Monat über Ihr eigenes Fach hinaus. Der Katalog hat Kurse, die andere kennen und Sie vielleicht nicht.",
            "New here? Choose your first course this week.": "Neu hier? Wählen Sie diese Woche Ihren ersten Kurs.",
            "Open the course that you left.": "Öffnen Sie den Kurs, den Sie liegen ließen.",
            "Our suggestion for this month.": "Unsere Empfehlung für diesen Monat.",
            "Short courses for busy weeks": "Kurze Kurse für volle Wochen",
            "Show your team one thing that you have learned.": "Zeigen Sie Ihrem Team etwas, das Sie gelernt haben.",
            "Talk about your skills": "Über Ihre Fähigkeiten sprechen",
            "Talk with your manager about the skills that you need next year. Note two courses that help you.":
                "Sprechen Sie mit Ihrer Führungskraft darüber, was Sie nächstes Jahr können müssen. Notieren Sie zwei Kurse, die Ihnen dabei helfen.",
            "Thank you for learning with us. Look at what you have completed this year, and tell us which courses we should offer next.":
                "Danke, dass Sie mit uns gelernt haben. Sehen Sie an, was Sie dieses Jahr abgeschlossen haben, und sagen Sie uns, welche Kurse wir als Nächstes anbieten sollen.",
            "There are two months left in this year of learning. Finish one course that you have begun, and download its certificate.":
                "Dieses Lernjahr hat noch zwei Monate. Schließen Sie einen begonnenen Kurs ab, und laden Sie das Zertifikat herunter.",
            "Time for learning in your team": "Zeit zum Lernen in Ihrem Team",
            "Try something new": "Etwas Neues ausprobieren",
            "Twenty minutes are enough for a chapter.": "Zwanzig Minuten reichen für ein Kapitel.",
            "What have you finished?": "Was haben Sie abgeschlossen?",
            "What would you like to be able to do in three months? Choose a course that leads there, and plan a fixed time for it in your week. Your manager helps you to choose.":
                "Was möchten Sie in drei Monaten können? Wählen Sie einen Kurs, der dorthin führt, und planen Sie in Ihrer Woche eine feste Zeit dafür ein. Ihre Führungskraft hilft Ihnen bei der Wahl.",
            "Which courses do you want next year?": "Welche Kurse wünschen Sie sich nächstes Jahr?",
            "Which courses were begun, and which were left? Suggest what fits better.":
                "Welche Kurse wurden begonnen, welche liegen gelassen? Empfehlen Sie, was besser passt.",
            "Which skills do you need next year?": "Was müssen Sie nächstes Jahr können?",
            "Who has joined, and who has not signed in yet? Remind those who are missing.":
                "Wer ist dabei, und wer hat sich noch nicht angemeldet? Erinnern Sie die, die fehlen.",
            "Who learns with you this month?": "Wer lernt diesen Monat mit Ihnen?",
            "You have premium access to our training platform. Sign in this week, look through the catalogue, and choose one course that interests you. An hour a week is enough to get far.":
                "Sie haben Premium-Zugang zu unserer Lernplattform. Melden Sie sich diese Woche an, sehen Sie den Katalog durch, und wählen Sie einen Kurs, der Sie interessiert. Mit einer Stunde pro Woche kommen Sie weit.",
            "Your team can set aside a part of a meeting for learning. Bring one thing that you have learned, and show it to the others.":
                "Ihr Team kann einen Teil einer Besprechung für das Lernen reservieren. Bringen Sie etwas mit, das Sie gelernt haben, und zeigen Sie es den anderen.",
            "Your training begins": "Ihre Weiterbildung beginnt",
        ])
}
