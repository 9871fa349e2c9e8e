import django.db.models.deletion
from django.db import migrations, models

import samspil.tenancy.current
from samspil.tenancy.protection import protect


class Migration(migrations.Migration):

    dependencies = [
        ('tenancy', '0001_initial'),
        ('work', '0036_approved_uses'),
    ]

    operations = [
        migrations.CreateModel(
            name='Emptied',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='emptied', serialize=False, to='work.case')),
                ('why', models.CharField(choices=[('over', 'Over'), ('asked', 'Asked')], max_length=5)),
                ('at', models.DateTimeField()),
                ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
            },
        ),
        protect("work_emptied"),
    ]
