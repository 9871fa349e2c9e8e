"""Maps, their steps, and the ways between steps."""

from samspil.process_maps.models.maps import ProcessMap
from samspil.process_maps.models.steps import Connection, Step

__all__ = ["Connection", "ProcessMap", "Step"]
