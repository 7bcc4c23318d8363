import Atrium
import AtriumMail
import AtriumSurfaces
import AtriumTerminal
import Foundation

/// What the program prints.
extension Week {
    var today: Day { Day(clock.now, in: .gmt) }

    func id(of principal: Principal) throws -> MemberID {
        guard let member = principal.member else { throw MemberError.unknown }
        return member
    }

    func chapter(_ title: String) { print("\n=== \(title)") }

    /// Lets a day pass, and does what is due then.
    func nextDay(_ title: String) async throws {
        try await platform.runDue()
        clock.nextDay()
        try await platform.runDue()
        chapter(title)
    }

    /// Prints what somebody tries, and why it is refused.
    func attempt<Value>(_ what: String, _ act: () async throws -> Value) async {
        do {
            _ = try await act()
            print("  \(what): done")
        } catch {
            print("  \(what): \(error)")
        }
    }

    /// Prints a table as a person sees it at a terminal. The renderer makes it of the declaration alone.
    func show(_ path: String, to principal: Principal, named name: String) async throws {
        let catalogue = SurfaceCatalogue(of: platform)
        let caller = Caller(principal, request: path, now: clock.now, timeZone: .gmt)
        let renderer = try await TerminalRenderer(SurfaceSession(acme, catalogue, caller))
        guard let table = catalogue.surface(path) as? any Table.Type else { return }
        print("  \(name) sees:\n")
        print(try await text(of: table, renderer).trimmingCharacters(in: .newlines) + "\n")
    }

    private func text<T: Table>(of type: T.Type, _ renderer: TerminalRenderer) async throws -> String {
        try await renderer.text(of: type.form.read(FormInput()))
    }

    /// The first paragraph of a mail, as plain text.
    func paragraph(of mail: OutgoingMail) -> String {
        let text = String(decoding: mail.content, as: UTF8.self).replacing("=\r\n", with: "")
        return text.split(separator: "\r\n").first { $0.hasPrefix("You meet") }.map(String.init) ?? ""
    }
}
