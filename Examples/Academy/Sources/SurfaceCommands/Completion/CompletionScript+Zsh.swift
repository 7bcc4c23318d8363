/// For zsh: as a file `_<program>` in a folder of `$fpath`, or sourced after `compinit`.
///
/// Source: https://zsh.sourceforge.io/Doc/Release/Completion-System.html
extension CompletionScript {
    var zsh: String {
        let function = "_\(program.replacing("-", with: "_"))"
        let commands = next.map { before, words in
            let items = words.map { Self.item($0.word, $0.title) }.joined(separator: " ")
            return "      \(Self.quoted(before))) items=(\(items)) ;;"
        }
        let options = entries.filter { !$0.options.isEmpty }.map { entry in
            let items = entry.options.map { Self.item("--\($0.name)", $0.help) }.joined(separator: " ")
            return "    \(Self.quoted(entry.words))) items=(\(items)) ;;"
        }
        let common = self.options.map { Self.item("--\($0.name)", $0.help) }.joined(separator: " ")
        return """
            #compdef \(program)
            # The completions of \(program) for zsh.
            \(function)() {
              local command='' i=2
              local -a items
              while ((i < CURRENT)); do
                case ${words[i]} in
                  \(skipped.joined(separator: "|"))) [[ -z $command ]] || break; ((i += 1)) ;;
                  -*) [[ -z $command ]] || break ;;
                  *) command+=${command:+ }${words[i]} ;;
                esac
                ((i += 1))
              done
              if ((i == CURRENT)) && [[ ${words[CURRENT]} != -* ]]; then
                case $command in
            \(commands.joined(separator: "\n"))
                esac
                _describe command items
                return
              fi
              case "$command:${words[CURRENT-1]}" in
            \(values.map { "    \($0)" }.joined(separator: "\n"))
              esac
              case $command in
            \(options.joined(separator: "\n"))
                *) items=(\(common)) ;;
              esac
              _describe option items
            }
            # In a folder of $fpath, zsh runs this file as the function; otherwise it is sourced.
            if [[ ${funcstack[1]} == \(function) ]]; then \(function) "$@"; else compdef \(function) \(program); fi

            """
    }

    private static func item(_ word: String, _ title: String) -> String {
        quoted(title.isEmpty ? word : "\(word):\(title)")
    }

    private var values: [String] {
        func line(_ pattern: String, _ option: CommandOption) -> String? {
            switch option.value {
            case .flag: nil
            case .text: "\(pattern)) return ;;"
            case .choices(let choices):
                "\(pattern)) compadd -- \(Self.plain(choices).map(Self.quoted).joined(separator: " ")); return ;;"
            case .file: "\(pattern)) _files; return ;;"
            case .folder: "\(pattern)) _files -/; return ;;"
            }
        }
        let own = entries.flatMap { entry in
            entry.options.filter { option in !options.contains { $0.name == option.name } }
                .compactMap { line(Self.quoted("\(entry.words):--\($0.name)"), $0) }
        }
        return own + options.compactMap { line("*:--\($0.name)", $0) }
    }
}
