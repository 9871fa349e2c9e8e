"""Files at rest: encrypted, each content once for an organisation, in a folder of the home."""

from samspil.adapters.files.store import DamagedFile, Store

__all__ = ["DamagedFile", "Store"]
