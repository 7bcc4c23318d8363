internal import Atrium

extension Phrases {
    static let arabic = Phrases(
        "ar",
        [
            "If you did not ask for it, do nothing.": "إن لم تطلب هذا الرابط، فلا يلزمك أي إجراء.",
            "Open this link to sign in. It works once, for fifteen minutes.":
                "لتسجيل الدخول، يُرجى فتح هذا الرابط. يعمل مرة واحدة، لمدة خمس عشرة دقيقة.",
            "Sign in": "تسجيل الدخول",
        ])
}
