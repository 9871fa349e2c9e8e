from django.db import migrations, models

from samspil.tenancy.current import entered


def close_where_colleagues_write(apps, schema_editor):
    """What colleagues wrote is for the teams that answer it; without a team nobody would see it."""
    processes = apps.get_model("work", "Process")
    levels = apps.get_model("work", "ProcessTeam")
    for organisation in apps.get_model("tenancy", "Organisation").objects.all():
        with entered(organisation.pk):
            taken = levels.objects.filter(organisation=organisation).values("process")
            theirs = processes.objects.filter(organisation=organisation, senders="employees")
            theirs.filter(pk__in=taken).update(closed=True)


class Migration(migrations.Migration):

    dependencies = [
        ('tenancy', '0001_initial'),
        ('work', '0031_questions_as_cases'),
    ]

    operations = [
        migrations.AddField(
            model_name='process',
            name='closed',
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(close_where_colleagues_write, migrations.RunPython.noop),
    ]
