internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "Address": "Adresse",
            "Asked for": "Angefordert am",
            "Device": "Gerät",
            "Ends": "Endet am",
            "Last used": "Zuletzt verwendet",
            "Links to sign in": "Anmeldelinks",
            "Signed in": "Angemeldet am",
            "Your sessions": "Ihre Sitzungen",
            "account": "Konto",
            "end sessions": "Sitzungen beenden",
            "manage own sessions": "eigene Sitzungen verwalten",
            "session": "Sitzung",
            "sign in": "anmelden",
            "the link was mailed to another address; type the address to which it came":
                "Der Link ging an eine andere Adresse; geben Sie die Adresse ein, an die er kam",
            "the link was used or is too old; ask for another one":
                "Der Link wurde verwendet oder ist zu alt; fordern Sie einen neuen an",
            "there is no such session; list the sessions again":
                "Diese Sitzung gibt es nicht; rufen Sie die Liste der Sitzungen neu auf",
            "there were too many attempts; try again in {1 minute|minutes}":
                "Es gab zu viele Versuche; versuchen Sie es in {1, plural, one {# Minute} other {# Minuten}} wieder",
            "If you do not know a device, sign it out.": "Kennen Sie ein Gerät nicht, melden Sie es ab.",
            "Where you are signed in": "Wo Sie angemeldet sind",
            "a device without a name": "ein Gerät ohne Namen",
            "Sign out": "Abmelden",
            "The device has to sign in again.": "Das Gerät muss sich neu anmelden.",
            "The device is signed out.": "Das Gerät ist abgemeldet.",
            "Sign out on all devices": "Auf allen Geräten abmelden",
            "Every device has to sign in again, this one too.": "Jedes Gerät muss sich neu anmelden, auch dieses.",
            "All devices are signed out.": "Alle Geräte sind abgemeldet.",
        ])
}
