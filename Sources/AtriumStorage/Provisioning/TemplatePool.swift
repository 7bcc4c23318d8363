internal import AtriumSystem

/// The templates on which nobody writes at this moment. Drafts that are written at once have one each: whoever makes them bounds
/// how many there are.
final class TemplatePool: Sendable {
    private let settings: ConnectionSettings
    private let idle = Locked<[Template]>([])

    init(settings: ConnectionSettings) { self.settings = settings }

    /// A template with a transaction, which is one draft's until ``putBack(_:)``.
    func take(of schemas: SchemaSet) throws -> Template {
        let known = idle.withLock { idle in
            idle.lastIndex { $0.connection.schemaChecksum == schemas.checksum }.map { idle.remove(at: $0) }
        }
        let template = try known ?? Template(of: schemas, settings: settings)
        try template.begin()
        return template
    }

    func putBack(_ template: Template) {
        if template.reset() { idle.withLock { $0.append(template) } } else { template.connection.close() }
    }
}
