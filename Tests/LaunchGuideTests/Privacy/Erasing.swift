import Atrium
import AtriumAnalytics
import AtriumCourses
import AtriumMail
import AtriumPrivacy
import AtriumSeats
import AtriumSurfaces
import AtriumTesting
import Testing

/// An administrator erases a person.
struct Erasing {
    @Test func `[P2] an administrator sees what is erased, erases it, and nothing names the person any more`()
        async throws
    {
        try await withGuide { world async throws in
            let (ada, anna) = (world.member, world.administrator)
            try await world.complete(world.swift, by: ada)
            #expect(try await anna.offered(on: ada.id).contains("privacy/erase"))
            let preview = try await anna.prepares("privacy/erase", ["member": ada.id])
            #expect(preview.contains("Your learning record") && preview.contains("entries"))
            #expect(try await anna.reads("kernel/members").contains("Ada"))
            try await anna.does("privacy/erase", ["member": ada.id])
            try await world.pass(days: 1)
            for (path, fields) in [
                ("kernel/members", [:]), ("kernel/members", ["state": "erased"]), ("analytics/people", [:]),
                ("certificates/certificates", [:]), ("kernel/audit", [:]), ("privacy/erasures", [:]),
            ] as [(String, Person.Fields)] {
                #expect(try await !anna.reads(path, fields).contains("Ada"), "\(path)")
            }
            #expect(try await anna.reads("privacy/erasures").contains("nothing is left"))
            #expect(try await world.test.platform.account(EmailAddress("ada@acme.example")) == nil)
        }
    }

    @Test func `[P2] the figures of the past stay, and the seat is free`() async throws {
        try await withGuide(seats: 20) { world async throws in
            try await world.complete(world.swift, by: world.member)
            let today = world.manager.session.caller.today
            func completed() async throws -> FigureValue {
                let table = try await world.analytics.table(
                    FigureQuery(days: today..<today.advanced(by: 1)), as: world.manager.principal)
                return table.value(of: .peopleCompleted, in: table.rows[0])
            }
            let free = try await world.seats.balance(as: world.administrator.principal).free
            try await world.administrator.does("privacy/erase", ["member": world.member.id])
            try await world.settle()
            #expect(try await completed() == .count(1))
            #expect(try await world.seats.balance(as: world.administrator.principal).free == free.map { $0 + 1 })
        }
    }

    @Test func `[P2] whoever repeats erasures sees first whom the list would erase, and nobody else may`() async throws
    {
        try await withGuide { world async throws in
            let (ada, anna) = (world.member, world.administrator)
            let list = ["list": "\(try ada.id)\n\(MemberID(digest: []))"] as Person.Fields
            let preview = try await anna.prepares("privacy/repeat-erasures", list)
            #expect(preview.contains("Ada") && preview.contains("1 person of the list is here"))
            #expect(try await anna.reads("kernel/members").contains("Ada"))
            for person in [world.manager, world.supervisor, world.member, world.foreigner, world.visitor] {
                #expect(try await person.lacks("privacy/repeat-erasures", list) == .repeatErasures)
            }
            try await anna.does("privacy/repeat-erasures", list)
            #expect(try await !anna.reads("kernel/members").contains("Ada"))
            #expect(try await anna.prepares("privacy/repeat-erasures", list).contains("Nobody of the list is here."))
        }
    }

    @Test func `[P2] an erased person may do nothing, and a second erasure finds nobody`() async throws {
        try await withGuide { world async throws in
            let (ada, anna) = (world.member, world.administrator)
            try await anna.does("privacy/erase", ["member": ada.id])
            #expect(try await ada.lacks("privacy/my-data") == .exportPersonalData)
            #expect(try await ada.lacks("courses/catalogue") == .viewCatalogue)
            for id in [try ada.id, MemberID(digest: [])] {
                await #expect(throws: MemberError.unknown) { try await world.privacy.erase(id, as: anna.principal) }
            }
        }
    }

    @Test func `[P2] nobody but an administrator erases anybody, not even themselves`() async throws {
        try await withGuide { world async throws in
            let ada = try world.member.id
            for person in [world.manager, world.supervisor, world.member, world.foreigner, world.visitor] {
                #expect(try await person.lacks("privacy/erase", ["member": ada]) == .erasePersonalData)
                await #expect(throws: AccessError(permission: "privacy.erase personal data")) {
                    try await world.privacy.erase(ada, as: person.principal)
                }
                #expect(try await person.lacks("privacy/erasures") == .repeatErasures)
            }
            #expect(try await world.administrator.reads("kernel/members").contains("Ada"))
        }
    }
}
