internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "A program that uses the token loses its access at once. What it has begun is finished.":
                "Tout programme qui utilise ce jeton perd aussitôt son accès. Ce qu’il a commencé est mené à terme.",
            "A program with a token acts in the name of the member who made it, and may do only what the token allows.":
                "Un programme muni d’un jeton agit au nom du membre qui l’a créé et ne peut faire que ce que le jeton autorise.",
            "Access tokens": "Jetons d’accès",
            "Copy the token now. It is valid for {1 day|days}, and it is not shown again.":
                "Copiez le jeton maintenant. Il est valable {1, plural, one {# jour} other {# jours}} et ne sera plus affiché.",
            "Days until it ends": "Durée de validité en jours",
            "Ends": "Expire le",
            "For": "Pour",
            "In the name of": "Au nom de",
            "Last used": "Dernière utilisation",
            "Made": "Date de création",
            "Make a token": "Créer un jeton",
            "May": "Autorisations",
            "No program has access.": "Aucun programme n’a d’accès.",
            "Revoke": "Révoquer",
            "The token is revoked.": "Le jeton est révoqué.",
            "The token is shown once. Give a program only what it needs.":
                "Le jeton ne s’affiche qu’une fois. N’accordez à un programme que ce dont il a besoin.",
            "Token": "Jeton",
            "What it may do": "Ce qu’il peut faire",
            "What uses it, such as a payroll system.": "Ce qui l’utilise, par exemple un logiciel de paie.",
            "Your access tokens": "Vos jetons d’accès",
            "a token acts in the name of a member; make it as a member":
                "un jeton agit au nom d’un membre ; créez-le en tant que membre",
            "a token is valid for 1 to {1} days; choose such a number":
                "un jeton est valable de 1 à {1} jours ; choisissez un nombre dans cet intervalle",
            "a token": "un jeton",
            "manage tokens": "gérer les jetons",
            "no token can hold the permission '{1}'; choose another":
                "aucun jeton ne peut recevoir l’autorisation « {1} » ; choisissez-en une autre",
            "the organization has {1} tokens; revoke some that nobody uses":
                "l’organisation a déjà {1} jetons ; révoquez ceux que personne n’utilise",
            "the token would allow nothing; choose at least one permission":
                "le jeton n’autoriserait rien ; choisissez au moins une autorisation",
            "there is no such token; list the tokens again":
                "ce jeton n’existe pas ; affichez de nouveau la liste des jetons",
            "this request has made a token already; if you did not copy it, revoke it and make another":
                "cette demande a déjà créé un jeton ; si vous ne l’avez pas copié, révoquez-le et créez-en un autre",
            "token": "jeton",
        ])
}
