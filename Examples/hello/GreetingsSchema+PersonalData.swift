internal import Atrium

extension GreetingsSchema {
    /// What the table holds of people: they get what they added, and an erasure deletes it.
    static let personalData: [PersonalTable] = [
        PersonalTable(
            "greetings_greeting", "Your greetings", of: .member("member_id"),
            exporting: [.text("text", "Text"), .time("added_at", "Added")], erasing: .rows)
    ]
}
