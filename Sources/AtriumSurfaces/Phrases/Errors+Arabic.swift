internal import Atrium

extension Phrases {
    static let arabicErrors = Phrases(
        "ar",
        [
            "a carriage return comes without a line feed; end lines with LF or CR LF":
                "يرد رمز رجوع (CR) من دون رمز سطر جديد (LF)؛ يُرجى إنهاء الأسطر بـ LF أو CR LF",
            "a person": "الشخص",
            "a quote is in a field that is not quoted; quote the field and double its quotes":
                "توجد علامة اقتباس في حقل غير محاط بعلامتي اقتباس؛ يُرجى إحاطة الحقل بهما ومضاعفة علامات الاقتباس داخله",
            "a slug cannot have the form of an organization's id; choose another":
                "لا يمكن أن يكون الاسم المختصر على شكل معرّف مؤسسة؛ يُرجى اختيار اسم آخر",
            "a slug has 1 to 63 characters a-z, 0-9 and -, with no - at either end; choose another":
                "يتكوّن الاسم المختصر من 1 إلى 63 محرفًا من الأحرف a-z والأرقام 0-9 والشرطة (-)، ولا يبدأ بشرطة ولا ينتهي بها؛ يُرجى اختيار اسم آخر",
            "administrator": "مسؤول",
            "an account had this address before; sign in with its new one, or have the old one released":
                "كان هذا العنوان لحساب من قبل؛ يُرجى تسجيل الدخول بعنوانه الجديد، أو طلب تحرير العنوان القديم",
            "an account with this address exists; sign in with it": "يوجد حساب بهذا العنوان؛ يُرجى تسجيل الدخول به",
            "an operator": "المشغّل",
            "an organization keeps at least one active administrator; appoint another first":
                "تحتفظ المؤسسة بمسؤول نشط واحد على الأقل؛ يُرجى تعيين مسؤول آخر أولًا",
            "an organization": "المؤسسة",
            "another member of this organization has the address; change that member's address first":
                "لدى عضو آخر في هذه المؤسسة هذا العنوان؛ يُرجى تغيير عنوان ذلك العضو أولًا",
            "another organization has this slug, or had it until recently; choose a different one":
                "تستخدم مؤسسة أخرى هذا الاسم المختصر، أو استخدمته حتى وقت قريب؛ يُرجى اختيار اسم مختلف",
            "another team has this name; choose a different one, or rename that team first":
                "يحمل فريق آخر هذا الاسم؛ يُرجى اختيار اسم مختلف، أو إعادة تسمية ذلك الفريق أولًا",
            "change settings": "تغيير الإعدادات",
            "change slug": "تغيير الاسم المختصر",
            "choose language": "اختيار اللغة",
            "column {1}: {2}": "العمود {1}: {2}",
            "enter": "الدخول إلى المؤسسة",
            "find members": "البحث عن الأعضاء",
            "grant roles": "منح الأدوار",
            "handle events": "معالجة الأحداث",
            "it contains a control character; remove it": "فيه محرف تحكم؛ يُرجى حذفه",
            "it contains a letter outside ASCII; write the domain in its ASCII form (xn--…), or ask for an address in ASCII":
                "فيه حرف خارج ASCII؛ يُرجى كتابة النطاق بصيغته في ASCII (xn--…)، أو طلب عنوان بأحرف ASCII",
            "it has no single @ between name and domain; correct it":
                "لا توجد فيه علامة @ واحدة بين الاسم والنطاق؛ يُرجى تصحيحه",
            "it is longer than 254 characters; ask for a shorter one": "طوله أكثر من 254 محرفًا؛ يُرجى طلب عنوان أقصر",
            "leave": "مغادرة المؤسسة",
            "line {1} cannot be read as a header, in column {2}: {3}":
                "تتعذر قراءة السطر {1} بوصفه سطر عناوين، في العمود {2}: {3}",
            "manage failed jobs": "إدارة الأعمال المتعثرة",
            "switch modules": "تشغيل كل الوحدات وإيقافها",
            "purge modules": "حذف بيانات الوحدات",
            "switch own modules": "تشغيل الوحدات المتروكة للمؤسسة وإيقافها",
            "manage members": "إدارة الأعضاء",
            "manage team members": "إدارة أعضاء الفرق",
            "manage teams": "إدارة الفرق",
            "manager": "مدير",
            "member": "عضو",
            "only a deactivated member can be reactivated; invite a removed one again":
                "لا يُعاد إلا تفعيل عضو معطّل؛ يُرجى دعوة من أُزيلت عضويته من جديد",
            "permission '{1}' is for operators of the platform; ask them to do it":
                "الصلاحية «{1}» مخصصة لمشغّلي المنصة؛ يُرجى الطلب منهم تنفيذ ذلك",
            "permission '{1}' is not held here; ask an administrator for a role that grants it":
                "الصلاحية «{1}» غير متوفرة هنا؛ يُرجى طلب دور يمنحها من أحد المسؤولين",
            "release address": "تحرير العناوين",
            "role '{1}' excludes another that the member holds; revoke that one first":
                "الدور «{1}» لا يجتمع مع دور آخر لدى العضو؛ يُرجى سحب ذلك الدور أولًا",
            "role '{1}' has another reach; name a team with a team's role, and none with a role of the organization":
                "للدور «{1}» نطاق آخر؛ يُرجى تحديد فريق مع دور الفريق، وعدم تحديد فريق مع دور المؤسسة",
            "supervisor": "مشرف",
            "system work": "تنفيذ أعمال النظام",
            "team": "فريق",
            "text follows the closing quote; end the field there, or double the quote":
                "يوجد نص بعد علامة الاقتباس الختامية؛ يُرجى إنهاء الحقل عندها أو مضاعفة العلامة",
            "the account does not have this address; look the account up again":
                "ليس للحساب هذا العنوان؛ يُرجى البحث عن الحساب من جديد",
            "the account is an active member with this address; change the address or end the membership first":
                "للحساب عضوية نشطة بهذا العنوان؛ يُرجى تغيير العنوان أو إنهاء العضوية أولًا",
            "the address was released to another person since this mail was sent; have it sent again":
                "حُرّر العنوان لشخص آخر بعد إرسال هذه الرسالة؛ يُرجى طلب إرسالها من جديد",
            "the columns are separated by '{1}'; separate them by comma, semicolon or tab":
                "الأعمدة مفصولة بـ «{1}»؛ يُرجى فصلها بفاصلة أو فاصلة منقوطة أو علامة جدولة",
            "the cursor belongs to another list; pass a cursor that came with a page of this list, or start again":
                "مؤشر الصفحة يخص قائمة أخرى؛ يُرجى استخدام مؤشر ورد مع صفحة من هذه القائمة، أو البدء من جديد",
            "the cursor was made by another version of the platform; start again at the first page":
                "أنشأ مؤشر الصفحة إصدار آخر من المنصة؛ يُرجى البدء من الصفحة الأولى",
            "the data of {1} cannot be erased, because this program lacks the module; add it, and erase again":
                "لا يمكن محو بيانات {1} لأن هذا البرنامج يفتقر إلى الوحدة؛ أضفها ثم أعد المحو",
            "the field has half of a UTF-16 character; save the file as UTF-8":
                "في الحقل نصف محرف من UTF-16؛ يُرجى حفظ الملف بترميز UTF-8",
            "the field is not UTF-8; save the file as UTF-8": "الحقل ليس بترميز UTF-8؛ يُرجى حفظ الملف بترميز UTF-8",
            "the field is not UTF-8; save the file as UTF-8, or say that it is Windows-1252":
                "الحقل ليس بترميز UTF-8؛ يُرجى حفظ الملف بترميز UTF-8، أو تحديد أنه بترميز Windows-1252",
            "the file is UTF-16 without a byte-order mark; save it as UTF-8":
                "الملف بترميز UTF-16 من دون علامة ترتيب البايتات؛ يُرجى حفظه بترميز UTF-8",
            "the file is UTF-32; save it as UTF-8": "الملف بترميز UTF-32؛ يُرجى حفظه بترميز UTF-8",
            "the file is a workbook of a spreadsheet; save it as CSV UTF-8":
                "الملف مصنّف جداول بيانات؛ يُرجى حفظه بصيغة CSV UTF-8",
            "the founder has no account, and no module invites people; create the account, or add such a module":
                "ليس للمؤسِّس حساب، ولا توجد وحدة تدعو الأشخاص؛ يُرجى إنشاء الحساب أو إضافة وحدة كهذه",
            "the header has no column '{1}'; add it, or map the name that it has there":
                "لا يوجد في سطر العناوين عمود باسم '{1}'؛ يُرجى إضافته أو ربطه بالاسم الوارد هناك",
            "the header has no column {1}, which the mapping names for '{2}'; correct the mapping":
                "لا يوجد في سطر العناوين العمود {1} الذي يحدده الربط لـ '{2}'؛ يُرجى تصحيح الربط",
            "the header has the column '{1}' twice, or two that are mapped to it; keep one":
                "يرد العمود '{1}' في سطر العناوين مرتين، أو رُبط به عمودان؛ يُرجى الإبقاء على واحد",
            "the language is not a tag of BCP 47 such as 'en' or 'pt-BR'; choose one":
                "اللغة ليست وسمًا وفق BCP 47 مثل 'en' أو 'pt-BR'؛ يُرجى اختيار وسم صحيح",
            "the link is not valid, or no longer valid; sign in and ask for a new one":
                "الرابط غير صالح أو لم يعد صالحًا؛ يُرجى تسجيل الدخول وطلب رابط جديد",
            "the list no longer has the entry at the cursor's position; start again at the first page":
                "لم يعد العنصر الذي يدل عليه مؤشر الصفحة في القائمة؛ يُرجى البدء من الصفحة الأولى",
            "the mapping names no column for '{1}'; add the one of the header":
                "لا يحدد الربط عمودًا لـ '{1}'؛ يُرجى إضافة العمود الوارد في سطر العناوين",
            "the member does not hold role '{1}' there; read the member's roles again":
                "ليس لدى العضو الدور «{1}» هناك؛ يُرجى قراءة أدوار العضو من جديد",
            "the member is in the team already; there is nothing to do": "العضو في الفريق بالفعل؛ لا يلزم أي إجراء",
            "the member is not active; reactivate a deactivated member, or invite a removed one again":
                "العضو غير نشط؛ يُرجى إعادة تفعيل العضو المعطّل، أو دعوة من أُزيلت عضويته من جديد",
            "the member is not in the team; look the membership up again":
                "العضو ليس في الفريق؛ يُرجى الاطلاع على عضوية الفريق من جديد",
            "the name of {1} has 1 to 200 characters in one line, no control or direction character, and something visible; choose another":
                "اسم {1} من 1 إلى 200 محرف في سطر واحد، من دون محارف تحكم أو اتجاه، وفيه شيء ظاهر؛ يُرجى اختيار اسم آخر",
            "the new address is the old one; choose another": "العنوان الجديد هو القديم نفسه؛ يُرجى اختيار عنوان آخر",
            "the organization has the slug '{1}' now; look it up by that one, and link to it":
                "الاسم المختصر للمؤسسة الآن «{1}»؛ يُرجى البحث عنها به واستخدامه في الروابط",
            "the organization is suspended; resume it first": "المؤسسة معلّقة؛ يُرجى استئنافها أولًا",
            "the organization was deleted; nothing of it is left": "حُذفت المؤسسة، ولم يبقَ منها شيء",
            "the organization was suspended after this object was taken; look it up again with platform.tenant(_:)":
                "عُلّقت المؤسسة بعد أخذ هذا الكائن؛ يُرجى طلبها من جديد بـ platform.tenant(_:)",
            "the part after the @ is not a domain such as example.org; correct it":
                "الجزء الذي يلي @ ليس نطاقًا مثل example.org؛ يُرجى تصحيحه",
            "the part before the @ is not a valid name; correct it": "الجزء الذي يسبق @ ليس اسمًا صالحًا؛ يُرجى تصحيحه",
            "the person is a member already; change the membership instead":
                "لهذا الشخص عضوية بالفعل؛ يُرجى تغيير العضوية بدلًا من ذلك",
            "the person ranks higher; ask an administrator": "للشخص مرتبة أعلى؛ يُرجى الطلب من أحد المسؤولين",
            "the platform sends no mail about accounts; set accountMail in its configuration":
                "لا ترسل المنصة رسائل عن الحسابات؛ يُرجى ضبط accountMail في إعداداتها",
            "the principal may not grant or revoke role '{1}'; ask an administrator":
                "لا يحق لك منح الدور «{1}» أو سحبه؛ يُرجى الطلب من أحد المسؤولين",
            "the quote opened here is never closed; close it, or take it out":
                "علامة الاقتباس المفتوحة هنا لا تُغلق؛ يُرجى إغلاقها أو حذفها",
            "the record has not ended within the limit on its length; close its quotes, or shorten it":
                "لم ينتهِ السجل ضمن الحد الأقصى للطول؛ يُرجى إغلاق علامات الاقتباس فيه أو تقصيره",
            "the row ends before the last needed column; fill it in": "ينتهي الصف قبل آخر عمود مطلوب؛ يُرجى إكماله",
            "the row has more fields than the header has columns; quote what holds a separator":
                "في الصف حقول أكثر من أعمدة سطر العناوين؛ يُرجى إحاطة ما يحوي فاصلًا بعلامتي اقتباس",
            "the team is archived; choose another or create one": "الفريق مؤرشف؛ يُرجى اختيار فريق آخر أو إنشاء فريق",
            "the team is not archived; there is nothing to do": "الفريق غير مؤرشف؛ لا يلزم أي إجراء",
            "the text has no header; name columns in its first line (known: {1})":
                "لا يحوي النص سطر عناوين؛ يُرجى تسمية الأعمدة في سطره الأول (المعروف منها: {1})",
            "there is no address; fill it in": "لا يوجد عنوان؛ يُرجى إدخاله",
            "there is no role '{1}'; add it to the platform's configuration":
                "لا يوجد دور باسم «{1}»؛ يُرجى إضافته إلى إعدادات المنصة",
            "there is no such account; sign in again": "لا يوجد حساب كهذا؛ يُرجى تسجيل الدخول من جديد",
            "there is no such member in this organization; look the person up again":
                "لا يوجد عضو كهذا في هذه المؤسسة؛ يُرجى البحث عن الشخص من جديد",
            "there is no such organization; look it up again": "لا توجد مؤسسة كهذه؛ يُرجى البحث عنها من جديد",
            "there is no such team in this organization; look it up again":
                "لا يوجد فريق كهذا في هذه المؤسسة؛ يُرجى البحث عنه من جديد",
            "this cannot be repaired here; correct the files in the folder, or call platform.delete(_:)":
                "لا يمكن إصلاح ذلك هنا؛ يُرجى تصحيح الملفات في المجلد، أو استدعاء platform.delete(_:)",
            "this is not a cursor, or a part of it was changed; pass the cursor that came with the last page, or start again":
                "هذا ليس مؤشر صفحة، أو تغيّر جزء منه؛ يُرجى استخدام المؤشر الوارد مع الصفحة الأخيرة، أو البدء من جديد",
            "view audit": "عرض سجل التدقيق",
            "view members": "عرض الأعضاء",
            "view organization": "عرض المؤسسة",
            "view teams": "عرض الفرق",
        ])
}
