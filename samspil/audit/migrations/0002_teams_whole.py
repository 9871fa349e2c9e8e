"""Rounds say whether the tasks of few people were counted for each team too."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("audit", "0001_tasks"),
    ]

    operations = [
        migrations.AddField(
            model_name="audit",
            name="teams_whole",
            field=models.BooleanField(default=False),
        ),
    ]
