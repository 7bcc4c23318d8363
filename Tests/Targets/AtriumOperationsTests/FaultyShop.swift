import Atrium
import FaultyVFS
import Foundation

/// Runs a test in a shop whose files fail on command.
func withFaultyShop(
    configure: (inout PlatformConfiguration) -> Void = { _ in }, featureSet: String = "",
    _ body: (Shop, OpaquePointer) async throws -> Void
) async throws {
    let name = "faulty-\(UUID().uuidString)"
    guard let faults = faulty_vfs_register(name) else { throw CocoaError(.featureUnsupported) }
    try await withShop(
        configure: {
            configure(&$0)
            $0.vfs = name
        }, featureSet: featureSet
    ) { try await body($0, faults) }
}
