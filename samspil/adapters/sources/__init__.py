"""What documents are fetched from: folders of this machine.

Each is a `Place`: it lists what it holds, and reads one thing after the other. Nothing there is
ever changed.
"""

from samspil.adapters.sources.folder import Folder, allowed_folders, is_below
from samspil.adapters.sources.place import Place

__all__ = ["Folder", "Place", "allowed_folders", "is_below"]
