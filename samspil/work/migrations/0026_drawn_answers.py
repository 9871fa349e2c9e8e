from django.db import migrations, models
from django.db.models import F, Q

from samspil.tenancy.current import entered


def mark_drawn(apps, schema_editor):
    """Answers kept before this was written down: those of cases that lots gave to a person."""
    answers = apps.get_model("work", "VerifiedAnswer")
    decisions = apps.get_model("work", "Decision")
    for organisation in apps.get_model("tenancy", "Organisation").objects.all():
        with entered(organisation.pk):
            drawn = decisions.objects.filter(
                organisation=organisation, case__reason="drawn", round=F("case__round")
            )
            ours = answers.objects.filter(organisation=organisation)
            ours.filter(decision__in=drawn.values("pk")).update(drawn=True)


class Migration(migrations.Migration):

    dependencies = [
        ('tenancy', '0001_initial'),
        ('work', '0025_planted_are_known_by_their_item'),
    ]

    operations = [
        migrations.AddField(
            model_name='verifiedanswer',
            name='drawn',
            field=models.BooleanField(default=False),
        ),
        migrations.AddIndex(
            model_name='verifiedanswer',
            index=models.Index(condition=Q(drawn=True), fields=['organisation', 'process', 'at'], name='verified_drawn_by_time'),
        ),
        migrations.RunPython(mark_drawn, migrations.RunPython.noop),
    ]
