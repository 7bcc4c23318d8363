public import AtriumValues

/// The result of a rebuild of the directory.
public struct FolderReport<Organization>: Sendable {
    /// The organizations that are in the directory now.
    public package(set) var organizations: [ID<Organization>] = []
    /// The organizations that could not be read, or that could not be opened to restore the accounts of their people, each with
    /// the error. They do not stop the rebuild of the others. If an organization could not be read, each opening of the folder
    /// reports it again. If it could not be opened, its members are found when it opens.
    public package(set) var failures: [ID<Organization>: any Error] = [:]
    /// The facts that the files do not have, so that the directory does not have them either.
    public package(set) var unknown: [UnknownFolderFact<Organization>] = [
        .accountsOfNoMember, .addressHistory, .deletedOrganizations, .formerSlugs,
    ]

    package init() {}
}
