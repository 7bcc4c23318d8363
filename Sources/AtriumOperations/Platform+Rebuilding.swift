public import Atrium

/// The result of a rebuild of the directory.
public typealias DirectoryReport = FolderReport<any Organization>

extension Platform {
    /// Rebuilds a lost directory from the organizations' files: the organizations, the memberships, and the accounts that can
    /// be made from members.
    ///
    /// This is an act of the operator. A folder whose directory is lost cannot be opened (`DirectoryError.lost`), so nobody can
    /// take a slug or an address during the rebuild. After an interruption, call it again: it starts from the beginning.
    public static func rebuildDirectory(
        _ configuration: PlatformConfiguration, modules: [any Module]
    ) async throws -> DirectoryReport {
        let platform = try Platform(configuration, ModuleSet(modules, for: configuration), mayBeLost: true)
        do {
            let report = try await platform.rebuild()
            await platform.close()
            return report
        } catch {
            await platform.close()
            throw error
        }
    }

    private func rebuild() async throws -> DirectoryReport {
        try await directory.beginRebuilding(for: modules.description)
        var report = DirectoryReport()
        for id in try Self.organizationFiles(in: configuration.folder).sorted() {
            do {
                report.unknown += try await registerFromFile(id)
                report.organizations.append(id)
                report.unknown += try await tenant(id).restoreAccounts(ofAll: true)
            } catch { report.failures[id] = error }
        }
        try await directory.endRebuilding()
        return report
    }
}
