internal import AtriumSystem

/// The templates that no draft uses at this moment (``Draft``). Each draft that is being written has its own template. So the
/// caller that makes drafts limits the number of templates.
final class TemplatePool: Sendable {
    private let settings: ConnectionSettings
    private let idle = Locked<[Template]>([])

    init(settings: ConnectionSettings) { self.settings = settings }

    /// A template with an open transaction. One draft writes in it, until ``checkIn(_:)``.
    func take(of schemas: SchemaSet) throws -> Template {
        let known = idle.withLock { idle in
            idle.lastIndex { $0.connection.schemaChecksum == schemas.checksum }.map { idle.remove(at: $0) }
        }
        let template = try known ?? Template(of: schemas, settings: settings)
        try template.begin()
        return template
    }

    /// Takes a template back after its draft has ended, or closes it.
    func checkIn(_ template: Template) {
        if template.reset() { idle.withLock { $0.append(template) } } else { template.connection.close() }
    }
}
