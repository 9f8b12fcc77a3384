"""The styles of layers, with names and legends in the user's language.

A style's file has English words. In their place come those of the language of now, and again when
a project is opened in another language; what the user wrote stays.
"""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsGraduatedSymbolRenderer,
    QgsMapLayer,
    QgsProject,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtCore import QLocale

from . import folders
from .words import tr

# Custom properties of a layer: the style that it has, and the words that are ours in it.
STYLE, WORDS = "lookalike/style", "lookalike/words"


def style(layer: QgsMapLayer, name: str) -> None:
    """Style a layer.

    Parameters
    ----------
    layer : QgsMapLayer
    name : str
        Of a file of the resources: hits, query, footprints, similarity-raster or
        similarity-footprints.
    """
    layer.loadNamedStyle(str(folders.RESOURCES / f"{name}.qml"))
    layer.setCustomProperty(STYLE, name)
    speak(layer)


def speak(layer: QgsMapLayer) -> None:
    """Put what a styled layer says into the user's language."""
    legend, known = _legend(layer), layer.customProperty(WORDS)
    ours = set(legend if known is None else known.split("\n"))
    own = _own_legend(layer)
    wanted = [new if old in ours else old for old, new in zip(legend, own)]
    if wanted != legend:
        _write_legend(layer, wanted)
        layer.rendererChanged.emit()
    name = name_of(layer.customProperty(STYLE))
    if layer.name() in ours and name:
        layer.setName(name)
    layer.setCustomProperty(WORDS, "\n".join([name, *own]))


def speak_all() -> None:
    """Put the layers of the project into the user's language: it may be saved in another one."""
    for layer in QgsProject.instance().mapLayers().values():
        if layer.customProperty(STYLE):
            speak(layer)


def name_of(style: str) -> str:
    """Return what a layer of a style is called; empty where it has a name of its own."""
    if style == "hits":
        return tr("Similar places")
    if style == "query":
        return tr("Examples")
    if style.startswith("similarity"):
        return tr("Similarity: % of random pairs that lie further apart")
    return ""


# -- legends --------------------------------------------------------------------------------------


def _legend(layer: QgsMapLayer) -> list[str]:
    """Return the words of a legend, from top to bottom."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsGraduatedSymbolRenderer):
        return [one.label() for one in renderer.ranges()]
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        return [one.label() for one in renderer.categories()]
    ramp = _ramp(renderer)
    return [one.label for one in ramp.colorRampItemList()] if ramp else []


def _own_legend(layer: QgsMapLayer) -> list[str]:
    """Return the words that a legend would have in the user's language."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsGraduatedSymbolRenderer):
        return [_class(one.lowerValue(), one.upperValue()) for one in renderer.ranges()]
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        is_query = layer.customProperty(STYLE) == "query"
        own = {"1": tr("wanted"), "0": tr("unwanted")} if is_query else {"": tr("no label")}
        return [own.get(str(one.value()), one.label()) for one in renderer.categories()]
    ramp = _ramp(renderer)
    bounds = [one.value for one in ramp.colorRampItemList()] if ramp else []
    return [_class(low, high) for low, high in zip([0.0, *bounds], bounds)]


def _class(low: float, high: float) -> str:
    """Say which similarities, in percent, are of a class."""
    least, most = (QLocale().toString(bound, "g", 6) for bound in (low, high))
    if low <= 0:
        return tr("below {high} %").format(high=most)
    if high >= 100:
        return tr("above {low} %").format(low=least)
    return tr("{low} to {high} %").format(low=least, high=most)


def _write_legend(layer: QgsMapLayer, words: list[str]) -> None:
    renderer = layer.renderer()
    if isinstance(renderer, QgsGraduatedSymbolRenderer):
        for number, word in enumerate(words):
            renderer.updateRangeLabel(number, word)
    elif isinstance(renderer, QgsCategorizedSymbolRenderer):
        for number, word in enumerate(words):
            renderer.updateCategoryLabel(number, word)
    elif ramp := _ramp(renderer):
        items = ramp.colorRampItemList()
        for item, word in zip(items, words):
            item.label = word
        ramp.setColorRampItemList(items)


def _ramp(renderer: object) -> QgsColorRampShader | None:
    """Return the colours of a raster; None of others."""
    if isinstance(renderer, QgsSingleBandPseudoColorRenderer):
        return renderer.shader().rasterShaderFunction()
    return None
