from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('work', '0014_topics_and_samples'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='case',
            name='case_by_holder',
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['organisation', 'claimed_by', 'stage', 'due_at', 'id'], name='case_held'),
        ),
    ]
