package import AtriumValues

/// What a module that works in an organization registered there.
package struct ModuleRegistrations: Sendable {
    package let module: ModuleID
    package let recurringWork: [RecurringWork]
    /// The types of events that it handles after the commit.
    package let events: [String]
    /// The roles that it adds.
    package let roles: Set<RoleID>

    package init(module: ModuleID, recurringWork: [RecurringWork], events: [String], roles: Set<RoleID>) {
        (self.module, self.recurringWork, self.events, self.roles) = (module, recurringWork, events, roles)
    }
}
