/// Creates, suspends, resumes and deletes organizations.
extension Platform {
    /// Creates an organization. A module that reacts to ``FounderNamed`` invites the founder, who then becomes administrator.
    /// Without such a module, the account that has the founder's address becomes administrator at once. Throws `NameError` or
    /// `OrganizationError` (`invalidSlug`, `slugIsID`, `slugTaken`, `invalidLanguage`, `founderHasNoAccount`); then nothing was
    /// created. `featureSet` is the name of one of the configuration's feature sets. Without it, the organization has every
    /// module.
    public func createOrganization(
        _ settings: OrganizationSettings, slug: String, founder: EmailAddress, featureSet: String = ""
    ) async throws -> Tenant {
        let settings = try settings.checked()
        let featureSet = try modules.featureSet(featureSet)
        let slug = try Slug(ofOrganization: slug)
        return try await tenant(try configuration.newID()) { id in
            try await self.provisioning.run { try await self.provision(id, settings, slug, by: founder, featureSet) }
        }
    }

    /// Creates the organization in memory. Its file then appears as a whole, or not at all.
    private func provision(
        _ id: OrganizationID, _ settings: OrganizationSettings, _ slug: Slug, by founder: EmailAddress,
        _ featureSet: FeatureSet?
    ) async throws -> Tenant {
        try await directory.register(
            id, slug: slug, name: settings.name, createdAt: configuration.time(), as: .creating)
        let tenant = Tenant(id, of: self, newWith: .some(featureSet))
        do {
            try configuration.interrupt(.registered)
            try await tenant.start()
            try await tenant.provision(settings, slug: slug, by: founder)
            try configuration.interrupt(.provisioned)
            try await tenant.file.save()
            try configuration.interrupt(.saved)
            try await directory.setState(.active, of: id, from: .creating)
            try configuration.interrupt(.activated)
        } catch {
            await tenant.close()
            // After a commit with an unknown outcome, the organization may be active.
            let state = try? await directory.state(of: id)
            if state == .creating, !(error is Interruption) { try? await discard(id) }
            throw error
        }
        startTree.note(id, tenant.startTree)
        return tenant
    }

    /// Closes an organization to everybody until it is resumed. Nothing of it is lost. A ``Tenant`` or a module's service from
    /// before no longer works: it throws `OrganizationError.suspended`, and after the organization is resumed,
    /// `OrganizationError.outdated`.
    public func suspend(_ id: OrganizationID) async throws {
        try await changes.run(id) {
            try await requireActive(id)
            try await directory.setState(.suspended, of: id, from: .active)
            closureReasons.note(.suspended, of: id)
            await closeTenant(id)
        }
    }

    /// Opens a suspended organization again. Its work is due at once, because the suspension may have interrupted some of it.
    public func resume(_ id: OrganizationID) async throws {
        try await changes.run(id) {
            guard try await directory.state(of: id) == .suspended else { throw OrganizationError.unknown }
            await closeTenant(id)
            try await directory.setWake(of: id, at: configuration.time())
            closureReasons.note(nil, of: id)
            try await directory.setState(.active, of: id, from: .suspended)
            await forgetRefusal(of: id)
        }
    }

    /// Makes the next lookup succeed: forgets the failure of a lookup that was made just before the organization was active
    /// again.
    private func forgetRefusal(of id: OrganizationID) async {
        guard let starting = tenants.withLock({ $0?[id] }), case .failure = await starting.result else { return }
        tenants.withLock { if $0?[id] == starting { $0?[id] = nil } }
    }

    /// Deletes an organization with its file. Its id is never used again, and its slugs are free. If the file of a deleted
    /// organization is there again, it is deleted too.
    public func delete(_ id: OrganizationID) async throws {
        try await changes.run(id) {
            let state = try await directory.state(of: id)
            if state == .deleted {
                guard try Self.organizationFiles(in: configuration.folder).contains(id) else {
                    throw OrganizationError.unknown
                }
            } else {
                try await directory.setState(.deleting, of: id, from: .active, .suspended, .deleting)
                closureReasons.note(.deleted, of: id)
                await closeTenant(id)
            }
            try await discard(id)
        }
    }

    /// Rebuilds the directory's index of memberships from the organizations' files. An organization that cannot be opened is
    /// reported to the observer, and does not stop the others. Its members are in the index again after it opens.
    public func rebuildIndex() async throws {
        try await directory.clearIndex()
        for id in try await directory.organizations(in: .active) {
            await reporting("rebuild the index", of: id) { try await tenant(id).index.follow(.anywhere) }
        }
    }

    private func reporting(_ work: String, of id: OrganizationID, _ body: () async throws -> Void) async {
        do { try await body() } catch {
            configuration.observer.observe(.workFailed(id, module: "kernel", work: work, error: error))
        }
    }

    /// The tenant stays in `tenants` until it is closed, so that its file cannot be opened a second time before that.
    private func closeTenant(_ id: OrganizationID) async {
        let known = tenants.withLock { $0?[id] }
        try? await known?.value.close()
        tenants.withLock { if $0?[id] == known { $0?[id] = nil } }
    }

    /// Removes the organization's file. If another organization's file is in its place, throws and leaves that file.
    private func discard(_ id: OrganizationID) async throws {
        let path = path(of: id)
        try storage.withDescriptors {
            try WALCheck.checkOwner(of: path, is: id.description, vfs: configuration.vfs)
            try Files.removeDatabase(path)
        }
        try await directory.leaveTombstone(id)
    }

    /// Finishes or undoes what a crash interrupted between two files. The file of a new organization exists only if its
    /// creation was complete.
    func recover() async throws {
        for id in try await directory.organizations(in: .deleting) {
            await reporting("delete", of: id) { try await discard(id) }
        }
        for id in try await directory.organizations(in: .creating) {
            await reporting("create", of: id) {
                // The file's name may not be durable yet.
                try storage.withDescriptors { try Files.syncFolder(of: path(of: id)) }
                try await Files.exists(path(of: id))
                    ? directory.setState(.active, of: id, from: .creating) : discard(id)
            }
        }
    }
}
