/// The name of a device, for people who look where they are signed in.
enum DeviceName {
    /// The order matters: most browsers name others besides themselves.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("Chrome/", "Chrome"),
        ("CriOS", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Macintosh", "Mac"),
        ("Linux", "Linux"),
    ]

    /// "Firefox, Linux" for what a browser says about itself; its first word if it is no known one.
    static func of(_ userAgent: String) -> String {
        func name(in known: [(mark: String, name: String)]) -> String? {
            known.first { userAgent.contains($0.mark) }?.name
        }
        let names = [name(in: browsers), name(in: systems)].compactMap { $0 }
        return names.isEmpty ? String(userAgent.prefix { $0 != " " }.prefix(60)) : names.joined(separator: ", ")
    }
}
