from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('work', '0016_verified_answers'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='decision',
            index=models.Index(fields=['organisation', 'at'], name='decision_by_time'),
        ),
    ]
