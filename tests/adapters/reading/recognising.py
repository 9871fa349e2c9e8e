"""A program that stands in for tesseract where a test says what it answers."""

import stat
from pathlib import Path

SAYS = 'echo "It costs 40 kroner."'


def program_in(folder: Path, answer: str = SAYS, *, languages: str = "dan eng osd") -> Path:
    """A program that says that it reads these languages, and answers so to every picture."""
    path = folder / "tesseract"
    listed = "\\n".join(languages.split())
    path.write_text(
        "#!/bin/sh\n"
        f'if [ "$1" = --list-langs ]; then printf "Languages:\\n{listed}\\n"; exit; fi\n'
        f'head -c 2 > "{folder}/kind"; cat > /dev/null; echo "$@" > "{folder}/asked"\n'
        f"{answer}\n"
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path
