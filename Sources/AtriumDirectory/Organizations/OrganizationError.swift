public import AtriumValues

/// Why an organization cannot be looked up, created or changed. Each case says what to do instead.
public enum OrganizationError: ExplainedError, Hashable {
    /// No organization has this slug or id, or it is not in the state that the act needs.
    case unknown
    /// The organization is closed to everybody until it is resumed.
    case suspended
    /// The `Tenant`, service or context is from before a suspension. A new lookup gives a usable one.
    case outdated
    /// The organization was deleted while the caller had a `Tenant`, service or context of it.
    case deleted
    /// The text does not have the form of a slug.
    case invalidSlug
    /// A slug that has the form of an organization's id.
    case slugIsID
    /// Another organization has the slug, or had it recently, and it is still kept for that organization.
    case slugTaken
    /// The organization has another slug now. The error contains it.
    case moved(to: Slug)
    /// The organization's file is missing, or it exists although the organization was deleted. `repair(_:)` deletes nothing, so
    /// it cannot help here.
    case onlyDeletable
    /// The language is not a well-formed tag of BCP 47.
    case invalidLanguage
    /// Nobody could become the first administrator.
    case founderHasNoAccount

    public var words: Words {
        switch self {
        case .unknown: "there is no such organization; look it up again"
        case .suspended: "the organization is suspended; resume it first"
        case .outdated:
            "the organization was suspended after this object was taken; look it up again with platform.tenant(_:)"
        case .deleted: "the organization was deleted; nothing of it is left"
        case .invalidSlug:
            "a slug has 1 to 63 characters a-z, 0-9 and -, with no - at either end; choose another"
        case .slugIsID: "a slug cannot have the form of an organization's id; choose another"
        case .slugTaken: "another organization has this slug, or had it until recently; choose a different one"
        case .moved(let slug):
            "the organization has the slug '\(slug.description)' now; look it up by that one, and link to it"
        case .onlyDeletable:
            "this cannot be repaired here; correct the files in the folder, or call platform.delete(_:)"
        case .invalidLanguage: "the language is not a tag of BCP 47 such as 'en' or 'pt-BR'; choose one"
        case .founderHasNoAccount:
            "the founder has no account, and no module invites people; create the account, or add such a module"
        }
    }
}
