internal import Atrium

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "Attempts": "Tentatives",
            "Choose which kinds of mail you get. Mail about an invitation or your address always comes.":
                "Choisissez les types d’e-mails que vous recevez. Les e-mails concernant une invitation ou votre adresse sont toujours envoyés.",
            "Choose": "Choisir",
            "I want to get it": "Je souhaite les recevoir",
            "Key": "Clé",
            "Kind of mail": "Type d’e-mail",
            "Kind": "Type",
            "Kinds of mail that you do not want": "Types de messages que vous ne voulez pas",
            "Links in your mail that end a kind of it": "Liens dans vos messages qui mettent fin à un type de messages",
            "Mail that was written to you": "Messages qui vous ont été écrits",
            "Mail": "E-mails",
            "Message-ID": "Message-ID",
            "My mail": "Mes e-mails",
            "Nothing changes before you confirm it.": "Rien ne change avant que vous le confirmiez.",
            "Occasion": "Occasion",
            "Records of mail that was sent": "Traces des messages envoyés",
            "Sent": "Date d’envoi",
            "State": "État",
            "Stop getting this mail": "Ne plus recevoir ces e-mails",
            "The newest 1,000 messages, without their texts. A message that was not taken is tried again for five days.":
                "Les 1 000 derniers messages, sans leur texte. Pour un message non accepté, de nouvelles tentatives ont lieu pendant cinq jours.",
            "To": "À",
            "Token": "Jeton",
            "Why it was withdrawn": "Motif du retrait",
            "Written": "Rédigé le",
            "You get {1} from {2}.": "Vous recevez les e-mails suivants de {2} : {1}.",
            "You no longer get this mail.": "Vous ne recevez plus ces e-mails.",
            "You no longer get {1} from {2}.": "Vous ne recevez plus les e-mails suivants de {2} : {1}.",
            "Your choice is kept.": "Votre choix est enregistré.",
            "a newer message says the same": "un message plus récent dit la même chose",
            "choose mail": "choisir les e-mails à recevoir",
            "it was out of date": "le message n’était plus d’actualité",
            "mail of another module": "e-mails d’un autre module",
            "message: sent": "envoyé",
            "message: withdrawn": "retiré",
            "messages that a person wrote": "messages écrits par une personne",
            "opt out": "refuser des e-mails",
            "refused": "refusé",
            "regular notes that you asked for": "les notes régulières que vous avez demandées",
            "reminders of something that is due": "rappels d’échéances",
            "the language of a mail is a tag of BCP 47 such as 'en' or 'pt-BR'; correct it or leave it out":
                "la langue d’un e-mail est une balise BCP 47 telle que 'en' ou 'pt-BR' ; corrigez-la ou omettez-la",
            "the member does not want this kind of mail": "le membre ne souhaite pas ce type d’e-mail",
            "the member has no address": "le membre n’a pas d’adresse",
            "the member is deactivated": "le membre est désactivé",
            "the member was removed or left": "le membre a été retiré ou est parti",
            "the recipient may no longer see it, or the author may no longer write it":
                "le destinataire n’a plus le droit de voir ce message, ou son auteur n’a plus le droit de l’écrire",
            "the subject and the names of a mail have 10,000 bytes at most; shorten them":
                "l’objet et les noms d’un e-mail comptent au plus 10 000 octets ; raccourcissez-les",
            "the text of a mail has 600,000 bytes at most, and so has its HTML; shorten it":
                "le texte d’un e-mail compte au plus 600 000 octets, tout comme son HTML ; raccourcissez-le",
            "this link cannot change anything; sign in and choose there which mail you get":
                "ce lien ne permet aucune modification ; connectez-vous pour choisir les e-mails que vous recevez",
            "view mail": "consulter les e-mails",
            "waiting": "en attente",
            "you do not get it": "vous ne les recevez pas",
            "you get it": "vous les recevez",
        ])
}
