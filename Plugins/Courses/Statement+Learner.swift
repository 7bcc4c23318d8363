internal import Atrium

extension Statement {
    /// The one person that an Agent identifies (2.4.2.1).
    struct Learner: Hashable {
        /// The inverse functional identifier as one text: `mailto:<address>`, `mbox_sha1sum:<digest>`, `openid:<URI>` or
        /// `account:<home page> <name>`. A home page has no spaces: two accounts never have the same text.
        let identity: String
        /// The address behind `mailto:`.
        let address: EmailAddress?

        init(actor: JSONValue?) throws(StatementFault) {
            guard let actor = actor?.object else { throw .actor }
            let identifiers = ["mbox", "mbox_sha1sum", "openid", "account"].filter { actor[$0] != nil }
            switch actor["objectType"]?.string {
            // A group that nobody can identify is no more than its members (2.4.2.2): it lacks an identifier first.
            case "Group": throw identifiers.isEmpty ? .actor : .group
            case "Agent": break
            default: guard actor["objectType"] == nil else { throw .actor }
            }
            // Exactly one (2.4.2.3).
            guard identifiers.count == 1, let value = actor[identifiers[0]] else { throw .actor }
            guard identifiers[0] != "mbox" else {
                let address = try Self.address(of: value)
                self.address = address
                identity = "mailto:\(address)"
                return
            }
            guard let identity = Self.identity(identifiers[0], value) else { throw .actor }
            self.identity = identity
            address = nil
        }

        private static func address(of mbox: JSONValue) throws(StatementFault) -> EmailAddress {
            let scheme = "mailto:"
            guard let text = mbox.string, text.prefix(scheme.count).lowercased() == scheme else { throw .address }
            do { return try EmailAddress(String(text.dropFirst(scheme.count))) } catch { throw .address }
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
                    let name = account["name"]?.string, !name.isEmpty,
                    name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
                else { return nil }
                return "account:\(homePage) \(name)"
            }
        }
    }
}
