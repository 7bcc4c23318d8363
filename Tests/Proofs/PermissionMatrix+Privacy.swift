import Atrium
import AtriumPrivacy

extension PermissionMatrix {
    private static let administrators: Set<Asker> = [.administrator]

    /// Exports, erasures and retention.
    static let privacy: [Row] = [
        Row("PrivacyService.export(of:as:)", on: "ada, who is the member", [.administrator, .member]) {
            _ = try await $0.privacy.export(of: $0.ada, as: $1)
        },
        Row("PrivacyService.export(of:as:)", on: "bob", administrators) {
            _ = try await $0.privacy.export(of: $0.bob, as: $1)
        },
        Row("PrivacyService.erase(_:as:)", on: "ada, who is the member", administrators) {
            try await $0.privacy.erase($0.ada, as: $1)
        },
        Row("PrivacyService.erase(_:as:)", on: "bob", administrators) {
            try await $0.privacy.erase($0.bob, as: $1)
        },
        Row("PrivacyService.erasures(_:as:)", [.administrator, .operator]) {
            _ = try await $0.privacy.erasures(as: $1)
        },
        Row("PrivacyService.restored(of:as:)", on: "bob, who was never erased", administrators) {
            _ = try await $0.privacy.restored(of: [$0.bob], as: $1)
        },
        Row("PrivacyService.restored(of:as:)", on: "nobody", [.administrator, .operator]) {
            _ = try await $0.privacy.restored(of: [], as: $1)
        },
        Row("PrivacyService.repeatErasures(of:as:)", on: "bob, who was never erased", administrators) {
            _ = try await $0.privacy.repeatErasures(of: [$0.bob], as: $1).get()
        },
        Row("PrivacyService.replaceErasedAdministrator(by:as:)", [.operator]) {
            // The organization has an administrator. Only an operator is told so.
            do {
                try await $0.privacy.replaceErasedAdministrator(by: EmailAddress("bob@acme.example"), as: $1)
            } catch ReplacementError.administratorPresent {}
        },
        Row("PrivacyService.retentionRules(as:)", administrators) {
            _ = try await $0.privacy.retentionRules(as: $1)
        },
        Row("PrivacyService.preview(_:days:as:)", administrators) {
            _ = try await $0.privacy.preview("members", days: 30, as: $1)
        },
        Row("PrivacyService.keep(_:days:as:)", administrators) {
            try await $0.privacy.keep("members", days: 30, as: $1)
        },
    ]
}
