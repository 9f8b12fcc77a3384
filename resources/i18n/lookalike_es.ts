<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
 <context>
  <name>Lookalike</name>
  <message>
   <source> MB</source>
   <translation> MB</translation>
  </message>
  <message>
   <source> km</source>
   <translation> km</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source> · only {count} found</source>
   <translation> · solo se encontraron {count}</translation>
  </message>
  <message>
   <source> · query read as “{reading}”</source>
   <translation> · consulta leída como «{reading}»</translation>
  </message>
  <message>
   <source> · searched with a regular sample of {n} of the query's {whole} patches</source>
   <translation> · se buscó con una muestra regular: {n} de los {whole} recortes de la consulta</translation>
  </message>
  <message>
   <source>#</source>
   <translation>#</translation>
  </message>
  <message>
   <source>&amp;Add its image to the map</source>
   <translation>Aña&amp;dir su imagen al mapa</translation>
  </message>
  <message>
   <source>&amp;Another file…</source>
   <translation>&amp;Otro archivo…</translation>
  </message>
  <message>
   <source>&amp;Area</source>
   <translation>&amp;Zona</translation>
  </message>
  <message>
   <source>&amp;Build</source>
   <translation>&amp;Crear</translation>
  </message>
  <message>
   <source>&amp;Build index…</source>
   <translation>Crear í&amp;ndice…</translation>
  </message>
  <message>
   <source>&amp;Centre of the map</source>
   <translation>&amp;Centro del mapa</translation>
  </message>
  <message>
   <source>&amp;Cloud</source>
   <translation>Nu&amp;bes</translation>
  </message>
  <message>
   <source>&amp;Copy its name</source>
   <translation>Co&amp;piar su nombre</translation>
  </message>
  <message>
   <source>&amp;Copy report</source>
   <translation>&amp;Copiar informe</translation>
  </message>
  <message>
   <source>&amp;Draw on the map</source>
   <translation>&amp;Dibujar en el mapa</translation>
  </message>
  <message>
   <source>&amp;Exclude its image</source>
   <translation>&amp;Excluir su imagen</translation>
  </message>
  <message>
   <source>&amp;First steps</source>
   <translation>P&amp;rimeros pasos</translation>
  </message>
  <message>
   <source>&amp;From examples</source>
   <translation>A los ejem&amp;plos</translation>
  </message>
  <message>
   <source>&amp;Hash layer</source>
   <translation>Capa &amp;de hash</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>&amp;Ayuda</translation>
  </message>
  <message>
   <source>&amp;Hits</source>
   <translation>Resulta&amp;dos</translation>
  </message>
  <message>
   <source>&amp;Image file…</source>
   <translation>Archivo de &amp;imagen…</translation>
  </message>
  <message>
   <source>&amp;Images</source>
   <translation>&amp;Imágenes</translation>
  </message>
  <message>
   <source>&amp;Indexed patch</source>
   <translation>Recorte &amp;indexado</translation>
  </message>
  <message>
   <source>&amp;Indexes</source>
   <translation>Índic&amp;es</translation>
  </message>
  <message>
   <source>&amp;Keep the hits of the previous search</source>
   <translation>&amp;Conservar los resultados de la búsqueda anterior</translation>
  </message>
  <message>
   <source>&amp;Keep up to</source>
   <translation>&amp;Guardar hasta</translation>
  </message>
  <message>
   <source>&amp;Layer</source>
   <translation>&amp;Capa</translation>
  </message>
  <message>
   <source>&amp;Load examples…</source>
   <translation>&amp;Cargar ejemplos…</translation>
  </message>
  <message>
   <source>&amp;Model</source>
   <translation>&amp;Modelo</translation>
  </message>
  <message>
   <source>&amp;Models</source>
   <translation>&amp;Modelos</translation>
  </message>
  <message>
   <source>&amp;Options…</source>
   <translation>&amp;Opciones…</translation>
  </message>
  <message>
   <source>&amp;Overlapping hits</source>
   <translation>Resultados &amp;solapados</translation>
  </message>
  <message>
   <source>&amp;Pick on the map</source>
   <translation>&amp;Señalar en el mapa</translation>
  </message>
  <message>
   <source>&amp;Processor cores</source>
   <translation>Núcleos del &amp;procesador</translation>
  </message>
  <message>
   <source>&amp;Ranks beside the hits</source>
   <translation>&amp;Rangos junto a los resultados</translation>
  </message>
  <message>
   <source>&amp;Raster layer</source>
   <translation>Capa &amp;ráster</translation>
  </message>
  <message>
   <source>&amp;Read as</source>
   <translation>&amp;Leer como</translation>
  </message>
  <message>
   <source>&amp;Remove</source>
   <translation>&amp;Quitar</translation>
  </message>
  <message>
   <source>&amp;Remove patches whose images are gone</source>
   <translation>&amp;Quitar los recortes cuyas imágenes ya no están</translation>
  </message>
  <message>
   <source>&amp;Save examples (GeoPackage)…</source>
   <translation>&amp;Guardar ejemplos (GeoPackage)…</translation>
  </message>
  <message>
   <source>&amp;Selected features</source>
   <translation>&amp;Objetos seleccionados</translation>
  </message>
  <message>
   <source>&amp;Similarity map</source>
   <translation>&amp;Mapa de similitud</translation>
  </message>
  <message>
   <source>&amp;Step</source>
   <translation>&amp;Paso</translation>
  </message>
  <message>
   <source>&amp;Stop</source>
   <translation>&amp;Detener</translation>
  </message>
  <message>
   <source>&amp;Title</source>
   <translation>&amp;Título</translation>
  </message>
  <message>
   <source>&amp;Unwanted	−</source>
   <translation>&amp;No deseado	−</translation>
  </message>
  <message>
   <source>&amp;Update</source>
   <translation>&amp;Actualizar</translation>
  </message>
  <message>
   <source>&amp;Update…</source>
   <translation>&amp;Actualizar…</translation>
  </message>
  <message>
   <source>&amp;Wanted	+</source>
   <translation>&amp;Deseado	+</translation>
  </message>
  <message>
   <source>&amp;Zoom to	Enter</source>
   <translation>&amp;Acercar	Intro</translation>
  </message>
  <message>
   <source>(none)</source>
   <translation>(ninguno)</translation>
  </message>
  <message>
   <source>, adapted to this archive</source>
   <translation>, adaptado a este archivo de imágenes</translation>
  </message>
  <message>
   <source>1 image</source>
   <translation>1 imagen</translation>
  </message>
  <message>
   <source>1 label</source>
   <translation>1 etiqueta</translation>
  </message>
  <message>
   <source>1 patch</source>
   <translation>1 recorte</translation>
  </message>
  <message>
   <source>8-bit EuroSAT RGB: value / 255 × 0.275</source>
   <translation>RGB de 8 bits de EuroSAT: valor / 255 × 0,275</translation>
  </message>
  <message>
   <source>8-bit true colour of Level-1C: 255 is 0.3558</source>
   <translation>Color verdadero de 8 bits de nivel 1C: 255 es 0,3558</translation>
  </message>
  <message>
   <source>8-bit true colour of Level-2A: 255 is 0.2</source>
   <translation>Color verdadero de 8 bits de nivel 2A: 255 es 0,2</translation>
  </message>
  <message>
   <source>A hash layer fitted to these images tells apart places that the model was never shown</source>
   <translation>Una capa de hash ajustada a estas imágenes distingue lugares que el modelo nunca vio</translation>
  </message>
  <message>
   <source>A new search leaves the hits of the last one in a layer of their own</source>
   <translation>Una búsqueda nueva deja los resultados de la última en una capa propia</translation>
  </message>
  <message>
   <source>Ac&amp;quired</source>
   <translation>Ad&amp;quirida</translation>
  </message>
  <message>
   <source>Adapted to the archive</source>
   <translation>Adaptada al archivo de imágenes</translation>
  </message>
  <message>
   <source>Adapted to the archive, if that is large</source>
   <translation>Adaptada al archivo de imágenes, si es grande</translation>
  </message>
  <message>
   <source>Adapted to these images</source>
   <translation>Adaptada a estas imágenes</translation>
  </message>
  <message>
   <source>Adapted to these images, if there are many</source>
   <translation>Adaptada a estas imágenes, si son muchas</translation>
  </message>
  <message>
   <source>Add the footprints of all patches as a layer</source>
   <translation>Añadir las huellas de todos los recortes como capa</translation>
  </message>
  <message>
   <source>Adds to an index the images of its archive that are new since it was built, and encodes those anew that have changed: only they are read, with the same model, hash layer and settings. Images that are gone are named; their patches stay in the index unless you ask to remove them. Name another folder or file to add images from elsewhere. An update that was cancelled goes on the next time; until it ends the index stays as it was.</source>
   <translation>Añade a un índice las imágenes de su archivo que son nuevas desde que se creó, y codifica de nuevo las que han cambiado: solo se leen ellas, con el mismo modelo, la misma capa de hash y los mismos ajustes. Las imágenes que ya no están se nombran; sus recortes quedan en el índice salvo que usted pida quitarlos. Indique otra carpeta u otro archivo para añadir imágenes de otra parte. Una actualización cancelada sigue la próxima vez; hasta que termina, el índice queda como estaba.</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>Todos los archivos</translation>
  </message>
  <message>
   <source>All images are where the index says.</source>
   <translation>Todas las imágenes están donde dice el índice.</translation>
  </message>
  <message>
   <source>Also list patches that overlap the query</source>
   <translation>Listar también recortes que se solapan con la consulta</translation>
  </message>
  <message>
   <source>Also patches that overlap the example</source>
   <translation>También recortes que se solapan con el ejemplo</translation>
  </message>
  <message>
   <source>An extent needs the raster that it lies on.</source>
   <translation>Una extensión necesita el ráster sobre el que está.</translation>
  </message>
  <message>
   <source>Another archive (folder)</source>
   <translation>Otro archivo de imágenes (carpeta)</translation>
  </message>
  <message>
   <source>Another archive (raster or zip)</source>
   <translation>Otro archivo de imágenes (ráster o zip)</translation>
  </message>
  <message>
   <source>Archive</source>
   <translation>Archivo de imágenes</translation>
  </message>
  <message>
   <source>Archive (folder)</source>
   <translation>Archivo de imágenes (carpeta)</translation>
  </message>
  <message>
   <source>Archive (raster or zip)</source>
   <translation>Archivo de imágenes (ráster o zip)</translation>
  </message>
  <message>
   <source>Area</source>
   <translation>Zona</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Back to the previous search</source>
   <translation>Volver a la búsqueda anterior</translation>
  </message>
  <message>
   <source>Band &amp;order</source>
   <translation>&amp;Orden de bandas</translation>
  </message>
  <message>
   <source>Band order</source>
   <translation>Orden de bandas</translation>
  </message>
  <message>
   <source>Bet&amp;ween hits</source>
   <translation>Entre resu&amp;ltados</translation>
  </message>
  <message>
   <source>Bits</source>
   <translation>Bits</translation>
  </message>
  <message>
   <source>Bits of a code</source>
   <translation>Bits de un código</translation>
  </message>
  <message>
   <source>Bits that may differ</source>
   <translation>Bits que pueden diferir</translation>
  </message>
  <message>
   <source>Build an index</source>
   <translation>Crear un índice</translation>
  </message>
  <message>
   <source>Build index</source>
   <translation>Crear índice</translation>
  </message>
  <message>
   <source>Building an index</source>
   <translation>Crear un índice</translation>
  </message>
  <message>
   <source>Building needs the Python package(s) {names}, not installed yet.</source>
   <translation>Para crear hace falta (paquetes de Python), aún sin instalar: {names}.</translation>
  </message>
  <message>
   <source>Building {path} stopped: {problem}. What was done is kept; build again to go on.</source>
   <translation>La creación de {path} se detuvo: {problem}. Lo hecho se conserva; cree de nuevo para seguir.</translation>
  </message>
  <message>
   <source>Built</source>
   <translation>Creado</translation>
  </message>
  <message>
   <source>C&amp;lear</source>
   <translation>&amp;Vaciar</translation>
  </message>
  <message>
   <source>Cancelled.</source>
   <translation>Cancelado.</translation>
  </message>
  <message>
   <source>Cancelled; the same build goes on from there.</source>
   <translation>Cancelado; la misma creación sigue desde ahí.</translation>
  </message>
  <message>
   <source>Cancelled; the same update goes on from there.</source>
   <translation>Cancelado; la misma actualización sigue desde ahí.</translation>
  </message>
  <message>
   <source>Cannot read the raster {path}: {problem}.</source>
   <translation>No se puede leer el ráster {path}: {problem}.</translation>
  </message>
  <message>
   <source>Cannot write {path}: {reason}. Choose a folder that you may write to.</source>
   <translation>No se puede escribir {path}: {reason}. Elija una carpeta en la que pueda escribir.</translation>
  </message>
  <message>
   <source>Changed images</source>
   <translation>Imágenes que han cambiado</translation>
  </message>
  <message>
   <source>Changed since they were encoded: {count}. Update the index.</source>
   <translation>Han cambiado desde que se codificaron: {count}. Actualice el índice.</translation>
  </message>
  <message>
   <source>Changed, and encoded anew: {count}.</source>
   <translation>Han cambiado y se codificaron de nuevo: {count}.</translation>
  </message>
  <message>
   <source>Checks an index thoroughly: that the file is whole, that its table of contents and HDF5 agree, and that every value is possible and as it was written. The algorithm fails with a sentence that says what is wrong. Worth the seconds after an index was copied or downloaded.</source>
   <translation>Comprueba un índice a fondo: que el archivo está entero, que su tabla de contenidos y HDF5 concuerdan, y que cada valor es posible y está como se escribió. El algoritmo falla con una frase que dice qué está mal. Vale los segundos tras copiar o descargar un índice.</translation>
  </message>
  <message>
   <source>Choose a folder</source>
   <translation>Elegir una carpeta</translation>
  </message>
  <message>
   <source>Choose a zip or an image</source>
   <translation>Elegir un zip o una imagen</translation>
  </message>
  <message>
   <source>Choose an index</source>
   <translation>Elija un índice</translation>
  </message>
  <message>
   <source>Choose an output: the map, the footprints or both.</source>
   <translation>Elija una salida: el mapa, las huellas o ambos.</translation>
  </message>
  <message>
   <source>Choose, open or build an index to begin.</source>
   <translation>Elija, abra o cree un índice para empezar.</translation>
  </message>
  <message>
   <source>Click a result: the map shows its place. Double-click goes there.</source>
   <translation>Haga clic en un resultado: el mapa muestra su lugar. Un doble clic lleva a él.</translation>
  </message>
  <message>
   <source>Click its corners; close it with a double-click, a right-click or Enter. Esc cancels.</source>
   <translation>Haga clic en sus vértices; ciérrelo con doble clic, clic derecho o Intro. Esc lo anula.</translation>
  </message>
  <message>
   <source>Click on a patch of the index; needs no image</source>
   <translation>Hacer clic en un recorte del índice; no hace falta imagen</translation>
  </message>
  <message>
   <source>Click on or near an indexed patch.</source>
   <translation>Haga clic en un recorte indexado o cerca.</translation>
  </message>
  <message>
   <source>Click: one patch. Drag: all patches of a box.</source>
   <translation>Clic: un recorte. Arrastrar: todos los recortes de un rectángulo.</translation>
  </message>
  <message>
   <source>Close; the menu behind the wrench brings it back</source>
   <translation>Cerrar; el menú de la llave inglesa vuelve a mostrarlos</translation>
  </message>
  <message>
   <source>Codes</source>
   <translation>Códigos</translation>
  </message>
  <message>
   <source>Copies the report to the clipboard</source>
   <translation>Copia el informe al portapapeles</translation>
  </message>
  <message>
   <source>Copy problem &amp;report</source>
   <translation>Copiar &amp;informe del problema</translation>
  </message>
  <message>
   <source>Copy the command</source>
   <translation>Copiar la orden</translation>
  </message>
  <message>
   <source>Cuts a Sentinel-2 raster into patches and gives each its binary code: a layer of footprints with the code as a hexadecimal number, as the model's own hash layer makes it. Codes of patches that look alike differ in few bits. To search a raster, build an index. For more than 100,000 patches choose a file, not a temporary layer.</source>
   <translation>Corta un ráster Sentinel-2 en recortes y da a cada uno su código binario: una capa de huellas con el código como número hexadecimal, tal como lo hace la capa de hash del propio modelo. Los códigos de recortes que se parecen difieren en pocos bits. Para buscar en un ráster, cree un índice. Para más de 100.000 recortes elija un archivo, no una capa temporal.</translation>
  </message>
  <message>
   <source>Delete the folder of these packages</source>
   <translation>Borrar la carpeta de estos paquetes</translation>
  </message>
  <message>
   <source>Delete the kept pictures; they are read again when needed</source>
   <translation>Borrar las imágenes guardadas; se vuelven a leer cuando hacen falta</translation>
  </message>
  <message>
   <source>Diagnostics</source>
   <translation>Diagnóstico</translation>
  </message>
  <message>
   <source>Digest of the index's own hash layer</source>
   <translation>Huella digital de la capa de hash propia del índice</translation>
  </message>
  <message>
   <source>Digest of the model</source>
   <translation>Huella digital del modelo</translation>
  </message>
  <message>
   <source>Distance from patch to patch in large images, in pixels of the model</source>
   <translation>Distancia de recorte a recorte en imágenes grandes, en píxeles del modelo</translation>
  </message>
  <message>
   <source>Distance: how many bits differ, each weighted by how sure the network is of it</source>
   <translation>Distancia: cuántos bits difieren, ponderados por lo segura que está la red de cada uno</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Hecho</translation>
  </message>
  <message>
   <source>Double-click a patch, or press Enter, to search with it</source>
   <translation>Doble clic en un recorte, o Intro, para buscar con él</translation>
  </message>
  <message>
   <source>Double-click or Enter zooms to a hit; + and − mark it</source>
   <translation>Doble clic o Intro acerca a un resultado; + y − lo marcan</translation>
  </message>
  <message>
   <source>Draw on a Sentinel-2 image of the project</source>
   <translation>Dibujar sobre una imagen Sentinel-2 del proyecto</translation>
  </message>
  <message>
   <source>Drawing a query</source>
   <translation>Dibujar una consulta</translation>
  </message>
  <message>
   <source>Duplicates</source>
   <translation>Duplicados</translation>
  </message>
  <message>
   <source>Duplicates of codes of {bits} bits may differ in at most {largest}, not in {most}.</source>
   <translation>Los duplicados de códigos de {bits} bits pueden diferir en {largest} como mucho, no en {most}.</translation>
  </message>
  <message>
   <source>E&amp;xclude</source>
   <translation>E&amp;xcluir</translation>
  </message>
  <message>
   <source>Else they stay in the index; nothing is removed while the folder cannot be reached</source>
   <translation>Si no, siguen en el índice; no se quita nada mientras no se pueda acceder a la carpeta</translation>
  </message>
  <message>
   <source>Encode images that are new or have changed, and find those that moved or are gone</source>
   <translation>Codificar las imágenes nuevas o cambiadas, y encontrar las que se movieron o ya no están</translation>
  </message>
  <message>
   <source>Encodes only the images that are new or have changed since the index was built, and finds those that were moved or are gone. You can go on searching meanwhile.</source>
   <translation>Codifica solo las imágenes que son nuevas o han cambiado desde que se creó el índice, y encuentra las que se movieron o ya no están. Mientras tanto puede seguir buscando.</translation>
  </message>
  <message>
   <source>Encoding patches</source>
   <translation>Codificar recortes</translation>
  </message>
  <message>
   <source>Europe (sample)</source>
   <translation>Europa (ejemplo)</translation>
  </message>
  <message>
   <source>Example: extent over the raster</source>
   <translation>Ejemplo: extensión sobre el ráster</translation>
  </message>
  <message>
   <source>Example: indexed patch (row)</source>
   <translation>Ejemplo: recorte indexado (fila)</translation>
  </message>
  <message>
   <source>Example: point</source>
   <translation>Ejemplo: punto</translation>
  </message>
  <message>
   <source>Example: polygons or points of a layer</source>
   <translation>Ejemplo: polígonos o puntos de una capa</translation>
  </message>
  <message>
   <source>Examples</source>
   <translation>Ejemplos</translation>
  </message>
  <message>
   <source>Examples (*.gpkg)</source>
   <translation>Ejemplos (*.gpkg)</translation>
  </message>
  <message>
   <source>Examples for {index}</source>
   <translation>Ejemplos para {index}</translation>
  </message>
  <message>
   <source>Examples: {wanted} wanted, {unwanted} unwanted</source>
   <translation>Ejemplos: deseados {wanted}, no deseados {unwanted}</translation>
  </message>
  <message>
   <source>Export footprints</source>
   <translation>Exportar huellas</translation>
  </message>
  <message>
   <source>Extent: west, east, south, north [EPSG:4326]</source>
   <translation>Extensión: oeste, este, sur, norte [EPSG:4326]</translation>
  </message>
  <message>
   <source>Fetches the packages from PyPI, Python's package index</source>
   <translation>Obtiene los paquetes de PyPI, el índice de paquetes de Python</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Archivo</translation>
  </message>
  <message>
   <source>Files skipped</source>
   <translation>Archivos omitidos</translation>
  </message>
  <message>
   <source>Filter the hits</source>
   <translation>Filtrar los resultados</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>Filtros</translation>
  </message>
  <message>
   <source>Filters: {count} active</source>
   <translation>Filtros: {count} activos</translation>
  </message>
  <message>
   <source>Find an indexed patch by its name or label</source>
   <translation>Encontrar un recorte indexado por su nombre o etiqueta</translation>
  </message>
  <message>
   <source>Find every place that looks like this one</source>
   <translation>Encontrar todos los lugares que se parecen a este</translation>
  </message>
  <message>
   <source>Finds the patches of an index that look most like an example. The example is a point, an extent, or the polygons or points of a layer over a raster, from which patches are cut; without a raster, points and polygons mean the indexed patches there; or name an indexed patch by its row. Several patches ask with their mean; a layer may have up to 1,000 features, and of more than 256 patches a regular sample asks. The result is a layer of footprints, ranked and styled by similarity: the share of random pairs of the index that are less alike. For more than 100,000 hits choose a file, not a temporary layer.</source>
   <translation>Encuentra los recortes de un índice que más se parecen a un ejemplo. El ejemplo es un punto, una extensión, o los polígonos o puntos de una capa sobre un ráster, del que se cortan recortes; sin ráster, puntos y polígonos significan los recortes indexados que hay allí; o indique un recorte indexado por su fila. Con varios recortes se busca con su media; una capa puede tener hasta 1000 objetos, y con más de 256 recortes se busca con una muestra regular. El resultado es una capa de huellas, ordenadas y con estilo según la similitud: la parte de los pares al azar del índice que se parecen menos. Para más de 100.000 resultados elija un archivo, no una capa temporal.</translation>
  </message>
  <message>
   <source>Finds the patches of an index whose code is the same as that of another patch, or differs in a few bits only: images that were indexed twice, dates of one place, or places that look quite the same. Each footprint names the patch most like it and how many bits differ. Exact, and much faster than comparing all with all.</source>
   <translation>Encuentra los recortes de un índice cuyo código es el mismo que el de otro, o difiere solo en unos pocos bits: imágenes indexadas dos veces, fechas de un mismo lugar, o lugares de aspecto idéntico. Cada huella nombra el recorte más parecido y cuántos bits difieren. Exacto, y mucho más rápido que comparar todos con todos.</translation>
  </message>
  <message>
   <source>First day of acquisition</source>
   <translation>Primer día de adquisición</translation>
  </message>
  <message>
   <source>First steps</source>
   <translation>Primeros pasos</translation>
  </message>
  <message>
   <source>First steps: all done</source>
   <translation>Primeros pasos: todo hecho</translation>
  </message>
  <message>
   <source>Folder of images</source>
   <translation>Carpeta de imágenes</translation>
  </message>
  <message>
   <source>Folder of indexes</source>
   <translation>Carpeta de índices</translation>
  </message>
  <message>
   <source>Folder of models</source>
   <translation>Carpeta de modelos</translation>
  </message>
  <message>
   <source>Folder of wheels</source>
   <translation>Carpeta de wheels</translation>
  </message>
  <message>
   <source>Folder with *.whl files</source>
   <translation>Carpeta con archivos *.whl</translation>
  </message>
  <message>
   <source>Folder, zip or image file</source>
   <translation>Carpeta, zip o archivo de imagen</translation>
  </message>
  <message>
   <source>Folders</source>
   <translation>Carpetas</translation>
  </message>
  <message>
   <source>Footprints</source>
   <translation>Huellas</translation>
  </message>
  <message>
   <source>Footprints of {index}</source>
   <translation>Huellas de {index}</translation>
  </message>
  <message>
   <source>For a machine without a network: *.whl files that were fetched on another one</source>
   <translation>Para un equipo sin red: archivos *.whl obtenidos en otro</translation>
  </message>
  <message>
   <source>For reporting a problem: versions, packages, index and last error; no personal paths.</source>
   <translation>Para informar de un problema: versiones, paquetes, índice y último error; sin rutas personales.</translation>
  </message>
  <message>
   <source>Forward to the next search</source>
   <translation>Ir a la búsqueda siguiente</translation>
  </message>
  <message>
   <source>From a folder of &amp;wheels</source>
   <translation>Desde una carpeta de &amp;wheels</translation>
  </message>
  <message>
   <source>From the &amp;internet</source>
   <translation>Desde &amp;internet</translation>
  </message>
  <message>
   <source>Further indexes, searched together with it</source>
   <translation>Otros índices, en los que se busca a la vez</translation>
  </message>
  <message>
   <source>GDAL does not know its format</source>
   <translation>GDAL no conoce su formato</translation>
  </message>
  <message>
   <source>GeoJSON (*.geojson)</source>
   <translation>GeoJSON (*.geojson)</translation>
  </message>
  <message>
   <source>GeoPackage (*.gpkg)</source>
   <translation>GeoPackage (*.gpkg)</translation>
  </message>
  <message>
   <source>Getting {name}…</source>
   <translation>Obteniendo {name}…</translation>
  </message>
  <message>
   <source>Give one example: a point, an extent, a layer or an indexed patch.</source>
   <translation>Dé un ejemplo: un punto, una extensión, una capa o un recorte indexado.</translation>
  </message>
  <message>
   <source>Go on without judging this one (→)</source>
   <translation>Seguir sin juzgar este (→)</translation>
  </message>
  <message>
   <source>Gone, and removed: {count}.</source>
   <translation>Ya no están, y se han quitado: {count}.</translation>
  </message>
  <message>
   <source>Gone, but kept: {count}.</source>
   <translation>Ya no están, pero se conservan: {count}.</translation>
  </message>
  <message>
   <source>HDF5 cannot read it ({why})</source>
   <translation>HDF5 no puede leerlo ({why})</translation>
  </message>
  <message>
   <source>Hash layer</source>
   <translation>Capa de hash</translation>
  </message>
  <message>
   <source>Hit {rank}, similarity {similarity}
{name}</source>
   <translation>Resultado {rank}, similitud {similarity}
{name}</translation>
  </message>
  <message>
   <source>Hits lie within the selected polygons of this layer, or within all where none is selected. Of any other layer its extent counts.</source>
   <translation>Los resultados están dentro de los polígonos seleccionados de esta capa, o de todos si no hay ninguno seleccionado. De cualquier otra capa cuenta su extensión.</translation>
  </message>
  <message>
   <source>Hits: the best {shown} of {hits}</source>
   <translation>Resultados: los {shown} mejores de {hits}</translation>
  </message>
  <message>
   <source>Hold Shift to add a wanted example, Ctrl to add an unwanted one.</source>
   <translation>Mantenga Mayús para añadir un ejemplo deseado, Ctrl para añadir uno no deseado.</translation>
  </message>
  <message>
   <source>How far the hits are from the query. Drag the line, or press ← and →, to choose how many hits the map shows; double-click to show all.</source>
   <translation>A qué distancia de la consulta están los resultados. Arrastre la línea, o pulse ← y →, para elegir cuántos muestra el mapa; un doble clic los muestra todos.</translation>
  </message>
  <message>
   <source>How many</source>
   <translation>Cuántos</translation>
  </message>
  <message>
   <source>How many hits the panel lists at first</source>
   <translation>Cuántos resultados lista el panel al principio</translation>
  </message>
  <message>
   <source>How many hits to list; for even more use “Search index” in the Processing toolbox</source>
   <translation>Cuántos resultados listar; para aún más: «Buscar en un índice», en la caja de herramientas de procesos</translation>
  </message>
  <message>
   <source>How much disk space pictures of hits may take, so that they show at once the next time</source>
   <translation>Cuánto espacio en disco pueden ocupar las imágenes de los resultados, para que se muestren enseguida la próxima vez</translation>
  </message>
  <message>
   <source>How the images are read and coded</source>
   <translation>Cómo se leen y codifican las imágenes</translation>
  </message>
  <message>
   <source>I&amp;nstall</source>
   <translation>I&amp;nstalar</translation>
  </message>
  <message>
   <source>I&amp;nstall again</source>
   <translation>Volver a i&amp;nstalar</translation>
  </message>
  <message>
   <source>I&amp;nstall…</source>
   <translation>I&amp;nstalar…</translation>
  </message>
  <message>
   <source>If either is wrong, the ranking is meaningless. Choose under “Read as”.</source>
   <translation>Si uno de los dos es falso, el orden no significa nada. Elija en «Leer como».</translation>
  </message>
  <message>
   <source>If it is that, build again with “s2-offset”.</source>
   <translation>Si es esa, cree el índice de nuevo con «s2-offset».</translation>
  </message>
  <message>
   <source>If it is that, these need an index of their own, built with “s2-offset”.</source>
   <translation>Si es esa, estas imágenes necesitan un índice propio, creado con «s2-offset».</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>Imágenes</translation>
  </message>
  <message>
   <source>Images (*.zip *.tif *.tiff *.jp2 *.vrt *.img *.safe *.SAFE);;All files (*)</source>
   <translation>Imágenes (*.zip *.tif *.tiff *.jp2 *.vrt *.img *.safe *.SAFE);;Todos los archivos (*)</translation>
  </message>
  <message>
   <source>Images read as “s2” without any number below 1000: {count} of {total} ({names}). This is what processing baseline 04.00 or later looks like.</source>
   <translation>Imágenes leídas como «s2» sin ningún número menor que 1000: {count} de {total} ({names}). Ese es el aspecto de la línea base de procesamiento 04.00 o posterior.</translation>
  </message>
  <message>
   <source>Images that are gone</source>
   <translation>Imágenes que ya no están</translation>
  </message>
  <message>
   <source>Images that are not found</source>
   <translation>Imágenes no encontradas</translation>
  </message>
  <message>
   <source>Images whose patches are never hits</source>
   <translation>Imágenes cuyos recortes nunca son resultados</translation>
  </message>
  <message>
   <source>In the index {name}</source>
   <translation>En el índice {name}</translation>
  </message>
  <message>
   <source>Include patches that &amp;overlap the query</source>
   <translation>Incluir recortes que se &amp;solapan con la consulta</translation>
  </message>
  <message>
   <source>Inde&amp;x file</source>
   <translation>&amp;Archivo de índice</translation>
  </message>
  <message>
   <source>Index</source>
   <translation>Índice</translation>
  </message>
  <message>
   <source>Index &amp;what is done</source>
   <translation>Indexar lo &amp;hecho</translation>
  </message>
  <message>
   <source>Index file</source>
   <translation>Archivo de índice</translation>
  </message>
  <message>
   <source>Index info</source>
   <translation>Información del índice</translation>
  </message>
  <message>
   <source>Index properties</source>
   <translation>Propiedades del índice</translation>
  </message>
  <message>
   <source>Indexes</source>
   <translation>Índices</translation>
  </message>
  <message>
   <source>Indexes (*.h5) in it are listed in the panel, and new ones are suggested there</source>
   <translation>Los índices (*.h5) que contiene se listan en el panel, y los nuevos se proponen allí</translation>
  </message>
  <message>
   <source>Install it into Lookalike's package folder (README, Install).</source>
   <translation>Instálelo en la carpeta de paquetes de Lookalike (README, Install).</translation>
  </message>
  <message>
   <source>Install it with pip, or run inside QGIS, which brings GDAL.</source>
   <translation>Instálelo con pip, o trabaje dentro de QGIS, que trae GDAL.</translation>
  </message>
  <message>
   <source>Install it with: {command}</source>
   <translation>Instálelo con: {command}</translation>
  </message>
  <message>
   <source>Install or &amp;remove…</source>
   <translation>Instalar o &amp;quitar…</translation>
  </message>
  <message>
   <source>Install or remove these packages</source>
   <translation>Instalar o quitar estos paquetes</translation>
  </message>
  <message>
   <source>Install what is missing</source>
   <translation>Instalar lo que falta</translation>
  </message>
  <message>
   <source>Installed and tried: {names}.</source>
   <translation>Instalado y probado: {names}.</translation>
  </message>
  <message>
   <source>Install…</source>
   <translation>Instalar…</translation>
  </message>
  <message>
   <source>It has no files of these kinds: {known}.</source>
   <translation>No hay archivos de estas clases: {known}.</translation>
  </message>
  <message>
   <source>It holds {patches}.</source>
   <translation>Contiene {patches}.</translation>
  </message>
  <message>
   <source>Judge the best hits one by one with the arrow keys: ↑ wanted, ↓ unwanted</source>
   <translation>Juzgar los mejores resultados uno a uno con las flechas: ↑ deseado, ↓ no deseado</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>Guardadas</translation>
  </message>
  <message>
   <source>Lab&amp;els</source>
   <translation>&amp;Etiquetas</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Etiqueta</translation>
  </message>
  <message>
   <source>Label of the patch in its archive</source>
   <translation>Etiqueta del recorte en su archivo de imágenes</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Etiquetas</translation>
  </message>
  <message>
   <source>Labels: {labels}</source>
   <translation>Etiquetas: {labels}</translation>
  </message>
  <message>
   <source>Last day of acquisition</source>
   <translation>Último día de adquisición</translation>
  </message>
  <message>
   <source>Less like this (↓)</source>
   <translation>Menos como este (↓)</translation>
  </message>
  <message>
   <source>Level-1C/2A numbers, older baseline or harmonised: value / 10000</source>
   <translation>Números de nivel 1C/2A, línea base anterior o armonizados: valor / 10000</translation>
  </message>
  <message>
   <source>Level-1C/2A numbers, processing baseline 04.00 or later: (value − 1000) / 10000</source>
   <translation>Números de nivel 1C/2A, línea base 04.00 o posterior: (valor − 1000) / 10000</translation>
  </message>
  <message>
   <source>Lists the patches whose name or label contains this text</source>
   <translation>Lista los recortes cuyo nombre o etiqueta contiene este texto</translation>
  </message>
  <message>
   <source>Load examples</source>
   <translation>Cargar ejemplos</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Registro</translation>
  </message>
  <message>
   <source>Look at the hits</source>
   <translation>Mirar los resultados</translation>
  </message>
  <message>
   <source>Lookalike</source>
   <translation>Lookalike</translation>
  </message>
  <message>
   <source>Lookalike index (*.h5)</source>
   <translation>Índice de Lookalike (*.h5)</translation>
  </message>
  <message>
   <source>Lookalike needs two Python packages that do not come with QGIS. They go into a folder of their own; QGIS and its other packages stay as they are.</source>
   <translation>Lookalike necesita dos paquetes de Python que no vienen con QGIS. Van a una carpeta propia; QGIS y sus otros paquetes quedan como están.</translation>
  </message>
  <message>
   <source>Lookalike: Python packages</source>
   <translation>Lookalike: paquetes de Python</translation>
  </message>
  <message>
   <source>Lookalike: help</source>
   <translation>Lookalike: ayuda</translation>
  </message>
  <message>
   <source>Looking for QGIS's Python…</source>
   <translation>Buscando el Python de QGIS…</translation>
  </message>
  <message>
   <source>Looking for new images…</source>
   <translation>Buscando imágenes nuevas…</translation>
  </message>
  <message>
   <source>Looking for the images…</source>
   <translation>Buscando las imágenes…</translation>
  </message>
  <message>
   <source>Looking for the images… {done} of {total}</source>
   <translation>Buscando las imágenes… {done} de {total}</translation>
  </message>
  <message>
   <source>Looking for the packages…</source>
   <translation>Buscando los paquetes…</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Creado</translation>
  </message>
  <message>
   <source>Make an index of the part that was done before the stop</source>
   <translation>Crear un índice de la parte hecha antes de detenerse</translation>
  </message>
  <message>
   <source>Make an index of your own Sentinel-2 images</source>
   <translation>Hacer un índice de sus propias imágenes Sentinel-2</translation>
  </message>
  <message>
   <source>Makes a layer of the footprints of an index: one polygon for each patch, with its row, id, label, date and source, coloured by label where there are labels. The row is what Search index takes as an example. An extent keeps the patches whose centre lies in it. For more than 100,000 patches choose a file, not a temporary layer, which QGIS would keep in memory: a million take about 300 MB as a GeoPackage.</source>
   <translation>Hace una capa con las huellas de un índice: un polígono por recorte, con su fila, identificador, etiqueta, fecha y fuente, coloreada por etiqueta donde las hay. La fila es lo que Buscar en un índice toma como ejemplo. Una extensión conserva los recortes cuyo centro está en ella. Para más de 100.000 recortes elija un archivo, no una capa temporal, que QGIS mantendría en memoria: un millón ocupa unos 300 MB como GeoPackage.</translation>
  </message>
  <message>
   <source>Mark one with + or −</source>
   <translation>Marcar uno con + o −</translation>
  </message>
  <message>
   <source>Menu: help, first steps, options, packages, problem report</source>
   <translation>Menú: ayuda, primeros pasos, opciones, paquetes, informe de un problema</translation>
  </message>
  <message>
   <source>Merge indexes</source>
   <translation>Unir índices</translation>
  </message>
  <message>
   <source>Merged index</source>
   <translation>Índice unido</translation>
  </message>
  <message>
   <source>Merging indexes</source>
   <translation>Unir índices</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modelo</translation>
  </message>
  <message>
   <source>Model quality</source>
   <translation>Calidad del modelo</translation>
  </message>
  <message>
   <source>Model: {model}</source>
   <translation>Modelo: {model}</translation>
  </message>
  <message>
   <source>Months</source>
   <translation>Meses</translation>
  </message>
  <message>
   <source>More like this (↑)</source>
   <translation>Más como este (↑)</translation>
  </message>
  <message>
   <source>Mostly right as it is: taken from the files, or a common choice</source>
   <translation>Suele valer tal como está: tomado de los archivos, o una opción habitual</translation>
  </message>
  <message>
   <source>Moved images</source>
   <translation>Imágenes movidas</translation>
  </message>
  <message>
   <source>Moved: {count}.</source>
   <translation>Movidas: {count}.</translation>
  </message>
  <message>
   <source>Name an archive: either a folder, or a raster or zip file.</source>
   <translation>Indique un archivo de imágenes: una carpeta, o bien un ráster o un zip.</translation>
  </message>
  <message>
   <source>Name of the patch in its archive</source>
   <translation>Nombre del recorte en su archivo de imágenes</translation>
  </message>
  <message>
   <source>Name one archive: either a folder, or a raster or zip file.</source>
   <translation>Indique un solo archivo de imágenes: una carpeta, o bien un ráster o un zip.</translation>
  </message>
  <message>
   <source>Nearest duplicates</source>
   <translation>Duplicados más cercanos</translation>
  </message>
  <message>
   <source>Nearest example: {example}</source>
   <translation>Ejemplo más cercano: {example}</translation>
  </message>
  <message>
   <source>New images</source>
   <translation>Imágenes nuevas</translation>
  </message>
  <message>
   <source>New images: {count}.</source>
   <translation>Imágenes nuevas: {count}.</translation>
  </message>
  <message>
   <source>New patches</source>
   <translation>Recortes nuevos</translation>
  </message>
  <message>
   <source>No hit is left: all patches overlap the example.</source>
   <translation>No queda ningún resultado: todos los recortes se solapan con el ejemplo.</translation>
  </message>
  <message>
   <source>No hits are left to judge. Ask for more hits above, or press Done.</source>
   <translation>No quedan resultados que juzgar. Pida más resultados arriba, o pulse Hecho.</translation>
  </message>
  <message>
   <source>No hits except patches that overlap the query: tick “Overlapping hits”.</source>
   <translation>No hay más resultados que los recortes que se solapan con la consulta: marque «Resultados solapados».</translation>
  </message>
  <message>
   <source>No hits. </source>
   <translation>Sin resultados. </translation>
  </message>
  <message>
   <source>No hits: the message above the map says why.</source>
   <translation>Sin resultados: el mensaje encima del mapa dice por qué.</translation>
  </message>
  <message>
   <source>No index is open.</source>
   <translation>No hay ningún índice abierto.</translation>
  </message>
  <message>
   <source>No index is open. Open one, or build one from your own images, under Index.</source>
   <translation>No hay ningún índice abierto. Abra uno, o cree uno de sus propias imágenes, en Índice.</translation>
  </message>
  <message>
   <source>No indexed patch here. Click on or near a footprint of the index {name}.</source>
   <translation>Aquí no hay ningún recorte indexado. Haga clic en una huella del índice {name} o cerca.</translation>
  </message>
  <message>
   <source>No new hits; those of the last query are still shown.</source>
   <translation>No hay resultados nuevos; se muestran aún los de la última consulta.</translation>
  </message>
  <message>
   <source>No patch has data in at least half of its pixels.</source>
   <translation>Ningún recorte tiene datos en al menos la mitad de sus píxeles.</translation>
  </message>
  <message>
   <source>No patch of the index lies in the extent.</source>
   <translation>Ningún recorte del índice está en la extensión.</translation>
  </message>
  <message>
   <source>No patch of this index has such a name or label.</source>
   <translation>Ningún recorte de este índice tiene ese nombre o etiqueta.</translation>
  </message>
  <message>
   <source>No patch passes the filters.</source>
   <translation>Ningún recorte pasa los filtros.</translation>
  </message>
  <message>
   <source>No picture of a query</source>
   <translation>Sin imagen de una consulta</translation>
  </message>
  <message>
   <source>No polygon of {layer} lies anywhere on the Earth. Check its coordinate reference system, or choose another layer.</source>
   <translation>Ningún polígono de {layer} está en la Tierra. Compruebe su sistema de referencia de coordenadas, o elija otra capa.</translation>
  </message>
  <message>
   <source>No polygons or points are selected. Select some with QGIS's selection tools; where several layers have a selection, make the one that you mean active under Layers.</source>
   <translation>No hay polígonos ni puntos seleccionados. Seleccione algunos con las herramientas de selección de QGIS; si varias capas tienen una selección, active en Capas la que usted quiere.</translation>
  </message>
  <message>
   <source>No raster layer is chosen to draw on. Add a Sentinel-2 image to the project and choose it under Query from.</source>
   <translation>No se ha elegido una capa ráster en la que dibujar. Añada una imagen Sentinel-2 al proyecto y elíjala en Consulta desde.</translation>
  </message>
  <message>
   <source>No usable raster was found in {path}. {detail}</source>
   <translation>No se encontró ningún ráster utilizable en {path}. {detail}</translation>
  </message>
  <message>
   <source>No wanted example is left: mark an example or a hit with +.</source>
   <translation>No queda ningún ejemplo deseado: marque un ejemplo o un resultado con +.</translation>
  </message>
  <message>
   <source>Not attached: the index was passed on without its images.</source>
   <translation>No están unidas: el índice se entregó sin sus imágenes.</translation>
  </message>
  <message>
   <source>Not found again, neither in the index {index} nor on a raster of the project: {names}. Add an image of these places to the project, and load the examples once more.</source>
   <translation>No se han vuelto a encontrar, ni en el índice {index} ni en un ráster del proyecto: {names}. Añada al proyecto una imagen de esos lugares y cargue los ejemplos otra vez.</translation>
  </message>
  <message>
   <source>Not found: {missing} of {all}. Is their drive attached?</source>
   <translation>No encontradas: {missing} de {all}. ¿Está conectada su unidad?</translation>
  </message>
  <message>
   <source>Nothing has changed: the index is up to date.</source>
   <translation>Nada ha cambiado: el índice está al día.</translation>
  </message>
  <message>
   <source>ONNX Runtime cannot load it ({why})</source>
   <translation>ONNX Runtime no puede cargarlo ({why})</translation>
  </message>
  <message>
   <source>ONNX Runtime does not start it</source>
   <translation>ONNX Runtime no lo inicia</translation>
  </message>
  <message>
   <source>Of hits that look nearly the same only the best, so that the hits differ more</source>
   <translation>De los resultados de aspecto casi igual, solo el mejor, para que sean más distintos</translation>
  </message>
  <message>
   <source>Of the first 20 hits {first} were of the query's class, of the first 100 {many}; measured with {queries} patches that training never saw, among {archive}.</source>
   <translation>De los 20 primeros resultados, {first} eran de la clase de la consulta, de los 100 primeros {many}; medido con {queries} recortes que el entrenamiento nunca vio, entre {archive}.</translation>
  </message>
  <message>
   <source>One hit per</source>
   <translation>Un resultado por</translation>
  </message>
  <message>
   <source>Only between different images</source>
   <translation>Solo entre imágenes distintas</translation>
  </message>
  <message>
   <source>Only hits at least this far from each other</source>
   <translation>Solo resultados al menos a esta distancia entre sí</translation>
  </message>
  <message>
   <source>Only hits at least this far from every example</source>
   <translation>Solo resultados al menos a esta distancia de cada ejemplo</translation>
  </message>
  <message>
   <source>Only hits from images with at most this much cloud; 100 %: any</source>
   <translation>Solo resultados de imágenes con esta nubosidad como máximo; 100 %: cualquiera</translation>
  </message>
  <message>
   <source>Only hits with these labels</source>
   <translation>Solo resultados con estas etiquetas</translation>
  </message>
  <message>
   <source>Only in this extent</source>
   <translation>Solo en esta extensión</translation>
  </message>
  <message>
   <source>Only the best hit of each image, so that the hits are more spread out</source>
   <translation>Solo el mejor resultado de cada imagen, para que estén más repartidos</translation>
  </message>
  <message>
   <source>Only the part in &amp;view</source>
   <translation>Solo la parte &amp;visible</translation>
  </message>
  <message>
   <source>Open an index</source>
   <translation>Abrir un índice</translation>
  </message>
  <message>
   <source>Opens the sample index and zooms to it, on a map of the world</source>
   <translation>Abre el índice de ejemplo y acerca a él, sobre un mapa del mundo</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>Abrir…</translation>
  </message>
  <message>
   <source>P&amp;olygon on the map</source>
   <translation>Polígono &amp;en el mapa</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <source>Part of an image's name, or a label</source>
   <translation>Parte del nombre de una imagen, o una etiqueta</translation>
  </message>
  <message>
   <source>Patch</source>
   <translation>Recorte</translation>
  </message>
  <message>
   <source>Patch by &amp;name…</source>
   <translation>Recorte por &amp;nombre…</translation>
  </message>
  <message>
   <source>Patch by name or label</source>
   <translation>Recorte por nombre o etiqueta</translation>
  </message>
  <message>
   <source>Patch codes</source>
   <translation>Códigos de recortes</translation>
  </message>
  <message>
   <source>Patch codes of a raster</source>
   <translation>Códigos de los recortes de un ráster</translation>
  </message>
  <message>
   <source>Patch {row}</source>
   <translation>Recorte {row}</translation>
  </message>
  <message>
   <source>Patches</source>
   <translation>Recortes</translation>
  </message>
  <message>
   <source>Patches in folders, whose names become labels, or large images, which are cut into patches</source>
   <translation>Recortes en carpetas, cuyos nombres serán las etiquetas, o imágenes grandes, que se cortan en recortes</translation>
  </message>
  <message>
   <source>Patches that have a duplicate</source>
   <translation>Recortes que tienen un duplicado</translation>
  </message>
  <message>
   <source>Patches that have a duplicate: {count}.</source>
   <translation>Recortes que tienen un duplicado: {count}.</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>Periodo</translation>
  </message>
  <message>
   <source>Picture (*.png)</source>
   <translation>Imagen (*.png)</translation>
  </message>
  <message>
   <source>Pictures of hits</source>
   <translation>Imágenes de los resultados</translation>
  </message>
  <message>
   <source>Pixels from patch to patch (0: a patch's size)</source>
   <translation>Píxeles de recorte a recorte (0: el tamaño de un recorte)</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lugar</translation>
  </message>
  <message>
   <source>Places like these, in {index}</source>
   <translation>Lugares como estos, en {index}</translation>
  </message>
  <message>
   <source>Places similar to {names}</source>
   <translation>Lugares parecidos a {names}</translation>
  </message>
  <message>
   <source>Press + or − to change an example, Del to remove it, Enter to zoom to it</source>
   <translation>Pulse + o − para cambiar un ejemplo, Supr para quitarlo, Intro para acercarse a él</translation>
  </message>
  <message>
   <source>Press Enter to search with the selected patch.</source>
   <translation>Pulse Intro para buscar con el recorte seleccionado.</translation>
  </message>
  <message>
   <source>Press Esc to stop.</source>
   <translation>Pulse Esc para terminar.</translation>
  </message>
  <message>
   <source>Press the disk above the results: GeoPackage, GeoJSON, CSV.</source>
   <translation>Pulse el disquete encima de los resultados: GeoPackage, GeoJSON, CSV.</translation>
  </message>
  <message>
   <source>Press “Pick on the map”, then click near a river, a town or a forest.</source>
   <translation>Pulse «Señalar en el mapa» y haga clic cerca de un río, una ciudad o un bosque.</translation>
  </message>
  <message>
   <source>Press “{button}”, then click on the map.</source>
   <translation>Pulse «{button}» y luego haga clic en el mapa.</translation>
  </message>
  <message>
   <source>Processor cores that the network may use; fewer leave more to other work</source>
   <translation>Núcleos del procesador que puede usar la red; menos dejan más para otro trabajo</translation>
  </message>
  <message>
   <source>Properties of this index</source>
   <translation>Propiedades de este índice</translation>
  </message>
  <message>
   <source>Python &amp;packages…</source>
   <translation>&amp;Paquetes de Python…</translation>
  </message>
  <message>
   <source>Python packages</source>
   <translation>Paquetes de Python</translation>
  </message>
  <message>
   <source>QGIS's Python has no pip. Install it (on Debian and Ubuntu: sudo apt install python3-pip) and try again, or choose a folder of wheels</source>
   <translation>El Python de QGIS no tiene pip. Instálelo (en Debian y Ubuntu: sudo apt install python3-pip) e inténtelo de nuevo, o elija una carpeta de wheels</translation>
  </message>
  <message>
   <source>QGIS's own Python cannot be used ({reason})</source>
   <translation>no se puede usar el Python de QGIS ({reason})</translation>
  </message>
  <message>
   <source>Query from</source>
   <translation>Consulta desde</translation>
  </message>
  <message>
   <source>Rank: 1 is the most similar</source>
   <translation>Rango: 1 es el más parecido</translation>
  </message>
  <message>
   <source>Raster</source>
   <translation>Ráster</translation>
  </message>
  <message>
   <source>Read a&amp;s</source>
   <translation>Leído c&amp;omo</translation>
  </message>
  <message>
   <source>Read all…</source>
   <translation>Leer todo…</translation>
  </message>
  <message>
   <source>Read as</source>
   <translation>Leído como</translation>
  </message>
  <message>
   <source>Read as “{here}”, {how}.</source>
   <translation>Leído como «{here}», {how}.</translation>
  </message>
  <message>
   <source>Read as “{reading}”, but no number of this image is below 1000: it looks like processing baseline 04.00 or later. If it is, choose “s2-offset” under “Read as”.</source>
   <translation>Leído como «{reading}», pero ningún número de esta imagen es inferior a 1000: parece de la línea base de procesamiento 04.00 o posterior. Si lo es, elija «s2-offset» en «Leer como».</translation>
  </message>
  <message>
   <source>Read as: {readings}</source>
   <translation>Leído como: {readings}</translation>
  </message>
  <message>
   <source>Reading rasters</source>
   <translation>Leer rásteres</translation>
  </message>
  <message>
   <source>Reading the area…</source>
   <translation>Leyendo la zona…</translation>
  </message>
  <message>
   <source>Refi&amp;ne…</source>
   <translation>Re&amp;finar…</translation>
  </message>
  <message>
   <source>Reflectance as it is: 0.2 is 20 %</source>
   <translation>Reflectancia tal cual: 0,2 es 20 %</translation>
  </message>
  <message>
   <source>Remove all examples</source>
   <translation>Quitar todos los ejemplos</translation>
  </message>
  <message>
   <source>Remove all filters</source>
   <translation>Quitar todos los filtros</translation>
  </message>
  <message>
   <source>Remove patches whose images are gone</source>
   <translation>Quitar los recortes cuyas imágenes ya no están</translation>
  </message>
  <message>
   <source>Remove this example (Del)</source>
   <translation>Quitar este ejemplo (Supr)</translation>
  </message>
  <message>
   <source>Report copied</source>
   <translation>Informe copiado</translation>
  </message>
  <message>
   <source>Res&amp;ults</source>
   <translation>Res&amp;ultados</translation>
  </message>
  <message>
   <source>Rese&amp;t</source>
   <translation>Res&amp;tablecer</translation>
  </message>
  <message>
   <source>Restart QGIS to use the new version.</source>
   <translation>Reinicie QGIS para usar la versión nueva.</translation>
  </message>
  <message>
   <source>Results: INDEX is the file; PATCHES and SKIPPED count the patches in it and the files that could not be read, which the log names.</source>
   <translation>Resultados: INDEX es el archivo; PATCHES y SKIPPED cuentan los recortes que contiene y los archivos que no se pudieron leer, que el registro nombra.</translation>
  </message>
  <message>
   <source>Results: OUTPUT is the layer, with the fields twin and twin_row (id and row of the patch most like it) and bits (how many differ); PATCHES counts its footprints.</source>
   <translation>Resultados: OUTPUT es la capa, con los campos twin y twin_row (identificador y fila del recorte más parecido) y bits (cuántos difieren); PATCHES cuenta sus huellas.</translation>
  </message>
  <message>
   <source>Results: OUTPUT is the layer; PATCHES counts its footprints.</source>
   <translation>Resultados: OUTPUT es la capa; PATCHES cuenta sus huellas.</translation>
  </message>
  <message>
   <source>Results: OUTPUT is the layer; PATCHES counts its footprints. Patches without data are left out.</source>
   <translation>Resultados: OUTPUT es la capa; PATCHES cuenta sus huellas. Los recortes sin datos se omiten.</translation>
  </message>
  <message>
   <source>Results: OUTPUT is the layer; PATCHES counts its hits. Its fields are rank; distance (differing bits, weighted where the example was cut from a raster; hamming counts them plainly); similarity (in percent); id, label, date and source; and row, in the file that index names.</source>
   <translation>Resultados: OUTPUT es la capa; PATCHES cuenta sus resultados. Sus campos son rank (puesto); distance (bits que difieren, ponderados si el ejemplo se recortó de un ráster; hamming los cuenta sin ponderar); similarity (similitud en porcentaje); id, label, date y source; y row, la fila en el archivo que index nombra.</translation>
  </message>
  <message>
   <source>Results: OUTPUT is the raster (a GeoTIFF, in percent, no data where there is no patch); FOOTPRINTS is the layer, with the field similarity in percent; PATCHES counts the patches.</source>
   <translation>Resultados: OUTPUT es el ráster (un GeoTIFF, en porcentaje, sin datos donde no hay recorte); FOOTPRINTS es la capa, con el campo similarity en porcentaje; PATCHES cuenta los recortes.</translation>
  </message>
  <message>
   <source>Results: OUTPUT_INDEX is the new file; PATCHES counts the patches in it.</source>
   <translation>Resultados: OUTPUT_INDEX es el archivo nuevo; PATCHES cuenta los recortes que contiene.</translation>
  </message>
  <message>
   <source>Results: OUTPUT_INDEX is the same file; PATCHES counts the patches that were encoded; NEW, CHANGED, MOVED, GONE and SKIPPED count images, of which the log names those that are gone or cannot be read. Where images came from elsewhere, the next update looks there, too, and nowhere beside it.</source>
   <translation>Resultados: OUTPUT_INDEX es el mismo archivo; PATCHES cuenta los recortes que se codificaron; NEW, CHANGED, MOVED, GONE y SKIPPED cuentan imágenes (nuevas, cambiadas, movidas, desaparecidas, omitidas); el registro nombra las desaparecidas y las ilegibles. Si llegaron imágenes de otro lugar, la próxima actualización busca también allí, y en ningún sitio al lado.</translation>
  </message>
  <message>
   <source>Results: PATCHES and IMAGES are counts, MISSING that of images that are not found; BITS is the length of a code; TITLE and MODEL are names; MODEL_DIGEST and LAYER_DIGEST say which codes can be compared (LAYER_DIGEST is empty where the hash layer is the model's); EXTENT is what other algorithms take as an extent.</source>
   <translation>Resultados: PATCHES e IMAGES son cantidades, MISSING la de imágenes que no se encuentran; BITS es la longitud de un código; TITLE y MODEL son nombres; MODEL_DIGEST y LAYER_DIGEST dicen qué códigos se pueden comparar (LAYER_DIGEST está vacío donde la capa hash es la del modelo); EXTENT es lo que otros algoritmos toman como extensión.</translation>
  </message>
  <message>
   <source>Results: PATCHES counts the patches of a whole index.</source>
   <translation>Resultados: PATCHES cuenta los recortes de un índice íntegro.</translation>
  </message>
  <message>
   <source>Round {round}, {judged} of {size} judged</source>
   <translation>Ronda {round}, {judged} de {size} juzgados</translation>
  </message>
  <message>
   <source>Run the &amp;network on</source>
   <translation>La &amp;red se ejecuta en</translation>
  </message>
  <message>
   <source>Save &amp;contact sheet (PDF, PNG)…</source>
   <translation>Guardar &amp;hoja de contactos (PDF, PNG)…</translation>
  </message>
  <message>
   <source>Save &amp;hits (GeoPackage, GeoJSON, CSV)…</source>
   <translation>Guardar &amp;resultados (GeoPackage, GeoJSON, CSV)…</translation>
  </message>
  <message>
   <source>Save contact sheet</source>
   <translation>Guardar hoja de contactos</translation>
  </message>
  <message>
   <source>Save examples</source>
   <translation>Guardar ejemplos</translation>
  </message>
  <message>
   <source>Save hits</source>
   <translation>Guardar resultados</translation>
  </message>
  <message>
   <source>Save the examples to a file, or load some from one</source>
   <translation>Guardar los ejemplos en un archivo, o cargarlos de uno</translation>
  </message>
  <message>
   <source>Save the hits</source>
   <translation>Guardar los resultados</translation>
  </message>
  <message>
   <source>Save the hits, or a contact sheet of their pictures</source>
   <translation>Guardar los resultados, o una hoja con sus imágenes</translation>
  </message>
  <message>
   <source>Saved {file}</source>
   <translation>{file} guardado</translation>
  </message>
  <message>
   <source>Says what an index holds: how many patches of how many images, which model made its codes, whether it is adapted to its archive, how the images' numbers were read, its labels with their counts, its period and extent, and how many of its images are not where the index says. Needs no further package.</source>
   <translation>Dice lo que contiene un índice: cuántos recortes de cuántas imágenes, qué modelo hizo sus códigos, si está adaptado a su archivo de imágenes, cómo se leyeron los números de las imágenes, sus etiquetas y cuántas hay de cada una, su periodo y extensión, y cuántas de sus imágenes no están donde dice el índice. No necesita ningún otro paquete.</translation>
  </message>
  <message>
   <source>Se&amp;veral patches</source>
   <translation>&amp;Varios recortes</translation>
  </message>
  <message>
   <source>Search from a place</source>
   <translation>Buscar desde un lugar</translation>
  </message>
  <message>
   <source>Search index</source>
   <translation>Buscar en un índice</translation>
  </message>
  <message>
   <source>Search other indexes together with this one</source>
   <translation>Buscar en otros índices junto con este</translation>
  </message>
  <message>
   <source>Search together with</source>
   <translation>Buscar también en</translation>
  </message>
  <message>
   <source>Search with a whole image from your disk; you can also drop it on this panel</source>
   <translation>Buscar con una imagen entera de su disco; también puede soltarla sobre este panel</translation>
  </message>
  <message>
   <source>Search with an image</source>
   <translation>Buscar con una imagen</translation>
  </message>
  <message>
   <source>Search with the patch in the middle of the map</source>
   <translation>Buscar con el recorte del centro del mapa</translation>
  </message>
  <message>
   <source>Search with the patches under the selected polygons or points of a layer</source>
   <translation>Buscar con los recortes bajo los polígonos o puntos seleccionados de una capa</translation>
  </message>
  <message>
   <source>Searched together with: {others}</source>
   <translation>Se busca también en: {others}</translation>
  </message>
  <message>
   <source>Searching</source>
   <translation>Búsqueda</translation>
  </message>
  <message>
   <source>Searching by a raster</source>
   <translation>Buscar con un ráster</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>Buscando…</translation>
  </message>
  <message>
   <source>Select a hit, then press + (more like this) or − (less like this).</source>
   <translation>Seleccione un resultado y pulse + (más como este) o − (menos como este).</translation>
  </message>
  <message>
   <source>Share of random pairs of patches in this index that are less alike than query and hit</source>
   <translation>Parte de los pares al azar de recortes de este índice que se parecen menos que la consulta y el resultado</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Mostrar</translation>
  </message>
  <message>
   <source>Show all first steps, or only the next</source>
   <translation>Mostrar todos los primeros pasos, o solo el siguiente</translation>
  </message>
  <message>
   <source>Show the &amp;nearest example</source>
   <translation>Mostrar el e&amp;jemplo más cercano</translation>
  </message>
  <message>
   <source>Show the hits as pictures</source>
   <translation>Mostrar los resultados como imágenes</translation>
  </message>
  <message>
   <source>Shows what the network sees of a query, where its image is at hand</source>
   <translation>Muestra lo que la red ve de una consulta, si su imagen está disponible</translation>
  </message>
  <message>
   <source>Shows where the land resembles an example: every patch of an index, not only the best, with its similarity: the share of random pairs of the index, in percent, that lie further apart. The raster has cells as large as the step from patch to patch, in the CRS of the images where they share one, else in longitude and latitude; where patches overlap, a cell holds their mean. The footprints have one polygon for each patch. The example is given as for Search index; an extent keeps the patches whose centre lies in it.</source>
   <translation>Muestra dónde se parece el terreno a un ejemplo: cada recorte de un índice, no solo los mejores, con su similitud: la parte de los pares al azar del índice, en porcentaje, que distan más entre sí. Las celdas del ráster son tan grandes como el paso de recorte a recorte, en el SRC de las imágenes si comparten uno, si no en longitud y latitud; donde los recortes se solapan, una celda contiene su media. Las huellas tienen un polígono por recorte. El ejemplo se da como en Buscar en un índice; una extensión conserva los recortes cuyo centro está en ella.</translation>
  </message>
  <message>
   <source>Similar places</source>
   <translation>Lugares parecidos</translation>
  </message>
  <message>
   <source>Similarity</source>
   <translation>Similitud</translation>
  </message>
  <message>
   <source>Similarity map</source>
   <translation>Mapa de similitud</translation>
  </message>
  <message>
   <source>Similarity map: how much every place of the index resembles the query</source>
   <translation>Mapa de similitud: cuánto se parece cada lugar del índice a la consulta</translation>
  </message>
  <message>
   <source>Similarity of footprints</source>
   <translation>Similitud de las huellas</translation>
  </message>
  <message>
   <source>Similarity {similarity}, differing bits: {bits}</source>
   <translation>Similitud {similarity}, bits distintos: {bits}</translation>
  </message>
  <message>
   <source>Similarity: % of random pairs that lie further apart</source>
   <translation>Similitud: % de los pares al azar que distan más entre sí</translation>
  </message>
  <message>
   <source>Skip →</source>
   <translation>Saltar →</translation>
  </message>
  <message>
   <source>Skipped files: {count} ({names}).</source>
   <translation>Archivos omitidos: {count} ({names}).</translation>
  </message>
  <message>
   <source>Skipped {path}: {why}</source>
   <translation>{path} omitido: {why}</translation>
  </message>
  <message>
   <source>Skipped, as they cannot be read: {count}.</source>
   <translation>Omitidas, porque no se pueden leer: {count}.</translation>
  </message>
  <message>
   <source>Something went wrong inside Lookalike ({problem}). The details are in View &gt; Panels &gt; Log Messages, under Lookalike.</source>
   <translation>Algo falló dentro de Lookalike ({problem}). Los detalles están en Ver &gt; Paneles &gt; Mensajes del registro, en Lookalike.</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Empezando…</translation>
  </message>
  <message>
   <source>Step {number} of {all}: {title}</source>
   <translation>Paso {number} de {all}: {title}</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Detener</translation>
  </message>
  <message>
   <source>Stop refining (Esc)</source>
   <translation>Dejar de refinar (Esc)</translation>
  </message>
  <message>
   <source>Stopped before the first image was done.</source>
   <translation>Detenido antes de terminar la primera imagen.</translation>
  </message>
  <message>
   <source>Stopped.</source>
   <translation>Detenido.</translation>
  </message>
  <message>
   <source>Stopped. Done and kept: {patches}. “Build” goes on from there.</source>
   <translation>Detenido. Hecho y conservado: {patches}. «Crear» sigue desde ahí.</translation>
  </message>
  <message>
   <source>Stopped. What was installed before is unchanged.</source>
   <translation>Detenido. Lo que estaba instalado antes sigue igual.</translation>
  </message>
  <message>
   <source>Stopped; the index is as it was. What is encoded is kept: “Update” goes on.</source>
   <translation>Detenido; el índice sigue igual. Lo codificado se conserva: «Actualizar» continúa.</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Deteniendo…</translation>
  </message>
  <message>
   <source>Text, comma-separated (*.csv)</source>
   <translation>Texto, separado por comas (*.csv)</translation>
  </message>
  <message>
   <source>That is all. The help pages are in the menu behind the wrench.</source>
   <translation>Eso es todo. Las páginas de ayuda están en el menú de la llave inglesa.</translation>
  </message>
  <message>
   <source>That is slower: you can go back to the processor in the options.</source>
   <translation>Es más lento: puede volver al procesador en las opciones.</translation>
  </message>
  <message>
   <source>That was with codes adapted to those patches, as yours are to your archive.</source>
   <translation>Eso fue con códigos adaptados a esos recortes, como los suyos lo están a su archivo de imágenes.</translation>
  </message>
  <message>
   <source>That was with the model's own codes; yours are adapted to your archive.</source>
   <translation>Eso fue con los códigos propios del modelo; los suyos están adaptados a su archivo de imágenes.</translation>
  </message>
  <message>
   <source>The Sentinel-2 image that queries are drawn on</source>
   <translation>La imagen Sentinel-2 sobre la que se dibujan las consultas</translation>
  </message>
  <message>
   <source>The best hits one by one: say with the arrow keys whether each is wanted</source>
   <translation>Los mejores resultados uno a uno: decir con las flechas si cada uno es deseado</translation>
  </message>
  <message>
   <source>The examples of the query: hits look like the wanted ones, and unlike the unwanted ones</source>
   <translation>Los ejemplos de la consulta: los resultados se parecen a los deseados y no a los no deseados</translation>
  </message>
  <message>
   <source>The extent lies nowhere on the Earth. Check its coordinate reference system.</source>
   <translation>La extensión no está en la Tierra. Compruebe su sistema de referencia de coordenadas.</translation>
  </message>
  <message>
   <source>The file to write; a build that was stopped goes on in the same file</source>
   <translation>El archivo que se escribe; una creación detenida continúa en el mismo archivo</translation>
  </message>
  <message>
   <source>The folder with the *.whl files of the packages</source>
   <translation>La carpeta con los archivos *.whl de los paquetes</translation>
  </message>
  <message>
   <source>The hits, the most similar first</source>
   <translation>Los resultados, primero los más parecidos</translation>
  </message>
  <message>
   <source>The index is being built.</source>
   <translation>Se está creando el índice.</translation>
  </message>
  <message>
   <source>The index is whole: {patches}.</source>
   <translation>El índice está íntegro: {patches}.</translation>
  </message>
  <message>
   <source>The index that is searched</source>
   <translation>El índice en el que se busca</translation>
  </message>
  <message>
   <source>The index that is searched: the codes and places of its patches</source>
   <translation>El índice en que se busca: los códigos y lugares de sus recortes</translation>
  </message>
  <message>
   <source>The index {index} does not say where its imagery lies. Name the folder or file to look for new images in.</source>
   <translation>El índice {index} no dice dónde están sus imágenes. Indique la carpeta o el archivo en el que buscar imágenes nuevas.</translation>
  </message>
  <message>
   <source>The index {index} was made by the model {wanted}, not by {given}; their codes cannot be compared. Choose the model {wanted}, or build the index again.</source>
   <translation>El índice {index} se hizo con el modelo {wanted}, no con {given}; sus códigos no se pueden comparar. Elija el modelo {wanted}, o cree el índice de nuevo.</translation>
  </message>
  <message>
   <source>The index {index} was made by the model {wanted}, which is not among the models here. Searching from an indexed patch still works; to draw a query, add that model's file.</source>
   <translation>El índice {index} se hizo con el modelo {wanted}, que no está entre los modelos presentes. Buscar desde un recorte indexado sigue funcionando; para dibujar una consulta, añada el archivo de ese modelo.</translation>
  </message>
  <message>
   <source>The index {name} has no patch to search: {reason}.</source>
   <translation>El índice {name} no tiene recortes en los que buscar: {reason}.</translation>
  </message>
  <message>
   <source>The index {path} has changed since it was opened, and was opened again. If your last click or mark is not among the examples, repeat it.</source>
   <translation>El índice {path} ha cambiado desde que se abrió, y se ha abierto de nuevo. Si su último clic o marca no está entre los ejemplos, repítalo.</translation>
  </message>
  <message>
   <source>The index {path} has format version {found}; this Lookalike reads up to version {known}. Update the plugin.</source>
   <translation>El índice {path} tiene la versión de formato {found}; este Lookalike lee hasta la versión {known}. Actualice el complemento.</translation>
  </message>
  <message>
   <source>The index {path} has no patch {row}: patches are counted from 0, and it holds {rows}.</source>
   <translation>El índice {path} no tiene el recorte {row}: se cuentan desde 0, y contiene {rows}.</translation>
  </message>
  <message>
   <source>The index {path} is damaged: {problem}. Restore it from a copy, or build it again.</source>
   <translation>El índice {path} está dañado: {problem}. Restáurelo de una copia, o créelo de nuevo.</translation>
  </message>
  <message>
   <source>The layer {layer} has no coordinate reference system, so its features have no place on the map. Set it first (Layer &gt; Set CRS of Layer(s)).</source>
   <translation>La capa {layer} no tiene sistema de referencia de coordenadas, así que sus objetos no tienen lugar en el mapa. Establézcalo primero (Capa &gt; Establecer SRC de la(s) capa(s)).</translation>
  </message>
  <message>
   <source>The layer {layer} is not a raster file on this machine (it is served by {provider}), so its numbers cannot be read. Choose a raster layer that was loaded from a file.</source>
   <translation>La capa {layer} no es un archivo ráster de este equipo (la sirve {provider}), así que no se pueden leer sus números. Elija una capa ráster cargada desde un archivo.</translation>
  </message>
  <message>
   <source>The map shows no patch of the index, so there is no similarity map of it. It comes once you zoom to the index, or switch off “Only the part in view” in its menu.</source>
   <translation>El mapa no muestra ningún recorte del índice, así que no hay mapa de similitud. Aparece al acercarse al índice o al desactivar «Solo la parte visible» en su menú.</translation>
  </message>
  <message>
   <source>The model {model} takes patches of shape {wanted}, not {given}.</source>
   <translation>El modelo {model} toma recortes de forma {wanted}, no {given}.</translation>
  </message>
  <message>
   <source>The model's own</source>
   <translation>La del modelo</translation>
  </message>
  <message>
   <source>The network runs on the processor: {provider} did not start.</source>
   <translation>La red funciona en el procesador: {provider} no arrancó.</translation>
  </message>
  <message>
   <source>The network that turns patches into codes; drawing a query needs the same one</source>
   <translation>La red que convierte los recortes en códigos; para dibujar una consulta hace falta la misma</translation>
  </message>
  <message>
   <source>The order of the bands, or the number of each, such as B04=1,B03=2,B02=3</source>
   <translation>El orden de las bandas, o el número de cada una, como B04=1,B03=2,B02=3</translation>
  </message>
  <message>
   <source>The packages were not installed: {problem}. What was installed before is unchanged.</source>
   <translation>No se instalaron los paquetes: {problem}. Lo que estaba instalado antes sigue igual.</translation>
  </message>
  <message>
   <source>The packages were removed.</source>
   <translation>Se quitaron los paquetes.</translation>
  </message>
  <message>
   <source>The pixels of {path} are {pixel:.3g} m wide, and the model takes {most:g} m at most. Choose imagery of a finer resolution.</source>
   <translation>Los píxeles de {path} miden {pixel:.3g} m, y el modelo admite {most:g} m como máximo. Elija imágenes de resolución más fina.</translation>
  </message>
  <message>
   <source>The place that you chose lies outside {path}. Draw inside the raster.</source>
   <translation>El lugar elegido está fuera de {path}. Dibuje dentro del ráster.</translation>
  </message>
  <message>
   <source>The polygons of {layer} have more than {most} corners. Select those that hits may lie in, then choose the layer again.</source>
   <translation>Los polígonos de {layer} tienen más de {most} vértices. Seleccione aquellos en los que pueden estar los resultados y vuelva a elegir la capa.</translation>
  </message>
  <message>
   <source>The query's numbers are read as “{own}”, those of the index were read as “{others}”. If either is wrong, the ranking is meaningless.</source>
   <translation>Los números de la consulta se leen como «{own}»; los del índice se leyeron como «{others}». Si una de las dos lecturas es errónea, el orden no significa nada.</translation>
  </message>
  <message>
   <source>The report is on the clipboard: paste it where you describe the problem.</source>
   <translation>El informe está en el portapapeles: péguelo donde describa el problema.</translation>
  </message>
  <message>
   <source>The searches of this project</source>
   <translation>Las búsquedas de este proyecto</translation>
  </message>
  <message>
   <source>The similarity map has what the map shows, as fine as it can be, and follows when you pan or zoom; else it has all of the index</source>
   <translation>El mapa de similitud abarca lo que muestra el mapa, con todo el detalle posible, y lo sigue al desplazarse o ampliar; si no, todo el índice</translation>
  </message>
  <message>
   <source>The usual cause on Windows is a Microsoft Visual C++ runtime that is missing or too old: install the newest Visual C++ Redistributable (x64) and restart QGIS. </source>
   <translation>La causa habitual en Windows es que falta el entorno de ejecución de Microsoft Visual C++ o es demasiado antiguo: instale el Visual C++ Redistributable (x64) más reciente y reinicie QGIS. </translation>
  </message>
  <message>
   <source>There is no hashing model (*.onnx) to build with.</source>
   <translation>No hay ningún modelo de hash (*.onnx) con el que crear.</translation>
  </message>
  <message>
   <source>There is no model in {folder}. Install the plugin again.</source>
   <translation>No hay ningún modelo en {folder}. Instale de nuevo el complemento.</translation>
  </message>
  <message>
   <source>There is no radiometry called {name}. Known are: {known}.</source>
   <translation>No hay ninguna radiometría llamada {name}. Se conocen: {known}.</translation>
  </message>
  <message>
   <source>There is nothing to merge: choose two indexes or more.</source>
   <translation>No hay nada que unir: elija dos índices o más.</translation>
  </message>
  <message>
   <source>This Python has no pip; the wheels are unpacked.</source>
   <translation>Este Python no tiene pip; se desempaquetan los wheels.</translation>
  </message>
  <message>
   <source>This command fetches the wheels on a machine that has a network:</source>
   <translation>Esta orden obtiene los wheels en un equipo que tiene red:</translation>
  </message>
  <message>
   <source>This could not be done: {problem}.</source>
   <translation>Esto no se pudo hacer: {problem}.</translation>
  </message>
  <message>
   <source>This index was passed on without its images. Choose their folder.</source>
   <translation>Este índice se entregó sin sus imágenes. Elija su carpeta.</translation>
  </message>
  <message>
   <source>This is the first of {count} files that failed.</source>
   <translation>Es el primero de {count} archivos que fallaron.</translation>
  </message>
  <message>
   <source>This step</source>
   <translation>Este paso</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Título</translation>
  </message>
  <message>
   <source>Title of the index</source>
   <translation>Título del índice</translation>
  </message>
  <message>
   <source>Tr&amp;y the sample on a map</source>
   <translation>Probar el e&amp;jemplo en un mapa</translation>
  </message>
  <message>
   <source>Trying {name}…</source>
   <translation>Probando {name}…</translation>
  </message>
  <message>
   <source>Turns an archive of Sentinel-2 imagery into an index that can be searched: every patch becomes a binary code. The archive is a folder (or zip) of patch files, whose labels are the names of their folders, or of scenes, which are cut into a grid of patches; or a single raster. A build that was cancelled goes on where it stopped.</source>
   <translation>Convierte un archivo de imágenes Sentinel-2 en un índice en el que se puede buscar: cada recorte se vuelve un código binario. El archivo es una carpeta (o un zip) de recortes, cuyas etiquetas son los nombres de sus carpetas, o de escenas, que se cortan en una malla de recortes; o un solo ráster. Una creación cancelada sigue donde se detuvo.</translation>
  </message>
  <message>
   <source>Type at least one letter.</source>
   <translation>Escriba al menos una letra.</translation>
  </message>
  <message>
   <source>Unfold “Filters” below, then choose a label or draw an area.</source>
   <translation>Despliegue «Filtros» más abajo y elija una etiqueta o dibuje una zona.</translation>
  </message>
  <message>
   <source>Unpacking…</source>
   <translation>Desempaquetando…</translation>
  </message>
  <message>
   <source>Unwanted ↓</source>
   <translation>No deseado ↓</translation>
  </message>
  <message>
   <source>Unwanted: less like this (−)</source>
   <translation>No deseado: menos como este (−)</translation>
  </message>
  <message>
   <source>Unwanted: less like this hit (−)</source>
   <translation>No deseado: menos como este resultado (−)</translation>
  </message>
  <message>
   <source>Update index</source>
   <translation>Actualizar índice</translation>
  </message>
  <message>
   <source>Update this index: look for new, changed, moved and missing images</source>
   <translation>Actualizar este índice: buscar imágenes nuevas, cambiadas, movidas y que faltan</translation>
  </message>
  <message>
   <source>Update {name}</source>
   <translation>Actualizar {name}</translation>
  </message>
  <message>
   <source>Updated index</source>
   <translation>Índice actualizado</translation>
  </message>
  <message>
   <source>Updating an index</source>
   <translation>Actualizar un índice</translation>
  </message>
  <message>
   <source>Updating needs the Python package(s) {names}, not installed yet.</source>
   <translation>Para actualizar hace falta (paquetes de Python), aún sin instalar: {names}.</translation>
  </message>
  <message>
   <source>Use as &amp;query</source>
   <translation>Usar como &amp;consulta</translation>
  </message>
  <message>
   <source>Verify index</source>
   <translation>Verificar índice</translation>
  </message>
  <message>
   <source>Verifying an index</source>
   <translation>Verificar un índice</translation>
  </message>
  <message>
   <source>Wanted ↑</source>
   <translation>Deseado ↑</translation>
  </message>
  <message>
   <source>Wanted: more like this (+)</source>
   <translation>Deseado: más como este (+)</translation>
  </message>
  <message>
   <source>Wanted: more like this hit (+)</source>
   <translation>Deseado: más como este resultado (+)</translation>
  </message>
  <message>
   <source>What a query of several patches finds: places like their mean, or places like any one of them</source>
   <translation>Qué encuentra una consulta de varios recortes: lugares como su media, o lugares como cualquiera de ellos</translation>
  </message>
  <message>
   <source>What calls itself “{name}”</source>
   <translation>Lo que se llama «{name}»</translation>
  </message>
  <message>
   <source>What runs the network, of what the installed onnxruntime offers here. Anything but the processor is tried once before it is used.</source>
   <translation>Qué ejecuta la red, de lo que ofrece aquí el onnxruntime instalado. Lo que no sea el procesador se prueba una vez antes de usarse.</translation>
  </message>
  <message>
   <source>What the file says</source>
   <translation>Lo que dice el archivo</translation>
  </message>
  <message>
   <source>What the files say</source>
   <translation>Lo que dicen los archivos</translation>
  </message>
  <message>
   <source>What the hits are restricted to. Filters apply before the ranking.</source>
   <translation>A qué se limitan los resultados. Los filtros se aplican antes de ordenar.</translation>
  </message>
  <message>
   <source>What the image's numbers mean</source>
   <translation>Qué significan los números de la imagen</translation>
  </message>
  <message>
   <source>What the images' numbers mean</source>
   <translation>Qué significan los números de las imágenes</translation>
  </message>
  <message>
   <source>What the index is called in the panel</source>
   <translation>Cómo se llama el índice en el panel</translation>
  </message>
  <message>
   <source>What the installation says, line by line</source>
   <translation>Lo que dice la instalación, línea a línea</translation>
  </message>
  <message>
   <source>What the network sees: {query}</source>
   <translation>Lo que ve la red: {query}</translation>
  </message>
  <message>
   <source>What the numbers mean (else as the files say)</source>
   <translation>Qué significan los números (si no, según los archivos)</translation>
  </message>
  <message>
   <source>What the query is taken from: a raster layer, or an indexed patch</source>
   <translation>De qué se toma la consulta: una capa ráster, o un recorte indexado</translation>
  </message>
  <message>
   <source>What the raster's numbers mean (else as the file says)</source>
   <translation>Qué significan los números del ráster (si no, según el archivo)</translation>
  </message>
  <message>
   <source>Where hits may lie. Choose an entry again to take the map or the layer as it is now, or to draw anew.</source>
   <translation>Dónde pueden estar los resultados. Vuelva a elegir una entrada para tomar el mapa o la capa tal como está ahora, o para dibujar de nuevo.</translation>
  </message>
  <message>
   <source>Where the images of this index lie; another folder adds the images in it</source>
   <translation>Dónde están las imágenes de este índice; otra carpeta añade las imágenes que contiene</translation>
  </message>
  <message>
   <source>Where to look for hashing models (*.onnx) of your own</source>
   <translation>Dónde buscar modelos de hash (*.onnx) propios</translation>
  </message>
  <message>
   <source>Whether the panel at first also lists patches that overlap the query</source>
   <translation>Si el panel al principio lista también recortes que se solapan con la consulta</translation>
  </message>
  <message>
   <source>Which band is which, like B04=1,B03=2,B02=3</source>
   <translation>Qué banda es cuál, como B04=1,B03=2,B02=3</translation>
  </message>
  <message>
   <source>World</source>
   <translation>Mundo</translation>
  </message>
  <message>
   <source>Writes one index of all patches of several, so that one search covers them all. They must have been made by the same model and the same hash layer, as codes of others cannot be compared: indexes that are adapted to different archives cannot be merged. A patch that several of them hold is kept once.</source>
   <translation>Escribe un índice de todos los recortes de varios, para que una búsqueda los abarque todos. Deben haberse hecho con el mismo modelo y la misma capa de hash, pues otros códigos no se pueden comparar: índices adaptados a archivos de imágenes distintos no se pueden unir. Un recorte que varios contienen se conserva una vez.</translation>
  </message>
  <message>
   <source>Writing an index</source>
   <translation>Escribir un índice</translation>
  </message>
  <message>
   <source>Writing or verifying an index</source>
   <translation>Escribir o verificar un índice</translation>
  </message>
  <message>
   <source>Writing the index…</source>
   <translation>Escribiendo el índice…</translation>
  </message>
  <message>
   <source>Zip or image</source>
   <translation>Zip o imagen</translation>
  </message>
  <message>
   <source>Zoom to the area of this index</source>
   <translation>Acercar a la zona de este índice</translation>
  </message>
  <message>
   <source>a whole patch: no overlap</source>
   <translation>un recorte entero: sin solape</translation>
  </message>
  <message>
   <source>above {low} %</source>
   <translation>más de {low} %</translation>
  </message>
  <message>
   <source>all</source>
   <translation>todas</translation>
  </message>
  <message>
   <source>all on the map</source>
   <translation>todos en el mapa</translation>
  </message>
  <message>
   <source>all {count}</source>
   <translation>todos: {count}</translation>
  </message>
  <message>
   <source>another QGIS is installing them now. Wait until it has done so</source>
   <translation>otro QGIS los está instalando ahora. Espere a que termine</translation>
  </message>
  <message>
   <source>any</source>
   <translation>cualquiera</translation>
  </message>
  <message>
   <source>any distance</source>
   <translation>cualquier distancia</translation>
  </message>
  <message>
   <source>archive</source>
   <translation>archivo de imágenes</translation>
  </message>
  <message>
   <source>as chosen before</source>
   <translation>como se eligió antes</translation>
  </message>
  <message>
   <source>as one, by their mean</source>
   <translation>como uno, con su media</translation>
  </message>
  <message>
   <source>as you chose</source>
   <translation>como usted eligió</translation>
  </message>
  <message>
   <source>assumed from its data type</source>
   <translation>supuesto por su tipo de datos</translation>
  </message>
  <message>
   <source>at all</source>
   <translation>todas</translation>
  </message>
  <message>
   <source>at least </source>
   <translation>al menos </translation>
  </message>
  <message>
   <source>below {high} %</source>
   <translation>menos de {high} %</translation>
  </message>
  <message>
   <source>beside the images they are built from</source>
   <translation>junto a las imágenes de las que se crean</translation>
  </message>
  <message>
   <source>changed: {path}</source>
   <translation>ha cambiado: {path}</translation>
  </message>
  <message>
   <source>column {name} has dtype {dtype}</source>
   <translation>la columna {name} tiene el tipo {dtype}</translation>
  </message>
  <message>
   <source>column {name} has impossible values</source>
   <translation>la columna {name} tiene valores imposibles</translation>
  </message>
  <message>
   <source>column {name} has shape {shape}</source>
   <translation>la columna {name} tiene la forma {shape}</translation>
  </message>
  <message>
   <source>column {name} has shape {shape}, not {wanted}</source>
   <translation>la columna {name} tiene la forma {shape}, no {wanted}</translation>
  </message>
  <message>
   <source>column {name} is a link</source>
   <translation>la columna {name} es un enlace</translation>
  </message>
  <message>
   <source>column {name} is not as it was written</source>
   <translation>la columna {name} no está como se escribió</translation>
  </message>
  <message>
   <source>column {name} is not contiguous</source>
   <translation>la columna {name} no es contigua</translation>
  </message>
  <message>
   <source>column {name} lies outside the file, which may be cut short</source>
   <translation>la columna {name} queda fuera del archivo, que puede estar cortado</translation>
  </message>
  <message>
   <source>comes with QGIS</source>
   <translation>viene con QGIS</translation>
  </message>
  <message>
   <source>different hash layers: at least one of them is adapted to its own archive</source>
   <translation>capas de hash distintas (al menos una está adaptada a su propio archivo de imágenes)</translation>
  </message>
  <message>
   <source>different models ({one}, {other})</source>
   <translation>modelos distintos ({one}, {other})</translation>
  </message>
  <message>
   <source>drawn on the map…</source>
   <translation>dibujada en el mapa…</translation>
  </message>
  <message>
   <source>each for itself</source>
   <translation>cada uno por separado</translation>
  </message>
  <message>
   <source>everywhere</source>
   <translation>en todas partes</translation>
  </message>
  <message>
   <source>filters: {count}</source>
   <translation>filtros: {count}</translation>
  </message>
  <message>
   <source>going on from an earlier build</source>
   <translation>sigue una creación anterior</translation>
  </message>
  <message>
   <source>gone: {path}</source>
   <translation>ya no está: {path}</translation>
  </message>
  <message>
   <source>i&amp;mage</source>
   <translation>i&amp;magen</translation>
  </message>
  <message>
   <source>in {folder} there is no wheel (*.whl) of {name} for {target}</source>
   <translation>en {folder} no hay ningún wheel (*.whl) de {name} para {target}</translation>
  </message>
  <message>
   <source>in {where} there is no {name} for {target}</source>
   <translation>en {where} no hay {name} para {target}</translation>
  </message>
  <message>
   <source>installed</source>
   <translation>instalado</translation>
  </message>
  <message>
   <source>it does not import numpy and GDAL</source>
   <translation>no importa numpy ni GDAL</translation>
  </message>
  <message>
   <source>it does not start</source>
   <translation>no arranca</translation>
  </message>
  <message>
   <source>it has no bands of its own</source>
   <translation>no tiene bandas propias</translation>
  </message>
  <message>
   <source>it has no model card of Lookalike</source>
   <translation>no tiene ficha de modelo de Lookalike</translation>
  </message>
  <message>
   <source>it has {name} {found} where QGIS has {wanted}</source>
   <translation>tiene {name} {found}, y QGIS {wanted}</translation>
  </message>
  <message>
   <source>it is a folder</source>
   <translation>es una carpeta</translation>
  </message>
  <message>
   <source>it is empty</source>
   <translation>está vacío</translation>
  </message>
  <message>
   <source>it keeps data outside the file; export it as one file</source>
   <translation>guarda datos fuera del archivo; expórtelo como un solo archivo</translation>
  </message>
  <message>
   <source>it must have one input `patches`, outputs `embedding` and `logits`</source>
   <translation>debe tener una entrada `patches` y las salidas `embedding` y `logits`</translation>
  </message>
  <message>
   <source>its bands have different coordinate reference systems</source>
   <translation>sus bandas tienen sistemas de coordenadas distintos</translation>
  </message>
  <message>
   <source>its card has no bands, patch size or GSD</source>
   <translation>su ficha no tiene bandas, tamaño de recorte o resolución</translation>
  </message>
  <message>
   <source>its card is no JSON ({why})</source>
   <translation>su ficha no es JSON ({why})</translation>
  </message>
  <message>
   <source>its card is not a JSON object</source>
   <translation>su ficha no es un objeto JSON</translation>
  </message>
  <message>
   <source>its card lacks or misstates {what}</source>
   <translation>en su ficha falta o está mal {what}</translation>
  </message>
  <message>
   <source>its description is unreadable ({why})</source>
   <translation>su descripción no se puede leer ({why})</translation>
  </message>
  <message>
   <source>its embedding has {count} numbers</source>
   <translation>su embedding tiene {count} números</translation>
  </message>
  <message>
   <source>its embeddings are not the processor's</source>
   <translation>sus embeddings no son los del procesador</translation>
  </message>
  <message>
   <source>its folder does not exist</source>
   <translation>su carpeta no existe</translation>
  </message>
  <message>
   <source>its folder is read-only</source>
   <translation>su carpeta es de solo lectura</translation>
  </message>
  <message>
   <source>its input is {found}, but its card says {wanted}</source>
   <translation>su entrada es {found}, pero su ficha dice {wanted}</translation>
  </message>
  <message>
   <source>its name has bytes that are no characters</source>
   <translation>su nombre tiene bytes que no son caracteres</translation>
  </message>
  <message>
   <source>its output {name} is {found}, but its card says {wanted}</source>
   <translation>su salida {name} es {found}, pero su ficha dice {wanted}</translation>
  </message>
  <message>
   <source>its own, adapted to its archive</source>
   <translation>la suya, adaptada a su archivo de imágenes</translation>
  </message>
  <message>
   <source>its process ended with code {code} ({last})</source>
   <translation>su proceso terminó con el código {code} ({last})</translation>
  </message>
  <message>
   <source>its process was ended from outside or crashed</source>
   <translation>su proceso se terminó desde fuera o falló</translation>
  </message>
  <message>
   <source>its statistics do not fit its bits</source>
   <translation>sus estadísticas no corresponden a sus bits</translation>
  </message>
  <message>
   <source>its table of contents and HDF5 disagree on {names}</source>
   <translation>su tabla de contenido y HDF5 no coinciden en {names}</translation>
  </message>
  <message>
   <source>its table of contents is not true ({why})</source>
   <translation>su tabla de contenido no es cierta ({why})</translation>
  </message>
  <message>
   <source>its table of contents is unreadable</source>
   <translation>su tabla de contenido no se puede leer</translation>
  </message>
  <message>
   <source>its zip file is damaged</source>
   <translation>el archivo zip está dañado</translation>
  </message>
  <message>
   <source>its zip file is damaged ({why})</source>
   <translation>el archivo zip está dañado ({why})</translation>
  </message>
  <message>
   <source>like the images' folder</source>
   <translation>como la carpeta de las imágenes</translation>
  </message>
  <message>
   <source>loo&amp;k</source>
   <translation>&amp;aspecto</translation>
  </message>
  <message>
   <source>missing: {path}</source>
   <translation>falta: {path}</translation>
  </message>
  <message>
   <source>model</source>
   <translation>modelo</translation>
  </message>
  <message>
   <source>no band that is named</source>
   <translation>ninguna con nombre</translation>
  </message>
  <message>
   <source>no column {name}</source>
   <translation>no hay columna {name}</translation>
  </message>
  <message>
   <source>no image</source>
   <translation>sin imagen</translation>
  </message>
  <message>
   <source>no known band</source>
   <translation>ninguna conocida</translation>
  </message>
  <message>
   <source>no label</source>
   <translation>sin etiqueta</translation>
  </message>
  <message>
   <source>no patch passes the filters</source>
   <translation>ningún recorte pasa los filtros</translation>
  </message>
  <message>
   <source>none</source>
   <translation>ninguna</translation>
  </message>
  <message>
   <source>none was found where QGIS keeps it</source>
   <translation>no se encontró ninguno donde QGIS lo guarda</translation>
  </message>
  <message>
   <source>none yet; they will be in {path}</source>
   <translation>aún ninguna; estarán en {path}</translation>
  </message>
  <message>
   <source>not all of it arrived there</source>
   <translation>no llegó todo</translation>
  </message>
  <message>
   <source>not attached</source>
   <translation>no está unido</translation>
  </message>
  <message>
   <source>not installed</source>
   <translation>sin instalar</translation>
  </message>
  <message>
   <source>not measured: the model card has no figures</source>
   <translation>no medida: la ficha del modelo no tiene cifras</translation>
  </message>
  <message>
   <source>number {number}</source>
   <translation>n.º {number}</translation>
  </message>
  <message>
   <source>numbers of type {name} are no image</source>
   <translation>números de tipo {name} no son una imagen</translation>
  </message>
  <message>
   <source>of the order “{order}”</source>
   <translation>las del orden «{order}»</translation>
  </message>
  <message>
   <source>pip ended with code {code} ({last})</source>
   <translation>pip terminó con el código {code} ({last})</translation>
  </message>
  <message>
   <source>reading failed</source>
   <translation>la lectura falló</translation>
  </message>
  <message>
   <source>removed: {path}</source>
   <translation>se ha quitado: {path}</translation>
  </message>
  <message>
   <source>see the log</source>
   <translation>vea el registro</translation>
  </message>
  <message>
   <source>setting (stride, bands, radiometry or hash layer)</source>
   <translation>ajuste (paso, bandas, radiometría o capa de hash)</translation>
  </message>
  <message>
   <source>skipped: {path} ({why})</source>
   <translation>omitido: {path} ({why})</translation>
  </message>
  <message>
   <source>source {number} is unreadable ({why})</source>
   <translation>la fuente {number} no se puede leer ({why})</translation>
  </message>
  <message>
   <source>stated by the file</source>
   <translation>según el archivo</translation>
  </message>
  <message>
   <source>the disk is full</source>
   <translation>el disco está lleno</translation>
  </message>
  <message>
   <source>the file could not be made</source>
   <translation>no se pudo crear el archivo</translation>
  </message>
  <message>
   <source>the file is cut short: {size} of {whole} bytes</source>
   <translation>el archivo está cortado: {size} de {whole} bytes</translation>
  </message>
  <message>
   <source>the log has the details</source>
   <translation>el registro tiene los detalles</translation>
  </message>
  <message>
   <source>the model's</source>
   <translation>la del modelo</translation>
  </message>
  <message>
   <source>the network</source>
   <translation>la red</translation>
  </message>
  <message>
   <source>the package index</source>
   <translation>el índice de paquetes</translation>
  </message>
  <message>
   <source>the package index cannot be reached. Check the network (and QGIS's proxy), or install from a folder of wheels</source>
   <translation>no se alcanza el índice de paquetes. Compruebe la red (y el proxy de QGIS), o instale desde una carpeta de wheels</translation>
  </message>
  <message>
   <source>the processor</source>
   <translation>el procesador</translation>
  </message>
  <message>
   <source>there is no kind {kind} (but {known})</source>
   <translation>no existe la clase {kind} (sino {known})</translation>
  </message>
  <message>
   <source>to build, check and merge indexes</source>
   <translation>para crear, verificar y unir índices</translation>
  </message>
  <message>
   <source>to draw queries, and to build indexes</source>
   <translation>para dibujar consultas y crear índices</translation>
  </message>
  <message>
   <source>trying {name} failed, as {problem}</source>
   <translation>la prueba de {name} falló: {problem}</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>desconocido</translation>
  </message>
  <message>
   <source>unknown: the images do not say when they were taken</source>
   <translation>desconocido: las imágenes no dicen cuándo se tomaron</translation>
  </message>
  <message>
   <source>unwanted</source>
   <translation>no deseado</translation>
  </message>
  <message>
   <source>up to a distance of {bits} bits</source>
   <translation>hasta una distancia de {bits} bits</translation>
  </message>
  <message>
   <source>updated {when}</source>
   <translation>actualizado {when}</translation>
  </message>
  <message>
   <source>wanted</source>
   <translation>deseado</translation>
  </message>
  <message>
   <source>what the map shows now</source>
   <translation>lo que el mapa muestra ahora</translation>
  </message>
  <message>
   <source>within a layer</source>
   <translation>dentro de una capa</translation>
  </message>
  <message>
   <source>{all}, {missing} of them not found</source>
   <translation>{all}, de ellas {missing} no encontradas</translation>
  </message>
  <message>
   <source>{bits} bits</source>
   <translation>{bits} bits</translation>
  </message>
  <message>
   <source>{bits} bits are no multiple of 64</source>
   <translation>{bits} bits no son un múltiplo de 64</translation>
  </message>
  <message>
   <source>{bits} bits, adapted to this archive, so that they tell its places apart better</source>
   <translation>{bits} bits, adaptados a este archivo de imágenes, para que distingan mejor sus lugares</translation>
  </message>
  <message>
   <source>{bits} bits, the model's own</source>
   <translation>{bits} bits, los del propio modelo</translation>
  </message>
  <message>
   <source>{count} band(s)</source>
   <translation>{count} banda(s)</translation>
  </message>
  <message>
   <source>{count} band(s) (known orders: {known})</source>
   <translation>{count} banda(s) (órdenes conocidos: {known})</translation>
  </message>
  <message>
   <source>{count} images</source>
   <translation>{count} imágenes</translation>
  </message>
  <message>
   <source>{count} labels</source>
   <translation>{count} etiquetas</translation>
  </message>
  <message>
   <source>{count} of {all} on the map</source>
   <translation>{count} de {all} en el mapa</translation>
  </message>
  <message>
   <source>{count} patches</source>
   <translation>{count} recortes</translation>
  </message>
  <message>
   <source>{degrees}° E</source>
   <translation>{degrees}° E</translation>
  </message>
  <message>
   <source>{degrees}° N</source>
   <translation>{degrees}° N</translation>
  </message>
  <message>
   <source>{degrees}° S</source>
   <translation>{degrees}° S</translation>
  </message>
  <message>
   <source>{degrees}° W</source>
   <translation>{degrees}° O</translation>
  </message>
  <message>
   <source>{done} of {patches}</source>
   <translation>{done} de {patches}</translation>
  </message>
  <message>
   <source>{layer} has more than {most} features to ask with. Select fewer, and ask with the selected ones only.</source>
   <translation>{layer} tiene más de {most} objetos con los que buscar. Seleccione menos, y busque solo con los seleccionados.</translation>
  </message>
  <message>
   <source>{layer} has more than {most} polygons. Select those that hits may lie in, then choose the layer again.</source>
   <translation>{layer} tiene más de {most} polígonos. Seleccione aquellos en los que pueden estar los resultados y vuelva a elegir la capa.</translation>
  </message>
  <message>
   <source>{layer} has no polygons or points to ask with. Choose another layer; if you chose its selected features only, select some first.</source>
   <translation>{layer} no tiene polígonos ni puntos con los que preguntar. Elija otra capa; si eligió solo sus objetos seleccionados, seleccione antes alguno.</translation>
  </message>
  <message>
   <source>{low} to {high} %</source>
   <translation>{low} a {high} %</translation>
  </message>
  <message>
   <source>{name} (no longer offered)</source>
   <translation>{name} (ya no se ofrece)</translation>
  </message>
  <message>
   <source>{name} cannot be unpacked ({why})</source>
   <translation>{name} no se puede descomprimir ({why})</translation>
  </message>
  <message>
   <source>{one} and {other} cannot be put together: their codes were made by {reason}. Build one of them again like the other.</source>
   <translation>{one} y {other} no se pueden unir: sus códigos vienen de {reason}. Cree uno de ellos de nuevo como el otro.</translation>
  </message>
  <message>
   <source>{passing} of {patches} searched in {time}</source>
   <translation>Recorrido en {time}: {passing} de {patches}</translation>
  </message>
  <message>
   <source>{patches} of {images} indexed in {name}.</source>
   <translation>{patches} de {images} en el índice {name}.</translation>
  </message>
  <message>
   <source>{patches} of {images} · {bits} bits</source>
   <translation>{patches} de {images} · {bits} bits</translation>
  </message>
  <message>
   <source>{patches} of {side} m, cut from {images}</source>
   <translation>{patches} de {side} m, cortados de {images}</translation>
  </message>
  <message>
   <source>{patches} searched in {time}</source>
   <translation>Recorrido en {time}: {patches}</translation>
  </message>
  <message>
   <source>{patches} searched, {bits} bits · {wanted} wanted, {unwanted} unwanted</source>
   <translation>Recorrido: {patches}, {bits} bits · deseados {wanted}, no deseados {unwanted}</translation>
  </message>
  <message>
   <source>{path} cannot be replaced or removed now ({reason}): QGIS has loaded what it holds. Restart QGIS and do it before the first search.</source>
   <translation>{path} no se puede reemplazar ni quitar ahora ({reason}): QGIS ha cargado lo que contiene. Reinicie QGIS y hágalo antes de la primera búsqueda.</translation>
  </message>
  <message>
   <source>{path} cannot be replaced: {reason}. QGIS or another program may have it open. Close it there (an index: open another one in the panel) and try again, or choose another name.</source>
   <translation>{path} no se puede reemplazar: {reason}. Quizá lo tenga abierto QGIS u otro programa. Ciérrelo allí (un índice: abra otro en el panel) e inténtelo de nuevo, o elija otro nombre.</translation>
  </message>
  <message>
   <source>{path} does not exist (any more). Check that its drive is attached, or choose another.</source>
   <translation>{path} no existe (o ya no). Compruebe que su unidad está conectada, o elija otro.</translation>
  </message>
  <message>
   <source>{path} has no coordinate reference system or geotransform, so its patches have no place on the map. Georeference it first (Raster &gt; Projections &gt; Assign projection).</source>
   <translation>{path} no tiene sistema de coordenadas o geotransformación, así que sus recortes no tienen lugar en el mapa. Georreferéncielo primero (Ráster &gt; Proyecciones &gt; Asignar proyección).</translation>
  </message>
  <message>
   <source>{path} has no data at this place. Draw where the raster shows something.</source>
   <translation>{path} no tiene datos en este lugar. Dibuje donde el ráster muestre algo.</translation>
  </message>
  <message>
   <source>{path} holds a half-built index that cannot be read ({problem}). Delete that folder, and start again: an index that is there already stays as it is.</source>
   <translation>{path} contiene un índice a medio crear que no se puede leer ({problem}). Borre esa carpeta y empiece de nuevo: un índice que ya exista queda como está.</translation>
  </message>
  <message>
   <source>{path} holds a half-built index with a different {what}. Delete that folder, or choose another name for the new index.</source>
   <translation>{path} contiene un índice a medio hacer en el que esto es distinto: {what}. Borre esa carpeta, o elija otro nombre para el índice nuevo.</translation>
  </message>
  <message>
   <source>{path} holds no examples of Lookalike. Choose a GeoPackage that was saved with Save examples.</source>
   <translation>{path} no contiene ejemplos de Lookalike. Elija un GeoPackage guardado con «Guardar ejemplos».</translation>
  </message>
  <message>
   <source>{path} is gone, and with it what was to be written: another QGIS has probably finished the same index. See whether it has what you wanted; if not, start again.</source>
   <translation>{path} ha desaparecido, y con ello lo que se iba a escribir: probablemente otro QGIS ha terminado el mismo índice. Mire si contiene lo que quería; si no, empiece de nuevo.</translation>
  </message>
  <message>
   <source>{path} is in use: the same index is being built or updated already, perhaps by another QGIS. Wait until that is done and try again, or choose another name for a new index.</source>
   <translation>{path} está en uso: el mismo índice ya se está creando o actualizando, quizá en otro QGIS. Espere a que termine e inténtelo de nuevo, o elija otro nombre para un índice nuevo.</translation>
  </message>
  <message>
   <source>{path} is not a Lookalike index. Choose a file that Lookalike built (usually *.h5).</source>
   <translation>{path} no es un índice de Lookalike. Elija un archivo creado por Lookalike (normalmente *.h5).</translation>
  </message>
  <message>
   <source>{path} is not a usable hashing model: {problem}.</source>
   <translation>{path} no es un modelo de hash utilizable: {problem}.</translation>
  </message>
  <message>
   <source>{path} is not an archive that Lookalike can read: {problem}.</source>
   <translation>{path} no es un archivo de imágenes que Lookalike pueda leer: {problem}.</translation>
  </message>
  <message>
   <source>{path} is smaller ({width} x {height} pixels) than one patch of the model ({wanted} x {wanted} pixels of this raster).</source>
   <translation>{path} es más pequeño ({width} x {height} píxeles) que un recorte del modelo ({wanted} x {wanted} píxeles de este ráster).</translation>
  </message>
  <message>
   <source>{path} lacks or does not name the band(s) {missing} that the model needs; it has {found}. Name its bands (B02, B03, …) or say which band is which.</source>
   <translation>A {path} le faltan bandas que necesita el modelo, o no las nombra: {missing}; presentes: {found}. Nombre sus bandas (B02, B03, …) o diga cuál es cuál.</translation>
  </message>
  <message>
   <source>{program} does not start</source>
   <translation>{program} no arranca</translation>
  </message>
  <message>
   <source>{provider} cannot run the network here: {problem}. The processor goes on doing it.</source>
   <translation>{provider} no puede ejecutar la red aquí: {problem}. El procesador sigue haciéndolo.</translation>
  </message>
  <message>
   <source>{purpose} needs the Python package {name}, which is installed but does not load ({problem}). {cause}{remedy}</source>
   <translation>{purpose}: hace falta el paquete de Python {name}, que está instalado pero no se carga ({problem}). {cause}{remedy}</translation>
  </message>
  <message>
   <source>{purpose} needs the Python package {name}, which is not installed. {remedy}</source>
   <translation>{purpose}: hace falta el paquete de Python {name}, que no está instalado. {remedy}</translation>
  </message>
  <message>
   <source>{rate} a second, {left} left</source>
   <translation>{rate} por segundo, quedan {left}</translation>
  </message>
  <message>
   <source>{rows} rows of {bits} bits</source>
   <translation>{rows} filas de {bits} bits</translation>
  </message>
  <message>
   <source>{size} MB in {path}</source>
   <translation>{size} MB en {path}</translation>
  </message>
  <message>
   <source>{square} km² of patches between {corner} and {opposite}</source>
   <translation>{square} km² de recortes entre {corner} y {opposite}</translation>
  </message>
  <message>
   <source>{title} runs the network at {rate} patches a second; the processor does {other}.</source>
   <translation>{title} ejecuta la red a {rate} recortes por segundo; el procesador, a {other}.</translation>
  </message>
  <message>
   <source>{west}° to {east}° east, {south}° to {north}° north</source>
   <translation>{west}° a {east}° este, {south}° a {north}° norte</translation>
  </message>
  <message>
   <source>{when}, by {software}</source>
   <translation>{when}, por {software}</translation>
  </message>
  <message>
   <source>“Install” does the same as this command in a terminal:</source>
   <translation>«Instalar» hace lo mismo que esta orden en un terminal:</translation>
  </message>
  <message>
   <source>“{text}” does not say which band is which. Write it like B04=1,B03=2,B02=3, or name an order: {known}.</source>
   <translation>«{text}» no dice qué banda es cuál. Escríbalo como B04=1,B03=2,B02=3, o nombre un orden: {known}.</translation>
  </message>
  <message>
   <source>⚠ Read as “{here}”, but the index as “{there}”.</source>
   <translation>⚠ Leído como «{here}», pero el índice como «{there}».</translation>
  </message>
  <message>
   <source>⚠ This model is not on this computer: queries cannot be drawn.</source>
   <translation>⚠ Este modelo no está en este equipo: no se pueden dibujar consultas.</translation>
  </message>
 </context>
</TS>
