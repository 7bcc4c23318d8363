internal import Atrium

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "A parameter is unknown": "أحد المعاملات غير معروف",
            "A part of it cannot be read.": "تتعذر قراءة جزء منه.",
            "An act has one parameter, stamp. Its fields are in the body.":
                "للإجراء معامل واحد هو stamp. وحقوله في متن الطلب.",
            "It arrived incomplete or in another format. Nothing was done. Open the page again.":
                "وصل ناقصًا أو بصيغة أخرى. لم يُنفَّذ شيء. يُرجى فتح الصفحة من جديد.",
            "It ended more than an hour ago, or the server was started again. What was done stays.":
                "انتهى قبل أكثر من ساعة، أو أُعيد تشغيل الخادم. ما أُنجز يبقى.",
            "It has at most 200 bytes.": "الحد الأقصى لطوله 200 بايت.",
            "It was used, or is older than fifteen minutes. Ask for another one.":
                "استُخدم الرابط، أو مضى عليه أكثر من خمس عشرة دقيقة. يُرجى طلب رابط آخر.",
            "Not found": "غير موجود",
            "Not open to you": "غير متاح لك",
            "Send an access token of the organization: Authorization: Bearer …":
                "يُرجى إرسال رمز وصول للمؤسسة: Authorization: Bearer …",
            "Send an object with the fields of the act.": "يُرجى إرسال كائن يضم حقول الإجراء.",
            "Send application/json, or multipart/form-data with a file.":
                "يُرجى إرسال application/json، أو multipart/form-data مع ملف.",
            "Send the form again": "يُرجى إرسال النموذج من جديد",
            "Something went wrong": "حدث خطأ ما",
            "The address cannot be read": "تتعذر قراءة العنوان",
            "The body has another type": "متن الطلب من نوع آخر",
            "The body is not JSON": "متن الطلب ليس بصيغة JSON",
            "The fault is ours. If it comes again, tell us its id: {1}.":
                "الخطأ من جانبنا. إن تكرر، يُرجى إبلاغنا بمعرّفه: {1}.",
            "The form cannot be read": "تتعذر قراءة النموذج",
            "The form is too old, or another site sent it. Nothing was done. Open the page again.":
                "النموذج قديم جدًا، أو أرسله موقع آخر. لم يُنفَّذ شيء. يُرجى فتح الصفحة من جديد.",
            "The form or its file is too large. Nothing was done.": "النموذج أو الملف المرفق به كبير جدًا. لم يُنفَّذ شيء.",
            "The idempotency key is too long": "مفتاح عدم التكرار طويل جدًا",
            "The link no longer works": "لم يعد الرابط صالحًا",
            "The result is no longer here": "لم تعد النتيجة موجودة هنا",
            "The token is missing or unknown": "رمز الوصول ناقص أو غير معروف",
            "There is nothing at this address, or it is not open to you. If you followed a link from a message, open the newest one, or ask for another.":
                "لا يوجد شيء في هذا العنوان، أو أنه غير متاح لك. إن وصلت إلى هنا من رابط في رسالة، يُرجى فتح أحدث رابط أو طلب رابط آخر.",
            "There were too many attempts. Wait {1 minute|minutes}.":
                "تكررت المحاولات كثيرًا. يُرجى الانتظار {1, plural, zero {قليلًا} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}.",
            "This cannot be shown": "يتعذر عرض هذا",
            "Too large": "الحجم كبير جدًا",
            "Try again later": "يُرجى المحاولة لاحقًا",
            "{1} Correct it, or open the page from another page.": "{1} يُرجى تصحيحه، أو فتح الصفحة من صفحة أخرى.",
        ])
}
