internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "Address": "Adresse",
            "Asked for": "Demandé le",
            "Device": "Appareil",
            "Ends": "Expire le",
            "Last used": "Dernière utilisation",
            "Links to sign in": "Liens de connexion",
            "Signed in": "Connexion",
            "Your sessions": "Vos sessions",
            "account": "compte",
            "end sessions": "terminer des sessions",
            "manage own sessions": "gérer ses sessions",
            "session": "session",
            "sign in": "se connecter",
            "the link was mailed to another address; type the address to which it came":
                "Le lien a été envoyé à une autre adresse ; saisissez l’adresse à laquelle il est arrivé",
            "the link was used or is too old; ask for another one":
                "Le lien a été utilisé ou est trop ancien ; demandez-en un autre",
            "there is no such session; list the sessions again":
                "Cette session n’existe pas ; affichez de nouveau la liste des sessions",
            "there were too many attempts; try again in {1 minute|minutes}":
                "Il y a eu trop de tentatives ; réessayez dans {1, plural, one {# minute} other {# minutes}}",
            "If you do not know a device, sign it out.": "Si vous ne connaissez pas un appareil, déconnectez-le.",
            "Where you are signed in": "Où vous êtes connecté",
            "a device without a name": "un appareil sans nom",
            "Sign out": "Se déconnecter",
            "The device has to sign in again.": "L’appareil devra se reconnecter.",
            "The device is signed out.": "L’appareil est déconnecté.",
            "Sign out on all devices": "Se déconnecter de tous les appareils",
            "Every device has to sign in again, this one too.": "Chaque appareil devra se reconnecter, celui-ci aussi.",
            "All devices are signed out.": "Tous les appareils sont déconnectés.",
        ])
}
