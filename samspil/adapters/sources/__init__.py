"""What documents are fetched from: folders of this machine, web sites, and mailboxes.

Each is a `Place`: it lists what it holds, and reads one thing after the other. Nothing there is
ever changed.
"""

from samspil.adapters.sources.dialling import Dialler, private_hosts
from samspil.adapters.sources.folder import Folder, allowed_folders, is_below
from samspil.adapters.sources.mailbox import Account, Mailbox, is_server
from samspil.adapters.sources.place import Place
from samspil.adapters.sources.site import DELAY_S, Site, is_address

__all__ = [
    "DELAY_S",
    "Account",
    "Dialler",
    "Folder",
    "Mailbox",
    "Place",
    "Site",
    "allowed_folders",
    "is_address",
    "is_below",
    "is_server",
    "private_hosts",
]
