internal import AtriumSystem

/// The templates that no draft uses at this moment (``Draft``). Each draft that is being written has its own template. So the
/// caller that makes drafts limits the number of templates.
///
/// The platforms of a process share one pool, because a template depends on nothing but its schemas and settings.
package final class TemplatePool: Sendable {
    package static let shared = TemplatePool()

    /// The highest number of idle templates. A template takes about a megabyte.
    private static let limit = 32

    /// The template that returned last is the last one.
    private let idle = Locked<[Template]>([])

    package init() {}

    /// A template with an open transaction. One draft writes in it, until ``checkIn(_:)``.
    func take(of schemas: SchemaSet, _ settings: ConnectionSettings) throws -> Template {
        let known = idle.withLock { idle in
            idle.lastIndex { $0.connection.schemaChecksum == schemas.checksum && $0.settings == settings }
                .map { idle.remove(at: $0) }
        }
        let template = try known ?? Template(of: schemas, settings: settings)
        try template.begin()
        return template
    }

    /// Takes a template back after its draft has ended, or closes it. At the limit, closes the one that has been idle longest.
    func checkIn(_ template: Template) {
        // A program may take its own VFS away after it has closed the platform.
        guard template.settings.vfs == nil, template.reset() else { return template.connection.close() }
        let surplus = idle.withLock { idle in
            idle.append(template)
            return idle.count > Self.limit ? idle.removeFirst() : nil
        }
        surplus?.connection.close()
    }
}
