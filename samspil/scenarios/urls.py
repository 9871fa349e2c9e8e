"""Addresses of this slice."""

from django.urls import path

from samspil.scenarios import views

app_name = "scenarios"
urlpatterns = [
    path("", views.comparisons, name="comparisons"),
    path("new/", views.new, name="new"),
    path("due/", views.due, name="due"),
    path("budgets/", views.budgets, name="budgets"),
    path("budgets/new/", views.budget_new, name="budget_new"),
    path("budgets/<uuid:public_id>/", views.budget, name="budget"),
    path("budgets/<uuid:public_id>/change/", views.budget_change, name="budget_change"),
    path("budgets/<uuid:public_id>/lines/", views.line_new, name="line_new"),
    path("budgets/<uuid:public_id>/spent/", views.bring, name="bring"),
    path("budgets/<uuid:public_id>/remove/", views.budget_remove, name="budget_remove"),
    path("budgets/<uuid:public_id>/restore/", views.budget_restore, name="budget_restore"),
    path(
        "budgets/<uuid:public_id>/budget.csv",
        views.budget_file,
        {"form": "csv"},
        name="budget_csv",
    ),
    path(
        "budgets/<uuid:public_id>/budget.xlsx",
        views.budget_file,
        {"form": "xlsx"},
        name="budget_xlsx",
    ),
    path(
        "budgets/<uuid:public_id>/spending.csv",
        views.spending_file,
        {"form": "csv"},
        name="spending_csv",
    ),
    path("lines/<uuid:public_id>/", views.line, name="line"),
    path("lines/<uuid:public_id>/months/", views.line_months, name="line_months"),
    path("lines/<uuid:public_id>/remove/", views.line_remove, name="line_remove"),
    path("lines/<uuid:public_id>/restore/", views.line_restore, name="line_restore"),
    path("options/<uuid:public_id>/", views.option, name="option"),
    path("options/<uuid:public_id>/remove/", views.option_remove, name="option_remove"),
    path("options/<uuid:public_id>/restore/", views.option_restore, name="option_restore"),
    path("choices/<uuid:public_id>/looked/", views.look_again, name="look_again"),
    path("<uuid:public_id>/", views.comparison, name="comparison"),
    path("<uuid:public_id>/change/", views.change, name="change"),
    path("<uuid:public_id>/options/", views.option_new, name="option_new"),
    path("<uuid:public_id>/choose/", views.choose, name="choose"),
    path("<uuid:public_id>/remove/", views.remove, name="remove"),
    path("<uuid:public_id>/restore/", views.restore, name="restore"),
    path("<uuid:public_id>/comparison.csv", views.file, {"form": "csv"}, name="csv"),
    path("<uuid:public_id>/comparison.xlsx", views.file, {"form": "xlsx"}, name="xlsx"),
]
