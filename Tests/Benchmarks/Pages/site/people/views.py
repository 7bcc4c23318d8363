import datetime

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch
from django.shortcuts import render

from people.figures import figures, months
from people.models import Course, Member, Suggestion


@login_required
def home(request):
    """The pages of the reader's teams, and the first rows of what is suggested to the reader, of the reader's goals, certificates
    and courses, and of the catalogue."""
    member = Member.objects.get(user=request.user)
    suggestions = Suggestion.objects.select_related("course", "by")
    teams = member.teams.select_related("page").prefetch_related(Prefetch("suggestions", suggestions))
    courses = list(member.participations.select_related("course").order_by("-id"))
    states = {participation.course_id: participation.state for participation in courses}
    answers = dict(member.answers.values_list("course_id", "answer"))
    suggested = [
        {
            "course": suggestion.course, "team": team, "by": suggestion.by, "note": suggestion.note,
            "due": suggestion.due_after and member.joined + datetime.timedelta(days=suggestion.due_after),
            "state": states.get(suggestion.course_id) or answers.get(suggestion.course_id) or "new",
        }
        for team in teams for suggestion in team.suggestions.all()
    ]
    return render(request, "home.html", {
        "member": member, "teams": teams, "suggested": suggested[:3], "courses": courses[:3],
        "goals": member.goals.select_related("course")[:3],
        "certificates": member.certificates.select_related("course").order_by("-id")[:3],
        "catalogue": Course.objects.filter(retired=False).order_by("title", "id")[:3],
    })


@staff_member_required
def overview(request):
    start, end = (datetime.date.fromisoformat(request.GET[name]) for name in ("from", "until"))
    shown = figures(start, end)
    steps = [figure for name in ("Invited", "Activated", "Enrolled", "Started", "Completed", "Certificates")
             for figure in shown if figure["name"] == name]
    return render(request, "overview.html", {
        "figures": shown, "steps": steps, "most": max(1, *(step["value"] for step in steps)),
        "months": months(start, end), "start": start, "end": end,
    })
