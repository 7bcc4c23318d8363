internal import Atrium

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "Each active member uses a seat, and each pending invitation reserves one.":
                "يستخدم كل عضو نشط مقعدًا، وتحجز كل دعوة منتظرة مقعدًا.",
            "Every active member has premium, until the membership ends or is deactivated.":
                "لكل عضو نشط premium إلى أن تنتهي العضوية أو تُعطَّل.",
            "Free": "المتاحة",
            "Given by": "ممنوح من",
            "Limit": "الحد الأقصى",
            "No seat is free.": "لا يوجد مقعد شاغر.",
            "Premium": "Premium",
            "Reserved for invitations": "المحجوزة للدعوات",
            "Seats": "المقاعد",
            "See how many seats are free": "معرفة عدد المقاعد الشاغرة",
            "Set the limit": "تعيين الحد الأقصى",
            "Since": "منذ",
            "The limit is {1 seat|seats}.":
                "الحد الأقصى: {1, plural, zero {لا مقاعد} one {مقعد واحد} two {مقعدان} few {# مقاعد} many {# مقعدًا} other {# مقعد}}.",
            "The number of seats is not limited.": "عدد المقاعد غير محدود.",
            "Until": "حتى",
            "Used by active members": "المستخدمة من الأعضاء النشطين",
            "What your organization gives you, and until when.": "ما تمنحك إياه مؤسستك، وإلى متى.",
            "a limit of seats is 0 or more; choose such a number": "حد المقاعد 0 أو أكثر؛ يُرجى اختيار عدد كهذا",
            "limit: none": "بلا حد أقصى",
            "no seat is left; ask for a higher limit, revoke an invitation or deactivate a member":
                "لم يبقَ أي مقعد؛ يُرجى طلب حد أعلى، أو إبطال دعوة، أو تعطيل عضو",
            "set limit": "تعيين الحد الأقصى للمقاعد",
            "the balance says {1} reserved and {2} used, the rows say {3} and {4}; restore a backup and report it":
                "يشير الرصيد إلى {1} محجوزة و{2} مستخدمة، وتشير الصفوف إلى {3} و{4}؛ يُرجى استعادة نسخة احتياطية والإبلاغ عن ذلك",
            "unlimited": "عدد غير محدود",
            "view own seat": "عرض المقعد الشخصي",
            "view seats": "عرض المقاعد",
            "your membership ends": "انتهاء عضويتك",
            "{1 seat is|seats are} free.":
                "{1, plural, zero {لا مقاعد شاغرة} one {مقعد واحد شاغر} two {مقعدان شاغران} few {# مقاعد شاغرة} many {# مقعدًا شاغرًا} other {# مقعد شاغر}}.",
            "{1} seats are reserved or used; free some before lowering the limit below that":
                "عدد المقاعد المحجوزة أو المستخدمة {1}؛ يُرجى إتاحة بعضها قبل خفض الحد إلى ما دون ذلك",
        ])
}
