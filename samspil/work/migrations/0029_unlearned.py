import django.db.models.deletion
from django.db import migrations, models

import samspil.tenancy.current
from samspil.tenancy.protection import protect


class Migration(migrations.Migration):

    dependencies = [
        ('tenancy', '0001_initial'),
        ('work', '0028_groups'),
    ]

    operations = [
        migrations.CreateModel(
            name='Unlearned',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='work.case')),
                ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        protect("work_unlearned"),
    ]
