internal import AtriumStorage

package enum OrganizationState: String, ColumnValue { case creating, active, suspended, deleting, deleted }
