internal import Atrium

/// What a plan of the year begins with. Organizations change the texts before they approve them.
enum PlanTemplate {
    /// What is said in one month.
    struct Month {
        let subject: Words
        let message: Words
        let banner: Words
    }

    /// The twelve months, counted from the first month of the plan.
    static let months = [
        Month(
            subject: "Your training begins",
            message: """
                You have premium access to our training platform. Sign in this week, look through the catalogue, and choose one \
                course that interests you. An hour a week is enough to get far.
                """,
            banner: "New here? Choose your first course this week."),
        Month(
            subject: "A goal for the next three months",
            message: """
                What would you like to be able to do in three months? Choose a course that leads there, and plan a fixed time \
                for it in your week. Your manager helps you to choose.
                """,
            banner: "A fixed hour each week makes learning easy."),
        Month(
            subject: "Learn together",
            message: """
                Courses are easier in company. Ask a colleague to take the same course, and talk about it once a week.
                """,
            banner: "Who learns with you this month?"),
        Month(
            subject: "Time for learning in your team",
            message: """
                Your team can set aside a part of a meeting for learning. Bring one thing that you have learned, and show it to \
                the others.
                """,
            banner: "Show your team one thing that you have learned."),
        Month(
            subject: "What have you finished?",
            message: """
                Have you completed a course? Download your certificate, and tell your team what was useful. If a course does not \
                suit you, choose another one.
                """,
            banner: "Have you completed a course? Your certificate is ready."),
        Month(
            subject: "Half a year of learning",
            message: "Half of the year has passed. Look at what you have learned, and decide what comes next.",
            banner: "Half of the year has passed. What comes next for you?"),
        Month(
            subject: "Short courses for busy weeks",
            message: """
                Is there little time? Choose a short course, or one chapter of a longer one. Twenty minutes are worth it.
                """,
            banner: "Twenty minutes are enough for a chapter."),
        Month(
            subject: "Try something new",
            message: """
                Look beyond your own field this month. The catalogue has courses that your colleagues know and you perhaps do \
                not.
                """,
            banner: "Discover a subject that is new to you."),
        Month(
            subject: "Begin again",
            message: """
                A break is no reason to stop. Open the course that you left, or choose a new one, and put the next hour into \
                your calendar.
                """,
            banner: "Open the course that you left."),
        Month(
            subject: "Talk about your skills",
            message: """
                Talk with your manager about the skills that you need next year. Note two courses that help you.
                """,
            banner: "Which skills do you need next year?"),
        Month(
            subject: "Finish what you began",
            message: """
                There are two months left in this year of learning. Finish one course that you have begun, and download its \
                certificate.
                """,
            banner: "Finish one course before the year ends."),
        Month(
            subject: "A year of learning",
            message: """
                Thank you for learning with us. Look at what you have completed this year, and tell us which courses we should \
                offer next.
                """,
            banner: "Which courses do you want next year?"),
    ]

    /// The note of each suggestion. Its course is chosen before it is approved.
    static let suggestion: Words = "Our suggestion for this month."

    /// What to look at in the reviews, month after month.
    static let reviews: [Words] = [
        "Who has joined, and who has not signed in yet? Remind those who are missing.",
        "Which courses were begun, and which were left? Suggest what fits better.",
        "Compare the key figures with their targets. Decide what you change in the next months.",
    ]
}
