from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_tasks'),
        ('pipeline', '0001_initiatives'),
    ]

    operations = [
        migrations.AddField(
            model_name='initiative',
            name='task',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='audit.task'),
        ),
    ]
