internal import Atrium

extension Phrases {
    /// The features of an organization.
    static let frenchFeatures = Phrases(
        "fr",
        [
            "Features": "Fonctionnalités",
            "Feature": "Fonctionnalité",
            "Needs": "Nécessite",
            "A feature that is off does nothing, and keeps its data. When it is on again, it catches up.":
                "Une fonctionnalité désactivée ne fait rien et garde ses données. Réactivée, elle rattrape son retard.",
            "on": "activée",
            "off": "désactivée",
            "waits for what it needs": "attend ce dont elle a besoin",
            "did not start, is tried again": "n’a pas démarré, nouvel essai",
            "missing from the program": "absente du programme",
            "Switch on": "Activer",
            "Switch off": "Désactiver",
            "What this changes:": "Ce que cela change :",
            "begins to work": "se met à fonctionner",
            "names no feature; choose one": "ne désigne aucune fonctionnalité ; choisissez-en une",
            "The feature is on.": "La fonctionnalité est activée.",
            "The feature is off.": "La fonctionnalité est désactivée.",
            "the features of the organization changed since this was shown; look at it again":
                "les fonctionnalités de l’organisation ont changé entre-temps ; regardez à nouveau",
            "module '{1}' was replaced since this service was looked up; look it up again":
                "le module « {1} » a été remplacé entre-temps ; cherchez-le à nouveau",
            "module '{1}' is switched off in this organization; switch it on":
                "le module « {1} » est désactivé dans cette organisation ; activez-le",
            "module '{1}' waits in this organization for {2}":
                "dans cette organisation, le module « {1} » attend {2}",
            "module '{1}' did not start in this organization; the platform's observer got the error, and it is tried again":
                "le module « {1} » n’a pas démarré dans cette organisation ; l’observateur de la plateforme a reçu l’erreur, et un nouvel essai suit",
            "module '{1}' is not part of this program; add it to the platform's modules":
                "le module « {1} » ne fait pas partie de ce programme ; ajoutez-le aux modules de la plateforme",
            "module '{1}' is switched on in this organization; switch it off first":
                "le module « {1} » est activé dans cette organisation ; désactivez-le d’abord",
            "there is no module '{1}', and it stored nothing here; check its name":
                "il n’y a pas de module « {1} », et rien de lui n’est conservé ici ; vérifiez son nom",
            "ends; {1 row stays|rows stay}, {2 waiting event or job is|waiting events or jobs are} forgotten":
                "s’arrête ; {1, plural, one {# ligne reste} other {# lignes restent}}, {2, plural, one {# événement ou travail en attente est oublié} other {# événements ou travaux en attente sont oubliés}}",
            "Who may do what": "Qui peut faire quoi",
            "What the organization decides itself. Everything else follows from the roles.":
                "Ce que l’organisation décide elle-même. Tout le reste découle des rôles.",
            "No feature leaves this to the organization.":
                "Aucune fonctionnalité ne laisse ce choix à l’organisation.",
            "Whom it names": "Qui est concerné",
            "May do it": "Peut le faire",
            "At first": "Au départ",
            "every member": "tous les membres",
            "Allow": "Autoriser",
            "Do not allow": "Ne pas autoriser",
            "It is allowed.": "C’est autorisé.",
            "It is not allowed any more.": "Ce n’est plus autorisé.",
            "the organization does not decide this now; look at the list again":
                "l’organisation ne décide pas cela actuellement ; consultez de nouveau la liste",
            "the organization does not decide who has the permission '{1}'; choose one of the list":
                "l’organisation ne décide pas qui a l’autorisation « {1} » ; choisissez-en une dans la liste",
            "adjust grants": "adapter les autorisations",
        ])
}
