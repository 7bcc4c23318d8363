"""The figures of the overview, each by a query of the ORM over the rows, for the days from `start` until before `end`."""

from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncMonth

from people.models import Entry, Invitation, Member, Participation

# The name, the unit and the definition of each figure.
DEFINITIONS = [
    ("Members", "people", "Active members at the time of the query, for every period."),
    ("Invited", "invitations", "Invitations sent in the period. An invitation that is sent again counts once."),
    ("Activated", "people", "Invitations accepted in the period."),
    ("Active", "people", "Different people with at least one activity in the period."),
    ("Enrolled", "enrolments", "Enrolments with a date in the period."),
    ("Started", "enrolments", "Pairs of a person and a course with their first activity or opening in the period."),
    ("Completed", "enrolments", "Enrolments that ended as completed in the period."),
    ("People completed", "enrolments", "Pairs of a person and a course with their first completion in the period."),
    ("Failed", "enrolments", "Enrolments that ended as failed in the period."),
    ("Withdrawn", "enrolments", "Enrolments that ended as withdrawn in the period."),
    ("Completion rate", "", "Completed divided by ended. There is no value if nothing ended."),
    ("Activities", "activities", "Learning activities in the period, including reports of progress."),
    ("Minutes", "minutes", "The time that activities in the period reported. A missing report is not estimated."),
    ("Certificates", "enrolments", "Completions in the period. Each one earns or renews a certificate."),
]
ACTIVITIES = Q(kind__in=["activity", "progressed"])


def figures(start, end):
    period = {"day__gte": start, "day__lt": end}
    counts = Entry.objects.filter(**period).aggregate(
        active=Count("member", distinct=True, filter=ACTIVITIES),
        activities=Count("id", filter=ACTIVITIES),
        minutes=Sum("minutes"),
        **{kind: Count("id", filter=Q(kind=kind)) for kind in ("enrolled", "completed", "failed", "withdrawn")},
    )
    ended = counts["completed"] + counts["failed"] + counts["withdrawn"]
    values = {
        "Members": Member.objects.filter(state="active").count(),
        "Invited": Invitation.objects.filter(sent__gte=start, sent__lt=end).count(),
        "Activated": Invitation.objects.filter(accepted__gte=start, accepted__lt=end).count(),
        "Active": counts["active"],
        "Enrolled": counts["enrolled"],
        "Started": Participation.objects.filter(started__gte=start, started__lt=end).count(),
        "Completed": counts["completed"],
        "People completed": Participation.objects.filter(
            first_completed__gte=start, first_completed__lt=end
        ).count(),
        "Failed": counts["failed"],
        "Withdrawn": counts["withdrawn"],
        "Completion rate": f"{counts['completed'] * 100 // ended}% of {ended}" if ended else "–",
        "Activities": counts["activities"],
        "Minutes": counts["minutes"] or 0,
        "Certificates": counts["completed"],
    }
    return [
        {"name": name, "value": values[name], "unit": unit, "definition": definition}
        for name, unit, definition in DEFINITIONS
    ]


def months(start, end):
    """The active people and the first completions of each month."""
    active = (
        Entry.objects.filter(ACTIVITIES, day__gte=start, day__lt=end)
        .annotate(month=TruncMonth("day")).values("month").order_by("month")
        .annotate(people=Count("member", distinct=True))
    )
    completed = (
        Participation.objects.filter(first_completed__gte=start, first_completed__lt=end)
        .annotate(month=TruncMonth("first_completed")).values("month").order_by("month")
        .annotate(pairs=Count("id"))
    )
    rows = {}
    for row in active:
        rows.setdefault(row["month"], [0, 0])[0] = row["people"]
    for row in completed:
        rows.setdefault(row["month"], [0, 0])[1] = row["pairs"]
    most = max((max(values) for values in rows.values()), default=1)
    return [
        {
            "name": month.strftime("%Y-%m"), "active": values[0], "completed": values[1],
            "active_height": values[0] * 156 // most, "completed_height": values[1] * 156 // most,
            "x": place * 49 + 7,
        }
        for place, (month, values) in enumerate(sorted(rows.items()))
    ]
