"""Fills Django's database from the file of an organization, and prints two people with a session cookie: an administrator
and a member.

    load.py DATA        DATA is the folder that `launch` wrote
"""

import datetime
import glob
import os
import sqlite3
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
import django  # noqa: E402

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.contrib.sessions.backends.cached_db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from people.models import (  # noqa: E402
    Answer, Certificate, Course, Entry, Goal, Invitation, Member, Page, Participation, Role, Suggestion, Team,
)


def moment(milliseconds):
    if milliseconds is None:
        return None
    return datetime.datetime.fromtimestamp(milliseconds / 1000, datetime.timezone.utc)


def date(milliseconds):
    return milliseconds and moment(milliseconds).date()


def day(number):
    return datetime.date(1970, 1, 1) + datetime.timedelta(days=number) if number is not None else None


def html(message):
    """The message as Django would store it: made into HTML once. It is the message that `launch` writes."""
    head, text, items = message.strip().split("\n\n")
    lines = "".join(f"<li>{item.removeprefix('- ')}</li>" for item in items.split("\n"))
    text = text.replace("**below**", "<strong>below</strong>")
    return f"<h1>{head.removeprefix('# ')}</h1><p>{text}</p><ul>{lines}</ul>"


def create(model, objects):
    return model.objects.bulk_create(objects, batch_size=1000)


@transaction.atomic
def load(source):
    rows = source.execute
    teams = {id: Team(name=name) for id, name in rows("SELECT id, name FROM kernel_team WHERE archived_at IS NULL")}
    create(Team, teams.values())
    found = rows("SELECT id, name, email, state, joined_at FROM kernel_member").fetchall()
    users = create(User, (
        User(username=email, email=email, first_name=name, password="!", is_staff=email.startswith("administrator"),
             is_superuser=email.startswith("administrator")) for _, name, email, _, _ in found))
    members = {
        row[0]: Member(user=user, name=row[1], email=row[2], state=row[3], joined=moment(row[4]))
        for user, row in zip(users, found)
    }
    create(Member, members.values())
    create(Member.teams.through, (
        Member.teams.through(member=members[member], team=teams[team])
        for member, team in rows("SELECT member_id, team_id FROM kernel_team_member WHERE valid_until IS NULL")))
    create(Role, (
        Role(member=members[member], role=role, team=teams.get(team))
        for member, role, team in rows("SELECT member_id, role, team_id FROM kernel_assignment")))
    create(Invitation, (
        Invitation(email=email, sent=date(sent), accepted=date(answered) if state == "accepted" else None)
        for email, sent, answered, state in rows(
            "SELECT email, created_at, answered_at, state FROM invitations_invitation")))
    courses = {id: Course(code=id, title=title) for id, title in rows("SELECT id, title FROM courses_course")}
    create(Course, courses.values())
    load_record(rows, members, courses)
    create(Page, (
        Page(team=teams[team], html=html(message))
        for team, message in rows("SELECT team_id, message FROM teampages_version")))
    create(Suggestion, (
        Suggestion(team=teams[audience.removeprefix("team:")], course=courses[course], note=note, due_after=due,
                   by=members[by])
        for audience, course, note, due, by in rows("""
            SELECT audience, course_id, note, due_after, suggested_by FROM suggestions_suggestion
            WHERE withdrawn_at IS NULL""")))
    create(Answer, (
        Answer(member=members[member], course=courses[course], answer=answer)
        for member, course, answer in rows("SELECT member_id, course_id, answer FROM suggestions_answer")))
    create(Goal, (
        Goal(member=members[member], course=courses[target.removeprefix("course:")], by_day=day(by))
        for member, target, by in rows("SELECT member_id, target, by_day FROM suggestions_goal")))
    create(Certificate, (
        Certificate(member=members[member], course=courses[course], day=day(number), valid_until=day(until),
                    state=ending or "valid")
        for member, course, number, until, ending in rows(
            "SELECT member_id, course_id, day, valid_until, ending FROM certificates_certificate ORDER BY id")))


def load_record(rows, members, courses):
    of = "FROM courses_entry e WHERE e.participation_id = p.id AND e.standing = 'counted'"
    worked, completed = "e.kind IN ('activity', 'progressed')", "e.kind = 'completed'"
    participations = {
        id: Participation(
            member=members[member], course=courses[course], state=state, percent=percent, minutes=minutes,
            enrolled=moment(enrolled), last_active=moment(active), completed=moment(completed),
            started=day(started), first_completed=day(first))
        for id, member, course, state, percent, minutes, enrolled, active, completed, started, first in rows(f"""
            SELECT p.id, member_id, course_id, state, iif(state = 'completed', 100, (SELECT max(percent) {of})),
                (SELECT sum(minutes) {of}), enrolled_at, (SELECT max(effective_at) {of} AND {worked}),
                iif(state = 'completed', ended_at, NULL), (SELECT min(day) {of} AND {worked}),
                (SELECT min(day) {of} AND {completed})
            FROM courses_participation p""")
    }
    create(Participation, participations.values())
    create(Entry, (
        Entry(participation=participations[id], member=participations[id].member, kind=kind, day=day(number),
              minutes=minutes)
        for id, kind, number, minutes in rows(
            "SELECT participation_id, kind, day, minutes FROM courses_entry WHERE standing = 'counted'")))


def cookie(user):
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return f"sessionid={session.session_key}"


def main():
    file, = glob.glob(f"{sys.argv[1]}/tenants/*.db")
    if not User.objects.exists():
        load(sqlite3.connect(f"file:{file}?mode=ro", uri=True))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    student = User.objects.filter(username__startswith="student").order_by("username").first()
    for user in (User.objects.get(username="administrator@ou.example"), student):
        print(user.username, cookie(user))


if __name__ == "__main__":
    call_command("migrate", run_syncdb=True, verbosity=0, interactive=False)
    main()
