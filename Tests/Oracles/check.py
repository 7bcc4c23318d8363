#!/usr/bin/env python3
"""Reads the files of `launch` with third-party programs: python3 Tests/Oracles/check.py LAUNCH_DIR

It reads the calendars with the package icalendar (pip install icalendar), the messages with Python's email, and the
certificates as XML with Python's xml.etree. It writes no file. It prints one line for each check. The exit code is 1 if
anything is at fault, and 2 for wrong usage or without icalendar.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

try:
    import icalendar
except ImportError:
    icalendar = None

sys.dont_write_bytecode = True  # adds nothing to the folder of the scripts
import launch

# The longest lines of RFC 5545, 3.1, and of quoted-printable in RFC 2045, 6.7. Neither counts the line's end.
CALENDAR_LINE, MAIL_LINE = 75, 76
CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")

# The properties that each event has once, and their forms.
EVENT_FORMS = {
    "UID": ("a text", lambda value: str(value).strip()),
    "DTSTAMP": ("a time in UTC", lambda value: utc_offset(value) == timedelta(0)),
    "DTSTART": ("a date with VALUE=DATE", lambda value: is_day(value)),
    "SEQUENCE": ("a number of 0 or more", lambda value: isinstance(value, int) and value >= 0),
    "SUMMARY": ("a text", lambda value: str(value).strip()),
}

SVG, XHTML = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xhtml}"

# For each kind of certificate: its outermost element, and the declarations that may precede it.
SHEETS = {".svg": (f"{SVG}svg", []), ".html": (f"{XHTML}html", ["<!DOCTYPE html>"])}

# Declarations and processing instructions, which can refer to the outside too, although they are no elements.
DECLARATION = re.compile(r"<![A-Z][^>]*>?|<\?(?!xml\s)[^>]*>?")

# Attributes that name something to load or to go to. They may name only a part of the same document.
REFERENCES = {
    "href", "src", "srcset", "srcdoc", "imagesrcset", "data", "action", "formaction", "poster", "background", "cite",
    "longdesc", "manifest", "ping", "profile", "codebase", "archive", "classid", "base", "usemap",
}

# References to the outside in any attribute or style, after its white space is removed.
SCHEMES = "https?|ftp|file|data|blob|javascript|vbscript"
OUTSIDE = re.compile(rf"(?:{SCHEMES}):|@import|image-set\(|\bsrc\(|url\((?!['\"]?#)", re.IGNORECASE)
CSS_ESCAPE = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})\s?|(.))")

# Elements whose text is not visible on the sheet.
UNSEEN = {"head", "title", "desc", "metadata", "style"}


# Calendars


class Feed(NamedTuple):
    """A member's calendar: its bytes, and the calendar that icalendar reads from them."""

    path: Path
    content: bytes
    calendar: icalendar.Calendar


def judge_calendars(judge, folder, members):
    paths = present(judge, folder / "calendar", "*.ics")
    people = {local_part(address) for address in members}
    faults = (f"{path.name}: expected the name of a member" for path in paths if path.stem not in people)
    judge.check("calendars: each belongs to a member", len(paths), faults)
    faults = [fault for path in paths for fault in line_faults(path, CALENDAR_LINE, "utf-8")]
    judge.check(f"calendars: lines of UTF-8, CRLF, at most {CALENDAR_LINE} octets", len(paths), faults)
    feeds, faults = read_feeds(paths)
    judge.check("calendars: icalendar reads each without an error", len(feeds), faults)
    faults = [fault for feed in feeds for fault in rewriting_faults(feed)]
    judge.check("calendars: icalendar writes the same lines again", len(feeds), faults)
    faults = (f"{feed.path.name}: expected events, found none" for feed in feeds if not events_of(feed))
    judge.check("calendars: each has events", len(feeds), faults)
    events = [(feed.path.name, event) for feed in feeds for event in events_of(feed)]
    for column, (form, fits) in EVENT_FORMS.items():
        faults = [fault for name, event in events for fault in event_faults(name, event, column, form, fits)]
        judge.check(f"calendars: {column} of each event", len(events), faults)
    faults = [fault for feed in feeds for fault in repeated_events(feed)]
    judge.check("calendars: UID is unique in each", len(events), faults)


def read_feeds(paths):
    """The calendars that icalendar reads, and a sentence for each error that it finds in them."""
    feeds, faults = [], []
    for path in paths:
        content = path.read_bytes()
        try:
            calendar = icalendar.Calendar.from_ical(content)
        except Exception as error:  # of any type: the parser promises none
            faults.append(f"{path.name}: expected a calendar, found one that raises {error!r}")
            continue
        if calendar.name != "VCALENDAR":
            faults.append(f"{path.name}: expected a VCALENDAR, found {calendar.name}")
            continue
        # icalendar continues after a part that it cannot read, and keeps the error.
        errors = [(part.name, error) for part in calendar.walk() for error in part.errors]
        faults += [f"{path.name}: expected no error in {name}, found {error}" for name, error in errors]
        for name in ("VERSION", "PRODID"):
            if len(values(calendar, name)) != 1:
                faults.append(f"{path.name}: expected {name} once, found {values(calendar, name)}")
        feeds.append(Feed(path, content, calendar))
    return feeds, faults


def rewriting_faults(feed):
    """A sentence for each line that icalendar does not write again.

    icalendar reads some things that are not iCalendar, such as a wrong END or escape, but it does not write them.
    """
    try:
        expected, found = content_lines(feed.calendar.to_ical()), content_lines(feed.content)
    except Exception as error:  # of any type, if it could not read a value
        yield f"{feed.path.name}: expected a calendar that can be written, found one that raises {error!r}"
        return
    for line in found - expected:
        yield f"{feed.path.name}: expected no line {line!r}, because icalendar does not write it so"
    for line in expected - found:
        yield f"{feed.path.name}: expected a line {line!r}, as icalendar writes it"


def content_lines(content):
    """The unfolded lines. Their order does not matter, nor does the order of the parts of a recurrence."""
    lines = content.decode("utf-8", "replace").replace("\r\n ", "").split("\r\n")
    return Counter(" ".join(sorted(re.split("[:;]", line))) if line.startswith("RRULE:") else line for line in lines)


def events_of(feed):
    return feed.calendar.walk("VEVENT")


def event_faults(name, event, column, form, fits):
    found = values(event, column)
    if len(found) != 1:
        yield f"{name}: expected {column} once in an event, found {found}"
    elif not fits(found[0]):
        yield f"{name}: expected {column} to be {form}, found {found[0]!r}"


def repeated_events(feed):
    counts = Counter(str(value) for event in events_of(feed) for value in values(event, "UID"))
    for identifier, count in counts.items():
        if count > 1:
            yield f"{feed.path.name}: expected {identifier} once, found it {count} times"


def values(component, name):
    """All values of a property. icalendar gives a list only if there are several."""
    found = component.get(name, [])
    return found if isinstance(found, list) else [found]


def utc_offset(value):
    moment = moment_of(value)
    return moment.utcoffset() if isinstance(moment, datetime) else None


def is_day(value):
    # For isinstance, a datetime is a date too. icalendar also reads a date without VALUE=DATE.
    return type(moment_of(value)) is date and value.params.get("VALUE") == "DATE"


def moment_of(value):
    return value.dt if isinstance(value, icalendar.vDDDTypes) else None


# Messages


def judge_messages(judge, folder):
    paths = present(judge, folder / "outbox", "*.eml")
    faults = [fault for path in paths for fault in line_faults(path, MAIL_LINE, "ascii")]
    judge.check(f"messages: lines of ASCII, CRLF, at most {MAIL_LINE} octets", len(paths), faults)
    mails, faults = launch.read_mails(paths)
    judge.check("messages: email reads each", len(mails), faults)
    judge.check("messages: no defect", len(mails), [defect for mail in mails for defect in mail.defects])
    judge.check("messages: Message-ID is unique", len(mails), launch.repeated_ids(mails))


# Certificates


class Sheet(NamedTuple):
    """A certificate file that a member downloaded."""

    path: Path
    source: str
    root: ElementTree.Element

    @property
    def text(self):
        """The text that can be read on it."""
        return " ".join(" ".join(seen_texts(self.root)).split())


def judge_certificates(judge, folder, rows, members):
    paths = [path for kind in SHEETS for path in present(judge, folder / "certificates", f"*{kind}")]
    sheets, faults = read_sheets(paths)
    judge.check("certificates: XML in UTF-8", len(sheets), faults)
    faults = [fault for sheet in sheets for fault in form_faults(sheet)]
    judge.check("certificates: only SVG and XHTML, declared as such", len(sheets), faults)
    faults = [fault for sheet in sheets for fault in script_faults(sheet)]
    judge.check("certificates: no script", len(sheets), faults)
    faults = [fault for sheet in sheets for fault in reference_faults(sheet)]
    judge.check("certificates: nothing from outside", len(sheets), faults)
    known = {f"{local_part(row['email'])}-{row['course']}": row for row in rows}
    others = [sheet.path.name for sheet in sheets if sheet.path.stem not in known]
    faults = (f"{name}: expected a person and a course of certificates.csv" for name in others)
    judge.check("certificates: each is in the report", len(sheets), faults)
    pairs = [(sheet, known[sheet.path.stem]) for sheet in sheets if sheet.path.stem in known]
    texts = [(sheet, text, row["code"]) for sheet, row in pairs for text in (sheet.text, sheet.source)]
    codes = ((sheet.path.name, {code}, set(launch.CODE.findall(text))) for sheet, text, code in texts)
    judge.check("certificates: the code of the report and no other", len(pairs), launch.differences(codes))
    names = ((sheet, members.get(row["email"], "")) for sheet, row in pairs)
    faults = (f"{sheet.path.name}: expected the name {name!r}" for sheet, name in names if not has_words(sheet, name))
    judge.check("certificates: the person's name", len(pairs), faults)


def read_sheets(paths):
    """The certificates that are XML, and a sentence for each that is not."""
    sheets, faults = [], []
    for path in paths:
        content = path.read_bytes()
        try:
            sheets.append(Sheet(path, content.decode("utf-8"), ElementTree.fromstring(content)))
        except (UnicodeDecodeError, ElementTree.ParseError) as error:
            faults.append(f"{path.name}: expected XML in UTF-8, found: {error}")
    return sheets, faults


def form_faults(sheet):
    name, (outermost, declarations) = sheet.path.name, SHEETS[sheet.path.suffix]
    found = DECLARATION.findall(sheet.source)
    yield from launch.differences([(name, outermost, sheet.root.tag), (name, declarations, found)])
    for element in sheet.root.iter():
        if not element.tag.startswith((SVG, XHTML)):
            yield f"{name}: expected only SVG and XHTML, found {element.tag}"


def script_faults(sheet):
    for element in sheet.root.iter():
        if local_name(element.tag) == "script":
            yield f"{sheet.path.name}: expected no script, found one"
        for attribute in element.keys():
            if local_name(attribute).startswith("on"):
                yield f"{sheet.path.name}: expected no script, found {attribute} at {local_name(element.tag)}"


def reference_faults(sheet):
    """A sentence for each attribute or style that refers to anything but a part of the same document."""
    for element in sheet.root.iter():
        tag = local_name(element.tag)
        for attribute, value in element.items():
            loads = local_name(attribute) in REFERENCES and not value.startswith("#")
            if loads or is_outside(value):
                yield f"{sheet.path.name}: expected no outside reference, found {attribute}={value!r} at {tag}"
        if tag == "style" and is_outside(style := "".join(element.itertext())):
            yield f"{sheet.path.name}: expected no outside reference, found the style {style!r}"
        if tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
            yield f"{sheet.path.name}: expected no outside reference, found a refresh"


def is_outside(text):
    return any(OUTSIDE.search("".join(form.split())) for form in (text, CSS_ESCAPE.sub(unescaped, text)))


def unescaped(match):
    """The character of an escape in CSS."""
    code = int(match[1], 16) if match[1] else 0
    return match[2] or (chr(code) if 0 < code <= sys.maxunicode else "\ufffd")


def seen_texts(element):
    if local_name(element.tag) in UNSEEN:
        return
    yield element.text or ""
    for child in element:
        yield from seen_texts(child)
        yield child.tail or ""


def has_words(sheet, words):
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", sheet.text) is not None


def local_name(name):
    return name.rpartition("}")[2].lower()


# All files


def present(judge, folder, pattern):
    """The files of a folder. There must be at least one."""
    paths = sorted(folder.glob(pattern))
    faults = [] if paths else [f"expected files in {folder}, found none"]
    judge.check(f"{folder.name}/{pattern}: files exist", len(paths), faults)
    return paths


def line_faults(path, limit, encoding):
    """A sentence for each line that does not end with CRLF, is too long, or is not in the encoding by itself."""
    *lines, rest = path.read_bytes().split(b"\r\n")
    if rest:
        yield f"{path.name}: expected CRLF at the end, found {rest[-20:]!r}"
    for number, line in enumerate(lines, start=1):
        if control := CONTROL.search(line):
            yield f"{path.name}, line {number}: expected CRLF and no other control character, found {control[0]!r}"
        if len(line) > limit:
            yield f"{path.name}, line {number}: expected at most {limit} octets, found {len(line)}"
        try:
            line.decode(encoding)
        except UnicodeDecodeError as error:
            yield f"{path.name}, line {number}: {error}"


def local_part(address):
    return address.partition("@")[0]


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    if icalendar is None:
        print("check.py: the package icalendar is not installed: pip install icalendar", file=sys.stderr)
        return 2
    folder = Path(arguments[0]).resolve()
    if not folder.is_dir():
        print(f"check.py: {folder} is not a folder", file=sys.stderr)
        return 2
    judge = launch.Judge("check.py")
    reports = folder / "reports"
    rows = launch.read_report(judge, reports / "certificates.csv", launch.CERTIFICATE_COLUMNS, keys=2)
    members = {
        row["email"]: row["name"] for row in launch.read_report(judge, reports / "members.csv", launch.MEMBER_COLUMNS)
    }
    judge_calendars(judge, folder, members)
    judge_messages(judge, folder)
    judge_certificates(judge, folder, rows, members)
    return judge.verdict()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
