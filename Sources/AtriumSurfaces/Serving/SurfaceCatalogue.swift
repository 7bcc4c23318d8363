public import Atrium

/// All surfaces of a platform.
public struct SurfaceCatalogue: Sendable {
    /// The surfaces of the kernel, and then those of the modules in the order in which the modules start.
    public let surfaces: [any Surface.Type]
    private let byPath: [String: any Surface.Type]
    private let byArea: [Area: [any Surface.Type]]
    private let bySpot: [SpotKey: [any Surface.Type]]
    private let questions: [Offering: [PermissionQuestion]]
    private let groups: [Offering: SectionGroup]

    /// Where surfaces are placed. A page asks for each of its rows, so what is placed there is found at once.
    private enum SpotKey: Hashable {
        case beside(ObjectIdentifier)
        case member
        case team
        case row(ObjectIdentifier)
        case selection(ObjectIdentifier)
    }

    /// A surface that is offered in an area, or else beside another one.
    private struct Offering: Hashable {
        let surface: ObjectIdentifier
        let area: Area?
    }

    /// The surfaces of the kernel and of these modules.
    public init(_ modules: [any Module.Type]) {
        let modules = [KernelSurfaces.surfaces] + modules.map { ($0 as? any SurfaceProvider.Type)?.surfaces ?? [] }
        let surfaces = modules.flatMap(\.self)
        self.surfaces = surfaces
        byPath = Dictionary(surfaces.map { ($0.path, $0) }) { first, _ in first }
        let areas = Area.allCases.map { area in
            (area, Self.ordered(area == .home ? modules.reversed().flatMap(\.self) : surfaces, in: area))
        }
        var groups: [Offering: SectionGroup] = [:]
        for (area, types) in areas {
            // A surface comes after the one whose group it takes.
            for type in types {
                let placement = Self.placement(of: type, in: area)
                let before = placement?.after.flatMap { groups[Offering(surface: ObjectIdentifier($0), area: area)] }
                groups[Offering(surface: ObjectIdentifier(type), area: area)] = placement?.group ?? before
            }
        }
        self.groups = groups
        byArea = Dictionary(
            uniqueKeysWithValues: areas.map { area, types in
                func members(of group: SectionGroup?) -> [any Surface.Type] {
                    types.filter { groups[Offering(surface: ObjectIdentifier($0), area: area)] == group }
                }
                // Surfaces without a group come last.
                return (area, SectionGroup.allCases.flatMap { members(of: $0) } + members(of: nil))
            })
        var bySpot: [SpotKey: [any Surface.Type]] = [:]
        for type in surfaces {
            for key in Self.keys(of: type) where bySpot[key]?.last.map({ $0 == type }) != true {
                bySpot[key, default: []].append(type)
            }
        }
        self.bySpot = bySpot
        let inAreas = areas.flatMap { area, types in types.map { ($0, Optional(area)) } }
        let offerings = surfaces.map { ($0, nil) } + inAreas
        questions = Dictionary(
            offerings.map { type, area in
                (
                    Offering(surface: ObjectIdentifier(type), area: area),
                    PermissionQuestion.questions(about: type, in: area)
                )
            }
        ) { first, _ in first }
    }

    private static func keys<S: Surface>(of type: S.Type) -> [SpotKey] {
        type.places.compactMap { place in
            switch place.spot {
            case .area: nil
            case .beside(let other): .beside(ObjectIdentifier(other))
            case .member: .member
            case .team: .team
            case .row(let table, _): .row(ObjectIdentifier(table))
            case .selection(let table, _): .selection(ObjectIdentifier(table))
            }
        }
    }

    /// The surfaces of a platform.
    public init(of platform: Platform) { self.init(platform.moduleTypes) }

    /// The surfaces of the system tenant: those of the platform's own modules.
    public init(ofSystemTenantOf platform: Platform) { self.init(platform.platformModules.types) }

    /// What has to be asked before a surface is offered in an area or, without one, beside another surface.
    func questions(about type: any Surface.Type, in area: Area? = nil) -> [PermissionQuestion] {
        questions[Offering(surface: ObjectIdentifier(type), area: area)]
            ?? PermissionQuestion.questions(about: type, in: area)
    }

    /// The surface with a path; `nil` if there is none.
    public func surface(_ path: String) -> (any Surface.Type)? { byPath[path] }

    /// The surfaces of an area in their order: each after the surface that it names, otherwise in the order of the catalogue.
    /// At home, the modules that use others come before those that they use, because they show more at a glance.
    public func surfaces(in area: Area) -> [any Surface.Type] { byArea[area] ?? [] }

    private static func ordered(_ surfaces: [any Surface.Type], in area: Area) -> [any Surface.Type] {
        var waiting = surfaces.compactMap { type in placement(of: type, in: area).map { (type, $0.after) } }
        let present = Set(waiting.map { $0.0.path })
        var order: [any Surface.Type] = []
        while !waiting.isEmpty {
            let count = waiting.count
            waiting.removeAll { type, predecessor in
                guard let path = predecessor?.path, present.contains(path) else {
                    order.append(type)
                    return true
                }
                guard let index = order.firstIndex(where: { $0.path == path }) else { return false }
                order.insert(type, at: index + 1)
                return true
            }
            // Surfaces that follow each other in a circle keep their order.
            if waiting.count == count {
                order += waiting.map(\.0)
                waiting = []
            }
        }
        return order
    }

    /// The group of sections to which a surface belongs in an area; `nil` if it belongs to none.
    public func group(of type: any Surface.Type, in area: Area) -> SectionGroup? {
        groups[Offering(surface: ObjectIdentifier(type), area: area)]
    }

    private static func placement<S: Surface>(
        of type: S.Type, in area: Area
    ) -> (area: Area, group: SectionGroup?, after: (any Surface.Type)?)? {
        for case .area(area, let group, let after, _) in type.places.map(\.spot) { return (area, group, after) }
        return nil
    }

    /// The surfaces that are offered on the page of another one.
    public func surfaces(beside other: any Surface.Type) -> [any Surface.Type] {
        bySpot[.beside(ObjectIdentifier(other))] ?? []
    }

    /// The surfaces from whose pages another one is reached: those beside which it stands, and the tables whose rows have it.
    public func origins(of type: any Surface.Type) -> [any Surface.Type] {
        func origins<S: Surface>(_ type: S.Type) -> [any Surface.Type] {
            type.places.compactMap { place in
                switch place.spot {
                case .area: nil
                case .beside(let other): other
                case .row(let table, _), .selection(let table, _): table
                case .member: MembersTable.self
                case .team: TeamsTable.self
                }
            }
        }
        // The tables lead to these by a link.
        if type == MemberSheet.self { return [MembersTable.self] }
        if type == TeamSheet.self { return [TeamsTable.self] }
        return origins(type)
    }

    /// What is offered on the page of a member.
    public func offers(on member: MemberID) -> [any Surface] { offers(on: .member(member)) }

    /// What is offered on the page of a team. On the page of an archived team it is no act.
    public func offers(on team: TeamID, isArchived: Bool = false) -> [any Surface] {
        offers(on: .team(team)).filter { !isArchived || !($0 is any Act) }
    }

    /// What is offered on a row of a table.
    public func offers<T: Table>(on row: T.Row, of table: T.Type) -> [any Surface] { offers(on: .row(table, row)) }

    /// The surfaces that have a place on the rows of a table.
    func surfaces(onRowsOf table: any Table.Type) -> [any Surface.Type] {
        bySpot[.row(ObjectIdentifier(table))] ?? []
    }

    /// What is offered on rows of a table.
    public func offers<T: Table>(on selection: Selection<T>) -> [any Surface] {
        offers(on: .selection(T.self, selection))
    }

    private func offers(on item: PlacedItem) -> [any Surface] {
        let key: SpotKey =
            switch item {
            case .member: .member
            case .team: .team
            case .row(let table, _): .row(ObjectIdentifier(table))
            case .selection(let table, _): .selection(ObjectIdentifier(table))
            }
        func values<S: Surface>(_ type: S.Type) -> [any Surface] { type.places.compactMap { $0.value(on: item) } }
        return (bySpot[key] ?? []).flatMap { values($0) }
    }
}
