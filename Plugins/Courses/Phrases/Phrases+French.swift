internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "'date' is neither a day like 2026-01-31 nor a moment like 2026-01-31T09:00:00Z; correct it":
                "'date' n’est ni un jour tel que 2026-01-31 ni un instant tel que 2026-01-31T09:00:00Z ; corrigez cette valeur",
            "'minutes' is not a whole number; write it in digits or leave it empty":
                "'minutes' n’est pas un nombre entier ; écrivez-le en chiffres ou laissez vide",
            "'progress' is not a whole number; write it in digits or leave it empty":
                "'progress' n’est pas un nombre entier ; écrivez-le en chiffres ou laissez vide",
            "A tag of BCP 47, such as en.": "Une balise BCP 47, par exemple en.",
            "Add a course": "Ajouter un cours",
            "Address of the member": "Adresse du membre",
            "CSV": "CSV",
            "Catalogue": "Catalogue",
            "Change": "Modifier",
            "Completed": "Inscriptions terminées",
            "Contains": "Contient",
            "Correct": "Corriger",
            "Course": "Cours",
            "Courses that you took": "Cours que vous avez suivis",
            "Courses": "Cours",
            "Date": "Date",
            "Day": "Jour",
            "Delete the lines": "Supprimer les lignes",
            "Delete": "Supprimer",
            "Description": "Description",
            "Each line is taken by itself. Importing the same file again changes nothing.":
                "Chaque ligne est traitée séparément. Importer de nouveau le même fichier ne change rien.",
            "Empty for now.": "Laissez vide pour maintenant.",
            "Empty for the day of the old entry.": "Laissez vide pour le jour de l’ancienne entrée.",
            "Enrol me": "M’inscrire",
            "Enrolled": "Inscriptions",
            "Entries of your record that a source took back": "Entrées de votre parcours qu’une source a annulées",
            "Entry": "Entrée",
            "Every imported line belongs to a member.": "Chaque ligne importée est rattachée à un membre.",
            "File": "Fichier",
            "Fill the catalogue": "Remplir le catalogue",
            "Format": "Format",
            "How it counts": "Prise en compte",
            "How sources name you": "Comment les sources vous nomment",
            "Id in the file": "Identifiant dans le fichier",
            "Id": "Identifiant",
            "Identity at the source": "Identifiant dans la source",
            "Identity of the course": "Identifiant du cours",
            "Import a learning record": "Importer un dossier de formation",
            "Imported lines wait until somebody says which member a name means.":
                "Les lignes importées attendent que quelqu’un indique quel membre un nom désigne.",
            "It has courses.": "Il contient des cours.",
            "It is recorded.": "C’est enregistré.",
            "Kind": "Type",
            "Language": "Langue",
            "Last active": "Dernière activité",
            "Learning of people who are not known": "Apprentissages de personnes inconnues",
            "Learning record": "Dossier de formation",
            "Learning that waits for you to be known": "Apprentissages en attente de votre identification",
            "Lines from the future": "Lignes datées du futur",
            "Lines whose date has not come yet: often from a wrong clock or a wrong year. They are recorded when it comes.":
                "Les lignes dont la date n’est pas encore arrivée, souvent à cause d’une horloge déréglée ou d’une erreur d’année. Elles seront enregistrées le jour venu.",
            "Lines": "Lignes",
            "Link": "Lien",
            "Managers and members look for courses here. Show it to the managers first.":
                "Les gestionnaires et les membres y cherchent des cours. Montrez-le d’abord aux gestionnaires.",
            "Member": "Membre",
            "Minutes": "Minutes",
            "My courses": "Mes cours",
            "Name at the source": "Nom dans la source",
            "Name in the file": "Nom dans le fichier",
            "No imported line waits for its day.": "Aucune ligne importée n’attend son jour.",
            "Nobody else can enrol. The learning record stays.":
                "Plus personne ne peut s’y inscrire. Le dossier de formation est conservé.",
            "Of progress.": "Pour une progression.",
            "Of work or progress.": "Pour une activité ou une progression.",
            "Open again": "Rouvrir",
            "Percent": "Pourcentage",
            "Received": "Reçu le",
            "Record learning": "Enregistrer une activité",
            "Record what is due": "Enregistrer les lignes échues",
            "Recorded": "Enregistrée le",
            "Registration at the source": "Inscription dans la source",
            "Retire": "Retirer du catalogue",
            "Say who it is": "Indiquer qui c’est",
            "Show retired courses": "Afficher les cours retirés du catalogue",
            "Since": "Depuis",
            "State": "État",
            "The course is changed.": "Le cours est modifié.",
            "The course is open again.": "Le cours est de nouveau ouvert.",
            "The course is retired.": "Le cours est retiré du catalogue.",
            "The course {1} is added.": "Le cours {1} est ajouté.",
            "The courses that the members of your organization can take.":
                "Les cours que les membres de votre organisation peuvent suivre.",
            "The courses that the person takes, and how far the person is in each.":
                "Les cours que la personne suit, et où elle en est dans chacun.",
            "The courses that you take, and how far you are in each.":
                "Les cours que vous suivez, et où vous en êtes dans chacun.",
            "The entries that count, by date. What was voided or corrected is left out.":
                "Les entrées qui comptent, par date. Celles qui ont été invalidées ou corrigées n’apparaissent pas.",
            "The entry is corrected.": "L’entrée est corrigée.",
            "The entry is void.": "L’entrée est invalidée.",
            "The entry no longer counts, and what followed from it is decided again: a certificate may end.":
                "L’entrée ne compte plus, et ce qui en découlait est réévalué : un certificat peut prendre fin.",
            "The line is deleted.": "La ligne est supprimée.",
            "The line is no longer there.": "La ligne n’existe plus.",
            "The name means this member from now on, and the waiting lines are recorded.":
                "Le nom désigne désormais ce membre, et les lignes en attente sont enregistrées.",
            "The old entry stays in the record, and no longer counts. What followed from it is decided again.":
                "L’ancienne entrée reste dans le dossier mais ne compte plus. Ce qui en découlait est réévalué.",
            "The organization's name for the course. It never changes.":
                "Le nom que l’organisation donne au cours. Il ne change jamais.",
            "The waiting lines of this name are deleted. Importing the file again brings them back.":
                "Les lignes en attente de ce nom sont supprimées. Importer de nouveau le fichier les fait revenir.",
            "There is no course yet.": "Il n’y a pas encore de cours.",
            "Title": "Titre",
            "Unknown learners": "Apprenants inconnus",
            "Void": "Invalider",
            "What happened": "Ce qui s’est passé",
            "What is recorded stays in the record. A correction voids it and puts another entry in its place.":
                "Ce qui est enregistré reste dans le dossier. Une correction invalide l’entrée et en met une autre à sa place.",
            "When it happened": "Date des faits",
            "When it was recorded": "Date d’enregistrement",
            "Where the course is taken.": "L’endroit où suivre le cours.",
            "You are enrolled.": "Votre inscription est enregistrée.",
            "You take no course yet. The catalogue shows what you can take.":
                "Vous ne suivez encore aucun cours. Le catalogue montre ceux que vous pouvez suivre.",
            "Your learning record": "Votre parcours d’apprentissage",
            "a course takes 1 to 10,000,000 minutes; correct it or leave it out":
                "un cours dure de 1 à 10 000 000 minutes ; corrigez cette valeur ou omettez-la",
            "a group has no learning record; have the sender name each learner":
                "un groupe n’a pas de dossier de formation ; demandez à l’expéditeur de nommer chaque apprenant",
            "a search has a text of at most 1,000 bytes and a language of at most 100 bytes; shorten it":
                "une recherche porte sur un texte de 1 000 octets au plus et une langue de 100 octets au plus ; raccourcissez-la",
            "a statement is one JSON object in UTF-8; have the sender write it with a JSON library":
                "une déclaration est un objet JSON en UTF-8 ; demandez à l’expéditeur de l’écrire avec une bibliothèque JSON",
            "a statement needs a verb whose id is an IRI; have the sender name the verb":
                "une déclaration a besoin d’un verbe dont l’identifiant est un IRI ; demandez à l’expéditeur d’indiquer le verbe",
            "a statement needs an id that is a UUID; have the sender give it one":
                "une déclaration a besoin d’un identifiant au format UUID ; demandez à l’expéditeur de lui en donner un",
            "a statement uses each property once, but this one has the same name twice in one object; have the sender write it once":
                "une déclaration n’utilise chaque propriété qu’une fois, mais celle-ci contient deux fois le même nom dans un objet ; demandez à l’expéditeur de ne l’écrire qu’une fois",
            "a timestamp needs a date from 1900 to 9999, a time and an offset; have the sender write it as 2015-11-18T12:17:00Z":
                "un horodatage a besoin d’une date de 1900 à 9999, d’une heure et d’un décalage ; demandez à l’expéditeur de l’écrire sous la forme 2015-11-18T12:17:00Z",
            "a voiding statement cannot be voided; record the voided entry again with its own new id":
                "une déclaration d’invalidation ne peut pas être invalidée ; enregistrez de nouveau l’entrée invalidée avec un nouvel identifiant",
            "after this correction the entry would not count in its place; look at the entries before it first":
                "après cette correction, l’entrée ne compterait plus à sa place ; examinez d’abord les entrées qui la précèdent",
            "an actor needs exactly one of mbox, mbox_sha1sum, openid and account, without control and direction characters; have the sender give one":
                "un acteur a besoin d’un seul élément parmi mbox, mbox_sha1sum, openid et account, sans caractère de contrôle ni de direction ; demandez à l’expéditeur d’en indiquer un",
            "an actor's identifier has at most 1,000 bytes; have the sender use a shorter one":
                "l’identifiant d’un acteur compte au plus 1 000 octets ; demandez à l’expéditeur d’en utiliser un plus court",
            "an actor's mbox has to be 'mailto:' followed by an e-mail address; have the sender correct it":
                "le mbox d’un acteur doit être 'mailto:' suivi d’une adresse e-mail ; demandez à l’expéditeur de le corriger",
            "an entry with this id is recorded, but it is not certain whether this line repeats it: no member has the line's address now, or no course has its name; leave the line out, or write the address and the course's id as they are now":
                "une entrée portant cet identifiant est déjà enregistrée, mais il n’est pas certain que cette ligne la répète : aucun membre n’a plus l’adresse de la ligne, ou aucun cours ne porte ce nom ; omettez la ligne, ou indiquez l’adresse et l’identifiant du cours tels qu’ils sont aujourd’hui",
            "another course has this id; change that course, or choose a different id":
                "un autre cours porte cet identifiant ; modifiez ce cours, ou choisissez un autre identifiant",
            "another entry has this id; correct that entry, or give this one its own id":
                "une autre entrée porte cet identifiant ; corrigez-la, ou donnez à celle-ci son propre identifiant",
            "course: open": "ouvert",
            "course: retired": "retiré du catalogue",
            "date: Completed": "Terminé le",
            "date: Enrolled": "Inscription le",
            "enrol": "procéder à une inscription",
            "enrolment: completed": "terminé",
            "enrolment: enrolled": "en cours",
            "enrolment: failed": "en échec",
            "enrolment: withdrawn": "abandonné",
            "event: completed": "a terminé le cours",
            "event: enrolled": "a rejoint le cours",
            "event: failed": "a échoué",
            "event: withdrawn": "a abandonné le cours",
            "import learning": "importer des activités de formation",
            "its date is in the future; it is recorded on that date; if the date is right, record the line now from the holding list, otherwise discard it there":
                "sa date est dans le futur ; elle sera enregistrée à cette date ; si la date est exacte, enregistrez la ligne dès maintenant depuis la liste des lignes en attente, sinon écartez-la dans cette liste",
            "made progress": "a progressé",
            "manage catalogue": "gérer le catalogue",
            "minutes are a whole number from 0 to 10,000,000; correct it or leave it out":
                "les minutes sont un nombre entier de 0 à 10 000 000 ; corrigez-les ou omettez-les",
            "minutes belong to activity and progress; leave them out elsewhere":
                "les minutes concernent les activités et les progressions ; omettez-les ailleurs",
            "names no course; choose it again": "cours introuvable ; choisissez-le de nouveau",
            "no line in the holding list waits for this name; look it up again":
                "dans la liste des lignes en attente, aucune ligne n’attend ce nom ; recherchez-le de nouveau",
            "no member is known by this name; say in the holding list who it is, or discard its lines there":
                "aucun membre n’est connu sous ce nom ; indiquez de qui il s’agit dans la liste des lignes en attente, ou écartez-y ses lignes",
            "not enrolled": "sans inscription",
            "opened the course": "a ouvert le cours",
            "progress is a whole number from 0 to 100 and belongs to a 'progressed' entry; correct it or leave it out":
                "la progression est un nombre entier de 0 à 100 et ne concerne qu’une entrée 'progressed' ; corrigez-la ou omettez-la",
            "record learning": "enregistrer des activités de formation",
            "statements of xAPI": "déclarations xAPI",
            "the course is retired; restore it before enrolling anybody":
                "le cours est retiré du catalogue ; rouvrez-le avant d’y inscrire quelqu’un",
            "the course {1}is not in the catalogue; add it, or look up its id again":
                "le cours {1}ne figure pas au catalogue ; ajoutez-le, ou recherchez de nouveau son identifiant",
            "the date is outside the years 1900 to 9999; correct it":
                "la date n’est pas comprise entre les années 1900 et 9999 ; corrigez-la",
            "the description of a course has at most 10,000 characters, no control characters except tabs and line breaks, and no direction that is overridden or left open; change it":
                "la description d’un cours compte au plus 10 000 caractères, sans caractère de contrôle hormis les tabulations et les sauts de ligne, et sans direction forcée ou laissée ouverte ; modifiez-la",
            "the enrolment has ended as {1}, and an enrolment ends only once; correct that end, or enrol the member again":
                "l’inscription est déjà close avec l’état « {1} », et une inscription ne se clôt qu’une fois ; corrigez cette clôture, ou inscrivez de nouveau le membre",
            "the entry was voided before it arrived; there is nothing to do":
                "l’entrée a été invalidée avant son arrivée ; il n’y a rien à faire",
            "the event {1}is not one of {2}; correct it":
                "l’événement {1}n’est pas l’un de ceux-ci : {2} ; corrigez-le",
            "the id of a course has 1 to 200 visible ASCII characters; choose another":
                "l’identifiant d’un cours compte de 1 à 200 caractères ASCII visibles ; choisissez-en un autre",
            "the id of an entry has 1 to 200 bytes in one line, at least one character that shows, and no control or direction character; give it another id":
                "l’identifiant d’une entrée compte de 1 à 200 octets sur une seule ligne, dont au moins un caractère visible, sans caractère de contrôle ni de direction ; donnez-lui un autre identifiant",
            "the language of a course is a tag of BCP 47 such as 'en' or 'pt-BR', of at most 100 characters; correct it":
                "la langue d’un cours est une balise BCP 47 telle que 'en' ou 'pt-BR', de 100 caractères au plus ; corrigez-la",
            "the link of a course is an http or https URL of at most 2,000 ASCII characters; correct it":
                "le lien d’un cours est une URL http ou https de 2 000 caractères ASCII au plus ; corrigez-le",
            "the list of statements is never closed; fetch it from the learning record store again":
                "la liste des déclarations n’est jamais fermée ; récupérez-la de nouveau depuis le Learning Record Store",
            "the member is already enrolled in the course; there is nothing to do":
                "le membre a déjà une inscription à ce cours ; il n’y a rien à faire",
            "the member is not enrolled in the course; enrol them first":
                "le membre n’a pas d’inscription à ce cours ; inscrivez-le d’abord",
            "the name of a learner has at most 1,000 bytes; look it up again":
                "le nom d’un apprenant compte au plus 1 000 octets ; recherchez-le de nouveau",
            "the object of a statement has to be an Activity whose id is an IRI; have the sender name the activity":
                "l’objet d’une déclaration doit être une Activity dont l’identifiant est un IRI ; demandez à l’expéditeur d’indiquer l’activité",
            "the object of a voiding statement has to be a StatementRef whose id is a UUID; have the sender refer to one":
                "l’objet d’une déclaration d’invalidation doit être un StatementRef dont l’identifiant est un UUID ; demandez à l’expéditeur d’en indiquer un",
            "the object that begins here is longer than a statement may be; send attachments separately":
                "l’objet qui commence ici dépasse la longueur maximale d’une déclaration ; envoyez les pièces jointes séparément",
            "the object that begins here is never closed; close its braces and its quotes":
                "l’objet qui commence ici n’est jamais fermé ; fermez ses accolades et ses guillemets",
            "the statement is recorded with the time at which it was stored, because its timestamp cannot be read; have the sender write it as 2015-11-18T12:17:00Z":
                "la déclaration est enregistrée avec l’heure de son stockage, car son horodatage est illisible ; demandez à l’expéditeur de l’écrire sous la forme 2015-11-18T12:17:00Z",
            "the statement is recorded without its duration: a duration has at most ten million minutes, and no years or months, because they have no fixed length; have the sender write it as PT1H30M":
                "la déclaration est enregistrée sans sa durée : une durée compte au plus dix millions de minutes, sans années ni mois, dont la longueur varie ; demandez à l’expéditeur de l’écrire sous la forme PT1H30M",
            "the statement is recorded without its progress, which has to be a whole number from 0 to 100; have the sender correct it":
                "la déclaration est enregistrée sans sa progression, qui doit être un nombre entier de 0 à 100 ; demandez à l’expéditeur de la corriger",
            "the statement is recorded without its result: a result and its extensions have to be JSON objects; have the sender correct them":
                "la déclaration est enregistrée sans son résultat : un résultat et ses extensions doivent être des objets JSON ; demandez à l’expéditeur de les corriger",
            "the title of a course has 1 to 200 characters in one line, at least one that shows, and no control or direction character; change it":
                "le titre d’un cours compte de 1 à 200 caractères sur une seule ligne, dont au moins un visible, sans caractère de contrôle ni de direction ; modifiez-le",
            "the verb {1}does not belong to a course; there is nothing to do":
                "le verbe {1}ne s’applique pas à un cours ; il n’y a rien à faire",
            "there is no such course in the catalogue; add it, or look it up again":
                "ce cours ne figure pas au catalogue ; ajoutez-le, ou recherchez-le de nouveau",
            "there is no such entry in the learning record, or it no longer counts; look it up again":
                "cette entrée n’existe pas dans le dossier de formation, ou ne compte plus ; recherchez-la de nouveau",
            "there is text between the statements; send only JSON objects, in one array or one after the other":
                "du texte se trouve entre les déclarations ; envoyez uniquement des objets JSON, dans un tableau ou l’un après l’autre",
            "this object is not a statement, and not a list of statements; it may be an error message of the record store, so read it":
                "cet objet n’est ni une déclaration ni une liste de déclarations ; c’est peut-être un message d’erreur du Learning Record Store, lisez-le",
            "view catalogue": "consulter le catalogue",
            "view learning": "consulter les dossiers de formation",
            "worked on it": "a travaillé sur le cours",
            "{1 line was|lines were} deleted.":
                "{1, plural, one {# ligne a été supprimée} other {# lignes ont été supprimées}}.",
            "{1 line was|lines were} recorded, {2} were known, {3} are held, {4} were skipped, {5} were refused.":
                "{1, plural, one {# ligne enregistrée} other {# lignes enregistrées}}, {2, plural, one {# déjà connue} other {# déjà connues}}, {3} en attente, {4, plural, one {# ignorée} other {# ignorées}}, {5, plural, one {# refusée} other {# refusées}}.",
            "{1 line was|lines were} recorded.":
                "{1, plural, one {# ligne a été enregistrée} other {# lignes ont été enregistrées}}.",
            "{1}; {2}": "{1} ; {2}",
        ])
}
