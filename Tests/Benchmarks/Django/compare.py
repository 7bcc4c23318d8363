#!/usr/bin/env python3
"""Compares provisioning, listing and statistics with Django 6 and a SQLite database for each tenant. CI does not run it.

How to run it, with Python 3.12 or newer:

    python3 -m venv /tmp/django && /tmp/django/bin/pip install 'django>=6,<7'
    swift run -c release --package-path Tests/Benchmarks benchmarks --json rows.json
    /tmp/django/bin/python Tests/Benchmarks/Django/compare.py rows.json

Django does the same work in the way that its documentation teaches: models and the ORM, `migrate` for a new database,
`prefetch_related` for a page, and `annotate` for statistics. WAL and synchronous=FULL are set and read back. Without
rows.json, or with --quick, it measures only Django. The two sides are measured one after the other, so quote only orders of
magnitude.
"""

import argparse
import datetime
import json
import os
import statistics
import sys
import tempfile
import time
import types

import django
from django.conf import settings

if django.VERSION[0] != 6:
    sys.exit(f"this is Django {django.get_version()}; install 'django>=6,<7'")


def database(path):
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


# The models below are in this file, and Django needs an application for them.
application = types.ModuleType("compare")
application.__path__ = [os.path.dirname(os.path.abspath(__file__))]
sys.modules["compare"] = application

folder = tempfile.TemporaryDirectory()
settings.configure(
    DATABASES={"default": database(f"{folder.name}/default.db")},
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "compare"],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
)
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, connections, models, transaction  # noqa: E402
from django.db.models.functions import TruncMonth  # noqa: E402


class Team(models.Model):
    name = models.CharField(max_length=200, unique=True)

    class Meta:
        app_label = "compare"


class Member(models.Model):
    name = models.CharField(max_length=200, db_index=True)
    email = models.EmailField(unique=True)
    state = models.CharField(max_length=20, default="active")
    teams = models.ManyToManyField(Team)

    class Meta:
        app_label = "compare"


class Role(models.Model):
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=50)
    team = models.ForeignKey(Team, null=True, on_delete=models.CASCADE)

    class Meta:
        app_label = "compare"


class Course(models.Model):
    title = models.CharField(max_length=200)

    class Meta:
        app_label = "compare"


class Activity(models.Model):
    external = models.CharField(max_length=200, unique=True)
    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    course = models.ForeignKey(Course, on_delete=models.CASCADE)
    at = models.DateTimeField(db_index=True)
    minutes = models.IntegerField(null=True)

    class Meta:
        app_label = "compare"


django.apps.apps.get_app_config("compare").models_module = sys.modules[__name__]


def make_tables(alias):
    """Runs all of Django's own migrations, and creates the tables of the models."""
    call_command("migrate", database=alias, run_syncdb=True, verbosity=0, interactive=False)


def check_durability(alias):
    with connections[alias].cursor() as cursor:
        found = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    if found != ["wal", 2]:
        sys.exit(f"the durability settings were not applied: {found}")


def milliseconds(rounds, work):
    times = []
    for round in range(rounds):
        start = time.perf_counter()
        work(round)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def provision(round):
    alias = f"tenant{round}"
    connections.databases[alias] = connections.databases["default"] | {"NAME": f"{folder.name}/{alias}.db"}
    make_tables(alias)
    check_durability(alias)
    connections[alias].close()


def fill(members, activities):
    teams = Team.objects.bulk_create(Team(name=f"Team {number}") for number in range(20))
    courses = Course.objects.bulk_create(Course(title=f"Course {number}") for number in range(10))
    people = Member.objects.bulk_create(
        (Member(name=f"Person {number}", email=f"person-{number}@acme.example") for number in range(members)),
        batch_size=1000,
    )
    Member.teams.through.objects.bulk_create(
        (Member.teams.through(member=person, team=teams[number % 20]) for number, person in enumerate(people)),
        batch_size=1000,
    )
    start = datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc)
    for first in range(0, activities, 10_000):
        with transaction.atomic():
            Activity.objects.bulk_create(
                (
                    Activity(
                        external=f"activity-{number}", member=people[number * 7 % min(1000, members)],
                        course=courses[number // 1000 % 10],
                        at=start + datetime.timedelta(days=number * 720 // activities), minutes=number % 90,
                    )
                    for number in range(first, min(first + 10_000, activities))
                ),
                batch_size=1000,
            )


def page(last):
    """The page after a member by name, with roles and teams, like the page after the other side's cursor."""
    found = Member.objects.filter(name__gt=last.name).order_by("name", "id").prefetch_related("roles", "teams")[:100]
    shown = [(m.name, m.email, [r.role for r in m.roles.all()], [t.name for t in m.teams.all()]) for m in found]
    if len(shown) != 100:
        sys.exit(f"a page has {len(shown)} members")


def dashboard(activities):
    rows = (
        Activity.objects.annotate(month=TruncMonth("at"))
        .values("member__teams", "month")
        .annotate(
            activities=models.Count("id"), active=models.Count("member", distinct=True), minutes=models.Sum("minutes")
        )
    )
    found = sum(row["activities"] for row in rows)
    if found != activities:
        sys.exit(f"the dashboard counts {found} activities of {activities}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="?", help="the file that `benchmarks --json` wrote")
    parser.add_argument("--quick", action="store_true", help="little work, to show that it runs")
    options = parser.parse_args()
    if options.rows and options.quick:
        parser.error("--quick does other work than the rows; leave out one of the two")
    members, activities = (1_000, 5_000) if options.quick else (10_000, 1_000_000)

    make_tables("default")
    check_durability("default")
    founding = milliseconds(2 if options.quick else 10, provision)
    fill(members, activities)
    last = Member.objects.order_by("name", "id")[99]
    measured = {
        "provision.organization-with-all-modules": ("provisioning an organization", founding),
        f"growth.page-of-members.{members}-members": ("a page of 100 members", milliseconds(10, lambda _: page(last))),
        "learning.dashboard-of-teams-by-month": (
            "teams by month", milliseconds(3, lambda _: dashboard(activities))
        ),
    }
    ours = {}
    if options.rows:
        with open(options.rows, encoding="utf-8") as file:
            ours = {row["name"]: row["ours"] for row in json.load(file)}
    print(f"| work | Django {django.get_version()}, ms | Atrium, ms | times as fast |")
    print("| --- | --- | --- | --- |")
    for name, (work, value) in measured.items():
        other = ours.get(name)
        print(f"| {work} | {value:.3g} | {f'{other:.3g}' if other else ''} | {f'{value / other:.0f}' if other else ''} |")
    connection.close()


if __name__ == "__main__":
    main()
