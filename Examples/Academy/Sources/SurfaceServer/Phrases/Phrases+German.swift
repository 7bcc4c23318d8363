internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "A parameter is unknown": "Unbekannter Parameter",
            "A part of it cannot be read.": "Ein Teil davon ist nicht lesbar.",
            "An act has one parameter, stamp. Its fields are in the body.":
                "Eine Aktion hat einen Parameter, stamp. Ihre Felder stehen im Body.",
            "It arrived incomplete or in another format. Nothing was done. Open the page again.":
                "Das Formular kam unvollständig oder in einem anderen Format an. Es wurde nichts ausgeführt. Öffnen Sie die Seite neu.",
            "It ended more than an hour ago, or the server was started again. What was done stays.":
                "Der Vorgang endete vor mehr als einer Stunde, oder der Server wurde neu gestartet. Was erledigt wurde, bleibt bestehen.",
            "It has at most 200 bytes.": "Er hat höchstens 200 Bytes.",
            "It was used, or is older than fifteen minutes. Ask for another one.":
                "Er wurde schon verwendet oder ist älter als fünfzehn Minuten. Fordern Sie einen neuen an.",
            "Not found": "Nicht gefunden",
            "Not open to you": "Für Sie nicht zugänglich",
            "Send an access token of the organization: Authorization: Bearer …":
                "Senden Sie ein Zugriffstoken der Organisation: Authorization: Bearer …",
            "Send an object with the fields of the act.": "Senden Sie ein Objekt mit den Feldern der Aktion.",
            "Send application/json, or multipart/form-data with a file.":
                "Senden Sie application/json oder multipart/form-data mit einer Datei.",
            "Send the form again": "Senden Sie das Formular noch einmal",
            "Something went wrong": "Etwas ist schiefgegangen",
            "The address cannot be read": "Die Adresse ist nicht lesbar",
            "The body has another type": "Der Body hat einen anderen Typ",
            "The body is not JSON": "Der Body ist kein JSON",
            "The fault is ours. If it comes again, tell us its id: {1}.":
                "Der Fehler liegt bei uns. Wenn er wieder auftritt, nennen Sie uns seine Kennung: {1}.",
            "The form cannot be read": "Das Formular ist nicht lesbar",
            "The form is too old, or another site sent it. Nothing was done. Open the page again.":
                "Das Formular ist zu alt oder wurde von einer anderen Website gesendet. Es wurde nichts ausgeführt. Öffnen Sie die Seite neu.",
            "The form or its file is too large. Nothing was done.":
                "Das Formular oder seine Datei ist zu groß. Es wurde nichts ausgeführt.",
            "The idempotency key is too long": "Der Idempotenzschlüssel ist zu lang",
            "The link no longer works": "Der Link gilt nicht mehr",
            "The result is no longer here": "Das Ergebnis ist nicht mehr vorhanden",
            "The token is missing or unknown": "Das Token fehlt oder ist unbekannt",
            "There is nothing at this address, or it is not open to you. If you followed a link from a message, open the newest one, or ask for another.":
                "Unter dieser Adresse gibt es nichts, oder sie ist für Sie nicht zugänglich. Wenn Sie einem Link aus einer Nachricht gefolgt sind, öffnen Sie die neueste oder fordern Sie eine neue an.",
            "There were too many attempts. Wait {1 minute|minutes}.":
                "Es waren zu viele Versuche. Warten Sie {1, plural, one {# Minute} other {# Minuten}}.",
            "This cannot be shown": "Das kann nicht angezeigt werden",
            "Too large": "Zu groß",
            "Try again later": "Versuchen Sie es später noch einmal",
            "{1} Correct it, or open the page from another page.":
                "{1} Korrigieren Sie das oder öffnen Sie die Seite von einer anderen Seite aus.",
        ])
}
