import AtriumLaunchKit
import AtriumTesting

extension PermissionMatrix {
    private static let administrators: Set<Asker> = [.administrator]

    /// LaunchKit.
    static let kit: [Row] = [
        Row("LaunchKitService.design(as:)", administrators) { _ = try await $0.kit.design(as: $1) },
        Row("LaunchKitService.change(_:as:)", administrators) { try await $0.kit.change(KitDesign(), as: $1) },
        Row("LaunchKitService.setLogo(_:as:)", administrators) { try await $0.kit.setLogo(nil, as: $1) },
        Row("LaunchKitService.files(in:as:)", administrators) { _ = try await $0.kit.files(as: $1) },
        Row("LaunchKitService.noteDownload(as:)", administrators) { try await $0.kit.noteDownload(as: $1) },
        Row("LaunchKitService.downloadedOn(as:)", administrators) { _ = try await $0.kit.downloadedOn(as: $1) },
    ]
}
