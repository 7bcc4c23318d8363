internal import Atrium

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "Team pages": "صفحات الفرق",
            "A message went to everybody.": "أُرسلت رسالة إلى الجميع.",
            "Day": "اليوم",
            "Delete the draft": "حذف المسودة",
            "Draft of": "تاريخ المسودة",
            "Drafts of team pages that you wrote": "مسودات صفحات الفرق التي كتبتها",
            "Edit the draft": "تحرير المسودة",
            "Everybody gets it by mail, and answers go to your address. Markdown is allowed.":
                "تصل إلى الجميع بالبريد، وتصل الردود إلى عنوانك. يمكن استخدام Markdown.",
            "Former versions": "الإصدارات السابقة",
            "Home": "الرئيسية",
            "Identity of the team": "معرّف الفريق",
            "It becomes the draft, to be looked at and published.": "يصبح هو المسودة، لمراجعتها ونشرها.",
            "It becomes the draft. Publish or delete the present draft first.":
                "يصبح هو المسودة. يُرجى أولًا نشر المسودة الحالية أو حذفها.",
            "Markdown: **strong**, *emphasis*, lists, headings and links.":
                "بصيغة Markdown: **نص عريض**، *نص مائل*، قوائم وعناوين وروابط.",
            "Member": "العضو",
            "Members see it from the beginning of the day. Until then it can be taken back.":
                "يراها الأعضاء من بداية ذلك اليوم. وحتى ذلك الحين يمكن التراجع عن نشرها.",
            "Members see it from {1}.": "يراها الأعضاء من {1}.",
            "Members": "الأعضاء",
            "Message": "الرسالة",
            "Messages that you got": "الرسائل التي تلقيتها",
            "Messages that you sent": "الرسائل التي أرسلتها",
            "Messages": "الرسائل",
            "Name": "الاسم",
            "No message went to everybody yet.": "لم تُرسل رسالة إلى الجميع بعد.",
            "Not reached": "لم تصل إليهم",
            "Nothing is published yet.": "لم يُنشر شيء بعد.",
            "Of the page that was read before.": "للصفحة التي قُرئت من قبل.",
            "People": "الأشخاص",
            "Publish the draft later": "نشر المسودة لاحقًا",
            "Publish the draft": "نشر المسودة",
            "Recipients": "المستلمون",
            "Revision": "التنقيح",
            "Saved": "تاريخ الحفظ",
            "Say who invites and why, so that nobody takes the invitation for spam.":
                "يُرجى توضيح من يدعو ولماذا، حتى لا تُعدّ الدعوة رسالة مزعجة.",
            "Sent": "تاريخ الإرسال",
            "State": "الحالة",
            "Subject": "الموضوع",
            "Suggested to the team:": "مقترح على الفريق:",
            "Take back": "التراجع عن النشر",
            "Team page": "صفحة الفريق",
            "Team": "الفريق",
            "Team pages that you published": "صفحات الفرق التي نشرتها",
            "Tell everybody": "إبلاغ الجميع",
            "Text": "النص",
            "Texts of messages": "نصوص الرسائل",
            "The draft is deleted.": "تم حذف المسودة.",
            "The draft is saved.": "تم حفظ المسودة.",
            "The message is on its way.": "الرسالة في طريقها.",
            "The page is published.": "تم نشر الصفحة.",
            "The text of the draft is lost.": "سيُفقد نص المسودة.",
            "The version is the draft now.": "أصبح هذا الإصدار هو المسودة الآن.",
            "To": "إلى",
            "To whom the message was sent, and who was not reached.": "من أُرسلت إليه الرسالة، ومن لم تصله.",
            "Use it again": "استخدامه من جديد",
            "Version": "الإصدار",
            "Visible from": "الظهور من",
            "Visible since": "الظهور منذ",
            "What members saw before. A former version can become the draft again.":
                "ما رآه الأعضاء من قبل. يمكن أن يصبح إصدار سابق هو المسودة من جديد.",
            "What the members of the team see on their home. Nobody else sees a draft.":
                "ما يراه أعضاء الفريق في صفحتهم الرئيسية. ولا يرى المسودة إلا من يحرّر الصفحة.",
            "What was sent to members and teams. A message leads to the people who got it.":
                "ما أُرسل إلى الأعضاء والفرق. تقود كل رسالة إلى من تلقاها.",
            "What your teams tell you, and the courses that are suggested to them.":
                "ما تعلنه لك فرقك، والدورات المقترحة عليها.",
            "Write to everybody": "الكتابة إلى الجميع",
            "Write to the team": "الكتابة إلى الفريق",
            "Write": "كتابة",
            "Your teams have written nothing yet.": "لم تكتب فرقك شيئًا بعد.",
            "a member sends at most {1} messages a day; wait until tomorrow":
                "الحد الأقصى لرسائل العضو في اليوم {1}؛ يُرجى الانتظار حتى الغد",
            "a message goes to at most 100 teams or 1,000 members; send it to the organization":
                "تُرسل الرسالة إلى 100 فريق أو 1,000 عضو على الأكثر؛ يُرجى إرسالها إلى المؤسسة",
            "a message shows the name of a person; send it as a member": "تحمل الرسالة اسم شخص؛ يُرجى إرسالها بصفة عضو",
            "a page can be scheduled at most ten years ahead; choose an earlier time":
                "يمكن جدولة الصفحة لعشر سنوات مقبلة على الأكثر؛ يُرجى اختيار وقت أقرب",
            "a page has at most {1} scheduled versions; take one back first":
                "الحد الأقصى لإصدارات الصفحة المجدولة {1}؛ يُرجى التراجع عن أحدها أولًا",
            "another message was sent under this operation; use a new operation for each message":
                "أُرسلت رسالة أخرى ضمن هذه العملية؛ يُرجى استخدام عملية جديدة لكل رسالة",
            "at most 20,000 characters, no control characters except tabs and line breaks, and no text direction that is overridden or left open":
                "20,000 محرف على الأكثر، من دون محارف تحكم سوى علامات الجدولة وفواصل الأسطر، ومن دون اتجاه نص مفروض أو متروك مفتوحًا",
            "audience: To": "إلى",
            "edit page": "تحرير الصفحة",
            "everybody": "الجميع",
            "message that a person wrote": "رسالة كتبها شخص",
            "message": "رسالة",
            "message: sent": "مُرسلة",
            "on its way": "في الطريق",
            "recipient: not reached": "لم تصل الرسالة",
            "recipient: reached": "وصلت الرسالة",
            "send messages": "إرسال الرسائل",
            "the message has no recipients; choose a team or a member": "ليس للرسالة مستلمون؛ يُرجى اختيار فريق أو عضو",
            "the message is empty; write its text": "الرسالة فارغة؛ يُرجى كتابة نصها",
            "the message of a page has {1}; change it": "المسموح به في رسالة الصفحة: {1}؛ يُرجى تغييرها",
            "the page has a draft, which this would replace; publish or discard it first":
                "للصفحة مسودة سيحل هذا محلها؛ يُرجى نشرها أو تجاهلها أولًا",
            "the page has no draft; save one first": "ليست للصفحة مسودة؛ يُرجى حفظ مسودة أولًا",
            "the page has no such version; look up its history again":
                "ليس للصفحة إصدار كهذا؛ يُرجى الاطلاع على سجل إصداراتها من جديد",
            "the page was changed since you read it; look at its revision {1} and make the change there":
                "تغيّرت الصفحة بعد أن قرأتها؛ يُرجى الاطلاع على تنقيحها {1} وإجراء التغيير فيه",
            "the subject of a message is one line of 1 to 200 characters, without control or direction characters, and not only spaces; change it":
                "موضوع الرسالة سطر واحد من 1 إلى 200 محرف، من دون محارف تحكم أو اتجاه، وليس مسافات فقط؛ يُرجى تغييره",
            "the text of a message has {1}; change it": "المسموح به في نص الرسالة: {1}؛ يُرجى تغييره",
            "there is no such message here; look it up again": "لا توجد رسالة كهذه هنا؛ يُرجى البحث عنها من جديد",
            "view home": "عرض الصفحة الرئيسية",
            "{1 person gets|people get} this message.":
                "{1, plural, zero {لا تصل هذه الرسالة إلى أي شخص} one {تصل هذه الرسالة إلى شخص واحد} two {تصل هذه الرسالة إلى شخصين} few {تصل هذه الرسالة إلى # أشخاص} many {تصل هذه الرسالة إلى # شخصًا} other {تصل هذه الرسالة إلى # شخص}}.",
            "{1 person|people}":
                "{1, plural, zero {لا أحد} one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصًا} other {# شخص}}",
            "{1} {2} more get no messages by their own choice.":
                "{1} {2, plural, zero {ولا يوجد من اختار} one {وهناك شخص آخر اختار} two {وهناك شخصان آخران اختارا} few {وهناك # أشخاص آخرين اختاروا} many {وهناك # شخصًا آخر اختاروا} other {وهناك # شخص آخر اختاروا}} عدم تلقي الرسائل.",
        ])
}
