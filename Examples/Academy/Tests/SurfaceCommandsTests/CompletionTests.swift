import Foundation
import SurfaceCommands
import Testing

struct CompletionTests {
    private func script(_ shell: String) async throws -> String {
        let result = try await Shell.run(Shell.program(), ["completions", shell])
        #expect(result.status == .done)
        return result.output
    }

    /// What bash offers for the last word of a line.
    private func completions(of words: [String], _ script: String) throws -> Set<Substring> {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data().write(to: folder.appending(path: "people list.csv"))
        let quoted = words.map { "'\($0)'" }.joined(separator: " ")
        let text = """
            set -u
            \(script)
            [[ $(complete -p academy) == *_academy* ]] || exit 1
            COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count - 1)
            _academy
            ((${#COMPREPLY[@]})) && printf '%s\\n' "${COMPREPLY[@]}"
            exit 0
            """
        let bash = Process()
        let pipe = Pipe()
        bash.executableURL = URL(filePath: "/bin/bash")
        bash.arguments = ["--noprofile", "--norc", "-c", text]
        bash.currentDirectoryURL = folder
        bash.standardOutput = pipe
        try bash.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        bash.waitUntilExit()
        #expect(bash.terminationStatus == 0)
        return Set(String(decoding: output, as: UTF8.self).split(separator: "\n"))
    }

    @Test func `bash completes commands, options, choices and files`() async throws {
        let script = try await script("bash")
        #expect(try completions(of: ["academy", "memb"], script) == ["member", "members"])
        #expect(
            try completions(of: ["academy", ""], script).isSuperset(of: ["serve", "help", "invitations", "courses"]))
        #expect(try completions(of: ["academy", "invitations", "i"], script) == ["invite", "import", "invitation"])
        #expect(try completions(of: ["academy", "--data", "x", "courses", "a"], script) == ["add"])
        #expect(try completions(of: ["academy", "help", "invitations", "inv"], script) == ["invite", "invitation"])
        #expect(try completions(of: ["academy", "members", "--st"], script) == ["--state"])
        #expect(try completions(of: ["academy", "members", "--state", "de"], script) == ["deactivated"])
        #expect(try completions(of: ["academy", "members", "--state", "=", "de"], script) == ["deactivated"])
        #expect(try completions(of: ["academy", "members", "--text", "de"], script).isEmpty)
        #expect(try completions(of: ["academy", "invitations", "invite", "--json", "--e"], script) == ["--expect"])
        #expect(
            try completions(of: ["academy", "invitations", "import", "--file", "pe"], script) == ["people list.csv"])
        #expect(try completions(of: ["academy", "completions", ""], script) == ["bash", "zsh", "fish"])
    }

    @Test func `zsh and fish read their scripts, if they are here`() async throws {
        for (shell, option) in [("zsh", "-n"), ("fish", "--no-execute")] {
            let text = try await script(shell)
            #expect(text.contains("academy") && text.contains("deactivated") && text.contains("set-limit"))
            guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)") else { continue }
            let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).\(shell)")
            try Data(text.utf8).write(to: file)
            defer { try? FileManager.default.removeItem(at: file) }
            let process = try Process.run(URL(filePath: "/usr/bin/\(shell)"), arguments: [option, file.path])
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(shell)")
        }
        #expect(try await Shell.run(Shell.program(), ["completions", "tcsh"]).status == .usage)
    }
}
