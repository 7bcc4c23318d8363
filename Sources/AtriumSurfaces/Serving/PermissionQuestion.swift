internal import Atrium
internal import AtriumSystem

/// Whether the caller has a permission in a scope.
struct PermissionQuestion: Hashable, Sendable {
    let permission: Permission
    let scope: Scope

    /// What has to be asked before a surface is offered in an area or, without one, beside another surface. An area may lead fewer
    /// people there. If a value can be made from an empty form, this asks for that value. So nobody is led to a page that then
    /// refuses them.
    static func questions<S: Surface>(about type: S.Type, in area: Area? = nil) -> [Self] {
        let value = try? S.form.read(FormInput())
        func questions(_ need: Need<S>) -> [Self] {
            let scope = value.map(need.scope) ?? need.scopeWithoutValue
            return need.permissions.map { Self(permission: $0, scope: scope) }
        }
        for case .area(area, _, _, let audience?) in S.places.map(\.spot) {
            return questions(S.needs) + questions(audience)
        }
        return questions(S.needs)
    }

    /// What has to be asked before a value is offered.
    static func questions<S: Surface>(about value: S) -> [Self] {
        let need = S.needs
        let scope = need.scope(value)
        return need.permissions.map { Self(permission: $0, scope: scope) }
    }
}

/// The answers that were given for one page. A page asks again and again for the same few permissions.
final class KnownAnswers: Sendable {
    /// The roles that grant what the caller may not do; `nil` for what the caller may do.
    private let known = Locked<[PermissionQuestion: [RoleID]?]>([:])

    var all: [PermissionQuestion: [RoleID]?] { known.withLock { $0 } }

    func add(_ answers: some Sequence<(PermissionQuestion, [RoleID]?)>) {
        known.withLock { known in for (question, answer) in answers { known[question] = .some(answer) } }
    }
}
