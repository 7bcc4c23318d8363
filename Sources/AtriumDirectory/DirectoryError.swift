/// Why a data folder's directory cannot be opened.
public enum DirectoryError: Error, Equatable, CustomStringConvertible {
    /// `directory.db` is missing or empty, or its log is, while organizations' files are there.
    case lost(folder: String)
    /// It knows none of the organizations whose files are there: it is another folder's.
    case foreign(folder: String)
    /// Another one was put in its place while the platform had its connections closed.
    case replaced(folder: String)
    /// It was being made from the organizations' files, and that did not end.
    case incomplete(folder: String)
    /// The directory exists, so that nothing is rebuilt.
    case present(folder: String)

    public var description: String {
        switch self {
        case .lost(let folder):
            "the directory in \(folder) is lost, and tenants/ holds files; put directory.db back from a backup with its -wal, or "
                + "move away what is left of it and call Platform.rebuildDirectory, which makes it from the organizations' files"
        case .foreign(let folder):
            "the directory in \(folder) knows none of the organizations whose files are in tenants/; put the folder's own "
                + "directory.db back, or move it away and call Platform.rebuildDirectory"
        case .replaced(let folder):
            "the directory in \(folder) was replaced while the platform was open; close the platform, and open it again"
        case .incomplete(let folder):
            "the directory in \(folder) was not rebuilt to its end; call Platform.rebuildDirectory again"
        case .present(let folder): "the directory in \(folder) is there; move directory.db away before it is rebuilt"
        }
    }
}
