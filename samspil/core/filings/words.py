"""What places and classes of data are called in papers."""

from samspil.core.explaining.lines import worded
from samspil.core.gateway.allowing import Place
from samspil.core.masking import DataClass

PLACES = {
    Place.MACHINE: worded("on this machine"),
    Place.HOUSE: worded("in house"),
    Place.EU: worded("in the EU"),
    Place.ELSEWHERE: worded("elsewhere"),
}
CLASSES = {
    DataClass.PUBLIC: worded("public"),
    DataClass.INTERNAL: worded("internal"),
    DataClass.CONFIDENTIAL: worded("confidential"),
    DataClass.PERSONAL: worded("personal"),
    DataClass.SPECIAL: worded("special kinds"),
    DataClass.SECRET: worded("secret"),
}
