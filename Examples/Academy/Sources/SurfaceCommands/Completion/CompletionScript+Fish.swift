/// For fish, from 3.4 on.
///
/// Source: https://fishshell.com/docs/current/completions.html
extension CompletionScript {
    var fish: String {
        let prefix = "__\(program.replacing("-", with: "_"))"
        let commands = next.flatMap { before, words in
            words.map { word in
                line(["-n", Self.word("\(prefix)_at \(before)"), "-a", Self.word(word.word)], word.title)
            }
        }
        let options = entries.flatMap { entry in
            entry.options.map { option in
                line(
                    ["-n", Self.word("\(prefix)_is \(entry.words)"), "-l", option.name] + Self.value(option),
                    option.help)
            }
        }
        return """
            # The completions of \(program) for fish: \(program) completions fish | source
            # Prints the words of the command. Fails if an option stands after them.
            function \(prefix)_command
                set -l tokens (commandline -opc)[2..]
                set -l words
                set -l ends 0
                while set -q tokens[1]
                    switch $tokens[1]
                        case \(skipped.joined(separator: " "))
                            set -q words[1]; and set ends 1; and break
                            set -e tokens[1]
                        case '-*'
                            set -q words[1]; and set ends 1; and break
                        case '*'
                            set -a words $tokens[1]
                    end
                    set -e tokens[1]
                end
                echo "$words"
                return $ends
            end
            function \(prefix)_is
                set -l words (\(prefix)_command)
                test "$words" = "$argv"
            end
            function \(prefix)_at
                set -l words (\(prefix)_command); or return 1
                test "$words" = "$argv"
            end
            complete -c \(program) -f
            \((commands + options).joined(separator: "\n"))

            """
    }

    private func line(_ parts: [String], _ title: String) -> String {
        (["complete", "-c", program] + parts + (title.isEmpty ? [] : ["-d", Self.word(title)])).joined(separator: " ")
    }

    private static func value(_ option: CommandOption) -> [String] {
        switch option.value {
        case .flag: []
        case .text: ["-x"]
        case .choices(let choices): ["-x", "-a", word(plain(choices).joined(separator: " "))]
        case .file: ["-r", "-F"]
        case .folder: ["-x", "-a", word("(__fish_complete_directories)")]
        }
    }

    /// A text as one word. Inside single quotes fish reads `\\` and `\'`.
    private static func word(_ text: String) -> String {
        "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
    }
}
