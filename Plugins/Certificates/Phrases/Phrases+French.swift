internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "A new certificate with the present names takes the place of the old one.":
                "Un nouveau certificat portant les noms actuels remplace l’ancien.",
            "Certificate of Completion": "Certificat de réussite",
            "Certificate": "Certificat",
            "Certificates": "Certificats",
            "Code": "Code",
            "Codes": "Codes",
            "Compare the certificate with what is shown here, letter by letter.":
                "Comparez le certificat avec ce qui est affiché ici, lettre par lettre.",
            "Completed": "Inscriptions terminées",
            "Course": "Cours",
            "Date of completion": "Date de réussite",
            "Day of completion": "Jour de la réussite",
            "Download the certificate to keep or print it. Anybody who has its code can verify it.":
                "Téléchargez le certificat pour le conserver ou l’imprimer. Toute personne qui a son code peut le vérifier.",
            "Ended": "A pris fin le",
            "Everybody who has a code sees what the certificate says. Give codes only to their holders.":
                "Toute personne qui dispose d’un code voit ce que dit le certificat. Ne donnez un code qu’à son titulaire.",
            "For completions from before this module was there.":
                "Pour les achèvements antérieurs à l’arrivée de ce module.",
            "How it ended": "Comment il a pris fin",
            "Issue again": "Délivrer à nouveau",
            "Issue what is missing": "Délivrer les certificats manquants",
            "Issued by": "Délivré par",
            "Member": "Membre",
            "My certificates": "Mes certificats",
            "Name": "Nom",
            "Reason": "Motif",
            "Revoke": "Révoquer",
            "State": "État",
            "Team": "Équipe",
            "The certificate is issued again.": "Le certificat est délivré à nouveau.",
            "The certificate is revoked.": "Le certificat est révoqué.",
            "The certificates of the courses that you have completed. Open one to download it.":
                "Les certificats des cours que vous avez terminés. Ouvrez-en un pour le télécharger.",
            "This is to certify that": "Ce certificat est décerné à",
            "Valid until": "Valable jusqu’au",
            "Verify a certificate": "Vérifier un certificat",
            "Verify this certificate at": "Vérifiez ce certificat sur",
            "Who has completed which course, and until when each certificate is valid.":
                "Qui a terminé quel cours, et jusqu’à quand chaque certificat est valable.",
            "Whoever verifies it sees that it is revoked, and not why. It cannot be undone; issue it again instead.":
                "Toute personne qui le vérifie voit qu’il est révoqué, mais pas pourquoi. C’est irréversible ; vous pouvez en revanche le délivrer à nouveau.",
            "Why it was revoked": "Motif de la révocation",
            "You get a certificate when you complete a course.":
                "Vous recevez un certificat lorsque vous terminez un cours.",
            "Your certificates": "Vos certificats",
            "a certificate is valid for 1 to 1,200 months or without end; correct the course's validity":
                "un certificat est valable de 1 à 1 200 mois, ou sans limite ; corrigez la durée de validité du cours",
            "a later completion of the course has a certificate; use that one":
                "un achèvement plus récent de ce cours a un certificat ; utilisez celui-là",
            "a reason has 1 to 500 characters in one line, at least one that shows, and no control or direction character; correct it":
                "un motif compte de 1 à 500 caractères sur une seule ligne, dont au moins un visible, sans caractère de contrôle ni de direction ; corrigez-le",
            "a signer has to return a signature of 1 to 65,536 bytes with the name of its algorithm, and to verify it; correct the signer":
                "un signataire doit renvoyer une signature de 1 à 65 536 octets avec le nom de son algorithme, et la vérifier ; corrigez le signataire",
            "certificate": "certificat",
            "certificate: expired": "expiré",
            "certificate: revoked": "révoqué",
            "date: Completed": "Terminé le",
            "has successfully completed the course": "pour avoir suivi avec succès le cours",
            "manage certificates": "gérer les certificats",
            "no certificate has this code; compare it with the certificate, letter by letter":
                "aucun certificat ne porte ce code ; comparez-le avec le certificat, lettre par lettre",
            "replaced by another one": "remplacé par un autre",
            "the certificate is {1}; use the one that replaced it, or have it issued again":
                "le certificat est {1} ; utilisez celui qui l’a remplacé, ou faites-le délivrer à nouveau",
            "the completion no longer counts; record it again to issue a certificate":
                "l’achèvement ne compte plus ; enregistrez-le de nouveau pour délivrer un certificat",
            "the stored certificate does not match its signature, or has none; restore a backup, give the signer its keys, or reissue a certificate that is older than the signer":
                "le certificat enregistré ne correspond pas à sa signature, ou n’en a pas ; restaurez une sauvegarde, rendez ses clés au signataire, ou délivrez à nouveau un certificat plus ancien que le signataire",
            "there is no such certificate; look it up again": "ce certificat n’existe pas ; recherchez-le de nouveau",
            "valid": "valide",
            "valid, ends soon": "valide, expire bientôt",
            "verify": "vérifier un certificat",
            "view certificates": "consulter les certificats",
            "view own certificates": "consulter les certificats personnels",
            "withdrawn on request": "retiré sur demande",
            "{1 certificate was|certificates were} issued.":
                "{1, plural, one {# certificat a été délivré} other {# certificats ont été délivrés}}.",
        ])
}
