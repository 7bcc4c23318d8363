internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "At most three years after the first day.": "Au plus trois ans après le premier jour.",
            "Cancelled": "Annulé",
            "Day of the week": "Jour de la semaine",
            "Each member of the team gets an invitation for the calendar by mail, also those who join later. A change is sent, too.":
                "Chaque membre de l’équipe reçoit par e-mail une invitation pour son calendrier, y compris ceux qui arrivent plus tard. Une modification est également envoyée.",
            "Each member who was invited gets a cancellation by mail.":
                "Chaque membre invité reçoit une annulation par e-mail.",
            "Empty for yours.": "Vide : le vôtre.",
            "End the learning slot": "Supprimer le créneau de formation",
            "First day": "Premier jour",
            "From {1} to {2}, {3}": "Du {1} au {2}, {3}",
            "Hello {1},": "Bonjour {1},",
            "Hour": "Heure",
            "How often the slot took place in the last 28 days, since it has its present time.":
                "Nombre de fois où le créneau a eu lieu ces 28 derniers jours, depuis qu’il a son horaire actuel.",
            "Identity of the team": "Identifiant de l’équipe",
            "Last day": "Dernier jour",
            "Learning slot of {1}": "Créneau de formation de {1}",
            "Learning slot of {1}: cancelled": "Créneau de formation de {1} : annulé",
            "Learning slot": "Créneau de formation",
            "Learning slots that you set": "Créneaux de formation que vous avez définis",
            "Learning slots": "Créneaux de formation",
            "Length in minutes": "Durée en minutes",
            "Minute": "Minute",
            "Minutes learned in it": "Minutes de formation pendant le créneau",
            "My learning slots": "Mes créneaux de formation",
            "No team has a learning slot. An administrator or the supervisor of a team sets it on the page of the team.":
                "Aucune équipe n’a de créneau de formation. Un administrateur ou le superviseur d’une équipe le définit sur la page de l’équipe.",
            "Set the learning slot": "Définir le créneau de formation",
            "Team": "Équipe",
            "The learning slot is ended.": "Le créneau de formation est supprimé.",
            "The learning slot is set. The invitations are on their way.":
                "Le créneau de formation est défini. Les invitations sont en route.",
            "The reported minutes of activities in the slot's times in the last 28 days, since it has its present time. They are of the members who are in the team now. An activity counts at most as long as the slot.":
                "Les minutes déclarées des activités pendant le créneau ces 28 derniers jours, depuis qu’il a son horaire actuel, pour les membres actuels de l’équipe. Une activité compte au plus pour la durée du créneau.",
            "The time that teams set aside for learning, and what was learned in it in the last 28 days.":
                "Le temps que les équipes réservent à la formation, et ce qui y a été suivi ces 28 derniers jours.",
            "The time that the team sets aside for learning, and what was learned in it.":
                "Le temps que l’équipe réserve à la formation, et ce qui y a été appris.",
            "The time that your teams set aside for learning. Your calendar of what is due shows it, too.":
                "Le temps que vos équipes réservent à la formation. Votre calendrier des échéances l’affiche aussi.",
            "This team has no learning slot.": "Cette équipe n’a pas de créneau de formation.",
            "Time for your courses and goals.": "Du temps pour vos cours et vos objectifs.",
            "Time zone": "Fuseau horaire",
            "Told": "Communiqué",
            "Took place": "A eu lieu",
            "When": "Quand",
            "Your calendar program can take over the entry that comes with this message.":
                "Votre logiciel de calendrier peut reprendre l’entrée jointe à ce message.",
            "Your invitations to learning slots": "Vos invitations à des créneaux de formation",
            "Your teams have no learning slot.": "Vos équipes n’ont pas de créneau de formation.",
            "a slot begins at a time from 00:00 to 23:59; correct it":
                "un créneau commence à une heure de 00:00 à 23:59 ; corrigez-la",
            "a slot has the name of the person who set it; set it as a member":
                "un créneau porte le nom de la personne qui l’a défini ; définissez-le en tant que membre",
            "a slot lasts 5 to 480 minutes; correct the number":
                "un créneau dure de 5 à 480 minutes ; corrigez le nombre",
            "a slot takes place at least once, and its last day is at most three years after its first day; correct the days":
                "un créneau a lieu au moins une fois, et son dernier jour tombe au plus trois ans après le premier ; corrigez les jours",
            "calendar invitation": "invitation de calendrier",
            "every {1} at {2}, {3 minute|minutes}": "chaque {1} à {2}, {3, plural, one {# minute} other {# minutes}}",
            "is none of the choices": "valeur absente des choix proposés",
            "minutes": "minutes",
            "set slots": "définir le créneau de formation d’une équipe",
            "slot": "créneau de formation",
            "the last day of a slot is not before today; choose a later one":
                "le dernier jour d’un créneau n’est pas antérieur à aujourd’hui ; choisissez-en un plus tardif",
            "the learning slot of {1} at {2} no longer takes place for you.":
                "le créneau de formation de {1} chez {2} n’a plus lieu pour vous.",
            "the team has no learning slot now; set one first":
                "l’équipe n’a pas de créneau de formation ; définissez-en un d’abord",
            "this machine does not know the time zone of the learning slot; update its time zone data":
                "cette machine ne connaît pas le fuseau horaire du créneau ; mettez à jour ses données de fuseaux horaires",
            "times": "fois",
            "view slots": "voir les créneaux de formation",
            "{1} at {2} sets time aside for learning:": "{1}, chez {2}, réserve du temps pour se former :",
        ])
}
