from django.contrib.auth.models import User
from django.db import models


class Team(models.Model):
    name = models.CharField(max_length=200, unique=True)

    def __str__(self):
        return self.name


class Member(models.Model):
    STATES = [("active", "active"), ("deactivated", "deactivated"), ("removed", "removed")]

    user = models.OneToOneField(User, on_delete=models.CASCADE)
    name = models.CharField(max_length=200)
    email = models.EmailField("address", unique=True)
    state = models.CharField(max_length=20, choices=STATES, default="active")
    joined = models.DateTimeField()
    teams = models.ManyToManyField(Team, related_name="members")

    class Meta:
        indexes = [models.Index(fields=["name", "id"]), models.Index(fields=["state", "name", "id"])]

    def __str__(self):
        return self.name


class Role(models.Model):
    ROLES = [(role, role) for role in ("administrator", "manager", "supervisor")]

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=50, choices=ROLES, db_index=True)
    team = models.ForeignKey(Team, null=True, on_delete=models.CASCADE)


class Invitation(models.Model):
    email = models.EmailField(unique=True)
    sent = models.DateField(db_index=True)
    accepted = models.DateField(null=True, db_index=True)


class Course(models.Model):
    code = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=200, db_index=True)
    language = models.CharField(max_length=20, null=True)
    minutes = models.IntegerField(null=True)
    retired = models.BooleanField(default=False)

    def __str__(self):
        return self.title


class Participation(models.Model):
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="participations")
    course = models.ForeignKey(Course, on_delete=models.CASCADE)
    state = models.CharField(max_length=20)
    percent = models.IntegerField(null=True)
    minutes = models.IntegerField(null=True)
    enrolled = models.DateTimeField(null=True)
    last_active = models.DateTimeField(null=True)
    completed = models.DateTimeField(null=True)
    started = models.DateField(null=True, db_index=True)
    first_completed = models.DateField(null=True, db_index=True)


class Entry(models.Model):
    """One line of the learning record. The member stands here too, so that figures need no join."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="entries")
    member = models.ForeignKey(Member, on_delete=models.CASCADE)
    kind = models.CharField(max_length=20)
    day = models.DateField()
    minutes = models.IntegerField(null=True)

    class Meta:
        # It has all columns that the figures read, so they do not read the table.
        indexes = [models.Index(fields=["day", "kind", "member", "minutes"])]


class Page(models.Model):
    team = models.OneToOneField(Team, on_delete=models.CASCADE)
    html = models.TextField()


class Suggestion(models.Model):
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="suggestions")
    course = models.ForeignKey(Course, on_delete=models.CASCADE)
    by = models.ForeignKey(Member, on_delete=models.CASCADE)
    note = models.TextField()
    due_after = models.IntegerField(null=True)


class Answer(models.Model):
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="answers")
    course = models.ForeignKey(Course, on_delete=models.CASCADE)
    answer = models.CharField(max_length=20)


class Goal(models.Model):
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="goals")
    course = models.ForeignKey(Course, on_delete=models.CASCADE)
    by_day = models.DateField()


class Certificate(models.Model):
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="certificates")
    course = models.ForeignKey(Course, on_delete=models.CASCADE)
    day = models.DateField()
    valid_until = models.DateField(null=True)
    state = models.CharField(max_length=20)
