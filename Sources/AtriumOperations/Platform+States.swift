public import Atrium

/// Suspends, resumes and deletes organizations.
extension Platform {
    /// Closes an organization to everybody until it is resumed. Nothing of it is lost. A ``Tenant`` or a module's service from
    /// before no longer works: it throws `OrganizationError.suspended`, and after the organization is resumed,
    /// `OrganizationError.outdated`.
    public func suspend(_ id: OrganizationID) async throws {
        try await changes.run(id) {
            if isSystem(id) { throw OrganizationError.unknown }
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
    /// organization is there again, it is deleted too. The system tenant can be deleted if the program has no modules of the platform.
    public func delete(_ id: OrganizationID) async throws {
        try await changes.run(id) {
            if isSystem(id), !platformModules.types.isEmpty { throw OrganizationError.unknown }
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

    /// The tenant stays in `tenants` until it is closed, so that its file cannot be opened a second time before that.
    private func closeTenant(_ id: OrganizationID) async {
        let known = tenants.withLock { $0?[id] }
        try? await known?.value.close()
        tenants.withLock { if $0?[id] == known { $0?[id] = nil } }
    }
}
