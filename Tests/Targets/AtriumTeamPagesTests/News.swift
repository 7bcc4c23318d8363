import AtriumTeamPages

/// A message to an audience.
func news(_ audience: MessageAudience, _ text: String = "Dear *all*") -> Message {
    Message(to: audience, subject: "News", text: text)
}
