internal import Atrium

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "Address": "العنوان",
            "An SVG file of up to 64 KB. Only its shapes and colours are kept. Texts in it have to be paths.":
                "ملف SVG لا يتجاوز 64 كيلوبايت. لا يُحتفظ إلا بأشكاله وألوانه. يجب أن تكون النصوص فيه مسارات.",
            "Announcement": "الإعلان",
            "Banner": "اللافتة",
            "Choose a course and begin.": "اختر دورة وابدأ.",
            "Choose a logo": "اختيار شعار",
            "Colour": "اللون",
            "Date": "التاريخ",
            "Design the kit": "تصميم الحزمة",
            "Design the kit with your colour and your logo, and send the announcement before the invitations.":
                "صمّم الحزمة بلونك وشعارك، وأرسل الإعلان قبل الدعوات.",
            "File": "الملف",
            "Files of the launch kit": "ملفات حزمة الإطلاق",
            "Find the invitation in your mailbox.": "ابحث عن الدعوة في بريدك.",
            "First got": "أول تنزيل",
            "Flyer": "المنشور",
            "Flyer, poster, newsletter, banners, teaser and an announcement, in your organization's name. Choose a style and a colour, look at the pieces here, and get the files.":
                "منشور وملصق ونشرة بريدية ولافتات ومقطع تشويقي وإعلان باسم مؤسستك. اختر نمطًا ولونًا، واطّلع هنا على القطع، ثم احصل على الملفات.",
            "From {1} you get a mail that invites you to our training platform. It is from us, and it is no spam.":
                "ابتداءً من {1} تصلك رسالة تدعوك إلى منصة التدريب لدينا. هي منّا، وليست بريدًا مزعجًا.",
            "Get the files": "الحصول على الملفات",
            "Hang up posters, and hand out flyers": "تعليق الملصقات وتوزيع المنشورات",
            "Headline": "العنوان الرئيسي",
            "Hello,": "مرحبًا،",
            "How to begin": "كيف تبدأ",
            "If you have a question, answer this mail.": "إن كان لديك سؤال، فأجب عن هذه الرسالة.",
            "In the next days you get a mail that invites you to our training platform. It is from us, and it is no spam.":
                "تصلك في الأيام القادمة رسالة تدعوك إلى منصة التدريب لدينا. هي منّا، وليست بريدًا مزعجًا.",
            "Language": "اللغة",
            "Launch kit": "حزمة الإطلاق",
            "Learning starts here.": "التعلّم يبدأ هنا.",
            "Nobody got the files yet.": "لم يحصل أحد على الملفات بعد.",
            "Open its link, and sign in or create your account.": "افتح الرابط فيها، ثم سجّل الدخول أو أنشئ حسابك.",
            "Open now": "متاح الآن",
            "Open the training platform": "افتح منصة التدريب",
            "Portal: arches on warm paper": "بوابة: أقواس على ورق دافئ",
            "Poster": "الملصق",
            "Remove the logo": "إزالة الشعار",
            "Revision": "التنقيح",
            "Rings: on a ground of your colour": "حلقات: على خلفية بلونك",
            "Scan the code, or open this address:": "امسح الرمز، أو افتح هذا العنوان:",
            "Send it before the invitations arrive. Copy it from here.": "أرسله قبل وصول الدعوات. انسخه من هنا.",
            "Sender": "المرسل",
            "Somebody got the files on {1}.": "تم الحصول على الملفات في {1}.",
            "Stairs: rising on white": "درجات: صاعدة على الأبيض",
            "Style": "النمط",
            "Subject": "الموضوع",
            "Such as #1f5f8b.": "مثل #1f5f8b.",
            "SVG files are for your designer and for pages. HTML files are for printing: they have a bleed of 3 mm. All colours are RGB. The newsletter opens in your mail program.":
                "ملفات SVG للمصمّم وللصفحات. ملفات HTML للطباعة: فيها هامش قصّ قدره 3 مم. كل الألوان RGB. تُفتح النشرة في برنامج بريدك.",
            "Teaser": "المقطع التشويقي",
            "Texts stay readable on any colour: their own colour follows it.":
                "تبقى النصوص مقروءة على أي لون: لونها يتبعه.",
            "The files are ready.": "الملفات جاهزة.",
            "The kit is designed.": "صُمّمت الحزمة.",
            "The link begins with": "يبدأ الرابط بـ",
            "The link works once, for {1 day|days}. If the mail is not there, look among the spam, and mark it as no spam.":
                "يعمل الرابط مرة واحدة، لمدة {1, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}. إن لم تجد الرسالة، فابحث في البريد المزعج وحدّد أنها ليست منه.",
            "The logo is chosen.": "اختير الشعار.",
            "The logo is removed.": "أُزيل الشعار.",
            "Up to 120 characters, in your own words. Without one, each language has its own.":
                "حتى 120 حرفًا بكلماتك. ومن دونه يكون لكل لغة عنوانها.",
            "What would you like to learn?": "ماذا تودّ أن تتعلّم؟",
            "What you can learn": "ما يمكنك تعلّمه",
            "When it starts. Without one, the pieces say that it is open.":
                "متى تبدأ المنصة. ومن دونه تقول القطع إنها متاحة.",
            "Where the code leads, such as a page of your intranet. Without one, it is the platform's.":
                "إلى أين يقود الرمز، مثل صفحة في شبكتك الداخلية. ومن دونه يكون عنوان المنصة.",
            "You get a certificate for each course that you complete.": "تحصل على شهادة عن كل دورة تكملها.",
            "You know it by these marks:": "تعرفها بهذه العلامات:",
            "Your invitation to the training platform of {1}": "دعوتك إلى منصة التدريب في {1}",
            "a day is from 1583 to 9999; correct it": "اليوم بين عامي 1583 و9999؛ يُرجى تصحيحه",
            "a logo has at most {1} bytes; export it as an optimized SVG":
                "لا يتجاوز الشعار {1} بايت؛ يُرجى تصديره بصيغة SVG محسّنة",
            "a slogan has up to 120 characters in one line, at least one that shows; shorten it":
                "لا يتجاوز العنوان الرئيسي 120 حرفًا في سطر واحد، منها حرف ظاهر على الأقل؛ يُرجى اختصاره",
            "an address begins with https:// or http:// and has up to 200 visible ASCII characters; correct it":
                "يبدأ العنوان بـ https:// أو http:// ولا يتجاوز 200 حرف ASCII ظاهر؛ يُرجى تصحيحه",
            "design": "تصميم حزمة الإطلاق",
            "is a colour such as #1f5f8b": "هو لون مثل #1f5f8b",
            "the design was changed since you read it; look at its revision {1} and make the change there":
                "تغيّر التصميم منذ أن قرأته؛ يُرجى الاطّلاع على التنقيح {1} وإجراء التغيير فيه",
            "the file is no SVG that can be read; export the logo again as a plain SVG":
                "الملف ليس SVG يمكن قراءته؛ يُرجى تصدير الشعار مجددًا بصيغة SVG بسيطة",
            "the kit is not made in this language; choose one of the list":
                "لا تُعدّ الحزمة بهذه اللغة؛ يُرجى اختيار لغة من القائمة",
            "the logo has an attribute '{1}' on '{2}', which is not allowed; export it as a plain SVG without scripts and links":
                "في الشعار سمة «{1}» على «{2}»، وهي غير مسموحة؛ يُرجى تصديره بصيغة SVG بسيطة بلا نصوص برمجية ولا روابط",
            "the logo has an element '{1}', which is not allowed; export it as a plain SVG, with texts as paths and with styles as attributes":
                "في الشعار عنصر «{1}»، وهو غير مسموح؛ يُرجى تصديره بصيغة SVG بسيطة، نصوصها مسارات وأنماطها سمات",
            "the logo has too many elements; export it as an optimized SVG":
                "في الشعار عناصر أكثر مما ينبغي؛ يُرجى تصديره بصيغة SVG محسّنة",
            "the logo says no size; export it with a viewBox": "لا يذكر الشعار حجمه؛ يُرجى تصديره مع viewBox",
            "{1} gives you premium access to all courses.": "تمنحك {1} وصول premium إلى جميع الدورات.",
        ])
}
