internal import Atrium

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "Campaigns": "الحملات",
            "A message, a banner, a suggestion and a review each month make learning a habit.":
                "رسالة ولافتة واقتراح ومراجعة كل شهر تجعل التعلّم عادة.",
            "Add an entry": "إضافة بند",
            "An approval ends. Approve the entry again after the change.":
                "ينتهي الاعتماد. اعتمد البند من جديد بعد التعديل.",
            "Any day of the month.": "أي يوم من الشهر.",
            "Approve": "اعتماد",
            "Begin the plan of the year": "بدء خطة السنة",
            "Begin the plan: you get drafts for twelve months, and change them as you like.":
                "ابدأ الخطة: تحصل على مسودات لاثني عشر شهرًا وتعدّلها كما تشاء.",
            "Change": "تغيير",
            "Choose the day of the weekly note": "اختيار يوم النشرة الأسبوعية",
            "Chosen": "تاريخ الاختيار",
            "Course": "الدورة",
            "Day of the week": "يوم الأسبوع",
            "Day": "اليوم",
            "Each entry is carried out on its day, in your name. What cannot be approved stays as it is, and says why.":
                "يُنفَّذ كل بند في يومه باسمك. ما لا يمكن اعتماده يبقى كما هو مع ذكر السبب.",
            "Each week a note can tell you what is next for you, and what colleagues began.":
                "يمكن لنشرة أسبوعية أن تخبرك بما ينتظرك وبما بدأه زملاؤك.",
            "Empty for everybody.": "يُترك فارغًا للجميع.",
            "Entries of the plan that you approved": "بنود الخطة التي اعتمدتها",
            "Entries of the plan that you changed last": "بنود الخطة التي كنت آخر من عدّلها",
            "Entry of the plan": "بند الخطة",
            "First day": "اليوم الأول",
            "First month": "الشهر الأول",
            "Get the weekly note": "تلقّي النشرة الأسبوعية",
            "Hello {1},": "مرحبًا {1}،",
            "Id of the entry": "معرّف البند",
            "It was refused on its day, for example because too many messages were sent. Approve it again.":
                "رُفض البند في يومه، مثلًا بسبب إرسال رسائل كثيرة. اعتمده من جديد.",
            "Its course is not in the catalogue any more. Choose another course, and approve it again.":
                "لم تعد الدورة في الدليل. اختر دورة أخرى واعتمد البند من جديد.",
            "Its team is archived. Choose another team, and approve it again.":
                "الفريق مؤرشف. اختر فريقًا آخر واعتمد البند من جديد.",
            "Kind": "النوع",
            "Markdown: **strong**, *emphasis*, lists and links.": "Markdown: **غامق** و*تشديد* وقوائم وروابط.",
            "Members who asked for the note get it on this day.":
                "يتلقى الأعضاء الذين طلبوا النشرة نشرتهم في هذا اليوم.",
            "Messages, banners, suggestions and reviews. Nothing takes place before somebody has approved it.":
                "رسائل ولافتات واقتراحات ومراجعات. لا يُنفَّذ شيء قبل أن يعتمده أحد.",
            "News": "الأخبار",
            "Nobody sees the banner any more. The one before it is shown again, if it is not too old.":
                "لن يرى أحد اللافتة بعد الآن. تظهر اللافتة السابقة من جديد إن لم تكن قديمة جدًا.",
            "Of a message.": "لرسالة.",
            "Of a suggestion.": "لاقتراح.",
            "Plan of the year": "خطة السنة",
            "Plan the year": "التخطيط للسنة",
            "Plans of a year that you began": "خطط السنة التي بدأتها",
            "Revision": "التنقيح",
            "Skip": "تجاوز",
            "State": "الحالة",
            "Stop the weekly note": "إيقاف النشرة الأسبوعية",
            "Subject": "الموضوع",
            "Take down": "إزالة",
            "Taken down": "أزيلت في",
            "Team": "الفريق",
            "Text": "النص",
            "The banner is taken down.": "أُزيلت اللافتة.",
            "The day is chosen.": "اختير اليوم.",
            "The draft is added.": "أُضيفت المسودة.",
            "The drafts of twelve months are ready. Change them, and approve them.":
                "مسودات اثني عشر شهرًا جاهزة. عدّلها ثم اعتمدها.",
            "The entries are not carried out. A change makes an entry a draft again.":
                "لا تُنفَّذ البنود. التعديل يجعل البند مسودة من جديد.",
            "The entry is approved.": "اعتُمد البند.",
            "The entry is carried out on its day, in your name. A change ends the approval. You need the right to do what it does.":
                "يُنفَّذ البند في يومه باسمك. أي تعديل ينهي الاعتماد. يلزمك حق القيام بما يقوم به البند.",
            "The entry is changed, and a draft again.": "عُدّل البند وعاد مسودة.",
            "The entry is not carried out. A change makes it a draft again.": "لا يُنفَّذ البند. أي تعديل يعيده مسودة.",
            "The entry is skipped.": "جرى تجاوز البند.",
            "The member who approved it may no longer do this. Somebody else has to approve it.":
                "لم يعد يحق للعضو الذي اعتمده القيام بذلك. يجب أن يعتمده شخص آخر.",
            "The next month is approved.": "الشهر القادم معتمد.",
            "The plan has nothing for the next month.": "ليس في الخطة شيء للشهر القادم.",
            "The weekly note that you chose": "النشرة الأسبوعية التي اخترتها",
            "There is no plan for the coming months.": "لا توجد خطة للأشهر القادمة.",
            "Week of the last note": "أسبوع آخر نشرة",
            "What people read or get on this day. It takes place only after somebody has approved it.":
                "ما يقرؤه الناس أو يتلقونه في هذا اليوم. لا يحدث إلا بعد أن يعتمده أحد.",
            "What your organization tells you, and whether you get a weekly note.":
                "ما تعلنه لك مؤسستك، وهل تتلقى النشرة الأسبوعية.",
            "Why": "السبب",
            "You asked for this note. To stop it, choose so on your home.":
                "لقد طلبت هذه النشرة. لإيقافها، اختر ذلك في صفحتك الرئيسية.",
            "You get a note by mail each week.": "تصلك نشرة بالبريد كل أسبوع.",
            "You get drafts for twelve months in the organization's language: a message, a banner, a suggestion and a review each month.":
                "تحصل على مسودات لاثني عشر شهرًا بلغة المؤسسة: رسالة ولافتة واقتراح ومراجعة كل شهر.",
            "You get no more notes.": "لن تصلك نشرات بعد الآن.",
            "You get the note from now on.": "ستصلك النشرة من الآن فصاعدًا.",
            "You get this message because you approved the review.": "تصلك هذه الرسالة لأنك اعتمدت المراجعة.",
            "Your week of learning at {1}": "أسبوعك التدريبي في {1}",
            "a message needs a subject and a text, a banner and a review need a text, and a suggestion needs a course; complete the entry before you approve it":
                "تحتاج الرسالة إلى موضوع ونص، واللافتة والمراجعة إلى نص، والاقتراح إلى دورة؛ أكمل البند قبل اعتماده",
            "a plan begins with one of the next twelve months; choose another month":
                "تبدأ الخطة بأحد الأشهر الاثني عشر القادمة؛ اختر شهرًا آخر",
            "an entry is at most two years ahead; choose an earlier day": "لا يتجاوز موعد البند سنتين؛ اختر يومًا أقرب",
            "approve plan": "اعتماد الخطة",
            "at most 1,000 entries of the plan can wait; skip some first":
                "يمكن أن ينتظر 1,000 بند على الأكثر؛ تجاوز بعضها أولًا",
            "audience: To": "إلى",
            "banner": "لافتة",
            "choose note": "اختيار النشرة الأسبوعية",
            "colleagues began these courses last week:": "بدأ زملاء هذه الدورات في الأسبوع الماضي:",
            "everybody": "الجميع",
            "member": "عضو",
            "message": "رسالة",
            "only a banner that was carried out can be taken down; skip an entry that waits":
                "لا تُزال إلا لافتة نُفّذت؛ يُرجى تخطي البند الذي ينتظر",
            "plan entry": "بند في الخطة",
            "plan entry: Approved by": "اعتمده",
            "plan entry: Carried out": "تاريخ التنفيذ",
            "plan entry: Entries": "البنود",
            "plan entry: Entry": "البند",
            "plan entry: What": "ماذا",
            "plan entry: approved": "معتمد",
            "plan entry: carried out": "نُفّذ",
            "plan entry: draft": "مسودة",
            "plan entry: missed": "فات موعده",
            "plan entry: needs approval": "يحتاج إلى اعتماد",
            "plan entry: skipped": "متجاوَز",
            "plan of the year": "خطة السنة",
            "plan year": "تخطيط السنة",
            "read guide for managers": "قراءة دليل المديرين",
            "read guide": "قراءة الدليل",
            "review in the plan of the year": "مراجعة في خطة السنة",
            "review": "مراجعة",
            "somebody changed the entry since you read it; look at it again, and decide then":
                "عدّل أحدهم البند بعد أن قرأته؛ اطّلع عليه من جديد ثم قرّر",
            "suggestion of a course": "اقتراح دورة",
            "the day has passed; choose today or a later day": "مضى هذا اليوم؛ اختر اليوم أو يومًا لاحقًا",
            "the entry is skipped, or its day has passed; change it first": "البند متجاوَز أو مضى يومه؛ عدّله أولًا",
            "the entry was carried out already; add a new one": "نُفّذ البند بالفعل؛ أضف بندًا جديدًا",
            "the plan has no such entry; look it up again": "لا يوجد مثل هذا البند في الخطة؛ ابحث عنه من جديد",
            "the plan of the year has a review on {1}:": "في خطة السنة مراجعة يوم {1}:",
            "the subject of an entry is one line of at most 200 characters, without control or direction characters; change it":
                "موضوع البند سطر واحد لا يتجاوز 200 حرف، دون أحرف تحكّم أو اتجاه؛ عدّله",
            "the text of an entry has at most 20,000 characters, and of a suggestion 1,000, no control characters except tabs and line breaks, and no text direction that is overridden or left open; change it":
                "لا يتجاوز نص البند 20,000 حرف، ونص الاقتراح 1,000، دون أحرف تحكّم عدا علامات الجدولة وفواصل الأسطر، ودون اتجاه نص مفروض أو متروك مفتوحًا؛ عدّله",
            "there is a plan for some of these months already; skip its entries, or begin with a later month":
                "توجد خطة لبعض هذه الأشهر بالفعل؛ يُرجى تخطي بنودها أو البدء بشهر لاحق",
            "these courses are next for you:": "هذه هي الدورات التالية لك:",
            "view banners": "عرض اللافتات",
            "weekly note": "النشرة الأسبوعية",
            "what an entry does is done in the name of a person; approve it as a member":
                "يُنفَّذ البند باسم شخص؛ اعتمده بصفتك عضوًا",
            "your goals:": "أهدافك:",
            "{1 entry is|entries are} approved, and carried out in your name.":
                "{1, plural, zero {لا يُعتمد أي بند} one {يُعتمد بند واحد ويُنفَّذ باسمك} two {يُعتمد بندان ويُنفَّذان باسمك} few {تُعتمد # بنود وتُنفَّذ باسمك} many {يُعتمد # بندًا ويُنفَّذ باسمك} other {يُعتمد # بند ويُنفَّذ باسمك}}.",
            "{1 entry is|entries are} approved.":
                "{1, plural, zero {لم يُعتمد أي بند} one {اعتُمد بند واحد} two {اعتُمد بندان} few {اعتُمدت # بنود} many {اعتُمد # بندًا} other {اعتُمد # بند}}.",
            "{1 entry is|entries are} not carried out.":
                "{1, plural, zero {لا يُلغى أي بند} one {لا يُنفَّذ بند واحد} two {لا يُنفَّذ بندان} few {لا تُنفَّذ # بنود} many {لا يُنفَّذ # بندًا} other {لا يُنفَّذ # بند}}.",
            "{1 entry is|entries are} skipped.":
                "{1, plural, zero {لم يُتخطَّ أي بند} one {تم تخطي بند واحد} two {تم تخطي بندين} few {تم تخطي # بنود} many {تم تخطي # بندًا} other {تم تخطي # بند}}.",
            "{1 entry of the next month waits|entries of the next month wait} for approval.":
                "{1, plural, zero {لا ينتظر أي بند} one {ينتظر بند واحد} two {ينتظر بندان} few {تنتظر # بنود} many {ينتظر # بندًا} other {ينتظر # بند}} من الشهر القادم الاعتماد.",
            "{1} on {2}": "{1} في {2}",
            "{1} on {2}, to {3 person|people} as of today":
                "{1} في {2}، إلى {3, plural, zero {لا أحد} one {شخص واحد} two {شخصين} few {# أشخاص} many {# شخصًا} other {# شخص}} حتى اليوم",
            "{1} until {2}: {3} done": "{1} حتى {2}: أُنجز {3}",
            "{1}: due on {2}": "{1}: يحين موعدها في {2}",
            "{1}: time for a review": "{1}: حان وقت المراجعة",
            "{1}: you have started it": "{1}: لقد بدأتها",
            "{1}: you have started it, due on {2}": "{1}: لقد بدأتها، ويحين موعدها في {2}",
        ])
}
