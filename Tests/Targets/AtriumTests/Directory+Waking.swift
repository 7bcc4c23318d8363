import Foundation

@testable import Atrium

extension Directory {
    /// The earliest time at which an organization is due.
    func wakeAt() async throws -> Date? {
        try await file.read { try $0.kernel.one("SELECT min(wake_at) FROM kernel_organization", as: Date?.self) }
    }
}
