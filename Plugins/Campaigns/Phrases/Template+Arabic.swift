internal import Atrium

extension Phrases {
    static let arabicTemplate = Phrases(
        "ar",
        [
            "A break is no reason to stop. Open the course that you left, or choose a new one, and put the next hour into your calendar.":
                "الانقطاع ليس سببًا للتوقّف. افتح الدورة التي تركتها أو اختر دورة جديدة، وضع الساعة القادمة في تقويمك.",
            "A fixed hour each week makes learning easy.": "ساعة ثابتة كل أسبوع تسهّل التعلّم.",
            "A goal for the next three months": "هدف للأشهر الثلاثة القادمة",
            "A year of learning": "عام من التعلّم",
            "Begin again": "ابدأ من جديد",
            "Compare the key figures with their targets. Decide what you change in the next months.":
                "قارن المؤشرات بأهدافها. قرّر ما ستغيّره في الأشهر القادمة.",
            "Courses are easier in company. Ask a colleague to take the same course, and talk about it once a week.":
                "الدورات أسهل برفقة الآخرين. اطلب من زميل أن يأخذ الدورة نفسها، وتحدّثا عنها مرة في الأسبوع.",
            "Discover a subject that is new to you.": "اكتشف موضوعًا جديدًا عليك.",
            "Finish one course before the year ends.": "أنهِ دورة قبل نهاية العام.",
            "Finish what you began": "أنهِ ما بدأته",
            "Half a year of learning": "نصف عام من التعلّم",
            "Half of the year has passed. Look at what you have learned, and decide what comes next.":
                "مضى نصف العام. انظر إلى ما تعلّمته، وقرّر ما سيأتي بعده.",
            "Half of the year has passed. What comes next for you?": "مضى نصف العام. ما خطوتك التالية؟",
            "Have you completed a course? Download your certificate, and tell your team what was useful. If a course does not suit you, choose another one.":
                "هل أتممت دورة؟ نزّل شهادتك، وأخبر فريقك بما أفادك. إن لم تناسبك دورة فاختر غيرها.",
            "Have you completed a course? Your certificate is ready.": "هل أتممت دورة؟ شهادتك جاهزة.",
            "Is there little time? Choose a short course, or one chapter of a longer one. Twenty minutes are worth it.":
                "الوقت ضيّق؟ اختر دورة قصيرة أو فصلًا من دورة أطول. عشرون دقيقة تستحقّ.",
            "Learn together": "لنتعلّم معًا",
            "Look beyond your own field this month. The catalogue has courses that your colleagues know and you perhaps do not.":
                "انظر هذا الشهر إلى ما وراء مجالك. في الدليل دورات يعرفها زملاؤك وربما لا تعرفها أنت.",
            "New here? Choose your first course this week.": "جديد هنا؟ اختر دورتك الأولى هذا الأسبوع.",
            "Open the course that you left.": "افتح الدورة التي تركتها.",
            "Our suggestion for this month.": "اقتراحنا لهذا الشهر.",
            "Short courses for busy weeks": "دورات قصيرة للأسابيع المزدحمة",
            "Show your team one thing that you have learned.": "اعرض على فريقك شيئًا تعلّمته.",
            "Talk about your skills": "تحدّث عن مهاراتك",
            "Talk with your manager about the skills that you need next year. Note two courses that help you.":
                "تحدّث مع مديرك عن المهارات التي تحتاج إليها في العام القادم. سجّل دورتين تفيدانك.",
            "Thank you for learning with us. Look at what you have completed this year, and tell us which courses we should offer next.":
                "شكرًا لأنك تعلّمت معنا. انظر إلى ما أتممته هذا العام، وأخبرنا بالدورات التي ينبغي أن نقدّمها لاحقًا.",
            "There are two months left in this year of learning. Finish one course that you have begun, and download its certificate.":
                "بقي شهران من عام التعلّم هذا. أنهِ دورة بدأتها، ونزّل شهادتها.",
            "Time for learning in your team": "وقت للتعلّم في فريقك",
            "Try something new": "جرّب شيئًا جديدًا",
            "Twenty minutes are enough for a chapter.": "عشرون دقيقة تكفي لفصل.",
            "What have you finished?": "ماذا أنهيت؟",
            "What would you like to be able to do in three months? Choose a course that leads there, and plan a fixed time for it in your week. Your manager helps you to choose.":
                "ما الذي تودّ أن تجيده بعد ثلاثة أشهر؟ اختر دورة تقودك إليه، وخصّص لها وقتًا ثابتًا في أسبوعك. يساعدك مديرك على الاختيار.",
            "Which courses do you want next year?": "أي دورات تريد في العام القادم؟",
            "Which courses were begun, and which were left? Suggest what fits better.":
                "أي الدورات بدأت، وأيها تُركت؟ اقترح ما يناسب أكثر.",
            "Which skills do you need next year?": "أي مهارات تحتاج إليها في العام القادم؟",
            "Who has joined, and who has not signed in yet? Remind those who are missing.":
                "من انضمّ، ومن لم يسجّل الدخول بعد؟ ذكّر من لم يلتحق.",
            "Who learns with you this month?": "من يتعلّم معك هذا الشهر؟",
            "You have premium access to our training platform. Sign in this week, look through the catalogue, and choose one course that interests you. An hour a week is enough to get far.":
                "لديك وصول مميّز إلى منصة التدريب لدينا. سجّل الدخول هذا الأسبوع، وتصفّح الدليل، واختر دورة تهمّك. ساعة في الأسبوع تكفي للتقدّم كثيرًا.",
            "Your team can set aside a part of a meeting for learning. Bring one thing that you have learned, and show it to the others.":
                "يستطيع فريقك تخصيص جزء من اجتماع للتعلّم. أحضر شيئًا تعلّمته واعرضه على الآخرين.",
            "Your training begins": "تدريبك يبدأ",
        ])
}
