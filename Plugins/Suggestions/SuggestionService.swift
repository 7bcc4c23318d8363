public import Atrium

public struct SuggestionService: Sendable {
    let tenant: TenantContext
}
