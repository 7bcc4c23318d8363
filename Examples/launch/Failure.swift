import Atrium
import Foundation

/// An error as the command line reports it: one sentence, and an exit code of sysexits.h.
struct Failure {
    let sentence: String
    let exitCode: Int32

    init(_ error: any Error) {
        // Foundation's own description is a dump of the error's dictionaries.
        let failure = (error as? CocoaError).map { "reading or writing failed: \($0.localizedDescription)" }
        sentence = failure ?? "\(error)"
        exitCode =
            switch error {
            case is UsageError: 64
            case is DatasetFault, is ImportFault: 65
            case let fault as TargetFault: fault.exitCode
            case let error as DatabaseError: error.kind == .busy ? 75 : 74
            case is CocoaError: 74
            default: 70
            }
    }
}
