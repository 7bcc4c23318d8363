public enum OrganizationError: String, Error, CustomStringConvertible {
    case unknown = "there is no such organization; look it up again"
    case suspended = "the organization is suspended; resume it first"
    case outdated = "the organization was suspended after this was taken; look it up again with platform.tenant(_:)"
    case deleted = "the organization was deleted; nothing of it is left"
    case invalidSlug = "a slug has 1 to 63 characters a-z, 0-9 and -, with no - at either end; choose another"
    case slugTaken = "another organization has this slug; choose a different one"
    case onlyDeletable = "nothing can be made good here; put things right in the folder, or call platform.delete(_:)"
    case invalidLanguage = "the language is not a tag of BCP 47 such as 'en' or 'pt-BR'; choose one"
    case founderHasNoAccount = "the founder has no account, and no module invites people; add one of the two"

    public var description: String { rawValue }
}
