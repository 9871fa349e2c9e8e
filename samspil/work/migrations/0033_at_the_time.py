"""Keep with a proposal and a decision what explains them later."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("work", "0032_closed_processes")]

    operations = [
        migrations.AddField("proposal", "at_the_time", models.JSONField(default=dict)),
        migrations.AddField("decision", "at_the_time", models.JSONField(default=dict)),
    ]
