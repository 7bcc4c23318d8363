/// Creates organizations, and finishes or undoes what was interrupted.
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
    func provision(
        _ id: OrganizationID, _ settings: OrganizationSettings, _ slug: Slug, by founder: EmailAddress?,
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

    /// Runs work on one organization. An error is reported to the observer.
    package func reporting(_ work: String, of id: OrganizationID, _ body: () async throws -> Void) async {
        do { try await body() } catch {
            configuration.observer.observe(.workFailed(id, module: "kernel", work: work, error: error))
        }
    }

    /// Removes the organization's file. If another organization's file is in its place, throws and leaves that file.
    package func discard(_ id: OrganizationID) async throws {
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
