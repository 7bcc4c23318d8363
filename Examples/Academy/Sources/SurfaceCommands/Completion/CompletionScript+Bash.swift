/// For bash, from 3.2 on.
///
/// Source: https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html
extension CompletionScript {
    var bash: String {
        let function = "_\(program.replacing("-", with: "_"))"
        let commands = next.map { before, words in
            "      \(Self.quoted(before))) words=\(Self.quoted(words.map(\.word).joined(separator: " "))) ;;"
        }
        let options = entries.filter { !$0.options.isEmpty }.map { entry in
            let names = entry.options.map { "--\($0.name)" }.joined(separator: " ")
            return "    \(Self.quoted(entry.words))) words=\(Self.quoted(names)) ;;"
        }
        return """
            # The completions of \(program) for bash: source <(\(program) completions bash)
            \(function)() {
              local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command='' words='' i=1
              local IFS=$' \\t\\n'
              COMPREPLY=()
              # Bash takes --name=value as three words.
              if [[ $cur == '=' ]]; then cur=''
              elif [[ $previous == '=' ]]; then previous=${COMP_WORDS[COMP_CWORD-2]}
              fi
              while ((i < COMP_CWORD)); do
                case ${COMP_WORDS[i]} in
                  \(skipped.joined(separator: "|"))) [[ -z $command ]] || break; ((i += 1)) ;;
                  -*) [[ -z $command ]] || break ;;
                  *) command+=${command:+ }${COMP_WORDS[i]} ;;
                esac
                ((i += 1))
              done
              if ((i == COMP_CWORD)) && [[ $cur != -* ]]; then
                case $command in
            \(commands.joined(separator: "\n"))
                esac
                COMPREPLY=($(compgen -W "$words" -- "$cur"))
                return
              fi
              case "$command:$previous" in
            \(values.map { "    \($0)" }.joined(separator: "\n"))
              esac
              case $command in
            \(options.joined(separator: "\n"))
                *) words=\(Self.quoted(self.options.map { "--\($0.name)" }.joined(separator: " "))) ;;
              esac
              COMPREPLY=($(compgen -W "$words" -- "$cur"))
            }
            complete -F \(function) \(program)

            """
    }

    /// What completes the values of options.
    private var values: [String] {
        func line(_ pattern: String, _ option: CommandOption) -> String? {
            switch option.value {
            case .flag: nil
            case .text: "\(pattern)) return ;;"
            case .choices(let choices):
                "\(pattern)) COMPREPLY=($(compgen -W \(Self.quoted(Self.plain(choices).joined(separator: " "))) -- \"$cur\")); return ;;"
            case .file:
                "\(pattern)) compopt -o filenames 2>/dev/null; IFS=$'\\n'; COMPREPLY=($(compgen -f -- \"$cur\")); return ;;"
            case .folder:
                "\(pattern)) compopt -o filenames 2>/dev/null; IFS=$'\\n'; COMPREPLY=($(compgen -d -- \"$cur\")); return ;;"
            }
        }
        let own = entries.flatMap { entry in
            entry.options.filter { option in !options.contains { $0.name == option.name } }
                .compactMap { line(Self.quoted("\(entry.words):--\($0.name)"), $0) }
        }
        return own + options.compactMap { line("*:--\($0.name)", $0) }
    }
}
