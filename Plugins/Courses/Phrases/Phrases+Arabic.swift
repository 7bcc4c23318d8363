internal import Atrium

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "'date' is neither a day like 2026-01-31 nor a moment like 2026-01-31T09:00:00Z; correct it":
                "قيمة 'date' ليست يومًا مثل 2026-01-31 ولا لحظة مثل 2026-01-31T09:00:00Z؛ يُرجى تصحيحها",
            "'minutes' is not a whole number; write it in digits or leave it empty":
                "قيمة 'minutes' ليست عددًا صحيحًا؛ يُرجى كتابتها بالأرقام أو تركها فارغة",
            "'progress' is not a whole number; write it in digits or leave it empty":
                "قيمة 'progress' ليست عددًا صحيحًا؛ يُرجى كتابتها بالأرقام أو تركها فارغة",
            "A tag of BCP 47, such as en.": "وسم لغة وفق BCP 47، مثل en.",
            "Add a course": "إضافة دورة",
            "Address of the member": "عنوان العضو",
            "CSV": "CSV",
            "Catalogue": "دليل الدورات",
            "Change": "تغيير",
            "Completed": "حالات الإتمام",
            "Contains": "يحتوي على",
            "Correct": "تصحيح",
            "Course": "الدورة",
            "Courses that you took": "الدورات التي التحقت بها",
            "Courses": "الدورات",
            "Date": "التاريخ",
            "Day": "اليوم",
            "Delete the lines": "حذف الأسطر",
            "Delete": "حذف",
            "Description": "الوصف",
            "Each line is taken by itself. Importing the same file again changes nothing.":
                "يُعالج كل سطر على حدة. إعادة استيراد الملف نفسه لا تغيّر شيئًا.",
            "Empty for now.": "يُترك فارغًا للوقت الحالي.",
            "Empty for the day of the old entry.": "يُترك فارغًا لاعتماد يوم القيد القديم.",
            "Enrol me": "الالتحاق بالدورة",
            "Enrolled": "حالات الالتحاق",
            "Entries of your record that a source took back": "قيود من سجلك سحبها المصدر",
            "Entry": "القيد",
            "Every imported line belongs to a member.": "كل سطر مستورد يخص عضوًا معروفًا.",
            "File": "الملف",
            "Fill the catalogue": "ملء دليل الدورات",
            "Format": "الصيغة",
            "How it counts": "كيف يُحتسب",
            "How sources name you": "كيف تسميك المصادر",
            "Id in the file": "المعرّف في الملف",
            "Id": "المعرّف",
            "Identity at the source": "المعرّف في المصدر",
            "Identity of the course": "معرّف الدورة",
            "Import a learning record": "استيراد سجل تعلّم",
            "Imported lines wait until somebody says which member a name means.":
                "تنتظر الأسطر المستوردة إلى أن يُحدَّد العضو المقصود بكل اسم.",
            "It has courses.": "فيه دورات.",
            "It is recorded.": "تم التدوين.",
            "Kind": "النوع",
            "Language": "اللغة",
            "Last active": "آخر نشاط",
            "Learning of people who are not known": "تعلّم أشخاص غير معروفين",
            "Learning record": "سجل التعلّم",
            "Learning that waits for you to be known": "تعلّم ينتظر التعرّف عليك",
            "Lines from the future": "أسطر بتاريخ مستقبلي",
            "Lines whose date has not come yet: often from a wrong clock or a wrong year. They are recorded when it comes.":
                "أسطر لم يحن تاريخها بعد، غالبًا بسبب ساعة أو سنة خاطئة. تُدوَّن عندما يحين تاريخها.",
            "Lines": "الأسطر",
            "Link": "الرابط",
            "Managers and members look for courses here. Show it to the managers first.":
                "هنا يبحث المديرون والأعضاء عن الدورات. يُرجى عرضه على المديرين أولًا.",
            "Member": "العضو",
            "Minutes": "الدقائق",
            "My courses": "دوراتي",
            "Name at the source": "الاسم في المصدر",
            "Name in the file": "الاسم في الملف",
            "No imported line waits for its day.": "لا يوجد سطر مستورد ينتظر حلول يومه.",
            "Nobody else can enrol. The learning record stays.":
                "لا يمكن لأحد بعد الآن الالتحاق بها. ويبقى سجل التعلّم.",
            "Of progress.": "للتقدّم.",
            "Of work or progress.": "للعمل أو التقدّم.",
            "Open again": "إعادة الفتح",
            "Percent": "النسبة المئوية",
            "Received": "تاريخ الاستلام",
            "Record learning": "تدوين نشاط تعلّم",
            "Record what is due": "تدوين ما حان موعده",
            "Recorded": "تاريخ التدوين",
            "Registration at the source": "التسجيل في المصدر",
            "Retire": "إيقاف",
            "Say who it is": "تحديد صاحب الاسم",
            "Show retired courses": "إظهار الدورات الموقوفة",
            "Since": "منذ",
            "State": "الحالة",
            "The course is changed.": "تم تغيير الدورة.",
            "The course is open again.": "تمت إعادة فتح الدورة.",
            "The course is retired.": "تم إيقاف الدورة.",
            "The course {1} is added.": "تمت إضافة الدورة {1}.",
            "The courses that the members of your organization can take.":
                "الدورات التي يستطيع أعضاء مؤسستك الالتحاق بها.",
            "The courses that the person takes, and how far the person is in each.":
                "الدورات التي التحق بها الشخص، ومدى تقدمه في كل منها.",
            "The courses that you take, and how far you are in each.":
                "الدورات التي التحقت بها، ومدى تقدمك في كل منها.",
            "The entries that count, by date. What was voided or corrected is left out.":
                "القيود المحتسبة حسب التاريخ، من دون ما شُطب أو صُحّح.",
            "The entry is corrected.": "تم تصحيح القيد.",
            "The entry is void.": "تم شطب القيد.",
            "The entry no longer counts, and what followed from it is decided again: a certificate may end.":
                "لن يُحتسب القيد بعد الآن، ويُعاد تقرير ما ترتب عليه: فقد تنتهي شهادة.",
            "The line is deleted.": "تم حذف السطر.",
            "The line is no longer there.": "لم يعد السطر موجودًا.",
            "The name means this member from now on, and the waiting lines are recorded.":
                "يدل الاسم من الآن على هذا العضو، وتُدوَّن الأسطر المنتظرة.",
            "The old entry stays in the record, and no longer counts. What followed from it is decided again.":
                "يبقى القيد القديم في السجل ولا يُحتسب بعد الآن. ويُعاد تقرير ما ترتب عليه.",
            "The organization's name for the course. It never changes.":
                "الاسم الذي تعرّف به المؤسسة الدورة. لا يتغيّر أبدًا.",
            "The waiting lines of this name are deleted. Importing the file again brings them back.":
                "تُحذف الأسطر المنتظرة لهذا الاسم. وإعادة استيراد الملف تعيدها.",
            "There is no course yet.": "لا توجد أي دورة بعد.",
            "Title": "عنوان الدورة",
            "Unknown learners": "متعلّمون غير معروفين",
            "Void": "شطب",
            "What happened": "ما حدث",
            "What is recorded stays in the record. A correction voids it and puts another entry in its place.":
                "ما يُدوَّن يبقى في السجل. التصحيح يشطب القيد ويضع قيدًا آخر مكانه.",
            "When it happened": "وقت الحدوث",
            "When it was recorded": "وقت التسجيل",
            "Where the course is taken.": "مكان أخذ الدورة.",
            "You are enrolled.": "تم التحاقك بالدورة.",
            "You take no course yet. The catalogue shows what you can take.":
                "ليست لديك دورات بعد. يعرض دليل الدورات ما يمكنك أخذه.",
            "Your learning record": "سجل تعلّمك",
            "a course takes 1 to 10,000,000 minutes; correct it or leave it out":
                "مدة الدورة من 1 إلى 10,000,000 دقيقة؛ يُرجى تصحيحها أو حذفها",
            "a group has no learning record; have the sender name each learner":
                "ليس للمجموعة سجل تعلّم؛ يُرجى أن يسمّي المرسِل كل متعلّم",
            "a search has a text of at most 1,000 bytes and a language of at most 100 bytes; shorten it":
                "نص البحث 1,000 بايت على الأكثر واللغة 100 بايت على الأكثر؛ يُرجى تقصيره",
            "a statement is one JSON object in UTF-8; have the sender write it with a JSON library":
                "العبارة كائن JSON واحد بترميز UTF-8؛ يُرجى أن يكتبها المرسِل بمكتبة JSON",
            "a statement needs a verb whose id is an IRI; have the sender name the verb":
                "تحتاج العبارة إلى فعل معرّفه IRI؛ يُرجى أن يحدد المرسِل الفعل",
            "a statement needs an id that is a UUID; have the sender give it one":
                "تحتاج العبارة إلى معرّف من نوع UUID؛ يُرجى أن يعطيها المرسِل معرّفًا",
            "a statement uses each property once, but this one has the same name twice in one object; have the sender write it once":
                "تستخدم العبارة كل خاصية مرة واحدة، لكن الاسم نفسه يرد في هذه العبارة مرتين في كائن واحد؛ يُرجى أن يكتبه المرسِل مرة واحدة",
            "a timestamp needs a date from 1900 to 9999, a time and an offset; have the sender write it as 2015-11-18T12:17:00Z":
                "يحتاج الطابع الزمني إلى تاريخ من 1900 إلى 9999 ووقت وفارق توقيت؛ يُرجى أن يكتبه المرسِل بالصيغة 2015-11-18T12:17:00Z",
            "a voiding statement cannot be voided; record the voided entry again with its own new id":
                "لا يمكن شطب عبارة شطب؛ يُرجى تدوين القيد المشطوب من جديد بمعرّف جديد خاص به",
            "after this correction the entry would not count in its place; look at the entries before it first":
                "بعد هذا التصحيح لن يُحتسب القيد في موضعه؛ يُرجى النظر أولًا في القيود التي تسبقه",
            "an actor needs exactly one of mbox, mbox_sha1sum, openid and account, without control and direction characters; have the sender give one":
                "يحتاج الفاعل إلى واحد فقط من mbox و mbox_sha1sum و openid و account، من دون محارف تحكم أو اتجاه؛ يُرجى أن يحدد المرسِل واحدًا منها",
            "an actor's identifier has at most 1,000 bytes; have the sender use a shorter one":
                "طول معرّف الفاعل 1,000 بايت على الأكثر؛ يُرجى أن يستخدم المرسِل معرّفًا أقصر",
            "an actor's mbox has to be 'mailto:' followed by an e-mail address; have the sender correct it":
                "يجب أن تكون قيمة mbox للفاعل 'mailto:' يليها عنوان بريد إلكتروني؛ يُرجى أن يصححها المرسِل",
            "an entry with this id is recorded, but it is not certain whether this line repeats it: no member has the line's address now, or no course has its name; leave the line out, or write the address and the course's id as they are now":
                "يوجد قيد مدوَّن بهذا المعرّف، لكن لا يمكن الجزم بأن هذا السطر تكرار له: لا يوجد الآن عضو بالعنوان الوارد في السطر، أو لا توجد دورة باسمه؛ يُرجى حذف السطر، أو كتابة العنوان ومعرّف الدورة كما هما الآن",
            "another course has this id; change that course, or choose a different id":
                "تحمل دورة أخرى هذا المعرّف؛ يُرجى تغيير تلك الدورة، أو اختيار معرّف مختلف",
            "another entry has this id; correct that entry, or give this one its own id":
                "يحمل قيد آخر هذا المعرّف؛ يُرجى تصحيح ذلك القيد، أو إعطاء هذا القيد معرّفًا خاصًا به",
            "course: open": "مفتوحة",
            "course: retired": "موقوفة",
            "date: Completed": "تاريخ الإتمام",
            "date: Enrolled": "تاريخ الالتحاق",
            "enrol": "الالتحاق بالدورات",
            "enrolment: completed": "مكتمل",
            "enrolment: enrolled": "قائم",
            "enrolment: failed": "غير مجتاز",
            "enrolment: withdrawn": "منسحَب منه",
            "event: completed": "إتمام الدورة",
            "event: enrolled": "الالتحاق بالدورة",
            "event: failed": "عدم اجتياز الدورة",
            "event: withdrawn": "الانسحاب من الدورة",
            "import learning": "استيراد سجلات التعلّم",
            "its date is in the future; it is recorded on that date; if the date is right, record the line now from the holding list, otherwise discard it there":
                "تاريخه في المستقبل، ويُدوَّن في ذلك التاريخ؛ إن كان التاريخ صحيحًا، يُرجى تدوين السطر الآن من قائمة الانتظار، وإلا فيُرجى تجاهله هناك",
            "made progress": "إحراز تقدّم",
            "manage catalogue": "إدارة دليل الدورات",
            "minutes are a whole number from 0 to 10,000,000; correct it or leave it out":
                "الدقائق عدد صحيح من 0 إلى 10,000,000؛ يُرجى تصحيحها أو حذفها",
            "minutes belong to activity and progress; leave them out elsewhere":
                "الدقائق تخص النشاط والتقدّم؛ يُرجى حذفها فيما عدا ذلك",
            "names no course; choose it again": "لا توجد دورة بهذه القيمة؛ يُرجى الاختيار من جديد",
            "no line in the holding list waits for this name; look it up again":
                "لا يوجد في قائمة الانتظار سطر ينتظر هذا الاسم؛ يُرجى البحث عنه من جديد",
            "no member is known by this name; say in the holding list who it is, or discard its lines there":
                "لا يوجد عضو معروف بهذا الاسم؛ يُرجى تحديد صاحبه في قائمة الانتظار، أو تجاهل أسطره هناك",
            "not enrolled": "لا يوجد التحاق",
            "opened the course": "فتح الدورة",
            "progress is a whole number from 0 to 100 and belongs to a 'progressed' entry; correct it or leave it out":
                "التقدّم عدد صحيح من 0 إلى 100 ويخص قيدًا من نوع 'progressed'؛ يُرجى تصحيحه أو حذفه",
            "record learning": "تدوين أنشطة التعلّم",
            "statements of xAPI": "عبارات xAPI",
            "the course is retired; restore it before enrolling anybody":
                "الدورة موقوفة؛ يُرجى إعادة فتحها قبل إلحاق أي شخص بها",
            "the course {1}is not in the catalogue; add it, or look up its id again":
                "الدورة {1}ليست في دليل الدورات؛ يُرجى إضافتها أو البحث عن معرّفها من جديد",
            "the date is outside the years 1900 to 9999; correct it":
                "التاريخ خارج السنوات من 1900 إلى 9999؛ يُرجى تصحيحه",
            "the description of a course has at most 10,000 characters, no control characters except tabs and line breaks, and no direction that is overridden or left open; change it":
                "وصف الدورة 10,000 محرف على الأكثر، من دون محارف تحكم سوى علامات الجدولة وفواصل الأسطر، ومن دون اتجاه نص مفروض أو متروك مفتوحًا؛ يُرجى تغييره",
            "the enrolment has ended as {1}, and an enrolment ends only once; correct that end, or enrol the member again":
                "انتهى الالتحاق بحالة: {1}، والالتحاق لا ينتهي إلا مرة واحدة؛ يُرجى تصحيح تلك النهاية، أو إلحاق العضو من جديد",
            "the entry was voided before it arrived; there is nothing to do": "شُطب القيد قبل وصوله؛ لا يلزم أي إجراء",
            "the event {1}is not one of {2}; correct it": "الحدث {1}ليس من {2}؛ يُرجى تصحيحه",
            "the id of a course has 1 to 200 visible ASCII characters; choose another":
                "معرّف الدورة من 1 إلى 200 محرف ASCII ظاهر؛ يُرجى اختيار معرّف آخر",
            "the id of an entry has 1 to 200 bytes in one line, at least one character that shows, and no control or direction character; give it another id":
                "طول معرّف القيد من 1 إلى 200 بايت في سطر واحد، فيه محرف ظاهر واحد على الأقل، ومن دون محارف تحكم أو اتجاه؛ يُرجى إعطاؤه معرّفًا آخر",
            "the language of a course is a tag of BCP 47 such as 'en' or 'pt-BR', of at most 100 characters; correct it":
                "لغة الدورة وسم وفق BCP 47 مثل 'en' أو 'pt-BR'، لا يتجاوز 100 محرف؛ يُرجى تصحيحه",
            "the link of a course is an http or https URL of at most 2,000 ASCII characters; correct it":
                "رابط الدورة عنوان URL من نوع http أو https لا يتجاوز 2,000 محرف ASCII؛ يُرجى تصحيحه",
            "the list of statements is never closed; fetch it from the learning record store again":
                "قائمة العبارات لا تُغلق؛ يُرجى جلبها من جديد من مخزن سجلات التعلّم",
            "the member is already enrolled in the course; there is nothing to do":
                "العضو ملتحق بالدورة بالفعل؛ لا يلزم أي إجراء",
            "the member is not enrolled in the course; enrol them first": "العضو غير ملتحق بالدورة؛ يُرجى إلحاقه أولًا",
            "the name of a learner has at most 1,000 bytes; look it up again":
                "طول اسم المتعلّم 1,000 بايت على الأكثر؛ يُرجى البحث عنه من جديد",
            "the object of a statement has to be an Activity whose id is an IRI; have the sender name the activity":
                "يجب أن يكون كائن العبارة من نوع Activity ومعرّفه IRI؛ يُرجى أن يحدد المرسِل النشاط",
            "the object of a voiding statement has to be a StatementRef whose id is a UUID; have the sender refer to one":
                "يجب أن يكون كائن عبارة الشطب من نوع StatementRef ومعرّفه UUID؛ يُرجى أن يشير المرسِل إلى كائن كهذا",
            "the object that begins here is longer than a statement may be; send attachments separately":
                "الكائن الذي يبدأ هنا أطول من الحد المسموح به للعبارة؛ يُرجى إرسال المرفقات منفصلة",
            "the object that begins here is never closed; close its braces and its quotes":
                "الكائن الذي يبدأ هنا لا يُغلق؛ يُرجى إغلاق أقواسه وعلامات الاقتباس فيه",
            "the statement is recorded with the time at which it was stored, because its timestamp cannot be read; have the sender write it as 2015-11-18T12:17:00Z":
                "دُوّنت العبارة بوقت تخزينها لتعذّر قراءة طابعها الزمني؛ يُرجى أن يكتبه المرسِل بالصيغة 2015-11-18T12:17:00Z",
            "the statement is recorded without its duration: a duration has at most ten million minutes, and no years or months, because they have no fixed length; have the sender write it as PT1H30M":
                "دُوّنت العبارة من دون مدتها: المدة عشرة ملايين دقيقة على الأكثر، من دون سنوات أو أشهر لأن طولها غير ثابت؛ يُرجى أن يكتبها المرسِل بالصيغة PT1H30M",
            "the statement is recorded without its progress, which has to be a whole number from 0 to 100; have the sender correct it":
                "دُوّنت العبارة من دون تقدّمها، الذي يجب أن يكون عددًا صحيحًا من 0 إلى 100؛ يُرجى أن يصححه المرسِل",
            "the statement is recorded without its result: a result and its extensions have to be JSON objects; have the sender correct them":
                "دُوّنت العبارة من دون نتيجتها: يجب أن تكون النتيجة وملحقاتها كائنات JSON؛ يُرجى أن يصححها المرسِل",
            "the title of a course has 1 to 200 characters in one line, at least one that shows, and no control or direction character; change it":
                "عنوان الدورة من 1 إلى 200 محرف في سطر واحد، فيه محرف ظاهر واحد على الأقل، ومن دون محارف تحكم أو اتجاه؛ يُرجى تغييره",
            "the verb {1}does not belong to a course; there is nothing to do": "الفعل {1}لا يخص دورة؛ لا يلزم أي إجراء",
            "there is no such course in the catalogue; add it, or look it up again":
                "لا توجد دورة كهذه في دليل الدورات؛ يُرجى إضافتها أو البحث عنها من جديد",
            "there is no such entry in the learning record, or it no longer counts; look it up again":
                "لا يوجد قيد كهذا في سجل التعلّم، أو لم يعد محتسبًا؛ يُرجى البحث عنه من جديد",
            "there is text between the statements; send only JSON objects, in one array or one after the other":
                "يوجد نص بين العبارات؛ يُرجى إرسال كائنات JSON فقط، في مصفوفة واحدة أو متتالية",
            "this object is not a statement, and not a list of statements; it may be an error message of the record store, so read it":
                "هذا الكائن ليس عبارة ولا قائمة عبارات؛ قد يكون رسالة خطأ من مخزن السجلات، فيُرجى قراءتها",
            "view catalogue": "عرض دليل الدورات",
            "view learning": "عرض سجلات التعلّم",
            "worked on it": "العمل على الدورة",
            "{1 line was|lines were} deleted.":
                "{1, plural, zero {لم يُحذف أي سطر} one {حُذف سطر واحد} two {حُذف سطران} few {حُذفت # أسطر} many {حُذف # سطرًا} other {حُذف # سطر}}.",
            "{1 line was|lines were} recorded, {2} were known, {3} are held, {4} were skipped, {5} were refused.":
                "{1, plural, zero {لم يُدوَّن أي سطر} one {دُوّن سطر واحد} two {دُوّن سطران} few {دُوّنت # أسطر} many {دُوّن # سطرًا} other {دُوّن # سطر}}. المعروف من قبل: {2}، قيد الانتظار: {3}، المتجاوَز: {4}، المرفوض: {5}.",
            "{1 line was|lines were} recorded.":
                "{1, plural, zero {لم يُدوَّن أي سطر} one {دُوّن سطر واحد} two {دُوّن سطران} few {دُوّنت # أسطر} many {دُوّن # سطرًا} other {دُوّن # سطر}}.",
            "{1}; {2}": "{1}؛ {2}",
        ])
}
