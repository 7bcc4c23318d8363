/// A step of an act that needs several commits.
package enum PlatformStep: Sendable, CaseIterable { case registered, provisioned, saved, activated, committed, moved }

/// The error that a test throws to stop between two steps, as a crash would.
package struct Interruption: Error { package init() {} }
