// With `import Atrium` alone, an author can write SQL, schemas, column types and identities.
@_exported public import AtriumDirectory
@_exported public import AtriumJournal
@_exported public import AtriumLanguages
@_exported public import AtriumPersonalData
@_exported public import AtriumStorage
@_exported public import AtriumSystem
@_exported public import AtriumValues
