import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('knowledge', '0007_question_vectors'),
        ('people', '0004_closed_teams'),
    ]

    operations = [
        migrations.AddField(
            model_name='standardanswer',
            name='said_since',
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='standardanswer',
            name='alone_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.colleague'),
        ),
        migrations.AddField(
            model_name='standardanswer',
            name='alone_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddConstraint(
            model_name='standardanswer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('alone_at__isnull', True), ('alone_by__isnull', True)), models.Q(('alone_at__isnull', False), ('alone_by__isnull', False), ('secrecy', 'public')), _connector='OR'), name='standard_sent_alone_is_public_and_agreed_by_somebody'),
        ),
    ]
