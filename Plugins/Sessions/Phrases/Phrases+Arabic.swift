internal import Atrium

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "Address": "العنوان",
            "Asked for": "طُلب في",
            "Device": "الجهاز",
            "Ends": "تاريخ الانتهاء",
            "Last used": "آخر استخدام",
            "Links to sign in": "روابط تسجيل الدخول",
            "Signed in": "تسجيل الدخول",
            "Your sessions": "جلساتك",
            "account": "حساب",
            "end sessions": "إنهاء الجلسات",
            "manage own sessions": "إدارة الجلسات الخاصة",
            "session": "جلسة",
            "sign in": "تسجيل الدخول",
            "the link was mailed to another address; type the address to which it came":
                "أُرسل الرابط إلى عنوان آخر؛ اكتب العنوان الذي وصل إليه",
            "the link was used or is too old; ask for another one": "استُخدم الرابط أو أنه قديم جدًا؛ اطلب رابطًا آخر",
            "there is no such session; list the sessions again": "لا توجد هذه الجلسة؛ اعرض قائمة الجلسات من جديد",
            "there were too many attempts; try again in {1 minute|minutes}":
                "محاولات كثيرة جدًا؛ حاول مرة أخرى بعد {1, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}",
        ])
}
