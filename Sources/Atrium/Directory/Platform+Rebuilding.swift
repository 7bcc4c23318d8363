/// What a directory that was rebuilt consists of.
public struct DirectoryReport: Sendable {
    /// The organizations that are in it.
    public internal(set) var organizations: [OrganizationID] = []
    /// Those that could not be read, and those that could not be opened to make their people's accounts, and why. They are in
    /// nobody's way: the former are found again at each opening of the folder, the latter's members when one opens.
    public internal(set) var failures: [OrganizationID: any Error] = [:]
    /// What the files do not tell.
    public internal(set) var unknown: [UnknownFact] = [
        .accountsOfNoMember, .addressHistory, .deletedOrganizations, .formerSlugs,
    ]
}

extension Platform {
    /// Makes a lost directory from the organizations' files: organizations, links, and accounts as far as members give them.
    ///
    /// It is an act of the operator: opening a folder whose directory is lost is refused (`DirectoryError.lost`), and
    /// no slug and no address can be taken meanwhile. Call it again after an interruption: it starts over.
    public static func rebuildDirectory(
        _ configuration: PlatformConfiguration, modules: [any Module]
    ) async throws -> DirectoryReport {
        let platform = try Platform(configuration, ModuleSet(modules, beside: configuration.faults), mayBeLost: true)
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
            } catch {
                report.failures[id] = error
            }
        }
        try await directory.endRebuilding()
        return report
    }
}
