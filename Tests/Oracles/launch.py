#!/usr/bin/env python3
"""Checks the result of `launch` independently: python3 Tests/Oracles/launch.py DATA_DIR LAUNCH_DIR

From the CSV files in DATA_DIR it computes what the reports in LAUNCH_DIR must say. It reads the databases and the outbox
with Python's own csv, sqlite3 and email. It changes nothing, because it opens copies of the databases. It prints one line
for each check. The exit code is 1 if anything is at fault, and 2 for wrong usage.
"""

from __future__ import annotations

import base64
import contextlib
import csv
import email
import email.headerregistry
import email.policy
import functools
import io
import re
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

# A table's name begins with its owner. Later modules add theirs.
TABLE_OWNERS = (
    "kernel_", "seats_", "mail_", "invitations_", "courses_", "analytics_", "suggestions_", "certificates_", "teampages_", "launchkit_",
    "learningslots_", "campaigns_", "privacy_",
)

# The files that DATA_DIR must have in addition to the submissions, whose file has two possible names.
DATA_FILES = ("courses.csv", "studentInfo.csv", "studentRegistration.csv", "assessments.csv")

MEMBER_COLUMNS = ["email", "name", "roles", "teams", "supervises", "status", "joined_at"]
INVITATION_COLUMNS = ["email", "role", "teams", "state", "sent_at", "accepted_at"]
COURSE_COLUMNS = ["course", "enrolments", "submissions", "completions", "withdrawals", "failures", "certificates"]
TEAM_COLUMNS = ["team", "members", "active_members"] + COURSE_COLUMNS[1:]
MONTH_COLUMNS = ["month", "active_members", "enrolments", "submissions", "completions", "withdrawals"]
CERTIFICATE_COLUMNS = ["email", "course", "issued_on", "state", "code"]

# The month in which a presentation starts (on its first day), and the meaning of a final result.
START_MONTHS = {"B": 2, "J": 10}
OUTCOMES = {"Pass": "completions", "Distinction": "completions", "Fail": "failures", "Withdrawn": "withdrawals"}

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
TOKEN = re.compile(r"[0-9a-f-]{36}\.([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])")

# A certificate's code: the organization's 16 bytes and 19 secret bytes in Crockford's Base32, in groups of four.
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
TO_CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", CROCKFORD)
CODE = re.compile(rf"(?<![\w-])(?:[{CROCKFORD}]{{4}}-){{13}}[{CROCKFORD}]{{4}}(?![\w-])")

SECRET_LENGTH = 43
SECRET_RUN = re.compile(rb"[A-Za-z0-9_-]{%d,}" % SECRET_LENGTH)

# Python parses a header again for every access, which takes longer than everything else. This cache keeps some of them.
HEADERS = functools.lru_cache(maxsize=1024)(email.headerregistry.HeaderRegistry())
MAIL_POLICY = email.policy.default.clone(header_factory=HEADERS)


class Judge:
    """Prints a line for each check, and remembers whether all passed."""

    def __init__(self, script):
        self.script = script
        self.checks = 0
        self.failed = 0

    def check(self, what, count, faults):
        """Reports a check of `count` things. Each of `faults` is a sentence with what was expected and found."""
        self.checks += 1
        faults = list(faults)
        if not faults:
            print(f"ok     {what} ({count:,})")
            return
        self.failed += 1
        print(f"FAULT  {what} ({len(faults):,} at fault)")
        for fault in faults[:5]:
            print(f"         {fault}")

    def verdict(self):
        if self.failed:
            print(f"{self.script}: {self.checks} checks, {self.failed} failed")
            return 1
        print(f"{self.script}: {self.checks} checks, all passed")
        return 0


# What must be there, from the data


class Person(NamedTuple):
    """A person of the organization, as both reports must show them. If `name` is None, any name is right."""

    email: str
    name: str | None
    role: str
    member_of: str
    supervises: str

    @property
    def invited_to(self):
        """The teams of the invitation. For a supervisor they are the scope."""
        return self.member_of or self.supervises


def read_rows(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        yield from csv.DictReader(file, strict=True)


def read_regions(data):
    """The students of each region. A student who is enrolled several times counts once."""
    regions = {}
    for row in read_rows(data / "studentInfo.csv"):
        regions.setdefault(row["region"], set()).add(int(row["id_student"]))
    return regions


def expected_people(data):
    """All people who must have joined, by address."""
    regions = read_regions(data)
    people = [
        Person("administrator@ou.example", None, "administrator", "", ""),
        Person("manager@ou.example", None, "manager", "", ""),
    ]
    for number, region in enumerate(sorted(regions, key=str.encode), start=1):
        people.append(Person(f"supervisor-{number}@ou.example", None, "supervisor", "", region))
        for student in regions[region]:
            people.append(Person(student_address(student), f"Student {student}", "member", region, ""))
    return {person.email: person for person in people}


def student_address(student):
    return f"student-{student}@ou.example"


# What the learning record must say, from the data


class Course(NamedTuple):
    """A presentation. Its days are counted from its start."""

    name: str
    start: date
    length: int

    def day(self, number):
        return self.start + timedelta(days=number)


class Event(NamedTuple):
    """One line of the learning record. Its kind is the column in which it counts."""

    kind: str
    course: str
    region: str
    student: int
    day: date


class Tally:
    """The counts of the learning record for one team, course or month."""

    def __init__(self):
        self.events = Counter()
        self.active = set()

    def add(self, event):
        self.events[event.kind] += 1
        if event.kind == "submissions":
            self.active.add(event.student)

    def figures(self, **others):
        """The figures by column, 0 for a column that is not in it. Each completion gives a certificate."""
        certificates = self.events["completions"]
        return Counter(self.events, active_members=len(self.active), certificates=certificates, **others)


def course_name(row):
    return f"{row['code_module']}-{row['code_presentation']}"


def read_courses(data):
    """The courses by name. 2013J starts on 1 October 2013, 2013B on 1 February."""
    courses = {}
    for row in read_rows(data / "courses.csv"):
        name, presentation = course_name(row), row["code_presentation"]
        start = date(int(presentation[:-1]), START_MONTHS[presentation[-1]], 1)
        courses[name] = Course(name, start, int(row["module_presentation_length"]))
    return courses


def read_events(data, courses):
    """The learning record, in the order of the files.

    An enrolment has the day date_registration, or day 0. Only final_result decides how it ended. Pass and Distinction are
    completions and Fail is a failure, on the day start + length; their date_unregistration means nothing. Withdrawn is a
    withdrawal on date_unregistration, or on day 0. A submission has its own day, which may be outside of the course or of
    the enrolment. A banked submission is no activity.
    """
    enrolled = {}
    for row in read_rows(data / "studentInfo.csv"):
        enrolled[course_name(row), int(row["id_student"])] = row["region"], OUTCOMES[row["final_result"]]
    for row in read_rows(data / "studentRegistration.csv"):
        course, student = courses[course_name(row)], int(row["id_student"])
        region, outcome = enrolled[course.name, student]
        began = int(row["date_registration"] or 0)
        ended = int(row["date_unregistration"] or 0) if outcome == "withdrawals" else course.length
        yield Event("enrolments", course.name, region, student, course.day(began))
        yield Event(outcome, course.name, region, student, course.day(ended))
    assessed = {int(row["id_assessment"]): courses[course_name(row)] for row in read_rows(data / "assessments.csv")}
    for row in read_rows(submissions_file(data)):
        if row["is_banked"] == "0":
            course, student = assessed[int(row["id_assessment"])], int(row["id_student"])
            region, _ = enrolled[course.name, student]
            yield Event("submissions", course.name, region, student, course.day(int(row["date_submitted"])))


def submissions_file(data):
    """The file of the submissions, which may also have the name under which it is published."""
    path = data / "submissions.csv"
    return path if path.is_file() else data / "studentAssessment.csv"


def expected_figures(data, courses, events):
    """What the reports on teams, courses and months must say. Each maps its keys to the figures by column."""
    regions = read_regions(data)
    by_team = {region: Tally() for region in regions}
    by_course = {course: Tally() for course in courses}
    by_month = defaultdict(Tally)
    for event in events:
        for tally in (by_team[event.region], by_course[event.course], by_month[month_of(event.day)]):
            tally.add(event)
    teams = {team: tally.figures(members=len(regions[team])) for team, tally in by_team.items()}
    return teams, {course: tally.figures() for course, tally in by_course.items()}, without_gaps(by_month)


def expected_certificates(events):
    """The day of each completion, by the person's address and the course."""
    completions = [event for event in events if event.kind == "completions"]
    return {f"{student_address(event.student)} {event.course}": event.day for event in completions}


def month_of(day):
    return day.isoformat()[: len("2013-10")]


def without_gaps(by_month):
    """The figures of each month, from the first month with a figure to the last. A month with only failures has none."""
    figures = {month: tally.figures() for month, tally in by_month.items()}
    shown = {month for month in figures if any(figures[month][column] for column in MONTH_COLUMNS[1:])}
    if not shown:
        return {}
    first, last = min(shown), max(shown)
    years = range(int(first[:4]), int(last[:4]) + 1)
    every = (f"{year:04}-{month:02}" for year in years for month in range(1, 13))
    return {month: figures.get(month, Counter()) for month in every if first <= month <= last}


# Reports


def read_report(judge, path, columns, keys=1):
    """Checks the form of a report and gives its rows as dictionaries, or no rows if it cannot be read.

    The first `keys` columns are the key by which the rows are sorted.
    """
    name = path.name
    if not path.is_file():
        judge.check(f"{name}: exists", 0, [f"expected the file {path}, found none"])
        return []
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        judge.check(f"{name}: UTF-8 and CSV", 0, [str(error)])
        return []
    header, rows = (rows[0], rows[1:]) if rows else ([], [])
    judge.check(f"{name}: header", len(columns), differences([("header", columns, header)]))
    judge.check(f"{name}: as many cells as columns", len(rows), wrong_widths(rows, columns))
    judge.check(f"{name}: RFC 4180, the same bytes when written again", len(content), rewriting_faults(text))
    rows = [dict(zip(columns, row)) for row in rows if len(row) == len(columns)]
    faults = disorder([key_of(row, keys) for row in rows])
    judge.check(f"{name}: sorted by {key_name(columns, keys)}", len(rows), faults)
    return rows


def key_of(row, keys=1):
    """The key as one text. It sorts like its cells, because no address or course has a character that sorts before a space."""
    return " ".join(list(row.values())[:keys])


def key_name(columns, keys):
    return " and ".join(columns[:keys])


def wrong_widths(rows, columns):
    for number, row in enumerate(rows, start=2):
        if len(row) != len(columns):
            yield f"row {number}: expected {len(columns)} cells, found {len(row)}: {row}"


def rewriting_faults(text):
    """A sentence if Python's writer gives another text. It quotes only where necessary, and uses the text's own line end."""
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    line_end = "\r\n" if text.endswith("\r\n") else "\n"
    again = io.StringIO(newline="")
    csv.writer(again, quoting=csv.QUOTE_MINIMAL, lineterminator=line_end).writerows(rows)
    expected = again.getvalue()
    if expected == text:
        return
    for number, pair in enumerate(zip(expected.split(line_end), text.split(line_end)), start=1):
        if pair[0] != pair[1]:
            yield f"line {number}: expected {pair[0]!r}, found {pair[1]!r}"
            return
    yield f"expected {len(expected):,} characters that end with {line_end!r}, found {len(text):,}"


def disorder(keys):
    encoded = [key.encode() for key in keys]
    for earlier, later in zip(encoded, encoded[1:]):
        if earlier > later:
            yield f"expected {later.decode()} before {earlier.decode()}, found it after"


def differences(triples):
    """A sentence for each (subject, expected, found) where the two differ."""
    for subject, expected, found in triples:
        if expected != found:
            yield f"{subject}: expected {expected!r}, found {found!r}"


def judge_rows(judge, launch, report, columns, expected, note="", keys=1):
    """Checks that the report has each key of `expected` exactly once and no other. Gives (expected value, row) for each row
    with an expected key."""
    rows = read_report(judge, launch / "reports" / report, columns, keys)
    counts = Counter(key_of(row, keys) for row in rows)
    faults = [f"expected {key} once, found {counts[key]}" for key in expected if counts[key] != 1]
    faults += [f"expected no other, found {key!r}" for key in counts if key not in expected]
    judge.check(f"{report}: each {key_name(columns, keys)} exactly once{note}", len(expected), faults)
    return [(expected[key_of(row, keys)], row) for row in rows if key_of(row, keys) in expected]


def judge_cells(judge, report, column, pairs, cell, note="", keys=1):
    """Checks that the column of each row is what `cell` makes of the row's expected value."""
    triples = ((key_of(row, keys), cell(value), row[column]) for value, row in pairs)
    judge.check(f"{report}: {column}{note}", len(pairs), differences(triples))


def is_time(text):
    """Whether the text is a time that exists, such as 2026-01-31T09:00:00Z."""
    if not TIME.fullmatch(text):
        return False
    try:
        datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return False
    return True


def judge_times(judge, report, column, pairs):
    faults = (
        f"{person.email}: expected a time like 2026-01-31T09:00:00Z, found {row[column]!r}"
        for person, row in pairs
        if not is_time(row[column])
    )
    judge.check(f"{report}: {column}", len(pairs), faults)


def name_faults(pairs):
    for person, row in pairs:
        if person.name is not None and row["name"] != person.name:
            yield f"{person.email}: expected the name {person.name!r}, found {row['name']!r}"
        if not row["name"].strip():
            yield f"{person.email}: expected a name, found {row['name']!r}"


def judge_members(judge, launch, people):
    report = "members.csv"
    pairs = judge_rows(judge, launch, report, MEMBER_COLUMNS, people)
    judge.check(f"{report}: name", len(pairs), name_faults(pairs))
    judge_cells(judge, report, "roles", pairs, lambda person: person.role)
    judge_cells(judge, report, "teams", pairs, lambda person: person.member_of)
    judge_cells(judge, report, "supervises", pairs, lambda person: person.supervises)
    judge_cells(judge, report, "status", pairs, lambda person: "active")
    judge_times(judge, report, "joined_at", pairs)


def judge_invitations(judge, launch, people):
    report = "invitations.csv"
    pairs = judge_rows(judge, launch, report, INVITATION_COLUMNS, people)
    judge_cells(judge, report, "role", pairs, lambda person: person.role)
    judge_cells(judge, report, "teams", pairs, lambda person: person.invited_to)
    judge_cells(judge, report, "state", pairs, lambda person: "accepted")
    judge_times(judge, report, "sent_at", pairs)
    judge_times(judge, report, "accepted_at", pairs)
    faults = (
        f"{person.email}: expected to be accepted after {row['sent_at']}, found {row['accepted_at']}"
        for person, row in pairs
        if row["accepted_at"] < row["sent_at"]
    )
    judge.check(f"{report}: accepted after it was sent", len(pairs), faults)


def judge_figures(judge, launch, report, columns, expected):
    """Checks that each cell after the key is the expected number, written in digits only."""
    keys = sorted(expected, key=str.encode)
    span = f", {keys[0]} to {keys[-1]}" if keys else ""
    pairs = judge_rows(judge, launch, report, columns, expected, note=span)
    for column in columns[1:]:
        total = sum(figures[column] for figures, _ in pairs)
        note = f", which add up to {total:,}"
        judge_cells(judge, report, column, pairs, lambda figures: str(figures[column]), note)


def judge_certificates(judge, launch, expected):
    """Checks the report on certificates, and gives the rows that belong to a completion."""
    report = "certificates.csv"
    pairs = judge_rows(judge, launch, report, CERTIFICATE_COLUMNS, expected, keys=2)
    judge_cells(judge, report, "issued_on", pairs, lambda day: day.isoformat(), keys=2)
    judge_cells(judge, report, "state", pairs, lambda day: "valid", keys=2)
    rows = [row for _, row in pairs]
    faults = (
        f"{key_of(row, 2)}: expected 14 groups of 4 of {CROCKFORD}, found {row['code']!r}"
        for row in rows
        if not CODE.fullmatch(row["code"])
    )
    judge.check(f"{report}: code", len(rows), faults)
    counts = Counter(row["code"] for row in rows)
    faults = [f"expected {code} once, found it {count} times" for code, count in counts.items() if count > 1]
    judge.check(f"{report}: codes are distinct", len(counts), faults)
    return rows


# Databases


def judge_databases(judge, launch, certificates, mails):
    """Checks each database, and compares the organization's with the report on certificates and the outbox."""
    tenants = sorted((launch / "tenants").glob("*.db"))
    databases = [launch / "directory.db"] + tenants
    missing = [f"expected the file {path}, found none" for path in databases if not path.is_file()]
    if not tenants:
        missing.append(f"expected the organization's file in {launch / 'tenants'}, found none")
    judge.check("databases: exist", len(databases), missing)
    for path in databases:
        if path.is_file():
            name = path.relative_to(launch)
            with opened_copy(judge, path, name) as connection:
                judge_tables(judge, connection, name)
                if path in tenants:
                    judge_standing(judge, connection, name, certificates)
                    judge_waiting(judge, connection, name)
                    judge_messages(judge, connection, name, mails)


@contextlib.contextmanager
def opened_copy(judge, path, name):
    """A connection to a copy of a database. It is a fault if SQLite cannot read what is asked for."""
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_database(path, Path(folder))
        connection = sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)
        try:
            yield connection
        except sqlite3.DatabaseError as error:
            judge.check(f"{name}: can be read", 0, [f"expected a database, found: {error}"])
        finally:
            connection.close()


def copy_database(path, folder):
    """Copies a database with its write-ahead log, which may contain the newest commits."""
    for suffix in ("", "-wal"):
        source = path.with_name(path.name + suffix)
        if source.is_file():
            shutil.copyfile(source, folder / source.name)
    return folder / path.name


def judge_tables(judge, connection, name):
    tables = table_names(connection)
    judge.check(f"{name}: every table has an owner", len(tables), ownerless(tables))
    integrity = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    judge.check(f"{name}: integrity_check", len(tables), differences([("it", ["ok"], integrity)]))
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    faults = (f"expected no orphan, found row {row[1]} of {row[0]} without its {row[2]}" for row in orphans)
    judge.check(f"{name}: foreign_key_check", len(tables), faults)


def table_names(connection):
    rows = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    )
    return [row[0] for row in rows]


def ownerless(tables):
    if not tables:
        yield "expected tables, found none"
    for table in tables:
        if not table.startswith(TABLE_OWNERS):
            yield f"expected a name that begins with one of {', '.join(TABLE_OWNERS)}, found {table!r}"


def judge_standing(judge, connection, name, certificates):
    """Checks that there is one valid certificate for each row of the report, with its day and code, and that none was ended."""
    (organization,) = connection.execute("SELECT id FROM kernel_organization").fetchone()
    standing = defaultdict(list)
    rows = connection.execute(
        """
        SELECT email, course_id, day, code FROM certificates_certificate LEFT JOIN kernel_member m ON m.id = member_id
        WHERE ending IS NULL
        """
    )
    for address, course, day, secret in rows:
        issued_on = date(1970, 1, 1) + timedelta(days=day)
        standing[f"{address} {course}"].append((issued_on.isoformat(), code_text(organization, secret)))
    reported = {key_of(row, 2): [(row["issued_on"], row["code"])] for row in certificates}
    keys = sorted(standing.keys() | reported.keys())
    faults = differences((key, reported.get(key, []), standing.get(key, [])) for key in keys)
    judge.check(f"{name}: one valid certificate for each row of the report", len(reported), faults)
    (ended,) = connection.execute("SELECT count(*) FROM certificates_certificate WHERE ending IS NOT NULL").fetchone()
    judge.check(f"{name}: no certificate was ended", len(keys), differences([("ended", 0, ended)]))


def code_text(organization, secret):
    """The code as it is printed, from the organization's identity and the stored secret."""
    encoded = base64.b32encode(bytes.fromhex(organization.replace("-", "")) + secret).decode().translate(TO_CROCKFORD)
    return "-".join(encoded[start : start + 4] for start in range(0, len(encoded), 4))


def judge_waiting(judge, connection, name):
    """Checks that every event is handled, and that none must be handled again."""
    tables = ("kernel_event", "kernel_job WHERE sequence > 0")
    counts = [(table, 0, connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in tables]
    judge.check(f"{name}: nothing waits to be handled", len(tables), differences(counts))


def judge_messages(judge, connection, name, mails):
    """Checks that each message was queued once for its key, and is one file in the outbox."""
    rows = connection.execute("SELECT key, message_id, state FROM mail_message").fetchall()
    counts = Counter(key for key, _, _ in rows)
    faults = [f"{key}: expected one message, found {count}" for key, count in counts.items() if count > 1]
    judge.check(f"{name}: one message for each key", len(counts), faults)
    faults = differences((key, "sent", state) for key, _, state in rows)
    judge.check(f"{name}: every message is sent", len(rows), faults)
    queued, files = Counter(f"<{identifier}>" for _, identifier, _ in rows), Counter(mail.identifier for mail in mails)
    faults = differences((key, queued[key], files[key]) for key in sorted(queued | files))
    judge.check(f"{name}: each message is in one file of the outbox", len(queued), faults)


# Outbox


class Mail(NamedTuple):
    """The parts of a message that are checked."""

    path: Path
    identifier: str
    addresses: list[str]
    secrets: set[str]
    defects: list[str]


def judge_outbox(judge, launch, people):
    """Checks the messages and gives them."""
    paths = sorted((launch / "outbox").glob("*.eml"))
    counts = [("messages", len(people), len(paths))]
    judge.check("outbox: as many messages as invitations", len(paths), differences(counts))
    mails, faults = read_mails(paths)
    judge.check("outbox: can be parsed", len(paths), faults)
    judge.check("outbox: no defect", len(mails), [defect for mail in mails for defect in mail.defects])
    judge.check("outbox: Message-ID is unique", len(mails), repeated_ids(mails))
    judge.check("outbox: files are named by their Message-ID", len(mails), misnamed_files(mails))
    judge.check("outbox: each invited address has its message", len(mails), recipient_faults(mails, people))
    every = set().union(*(mail.secrets for mail in mails))
    counts = [(mail.path.name, len(mail.secrets)) for mail in mails]
    faults = [f"{name}: expected one token, found {count}" for name, count in counts if count != 1]
    faults += differences([("different tokens", len(mails), len(every))])
    judge.check("outbox: each message has its own token", len(mails), faults)
    return mails


def read_mails(paths):
    """The messages, read one at a time, and a sentence for each one that Python's parser cannot read."""
    mails, faults = [], []
    for path in paths:
        try:
            mails.append(read_mail(path))
        except Exception as error:  # of any type: the parser promises none, and raises many
            faults.append(f"{path.name}: expected a message, found one that raises {error!r}")
    return mails, faults


def read_mail(path):
    message = email.message_from_bytes(path.read_bytes(), policy=MAIL_POLICY)
    identifier = str(message.get("Message-ID", "")).strip()
    addresses = [address.addr_spec for address in message["To"].addresses] if message["To"] else []
    secrets = secrets_of(message)  # before the defects: some are found only by decoding the text
    return Mail(path, identifier, addresses, secrets, list(message_defects(path.name, message)))


def message_defects(name, message):
    for part in message.walk():
        for defect in part.defects:
            yield f"{name}: expected no defect, found {defect!r}"
        for header, value in part.items():
            for defect in value.defects:
                yield f"{name}: expected no defect in {header}, found {defect!r}"
    for header in ("From", "To", "Date", "Message-ID"):
        found = len(message.get_all(header, []))
        if found != 1:
            yield f"{name}: expected {header} once, found it {found} times"


def repeated_ids(mails):
    for identifier, count in Counter(mail.identifier for mail in mails).items():
        if count > 1:
            yield f"expected {identifier} once, found it {count} times"


def misnamed_files(mails):
    """A sentence for each file whose name is neither the Message-ID without its brackets nor its part before the @."""
    for path, identifier in ((mail.path, mail.identifier) for mail in mails):
        match = re.fullmatch(r"<([^<>@\s]+)@([^<>@\s]+)>", identifier)
        if not match:
            yield f"{path.name}: expected a Message-ID like <left@right>, found {identifier!r}"
        elif path.stem not in (match[1], identifier[1:-1]):
            yield f"{path.name}: expected {match[1]}.eml or {identifier[1:-1]}.eml"


def recipient_faults(mails, people):
    remaining = Counter(people.keys())
    for path, addresses in ((mail.path, mail.addresses) for mail in mails):
        if len(addresses) != 1:
            yield f"{path.name}: expected one address in To, found {addresses}"
            continue
        if not remaining[addresses[0]]:
            yield f"{path.name}: expected an invited address that has no message yet, found {addresses[0]}"
        remaining[addresses[0]] -= 1
    for address, count in remaining.items():
        if count > 0:
            yield f"expected a message to {address}, found none"


def secrets_of(message):
    """The secrets of the tokens in a message's text."""
    texts = [part.get_content() for part in message.walk() if part.get_content_maintype() == "text"]
    return {secret for text in texts for secret in TOKEN.findall(text)}


# Secrets


def judge_secrets(judge, launch, mails):
    """Checks that no database or log contains a mailed secret. Without the secret there is no token."""
    wanted = {secret.encode() for mail in mails for secret in mail.secrets}
    paths = [path for pattern in ("directory.db*", "tenants/*.db*") for path in sorted(launch.glob(pattern))]
    for path in paths:
        content = path.read_bytes()
        faults = (f"expected no mailed secret, found one at byte {offset:,}" for offset in places(content, wanted))
        judge.check(f"{path.relative_to(launch)}: none of {len(wanted):,} secrets in its bytes", len(content), faults)


def places(content, wanted):
    """The offsets of the wanted secrets, even directly next to other letters, as texts are in a database's page."""
    for run in SECRET_RUN.finditer(content):
        for offset in range(run.start(), run.end() - SECRET_LENGTH + 1):
            if content[offset : offset + SECRET_LENGTH] in wanted:
                yield offset


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    data, launch = Path(arguments[0]).resolve(), Path(arguments[1]).resolve()
    needed = [data / name for name in DATA_FILES] + [submissions_file(data)]
    missing = [f"{path} is not a file" for path in needed if not path.is_file()]
    if not launch.is_dir():
        missing.append(f"{launch} is not a folder")
    if missing:
        print(f"launch.py: {'; '.join(missing)}", file=sys.stderr)
        return 2
    judge = Judge("launch.py")
    people = expected_people(data)
    judge_members(judge, launch, people)
    judge_invitations(judge, launch, people)
    courses = read_courses(data)
    events = list(read_events(data, courses))
    by_team, by_course, by_month = expected_figures(data, courses, events)
    judge_figures(judge, launch, "teams.csv", TEAM_COLUMNS, by_team)
    judge_figures(judge, launch, "courses.csv", COURSE_COLUMNS, by_course)
    judge_figures(judge, launch, "months.csv", MONTH_COLUMNS, by_month)
    certificates = judge_certificates(judge, launch, expected_certificates(events))
    mails = judge_outbox(judge, launch, people)
    judge_databases(judge, launch, certificates, mails)
    judge_secrets(judge, launch, mails)
    return judge.verdict()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
