import Atrium
import AtriumAnalytics
import AtriumSurfaces
import AtriumTerminal
import Foundation

/// What people see, drawn from what the modules declare: the tabs of the administrator, and the home of a learner.
struct Areas {
    let platform: Platform
    let tenant: Tenant
    let administrator: Principal
    let dataset: Dataset
    let learning: LearningReports

    func print() async throws {
        let renderer = try await renderer(for: administrator)
        Swift.print(head("\(Area.analytics.title), as the administrator sees it"))
        Swift.print(try await renderer.text(of: .analytics, days, limit: 5))
        Swift.print(head("\(Area.administration.title), as the administrator sees it"))
        Swift.print(try await renderer.text(of: .administration, limit: 5))
        guard let learner = try await learner else { return }
        Swift.print(head("\(Area.home.title), as a learner sees it"))
        Swift.print(try await self.renderer(for: learner).text(of: .home, limit: 5))
    }

    private func renderer(for principal: Principal) async throws -> TerminalRenderer {
        try await TerminalRenderer(session(for: principal), width: 118)
    }

    /// A session in which somebody sees the organization's surfaces.
    func session(for principal: Principal) async throws -> SurfaceSession {
        let zone = try await tenant.settings.organization(as: administrator).timeZone
        let caller = Caller(
            principal, request: "launch", now: .now, timeZone: zone,
            language: try await tenant.language(as: principal))
        return SurfaceSession(tenant, SurfaceCatalogue(of: platform), caller)
    }

    /// The days of the learning record, for those surfaces that ask for days.
    private var days: FormInput {
        guard let days = learning.whole.rows.first?.days, !days.isEmpty else { return FormInput() }
        return FormInput(["from": ["\(days.lowerBound)"], "until": ["\(days.upperBound)"]])
    }

    /// The first learner who has joined. The manager set a goal for them.
    var learner: Principal? {
        get async throws {
            for student in dataset.regions.flatMap(\.students) {
                guard let account = try await platform.account(EmailAddress("student-\(student)@ou.example")) else {
                    continue
                }
                return try? await tenant.principal(for: account)
            }
            return nil
        }
    }

    private func head(_ title: String) -> String {
        "\n\(title)\n" + String(repeating: "─", count: title.count) + "\n"
    }
}
