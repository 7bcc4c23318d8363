import Atrium
import AtriumAnalytics
import AtriumCampaigns
import AtriumCertificates
import AtriumCourses
import AtriumInvitations
import AtriumLaunchKit
import AtriumLearningSlots
import AtriumMail
import AtriumPrivacy
import AtriumSeats
import AtriumSuggestions
import AtriumTeamPages
import Foundation

/// Launches an organization on real data: everybody is invited by mail, joins, and becomes a member of a team.
@main
struct Launch {
    static func main() async {
        do {
            switch try Options.Command.parse(Array(CommandLine.arguments.dropFirst())) {
            case .help: print(Options.usage)
            case .run(let options): try await run(options)
            }
        } catch {
            let failure = Failure(error)
            FileHandle.standardError.write(Data("launch: \(failure.sentence)\n".utf8))
            exit(failure.exitCode)
        }
    }

    private static func run(_ options: Options) async throws {
        let start = ContinuousClock.now
        let bundled = Bundle.module.bundleURL.appending(path: "Data").path
        let dataset = try Dataset.read(options.data ?? bundled) { bytes in
            hexadecimal(Secret.digest(of: String(decoding: bytes, as: UTF8.self)))
        }
        try TargetFolder(options.into).prepare(for: dataset.digest)
        let platform = try await Platform.open(
            at: options.into,
            modules: [
                Seats(defaultLimit: dataset.learnerCount + dataset.regions.count + 2),
                Mail(
                    sender: try EmailAddress("no-reply@ou.example"),
                    transport: FolderTransport(folder: "\(options.into)/outbox")),
                Invitations { token in "\(Outbox.link)\(token)" },
                Courses(), Certificates { "https://training.ou.example/certificates/\($0)" }, Analytics(),
                Suggestions(), LearningSlots(), TeamPages(), Campaigns(),
                LaunchKit { _ in "https://training.ou.example/" }, Privacy(),
            ])
        do {
            let campaign = try await Campaign(platform: platform, dataset: dataset, folder: options.into)
            let changes = try await campaign.run()
            let (tenant, administrator) = (campaign.tenant, campaign.administrator)
            let people = try await PeopleReports(tenant: tenant, administrator: administrator)
            let learning = try await LearningReports(tenant: tenant, administrator: administrator)
            let downloads = try await Downloads(tenant: tenant, people: people, administrator: administrator)
            try people.write(into: "\(options.into)/reports")
            try learning.write(into: "\(options.into)/reports")
            try await downloads.write(into: options.into, teams: people.members)
            try await KitFiles(tenant: tenant, administrator: administrator).write(into: "\(options.into)/kit")
            let areas = Areas(
                platform: platform, tenant: tenant, administrator: administrator, dataset: dataset, learning: learning)
            try await Checklist(areas: areas).write(to: "\(options.into)/reports/checklist.csv")
            if let learner = try await areas.learner {
                try await PersonalFiles(tenant: tenant, person: learner).write(into: "\(options.into)/personal-data")
            }
            try await areas.print()
            Summary(
                people: people, learning: learning, certificates: downloads.certificates, changes: changes,
                bankedCount: dataset.bankedCount,
                folder: options.into, time: ContinuousClock.now - start
            ).print()
            try changes.checkImport()
        } catch {
            await platform.close()
            throw error
        }
        await platform.close()
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
