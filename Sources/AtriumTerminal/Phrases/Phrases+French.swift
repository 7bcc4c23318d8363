internal import AtriumLanguages

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "(required)": "(obligatoire)",
            "(several times)": "(plusieurs fois)",
            "(shown on a page)": "(affiché sur une page)",
            "Confirm with --yes.": "Confirmez avec --yes.",
            "Confirm with {1}": "Confirmez avec {1}",
            "From here:": "À partir d’ici :",
            "It is no longer what you saw. Nothing was done.": "Ce n’est plus ce que vous avez vu. Rien n’a été fait.",
            "Not offered to you: {1}": "Non proposé pour vous : {1}",
            "Refused: {1}": "Refusé : {1}",
            "The input cannot be read.": "L’entrée n’est pas lisible.",
            "There is more: {1}": "Il y a une suite : {1}",
            "There is nothing here.": "Il n’y a rien ici.",
            "Too wide to be shown here: {1}": "Trop large pour être affiché ici : {1}",
            "and {1} more": "et {1} de plus",
            "not offered: {1}": "non proposé : {1}",
            "{1} Confirm with --yes.": "{1} Confirmez avec --yes.",
        ])
}
