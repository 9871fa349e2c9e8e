import django.db.models.deletion
import django.db.models.expressions
import samspil.core.ids
import samspil.tenancy.creating
import samspil.tenancy.current
from django.db import migrations, models

from samspil.tenancy.protection import protect


class Migration(migrations.Migration):

    replaces = [('teaching', '0001_initial'), ('teaching', '0002_left_out'), ('teaching', '0003_learning_by_itself'), ('teaching', '0004_forgotten'), ('teaching', '0005_lane_trials')]

    initial = True

    dependencies = [
        ('people', '0001_squashed_0004'),
        ('tenancy', '0001_initial'),
        ('work', '0001_squashed_0032'),
    ]

    operations = [
        samspil.tenancy.creating.CreateTogether(
            operations=[migrations.CreateModel(
                name='Version',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('public_id', models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                    ('origin', models.CharField(choices=[('starter', 'Starter'), ('taught', 'Taught'), ('earlier', 'Earlier')], max_length=8)),
                    ('number', models.CharField(blank=True, max_length=80)),
                    ('model_file', models.CharField(blank=True, max_length=80)),
                    ('file_bytes', models.PositiveBigIntegerField(default=0)),
                    ('examples', models.PositiveIntegerField(default=0)),
                    ('examples_hash', models.CharField(blank=True, max_length=32)),
                    ('with_starter', models.BooleanField(default=False)),
                    ('counts', models.JSONField(default=dict)),
                    ('right', models.PositiveIntegerField(default=0)),
                    ('tried', models.PositiveIntegerField(default=0)),
                    ('report', models.JSONField(default=dict)),
                    ('gone', models.PositiveIntegerField(default=0)),
                    ('at', models.DateTimeField()),
                    ('swept_at', models.DateTimeField(null=True)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.colleague')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('process', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='work.process')),
                    ('by_itself', models.BooleanField(default=False)),
                    ('anew_by', models.DateTimeField(null=True)),
                    ('forgotten', models.PositiveIntegerField(default=0)),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'indexes': [models.Index(models.F('organisation'), models.F('process'), models.OrderBy(models.F('id'), descending=True), name='version_by_process')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('origin', 'starter')), fields=('process',), name='version_one_starter'), models.CheckConstraint(condition=models.Q(('right__lte', models.F('tried'))), name='version_right_is_at_most_tried'), models.CheckConstraint(condition=models.Q(models.Q(('model_file', ''), ('origin', 'starter')), models.Q(models.Q(('origin', 'starter'), _negated=True), models.Q(('model_file', ''), _negated=True)), _connector='OR'), name='version_has_a_file_unless_it_is_the_starter'), models.CheckConstraint(condition=models.Q(models.Q(('anew_by__isnull', True), ('forgotten', 0)), models.Q(('anew_by__isnull', False), ('forgotten__gt', 0)), _connector='OR'), name='version_has_a_day_exactly_when_something_is_forgotten')],
                },
            ), migrations.CreateModel(
                name='Use',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_at', models.DateTimeField()),
                    ('to_at', models.DateTimeField(null=True)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.colleague')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('process', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='work.process')),
                    ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='teaching.version')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'indexes': [models.Index(models.F('organisation'), models.F('process'), models.OrderBy(models.F('from_at'), descending=True), name='use_by_process')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('to_at__isnull', True)), fields=('process',), name='use_of_one_at_a_time')],
                },
            ), migrations.CreateModel(
                name='Lesson',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('public_id', models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                    ('file_name', models.CharField(blank=True, max_length=200)),
                    ('language', models.CharField(max_length=2)),
                    ('stage', models.CharField(choices=[('looked', 'Looked'), ('running', 'Running'), ('done', 'Done'), ('failed', 'Failed')], default='looked', max_length=8)),
                    ('step', models.CharField(choices=[('keeping', 'Keeping'), ('trying', 'Trying'), ('learning', 'Learning'), ('comparing', 'Comparing')], default='keeping', max_length=9)),
                    ('share', models.FloatField(default=0.0)),
                    ('rows', models.JSONField(default=list)),
                    ('look', models.JSONField(default=dict)),
                    ('errors', models.JSONField(default=list)),
                    ('half', models.JSONField(default=dict)),
                    ('with_starter', models.BooleanField(default=False)),
                    ('words_only', models.BooleanField(default=False)),
                    ('next_url', models.CharField(blank=True, max_length=500)),
                    ('problem', models.TextField(blank=True)),
                    ('looked_at', models.DateTimeField()),
                    ('finished_at', models.DateTimeField(null=True)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.colleague')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('process', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='work.process')),
                    ('version', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='teaching.version')),
                    ('by_itself', models.BooleanField(default=False)),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'indexes': [models.Index(fields=['organisation', '-looked_at', 'id'], name='lesson_by_look')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('share__gte', 0), ('share__lte', 1)), name='lesson_share_is_a_share'), models.CheckConstraint(condition=models.Q(models.Q(('finished_at__isnull', True), ('stage__in', ['looked', 'running'])), models.Q(('finished_at__isnull', False), ('stage__in', ['done', 'failed'])), _connector='OR'), name='lesson_has_an_end_exactly_when_finished'), models.UniqueConstraint(condition=models.Q(('by_itself', True), ('stage', 'running')), fields=('process',), name='lesson_by_itself_one_at_a_time')],
                },
            ), migrations.CreateModel(
                name='Judgement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('unseen', models.JSONField(default=dict)),
                    ('later', models.JSONField(default=dict)),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('version', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='judgement', to='teaching.version')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                },
            ), migrations.CreateModel(
                name='Example',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('public_id', models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                    ('digest', models.CharField(max_length=32)),
                    ('text', models.TextField()),
                    ('topic', models.CharField(max_length=80)),
                    ('language', models.CharField(blank=True, max_length=2)),
                    ('source', models.CharField(choices=[('file', 'File'), ('decision', 'Decision'), ('typed', 'Typed')], max_length=8)),
                    ('added_at', models.DateTimeField()),
                    ('keep_until', models.DateTimeField()),
                    ('removed_at', models.DateTimeField(null=True)),
                    ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.colleague')),
                    ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='work.case')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('process', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='work.process')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'indexes': [models.Index(models.F('organisation'), models.F('process'), models.OrderBy(models.F('id'), descending=True), name='example_by_process'), models.Index(fields=['organisation', 'keep_until'], name='example_by_end')],
                    'constraints': [models.UniqueConstraint(fields=('process', 'digest'), name='example_once_a_process'), models.CheckConstraint(condition=models.Q(('topic', ''), _negated=True), name='example_has_a_topic')],
                },
            ), migrations.CreateModel(
                name='LeftOut',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('at', models.DateTimeField()),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.colleague')),
                    ('decision', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='work.decision')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                },
            ), migrations.CreateModel(
                name='LaneTrial',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('cases', models.PositiveIntegerField(default=0)),
                    ('better', models.PositiveIntegerField(default=0)),
                    ('worse', models.PositiveIntegerField(default=0)),
                    ('new_share', models.FloatField(default=0.0)),
                    ('old_share', models.FloatField(default=0.0)),
                    ('alpha', models.FloatField()),
                    ('delta', models.FloatField()),
                    ('verdict', models.CharField(blank=True, max_length=11)),
                    ('outcome', models.CharField(blank=True, max_length=9)),
                    ('at', models.DateTimeField()),
                    ('answered_at', models.DateTimeField(null=True)),
                    ('against', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='teaching.version')),
                    ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.colleague')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('version', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='lane_trial', to='teaching.version')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'indexes': [models.Index(condition=models.Q(('answered_at__isnull', True)), fields=['organisation', 'id'], name='lane_trial_open')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('cases__gte', django.db.models.expressions.CombinedExpression(models.F('better'), '+', models.F('worse')))), name='lane_trial_counts_fit'), models.CheckConstraint(condition=models.Q(('new_share__gte', 0), ('new_share__lte', 1), ('old_share__gte', 0), ('old_share__lte', 1)), name='lane_trial_shares_are_shares')],
                },
            )],
        ),
        protect(
            "teaching_example",
            "teaching_version",
            "teaching_judgement",
            "teaching_use",
            "teaching_lesson",
            "teaching_leftout",
            "teaching_lanetrial",
        ),
    ]
