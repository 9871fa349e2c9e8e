"""How the database would go about a question."""

from typing import Any

from django.db import connection
from django.db.models import QuerySet


def plan_of(cases: "QuerySet[Any, Any]") -> str:
    """What the database says it would do, in one string."""
    sql, parameters = cases.query.sql_with_params()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for dear in ("seqscan", "sort"):
                cursor.execute(f"SET LOCAL enable_{dear} = off")  # a few rows fit in one page
            cursor.execute(f"EXPLAIN {sql}", parameters)
        else:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)
        return "\n".join(str(row[-1]) for row in cursor.fetchall())
