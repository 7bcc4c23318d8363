internal import Atrium

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "'email': {1}": "العنوان في 'email': {1}",
            "'role' is not a role of this organization; correct it or leave it empty":
                "قيمة 'role' ليست دورًا في هذه المؤسسة؛ يُرجى تصحيحها أو تركها فارغة",
            "'teams' has a text that cannot be the name of a team; use names of up to 200 characters, with the form's separator between them, which is a semicolon by default":
                "في 'teams' نص لا يصلح اسمًا لفريق؛ يُرجى استخدام أسماء لا تتجاوز 200 محرف، يفصل بينها الفاصل المحدد في النموذج، وهو الفاصلة المنقوطة افتراضيًا",
            "'teams' has more than 100 teams, and an invitation can have at most 100; leave some out, and add the person to them later":
                "في 'teams' أكثر من 100 فريق، ولا تشمل الدعوة أكثر من 100 فريق؛ يُرجى حذف بعضها وإضافة الشخص إليها لاحقًا",
            "'teams' has {1}, which is not a team of this organization; correct the name, or separate the names by the form's separator (a semicolon by default), or let the import create missing teams":
                "في 'teams' {1}، وليس ذلك فريقًا في هذه المؤسسة؛ يُرجى تصحيح الاسم، أو فصل الأسماء بالفاصل المحدد في النموذج (الفاصلة المنقوطة افتراضيًا)، أو السماح للاستيراد بإنشاء الفرق الناقصة",
            "A CSV file with the column email, and if you want role and teams. Nobody is removed or demoted.":
                "ملف CSV فيه العمود email، ويمكن إضافة role و teams. لا تُزال عضوية أحد ولا يُخفَّض دوره.",
            "A pending invitation holds a seat until it is accepted, declined, revoked or expired.":
                "تحجز الدعوة المنتظرة مقعدًا إلى أن تُقبل أو تُرفض أو تُبطل أو تنتهي صلاحيتها.",
            "Accept": "قبول",
            "Address contains": "العنوان يحتوي على",
            "Address": "العنوان",
            "Addresses in ended invitations": "عناوين في دعوات منتهية",
            "Addresses": "العناوين",
            "Answered": "تاريخ الرد",
            "Create teams that are missing": "إنشاء الفرق الناقصة",
            "Decline": "رفض",
            "Each address gets a mail with a link that works once.": "تصل إلى كل عنوان رسالة فيها رابط يعمل مرة واحدة.",
            "Each gets a new link and a new time. The old links end.":
                "تحصل كل دعوة على رابط جديد ومهلة جديدة، وتنتهي الروابط القديمة.",
            "Expires": "تاريخ انتهاء الصلاحية",
            "File": "الملف",
            "For a role of a team, the teams for which it is held.": "لأدوار الفرق: الفرق التي يُمنح الدور فيها.",
            "Hello,": "مرحبًا،",
            "If you have an account already, sign in first.": "إن كان لديك حساب، يُرجى تسجيل الدخول أولًا.",
            "Import people": "استيراد أشخاص",
            "Invitation to join {1}": "دعوة للانضمام إلى {1}",
            "Invitations were sent.": "أُرسلت دعوات.",
            "Invitations": "الدعوات",
            "Invite people": "دعوة أشخاص",
            "Invited address": "العنوان المدعو",
            "Join": "انضمام",
            "Look at who invites you. Nothing happens before you accept or decline.":
                "انظر من يدعوك. لا يحدث شيء قبل أن تقبل أو ترفض.",
            "Nobody has an open invitation.": "لا توجد دعوات مفتوحة.",
            "Nobody is invited yet.": "لم يُدعَ أحد بعد.",
            "Open this link and confirm to join:": "للانضمام، يُرجى فتح هذا الرابط والتأكيد:",
            "Organization": "المؤسسة",
            "Paste their addresses, and choose a role and teams for them.": "يُرجى لصق العناوين واختيار الدور والفرق.",
            "Revoke": "إبطال",
            "Role": "الدور",
            "See who has joined": "معرفة من انضم",
            "Send again": "إعادة الإرسال",
            "Send open invitations again after a week. They may have been taken for spam.":
                "يُرجى إعادة إرسال الدعوات المفتوحة بعد أسبوع، فقد تكون عُدّت رسائل مزعجة.",
            "Sent": "تاريخ الإرسال",
            "Separated by blanks, commas, semicolons or lines, also as a mail program copies them.":
                "تُفصل بمسافات أو فواصل أو فواصل منقوطة أو أسطر، ويمكن لصقها كما ينسخها برنامج البريد.",
            "Sign in if you have an account with this address, or create one there. The link works once, for {1 day|days}. If you did not expect this message, ignore it: nothing happens without you.":
                "يُرجى تسجيل الدخول إن كان لديك حساب بهذا العنوان، أو إنشاء حساب هناك. يعمل الرابط مرة واحدة، ومدة صلاحيته: {1, plural, zero {أقل من يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}. إن لم تكن هذه الرسالة متوقعة فيمكن تجاهلها: لن يحدث شيء من دونك.",
            "Some invitations are open.": "بعض الدعوات ما زالت مفتوحة.",
            "State": "الحالة",
            "Team": "الفريق",
            "Teams": "الفرق",
            "The invitation ends. The organization can invite you again.": "تنتهي الدعوة. ويمكن للمؤسسة دعوتك من جديد.",
            "The links end, and the seats become free.": "تنتهي الروابط، وتصبح المقاعد متاحة.",
            "Token": "رمز الوصول",
            "Until": "حتى",
            "You are a member now.": "أهلًا بك، لقد انضممت إلى المؤسسة.",
            "You are invited": "وصلتك دعوة",
            "You have declined the invitation.": "لقد رفضت الدعوة.",
            "You join the organization.": "تنضم إلى المؤسسة.",
            "Your invitations": "دعواتك",
            "Your name": "اسمك",
            "a line above has the same address; name all teams there":
                "ورد العنوان نفسه في سطر سابق؛ يُرجى ذكر جميع الفرق هناك",
            "a name": "اسم",
            "a query names at most {1} invitations and a text of at most {2} bytes; use several queries or a shorter text":
                "يشمل الاستعلام {1} من الدعوات على الأكثر ونصًا لا يتجاوز {2} بايت؛ يُرجى استخدام عدة استعلامات أو نص أقصر",
            "a text with addresses has at most {1} bytes; paste it in parts":
                "النص الذي يحوي العناوين لا يتجاوز {1} بايت؛ يُرجى لصقه على أجزاء",
            "an invitation is accepted in the name of an account; sign in with one, or create one first":
                "تُقبل الدعوة باسم حساب؛ يُرجى تسجيل الدخول بحساب أو إنشاء حساب أولًا",
            "an invitation leads to at most {1} teams; add the person to the others later":
                "الحد الأقصى لعدد الفرق في الدعوة الواحدة {1}؛ يُرجى إضافة الشخص إلى الفرق الأخرى لاحقًا",
            "answer invitations": "الرد على الدعوات",
            "at most {1} people can be invited at a time; invite them in parts":
                "الحد الأقصى لعدد المدعوين في المرة الواحدة {1}؛ يُرجى دعوتهم على دفعات",
            "could not be changed": "تعذّر التغيير",
            "gets an invitation as {1}": "ستُرسل دعوة بدور {1}",
            "gets an invitation": "ستُرسل دعوة",
            "gets an invitation, and their place back": "ستُرسل دعوة مع استعادة المكان السابق",
            "gets the roles and teams that are missing": "ستُمنح الأدوار والفرق الناقصة",
            "has everything already": "لا ينقص شيء",
            "invitation": "دعوة",
            "invitation: accepted": "مقبولة",
            "invitation: declined": "مرفوضة",
            "invitation: expired": "منتهية الصلاحية",
            "invitation: pending": "قيد الانتظار",
            "invitation: revoked": "مُبطلة",
            "invite": "دعوة الأشخاص",
            "is a deactivated member; reactivate the member instead": "عضوية معطّلة؛ يُرجى إعادة تفعيلها بدلًا من ذلك",
            "is a member already": "توجد عضوية بالفعل",
            "is in a line above": "ورد في سطر سابق",
            "is invited already": "توجد دعوة بالفعل",
            "is sent again": "سيُعاد الإرسال",
            "joined in another way": "انضمام بطريقة أخرى",
            "no seat is left in the organization; ask an administrator to free one, and accept again":
                "لم يبقَ أي مقعد في المؤسسة؛ يُرجى الطلب من أحد المسؤولين إتاحة مقعد ثم القبول من جديد",
            "no seat is left": "لم يبقَ أي مقعد",
            "the account does not own the invited address; sign in with the account that does":
                "العنوان المدعو لا يعود إلى هذا الحساب؛ يُرجى تسجيل الدخول بالحساب الذي يعود إليه",
            "the account is a deactivated member; ask an administrator to reactivate it":
                "عضوية هذا الحساب معطّلة؛ يُرجى الطلب من أحد المسؤولين إعادة تفعيلها",
            "the account is already a member; you need not do anything": "لهذا الحساب عضوية بالفعل؛ لا يلزم أي إجراء",
            "the address belonged to another account when the invitation was mailed, or later; ask for a new one":
                "كان العنوان يعود إلى حساب آخر عند إرسال الدعوة أو بعده؛ يُرجى طلب دعوة جديدة",
            "the invitation has expired; ask for a new one": "انتهت صلاحية الدعوة؛ يُرجى طلب دعوة جديدة",
            "the invitation is already accepted; sign in with the account that accepted it":
                "قُبلت الدعوة بالفعل؛ يُرجى تسجيل الدخول بالحساب الذي قبلها",
            "the invitation was declined; ask for a new one": "رُفضت الدعوة؛ يُرجى طلب دعوة جديدة",
            "the invitation was mailed again after this link; open the link in the newest mail":
                "أُعيد إرسال الدعوة بعد هذا الرابط؛ يُرجى فتح الرابط الوارد في أحدث رسالة",
            "the invitation's role is held for a team, and the team is archived; revoke it and invite the person again":
                "دور الدعوة ممنوح في فريق، والفريق مؤرشف؛ يُرجى إبطالها ودعوة الشخص من جديد",
            "the link ends": "ينتهي الرابط",
            "the list has more than 100,000 lines; cut it into several lists":
                "في القائمة أكثر من 100,000 سطر؛ يُرجى تقسيمها إلى عدة قوائم",
            "the list has more than 32 MiB; cut it into several lists":
                "حجم القائمة أكثر من 32 MiB؛ يُرجى تقسيمها إلى عدة قوائم",
            "the organization revoked the invitation; ask for a new one": "أبطلت المؤسسة الدعوة؛ يُرجى طلب دعوة جديدة",
            "the person became a member in another way; sign in, or ask for a new invitation if you are no longer a member":
                "تم الانضمام إلى المؤسسة بطريقة أخرى؛ يُرجى تسجيل الدخول، أو طلب دعوة جديدة إن كانت العضوية قد انتهت",
            "the sender of the invitation may no longer grant its role; ask for a new one":
                "لم يعد بإمكان مُرسِل الدعوة منح الدور الوارد فيها؛ يُرجى طلب دعوة جديدة",
            "there is no such invitation; open the link in the newest mail, or ask for a new invitation":
                "لا توجد دعوة كهذه؛ يُرجى فتح الرابط الوارد في أحدث رسالة، أو طلب دعوة جديدة",
            "view invitations": "عرض الدعوات",
            "{1 invitation ends|invitations end}, and the seats become free.":
                "{1, plural, zero {لا تنتهي أي دعوة} one {تنتهي دعوة واحدة} two {تنتهي دعوتان} few {تنتهي # دعوات} many {تنتهي # دعوة} other {تنتهي # دعوة}}، وتصبح المقاعد متاحة.",
            "{1 invitation is|invitations are} sent again. The old links end.":
                "{1, plural, zero {لن يُعاد إرسال أي دعوة} one {سيُعاد إرسال دعوة واحدة} two {سيُعاد إرسال دعوتين} few {سيُعاد إرسال # دعوات} many {سيُعاد إرسال # دعوة} other {سيُعاد إرسال # دعوة}}. وتنتهي الروابط القديمة.",
            "{1 invitation was|invitations were} revoked.":
                "{1, plural, zero {لم تُبطل أي دعوة} one {أُبطلت دعوة واحدة} two {أُبطلت دعوتان} few {أُبطلت # دعوات} many {أُبطلت # دعوة} other {أُبطلت # دعوة}}.",
            "{1 invitation was|invitations were} sent again.":
                "{1, plural, zero {لم يُعد إرسال أي دعوة} one {أُعيد إرسال دعوة واحدة} two {أُعيد إرسال دعوتين} few {أُعيد إرسال # دعوات} many {أُعيد إرسال # دعوة} other {أُعيد إرسال # دعوة}}.",
            "{1 invitation was|invitations were} sent.":
                "{1, plural, zero {لم تُرسل أي دعوة} one {أُرسلت دعوة واحدة} two {أُرسلت دعوتان} few {أُرسلت # دعوات} many {أُرسلت # دعوة} other {أُرسلت # دعوة}}.",
            "{1 line changes|lines change} something, of {2}.":
                "{1, plural, zero {لا يُحدث أي سطر تغييرًا} one {يُحدث سطر واحد تغييرًا} two {يُحدث سطران تغييرًا} few {تُحدث # أسطر تغييرًا} many {يُحدث # سطرًا تغييرًا} other {يُحدث # سطر تغييرًا}}، من أصل {2}.",
            "{1 line|lines} changed something.":
                "{1, plural, zero {لم يُحدث أي سطر تغييرًا} one {أحدث سطر واحد تغييرًا} two {أحدث سطران تغييرًا} few {أحدثت # أسطر تغييرًا} many {أحدث # سطرًا تغييرًا} other {أحدث # سطر تغييرًا}}.",
            "{1 person gets|people get} an invitation, of {2 line|lines}.":
                "{1, plural, zero {لن تُرسل دعوة إلى أي شخص} one {ستُرسل دعوة إلى شخص واحد} two {ستُرسل دعوة إلى شخصين} few {ستُرسل دعوة إلى # أشخاص} many {ستُرسل دعوة إلى # شخصًا} other {ستُرسل دعوة إلى # شخص}}، من أصل {2, plural, zero {# سطر} one {سطر واحد} two {سطرين} few {# أسطر} many {# سطرًا} other {# سطر}}.",
            "{1} invites you to its training platform.": "دعوة إليك من {1} للانضمام إلى منصة التدريب.",
        ])
}
