#!/usr/bin/env python3
"""Reads invitations like a third-party calendar program: python3 Tests/Oracles/invitations.py DIR

Reads each <name>.eml in DIR with Python's email, and its calendar with the package icalendar (pip install icalendar). Asks
whether the mail is one that RFC 6047 describes, whether the calendar is a message of RFC 5546, and whether the time zone that
comes with it has the offsets of the system's time zone for each time of the event. Exits with 1 at the first fault.
"""

import datetime
import email
import email.policy
import re
import sys
import zoneinfo
from pathlib import Path

import icalendar

NEEDED = ("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "RRULE", "ORGANIZER", "ATTENDEE", "SUMMARY", "STATUS")


def check(path):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    parts = [part for part in message.walk() if not part.is_multipart()]
    types = [part.get_content_type() for part in parts]
    assert types == ["text/plain", "text/html", "text/calendar"], f"{path.name}: {types}"
    part = parts[-1]
    calendar = icalendar.Calendar.from_ical(part.get_payload(decode=True))
    assert not getattr(calendar, "errors", []), f"{path.name}: {calendar.errors}"
    method = str(calendar["METHOD"])
    assert part.get_param("method") == method, f"{path.name}: the part says {part.get_param('method')}, not {method}"
    events = calendar.walk("VEVENT")
    assert len(events) == 1, f"{path.name}: {len(events)} events"
    event = events[0]
    assert not event.errors, f"{path.name}: {event.errors}"
    for name in NEEDED:
        assert name in event, f"{path.name}: {name} is missing"
    assert str(event["ATTENDEE"]) == f"mailto:{message['To'].addresses[0].addr_spec}", f"{path.name}: {event['ATTENDEE']}"
    assert str(event["ORGANIZER"]) == f"mailto:{message['From'].addresses[0].addr_spec}"
    assert (str(event["STATUS"]) == "CANCELLED") == (method == "CANCEL"), f"{path.name}: {event['STATUS']}"
    check_zone(path, calendar, event)
    return str(event["UID"]), int(event["SEQUENCE"]), method


def check_zone(path, calendar, event):
    """Compares the zone in the calendar with the system's, at each time of the event."""
    (zone,) = calendar.walk("VTIMEZONE")
    name = str(zone["TZID"])
    changes = []
    for part in zone.subcomponents:
        offset = part["TZOFFSETTO"].td
        start = part["DTSTART"].dt - part["TZOFFSETFROM"].td
        changes.append((start.replace(tzinfo=datetime.timezone.utc), offset))
    changes.sort()
    rule = event["RRULE"]
    assert rule["FREQ"] == ["WEEKLY"] and rule["INTERVAL"] == [1], f"{path.name}: {rule}"
    (until,) = rule["UNTIL"]
    start = event["DTSTART"].dt.replace(tzinfo=None)
    times = 0
    while (moment := start.replace(tzinfo=zoneinfo.ZoneInfo(name))) <= until:
        wanted = moment.utcoffset()
        past = [offset for begin, offset in changes if begin <= moment.astimezone(datetime.timezone.utc)]
        assert past and past[-1] == wanted, f"{path.name}: {moment} has the offset {past[-1:]}, and not {wanted}"
        start += datetime.timedelta(days=7)
        times += 1
    assert moment - datetime.timedelta(days=7) <= until and times > 0, f"{path.name}: it never takes place"


def main():
    files = sorted(Path(sys.argv[1]).glob("*.eml"))
    assert files, "there is no message"
    last = {}
    for path in files:
        uid, sequence, _ = check(path)
        person = re.sub(r"^\d+-", "", path.stem)
        assert sequence > last.get((uid, person), -1), f"{path.name}: SEQUENCE {sequence} does not grow"
        last[uid, person] = sequence
    print(f"invitations.py: {len(files)} messages, no fault")


main()
