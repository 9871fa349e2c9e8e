import django.db.models.deletion
import samspil.core.ids
import samspil.tenancy.creating
import samspil.tenancy.current
from django.conf import settings
from django.db import migrations, models

from samspil.tenancy.protection import protect


class Migration(migrations.Migration):

    replaces = [('people', '0001_initial'), ('people', '0002_absence'), ('people', '0003_staff'), ('people', '0004_closed_teams')]

    initial = True

    dependencies = [
        ('tenancy', '0001_initial'),
    ]

    operations = [
        samspil.tenancy.creating.CreateTogether(
            operations=[migrations.CreateModel(
                name='User',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('password', models.CharField(max_length=128, verbose_name='password')),
                    ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                    ('email', models.EmailField(max_length=254, unique=True)),
                    ('is_active', models.BooleanField(default=True)),
                    ('language', models.CharField(blank=True, max_length=2)),
                    ('created_at', models.DateTimeField(auto_now_add=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Colleague',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('public_id', models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                    ('kind', models.CharField(choices=[('person', 'Person'), ('ai', 'Ai')], default='person', max_length=6)),
                    ('name', models.CharField(max_length=200)),
                    ('roles', models.JSONField(default=list)),
                    ('skill', models.CharField(blank=True, max_length=40)),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('abilities', models.JSONField(default=list)),
                    ('languages', models.JSONField(default=list)),
                    ('left_at', models.DateTimeField(null=True)),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'indexes': [models.Index(fields=['organisation', 'name', 'id'], name='colleague_by_name')],
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'user'), name='colleague_once_per_account'), models.CheckConstraint(condition=models.Q(('kind', 'person'), ('user__isnull', True), _connector='OR'), name='colleague_ai_never_signs_in')],
                },
            ), migrations.CreateModel(
                name='ApiToken',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=100)),
                    ('digest', models.CharField(max_length=64, unique=True)),
                    ('created_at', models.DateTimeField()),
                    ('revoked_at', models.DateTimeField(null=True)),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('colleague', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tokens', to='people.colleague')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                },
            ), migrations.CreateModel(
                name='Membership',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('user', 'organisation'), name='membership_once_per_organisation')],
                },
            ), migrations.CreateModel(
                name='Team',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('public_id', models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                    ('name', models.CharField(max_length=200)),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('closed_at', models.DateTimeField(null=True)),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'name'), name='team_name_once')],
                },
            ), migrations.CreateModel(
                name='TeamMember',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('colleague', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='people.colleague')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('team', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='people.team')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'constraints': [models.UniqueConstraint(fields=('team', 'colleague'), name='team_member_once')],
                },
            ), migrations.CreateModel(
                name='Absence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('public_id', models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                    ('first_day', models.DateField()),
                    ('last_day', models.DateField()),
                    ('colleague', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='absences', to='people.colleague')),
                    ('deputy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.colleague')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'indexes': [models.Index(fields=['organisation', 'last_day', 'first_day'], name='absence_by_last_day')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='absence_ends_after_it_began'), models.CheckConstraint(condition=models.Q(('deputy', models.F('colleague')), _negated=True), name='absence_deputy_is_somebody_else')],
                },
            ), migrations.CreateModel(
                name='Invitation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('digest', models.CharField(max_length=64, unique=True)),
                    ('made_at', models.DateTimeField()),
                    ('expires_at', models.DateTimeField()),
                    ('used_at', models.DateTimeField(null=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.colleague')),
                    ('colleague', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='people.colleague')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                },
            ), migrations.CreateModel(
                name='StaffList',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('public_id', models.UUIDField(default=samspil.core.ids.new_id, editable=False, unique=True)),
                    ('file_name', models.CharField(max_length=200)),
                    ('rows', models.JSONField(default=list)),
                    ('errors', models.JSONField(default=list)),
                    ('brought_at', models.DateTimeField()),
                    ('done_at', models.DateTimeField(null=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.colleague')),
                    ('organisation', models.ForeignKey(db_index=False, default=samspil.tenancy.current.required_id, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'abstract': False,
                    'base_manager_name': 'objects',
                    'default_manager_name': 'objects',
                    'indexes': [models.Index(fields=['organisation', 'brought_at'], name='staff_list_by_age')],
                },
            ), migrations.AddField(
                model_name='Team',
                name='members',
                field=models.ManyToManyField(related_name='teams', through='people.TeamMember', to='people.colleague'),
            )],
        ),
        protect(
            "people_colleague",
            "people_team",
            "people_teammember",
            "people_apitoken",
            "people_absence",
            "people_invitation",
            "people_stafflist",
        ),
    ]
