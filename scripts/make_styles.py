"""Write the layer styles in resources/: run it with QGIS's Python where a colour or a size changes.

Near, a patch is drawn as its footprint; farther out than 1:250,000, where 640 m are less than a
millimetre, as a marker of fixed size. Both are layers of one symbol, so the legend stays short.
Colours are viridis (matplotlib's, CC0), which colour-blind eyes and grey prints can order.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsCentroidFillSymbolLayer,
    QgsClassificationRange,
    QgsColorRampShader,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRasterPipe,
    QgsRasterShader,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSimpleFillSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleBandPseudoColorRenderer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
NEAR = 250_000
LABELLED = 200  # hits; more numbers nobody reads, and placing 20,000 takes minutes
# Rarity has no linear scale: each class is ten times as rare as the one before.
CLASSES = [
    (0, 90, "below 90 %", "#440154"),
    (90, 99, "90 to 99 %", "#3b528b"),
    (99, 99.9, "99 to 99.9 %", "#21918c"),
    (99.9, 99.99, "99.9 to 99.99 %", "#5ec962"),
    (99.99, 100, "above 99.99 %", "#fde725"),
]
# A map shows all patches, most of them unlike the query: there the map below shines through.
MAP_CLASSES = [
    (0, 50, "below 50 %", "#50440154"),
    (50, 75, "50 to 75 %", "#80414487"),
    (75, 90, "75 to 90 %", "#b02a788e"),
    (90, 99, "90 to 99 %", "#d022a884"),
    (99, 99.9, "99 to 99.9 %", "#e07ad151"),
    (99.9, 100, "above 99.9 %", "#f0fde725"),
]
CIRCLE, CROSS = Qgis.MarkerShape.Circle, Qgis.MarkerShape.Cross2
DARK, LIGHT, QUERY = "#1a1a1a", "#ffffff", "#e0218a"


def layer_of(*fields: str) -> QgsVectorLayer:
    columns = "".join(f"&field={field}" for field in fields)
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:4326{columns}", "style", "memory")
    method = layer.simplifyMethod()
    method.setSimplifyHints(method.SimplifyHint.NoSimplification)
    layer.setSimplifyMethod(method)
    return layer


def shown_where(layer: QgsSymbolLayer, condition: str) -> QgsSymbolLayer:
    # The legend has no scale: there all are shown.
    expression = f"coalesce(@map_scale {condition} {NEAR}, true)"
    prop = QgsProperty.fromExpression(expression)
    layer.setDataDefinedProperty(QgsSymbolLayer.Property.LayerEnabled, prop)
    return layer


def symbol_of(symbol: QgsSymbol, *layers: QgsSymbolLayer) -> QgsSymbol:
    # One by one: a list of layers would be owned twice.
    while symbol.symbolLayerCount():
        symbol.deleteSymbolLayer(0)
    for layer in layers:
        symbol.appendSymbolLayer(layer)
    return symbol


def outline(fill: str | None, stroke: str, width: float) -> QgsSymbolLayer:
    layer = QgsSimpleFillSymbolLayer(QColor(fill or "#00000000"))
    if fill is None:
        layer.setBrushStyle(Qt.BrushStyle.NoBrush)
    layer.setStrokeColor(QColor(stroke))
    layer.setStrokeWidth(width)
    layer.setPenJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return shown_where(layer, "<=")


def marker(
    fill: str | None, stroke: str, width: float, size: float, shape: Qgis.MarkerShape = CIRCLE
) -> QgsSymbolLayer:
    point = QgsSimpleMarkerSymbolLayer(shape)
    point.setColor(QColor(fill or "#00000000"))
    point.setStrokeColor(QColor(stroke))
    point.setStrokeWidth(width)
    point.setSize(size)
    layer = QgsCentroidFillSymbolLayer()
    layer.setSubSymbol(symbol_of(QgsMarkerSymbol(), point))
    return shown_where(layer, ">")


def hits_style() -> QgsVectorLayer:
    layer = layer_of("rank:integer", "similarity:double")
    ranges = []
    for low, high, label, colour in CLASSES:
        fill = QColor(colour)
        fill.setAlpha(70)
        symbol = symbol_of(
            QgsFillSymbol(),
            outline(None, DARK, 1.0),
            outline(fill.name(QColor.NameFormat.HexArgb), colour, 0.6),
            marker(colour, DARK, 0.3, 3.0),
        )
        ranges.append(QgsRendererRange(QgsClassificationRange(label, low, high), symbol))
    renderer = QgsGraduatedSymbolRenderer("similarity", ranges)
    renderer.setOrderBy(
        QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause("rank", False)])
    )  # the best on top
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(rank_labels()))
    layer.setLabelsEnabled(True)
    layer.setDisplayExpression('"rank" || \' · \' || coalesce("label", "id")')
    return layer


def rank_labels() -> QgsPalLayerSettings:
    text = QgsTextFormat()
    text.setFont(QFont("Open Sans"))
    text.setSize(9)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    text.setColor(QColor(DARK))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor(LIGHT))
    text.setBuffer(halo)
    labels = QgsPalLayerSettings()
    labels.setFormat(text)
    labels.fieldName = "rank"
    labels.scaleVisibility = True
    labels.minimumScale = NEAR
    labels.maximumScale = 1
    best = QgsProperty.fromExpression(f'"rank" <= {LABELLED}')
    labels.dataDefinedProperties().setProperty(QgsPalLayerSettings.Property.Show, best)
    return labels


def query_style() -> QgsVectorLayer:
    """Wanted examples are whole squares and rings, unwanted ones dashed squares and crosses."""
    layer = layer_of("number:integer", "wanted:integer", "id:string")
    wanted = symbol_of(
        QgsFillSymbol(),
        outline(None, LIGHT, 1.6),
        outline(None, QUERY, 0.9),
        marker(None, LIGHT, 1.6, 5.5),
        marker(None, QUERY, 0.9, 5.5),
    )
    dashed = outline(None, DARK, 0.9)
    dashed.setStrokeStyle(Qt.PenStyle.DashLine)
    unwanted = symbol_of(
        QgsFillSymbol(),
        outline(None, LIGHT, 1.6),
        dashed,
        marker(None, LIGHT, 2.0, 4.0, CROSS),
        marker(None, DARK, 1.0, 4.0, CROSS),
    )
    categories = [
        QgsRendererCategory(1, wanted, "wanted"),
        QgsRendererCategory(0, unwanted, "unwanted"),
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("wanted", categories))
    layer.setDisplayExpression('"id"')
    return layer


def footprints_style() -> QgsVectorLayer:
    """Plain; colours for labels are put in when the labels are known."""
    layer = layer_of("label:string", "id:string")
    layer.setRenderer(
        QgsSingleSymbolRenderer(
            symbol_of(
                QgsFillSymbol(), outline("#7fa6c9", DARK, 0.2), marker("#7fa6c9", DARK, 0.1, 1.6)
            )
        )
    )
    layer.setOpacity(0.8)
    layer.setDisplayExpression("coalesce(\"label\" || ' · ', '') || \"id\"")
    return layer


def similarity_footprints_style() -> QgsVectorLayer:
    layer = layer_of("similarity:double", "label:string", "id:string")
    ranges = []
    for low, high, label, colour in MAP_CLASSES:
        solid = QColor(colour)
        solid.setAlpha(255)
        edge = solid.name()
        symbol = symbol_of(
            QgsFillSymbol(), outline(colour, edge, 0.1), marker(colour, "#00000000", 0.0, 2.0)
        )
        ranges.append(QgsRendererRange(QgsClassificationRange(label, low, high), symbol))
    renderer = QgsGraduatedSymbolRenderer("similarity", ranges)
    renderer.setOrderBy(
        QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause("similarity", True)])
    )  # the most alike on top
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    layer.setDisplayExpression('round("similarity", 2) || \' % · \' || "id"')
    return layer


def similarity_raster_style(folder: str) -> QgsRasterLayer:
    """Cells as they are from near; from afar the mean of those that fall on a pixel."""
    path = str(Path(folder) / "style.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, 1, 1, 1, gdal.GDT_Float32)
    dataset.SetGeoTransform((0, 1, 0, 0, 0, -1))
    del dataset
    layer = QgsRasterLayer(path, "style")
    ramp = QgsColorRampShader(0, 100, None, QgsColorRampShader.Type.Discrete)
    ramp.setColorRampItemList(
        [
            QgsColorRampShader.ColorRampItem(
                high if high < 100 else float("inf"), QColor(colour), label
            )
            for _, high, label, colour in MAP_CLASSES
        ]
    )
    shader = QgsRasterShader(0, 100)
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(0)
    renderer.setClassificationMax(100)
    layer.setRenderer(renderer)
    layer.setResamplingStage(QgsRasterPipe.ResamplingStage.Provider)
    provider = layer.dataProvider()
    provider.enableProviderResampling(True)
    provider.setZoomedOutResamplingMethod(QgsRasterDataProvider.ResamplingMethod.Average)
    provider.setMaxOversampling(8)
    return layer


def main(names: list[str]) -> int:
    """Write the styles of these names, or all."""
    application = QgsApplication([], False)
    application.initQgis()
    with tempfile.TemporaryDirectory() as folder:
        styles = {
            "hits": hits_style(),
            "query": query_style(),
            "footprints": footprints_style(),
            "similarity-footprints": similarity_footprints_style(),
            "similarity-raster": similarity_raster_style(folder),
        }
        return write({name: styles[name] for name in names or styles})


def write(styles: dict[str, QgsMapLayer]) -> int:
    failed = False
    for name, layer in styles.items():
        parts = QgsMapLayer.StyleCategory
        wanted = parts.Symbology | parts.Labeling | parts.Rendering | parts.MapTips
        message, fine = layer.saveNamedStyle(str(RESOURCES / f"{name}.qml"), wanted)
        failed |= not fine
        print(message or f"wrote {name}.qml", file=sys.stderr if not fine else sys.stdout)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
