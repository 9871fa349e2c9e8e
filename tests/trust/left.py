"""What is left of somebody, looked for everywhere."""

from django.db import connection


def rows_with(word: str) -> list[str]:
    """The tables in which any column of any row still holds the word."""
    found = []
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for table in tables:
            if table == "work_words" and connection.vendor == "sqlite":
                continue  # cannot be read as a whole; what it holds lies in other tables
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = cursor.fetchall()
            if any(word in str(value).casefold() for row in rows for value in row):
                found.append(table)
    return found
