// What an author needs to write SQL, a schema, a column type and an identity comes with `import Atrium` alone.
@_exported public import AtriumDirectory
@_exported public import AtriumJournal
@_exported public import AtriumStorage
@_exported public import AtriumSystem
@_exported public import AtriumValues
