internal import Atrium

/// What is offered to the caller.
extension SurfaceSession {
    /// Why each of these values is not offered; `nil` for a value that is.
    public func obstacles(to values: [any Surface]) async throws -> [Obstacle?] {
        try await obstacles(values.map { PermissionQuestion.questions(about: $0) })
    }

    /// Why each of these surfaces is not offered; `nil` for a surface that is. If a value can be made from an empty form, this
    /// asks for that value. So nobody is led to a page that then refuses them.
    public func obstacles(to types: [any Surface.Type]) async throws -> [Obstacle?] {
        try await obstacles(types.map { catalogue.questions(about: $0) })
    }

    private func obstacles(_ questions: [[PermissionQuestion]]) async throws -> [Obstacle?] {
        var asked = Set(questions.joined())
        let everywhere = Set(asked.map { PermissionQuestion(permission: $0.permission, scope: .organization) })
        // Who has a permission for the organization has it in every scope. So most pages of rows need few answers.
        if asked.count > 2 * everywhere.count {
            let missing = Set(try await answers(to: everywhere).keys.map { $0.permission })
            asked = asked.filter { missing.contains($0.permission) }
        }
        let answers = try await answers(to: asked)
        return questions.map { group in
            for question in group {
                guard let roles = answers[question] else { continue }
                let isOfKey = !caller.principal.hasKey(for: question.permission)
                return Obstacle(
                    permission: question.permission, scope: question.scope, roles: roles, isOfKey: isOfKey)
            }
            return nil
        }
    }

    /// The roles that grant what the caller may not do. What the caller may do is left out.
    func answers(to questions: Set<PermissionQuestion>) async throws -> [PermissionQuestion: [RoleID]] {
        let known = knownAnswers?.all ?? [:]
        var answers: [PermissionQuestion: [RoleID]] = [:]
        var open: [PermissionQuestion] = []
        for question in questions {
            if let answer = known[question] { answers[question] = answer } else { open.append(question) }
        }
        guard !open.isEmpty else { return answers }
        let missing = try await tenant.rolesMissing(for: open.map { ($0.permission, $0.scope) }, of: caller.principal)
        for (question, roles) in zip(open, missing) { answers[question] = roles }
        knownAnswers?.add(zip(open, missing))
        return answers
    }

    /// The surfaces of an area that exist here and are offered to the caller.
    public func surfaces(in area: Area) async throws -> [any Surface.Type] { try await surfaces(in: [area])[0] }

    /// The surfaces of several areas that exist here and are offered to the caller, asked in one snapshot. A surface that
    /// several of the areas have is in the last one, so that it is found in one place.
    public func surfaces(in areas: [Area]) async throws -> [[any Surface.Type]] {
        let present = try areas.map { area in try catalogue.surfaces(in: area).filter { try isPresent($0) } }
        let asked = zip(areas, present).flatMap { area, types in
            types.map { catalogue.questions(about: $0, in: area) }
        }
        var obstacles = try await self.obstacles(asked)[...]
        let offered = present.map { types in
            defer { obstacles = obstacles.dropFirst(types.count) }
            return zip(types, obstacles).filter { $0.1 == nil }.map { $0.0 }
        }
        var found: Set<String> = []
        return offered.reversed().map { types in types.filter { found.insert($0.path).inserted } }.reversed()
    }

    /// The surfaces beside another one that exist here and are offered to the caller.
    public func surfaces(beside other: any Surface.Type) async throws -> [any Surface.Type] {
        let present = try catalogue.surfaces(beside: other).filter { try isPresent($0) }
        return zip(present, try await obstacles(to: present)).filter { $0.1 == nil }.map { $0.0 }
    }
}
