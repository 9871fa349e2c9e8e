from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('work', '0026_drawn_answers'),
    ]

    operations = [
        migrations.AddField(
            model_name='process',
            name='learns_by_itself',
            field=models.BooleanField(default=True),
        ),
    ]
