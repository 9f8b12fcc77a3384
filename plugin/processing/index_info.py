"""Say what an index holds."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
)

from ..core.contents import IndexContents, contents_of, imagery_of
from ..core.errors import Cancelled, LookalikeError
from ..core.index import Index
from ..words import count, tr
from .algorithm import LookalikeAlgorithm

EDGE = 1e-5  # degrees that the extent is wider: what it is rounded to, lest the outermost fall out


class IndexInfo(LookalikeAlgorithm):
    """Index in, facts out: as lines of the log, and as outputs for a model."""

    NAME = "indexinfo"
    TITLE = "Index info"
    HELP = (
        "Says what an index holds: how many patches of how many images, which model made its "
        "codes, whether it is adapted to its archive, how the images' numbers were read, its "
        "labels with their counts, its period and extent, and how many of its images are not "
        "where the index says. Needs no further package."
    )
    RESULTS = (
        "Results: PATCHES and IMAGES are counts, MISSING that of images that are not found; BITS "
        "is the length of a code; TITLE and MODEL are names; MODEL_DIGEST and LAYER_DIGEST say "
        "which codes can be compared (LAYER_DIGEST is empty where the hash layer is the model's); "
        "EXTENT is what other algorithms take as an extent."
    )

    INDEX = "INDEX"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(self.index_parameter(self.INDEX))
        for name, title in (
            ("PATCHES", tr("Patches")),
            ("IMAGES", tr("Images")),
            ("MISSING", tr("Images that are not found")),
            ("BITS", tr("Bits of a code")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))
        for name, title in (
            ("TITLE", tr("Title")),
            ("MODEL", tr("Model")),
            ("MODEL_DIGEST", tr("Digest of the model")),
            ("LAYER_DIGEST", tr("Digest of the index's own hash layer")),
            ("EXTENT", tr("Extent: west, east, south, north [EPSG:4326]")),
        ):
            self.addOutput(QgsProcessingOutputString(name, title))

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        try:
            index = Index.open(self.parameterAsFile(parameters, self.INDEX, context))
            found = contents_of(index)
            missing = len(imagery_of(index, self.progress(feedback)).missing)
        except Cancelled:
            return {}
        except LookalikeError as error:
            raise QgsProcessingException(str(error)) from error
        for line in _lines(found, missing):
            feedback.pushInfo(line)
        west, south, east, north = found.extent or (np.nan,) * 4
        east += 360 if west > east else 0  # QGIS would take the one for the other
        west, south, east, north = west - EDGE, south - EDGE, east + EDGE, north + EDGE
        return {
            "PATCHES": found.rows,
            "IMAGES": found.sources,
            "MISSING": missing,
            "BITS": found.bits,
            "TITLE": found.about.name,
            "MODEL": found.about.card.get("name", ""),
            "MODEL_DIGEST": found.about.model_digest,
            "LAYER_DIGEST": found.about.layer_digest,
            "EXTENT": f"{west:.5f},{east:.5f},{south:.5f},{north:.5f} [EPSG:4326]",
        }


def _lines(found: IndexContents, missing: int) -> list[str]:
    about = found.about
    own = tr("its own, adapted to its archive") if about.layer_digest else tr("the model's")
    images = tr("{all}, {missing} of them not found") if about.looked_in else "{all}"
    lines = [
        (tr("Title"), about.name),
        (tr("Patches"), count(found.rows)),
        (tr("Images"), images.format(all=count(found.sources), missing=count(missing))),
        (tr("Archive"), ", ".join(about.looked_in) or tr("not attached")),
        (tr("Model"), about.card.get("name", "?")),
        (tr("Codes"), tr("{bits} bits").format(bits=found.bits)),
        (tr("Hash layer"), own),
        (tr("Patch"), f"{about.card.get('patch_size')} px × {about.card.get('gsd'):g} m"),
        (tr("Read as"), ", ".join(about.readings) or "–"),
        (tr("Period"), " – ".join(found.period) if found.period else tr("unknown")),
        (tr("Built"), f"{about.created}, {about.software}"),
        (tr("File"), f"{found.size / 1e6:.1f} MB"),
    ]
    lines += [(label, count(number)) for label, number in found.labels.items()]
    return [f"{name}: {value}" for name, value in lines]
