internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "If you did not ask for it, do nothing.": "Wenn Sie das nicht angefordert haben, müssen Sie nichts tun.",
            "Open this link to sign in. It works once, for fifteen minutes.":
                "Öffnen Sie diesen Link, um sich anzumelden. Er gilt einmal, fünfzehn Minuten lang.",
            "Sign in": "Anmeldung",
        ])
}
