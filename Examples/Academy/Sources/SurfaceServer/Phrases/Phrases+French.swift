internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "A parameter is unknown": "Paramètre inconnu",
            "A part of it cannot be read.": "Une partie est illisible.",
            "An act has one parameter, stamp. Its fields are in the body.":
                "Une action a un seul paramètre, stamp. Ses champs vont dans le corps de la requête.",
            "It arrived incomplete or in another format. Nothing was done. Open the page again.":
                "Les données sont arrivées incomplètes ou dans un autre format. Rien n’a été fait. Ouvrez de nouveau la page.",
            "It ended more than an hour ago, or the server was started again. What was done stays.":
                "L’opération s’est terminée il y a plus d’une heure, ou le serveur a redémarré. Ce qui a été fait reste acquis.",
            "It has at most 200 bytes.": "Elle compte au plus 200 octets.",
            "It was used, or is older than fifteen minutes. Ask for another one.":
                "Il a déjà été utilisé, ou date de plus de quinze minutes. Demandez-en un autre.",
            "Not found": "Page introuvable",
            "Not open to you": "Accès non autorisé",
            "Send an access token of the organization: Authorization: Bearer …":
                "Envoyez un jeton d’accès de l’organisation : Authorization: Bearer …",
            "Send an object with the fields of the act.": "Envoyez un objet avec les champs de l’action.",
            "Send application/json, or multipart/form-data with a file.":
                "Envoyez application/json, ou multipart/form-data avec un fichier.",
            "Send the form again": "Envoyez de nouveau le formulaire",
            "Something went wrong": "Un problème est survenu",
            "The address cannot be read": "L’adresse est illisible",
            "The body has another type": "Le corps de la requête est d’un autre type",
            "The body is not JSON": "Le corps de la requête n’est pas du JSON",
            "The fault is ours. If it comes again, tell us its id: {1}.":
                "L’erreur vient de nous. Si elle se reproduit, communiquez-nous son identifiant : {1}.",
            "The form cannot be read": "Le formulaire est illisible",
            "The form is too old, or another site sent it. Nothing was done. Open the page again.":
                "Le formulaire est trop ancien, ou un autre site l’a envoyé. Rien n’a été fait. Ouvrez de nouveau la page.",
            "The form or its file is too large. Nothing was done.":
                "Le formulaire ou son fichier est trop volumineux. Rien n’a été fait.",
            "The idempotency key is too long": "La clé d’idempotence est trop longue",
            "The link no longer works": "Le lien ne fonctionne plus",
            "The result is no longer here": "Le résultat n’est plus disponible",
            "The token is missing or unknown": "Le jeton manque ou est inconnu",
            "There is nothing at this address, or it is not open to you. If you followed a link from a message, open the newest one, or ask for another.":
                "Il n’y a rien à cette adresse, ou vous n’y avez pas accès. Si vous avez suivi le lien d’un message, ouvrez le plus récent, ou demandez-en un autre.",
            "There were too many attempts. Wait {1 minute|minutes}.":
                "Il y a eu trop de tentatives. Patientez {1, plural, one {# minute} other {# minutes}}.",
            "This cannot be shown": "Affichage impossible",
            "Too large": "Trop volumineux",
            "Try again later": "Réessayez plus tard",
            "{1} Correct it, or open the page from another page.":
                "{1} Corrigez-la, ou ouvrez la page depuis une autre page.",
        ])
}
