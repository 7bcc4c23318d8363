from django.contrib import admin

from people.models import Member


@admin.register(Member)
class MemberAdmin(admin.ModelAdmin):
    list_display = ["name", "email", "state", "role_names", "team_names", "joined"]
    list_filter = ["state", "teams", "roles__role"]
    search_fields = ["name", "email"]
    ordering = ["name", "id"]
    list_per_page = 50
    # Otherwise each page counts the members without filters too.
    show_full_result_count = False
    actions = ["deactivate"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("roles", "teams")

    @admin.display(description="roles")
    def role_names(self, member):
        return ", ".join(role.role for role in member.roles.all()) or "–"

    @admin.display(description="teams")
    def team_names(self, member):
        return ", ".join(team.name for team in member.teams.all()) or "–"

    @admin.action(description="Deactivate the selected")
    def deactivate(self, request, members):
        members.update(state="deactivated")
