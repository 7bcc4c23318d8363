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
            "If you do not know a device, sign it out.": "إذا كنت لا تعرف جهازًا، فسجّل خروجه.",
            "Where you are signed in": "أين سجّلت الدخول",
            "a device without a name": "جهاز بلا اسم",
            "Sign out": "تسجيل الخروج",
            "The device has to sign in again.": "سيتعيّن تسجيل الدخول من هذا الجهاز من جديد.",
            "The device is signed out.": "تم تسجيل خروج الجهاز.",
            "Sign out on all devices": "تسجيل الخروج من جميع الأجهزة",
            "Every device has to sign in again, this one too.":
                "سيتعيّن تسجيل الدخول من كل جهاز من جديد، ومنها هذا الجهاز.",
            "All devices are signed out.": "تم تسجيل خروج جميع الأجهزة.",
        ])
}
