internal import Atrium

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "A calendar program that has the address shows the days of your reviews, and no figure. A new address ends the old one.":
                "يعرض برنامج التقويم الذي لديه العنوان أيام مراجعاتك من دون أي مؤشر. إنشاء عنوان جديد ينهي العنوان القديم.",
            "A fixed time for looking at the figures keeps the project alive.":
                "الموعد الثابت للنظر في المؤشرات يُبقي المشروع حيًا.",
            "A mail with your watched figures comes on each of these days. Without a cycle, no mail comes.":
                "تصلك في كل يوم من هذه الأيام رسالة بالمؤشرات المتابَعة. ومن دون تكرار محدد، لا تصلك أي رسالة.",
            "A number that comes from fewer people is not shown to anybody but themselves. Empty shows all.":
                "العدد المستند إلى عدد أقل من الأشخاص لا يُعرض لأحد سواهم. ترك الحقل فارغًا يعرض كل الأعداد.",
            "A number that comes from fewer than {1} people is not shown.":
                "لا يُعرض العدد المستند إلى أقل من {1} من الأشخاص.",
            "A row for each": "صف لكل",
            "Activated": "الأعضاء المفعّلون",
            "Active members at the time of the query, for every period. For a team, its active members. Invited, deactivated and removed people do not count.":
                "الأعضاء النشطون وقت الاستعلام، أيًّا كانت الفترة. وللفريق: أعضاؤه النشطون. لا يُحتسب المدعوون ولا المعطّلون ولا من أُزيلت عضوياتهم.",
            "Active": "الأعضاء النشطون",
            "Activities": "الأنشطة",
            "By {1}": "العرض حسب: {1}",
            "Cases": "الحالات",
            "Certificates": "الشهادات",
            "Certified": "الحاصلون على شهادة",
            "Choose key figures": "اختيار المؤشرات الرئيسية",
            "Compare teams": "مقارنة الفرق",
            "Completed divided by ended. Ended is the sum of completed, failed and withdrawn. There is no value if nothing ended.":
                "حالات الإتمام مقسومة على الحالات المنتهية. والمنتهية هي مجموع حالات الإتمام والإخفاق والانسحاب. لا توجد قيمة إن لم ينتهِ شيء.",
            "Completed": "حالات الإتمام",
            "Completion rate": "معدل الإتمام",
            "Completions in the period. Each one earns or renews a certificate.":
                "حالات إتمام الدورات خلال الفترة. تمنح كل منها شهادة أو تجدّدها.",
            "Course": "الدورة",
            "Courses": "الدورات",
            "Courses side by side. Compare the rates, and look at the number of cases beside them.":
                "الدورات جنبًا إلى جنب. قارن النسب، وانظر إلى عدد الحالات بجانبها.",
            "Criterion": "المعيار",
            "Cycle": "التكرار",
            "Day": "اليوم",
            "Definition": "التعريف",
            "Different people who accepted an invitation in the period.": "أشخاص مختلفون قبلوا دعوة خلال المدة.",
            "Different people who completed a course for the first time in the period.":
                "أشخاص مختلفون أتموا دورة لأول مرة خلال المدة.",
            "Different people who were enrolled in a course in the period.": "أشخاص مختلفون التحقوا بدورة خلال المدة.",
            "Different people who worked on a course, or opened it, for the first time in the period.":
                "أشخاص مختلفون عملوا على دورة أو فتحوها لأول مرة خلال المدة.",
            "Different people with a completion in the period. Each one earns or renews a certificate.":
                "أشخاص مختلفون لديهم إتمام خلال المدة. وكل إتمام يمنح شهادة أو يجددها.",
            "Different people with at least one activity in the period. Reports of progress are activities.":
                "عدد الأشخاص المختلفين الذين لهم نشاط واحد على الأقل خلال الفترة. وتُعد تقارير التقدّم أنشطة.",
            "Direction": "الاتجاه",
            "Each": "الفترة",
            "Empty for the organization.": "يُترك فارغًا للمؤسسة كلها.",
            "End the calendar address": "إنهاء عنوان التقويم",
            "Enrolled": "حالات الالتحاق",
            "Enrolments that ended as completed in the period.": "حالات الالتحاق التي انتهت بالإتمام خلال الفترة.",
            "Enrolments that ended as failed in the period.": "حالات الالتحاق التي انتهت بالإخفاق خلال الفترة.",
            "Enrolments that ended as withdrawn in the period.": "حالات الالتحاق التي انتهت بالانسحاب خلال الفترة.",
            "Enrolments with a date in the period.": "حالات الالتحاق التي يقع تاريخها ضمن الفترة.",
            "Failed": "حالات الإخفاق",
            "Fewest people": "أقل عدد من الأشخاص",
            "Figure": "المؤشر",
            "Figures that you watch": "المؤشرات التي تتابعها",
            "First day": "اليوم الأول",
            "From the enrolment to the certificate": "من الالتحاق إلى الشهادة",
            "From the invitation to the certificate": "من الدعوة إلى الشهادة",
            "From {1} to {2}.": "من {1} إلى {2}.",
            "From": "من",
            "Give this address to your calendar program. It is secret, and it is not shown again.":
                "يُرجى إدخال هذا العنوان في برنامج التقويم لديك. إنه سري، ولن يُعرض مرة أخرى.",
            "Hidden": "محجوب",
            "Hide small groups": "حجب المجموعات الصغيرة",
            "How each figure is counted. The same rule holds on every page and in every file.":
                "كيف يُحتسب كل مؤشر. تسري القاعدة نفسها في كل صفحة وفي كل ملف.",
            "How many people took each step in the period. A step leads to the list of these people, for those who may see what they learn.":
                "عدد الأشخاص الذين أتموا كل خطوة خلال المدة. تؤدي الخطوة إلى قائمة هؤلاء الأشخاص لمن يحق له رؤية ما يتعلمونه.",
            "How often": "التكرار",
            "Invitations accepted in the period.": "الدعوات المقبولة خلال الفترة.",
            "Invitations sent in the period. An invitation that is sent again counts once, on the day of its first sending. For a team, the invitations to join it.":
                "الدعوات المرسلة خلال الفترة. الدعوة التي يُعاد إرسالها تُحتسب مرة واحدة، في يوم إرسالها الأول. وللفريق: دعوات الانضمام إليه.",
            "Invitations that were sent in the period. Each one counts as a person.":
                "الدعوات المرسلة خلال المدة. تُحتسب كل دعوة شخصًا واحدًا.",
            "Invited": "الدعوات المرسلة",
            "It comes from fewer than {1} people, or would reveal such a number.":
                "يستند إلى أقل من {1} من الأشخاص، أو يكشف عددًا كهذا.",
            "It comes from too few people.": "يستند إلى عدد قليل جدًا من الأشخاص.",
            "It should be": "القيمة المطلوبة",
            "Last two periods": "الفترتان الأخيرتان",
            "Learning activities in the period, including reports of progress.":
                "أنشطة التعلّم خلال الفترة، بما فيها تقارير التقدّم.",
            "Learning": "التعلّم",
            "Look at your watch list. Which figures missed their targets, and what will you do about it?":
                "حان وقت الاطلاع على قائمة المتابعة: أي المؤشرات لم تحقق قيمها المستهدفة، وما الخطوة التالية بشأنها؟",
            "Make a calendar address": "إنشاء عنوان تقويم",
            "Members": "الأعضاء",
            "Minutes": "الدقائق",
            "Next day": "اليوم التالي",
            "No days.": "لا توجد أيام.",
            "No mail comes.": "لا تصل أي رسالة.",
            "No team has a criterion yet. An administrator sets it on the page of a team.":
                "لا يوجد فريق له معيار بعد. يحدده المسؤول في صفحة الفريق.",
            "Nobody took this step in the period.": "لم يُتم أحد هذه الخطوة خلال المدة.",
            "Now": "الآن",
            "Of the step before": "من الخطوة السابقة",
            "Of": "يخص",
            "Or in your own words": "أو بكلماتك",
            "Overview": "نظرة عامة",
            "Pairs of a person and a course with their first activity or opening in the period.":
                "عدد أزواج «شخص ودورة» التي كان أول نشاط أو أول فتح لها خلال الفترة.",
            "Pairs of a person and a course with their first completion in the period. Retakes do not count.":
                "عدد أزواج «شخص ودورة» التي كان أول إتمام لها خلال الفترة. لا تُحتسب الإعادات.",
            "People completed": "الأشخاص الذين أتموا",
            "People who took the step": "من أتموا الخطوة",
            "People": "الأشخاص",
            "Period": "الفترة",
            "Person": "الشخص",
            "Remind me to review": "تذكيري بالمراجعة",
            "Schedule a review": "جدولة مراجعة",
            "Set the criterion": "تحديد المعيار",
            "Started": "حالات البدء",
            "Step": "الخطوة",
            "Subject": "الموضوع",
            "Target": "القيمة المستهدفة",
            "Team": "الفريق",
            "Teams side by side. Compare the rates, and look at the number of cases beside them.":
                "الفرق جنبًا إلى جنب. تفيد مقارنة المعدلات مع مراعاة عدد الحالات المذكور بجانبها.",
            "Teams with the same criterion side by side. Each rate is the part of the team's active members who did it in the period, while they were in the team.":
                "الفرق ذات المعيار نفسه جنبًا إلى جنب. كل نسبة هي حصة أعضاء الفريق النشطين الذين فعلوا ذلك خلال المدة أثناء وجودهم في الفريق.",
            "Teams": "الفرق",
            "The address no longer works.": "لم يعد العنوان صالحًا.",
            "The criterion is changed.": "تم تغيير المعيار.",
            "The day is the first one in the period on which the person took the step.":
                "اليوم هو أول يوم خلال المدة أتم فيه الشخص الخطوة.",
            "The figure is no longer watched.": "لم يعد المؤشر متابَعًا.",
            "The figure is watched.": "أصبح المؤشر متابَعًا.",
            "The figures of the last twelve months, or of the days that you choose, with their definitions.":
                "مؤشرات الاثني عشر شهرًا الأخيرة، أو الأيام المختارة، مع تعريفاتها.",
            "The limit is changed.": "تم تغيير الحد.",
            "The mail comes in this cycle.": "ستصل الرسالة وفق هذا التكرار.",
            "The target counts from the period in which it is set. The target of a rate is in percent.":
                "تسري القيمة المستهدفة من الفترة التي تُحدَّد فيها. والقيمة المستهدفة للمعدل نسبة مئوية.",
            "The time that activities in the period reported. A missing report is not estimated.":
                "الوقت الذي أفادت به الأنشطة خلال الفترة. لا يُقدَّر ما لم يرد عنه تقرير.",
            "Total": "الإجمالي",
            "Until, without this day": "حتى، من دون هذا اليوم",
            "Verdict": "النتيجة",
            "Watch a figure": "متابعة مؤشر",
            "Watch no longer": "إيقاف المتابعة",
            "Watched figure": "مؤشر متابَع",
            "Watched figures": "المؤشرات المتابَعة",
            "Watched": "المتابَعة",
            "What each person did in the period, in numbers.": "ما فعله كل شخص خلال الفترة، بالأرقام.",
            "What the figures mean": "معاني المؤشرات",
            "What the members of the team have in common. Teams with the same criterion can be compared. Empty takes it away.":
                "ما يجمع أعضاء الفريق. يمكن مقارنة الفرق ذات المعيار نفسه. ترك الحقلين فارغين يزيل المعيار.",
            "What you decided to watch this year, with a target for each period.":
                "ما قررت متابعته هذا العام، مع قيمة مستهدفة لكل فترة.",
            "Which figures do you want to follow all year? Give each a target.":
                "ما المؤشرات التي ستتابعها طوال العام؟ يُرجى تحديد قيمة مستهدفة لكل منها.",
            "Withdrawn": "حالات الانسحاب",
            "You are reminded {1}.": "يصلك تذكير {1}.",
            "You get this message on the days of your review. Change your list or the days in Analytics.":
                "تصلك هذه الرسالة في أيام مراجعتك. يمكنك تغيير قائمتك أو الأيام في «التحليلات».",
            "You have no review yet.": "ليست لديك مراجعة بعد.",
            "You watch no figure yet.": "لا تتابع أي مؤشر بعد.",
            "You watch {1 figure|figures}.":
                "{1, plural, zero {لا تتابع أي مؤشر} one {تتابع مؤشرًا واحدًا} two {تتابع مؤشرين} few {تتابع # مؤشرات} many {تتابع # مؤشرًا} other {تتابع # مؤشر}}.",
            "Your calendar of reviews": "تقويم مراجعاتك",
            "Your key figures on {1}": "مؤشراتك الرئيسية بتاريخ {1}",
            "Your reviews of figures": "مراجعاتك للمؤشرات",
            "a criterion in your own words has 1 to 100 characters in one line, and at least one character that shows; correct it":
                "المعيار بكلماتك من 1 إلى 100 حرف في سطر واحد، وفيه حرف ظاهر واحد على الأقل؛ يُرجى تصحيحه",
            "a list has at most 50 watched figures; remove one first":
                "في القائمة 50 مؤشرًا متابَعًا على الأكثر؛ يُرجى إزالة أحدها أولًا",
            "a review starts in the years 1583 to 9999, and a monthly or quarterly one on a day from 1 to 28; choose another day":
                "تبدأ المراجعة في السنوات من 1583 إلى 9999، والشهرية أو ربع السنوية في يوم من 1 إلى 28؛ يُرجى اختيار يوم آخر",
            "a table has at most 100 figures; choose fewer": "في الجدول 100 مؤشر على الأكثر؛ يُرجى اختيار عدد أقل",
            "a target is a number of at least 0, and at most 1 for a rate; choose another one":
                "القيمة المستهدفة عدد لا يقل عن 0، ولا يزيد على 1 للمعدل؛ يُرجى اختيار قيمة أخرى",
            "activities": "أنشطة",
            "area": "المجال",
            "at least {1}": "{1} على الأقل",
            "at least": "على الأقل",
            "at most {1}": "{1} على الأكثر",
            "at most": "على الأكثر",
            "cannot be given together with a criterion": "لا يمكن تحديده مع معيار آخر",
            "cases": "حالات",
            "certificates": "شهادات",
            "completions": "حالات إتمام",
            "day": "يوم",
            "department": "القسم",
            "enrolments": "حالات التحاق",
            "every month": "كل شهر",
            "every three months": "كل ثلاثة أشهر",
            "every week": "كل أسبوع",
            "geography": "الموقع الجغرافي",
            "hidden because it comes from too few people": "محجوب لأنه يستند إلى عدد قليل جدًا من الأشخاص",
            "hidden": "محجوب",
            "in order": "على ما يرام",
            "interest": "الاهتمام",
            "invitations": "دعوات",
            "is none of the choices": "القيمة ليست من الخيارات المتاحة",
            "minutes": "دقائق",
            "month": "شهر",
            "names nothing here; choose it again": "لا يوجد شيء هنا بهذه القيمة؛ يُرجى الاختيار من جديد",
            "no value": "لا توجد قيمة",
            "people": "أشخاص",
            "project": "المشروع",
            "quarter": "ربع سنة",
            "review of watched figures": "مراجعة المؤشرات المتابَعة",
            "seniority": "الأقدمية",
            "set criterion": "تحديد معيار الفريق",
            "set small group": "تحديد حد المجموعات الصغيرة",
            "subject: Subject": "الموضوع",
            "target: missed": "لم تتحقق",
            "target: open": "جارية",
            "target: reached": "تحققت",
            "the interval is outside the calendar; choose days in the years 1 to 9999":
                "الفترة خارج التقويم؛ يُرجى اختيار أيام في السنوات من 1 إلى 9999",
            "the limit for small groups is 2 to 1,000 people; choose one, or none":
                "حد المجموعات الصغيرة من 2 إلى 1,000 شخص؛ يُرجى اختيار حد، أو عدم تحديده",
            "the table would have more than 100,000 rows; choose longer periods or a shorter interval":
                "سيضم الجدول أكثر من 100,000 صف؛ يُرجى اختيار فترات أطول أو مدة أقصر",
            "there is no review for a calendar to show; schedule one first":
                "لا توجد مراجعة يعرضها التقويم؛ يُرجى جدولة مراجعة أولًا",
            "there is no such watched figure in your list; look at the list again":
                "لا يوجد مؤشر متابَع كهذا في قائمتك؛ يُرجى الاطلاع على القائمة من جديد",
            "this calendar address does not work, or no longer works; create a new one":
                "عنوان التقويم هذا لا يعمل أو لم يعد يعمل؛ يُرجى إنشاء عنوان جديد",
            "view figures": "عرض المؤشرات",
            "view review calendar": "عرض تقويم المراجعات",
            "watch figures": "متابعة المؤشرات",
            "watch": "مؤشر متابَع",
            "week": "أسبوع",
            "year": "سنة",
            "{1} ({2} of {3})": "{1} ({2} من {3})",
            "{1} A cell with <{2} comes from fewer than {3} people, or would reveal such a number.":
                "{1} الخلية التي تحوي <{2} تستند إلى أقل من {3} من الأشخاص، أو تكشف عددًا كهذا.",
            "{1} Q{2}": "الربع {2} من {1}",
            "{1} so far": "{1} حتى الآن",
            "{1} to {2}": "من {1} إلى {2}",
            "{1}, {2}, each {3}: {4}": "{1}، {2}، كل {3}: {4}",
            "{1}: review of key figures": "{1}: مراجعة المؤشرات الرئيسية",
            "{1}: your key figures": "{1}: مؤشراتك الرئيسية",
            "{1}: {2} of {3 key figure|key figures} missed their targets":
                "{1}: {2} من أصل {3, plural, zero {# مؤشر رئيسي} one {مؤشر رئيسي واحد} two {مؤشرين رئيسيين} few {# مؤشرات رئيسية} many {# مؤشرًا رئيسيًا} other {# مؤشر رئيسي}} دون تحقيق القيمة المستهدفة",
            "{1}: {2}, met": "{1}: {2}، تحققت القيمة المستهدفة",
            "{1}: {2}, missed": "{1}: {2}، لم تتحقق القيمة المستهدفة",
        ])
}
