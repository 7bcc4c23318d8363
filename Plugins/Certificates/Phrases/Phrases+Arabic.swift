internal import Atrium

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "A new certificate with the present names takes the place of the old one.":
                "تحل شهادة جديدة بالأسماء الحالية محل الشهادة القديمة.",
            "Certificate of Completion": "شهادة إتمام",
            "Certificate": "الشهادة",
            "Certificates": "الشهادات",
            "Code": "الرمز",
            "Codes": "رموز الشهادات",
            "Compare the certificate with what is shown here, letter by letter.":
                "يُرجى مقارنة الشهادة بما هو معروض هنا حرفًا حرفًا.",
            "Completed": "حالات الإتمام",
            "Course": "الدورة",
            "Date of completion": "تاريخ الإتمام",
            "Day of completion": "يوم الإتمام",
            "Download the certificate to keep or print it. Anybody who has its code can verify it.":
                "نزّل الشهادة للاحتفاظ بها أو لطباعتها. كل من لديه رمزها يستطيع التحقق منها.",
            "Ended": "تاريخ الانقضاء",
            "Everybody who has a code sees what the certificate says. Give codes only to their holders.":
                "كل من لديه رمز يرى ما ورد في الشهادة. يُرجى إعطاء الرموز لأصحاب الشهادات وحدهم.",
            "For completions from before this module was there.": "لحالات الإتمام التي سبقت وجود هذه الوحدة.",
            "How it ended": "كيف انتهت",
            "Issue again": "إعادة الإصدار",
            "Issue what is missing": "إصدار الشهادات الناقصة",
            "Issued by": "جهة الإصدار",
            "Member": "العضو",
            "My certificates": "شهاداتي",
            "Name": "الاسم",
            "Reason": "السبب",
            "Revoke": "إبطال",
            "State": "الحالة",
            "Team": "الفريق",
            "The certificate is issued again.": "تمت إعادة إصدار الشهادة.",
            "The certificate is revoked.": "تم إبطال الشهادة.",
            "The certificates of the courses that you have completed. Open one to download it.":
                "شهادات الدورات التي أتممتها. افتح شهادة لتنزيلها.",
            "This is to certify that": "تُمنح هذه الشهادة إلى",
            "Valid until": "صالحة حتى",
            "Verify a certificate": "التحقق من شهادة",
            "Verify this certificate at": "للتحقق من هذه الشهادة:",
            "Who has completed which course, and until when each certificate is valid.":
                "من أتم أي دورة، وإلى متى تسري كل شهادة.",
            "Whoever verifies it sees that it is revoked, and not why. It cannot be undone; issue it again instead.":
                "كل من يتحقق منها يرى أنها أُبطلت، ولا يرى السبب. لا يمكن التراجع عن ذلك؛ يمكن بدلًا منه إعادة إصدارها.",
            "Why it was revoked": "سبب الإبطال",
            "You get a certificate when you complete a course.": "تحصل على شهادة عند إتمام دورة.",
            "Your certificates": "شهاداتك",
            "a certificate is valid for 1 to 1,200 months or without end; correct the course's validity":
                "مدة صلاحية الشهادة من 1 إلى 1,200 شهر، أو بلا انتهاء؛ يُرجى تصحيح مدة الصلاحية في الدورة",
            "a later completion of the course has a certificate; use that one":
                "توجد شهادة لإتمام أحدث للدورة؛ يُرجى استخدامها",
            "a reason has 1 to 500 characters in one line, at least one that shows, and no control or direction character; correct it":
                "طول السبب من 1 إلى 500 محرف في سطر واحد، فيه محرف ظاهر واحد على الأقل، ومن دون محارف تحكم أو اتجاه؛ يُرجى تصحيحه",
            "a signer has to return a signature of 1 to 65,536 bytes with the name of its algorithm, and to verify it; correct the signer":
                "على أداة التوقيع أن تعيد توقيعًا من 1 إلى 65,536 بايت مع اسم خوارزميته، وأن تتحقق منه؛ يُرجى تصحيح أداة التوقيع",
            "certificate": "شهادة",
            "certificate: expired": "منتهية الصلاحية",
            "certificate: revoked": "مُبطلة",
            "date: Completed": "تاريخ الإتمام",
            "has successfully completed the course": "لإتمام الدورة التالية بنجاح",
            "manage certificates": "إدارة الشهادات",
            "no certificate has this code; compare it with the certificate, letter by letter":
                "لا توجد شهادة بهذا الرمز؛ يُرجى مقارنته بالشهادة حرفًا حرفًا",
            "replaced by another one": "حلّت محلها شهادة أخرى",
            "the certificate is {1}; use the one that replaced it, or have it issued again":
                "حالة الشهادة: {1}؛ يُرجى استخدام الشهادة التي حلّت محلها، أو طلب إعادة إصدارها",
            "the completion no longer counts; record it again to issue a certificate":
                "لم يعد الإتمام محتسبًا؛ يُرجى تدوينه من جديد لإصدار شهادة",
            "the stored certificate does not match its signature, or has none; restore a backup, give the signer its keys, or reissue a certificate that is older than the signer":
                "الشهادة المحفوظة لا تطابق توقيعها أو لا توقيع لها؛ يُرجى استعادة نسخة احتياطية، أو تزويد أداة التوقيع بمفاتيحها، أو إعادة إصدار الشهادة إن كانت أقدم من أداة التوقيع",
            "there is no such certificate; look it up again": "لا توجد شهادة كهذه؛ يُرجى البحث عنها من جديد",
            "valid": "صالحة",
            "valid, ends soon": "صالحة، وتنتهي قريبًا",
            "verify": "التحقق",
            "view certificates": "عرض الشهادات",
            "view own certificates": "عرض الشهادات الشخصية",
            "withdrawn on request": "سُحبت بناءً على طلب",
            "{1 certificate was|certificates were} issued.":
                "{1, plural, zero {لم تصدر أي شهادة} one {صدرت شهادة واحدة} two {صدرت شهادتان} few {صدرت # شهادات} many {صدرت # شهادة} other {صدرت # شهادة}}.",
        ])
}
