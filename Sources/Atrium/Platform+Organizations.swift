/// Creating, suspending and deleting organizations.
extension Platform {
    /// Creates an organization and lets its founder become administrator: a module that reacts to ``FounderAwaited``
    /// invites them; without one, the account that owns the address is admitted.
    public func createOrganization(
        _ settings: OrganizationSettings, slug: String, founder: EmailAddress
    ) async throws -> Tenant {
        let settings = try settings.checked()
        guard let slug = Slug(slug) else { throw OrganizationError.invalidSlug }
        return try await tenant(configuration.newID()) { id in
            try await self.foundings.run { try await self.found(id, settings, slug, by: founder) }
        }
    }

    /// Founds it in memory; its file is there whole or not at all.
    private func found(
        _ id: OrganizationID, _ settings: OrganizationSettings, _ slug: Slug, by founder: EmailAddress
    ) async throws -> Tenant {
        try await directory.register(id, slug: slug, name: settings.name, at: configuration.now())
        let tenant = Tenant(id, of: self, isNew: true)
        do {
            try configuration.interrupt(.registered)
            try await tenant.start()
            try await tenant.found(settings, by: founder)
            try configuration.interrupt(.founded)
            try await tenant.file.save()
            try configuration.interrupt(.saved)
            try await directory.setState(.active, of: id)
            try configuration.interrupt(.activated)
        } catch {
            await tenant.close()
            // After a commit with an unknown outcome it may be active.
            let state = try? await directory.state(of: id)
            if state == .creating, !(error is Interruption) { try? await discard(id) }
            throw error
        }
        return keep(tenant)
    }

    /// Closes an organization to everybody until it is resumed; nothing of it is lost.
    public func suspend(_ id: OrganizationID) async throws {
        try await requireActive(id)
        try await directory.setState(.suspended, of: id)
        await closeTenant(id)
    }

    public func resume(_ id: OrganizationID) async throws {
        guard try await directory.state(of: id) == .suspended else { throw OrganizationError.unknown }
        try await directory.setState(.active, of: id)
    }

    /// Deletes an organization with its file; its id is never used again, its slug is free.
    public func delete(_ id: OrganizationID) async throws {
        guard let state = try await directory.state(of: id), [.active, .suspended, .deleting].contains(state) else {
            throw OrganizationError.unknown
        }
        try await directory.setState(.deleting, of: id)
        await closeTenant(id)
        try await discard(id)
    }

    /// Makes the directory's index of memberships anew from the organizations' files. One that cannot be opened is reported to
    /// the observer, and does not stop the others; its members are back when it is opened.
    public func rebuildIndex() async throws {
        try await directory.clearIndex()
        for id in try await directory.organizations(in: .active) {
            await reporting("rebuild the index", of: id) { try await tenant(id).repairIndex() }
        }
    }

    private func reporting(_ work: String, of id: OrganizationID, _ body: () async throws -> Void) async {
        do {
            try await body()
        } catch {
            configuration.observer.observe(.handlerFailed(id, module: "kernel", work: work, error: error))
        }
    }

    /// It is known until it is closed, so that nobody opens its file a second time meanwhile.
    private func closeTenant(_ id: OrganizationID) async {
        let known = tenants.withLock { $0?[id] }
        try? await known?.value.close()
        tenants.withLock { if $0?[id] == known { $0?[id] = nil } }
    }

    private func discard(_ id: OrganizationID) async throws {
        try storage.withDescriptors { try Files.removeDatabase(path(of: id)) }
        try await directory.bury(id)
    }

    /// Finishes or drops what a crash left between two files: the one of an organization is there once it is founded.
    func recover() async throws {
        for id in try await directory.organizations(in: .deleting) {
            await reporting("delete", of: id) { try await discard(id) }
        }
        for id in try await directory.organizations(in: .creating) {
            await reporting("create", of: id) {
                // A name that is there may not be durable yet.
                try storage.withDescriptors { try Files.syncFolder(of: path(of: id)) }
                try await Files.exists(path(of: id)) ? directory.setState(.active, of: id) : discard(id)
            }
        }
    }
}
