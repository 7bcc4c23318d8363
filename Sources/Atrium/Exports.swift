// What an author needs to write SQL, a schema and a column type comes with `import Atrium` alone.
@_exported public import AtriumStorage
