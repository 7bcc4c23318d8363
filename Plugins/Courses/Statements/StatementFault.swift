internal import Atrium

/// Why a piece of an xAPI stream is refused, or a part of it is left out: the rule and the remedy. No case carries a value of
/// the statement, because it may be personal data.
enum StatementFault: String, ExplainedError {
    // Faults of the stream.
    case stray = "there is text between the statements; send only JSON objects, in one array or one after the other"
    case unclosed = "the object that begins here is never closed; close its braces and its quotes"
    case unclosedAnswer = "the list of statements is never closed; fetch it from the learning record store again"
    case tooLong = "the object that begins here is longer than a statement may be; send attachments separately"

    // Faults of a statement.
    case notJSON = "a statement is one JSON object in UTF-8; have the sender write it with a JSON library"
    case noStatement = """
        this object is not a statement, and not a list of statements; it may be an error message of the record store, so read it
        """
    case repeatedName = """
        a statement uses each property once, but this one has the same name twice in one object; have the sender write it once
        """
    case id = "a statement needs an id that is a UUID; have the sender give it one"
    case verb = "a statement needs a verb whose id is an IRI; have the sender name the verb"
    case voidedStatement =
        "the object of a voiding statement has to be a StatementRef whose id is a UUID; have the sender refer to one"
    case actor = """
        an actor needs exactly one of mbox, mbox_sha1sum, openid and account, without control and direction characters; have \
        the sender give one
        """
    case longIdentifier = "an actor's identifier has at most 1,000 bytes; have the sender use a shorter one"
    case address = "an actor's mbox has to be 'mailto:' followed by an e-mail address; have the sender correct it"
    case group = "a group has no learning record; have the sender name each learner"
    case activity =
        "the object of a statement has to be an Activity whose id is an IRI; have the sender name the activity"
    case timestamp =
        "a timestamp needs a date from 1900 to 9999, a time and an offset; have the sender write it as 2015-11-18T12:17:00Z"

    // Faults of a part that is left out: the statement is recorded without it.
    case timestampLeftOut = """
        the statement is recorded with the time at which it was stored, because its timestamp cannot be read; have the sender \
        write it as 2015-11-18T12:17:00Z
        """
    case result = """
        the statement is recorded without its result: a result and its extensions have to be JSON objects; have the sender \
        correct them
        """
    case progress = """
        the statement is recorded without its progress, which has to be a whole number from 0 to 100; have the sender \
        correct it
        """
    case duration = """
        the statement is recorded without its duration: a duration has at most ten million minutes, and no years or months, \
        because they have no fixed length; have the sender write it as PT1H30M
        """
}
