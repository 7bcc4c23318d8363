import Atrium
import AtriumTesting
import Foundation
import Testing

@testable import AtriumSurfaces

struct RowOfferTests {
    @Test func `the rows of a page are offered what each of them is offered alone`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let founder = try await test.founder(of: acme)
            let (north, south) = (
                try await acme.teams.create("North", as: founder), try await acme.teams.create("South", as: founder)
            )
            let sue = try await test.member("sue@acme.example", in: acme)
            try await acme.roles.grant(
                Assignment(.supervisor, team: north), to: try #require(sue.member), as: founder)
            for (name, team) in [("ada", north), ("bob", south), ("eve", north)] {
                let member = try await test.member("\(name)@acme.example", in: acme)
                try await acme.teams.add(try #require(member.member), to: team, as: founder)
                if name == "eve" { try await acme.members.deactivate(try #require(member.member), as: founder) }
            }
            let rows = try await acme.members.list(as: founder).entries
            #expect(rows.count == 5)
            for principal in [founder, sue] {
                let session = SurfaceSession(
                    acme, SurfaceCatalogue(of: test.platform),
                    Caller(principal, request: "1", now: test.clock.now, timeZone: .gmt))
                let offers = try await session.offers(on: rows, of: MembersTable.self)
                for (index, row) in rows.enumerated() {
                    let alone = session.catalogue.offers(on: row, of: MembersTable.self)
                    let open = zip(alone, try await session.obstacles(to: alone)).filter { $0.1 == nil }.map(\.0)
                    #expect(offers.compactMap { address(of: $0, on: index) } == open.map { address($0) })
                }
            }
        }
    }

    private func address<Offer: RowOffer>(of offer: Offer, on row: Int) -> String? {
        offer.values[row].map { address($0) }
    }

    private func address<S: Surface>(_ value: S) -> String { S.form.address(of: value, at: S.path) }
}
