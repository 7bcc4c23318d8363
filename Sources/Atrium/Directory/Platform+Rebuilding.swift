/// The result of a rebuild of the directory.
public struct DirectoryReport: Sendable {
    /// The organizations that are in the directory now.
    public internal(set) var organizations: [OrganizationID] = []
    /// The organizations that could not be read, or that could not be opened to make their people's accounts, each with the
    /// reason. They stop nobody else. One that could not be read is found again at each opening of the folder. If one could not
    /// be opened, its members are found when it opens.
    public internal(set) var failures: [OrganizationID: any Error] = [:]
    /// What the files do not say, so the directory does not have it.
    public internal(set) var unknown: [UnknownFact] = [
        .accountsOfNoMember, .addressHistory, .deletedOrganizations, .formerSlugs,
    ]
}

extension Platform {
    /// Rebuilds a lost directory from the organizations' files: organizations, links, and the accounts that can be made from
    /// members.
    ///
    /// This is an act of the operator. A folder whose directory is lost cannot be opened (`DirectoryError.lost`), so nobody can
    /// take a slug or an address during the rebuild. After an interruption, call it again: it starts over.
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
                report.unknown += try await takeUp(id)
                report.organizations.append(id)
                report.unknown += try await tenant(id).restoreAccounts(ofAll: true)
            } catch { report.failures[id] = error }
        }
        try await directory.endRebuilding()
        return report
    }
}
