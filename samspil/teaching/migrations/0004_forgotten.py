from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('teaching', '0003_learning_by_itself'),
    ]

    operations = [
        migrations.AddField(
            model_name='version',
            name='anew_by',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='version',
            name='forgotten',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('anew_by__isnull', True), ('forgotten', 0)), models.Q(('anew_by__isnull', False), ('forgotten__gt', 0)), _connector='OR'), name='version_has_a_day_exactly_when_something_is_forgotten'),
        ),
    ]
