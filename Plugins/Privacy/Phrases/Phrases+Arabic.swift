internal import Atrium

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "Privacy": "الخصوصية",
            "Address of the member": "عنوان العضو",
            "Choose how long": "اختيار المدة",
            "Data": "البيانات",
            "Days": "الأيام",
            "Erase again after a restore": "إعادة المحو بعد الاستعادة",
            "Erase": "محو",
            "Erasures": "عمليات المحو",
            "Everything that the organization holds of the person, to hand over on request.":
                "كل ما لدى المؤسسة عن الشخص، لتسليمه عند الطلب.",
            "Everything that the organization holds of you, to read and to take with you.":
                "كل ما لدى المؤسسة عنك، لتقرأه وتأخذه معك.",
            "Files": "الملفات",
            "How long data is kept": "مدة الاحتفاظ بالبيانات",
            "If an older file has no other administrator than an erased person, the person cannot be erased again. Name a member who becomes administrator. The person is then erased again.":
                "إذا لم يكن في ملف أقدم مسؤول غير شخص مُحيت بياناته، فلا يمكن محو بياناته مجددًا. اذكر عضوًا يصبح مسؤولًا، ثم تُمحى بيانات الشخص مجددًا.",
            "Keep this list apart from the backups. After a restore of older files, the same people have to be erased again.":
                "احتفظ بهذه القائمة بعيدًا عن النسخ الاحتياطية. بعد استعادة ملفات أقدم يجب محو بيانات الأشخاص أنفسهم مرة أخرى.",
            "Kept for {1 day|days}. {2 entry is|entries are} older now, and erased within a day.":
                "مدة الاحتفاظ: {1, plural, zero {# يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}. عدد القيود الأقدم الآن: {2}، وستُمحى خلال يوم.",
            "Kept without end. Nothing is erased.": "احتفاظ بلا نهاية. لا يُمحى شيء.",
            "Made on {1}. The file data.json has the same for programs, and each table is a file that a spreadsheet opens.":
                "أُعدّ في {1}. يحتوي الملف data.json على البيانات نفسها للبرامج، وكل جدول ملف تفتحه برامج الجداول.",
            "My data": "بياناتي",
            "Name, addresses and everything that says who the person is are destroyed for good. Figures stay, and name nobody.":
                "يُتلف نهائيًا الاسم والعناوين وكل ما يدل على هوية الشخص. تبقى المؤشرات ولا تسمي أحدًا.",
            "Nobody of the list is here.": "لا أحد من القائمة موجود هنا.",
            "Nobody was erased.": "لم تُمحَ بيانات أحد.",
            "Nothing goes before you choose a number of days. What is older then goes once a day.":
                "لا يُمحى شيء قبل أن تختار عدد الأيام. بعد ذلك يُمحى ما هو أقدم مرة كل يوم.",
            "Older than that": "أقدم من ذلك",
            "Paste the column with the members of the list that you kept. Unknown ones are left out.":
                "ألصق عمود الأعضاء من القائمة التي احتفظت بها. يُتجاهل غير المعروفين.",
            "People who left": "أشخاص غادروا",
            "Personal data": "البيانات الشخصية",
            "Replace an erased administrator": "استبدال مسؤول مُحيت بياناته",
            "The member is administrator now, and the person is erased again.":
                "أصبح العضو مسؤولًا الآن، ومُحيت بيانات الشخص مجددًا.",
            "The page index.html shows everything. The file data.json has the same for programs.":
                "تعرض الصفحة index.html كل شيء. ويحتوي الملف data.json على البيانات نفسها للبرامج.",
            "The person is erased. Within a few minutes, no byte is left in the files.":
                "مُحيت بيانات الشخص. خلال دقائق قليلة لن يبقى منها شيء في الملفات.",
            "The time is chosen.": "اختيرت المدة.",
            "What the organization holds of the person, and what is erased of it:":
                "ما لدى المؤسسة عن الشخص وما يُمحى منه:",
            "What {1} holds of you": "ما لدى {1} عنك",
            "When you left": "مغادرتك",
            "Without a number, it is kept.": "من دون عدد يُحتفظ بها.",
            "data is kept for 1 to 36,500 days, or without end; correct the number":
                "تُحفظ البيانات من 1 إلى 36,500 يوم أو بلا نهاية؛ صحّح العدد",
            "date: Erased": "تاريخ المحو",
            "date: Left": "تاريخ المغادرة",
            "erase personal data": "محو البيانات الشخصية",
            "export personal data": "تصدير البيانات الشخصية",
            "is erased for good": "ستُمحى بياناته نهائيًا",
            "manage retention": "إدارة مدة الاحتفاظ",
            "nothing is left": "لم يبقَ شيء",
            "repeat erasures": "تكرار عمليات المحو",
            "replace erased administrator": "استبدال مسؤول مُحيت بياناته",
            "the files are still cleaned": "ما زالت الملفات تُنظَّف",
            "the organization has another administrator, or no erased one; an administrator can grant the role":
                "لدى المؤسسة مسؤول آخر أو ليس فيها مسؤول مُحيت بياناته؛ يمكن لأحد المسؤولين منح الدور",
            "there is no such rule; choose one of the list": "لا توجد قاعدة كهذه؛ اختر واحدة من القائمة",
            "{1 entry|entries}":
                "{1, plural, zero {# قيد} one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}",
            "{1 person of the list is|people of the list are} here and would be erased for good.":
                "{1, plural, zero {لا أحد من القائمة موجود هنا.} one {شخص واحد من القائمة موجود هنا وستُمحى بياناته نهائيًا.} two {شخصان من القائمة موجودان هنا وستُمحى بياناتهما نهائيًا.} few {# أشخاص من القائمة موجودون هنا وستُمحى بياناتهم نهائيًا.} many {# شخصًا من القائمة موجودون هنا وستُمحى بياناتهم نهائيًا.} other {# شخص من القائمة موجودون هنا وستُمحى بياناتهم نهائيًا.}}",
            "{1 person was|people were} erased again.":
                "{1, plural, zero {لم تُمحَ بيانات أحد مجددًا.} one {أُعيد محو بيانات شخص واحد.} two {أُعيد محو بيانات شخصين.} few {أُعيد محو بيانات # أشخاص.} many {أُعيد محو بيانات # شخصًا.} other {أُعيد محو بيانات # شخص.}}",
            "{1}: {2 entry|entries}":
                "{1}: {2, plural, zero {# قيد} one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}",
        ])
}
