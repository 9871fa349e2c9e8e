import django.db.models.deletion
from django.db import migrations, models

import samspil.tenancy.current
from samspil.tenancy.protection import protect


class Migration(migrations.Migration):

    dependencies = [
        ('tenancy', '0001_initial'),
        ('work', '0035_not_begun'),
    ]

    operations = [
        migrations.CreateModel(
            name='ApprovedUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.UUIDField()),
                ('version', models.PositiveIntegerField()),
                ('language', models.CharField(max_length=2)),
                ('whole', models.BooleanField()),
                ('verified', models.PositiveIntegerField(null=True)),
                ('offered', models.BooleanField(default=True)),
                ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ('process', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='work.process')),
                ('proposal', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='approved', to='work.proposal')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'default_manager_name': 'objects',
                'indexes': [models.Index(fields=['organisation', 'answer', 'process', 'language'], name='use_of_approved')],
                'constraints': [models.CheckConstraint(condition=models.Q(('verified__isnull', True), ('whole', True), _connector='OR'), name='approved_alone_is_the_whole_answer')],
            },
        ),
        protect("work_approveduse"),
    ]
