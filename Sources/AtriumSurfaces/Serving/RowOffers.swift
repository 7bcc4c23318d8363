internal import Atrium

/// A surface that is offered on rows of a table.
public protocol RowOffer: Sendable {
    /// The surface.
    associatedtype Offered: Surface
    /// Its value on each row, in the order of the rows; `nil` on a row where it is not offered.
    var values: [Offered?] { get }
}

private struct PlacedOffer<Offered: Surface>: RowOffer {
    var values: [Offered?]
}

extension SurfaceSession {
    /// What is offered to the caller on each of these rows.
    ///
    /// It is the same as ``SurfaceCatalogue/offers(on:of:)`` for each row, without what is absent and what the caller may not
    /// do. But a page has many rows, so each declaration is read once.
    public func offers<T: Table>(on rows: [T.Row], of table: T.Type) async throws -> [any RowOffer] {
        // The places take a row of any table. So the rows are wrapped once.
        let items: [any Sendable] = rows
        func offers<S: Surface>(of type: S.Type) throws -> [any RowOffer] {
            guard try isPresent(type) else { return [] }
            return S.places.compactMap { place in
                guard case .row(let own, let make) = place.spot, own == table else { return nil }
                return PlacedOffer(values: items.map(make))
            }
        }
        let placed = try catalogue.surfaces(onRowsOf: table).flatMap { try offers(of: $0) }
        let open = try await openPermissions(among: Set(placed.flatMap { permissions(of: $0) }))
        var answers = try await obstacles(to: placed.flatMap { values(of: $0, unless: open) })[...]
        return placed.compactMap { offered($0, open, &answers) }
    }

    private func permissions<Offer: RowOffer>(of _: Offer) -> [Permission] { Offer.Offered.needs.permissions }

    /// The permissions that the caller has for the organization. They are open in every scope.
    private func openPermissions(among permissions: Set<Permission>) async throws -> Set<Permission> {
        let questions = Set(permissions.map { PermissionQuestion(permission: $0, scope: .organization) })
        return permissions.subtracting(try await answers(to: questions).keys.map { $0.permission })
    }

    /// The values about which the caller has to be asked row by row.
    private func values<Offer: RowOffer>(of offer: Offer, unless open: Set<Permission>) -> [any Surface] {
        permissions(of: offer).allSatisfy(open.contains) ? [] : offer.values.compactMap { $0 }
    }

    /// The offer on the rows on which the caller may do it; `nil` if there is none. Takes the obstacles to its values.
    private func offered<Offer: RowOffer>(
        _ offer: Offer, _ open: Set<Permission>, _ obstacles: inout ArraySlice<Obstacle?>
    ) -> (any RowOffer)? {
        var values = offer.values
        if !permissions(of: offer).allSatisfy(open.contains) {
            for row in values.indices where values[row] != nil && obstacles.removeFirst() != nil { values[row] = nil }
        }
        return values.contains { $0 != nil } ? PlacedOffer(values: values) : nil
    }
}
