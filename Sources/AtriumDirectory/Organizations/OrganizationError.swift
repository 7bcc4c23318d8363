public import AtriumValues

public enum OrganizationError: Error, Hashable, CustomStringConvertible {
    case unknown
    case suspended
    case outdated
    case deleted
    case invalidSlug
    /// A slug that has the form of an organization's id.
    case slugIsID
    case slugTaken
    /// The organization has another slug now.
    case moved(to: Slug)
    case onlyDeletable
    case invalidLanguage
    case founderHasNoAccount

    public var description: String {
        switch self {
        case .unknown: "there is no such organization; look it up again"
        case .suspended: "the organization is suspended; resume it first"
        case .outdated:
            "the organization was suspended after this was taken; look it up again with platform.tenant(_:)"
        case .deleted: "the organization was deleted; nothing of it is left"
        case .invalidSlug:
            "a slug has 1 to 63 characters a-z, 0-9 and -, with no - at either end; choose another"
        case .slugIsID: "a slug is not the id of an organization; choose another"
        case .slugTaken: "another organization has this slug, or had it until lately; choose a different one"
        case .moved(let slug): "the organization has the slug '\(slug)' now; look it up by that one, and link to it"
        case .onlyDeletable:
            "nothing can be made good here; put things right in the folder, or call platform.delete(_:)"
        case .invalidLanguage: "the language is not a tag of BCP 47 such as 'en' or 'pt-BR'; choose one"
        case .founderHasNoAccount: "the founder has no account, and no module invites people; add one of the two"
        }
    }
}
