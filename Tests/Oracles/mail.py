#!/usr/bin/env python3
"""Reads messages like a third-party mail program: python3 Tests/Oracles/mail.py DIR

For each <name>.eml in DIR there is a <name>.json with what the message must say: recipient, recipientName, senderName,
subject, text, and html if the message has that alternative. Exits with 1 at the first defect or difference.
"""

import email
import email.policy
import json
import sys
from pathlib import Path


def check(path):
    raw = path.read_bytes()
    expected = json.loads(path.with_suffix(".json").read_text())
    message = email.message_from_bytes(raw, policy=email.policy.default)
    defects = []
    for part in message.walk():
        if not part.is_multipart():
            part.get_content()  # some defects are found only by decoding the text
        defects += part.defects
        for name, value in part.items():
            defects += getattr(value, "defects", [])
    assert not defects, f"{path.name}: {defects}"
    assert raw.isascii(), f"{path.name}: not ASCII"
    for line in raw.split(b"\r\n"):
        assert b"\n" not in line and b"\r" not in line, f"{path.name}: a lone line break"
        assert len(line) <= 76, f"{path.name}: a line of {len(line)} characters"
    for name in ("From", "To", "Date", "Message-ID", "Subject"):
        assert len(message.get_all(name, [])) == 1, f"{path.name}: {name} is there {len(message.get_all(name, []))} times"
    assert "Bcc" not in message and "X-Evil" not in message, f"{path.name}: an injected header"
    to, sender = message["To"].addresses, message["From"].addresses
    assert len(to) == 1 and len(sender) == 1, f"{path.name}: {to} {sender}"
    assert to[0].addr_spec == expected["recipient"], f"{path.name}: {to[0].addr_spec}"
    check_name(path, raw, to[0].display_name, expected["recipientName"])
    check_name(path, raw, sender[0].display_name, expected["senderName"])
    assert message["Subject"] == expected["subject"], f"{path.name}: {message['Subject']!r}"
    assert message["Date"].datetime.utcoffset().total_seconds() == 0
    if "html" in expected:
        types = [part.get_content_type() for part in message.walk()]
        assert types == ["multipart/alternative", "text/plain", "text/html"], f"{path.name}: {types}"
        check_text(path, message.get_body(("html",)), expected["html"])
    else:
        assert message.get_content_type() == "text/plain", f"{path.name}: {message.get_content_type()}"
    check_text(path, message.get_body(("plain",)), expected["text"])


def check_text(path, part, expected):
    assert part["Content-Transfer-Encoding"] == "quoted-printable" and part.get_content_charset() == "utf-8"
    text = part.get_content().replace("\r\n", "\n").rstrip("\n")
    assert text == expected.rstrip("\n"), f"{path.name}: {text!r}"


def check_name(path, raw, found, expected):
    """Compares names. RFC 2047 drops the space between adjacent encoded words, but Python 3.11 keeps it in a phrase."""
    if b"?=\r\n =?" in raw:
        found, expected = "".join(found.split()), "".join(expected.split())
    assert found == expected, f"{path.name}: {found!r} instead of {expected!r}"


def main():
    files = sorted(Path(sys.argv[1]).glob("*.eml"))
    assert files, "there is no message"
    awaited = sorted(Path(sys.argv[1]).glob("*.json"))
    assert [path.stem for path in files] == [path.stem for path in awaited], "a message is missing or was not expected"
    for path in files:
        check(path)
    print(f"mail.py: {len(files)} messages, no defect")


main()
