internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "Address": "Adresse",
            "An SVG file of up to 64 KB. Only its shapes and colours are kept. Texts in it have to be paths.":
                "Un fichier SVG de 64 Ko au plus. Seules ses formes et ses couleurs sont conservées. Les textes doivent y être des tracés.",
            "Announcement": "Annonce",
            "Banner": "Bannière",
            "Choose a course and begin.": "Choisissez un cours et commencez.",
            "Choose a logo": "Choisir un logo",
            "Colour": "Couleur",
            "Date": "Date",
            "Design the kit": "Composer le kit",
            "Design the kit with your colour and your logo, and send the announcement before the invitations.":
                "Composez le kit avec votre couleur et votre logo, et envoyez l’annonce avant les invitations.",
            "File": "Fichier",
            "Files of the launch kit": "Fichiers du kit de lancement",
            "Find the invitation in your mailbox.": "Trouvez l’invitation dans votre messagerie.",
            "First got": "Obtenu pour la première fois",
            "Flyer": "Dépliant",
            "Flyer, poster, newsletter, banners, teaser and an announcement, in your organization's name. Choose a style and a colour, look at the pieces here, and get the files.":
                "Dépliant, affiche, infolettre, bannières, teaser et annonce, au nom de votre organisation. Choisissez un style et une couleur, regardez ici les éléments, puis obtenez les fichiers.",
            "From {1} you get a mail that invites you to our training platform. It is from us, and it is no spam.":
                "À partir du {1}, vous recevrez un e-mail qui vous invite sur notre plateforme de formation. Il vient bien de nous, ce n’est pas un courrier indésirable.",
            "Get the files": "Obtenir les fichiers",
            "Hang up posters, and hand out flyers": "Afficher et distribuer",
            "Headline": "Titre",
            "Hello,": "Bonjour,",
            "How to begin": "Pour commencer",
            "If you have a question, answer this mail.": "Si vous avez une question, répondez à cet e-mail.",
            "In the next days you get a mail that invites you to our training platform. It is from us, and it is no spam.":
                "Dans les prochains jours, vous recevrez un e-mail qui vous invite sur notre plateforme de formation. Il vient bien de nous, ce n’est pas un courrier indésirable.",
            "Language": "Langue",
            "Launch kit": "Kit de lancement",
            "Learning starts here.": "Apprendre commence ici.",
            "Nobody got the files yet.": "Personne n’a encore obtenu les fichiers.",
            "Open its link, and sign in or create your account.":
                "Ouvrez son lien, puis connectez-vous ou créez votre compte.",
            "Open now": "Ouvert dès maintenant",
            "Open the training platform": "Ouvrir la plateforme de formation",
            "Portal: arches on warm paper": "Portail : des arches sur un papier chaleureux",
            "Poster": "Affiche",
            "Remove the logo": "Retirer le logo",
            "Revision": "Révision",
            "Rings: on a ground of your colour": "Ondes : sur un fond de votre couleur",
            "Scan the code, or open this address:": "Scannez le code ou ouvrez cette adresse :",
            "Send it before the invitations arrive. Copy it from here.":
                "Envoyez-la avant l’arrivée des invitations. Copiez-la d’ici.",
            "Sender": "Expéditeur",
            "Somebody got the files on {1}.": "Les fichiers ont été obtenus le {1}.",
            "Stairs: rising on white": "Marches : ascendantes sur fond blanc",
            "Style": "Style",
            "Subject": "Objet",
            "Such as #1f5f8b.": "Par exemple #1f5f8b.",
            "SVG files are for your designer and for pages. HTML files are for printing: they have a bleed of 3 mm. All colours are RGB. The newsletter opens in your mail program.":
                "Les fichiers SVG sont pour votre graphiste et pour des pages. Les fichiers HTML sont pour l’impression : ils ont un fond perdu de 3 mm. Toutes les couleurs sont en RVB. L’infolettre s’ouvre dans votre messagerie.",
            "Teaser": "Teaser",
            "Texts stay readable on any colour: their own colour follows it.":
                "Les textes restent lisibles sur toute couleur : leur propre couleur s’y adapte.",
            "The files are ready.": "Les fichiers sont prêts.",
            "The kit is designed.": "Le kit est composé.",
            "The link begins with": "Le lien commence par",
            "The link works once, for {1 day|days}. If the mail is not there, look among the spam, and mark it as no spam.":
                "Le lien fonctionne une seule fois, pendant {1, plural, one {# jour} other {# jours}}. Si l’e-mail n’est pas là, cherchez parmi les courriers indésirables et indiquez qu’il n’en est pas un.",
            "The logo is chosen.": "Le logo est choisi.",
            "The logo is removed.": "Le logo est retiré.",
            "Up to 120 characters, in your own words. Without one, each language has its own.":
                "120 caractères au plus, avec vos propres mots. À défaut, chaque langue a le sien.",
            "What would you like to learn?": "Que voulez-vous apprendre ?",
            "What you can learn": "À apprendre",
            "When it starts. Without one, the pieces say that it is open.":
                "Le jour du lancement. À défaut, les éléments disent que c’est ouvert.",
            "Where the code leads, such as a page of your intranet. Without one, it is the platform's.":
                "Où mène le code, par exemple vers une page de votre intranet. À défaut, c’est l’adresse de la plateforme.",
            "You get a certificate for each course that you complete.":
                "Vous recevez un certificat pour chaque cours terminé.",
            "You know it by these marks:": "Vous le reconnaîtrez à ces signes :",
            "Your invitation to the training platform of {1}": "Votre invitation sur la plateforme de formation de {1}",
            "a day is from 1583 to 9999; correct it": "un jour est compris entre 1583 et 9999 ; corrigez-le",
            "a logo has at most {1} bytes; export it as an optimized SVG":
                "un logo a au plus {1} octets ; exportez-le en SVG optimisé",
            "a slogan has up to 120 characters in one line, at least one that shows; shorten it":
                "un titre a 120 caractères au plus sur une ligne, dont au moins un visible ; raccourcissez-le",
            "an address begins with https:// or http:// and has up to 200 visible ASCII characters; correct it":
                "une adresse commence par https:// ou http:// et a 200 caractères ASCII visibles au plus ; corrigez-la",
            "design": "composer le kit de lancement",
            "is a colour such as #1f5f8b": "est une couleur telle que #1f5f8b",
            "the design was changed since you read it; look at its revision {1} and make the change there":
                "la composition a changé depuis que vous l’avez lue ; regardez sa révision {1} et faites-y le changement",
            "the file is no SVG that can be read; export the logo again as a plain SVG":
                "le fichier n’est pas un SVG lisible ; exportez de nouveau le logo en SVG simple",
            "the kit is not made in this language; choose one of the list":
                "le kit n’existe pas dans cette langue ; choisissez-en une dans la liste",
            "the logo has an attribute '{1}' on '{2}', which is not allowed; export it as a plain SVG without scripts and links":
                "le logo a un attribut « {1} » sur « {2} », qui n’est pas permis ; exportez-le en SVG simple, sans scripts ni liens",
            "the logo has an element '{1}', which is not allowed; export it as a plain SVG, with texts as paths and with styles as attributes":
                "le logo a un élément « {1} », qui n’est pas permis ; exportez-le en SVG simple, avec les textes en tracés et les styles en attributs",
            "the logo has too many elements; export it as an optimized SVG":
                "le logo a trop d’éléments ; exportez-le en SVG optimisé",
            "the logo says no size; export it with a viewBox":
                "le logo n’indique pas sa taille ; exportez-le avec une viewBox",
            "{1} gives you premium access to all courses.": "{1} vous offre un accès premium à tous les cours.",
        ])
}
