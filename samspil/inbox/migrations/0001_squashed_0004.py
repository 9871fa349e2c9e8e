import django.db.models.deletion
import samspil.core.ids
import samspil.core.public_form
import samspil.tenancy.creating
import samspil.tenancy.current
from django.db import migrations, models

from samspil.tenancy.protection import protect


class Migration(migrations.Migration):

    replaces = [('inbox', '0001_initial'), ('inbox', '0002_joined'), ('inbox', '0003_mails'), ('inbox', '0004_public_forms')]

    initial = True

    dependencies = [
        ('people', '0001_squashed_0004'),
        ('tenancy', '0001_initial'),
        ('work', '0001_squashed_0032'),
    ]

    operations = [
        samspil.tenancy.creating.CreateTogether(
            operations=[migrations.CreateModel(
                name='Import',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('public_id', models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                    ('file_name', models.CharField(max_length=200)),
                    ('language', models.CharField(max_length=2)),
                    ('stage', models.CharField(choices=[('uploaded', 'Uploaded'), ('running', 'Running'), ('done', 'Done'), ('failed', 'Failed')], default='uploaded', max_length=8)),
                    ('share', models.FloatField(default=0.0)),
                    ('opened', models.PositiveIntegerField(default=0)),
                    ('duplicates', models.PositiveIntegerField(default=0)),
                    ('wrong', models.PositiveIntegerField(default=0)),
                    ('errors', models.JSONField(default=list)),
                    ('problem', models.TextField(blank=True)),
                    ('uploaded_at', models.DateTimeField()),
                    ('finished_at', models.DateTimeField(null=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.colleague')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('process', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='work.process')),
                    ('joined', models.PositiveIntegerField(default=0)),
                    ('automatic', models.PositiveIntegerField(default=0)),
                    ('leaves_out_automatic', models.BooleanField(default=False)),
                    ('noted', models.PositiveIntegerField(default=0)),
                    ('ours', models.PositiveIntegerField(default=0)),
                    ('own', models.JSONField(default=list)),
                    ('stray', models.PositiveIntegerField(default=0)),
                    ('taken', models.PositiveIntegerField(default=0)),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'indexes': [models.Index(fields=['organisation', '-uploaded_at', 'id'], name='import_by_upload')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('share__gte', 0), ('share__lte', 1)), name='import_share_is_a_share'), models.CheckConstraint(condition=models.Q(models.Q(('finished_at__isnull', True), ('stage__in', ['uploaded', 'running'])), models.Q(('finished_at__isnull', False), ('stage__in', ['done', 'failed'])), _connector='OR'), name='import_has_an_end_exactly_when_finished')],
                },
            ), migrations.CreateModel(
                name='Fault',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row', models.PositiveIntegerField()),
                    ('offset', models.PositiveBigIntegerField(null=True)),
                    ('number', models.CharField(blank=True, max_length=200)),
                    ('subject', models.CharField(blank=True, max_length=200)),
                    ('sentence', models.TextField()),
                    ('kept', models.BooleanField()),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('upload', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='faults', to='inbox.import')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'constraints': [models.UniqueConstraint(fields=('upload', 'row'), name='fault_once_a_row')],
                },
            ), migrations.CreateModel(
                name='FormAddress',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('slug', models.SlugField(max_length=60, unique=True)),
                    ('left_at', models.DateTimeField(null=True)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
            ), migrations.CreateModel(
                name='PublicForm',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('public_id', models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                    ('slug', models.SlugField(db_index=False, max_length=60)),
                    ('opened_at', models.DateTimeField(null=True)),
                    ('languages', models.JSONField(default=list)),
                    ('texts', models.JSONField(default=dict)),
                    ('asked', models.JSONField(default=dict)),
                    ('own', models.JSONField(default=list)),
                    ('files', models.BooleanField(default=True)),
                    ('contact', models.CharField(blank=True, max_length=300)),
                    ('ground', models.CharField(choices=[('contract', 'contract'), ('interest', 'interest'), ('duty', 'duty'), ('consent', 'consent'), ('task', 'task')], default=samspil.core.public_form.Ground['CONTRACT'], max_length=10)),
                    ('keep_months', models.PositiveSmallIntegerField(default=12)),
                    ('privacy_url', models.URLField(blank=True, max_length=300)),
                    ('status_days', models.PositiveSmallIntegerField(default=90)),
                    ('show_names', models.BooleanField(default=False)),
                    ('sites', models.JSONField(default=list)),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('process', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='public_form', to='work.process')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'constraints': [models.CheckConstraint(condition=models.Q(('opened_at__isnull', True), models.Q(models.Q(('contact', ''), _negated=True), models.Q(('privacy_url', ''), _negated=True), ('keep_months__gte', 1)), _connector='OR'), name='form_opens_only_with_its_notice')],
                },
            ), migrations.CreateModel(
                name='StatusLink',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('public_id', models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                    ('digest', models.CharField(max_length=64)),
                    ('language', models.CharField(max_length=2)),
                    ('created_at', models.DateTimeField()),
                    ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='status_link', to='work.case')),
                    ('form', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='inbox.publicform')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'digest'), name='status_link_once')],
                },
            )],
        ),
        protect(
            "inbox_import",
            "inbox_fault",
            "inbox_publicform",
            "inbox_statuslink",
        ),
    ]
