#!/usr/bin/env python3
"""Compares the texts of the sources with their translations.

The compiler prints the syntax tree of each module with the types of its literals. Every literal of the type `Words` is a text;
the literals of `Phrases("fr", [...])` are the translations. A text without a translation and a translation without a text are
faults. Needs a debug build.

    phrases.py BUILD              check
    phrases.py BUILD --list [FR]  print the texts by module, or those that have no translation in a language
"""
import json
import pathlib
import re
import subprocess
import sys

# What people read in pages and mail. Commands, the document for programs, and examples speak English.
RENDERERS = ["SurfacePages", "SurfaceServer", "academy"]
LANGUAGES = ["ar", "de", "fr"]
WORDS = "$s12AtriumValues5WordsVD"
DROPPED = {"-emit-dependencies", "-emit-module", "-incremental", "-c", "-enable-batch-mode", "-serialize-diagnostics", "-parseable-output",
           "-emit-objc-header", "-warnings-as-errors"}
DROPPED_WITH_VALUE = {"-emit-module-path", "-output-file-map", "-index-store-path", "-emit-objc-header-path"}


def commands(build):
    """The arguments with which each module is compiled."""
    found = {}
    for line in (build / "debug.yaml").read_text().splitlines():
        match = re.match(r'    args: (\["[^"]*/swiftc","-module-name","(\w+)".*\])$', line)
        if match:
            found.setdefault(match[2], json.loads(match[1]))
    return found


def trees(arguments):
    kept, rest = [], iter(arguments)
    for argument in rest:
        if argument in DROPPED_WITH_VALUE:
            next(rest)
        elif argument not in DROPPED and not re.fullmatch(r"-j\d+", argument):
            kept.append(argument)
    kept += ["-dump-ast", "-dump-ast-format", "json", "-suppress-warnings"]
    result = subprocess.run(kept, capture_output=True, text=True)
    text = result.stdout or result.stderr
    decoder, position = json.JSONDecoder(), 0
    while (position := text.find('{"_kind":"source_file"', position)) >= 0:
        tree, position = decoder.raw_decode(text, position)
        yield tree


def key(literal):
    """The name of a text, as `Words.key` makes it."""
    if literal["_kind"] == "string_literal_expr":
        return literal["value"]
    text, position, context = "", 0, ""
    for call in literal["appending_expr"]["body"]["elements"]:
        if call["_kind"] != "call_expr":
            continue
        values = [argument["expr"].get("value") for argument in call["args"]["args"]]
        if call["fn"]["fn"]["decl"]["base_name"] == "appendLiteral":
            text += values[0]
        elif call["args"].get("labels") == "context:":
            context = values[0] + ": "
        else:
            position += 1
            text += f"{{{position} {values[1]}|{values[2]}}}" if len(values) == 3 else f"{{{position}}}"
    return context + text


def isText(text):
    """Whether there is something to translate: letters outside the places of arguments."""
    return re.search(r"[A-Za-z]", re.sub(r"\{\d+\}", "", text)) is not None


def walk(node, texts, phrases):
    if isinstance(node, list):
        for child in node:
            walk(child, texts, phrases)
    if not isinstance(node, dict):
        return
    kind, kind_of_type = node.get("_kind"), node.get("type", "")
    if kind in ("string_literal_expr", "interpolated_string_literal_expr") and kind_of_type == WORDS:
        texts.add(key(node))
    if kind == "string_literal_expr" and kind_of_type == "$s12AtriumValues6RoleIDVD":
        texts.add(node["value"])
    if kind == "call_expr" and kind_of_type == "$s12AtriumValues10PermissionVD":
        name = node["args"]["args"][0]["expr"]
        if "value" in name:
            texts.add(name["value"].split(".", 1)[-1])
    if kind == "call_expr" and "setSubject" in str(node.get("fn", {}).get("fn", {}).get("decl", {}).get("base_name")):
        # The kinds of things that the audit names.
        texts.add(node["args"]["args"][0]["expr"].get("value", ""))
    if kind == "call_expr" and kind_of_type == "$s15AtriumLanguages7PhrasesVD":
        language, dictionary = [argument["expr"] for argument in node["args"]["args"]]
        entries = phrases.setdefault(language["value"], [])
        for element in dictionary.get("elements", []):
            pair = [part["value"] for part in element["elements"]]
            entries.append((pair[0], pair[1]))
        return
    for child in node.values():
        walk(child, texts, phrases)


def errors(files):
    """The raw values of errors, which are texts. The syntax tree does not have them."""
    for file in files:
        source = pathlib.Path(file).read_text()
        for head in re.finditer(r"enum \w+: String, ExplainedError[^{]*\{", source):
            depth, end = 1, head.end()
            while depth:
                depth += {"{": 1, "}": -1}.get(source[end], 0)
                end += 1
            body = source[head.end():end]
            values = list(re.finditer(r'case \w+ =\s*(?:"""\n(.*?)\n\s*"""|"((?:[^"\\]|\\.)*)")', body, re.S))
            if len(values) != len(re.findall(r"^\s*case \w+ =", body, re.M)):
                sys.exit(f"phrases.py: {file} has an error whose text cannot be read")
            for value in values:
                lines = [line.strip() for line in value[1].split("\n")] if value[2] is None else [value[2]]
                yield re.sub(r"\\\n", "", "\n".join(lines))


def main():
    build = pathlib.Path(sys.argv[1])
    known = commands(build)
    modules = [name for name in known if name.startswith("Atrium") and not name.endswith("Tests")]
    if unknown := [name for name in RENDERERS if name not in known]:
        sys.exit(f"phrases.py: the build has no {', '.join(unknown)}; build Examples/Academy into the same folder last")
    texts, phrases = {}, {}
    for module in sorted(modules) + RENDERERS:
        texts[module] = set()
        files = []
        for tree in trees(known[module]):
            files.append(tree["filename"])
            walk(tree, texts[module], phrases)
        if not files:
            sys.exit(f"phrases.py: the compiler gave no syntax tree of {module}")
        texts[module] |= set(errors(files))
        texts[module] = {text for text in texts[module] if isText(text)}
    every = set().union(*texts.values())
    translated = {language: dict(entries) for language, entries in phrases.items()}
    if "--list" in sys.argv:
        language = sys.argv[-1] if sys.argv[-1] != "--list" else None
        for module, own in texts.items():
            for text in sorted(own - set(translated.get(language, {}))):
                print(json.dumps([module, text], ensure_ascii=False))
        return
    faults = []
    for language in LANGUAGES:
        entries = translated.get(language, {})
        for text in sorted(every - set(entries)):
            faults.append(f"'{text}' has no translation in '{language}'; add it to the phrases of its module")
        for text in sorted({text for text in entries if isText(text)} - every):
            faults.append(f"'{text}' is translated in '{language}', but no source has this text; remove or correct it")
        for text, translation in sorted(set(phrases.get(language, []))):
            if translation != entries[text]:
                faults.append(f"'{text}' has two translations in '{language}'; give one of the texts a context")
    for fault in faults:
        print(f"FAULT  {fault}")
    print(f"{len(every)} texts in {len(LANGUAGES)} languages, {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
