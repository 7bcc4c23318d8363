internal import Atrium

extension Phrases {
    /// The features of an organization.
    static let arabicFeatures = Phrases(
        "ar",
        [
            "Features": "الميزات",
            "Feature": "الميزة",
            "Needs": "تحتاج إلى",
            "A feature that is off does nothing, and keeps its data. When it is on again, it catches up.":
                "الميزة المتوقفة لا تفعل شيئًا وتحتفظ ببياناتها. وعند تشغيلها من جديد تستدرك ما فاتها.",
            "on": "تعمل",
            "off": "متوقفة",
            "waits for what it needs": "تنتظر ما تحتاج إليه",
            "did not start, is tried again": "لم تبدأ، وتُعاد المحاولة",
            "missing from the program": "غير موجودة في البرنامج",
            "Switch on": "تشغيل",
            "Switch off": "إيقاف",
            "What this changes:": "ما الذي يتغيّر:",
            "begins to work": "تبدأ العمل",
            "names no feature; choose one": "لا يسمّي أي ميزة؛ اختر واحدة",
            "The feature is on.": "الميزة تعمل الآن.",
            "The feature is off.": "الميزة متوقفة الآن.",
            "the features of the organization changed since this was shown; look at it again":
                "تغيّرت ميزات المؤسسة منذ عرض هذا؛ انظر إليه من جديد",
            "module '{1}' was replaced since this service was looked up; look it up again":
                "استُبدلت الوحدة «{1}» في هذه الأثناء؛ ابحث عنها من جديد",
            "module '{1}' is switched off in this organization; switch it on":
                "الوحدة «{1}» متوقفة في هذه المؤسسة؛ شغّلها",
            "module '{1}' waits in this organization for {2}": "الوحدة «{1}» تنتظر في هذه المؤسسة {2}",
            "module '{1}' did not start in this organization; the platform's observer got the error, and it is tried again":
                "لم تبدأ الوحدة «{1}» في هذه المؤسسة؛ وصل الخطأ إلى مراقب المنصة، وتُعاد المحاولة",
            "module '{1}' is not part of this program; add it to the platform's modules":
                "الوحدة «{1}» ليست من هذا البرنامج؛ أضفها إلى وحدات المنصة",
            "module '{1}' is switched on in this organization; switch it off first":
                "الوحدة «{1}» تعمل في هذه المؤسسة؛ أوقفها أولًا",
            "there is no module '{1}', and it stored nothing here; check its name":
                "لا توجد وحدة «{1}»، ولم تحفظ شيئًا هنا؛ تحقق من اسمها",
            "ends; {1 row stays|rows stay}, {2 waiting event or job is|waiting events or jobs are} forgotten":
                "تتوقف؛ {1, plural, zero {لا يبقى أي سجل} one {يبقى سجل واحد} two {يبقى سجلان} few {تبقى # سجلات} many {يبقى # سجلًا} other {يبقى # سجل}}، {2, plural, zero {ولا يُنسى أي حدث أو عمل منتظر} one {ويُنسى حدث أو عمل منتظر واحد} two {ويُنسى حدثان أو عملان منتظران} few {وتُنسى # أحداث أو أعمال منتظرة} many {ويُنسى # حدثًا أو عملًا منتظرًا} other {ويُنسى # حدث أو عمل منتظر}}",
            "Who may do what": "من يمكنه فعل ماذا",
            "What the organization decides itself. Everything else follows from the roles.":
                "ما تقرره المؤسسة بنفسها. وكل ما عداه يتبع الأدوار.",
            "No feature leaves this to the organization.": "لا تترك أي ميزة هذا القرار للمؤسسة.",
            "Whom it names": "من يعنيه ذلك",
            "May do it": "يُسمح له",
            "At first": "في البداية",
            "every member": "كل الأعضاء",
            "Allow": "السماح",
            "Do not allow": "عدم السماح",
            "It is allowed.": "تم السماح.",
            "It is not allowed any more.": "لم يعد مسموحًا.",
            "the organization does not decide this now; look at the list again":
                "لا تقرر المؤسسة هذا الآن؛ راجع القائمة من جديد",
            "the organization does not decide who has the permission '{1}'; choose one of the list":
                "لا تقرر المؤسسة من لديه الصلاحية «{1}»؛ اختر واحدة من القائمة",
            "adjust grants": "تعديل الصلاحيات",
        ])
}
