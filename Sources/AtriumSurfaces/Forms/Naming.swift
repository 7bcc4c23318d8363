public import Atrium

/// What people read instead of a field's text: the name of a member instead of the member's identity.
///
/// The page of an act says so what the act is about, and nobody has to understand an identity or to type one.
public struct Naming: Sendable {
    /// The name that the caller may read; `nil` if there is none.
    let name: @Sendable (String, Tenant, Caller) async throws -> Words?

    /// Names from a module's service, which checks what the caller may see. The function gets the text of the field.
    public static func of<Provider: SurfaceProvider>(
        _ provider: Provider.Type,
        _ name: @escaping @Sendable (String, Provider.Service, Caller) async throws -> Words?
    ) -> Self {
        Self { text, tenant, caller in try await name(text, provider.service(in: tenant), caller) }
    }
}
