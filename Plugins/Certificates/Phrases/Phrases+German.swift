internal import Atrium

extension Phrases {
    static let german = Phrases(
        "de",
        [
            "A new certificate with the present names takes the place of the old one.":
                "Ein neues Zertifikat mit den aktuellen Namen tritt an die Stelle des alten.",
            "Certificate of Completion": "Abschlusszertifikat",
            "Certificate": "Zertifikat",
            "Certificates": "Zertifikate",
            "Code": "Code",
            "Codes": "Codes",
            "Compare the certificate with what is shown here, letter by letter.":
                "Vergleichen Sie das Zertifikat Zeichen für Zeichen mit den Angaben hier.",
            "Completed": "Abgeschlossen",
            "Course": "Kurs",
            "Date of completion": "Abgeschlossen am",
            "Day of completion": "Tag des Abschlusses",
            "Download the certificate to keep or print it. Anybody who has its code can verify it.":
                "Laden Sie das Zertifikat herunter, um es aufzubewahren oder zu drucken. Wer den Code hat, kann es prüfen.",
            "Ended": "Beendet am",
            "Everybody who has a code sees what the certificate says. Give codes only to their holders.":
                "Wer einen Code hat, sieht die Angaben des Zertifikats. Geben Sie Codes nur an die Personen weiter, für die das Zertifikat ausgestellt ist.",
            "For completions from before this module was there.":
                "Für Abschlüsse aus der Zeit, bevor es dieses Modul gab.",
            "How it ended": "Wie es endete",
            "Issue again": "Neu ausstellen",
            "Issue what is missing": "Fehlende ausstellen",
            "Issued by": "Ausgestellt von",
            "Member": "Mitglied",
            "My certificates": "Meine Zertifikate",
            "Name": "Name",
            "Reason": "Grund",
            "Revoke": "Widerrufen",
            "State": "Status",
            "Team": "Team",
            "The certificate is issued again.": "Das Zertifikat ist neu ausgestellt.",
            "The certificate is revoked.": "Das Zertifikat ist widerrufen.",
            "The certificates of the courses that you have completed. Open one to download it.":
                "Die Zertifikate der Kurse, die Sie abgeschlossen haben. Öffnen Sie eines, um es herunterzuladen.",
            "This is to certify that": "Hiermit wird bescheinigt:",
            "Valid until": "Gültig bis",
            "Verify a certificate": "Zertifikat prüfen",
            "Verify this certificate at": "Dieses Zertifikat prüfen unter",
            "Who has completed which course, and until when each certificate is valid.":
                "Wer welchen Kurs abgeschlossen hat, und bis wann jedes Zertifikat gilt.",
            "Whoever verifies it sees that it is revoked, and not why. It cannot be undone; issue it again instead.":
                "Wer das Zertifikat prüft, sieht, dass es widerrufen ist, aber nicht, warum. Das lässt sich nicht rückgängig machen; stellen Sie es stattdessen neu aus.",
            "Why it was revoked": "Warum es widerrufen wurde",
            "You get a certificate when you complete a course.":
                "Wenn Sie einen Kurs abschließen, bekommen Sie ein Zertifikat.",
            "Your certificates": "Ihre Zertifikate",
            "a certificate is valid for 1 to 1,200 months or without end; correct the course's validity":
                "Ein Zertifikat gilt 1 bis 1.200 Monate oder unbegrenzt; korrigieren Sie die Gültigkeitsdauer des Kurses",
            "a later completion of the course has a certificate; use that one":
                "Für einen späteren Abschluss des Kurses gibt es ein Zertifikat; verwenden Sie dieses",
            "a reason has 1 to 500 characters in one line, at least one that shows, and no control or direction character; correct it":
                "Ein Grund hat 1 bis 500 Zeichen in einer Zeile, davon mindestens ein sichtbares, und keine Steuer- oder Richtungszeichen; korrigieren Sie ihn",
            "a signer has to return a signature of 1 to 65,536 bytes with the name of its algorithm, and to verify it; correct the signer":
                "Ein Signaturdienst muss eine Signatur von 1 bis 65.536 Bytes mit dem Namen ihres Verfahrens liefern und sie prüfen können; korrigieren Sie den Signaturdienst",
            "certificate": "Zertifikat",
            "certificate: expired": "abgelaufen",
            "certificate: revoked": "widerrufen",
            "date: Completed": "Abgeschlossen am",
            "has successfully completed the course": "hat den folgenden Kurs erfolgreich abgeschlossen",
            "manage certificates": "Zertifikate verwalten",
            "no certificate has this code; compare it with the certificate, letter by letter":
                "Kein Zertifikat hat diesen Code; vergleichen Sie ihn Zeichen für Zeichen mit dem Zertifikat",
            "replaced by another one": "ersetzt",
            "the certificate is {1}; use the one that replaced it, or have it issued again":
                "Status des Zertifikats: {1}; verwenden Sie das Zertifikat, das es ersetzt hat, oder lassen Sie es neu ausstellen",
            "the completion no longer counts; record it again to issue a certificate":
                "Der Abschluss zählt nicht mehr; erfassen Sie ihn neu, um ein Zertifikat auszustellen",
            "the stored certificate does not match its signature, or has none; restore a backup, give the signer its keys, or reissue a certificate that is older than the signer":
                "Das gespeicherte Zertifikat passt nicht zu seiner Signatur oder hat keine; stellen Sie eine Sicherung wieder her, geben Sie dem Signaturdienst seine Schlüssel oder stellen Sie ein Zertifikat, das älter als der Signaturdienst ist, neu aus",
            "there is no such certificate; look it up again": "Dieses Zertifikat gibt es nicht; rufen Sie es neu auf",
            "valid": "gültig",
            "valid, ends soon": "gültig, läuft bald ab",
            "verify": "Zertifikate prüfen",
            "view certificates": "Zertifikate ansehen",
            "view own certificates": "Eigene Zertifikate ansehen",
            "withdrawn on request": "auf Wunsch zurückgezogen",
            "{1 certificate was|certificates were} issued.":
                "{1, plural, one {# Zertifikat wurde} other {# Zertifikate wurden}} ausgestellt.",
        ])
}
