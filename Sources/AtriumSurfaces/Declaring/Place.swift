public import Atrium

/// A part of a page where surfaces are offered.
public enum Area: String, Sendable, CaseIterable {
    /// The tab for figures.
    case analytics
    /// The tab for people, teams and settings.
    case administration
    /// The home of every member.
    case home
    /// Pages for people who have not signed in.
    case visitors

    /// What people read on the tab.
    public var title: Words {
        switch self {
        case .analytics: "Analytics"
        case .administration: "Administration"
        case .home: "Home"
        case .visitors: "Welcome"
        }
    }
}

/// A group of sections in an area with many of them.
public enum SectionGroup: Int, Sendable, CaseIterable {
    /// Members, teams, roles, and how people get in.
    case people
    /// Courses, what is suggested, and certificates.
    case learning
    /// Settings, limits, and what has happened.
    case organization

    /// What people read above the group.
    public var title: Words {
        switch self {
        case .people: "People"
        case .learning: "Learning"
        case .organization: "Organization"
        }
    }
}

/// Something on which surfaces are offered.
enum PlacedItem {
    case member(MemberID)
    case team(TeamID)
    /// A row of a table.
    case row(any Table.Type, any Sendable)
    /// A selection of a table's rows.
    case selection(any Table.Type, any Sendable)
}

/// A place where a surface is offered, and the value that is offered there.
public struct Place<Subject: Surface>: Sendable {
    /// The kinds of places.
    enum Spot: Sendable {
        /// In an area; after another surface, or else at the end of its module's surfaces.
        case area(Area, group: SectionGroup?, after: (any Surface.Type)?, offeredTo: Need<Subject>?)
        /// On the page of another surface.
        case beside(any Surface.Type)
        /// On the page of a member.
        case member(@Sendable (MemberID) -> Subject)
        /// On the page of a team.
        case team(@Sendable (TeamID) -> Subject)
        /// On a row of a table.
        case row(any Table.Type, @Sendable (any Sendable) -> Subject?)
        /// On a table, for a selection of its rows.
        case selection(any Table.Type, @Sendable (any Sendable) -> Subject?)
    }

    let spot: Spot

    /// The value that is offered on something; `nil` if nothing is.
    func value(on item: PlacedItem) -> Subject? {
        switch (spot, item) {
        case (.member(let make), .member(let id)): make(id)
        case (.team(let make), .team(let id)): make(id)
        case (.row(let own, let make), .row(let table, let item)) where own == table: make(item)
        case (.selection(let own, let make), .selection(let table, let item)) where own == table: make(item)
        default: nil
        }
    }

    /// A section of an area, as it is without any choice. A value of a table or a sheet must be possible from an empty form.
    ///
    /// `group` is the group of sections in which it stands. Without one it is the group of the surface after which it stands.
    /// `audience` are permissions besides the surface's needs, for an area that leads fewer people there. Every member may see
    /// the list of members with only themselves in it, but only those who look after others are led there.
    public static func area(
        _ area: Area, in group: SectionGroup? = nil, after other: (any Surface.Type)? = nil,
        offeredTo audience: Need<Subject>? = nil
    ) -> Self { Self(spot: .area(area, group: group, after: other, offeredTo: audience)) }

    /// On the page of another surface, as it is without any choice: inviting beside the list of invitations.
    public static func beside(_ other: any Surface.Type) -> Self { Self(spot: .beside(other)) }

    /// On the page of a member.
    public static func member(_ make: @escaping @Sendable (MemberID) -> Subject) -> Self { Self(spot: .member(make)) }

    /// On the page of a team. An act is not offered there while the team is archived.
    public static func team(_ make: @escaping @Sendable (TeamID) -> Subject) -> Self { Self(spot: .team(make)) }

    /// On each row of a table, which may belong to another module; `nil` for rows where it makes no sense.
    public static func row<T: Table>(of table: T.Type, _ make: @escaping @Sendable (T.Row) -> Subject?) -> Self {
        Self(spot: .row(table, { ($0 as? T.Row).flatMap(make) }))
    }

    /// On the rows of a table that a person has ticked, or on all rows that match its filters; `nil` for a selection with which
    /// it makes no sense.
    public static func selection<T: Table>(
        of table: T.Type, _ make: @escaping @Sendable (Selection<T>) -> Subject?
    ) -> Self { Self(spot: .selection(table, { ($0 as? Selection<T>).flatMap(make) })) }
}
