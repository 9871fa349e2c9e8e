from django.db import migrations

from samspil.people.adapter import SEALED, SealedFactors


def seal_second_factors(apps, schema_editor):
    """What was kept readable before; a second run changes nothing."""
    for factor in apps.get_model("mfa", "Authenticator").objects.all():
        factor.data = {name: _sealed(value) for name, value in factor.data.items()}
        factor.save(update_fields=["data"])


def _sealed(value):
    """Secrets are texts, or lists of them; numbers are none."""
    if isinstance(value, list):
        return [_sealed(one) for one in value]
    if not isinstance(value, str) or value.startswith(SEALED):
        return value
    return SealedFactors().encrypt(value)


class Migration(migrations.Migration):

    dependencies = [
        ('mfa', '0003_authenticator_type_uniq'),
        ('people', '0005_training'),
    ]

    operations = [migrations.RunPython(seal_second_factors, migrations.RunPython.noop)]
