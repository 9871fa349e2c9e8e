import django.db.models.deletion
import samspil.core.ids
import samspil.tenancy.current
from django.db import migrations, models

from samspil.tenancy.protection import protect


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0006_sealed_factors'),
        ('pipeline', '0003_assignments'),
        ('tenancy', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='initiative',
            name='division',
            field=models.CharField(blank=True, choices=[('person_alone', 'person_alone'), ('person_informed', 'person_informed'), ('person_leads', 'person_leads'), ('together', 'together'), ('ai_leads', 'ai_leads'), ('ai_alone', 'ai_alone')], default='', max_length=15),
        ),
        migrations.CreateModel(
            name='Adjustment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                ('at', models.DateTimeField()),
                ('took', models.BooleanField()),
                ('division', models.CharField(choices=[('person_alone', 'person_alone'), ('person_informed', 'person_informed'), ('person_leads', 'person_leads'), ('together', 'together'), ('ai_leads', 'ai_leads'), ('ai_alone', 'ai_alone')], max_length=15)),
                ('was', models.CharField(blank=True, choices=[('person_alone', 'person_alone'), ('person_informed', 'person_informed'), ('person_leads', 'person_leads'), ('together', 'together'), ('ai_leads', 'ai_leads'), ('ai_alone', 'ai_alone')], max_length=15)),
                ('why', models.CharField(blank=True, default='', max_length=1000)),
                ('pilot', models.JSONField(default=dict)),
                ('scale', models.JSONField(default=dict)),
                ('way', models.JSONField(default=dict)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.colleague')),
                ('initiative', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='adjustments', to='pipeline.initiative')),
                ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(models.F('organisation'), models.F('initiative'), models.OrderBy(models.F('id'), descending=True), name='adjustment_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('took', True), models.Q(('why', ''), _negated=True), _connector='OR'), name='adjustment_leaves_for_a_reason')],
            },
        ),
        protect('pipeline_adjustment'),
    ]
