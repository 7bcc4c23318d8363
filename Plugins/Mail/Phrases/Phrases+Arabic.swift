internal import Atrium

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "Attempts": "المحاولات",
            "Choose which kinds of mail you get. Mail about an invitation or your address always comes.":
                "يمكنك اختيار أنواع الرسائل التي تصلك. أما الرسائل المتعلقة بدعوة أو بعنوانك فتصلك دائمًا.",
            "Choose": "اختيار",
            "I want to get it": "أرغب في تلقيها",
            "Key": "المفتاح",
            "Kind of mail": "نوع الرسائل",
            "Kind": "النوع",
            "Kinds of mail that you do not want": "أنواع البريد التي لا تريدها",
            "Links in your mail that end a kind of it": "روابط في بريدك توقف أحد أنواعه",
            "Mail that was written to you": "البريد المرسل إليك",
            "Mail": "البريد",
            "Message-ID": "Message-ID",
            "My mail": "بريدي",
            "Nothing changes before you confirm it.": "لا يتغير شيء قبل أن تؤكده.",
            "Occasion": "المناسبة",
            "Records of mail that was sent": "سجلات البريد المرسل",
            "Sent": "تاريخ الإرسال",
            "State": "الحالة",
            "Stop getting this mail": "إيقاف تلقي هذه الرسائل",
            "The newest 1,000 messages, without their texts. A message that was not taken is tried again for five days.":
                "أحدث 1,000 رسالة، من دون نصوصها. يُعاد إرسال الرسالة التي لم تُستلم على مدى خمسة أيام.",
            "To": "إلى",
            "Token": "رمز الوصول",
            "Why it was withdrawn": "سبب السحب",
            "Written": "تاريخ الكتابة",
            "You get {1} from {2}.": "تصلك من {2} رسائل من نوع: {1}.",
            "You no longer get this mail.": "لن تصلك هذه الرسائل بعد الآن.",
            "You no longer get {1} from {2}.": "لن تصلك بعد الآن من {2} رسائل من نوع: {1}.",
            "Your choice is kept.": "تم حفظ اختيارك.",
            "a newer message says the same": "تتضمن رسالة أحدث المحتوى نفسه",
            "choose mail": "اختيار الرسائل",
            "it was out of date": "فات أوانها",
            "mail of another module": "رسائل وحدة أخرى",
            "message: sent": "مُرسلة",
            "message: withdrawn": "مسحوبة",
            "messages that a person wrote": "رسائل كتبها شخص",
            "opt out": "إيقاف تلقي الرسائل",
            "refused": "لم تُقبل",
            "regular notes that you asked for": "النشرات الدورية التي طلبتها",
            "reminders of something that is due": "تذكيرات بما يقترب موعده",
            "the language of a mail is a tag of BCP 47 such as 'en' or 'pt-BR'; correct it or leave it out":
                "لغة الرسالة وسم وفق BCP 47 مثل 'en' أو 'pt-BR'؛ يُرجى تصحيحه أو حذفه",
            "the member does not want this kind of mail": "لا يرغب العضو في هذا النوع من الرسائل",
            "the member has no address": "ليس للعضو عنوان",
            "the member is deactivated": "العضو معطّل",
            "the member was removed or left": "أُزيلت عضوية العضو أو غادر المؤسسة",
            "the recipient may no longer see it, or the author may no longer write it":
                "لم يعد للمستلم الحق في الاطلاع عليها، أو لم يعد للكاتب الحق في كتابتها",
            "the subject and the names of a mail have 10,000 bytes at most; shorten them":
                "يجب ألا يتجاوز موضوع الرسالة وأسماؤها 10,000 بايت؛ يُرجى تقصيرها",
            "the text of a mail has 600,000 bytes at most, and so has its HTML; shorten it":
                "يجب ألا يتجاوز نص الرسالة 600,000 بايت، وكذلك نصها بصيغة HTML؛ يُرجى تقصيره",
            "this link cannot change anything; sign in and choose there which mail you get":
                "لا يمكن لهذا الرابط تغيير شيء؛ يُرجى تسجيل الدخول واختيار الرسائل التي تصلك هناك",
            "view mail": "عرض البريد",
            "waiting": "قيد الانتظار",
            "you do not get it": "لا تصلك",
            "you get it": "تصلك",
        ])
}
