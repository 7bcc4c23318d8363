internal import Atrium

extension SeatsSchema {
    /// What the tables hold of people.
    static let personalData: [PersonalTable] = [
        .impersonal("seats_reservation", "key")
    ]
}
