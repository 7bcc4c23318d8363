internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "If you did not ask for it, do nothing.": "Si vous n’avez rien demandé, vous n’avez rien à faire.",
            "Open this link to sign in. It works once, for fifteen minutes.":
                "Ouvrez ce lien pour vous connecter. Il fonctionne une seule fois, pendant quinze minutes.",
            "Sign in": "Connexion",
        ])
}
