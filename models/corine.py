"""The class names of BigEarthNet: 43 of CORINE Land Cover, and the 19 that they were merged into.

Sumbul et al. 2021 (BigEarthNet-MM), table 1; classes that a patch cannot show by itself have no
place among the 19.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from .errors import DataError

URBAN = "Urban fabric"
INDUSTRY = "Industrial or commercial units"
ARABLE = "Arable land"
PERMANENT = "Permanent crops"
MIXED_FARMING = (
    "Land principally occupied by agriculture, with significant areas of natural vegetation"
)
GRASS = "Natural grassland and sparsely vegetated areas"
MOORS = "Moors, heathland and sclerophyllous vegetation"
INLAND_WETLANDS, COASTAL_WETLANDS = "Inland wetlands", "Coastal wetlands"
INLAND_WATERS, MARINE_WATERS = "Inland waters", "Marine waters"

NINETEEN_OF: dict[str, str | None] = {
    "Continuous urban fabric": URBAN,
    "Discontinuous urban fabric": URBAN,
    "Industrial or commercial units": INDUSTRY,
    "Road and rail networks and associated land": None,
    "Port areas": None,
    "Airports": None,
    "Mineral extraction sites": None,
    "Dump sites": None,
    "Construction sites": None,
    "Green urban areas": None,
    "Sport and leisure facilities": None,
    "Non-irrigated arable land": ARABLE,
    "Permanently irrigated land": ARABLE,
    "Rice fields": ARABLE,
    "Vineyards": PERMANENT,
    "Fruit trees and berry plantations": PERMANENT,
    "Olive groves": PERMANENT,
    "Pastures": "Pastures",
    "Annual crops associated with permanent crops": PERMANENT,
    "Complex cultivation patterns": "Complex cultivation patterns",
    MIXED_FARMING: MIXED_FARMING,
    "Agro-forestry areas": "Agro-forestry areas",
    "Broad-leaved forest": "Broad-leaved forest",
    "Coniferous forest": "Coniferous forest",
    "Mixed forest": "Mixed forest",
    "Natural grassland": GRASS,
    "Moors and heathland": MOORS,
    "Sclerophyllous vegetation": MOORS,
    "Transitional woodland/shrub": "Transitional woodland, shrub",
    "Beaches, dunes, sands": "Beaches, dunes, sands",
    "Bare rock": None,
    "Sparsely vegetated areas": GRASS,
    "Burnt areas": None,
    "Inland marshes": INLAND_WETLANDS,
    "Peatbogs": INLAND_WETLANDS,
    "Salt marshes": COASTAL_WETLANDS,
    "Salines": COASTAL_WETLANDS,
    "Intertidal flats": None,
    "Water courses": INLAND_WATERS,
    "Water bodies": INLAND_WATERS,
    "Coastal lagoons": MARINE_WATERS,
    "Estuaries": MARINE_WATERS,
    "Sea and ocean": MARINE_WATERS,
}
"""Each of the 43 names, and its place among the 19."""

NINETEEN: tuple[str, ...] = tuple(dict.fromkeys(name for name in NINETEEN_OF.values() if name))
"""In the order of the 43."""


def multi_hot(labels: Sequence[Iterable[str]], where: str) -> np.ndarray:
    """Turn names of the 43 or of the 19 into bool (n, 19).

    Raises
    ------
    DataError
        If a name is in neither list.
    """
    hot = np.zeros((len(labels), len(NINETEEN)), dtype=bool)
    for row, names in enumerate(labels):
        for name in names:
            if name not in NINETEEN_OF and name not in NINETEEN:
                raise DataError(f"{where} has the unknown class {name!r}.")
            merged = name if name in NINETEEN else NINETEEN_OF[name]
            if merged:
                hot[row, NINETEEN.index(merged)] = True
    return hot
