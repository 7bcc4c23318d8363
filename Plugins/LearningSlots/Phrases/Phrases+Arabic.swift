internal import Atrium

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "At most three years after the first day.": "بعد ثلاث سنوات على الأكثر من اليوم الأول.",
            "Cancelled": "أُلغي",
            "Day of the week": "يوم الأسبوع",
            "Each member of the team gets an invitation for the calendar by mail, also those who join later. A change is sent, too.":
                "يتلقى كل عضو في الفريق دعوة للتقويم بالبريد الإلكتروني، حتى من ينضم لاحقًا. ويُرسل أي تغيير أيضًا.",
            "Each member who was invited gets a cancellation by mail.": "يتلقى كل عضو مدعو إلغاءً بالبريد الإلكتروني.",
            "Empty for yours.": "ترك الحقل فارغًا يعني منطقتك.",
            "End the learning slot": "إنهاء وقت التعلّم",
            "First day": "اليوم الأول",
            "From {1} to {2}, {3}": "من {1} إلى {2}، {3}",
            "Hello {1},": "مرحبًا {1}،",
            "Hour": "الساعة",
            "How often the slot took place in the last 28 days, since it has its present time.":
                "عدد مرات انعقاد وقت التعلّم خلال آخر 28 يومًا، منذ أن صار له موعده الحالي.",
            "Identity of the team": "معرّف الفريق",
            "Last day": "اليوم الأخير",
            "Learning slot of {1}": "وقت التعلّم لفريق {1}",
            "Learning slot of {1}: cancelled": "وقت التعلّم لفريق {1}: أُلغي",
            "Learning slot": "وقت التعلّم",
            "Learning slots that you set": "أوقات التعلّم التي حددتها",
            "Learning slots": "أوقات التعلّم",
            "Length in minutes": "المدة بالدقائق",
            "Minute": "الدقيقة",
            "Minutes learned in it": "دقائق التعلّم خلاله",
            "My learning slots": "أوقات التعلّم الخاصة بي",
            "No team has a learning slot. An administrator or the supervisor of a team sets it on the page of the team.":
                "ليس لأي فريق وقت تعلّم. يحدده مسؤول أو مشرف الفريق في صفحة الفريق.",
            "Set the learning slot": "تحديد وقت التعلّم",
            "Team": "الفريق",
            "The learning slot is ended.": "تم إنهاء وقت التعلّم.",
            "The learning slot is set. The invitations are on their way.": "تم تحديد وقت التعلّم. الدعوات في طريقها.",
            "The reported minutes of activities in the slot's times in the last 28 days, since it has its present time. They are of the members who are in the team now. An activity counts at most as long as the slot.":
                "الدقائق المسجلة للأنشطة في أوقات التعلّم خلال آخر 28 يومًا، منذ أن صار له موعده الحالي، لأعضاء الفريق الحاليين. يُحسب كل نشاط بما لا يزيد على مدة وقت التعلّم.",
            "The time that teams set aside for learning, and what was learned in it in the last 28 days.":
                "الوقت الذي تخصصه الفرق للتعلّم، وما جرى تعلّمه فيه خلال آخر 28 يومًا.",
            "The time that the team sets aside for learning, and what was learned in it.":
                "الوقت الذي يخصصه الفريق للتعلّم، وما جرى تعلّمه خلاله.",
            "The time that your teams set aside for learning. Your calendar of what is due shows it, too.":
                "الوقت الذي تخصصه فرقك للتعلّم. ويعرضه أيضًا تقويم مواعيدك.",
            "This team has no learning slot.": "ليس لهذا الفريق وقت تعلّم.",
            "Time for your courses and goals.": "وقت لدوراتك وأهدافك.",
            "Time zone": "المنطقة الزمنية",
            "Told": "وقت الإبلاغ",
            "Took place": "عدد المرات",
            "When": "متى",
            "Your calendar program can take over the entry that comes with this message.":
                "يمكن لبرنامج التقويم لديك اعتماد الموعد المرفق بهذه الرسالة.",
            "Your invitations to learning slots": "دعواتك إلى أوقات التعلّم",
            "Your teams have no learning slot.": "ليس لفرقك وقت تعلّم.",
            "a slot begins at a time from 00:00 to 23:59; correct it": "يبدأ وقت التعلّم بين 00:00 و23:59؛ يُرجى تصحيحه",
            "a slot has the name of the person who set it; set it as a member":
                "يحمل وقت التعلّم اسم من حدده؛ يُرجى تحديده بصفتك عضوًا",
            "a slot lasts 5 to 480 minutes; correct the number":
                "تتراوح مدة وقت التعلّم بين 5 و480 دقيقة؛ يُرجى تصحيح العدد",
            "a slot takes place at least once, and its last day is at most three years after its first day; correct the days":
                "يُعقد وقت التعلّم مرة واحدة على الأقل، ويقع يومه الأخير بعد ثلاث سنوات على الأكثر من يومه الأول؛ يُرجى تصحيح الأيام",
            "calendar invitation": "دعوة تقويم",
            "every {1} at {2}, {3 minute|minutes}":
                "كل {1} في الساعة {2}، {3, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}",
            "is none of the choices": "القيمة ليست من الخيارات المتاحة",
            "minutes": "دقائق",
            "set slots": "تحديد أوقات التعلّم للفرق",
            "slot": "وقت التعلّم",
            "the last day of a slot is not before today; choose a later one":
                "لا يقع اليوم الأخير لوقت التعلّم قبل اليوم؛ يُرجى اختيار يوم لاحق",
            "the learning slot of {1} at {2} no longer takes place for you.":
                "لم يعد وقت التعلّم لفريق {1} لدى {2} قائمًا بالنسبة إليك.",
            "the team has no learning slot now; set one first": "ليس للفريق وقت تعلّم الآن؛ يُرجى تحديد وقت أولًا",
            "this machine does not know the time zone of the learning slot; update its time zone data":
                "لا يعرف هذا الجهاز المنطقة الزمنية لوقت التعلّم؛ يُرجى تحديث بيانات المناطق الزمنية",
            "times": "مرات",
            "view slots": "عرض أوقات التعلّم",
            "{1} at {2} sets time aside for learning:": "يخصص فريق {1} لدى {2} وقتًا للتعلّم:",
        ])
}
