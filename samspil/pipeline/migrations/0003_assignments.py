import django.db.models.deletion
import samspil.tenancy.current
from django.db import migrations, models

from samspil.tenancy.protection import protect


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0006_sealed_factors'),
        ('pipeline', '0002_task'),
        ('tenancy', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('item', models.CharField(choices=[('criteria', 'criteria'), ('people', 'people'), ('baseline', 'baseline'), ('law', 'law'), ('watchers', 'watchers'), ('told', 'told'), ('stops', 'stops'), ('pilot', 'pilot'), ('drill', 'drill'), ('both_ways', 'both_ways'), ('cases', 'cases'), ('evaluation', 'evaluation'), ('scale', 'scale')], max_length=10)),
                ('at', models.DateTimeField()),
                ('colleague', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.colleague')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='pipeline.initiative')),
                ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('initiative', 'item'), name='assignment_of_an_item_is_one')],
            },
        ),
        protect('pipeline_assignment'),
    ]
