"""Addresses as pictures for cameras."""

from qrcode import QRCode

QUIET = 4
"""Modules of white around a code, without which cameras do not find it."""


def drawn(address: str) -> str:
    """A QR code as SVG: one path of black squares on white."""
    code = QRCode(border=QUIET)
    code.add_data(address)
    rows = code.get_matrix()
    squares = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, black in enumerate(row) if black
    )
    side = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path d="{squares}"/></svg>'
    )
