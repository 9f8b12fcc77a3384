<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis autoRefreshTime="0" hasScaleBasedVisibilityFlag="0" minScale="1e+08" styleCategories="Symbology|Labeling|MapTips|Rendering" version="3.40.6-Bratislava" maxScale="0" autoRefreshMode="Disabled">
  <mapTip enabled="1"></mapTip>
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties"/>
      <Option name="type" type="QString" value="collection"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling zoomedOutResamplingMethod="average" enabled="true" maxOversampling="8" zoomedInResamplingMethod="nearestNeighbour"/>
    </provider>
    <rasterrenderer type="singlebandpseudocolor" opacity="1" classificationMin="0" nodataColor="" alphaBand="-1" classificationMax="100" band="1">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader labelPrecision="6" clip="0" maximumValue="100" classificationMode="1" colorRampType="DISCRETE" minimumValue="0">
          <item alpha="80" color="#440154" label="below 50 %" value="50"/>
          <item alpha="128" color="#414487" label="50 to 75 %" value="75"/>
          <item alpha="176" color="#2a788e" label="75 to 90 %" value="90"/>
          <item alpha="208" color="#22a884" label="90 to 99 %" value="99"/>
          <item alpha="224" color="#7ad151" label="99 to 99.9 %" value="99.9"/>
          <item alpha="240" color="#fde725" label="above 99.9 %" value="inf"/>
          <rampLegendSettings minimumLabel="" direction="0" prefix="" orientation="2" maximumLabel="" suffix="" useContinuousLegend="1">
            <numericFormat id="basic">
              <Option type="Map">
                <Option name="decimal_separator" type="invalid"/>
                <Option name="decimals" type="int" value="6"/>
                <Option name="rounding_type" type="int" value="0"/>
                <Option name="show_plus" type="bool" value="false"/>
                <Option name="show_thousand_separator" type="bool" value="true"/>
                <Option name="show_trailing_zeros" type="bool" value="false"/>
                <Option name="thousand_separator" type="invalid"/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation invertColors="0" colorizeGreen="128" saturation="0" colorizeOn="0" colorizeBlue="128" colorizeRed="255" colorizeStrength="100" grayscaleMode="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>provider</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
