"""Tables of many people's answers, brought into a round."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import samspil.core.ids
import samspil.tenancy.current
from samspil.tenancy.protection import protect


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0006_sealed_factors"),
        ("tenancy", "0001_initial"),
        ("audit", "0002_teams_whole"),
    ]

    operations = [
        migrations.CreateModel(
            name="Bringing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                ("people", models.PositiveIntegerField()),
                ("answers", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("audit", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="bringings", to="audit.audit")),
                ("by", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.colleague")),
                ("organisation", models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
            },
        ),
        migrations.AddConstraint(
            model_name="bringing",
            constraint=models.UniqueConstraint(fields=("audit", "digest"), name="bringing_once_a_table"),
        ),
        migrations.AddField(
            model_name="sheet",
            name="bringing",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="sheets", to="audit.bringing"),
        ),
        migrations.AddField(
            model_name="sheet",
            name="mark",
            field=models.CharField(blank=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="sheet",
            name="colleague",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.colleague"),
        ),
        migrations.AddConstraint(
            model_name="sheet",
            constraint=models.UniqueConstraint(condition=~Q(mark=""), fields=("audit", "mark"), name="sheet_brought_once_a_person"),
        ),
        migrations.AddConstraint(
            model_name="sheet",
            constraint=models.CheckConstraint(
                name="sheet_is_somebodys_or_brought",
                condition=Q(colleague__isnull=False, bringing__isnull=True, mark="")
                | Q(colleague__isnull=True, bringing__isnull=False),
            ),
        ),
        protect("audit_bringing"),
    ]
