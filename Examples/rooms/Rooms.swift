import Atrium
import AtriumMail

/// Rooms that members book by the day. A mail reminds them the day before.
struct Rooms: Module {
    static let id: ModuleID = "rooms"
    static let dependencies: [any Module.Type] = [Mail.self]
    static let permissions = [Permission.addRooms, .viewRooms, .bookRooms]
    static let schema = RoomsSchema.all
    static let personalData = RoomsSchema.personalData

    func start(in tenant: TenantContext) async throws -> RoomService {
        let service = RoomService(store: tenant.store, mail: try tenant.service(of: Mail.self))
        // In the commit that removes the member: nobody ever sees a booking of a person who is gone.
        try tenant.on(MemberRemoved.self) { event, work in try service.forget(event.member, in: work) }
        // Just before a reminder is handed to the transport: is the booking still there?
        try tenant.contribute(
            MailCheck("rooms:reminder:") { which, work in try service.check(which, in: work) }, to: .mailChecks)
        let system = tenant.system("send reminders")
        try tenant.every(.seconds(3600), "send reminders") { try await service.sendReminders(as: system) }
        // Members may have been removed while this module was off or not installed.
        try tenant.catchUp { work in try service.forgetFormerMembers(in: work) }
        return service
    }
}

extension Permission {
    /// Add rooms.
    static let addRooms = Permission("rooms.add rooms", grantedTo: .administrator)
    /// See the rooms.
    static let viewRooms = Permission("rooms.view rooms", grantedTo: .everyMember)
    /// Book rooms, see bookings and cancel them: members for themselves, administrators for everybody.
    static let bookRooms = Permission("rooms.book rooms", grantedTo: .administrator, .oneself)
}
