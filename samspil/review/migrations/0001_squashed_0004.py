import django.core.serializers.json
import django.db.models.deletion
import samspil.core.bulk
import samspil.core.ids
import samspil.tenancy.creating
import samspil.tenancy.current
from django.db import migrations, models

from samspil.tenancy.protection import protect


class Migration(migrations.Migration):

    replaces = [('review', '0001_tags_and_mentions'), ('review', '0002_lists_and_batches'), ('review', '0003_checks_are_left_out'), ('review', '0004_judged_first_left_out')]

    initial = True

    dependencies = [
        ('people', '0001_squashed_0004'),
        ('tenancy', '0001_initial'),
        ('work', '0001_squashed_0032'),
    ]

    operations = [
        samspil.tenancy.creating.CreateTogether(
            operations=[migrations.CreateModel(
                name='Tag',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('public_id', models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                    ('name', models.CharField(max_length=40)),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'name'), name='tag_name_once')],
                },
            ), migrations.CreateModel(
                name='CaseTag',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='tags', to='work.case')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('tag', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='cases', to='review.tag')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'indexes': [models.Index(fields=['tag', 'case'], name='case_by_tag')],
                    'constraints': [models.UniqueConstraint(fields=('case', 'tag'), name='case_wears_a_tag_once')],
                },
            ), migrations.CreateModel(
                name='Mention',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('public_id', models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                    ('at', models.DateTimeField()),
                    ('seen_at', models.DateTimeField(null=True)),
                    ('colleague', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.colleague')),
                    ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='work.message')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'indexes': [models.Index(condition=models.Q(('seen_at__isnull', True)), fields=['organisation', 'colleague', '-at'], name='mention_unseen')],
                    'constraints': [models.UniqueConstraint(fields=('message', 'colleague'), name='note_names_somebody_once')],
                },
            ), migrations.CreateModel(
                name='Batch',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('public_id', models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                    ('action', models.CharField(choices=[(samspil.core.bulk.BulkAction['PUT_ASIDE'], samspil.core.bulk.BulkAction['PUT_ASIDE']), (samspil.core.bulk.BulkAction['TAG'], samspil.core.bulk.BulkAction['TAG']), (samspil.core.bulk.BulkAction['UNTAG'], samspil.core.bulk.BulkAction['UNTAG']), (samspil.core.bulk.BulkAction['MOVE'], samspil.core.bulk.BulkAction['MOVE']), (samspil.core.bulk.BulkAction['RAISE'], samspil.core.bulk.BulkAction['RAISE']), (samspil.core.bulk.BulkAction['MERGE'], samspil.core.bulk.BulkAction['MERGE']), (samspil.core.bulk.BulkAction['CLOSE'], samspil.core.bulk.BulkAction['CLOSE'])], max_length=10)),
                    ('parameters', models.JSONField(default=dict)),
                    ('at', models.DateTimeField()),
                    ('size', models.PositiveIntegerField()),
                    ('progress', models.CharField(choices=[('running', 'Running'), ('done', 'Done'), ('undoing', 'Undoing'), ('undone', 'Undone')], default='running', max_length=7)),
                    ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.colleague')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'indexes': [models.Index(fields=['organisation', 'at'], name='batch_by_age')],
                },
            ), migrations.CreateModel(
                name='BatchCase',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('outcome', models.CharField(blank=True, choices=[('done', 'done'), ('undone', 'undone'), (samspil.core.bulk.LeftOut['GONE'], samspil.core.bulk.LeftOut['GONE']), (samspil.core.bulk.LeftOut['CLOSED'], samspil.core.bulk.LeftOut['CLOSED']), (samspil.core.bulk.LeftOut['NOT_LOOKED_AT'], samspil.core.bulk.LeftOut['NOT_LOOKED_AT']), (samspil.core.bulk.LeftOut['OTHER_TEAM'], samspil.core.bulk.LeftOut['OTHER_TEAM']), (samspil.core.bulk.LeftOut['HELD'], samspil.core.bulk.LeftOut['HELD']), (samspil.core.bulk.LeftOut['RIGHTS'], samspil.core.bulk.LeftOut['RIGHTS']), (samspil.core.bulk.LeftOut['WANTS_PERSON'], samspil.core.bulk.LeftOut['WANTS_PERSON']), (samspil.core.bulk.LeftOut['CHECK'], samspil.core.bulk.LeftOut['CHECK']), (samspil.core.bulk.LeftOut['JUDGED_FIRST'], samspil.core.bulk.LeftOut['JUDGED_FIRST']), (samspil.core.bulk.LeftOut['NO_OTHER'], samspil.core.bulk.LeftOut['NO_OTHER']), (samspil.core.bulk.LeftOut['ALREADY'], samspil.core.bulk.LeftOut['ALREADY']), (samspil.core.bulk.LeftOut['MOVED_ON'], samspil.core.bulk.LeftOut['MOVED_ON'])], max_length=14)),
                    ('before', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                    ('entry', models.BigIntegerField(null=True)),
                    ('batch', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='review.batch')),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='work.case')),
                    ('into', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='work.case')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'indexes': [models.Index(fields=['batch', 'outcome', 'id'], name='batch_lines')],
                    'constraints': [models.UniqueConstraint(fields=('batch', 'case'), name='case_once_in_a_batch')],
                },
            ), migrations.CreateModel(
                name='SavedFilter',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('public_id', models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                    ('name', models.CharField(max_length=40)),
                    ('choices', models.JSONField(default=dict)),
                    ('place', models.PositiveSmallIntegerField(default=0)),
                    ('usual', models.BooleanField(default=False)),
                    ('removed_at', models.DateTimeField(null=True)),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('owner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.colleague')),
                    ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.team')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'constraints': [models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('owner', 'name'), name='filter_name_once_per_owner'), models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True), ('usual', True)), fields=('owner',), name='filter_usual_once_per_owner')],
                },
            ), migrations.CreateModel(
                name='TableChoice',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('columns', models.JSONField(default=list)),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('owner', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.colleague')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                },
            )],
        ),
        protect(
            "review_tag",
            "review_casetag",
            "review_mention",
            "review_batch",
            "review_batchcase",
            "review_savedfilter",
            "review_tablechoice",
        ),
    ]
