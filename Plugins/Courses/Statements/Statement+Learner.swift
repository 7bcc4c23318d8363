internal import Atrium

extension Learner {
    /// The one person that an Agent of xAPI identifies (Data, 2.4.2.1).
    init(actor: JSONValue?) throws(StatementFault) {
        guard let actor = actor?.object else { throw .actor }
        let identifiers = ["mbox", "mbox_sha1sum", "openid", "account"].filter { actor[$0] != nil }
        if let type = actor["objectType"] {
            if type.string?.isSame(as: "Group") == true { throw .group }
            guard type.string?.isSame(as: "Agent") == true else { throw .actor }
        }
        // An actor has exactly one identifier (2.4.2.3).
        guard identifiers.count == 1, let value = actor[identifiers[0]] else { throw .actor }
        guard identifiers[0] != "mbox" else {
            self.init(try Self.address(of: value))
            return
        }
        guard let identity = Self.identity(identifiers[0], value) else { throw .actor }
        guard identity.utf8.count <= Self.limit else { throw .longIdentifier }
        // People read the identity in the holding list.
        guard TextRule.isLine(identity, upTo: Self.limit) else { throw .actor }
        self.init(identity: identity)
    }

    static func address(of mbox: JSONValue) throws(StatementFault) -> EmailAddress {
        let scheme = "mailto:".utf8
        guard let text = mbox.string?.utf8, text.prefix(scheme.count).map(ASCII.lowercased).elementsEqual(scheme)
        else {
            throw .address
        }
        do { return try EmailAddress(String(Substring(text.dropFirst(scheme.count)))) } catch { throw .address }
    }

    private static func identity(_ identifier: String, _ value: JSONValue) -> String? {
        switch identifier {
        case "mbox_sha1sum":
            guard let digest = value.string, digest.utf8.count == 40, digest.utf8.allSatisfy(\.isHexadecimal)
            else { return nil }
            return "mbox_sha1sum:\(digest.lowercased())"
        case "openid": return value.iri.map { "openid:\($0)" }
        default:
            guard let account = value.object, let homePage = account["homePage"]?.iri,
                let name = account["name"]?.string, !name.isEmpty
            else { return nil }
            return "account:\(homePage) \(name)"
        }
    }
}
