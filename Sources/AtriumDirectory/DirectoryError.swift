/// Why the directory of a data folder cannot be opened or rebuilt.
public enum DirectoryError: Error, Equatable, CustomStringConvertible {
    /// `directory.db` is missing or empty, or its WAL is missing, although organizations' files exist.
    case lost(folder: String)
    /// The directory knows none of the organizations whose files exist: it belongs to another folder.
    case foreign(folder: String)
    /// `directory.db` was replaced while the platform had no open connection to it.
    case replaced(folder: String)
    /// A rebuild from the organizations' files did not finish.
    case incomplete(folder: String)
    /// The directory exists, so it is not rebuilt.
    case present(folder: String)

    public var description: String {
        switch self {
        case .lost(let folder):
            "the directory in \(folder) is lost, but tenants/ holds files; put directory.db back from a backup with its -wal, or "
                + "move away what is left of it and call Platform.rebuildDirectory, which makes it from the organizations' files"
        case .foreign(let folder):
            "the directory in \(folder) knows none of the organizations whose files are in tenants/; put the folder's own "
                + "directory.db back, or move this one away and call Platform.rebuildDirectory"
        case .replaced(let folder):
            "the directory in \(folder) was replaced while the platform was open; close the platform, and open it again"
        case .incomplete(let folder):
            "the rebuild of the directory in \(folder) did not finish; call Platform.rebuildDirectory again"
        case .present(let folder): "the directory in \(folder) exists; move directory.db away before you rebuild it"
        }
    }
}
