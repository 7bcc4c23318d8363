import Atrium
import AtriumAnalytics
import AtriumSurfaces
import Testing

/// What an administrator manages, and nobody else.
struct Administrator {
    @Test func `[R1] an administrator manages members, roles, invitations and teams`() async throws {
        try await withGuide { world in
            let (administrator, carl) = (world.administrator, world.newcomer)
            #expect(
                try await administrator.offered(on: carl.id).isSuperset(of: [
                    "kernel/rename-member", "kernel/deactivate", "kernel/remove", "kernel/grant-role",
                    "suggestions/suggest-to-member", "teampages/send-to-member",
                ]))
            #expect(
                try await administrator.offered(on: world.south).isSuperset(of: [
                    "kernel/find-members", "invitations/invitations", "teampages/page", "suggestions/suggest-to-team",
                    "analytics/overview",
                ]))
            try await administrator.does("kernel/grant-role", ["member": carl.id, "role": "manager"])
            #expect(try await carl.lacks("analytics/overview") == nil)
            try await administrator.does("kernel/revoke-role", ["member": carl.id, "role": "manager"])
            #expect(try await carl.lacks("analytics/overview") == .viewFigures)
        }
    }

    @Test func `[R1] an administrator sees both tabs whole`() async throws {
        try await withGuide { world async throws in
            for area in [Area.analytics, .administration] {
                let declared = world.administrator.catalogue.surfaces(in: area).map { $0.path }
                #expect(try await world.administrator.offered(in: area) == Set(declared))
                for path in declared where path != "kernel/settings" {
                    #expect(try await !world.administrator.reads(path).isEmpty, "\(path)")
                }
            }
        }
    }

    @Test func `[R1] nobody else changes a role, and the refusal names the role that may`() async throws {
        try await withGuide { world in
            for (role, person) in world.people where role != "administrator" {
                let act = Assignment(.manager)
                await #expect(throws: AccessError(permission: "kernel.grant roles"), "\(role)") {
                    try await world.tenant.roles.grant(act, to: world.newcomer.id, as: person.principal)
                }
                let refused = Refused("you may not grant roles here; a role that allows it: administrator")
                await #expect(throws: refused, "\(role)") {
                    try await person.does("kernel/grant-role", ["member": world.newcomer.id, "role": "manager"])
                }
                // Nor does anybody raise themselves.
                await #expect(throws: AccessError(permission: "kernel.grant roles"), "\(role)") {
                    try await world.tenant.roles.grant(Assignment(.administrator), to: person.id, as: person.principal)
                }
            }
        }
    }
}
