internal import AtriumLanguages

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "(required)": "(مطلوب)",
            "(several times)": "(عدة مرات)",
            "(shown on a page)": "(يُعرض في صفحة)",
            "Confirm with --yes.": "للتأكيد: --yes.",
            "Confirm with {1}": "للتأكيد: {1}",
            "From here:": "من هنا:",
            "It is no longer what you saw. Nothing was done.": "لم يعد كما رأيته. لم يُنفَّذ شيء.",
            "Not offered to you: {1}": "غير متاح لك: {1}",
            "Refused: {1}": "مرفوض: {1}",
            "The input cannot be read.": "تتعذر قراءة المُدخَل.",
            "There is more: {1}": "هناك المزيد: {1}",
            "There is nothing here.": "لا يوجد شيء هنا.",
            "Too wide to be shown here: {1}": "أعرض من أن يُعرض هنا: {1}",
            "and {1} more": "وغيرها ({1})",
            "not offered: {1}": "غير متاح: {1}",
            "{1} Confirm with --yes.": "{1} للتأكيد: --yes.",
        ])
}
