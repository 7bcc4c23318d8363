internal import Atrium

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "A program that uses the token loses its access at once. What it has begun is finished.":
                "يفقد البرنامج الذي يستخدم الرمز إمكانية الوصول فورًا، ويكتمل ما بدأه من عمل.",
            "A program with a token acts in the name of the member who made it, and may do only what the token allows.":
                "يعمل البرنامج الذي يحمل رمزًا باسم العضو الذي أنشأه، ولا يستطيع إلا ما يتيحه الرمز.",
            "Access tokens": "رموز الوصول",
            "Copy the token now. It is valid for {1 day|days}, and it is not shown again.":
                "يُرجى نسخ الرمز الآن. مدة صلاحيته: {1, plural, zero {أقل من يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}، ولن يُعرض مرة أخرى.",
            "Days until it ends": "عدد الأيام حتى الانتهاء",
            "Ends": "تاريخ الانتهاء",
            "For": "الجهة المستخدِمة",
            "In the name of": "باسم",
            "Last used": "آخر استخدام",
            "Made": "تاريخ الإنشاء",
            "Make a token": "إنشاء رمز",
            "May": "الصلاحيات",
            "No program has access.": "لا يملك أي برنامج إمكانية الوصول.",
            "Revoke": "إبطال",
            "The token is revoked.": "تم إبطال رمز الوصول.",
            "The token is shown once. Give a program only what it needs.":
                "يُعرض الرمز مرة واحدة فقط. يُنصح بألا يُمنح البرنامج إلا ما يحتاج إليه.",
            "Token": "رمز الوصول",
            "What it may do": "ما يتيحه الرمز",
            "What uses it, such as a payroll system.": "ما سيستخدم الرمز، مثل نظام الرواتب.",
            "Your access tokens": "رموز وصولك",
            "a token acts in the name of a member; make it as a member": "يعمل الرمز باسم عضو؛ يُرجى إنشاؤه بصفة عضو",
            "a token is valid for 1 to {1} days; choose such a number":
                "مدة صلاحية الرمز بالأيام من 1 إلى {1}؛ يُرجى اختيار عدد ضمن هذا المجال",
            "a token": "رمز الوصول",
            "manage tokens": "إدارة رموز الوصول",
            "no token can hold the permission '{1}'; choose another":
                "لا يمكن لأي رمز أن يحمل الصلاحية «{1}»؛ يُرجى اختيار صلاحية أخرى",
            "the organization has {1} tokens; revoke some that nobody uses":
                "بلغ عدد رموز المؤسسة {1}؛ يُرجى إبطال ما لا يستخدمه أحد منها",
            "the token would allow nothing; choose at least one permission":
                "لن يتيح الرمز أي شيء؛ يُرجى اختيار صلاحية واحدة على الأقل",
            "there is no such token; list the tokens again": "لا يوجد رمز كهذا؛ يُرجى عرض قائمة الرموز من جديد",
            "this request has made a token already; if you did not copy it, revoke it and make another":
                "سبق أن أنشأ هذا الطلب رمزًا؛ إن لم يُنسخ، يُرجى إبطاله وإنشاء رمز آخر",
            "token": "رمز",
        ])
}
