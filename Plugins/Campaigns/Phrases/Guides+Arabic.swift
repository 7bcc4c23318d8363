internal import Atrium

extension Phrases {
    static let arabicGuides = Phrases(
        "ar",
        [
            "A page that changes is read. Write a new message at least once a month.":
                "الصفحة التي تتغيّر تُقرأ. اكتب رسالة جديدة مرة في الشهر على الأقل.",
            "A team has a page. Its message and its suggested courses stand on the home of its members. Its figures are shown apart, and can be compared with those of other teams.":
                "لكل فريق صفحة. تظهر رسالتها والدورات المقترحة فيها في الصفحة الرئيسية لأعضائه. وتُعرض أرقامه منفصلة ويمكن مقارنتها بأرقام الفرق الأخرى.",
            "Administrators manage members, roles, invitations and teams. Managers see the figures of the organization and of all teams, and suggest courses to single people.":
                "يدير المسؤولون الأعضاء والأدوار والدعوات والفرق. ويرى المديرون أرقام المؤسسة وجميع الفرق، ويقترحون الدورات على الأفراد.",
            "Agree on a goal with a last day: a course, or a number of minutes. The member sees how far they are, and so do you.":
                "اتفق على هدف له يوم أخير: دورة أو عدد من الدقائق. يرى العضو مدى تقدّمه، وتراه أنت أيضًا.",
            "Before the meeting, see who is stuck, whose courses are overdue, and who has finished. Ask, help, and congratulate.":
                "قبل الاجتماع، انظر من تعثّر، ومن تأخرت دوراته، ومن أنهى. اسأل وساعد وهنّئ.",
            "Bring learning into team meetings": "إدخال التعلّم في اجتماعات الفريق",
            "Bring people in": "إدخال الأشخاص",
            "Curiosity makes learning a habit. Give people something new each month. The plan of the year has drafts for it, which you change and approve.":
                "الفضول يجعل التعلّم عادة. قدّم شيئًا جديدًا كل شهر. في خطة السنة مسودات لذلك تعدّلها وتعتمدها.",
            "Decide which key figures you follow all year. Give each a target, and look at them at a fixed time.":
                "قرّر أي المؤشرات تتابعها طوال السنة. ضع لكل منها هدفًا، وانظر إليها في وقت ثابت.",
            "Every member learns, and downloads their own certificates. Members do not see what others do.":
                "يتعلّم كل عضو وينزّل شهاداته. ولا يرى الأعضاء ما يفعله الآخرون.",
            "Follow your figures": "متابعة مؤشراتك",
            "Get to know the platform": "التعرّف على المنصة",
            "Give each team a supervisor. Supervisors look after the members and the page of their team without your help.":
                "عيّن لكل فريق مشرفًا. يعتني المشرفون بأعضاء فريقهم وصفحته دون مساعدتك.",
            "Guide for administrators": "دليل المسؤولين",
            "Guide for managers": "دليل المديرين",
            "How to make time for learning in a team.": "كيف يجد الفريق وقتًا للتعلّم.",
            "Involve managers": "إشراك المديرين",
            "Keep it up all year": "المواظبة طوال السنة",
            "Look after a team": "الاعتناء بفريق",
            "Look at them on a fixed day. Compare teams by rates and not by numbers of people.":
                "انظر إليها في يوم ثابت. قارن الفرق بالنسب لا بأعداد الأشخاص.",
            "Look through the catalogue as a learner, and complete a short course yourself. Then you know what you suggest to others.":
                "تصفّح الدليل كمتعلّم، وأتمم بنفسك دورة قصيرة. عندها تعرف ما تقترحه على الآخرين.",
            "Managers can set aside time for learning in their team meetings, suggest courses to each person, and set goals.":
                "يستطيع المديرون تخصيص وقت للتعلّم في اجتماعات الفريق، واقتراح الدورات على كل شخص، ووضع الأهداف.",
            "Not everybody reads mail. Posters, flyers and a banner on your own site tell the others.":
                "لا يقرأ الجميع البريد. الملصقات والنشرات ولافتة على موقعكم تُعلم الآخرين.",
            "Offer them the role of supervisor. Then they write the page of their team and suggest courses to it by themselves.":
                "اعرض عليهم دور المشرف. عندها يكتبون صفحة فريقهم ويقترحون عليه الدورات بأنفسهم.",
            "Paste people's addresses into the invitation, and choose a role and teams for all of them. Each person gets a mail, signs in or creates an account, and has premium from then on.":
                "الصق عناوين الأشخاص في الدعوة، واختر لهم جميعًا دورًا وفرقًا. يتلقى كل شخص رسالة، فيسجّل الدخول أو ينشئ حسابًا، ويصبح لديه الوصول المميّز.",
            "Prepare your teams": "تهيئة الفرق",
            "Set aside a fixed part of your team meetings for learning. A quarter of an hour every two weeks is a good beginning.":
                "خصّص جزءًا ثابتًا من اجتماعات فريقك للتعلّم. ربع ساعة كل أسبوعين بداية جيدة.",
            "Show managers the platform and the catalogue first. They decide whether learning finds its time.":
                "اعرض المنصة والدليل على المديرين أولًا. فهم من يقرّر إن كان للتعلّم وقت.",
            "Suggest a course to each person, and say why. People finish courses that help them with their next task.":
                "اقترح دورة على كل شخص وقل لماذا. يُنهي الناس الدورات التي تفيدهم في مهمتهم التالية.",
            "Suggest courses and set goals": "اقتراح الدورات ووضع الأهداف",
            "Supervisors look after the members, the page and the figures of their teams. Nobody is an administrator and a supervisor at the same time.":
                "يعتني المشرفون بأعضاء فرقهم وصفحاتها وأرقامها. لا يكون أحد مسؤولًا ومشرفًا في الوقت نفسه.",
            "Supervisors write the page of their team, suggest courses to all its members, and add members to it. Ask an administrator for this role if you want to do so.":
                "يكتب المشرفون صفحة فريقهم، ويقترحون الدورات على جميع أعضائه، ويضيفون إليه أعضاء. اطلب هذا الدور من مسؤول إن أردت ذلك.",
            "Tell everybody": "إبلاغ الجميع",
            "Think first about how people belong together: by department, place, interest, seniority or project. A member can be in several teams.":
                "فكّر أولًا في كيفية تجميع الأشخاص: حسب القسم أو المكان أو الاهتمام أو الأقدمية أو المشروع. يمكن للعضو أن يكون في عدة فرق.",
            "What do you want to know all year? Choose a few key figures, and give each a target.":
                "ماذا تريد أن تعرف طوال السنة؟ اختر مؤشرات قليلة وضع لكل منها هدفًا.",
            "What to think about before the launch, and all year.": "ما ينبغي التفكير فيه قبل الإطلاق وطوال السنة.",
            "Write to your colleagues when you invite them. Say who invites, why, and from which address the mail comes. Otherwise some people take the invitation for spam.":
                "اكتب إلى زملائك عندما تدعوهم. قل من يدعو ولماذا ومن أي عنوان تصل الرسالة. وإلا ظنّ بعضهم الدعوة بريدًا مزعجًا.",
        ])
}
