/// The result of a rebuild of the directory.
public struct DirectoryReport: Sendable {
    /// The organizations that are in the directory now.
    public internal(set) var organizations: [OrganizationID] = []
    /// The organizations that could not be read, or that could not be opened to restore the accounts of their people, each with
    /// the error. They do not stop the rebuild of the others. If an organization could not be read, each opening of the folder
    /// reports it again. If it could not be opened, its members are found when it opens.
    public internal(set) var failures: [OrganizationID: any Error] = [:]
    /// The facts that the files do not have, so that the directory does not have them either.
    public internal(set) var unknown: [UnknownFact] = [
        .accountsOfNoMember, .addressHistory, .deletedOrganizations, .formerSlugs,
    ]
}

extension Platform {
    /// Rebuilds a lost directory from the organizations' files: the organizations, the memberships, and the accounts that can
    /// be made from members.
    ///
    /// This is an act of the operator. A folder whose directory is lost cannot be opened (`DirectoryError.lost`), so nobody can
    /// take a slug or an address during the rebuild. After an interruption, call it again: it starts from the beginning.
    public static func rebuildDirectory(
        _ configuration: PlatformConfiguration, modules: [any Module]
    ) async throws -> DirectoryReport {
        let platform = try Platform(configuration, ModuleSet(modules, faults: configuration.faults), mayBeLost: true)
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
