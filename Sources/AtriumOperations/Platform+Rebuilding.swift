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
        _ configuration: PlatformConfiguration, modules: [any Module], platformModules: [any Module] = []
    ) async throws -> DirectoryReport {
        let platform = try Platform(
            configuration, ModuleSet(modules, for: configuration),
            platformModules: ModuleSet(platformModules, for: configuration, isOfPlatform: true), mayBeLost: true)
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
        try await directory.beginRebuilding(for: modulesDescription)
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

    /// Rebuilds the directory's index of memberships from the organizations' files. An organization that cannot be opened is
    /// reported to the observer, and does not stop the others. Its members are in the index again after it opens.
    public func rebuildIndex() async throws {
        try await directory.clearIndex()
        for id in try await directory.organizations(in: .active) {
            await reporting("rebuild the index", of: id) { try await tenant(id).index.follow(.anywhere) }
        }
    }
}
