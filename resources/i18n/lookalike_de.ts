<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
   <translation> · nur {count} gefunden</translation>
  </message>
  <message>
   <source> · query read as “{reading}”</source>
   <translation> · Anfrage gelesen als „{reading}“</translation>
  </message>
  <message>
   <source> · searched with a regular sample of {n} of the query's {whole} patches</source>
   <translation> · eine regelmäßige Stichprobe: {n} der {whole} Ausschnitte der Anfrage</translation>
  </message>
  <message>
   <source>#</source>
   <translation>#</translation>
  </message>
  <message>
   <source>&amp;Add its image to the map</source>
   <translation>Sein &amp;Bild in die Karte laden</translation>
  </message>
  <message>
   <source>&amp;Another file…</source>
   <translation>&amp;Andere Datei…</translation>
  </message>
  <message>
   <source>&amp;Area</source>
   <translation>&amp;Gebiet</translation>
  </message>
  <message>
   <source>&amp;Build</source>
   <translation>&amp;Erstellen</translation>
  </message>
  <message>
   <source>&amp;Build index…</source>
   <translation>In&amp;dex erstellen…</translation>
  </message>
  <message>
   <source>&amp;Centre of the map</source>
   <translation>&amp;Mitte der Karte</translation>
  </message>
  <message>
   <source>&amp;Cloud</source>
   <translation>&amp;Wolken</translation>
  </message>
  <message>
   <source>&amp;Copy its name</source>
   <translation>&amp;Namen kopieren</translation>
  </message>
  <message>
   <source>&amp;Copy report</source>
   <translation>Bericht &amp;kopieren</translation>
  </message>
  <message>
   <source>&amp;Draw on the map</source>
   <translation>Auf der Karte &amp;zeichnen</translation>
  </message>
  <message>
   <source>&amp;Exclude its image</source>
   <translation>Sein Bild au&amp;sschließen</translation>
  </message>
  <message>
   <source>&amp;First steps</source>
   <translation>&amp;Erste Schritte</translation>
  </message>
  <message>
   <source>&amp;From examples</source>
   <translation>Zu &amp;Beispielen</translation>
  </message>
  <message>
   <source>&amp;Hash layer</source>
   <translation>&amp;Hash-Schicht</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <source>&amp;Hits</source>
   <translation>&amp;Treffer</translation>
  </message>
  <message>
   <source>&amp;Image file…</source>
   <translation>Bild&amp;datei…</translation>
  </message>
  <message>
   <source>&amp;Images</source>
   <translation>&amp;Bilder</translation>
  </message>
  <message>
   <source>&amp;Indexed patch</source>
   <translation>Indizierter A&amp;usschnitt</translation>
  </message>
  <message>
   <source>&amp;Indexes</source>
   <translation>&amp;Indizes</translation>
  </message>
  <message>
   <source>&amp;Keep the hits of the previous search</source>
   <translation>Treffer der &amp;vorigen Suche behalten</translation>
  </message>
  <message>
   <source>&amp;Keep up to</source>
   <translation>&amp;Aufbewahren bis zu</translation>
  </message>
  <message>
   <source>&amp;Layer</source>
   <translation>&amp;Layer</translation>
  </message>
  <message>
   <source>&amp;Load examples…</source>
   <translation>Beispiele &amp;laden…</translation>
  </message>
  <message>
   <source>&amp;Model</source>
   <translation>&amp;Modell</translation>
  </message>
  <message>
   <source>&amp;Models</source>
   <translation>&amp;Modelle</translation>
  </message>
  <message>
   <source>&amp;Options…</source>
   <translation>&amp;Optionen…</translation>
  </message>
  <message>
   <source>&amp;Overlapping hits</source>
   <translation>Auch überla&amp;ppende</translation>
  </message>
  <message>
   <source>&amp;Pick on the map</source>
   <translation>Auf der Karte &amp;wählen</translation>
  </message>
  <message>
   <source>&amp;Processor cores</source>
   <translation>&amp;Prozessorkerne</translation>
  </message>
  <message>
   <source>&amp;Ranks beside the hits</source>
   <translation>&amp;Ränge neben den Treffern</translation>
  </message>
  <message>
   <source>&amp;Raster layer</source>
   <translation>&amp;Rasterlayer</translation>
  </message>
  <message>
   <source>&amp;Read as</source>
   <translation>&amp;Lesen als</translation>
  </message>
  <message>
   <source>&amp;Remove</source>
   <translation>&amp;Entfernen</translation>
  </message>
  <message>
   <source>&amp;Remove patches whose images are gone</source>
   <translation>Ausschnitte &amp;entfernen, deren Bilder verschwunden sind</translation>
  </message>
  <message>
   <source>&amp;Save examples (GeoPackage)…</source>
   <translation>Beispiele &amp;speichern (GeoPackage)…</translation>
  </message>
  <message>
   <source>&amp;Selected features</source>
   <translation>Ausgewählte &amp;Objekte</translation>
  </message>
  <message>
   <source>&amp;Similarity map</source>
   <translation>Ähnlichkeits&amp;karte</translation>
  </message>
  <message>
   <source>&amp;Step</source>
   <translation>&amp;Schritt</translation>
  </message>
  <message>
   <source>&amp;Stop</source>
   <translation>&amp;Anhalten</translation>
  </message>
  <message>
   <source>&amp;Title</source>
   <translation>&amp;Titel</translation>
  </message>
  <message>
   <source>&amp;Unwanted	−</source>
   <translation>&amp;Unerwünscht	−</translation>
  </message>
  <message>
   <source>&amp;Update</source>
   <translation>Ak&amp;tualisieren</translation>
  </message>
  <message>
   <source>&amp;Update…</source>
   <translation>Ak&amp;tualisieren…</translation>
  </message>
  <message>
   <source>&amp;Wanted	+</source>
   <translation>&amp;Gewünscht	+</translation>
  </message>
  <message>
   <source>&amp;Zoom to	Enter</source>
   <translation>&amp;Dorthin zoomen	Eingabe</translation>
  </message>
  <message>
   <source>(none)</source>
   <translation>(keines)</translation>
  </message>
  <message>
   <source>, adapted to this archive</source>
   <translation>, an dieses Archiv angepasst</translation>
  </message>
  <message>
   <source>1 image</source>
   <translation>1 Bild</translation>
  </message>
  <message>
   <source>1 label</source>
   <translation>1 Klasse</translation>
  </message>
  <message>
   <source>1 patch</source>
   <translation>1 Ausschnitt</translation>
  </message>
  <message>
   <source>8-bit EuroSAT RGB: value / 255 × 0.275</source>
   <translation>8-Bit-RGB von EuroSAT: Wert / 255 × 0,275</translation>
  </message>
  <message>
   <source>8-bit true colour of Level-1C: 255 is 0.3558</source>
   <translation>8-Bit-Echtfarben von Level-1C: 255 ist 0,3558</translation>
  </message>
  <message>
   <source>8-bit true colour of Level-2A: 255 is 0.2</source>
   <translation>8-Bit-Echtfarben von Level-2A: 255 ist 0,2</translation>
  </message>
  <message>
   <source>A hash layer fitted to these images tells apart places that the model was never shown</source>
   <translation>Eine Hash-Schicht, die an diese Bilder angepasst ist, findet auch Orte, die das Modell nie gesehen hat</translation>
  </message>
  <message>
   <source>A new search leaves the hits of the last one in a layer of their own</source>
   <translation>Eine neue Suche lässt die Treffer der letzten in einem Layer</translation>
  </message>
  <message>
   <source>Ac&amp;quired</source>
   <translation>&amp;Aufgenommen</translation>
  </message>
  <message>
   <source>Adapted to the archive</source>
   <translation>An das Archiv angepasst</translation>
  </message>
  <message>
   <source>Adapted to the archive, if that is large</source>
   <translation>An das Archiv angepasst, wenn es groß ist</translation>
  </message>
  <message>
   <source>Adapted to these images</source>
   <translation>An diese Bilder angepasst</translation>
  </message>
  <message>
   <source>Adapted to these images, if there are many</source>
   <translation>An diese Bilder angepasst, wenn es viele sind</translation>
  </message>
  <message>
   <source>Add the footprints of all patches as a layer</source>
   <translation>Die Umrisse aller Ausschnitte als Layer hinzufügen</translation>
  </message>
  <message>
   <source>Adds to an index the images of its archive that are new since it was built, and encodes those anew that have changed: only they are read, with the same model, hash layer and settings. Images that are gone are named; their patches stay in the index unless you ask to remove them. Name another folder or file to add images from elsewhere. An update that was cancelled goes on the next time; until it ends the index stays as it was.</source>
   <translation>Fügt einem Index die Bilder seines Archivs hinzu, die seit der Erstellung neu sind, und codiert die neu, die sich geändert haben: nur sie werden gelesen, mit demselben Modell, derselben Hash-Schicht und denselben Einstellungen. Verschwundene Bilder werden genannt; ihre Ausschnitte bleiben im Index, wenn Sie nicht verlangen, sie zu entfernen. Ein anderer Ordner oder eine andere Datei fügt Bilder von anderswo hinzu. Eine abgebrochene Aktualisierung macht beim nächsten Mal weiter; bis sie endet, bleibt der Index, wie er war.</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>Alle Dateien</translation>
  </message>
  <message>
   <source>All images are where the index says.</source>
   <translation>Alle Bilder sind dort, wo der Index sagt.</translation>
  </message>
  <message>
   <source>Also list patches that overlap the query</source>
   <translation>Auch Ausschnitte auflisten, die die Anfrage selbst überlappen</translation>
  </message>
  <message>
   <source>Also patches that overlap the example</source>
   <translation>Auch Ausschnitte, die das Beispiel überlappen</translation>
  </message>
  <message>
   <source>An extent needs the raster that it lies on.</source>
   <translation>Eine Ausdehnung braucht das Raster, auf dem sie liegt.</translation>
  </message>
  <message>
   <source>Another archive (folder)</source>
   <translation>Anderes Archiv (Ordner)</translation>
  </message>
  <message>
   <source>Another archive (raster or zip)</source>
   <translation>Anderes Archiv (Raster oder Zip)</translation>
  </message>
  <message>
   <source>Archive</source>
   <translation>Archiv</translation>
  </message>
  <message>
   <source>Archive (folder)</source>
   <translation>Archiv (Ordner)</translation>
  </message>
  <message>
   <source>Archive (raster or zip)</source>
   <translation>Archiv (Raster oder Zip)</translation>
  </message>
  <message>
   <source>Area</source>
   <translation>Gebiet</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Back to the previous search</source>
   <translation>Zurück zur vorigen Suche</translation>
  </message>
  <message>
   <source>Band &amp;order</source>
   <translation>B&amp;andfolge</translation>
  </message>
  <message>
   <source>Band order</source>
   <translation>Bandfolge</translation>
  </message>
  <message>
   <source>Bet&amp;ween hits</source>
   <translation>Zwisc&amp;hen Treffern</translation>
  </message>
  <message>
   <source>Bits</source>
   <translation>Bit</translation>
  </message>
  <message>
   <source>Bits of a code</source>
   <translation>Bits eines Codes</translation>
  </message>
  <message>
   <source>Bits that may differ</source>
   <translation>Bits, die verschieden sein dürfen</translation>
  </message>
  <message>
   <source>Build an index</source>
   <translation>Index erstellen</translation>
  </message>
  <message>
   <source>Build index</source>
   <translation>Index erstellen</translation>
  </message>
  <message>
   <source>Building an index</source>
   <translation>Das Erstellen eines Index</translation>
  </message>
  <message>
   <source>Building needs the Python package(s) {names}, not installed yet.</source>
   <translation>Zum Erstellen fehlt noch (Python-Pakete): {names}.</translation>
  </message>
  <message>
   <source>Building {path} stopped: {problem}. What was done is kept; build again to go on.</source>
   <translation>Das Erstellen von {path} hielt an: {problem}. Was fertig war, bleibt; erneutes Erstellen macht dort weiter.</translation>
  </message>
  <message>
   <source>Built</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>C&amp;lear</source>
   <translation>Lee&amp;ren</translation>
  </message>
  <message>
   <source>Cancelled.</source>
   <translation>Abgebrochen.</translation>
  </message>
  <message>
   <source>Cancelled; the same build goes on from there.</source>
   <translation>Abgebrochen; dieselbe Erstellung macht dort weiter.</translation>
  </message>
  <message>
   <source>Cancelled; the same update goes on from there.</source>
   <translation>Abgebrochen; dieselbe Aktualisierung macht dort weiter.</translation>
  </message>
  <message>
   <source>Cannot read the raster {path}: {problem}.</source>
   <translation>Das Raster {path} ist nicht lesbar: {problem}.</translation>
  </message>
  <message>
   <source>Cannot write {path}: {reason}. Choose a folder that you may write to.</source>
   <translation>{path} kann nicht geschrieben werden: {reason}. Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
  </message>
  <message>
   <source>Changed images</source>
   <translation>Geänderte Bilder</translation>
  </message>
  <message>
   <source>Changed since they were encoded: {count}. Update the index.</source>
   <translation>An {count} hat sich seit der Codierung etwas geändert. Den Index aktualisieren.</translation>
  </message>
  <message>
   <source>Changed, and encoded anew: {count}.</source>
   <translation>Geändert und neu codiert: {count}.</translation>
  </message>
  <message>
   <source>Checks an index thoroughly: that the file is whole, that its table of contents and HDF5 agree, and that every value is possible and as it was written. The algorithm fails with a sentence that says what is wrong. Worth the seconds after an index was copied or downloaded.</source>
   <translation>Prüft einen Index gründlich: ob die Datei vollständig ist, ob ihr Inhaltsverzeichnis und HDF5 übereinstimmen, und ob jeder Wert möglich ist und so, wie er geschrieben wurde. Das Werkzeug bricht mit einem Satz ab, der sagt, was nicht stimmt. Die Sekunden wert, nachdem ein Index kopiert oder heruntergeladen wurde.</translation>
  </message>
  <message>
   <source>Choose a folder</source>
   <translation>Einen Ordner wählen</translation>
  </message>
  <message>
   <source>Choose a zip or an image</source>
   <translation>Ein Zip oder ein Bild wählen</translation>
  </message>
  <message>
   <source>Choose an index</source>
   <translation>Einen Index wählen</translation>
  </message>
  <message>
   <source>Choose an output: the map, the footprints or both.</source>
   <translation>Wählen Sie eine Ausgabe: die Karte, die Umrisse oder beides.</translation>
  </message>
  <message>
   <source>Choose, open or build an index to begin.</source>
   <translation>Zuerst einen Index wählen, öffnen oder erstellen.</translation>
  </message>
  <message>
   <source>Click a result: the map shows its place. Double-click goes there.</source>
   <translation>Auf eine Zeile der Ergebnisse klicken: die Karte zeigt den Ort. Doppelklick geht dorthin.</translation>
  </message>
  <message>
   <source>Click its corners; close it with a double-click, a right-click or Enter. Esc cancels.</source>
   <translation>Seine Ecken anklicken; Doppelklick, Rechtsklick oder Eingabe schließt es. Esc nimmt es zurück.</translation>
  </message>
  <message>
   <source>Click on a patch of the index; needs no image</source>
   <translation>Auf einen Ausschnitt des Index klicken; braucht kein Bild</translation>
  </message>
  <message>
   <source>Click on or near an indexed patch.</source>
   <translation>Auf oder neben einen indizierten Ausschnitt klicken.</translation>
  </message>
  <message>
   <source>Click: one patch. Drag: all patches of a box.</source>
   <translation>Klick: ein Ausschnitt. Ziehen: alle Ausschnitte eines Rechtecks.</translation>
  </message>
  <message>
   <source>Close; the menu behind the wrench brings it back</source>
   <translation>Schließen; das Menü hinter dem Schraubenschlüssel holt sie zurück</translation>
  </message>
  <message>
   <source>Codes</source>
   <translation>Codes</translation>
  </message>
  <message>
   <source>Copies the report to the clipboard</source>
   <translation>Legt den Bericht in die Zwischenablage</translation>
  </message>
  <message>
   <source>Copy problem &amp;report</source>
   <translation>Problem&amp;bericht kopieren</translation>
  </message>
  <message>
   <source>Copy the command</source>
   <translation>Den Befehl kopieren</translation>
  </message>
  <message>
   <source>Cuts a Sentinel-2 raster into patches and gives each its binary code: a layer of footprints with the code as a hexadecimal number, as the model's own hash layer makes it. Codes of patches that look alike differ in few bits. To search a raster, build an index. For more than 100,000 patches choose a file, not a temporary layer.</source>
   <translation>Zerschneidet ein Sentinel-2-Raster in Ausschnitte und gibt jedem seinen Binärcode: ein Layer von Umrissen mit dem Code als Hexadezimalzahl, wie ihn die eigene Hash-Schicht des Modells macht. Codes von Ausschnitten, die sich ähneln, unterscheiden sich in wenigen Bits. Um ein Raster zu durchsuchen, erstellen Sie einen Index.</translation>
  </message>
  <message>
   <source>Delete the folder of these packages</source>
   <translation>Den Ordner dieser Pakete löschen</translation>
  </message>
  <message>
   <source>Delete the kept pictures; they are read again when needed</source>
   <translation>Die aufbewahrten Bilder löschen; sie werden wieder gelesen, wenn sie zu sehen sind</translation>
  </message>
  <message>
   <source>Diagnostics</source>
   <translation>Diagnose</translation>
  </message>
  <message>
   <source>Digest of the index's own hash layer</source>
   <translation>Prüfsumme der eigenen Hash-Schicht des Index</translation>
  </message>
  <message>
   <source>Digest of the model</source>
   <translation>Prüfsumme des Modells</translation>
  </message>
  <message>
   <source>Distance from patch to patch in large images, in pixels of the model</source>
   <translation>Von Ausschnitt zu Ausschnitt in großen Bildern, in Pixeln des Modells</translation>
  </message>
  <message>
   <source>Distance: how many bits differ, each weighted by how sure the network is of it</source>
   <translation>Distanz: verschiedene Bits, gewichtet danach, wie sicher sich das Netz bei jedem ist</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Double-click a patch, or press Enter, to search with it</source>
   <translation>Doppelklick oder Eingabe sucht mit einem Ausschnitt</translation>
  </message>
  <message>
   <source>Double-click or Enter zooms to a hit; + and − mark it</source>
   <translation>Doppelklick oder Eingabe zoomt zu einem Treffer; + und − markieren ihn</translation>
  </message>
  <message>
   <source>Draw on a Sentinel-2 image of the project</source>
   <translation>Auf einem Sentinel-2-Bild des Projekts zeichnen</translation>
  </message>
  <message>
   <source>Drawing a query</source>
   <translation>Das Zeichnen einer Anfrage</translation>
  </message>
  <message>
   <source>Duplicates</source>
   <translation>Doppelte</translation>
  </message>
  <message>
   <source>Duplicates of codes of {bits} bits may differ in at most {largest}, not in {most}.</source>
   <translation>Doppelte von Codes mit {bits} Bit dürfen sich in höchstens {largest} unterscheiden, nicht in {most}.</translation>
  </message>
  <message>
   <source>E&amp;xclude</source>
   <translation>Auss&amp;chließen</translation>
  </message>
  <message>
   <source>Else they stay in the index; nothing is removed while the folder cannot be reached</source>
   <translation>Sonst bleiben sie im Index; solange der Ordner nicht erreichbar ist, wird nichts entfernt</translation>
  </message>
  <message>
   <source>Encode images that are new or have changed, and find those that moved or are gone</source>
   <translation>Neue und geänderte Bilder codieren, verschobene und verschwundene finden</translation>
  </message>
  <message>
   <source>Encodes only the images that are new or have changed since the index was built, and finds those that were moved or are gone. You can go on searching meanwhile.</source>
   <translation>Codiert nur die Bilder, die seit dem Erstellen des Index neu sind oder sich geändert haben, und findet verschobene und verschwundene. Sie können währenddessen weitersuchen.</translation>
  </message>
  <message>
   <source>Encoding patches</source>
   <translation>Das Codieren von Ausschnitten</translation>
  </message>
  <message>
   <source>Europe (sample)</source>
   <translation>Europa (Beispiel)</translation>
  </message>
  <message>
   <source>Example: extent over the raster</source>
   <translation>Beispiel: Ausdehnung über dem Raster</translation>
  </message>
  <message>
   <source>Example: indexed patch (row)</source>
   <translation>Beispiel: indizierter Ausschnitt (Zeile)</translation>
  </message>
  <message>
   <source>Example: point</source>
   <translation>Beispiel: Punkt</translation>
  </message>
  <message>
   <source>Example: polygons or points of a layer</source>
   <translation>Beispiel: Polygone oder Punkte eines Layers</translation>
  </message>
  <message>
   <source>Examples</source>
   <translation>Beispiele</translation>
  </message>
  <message>
   <source>Examples (*.gpkg)</source>
   <translation>Beispiele (*.gpkg)</translation>
  </message>
  <message>
   <source>Examples for {index}</source>
   <translation>Beispiele für {index}</translation>
  </message>
  <message>
   <source>Examples: {wanted} wanted, {unwanted} unwanted</source>
   <translation>Beispiele: {wanted} gewünscht, {unwanted} unerwünscht</translation>
  </message>
  <message>
   <source>Export footprints</source>
   <translation>Umrisse exportieren</translation>
  </message>
  <message>
   <source>Extent: west, east, south, north [EPSG:4326]</source>
   <translation>Ausdehnung: West, Ost, Süd, Nord [EPSG:4326]</translation>
  </message>
  <message>
   <source>Fetches the packages from PyPI, Python's package index</source>
   <translation>Holt die Pakete von PyPI, dem Paketindex von Python</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Files skipped</source>
   <translation>Übersprungene Dateien</translation>
  </message>
  <message>
   <source>Filter the hits</source>
   <translation>Die Treffer filtern</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Filters: {count} active</source>
   <translation>Filter: {count} aktiv</translation>
  </message>
  <message>
   <source>Find an indexed patch by its name or label</source>
   <translation>Einen indizierten Ausschnitt nach Name oder Klasse finden</translation>
  </message>
  <message>
   <source>Find every place that looks like this one</source>
   <translation>Alle Orte finden, die wie dieser aussehen</translation>
  </message>
  <message>
   <source>Finds the patches of an index that look most like an example. The example is a point, an extent, or the polygons or points of a layer over a raster, from which patches are cut; without a raster, points and polygons mean the indexed patches there; or name an indexed patch by its row. Several patches ask with their mean; a layer may have up to 1,000 features, and of more than 256 patches a regular sample asks. The result is a layer of footprints, ranked and styled by similarity: the share of random pairs of the index that are less alike. For more than 100,000 hits choose a file, not a temporary layer.</source>
   <translation>Findet die Ausschnitte eines Index, die einem Beispiel am ähnlichsten sehen. Das Beispiel ist ein Punkt, eine Ausdehnung, oder die Polygone oder Punkte eines Layers über einem Raster, aus dem Ausschnitte geschnitten werden; ohne Raster meinen Punkte und Polygone die indizierten Ausschnitte dort; oder nennen Sie einen indizierten Ausschnitt mit seiner Zeile. Mehrere Ausschnitte fragen mit ihrem Mittel an. Das Ergebnis ist ein Layer von Umrissen, nach Ähnlichkeit geordnet und gestaltet: dem Anteil zufälliger Paare des Index, die sich weniger ähneln.</translation>
  </message>
  <message>
   <source>Finds the patches of an index whose code is the same as that of another patch, or differs in a few bits only: images that were indexed twice, dates of one place, or places that look quite the same. Each footprint names the patch most like it and how many bits differ. Exact, and much faster than comparing all with all.</source>
   <translation>Findet die Ausschnitte eines Index, deren Code derselbe ist wie der eines anderen Ausschnitts, oder sich nur in wenigen Bits unterscheidet: doppelt indizierte Bilder, mehrere Daten eines Ortes, oder Orte, die ganz gleich aussehen. Jeder Umriss nennt den ähnlichsten Ausschnitt und wie viele Bits verschieden sind. Exakt, und viel schneller als alle mit allen zu vergleichen.</translation>
  </message>
  <message>
   <source>First day of acquisition</source>
   <translation>Erster Tag der Aufnahme</translation>
  </message>
  <message>
   <source>First steps</source>
   <translation>Erste Schritte</translation>
  </message>
  <message>
   <source>First steps: all done</source>
   <translation>Erste Schritte: alle erledigt</translation>
  </message>
  <message>
   <source>Folder of images</source>
   <translation>Ordner der Bilder</translation>
  </message>
  <message>
   <source>Folder of indexes</source>
   <translation>Ordner der Indizes</translation>
  </message>
  <message>
   <source>Folder of models</source>
   <translation>Ordner der Modelle</translation>
  </message>
  <message>
   <source>Folder of wheels</source>
   <translation>Ordner mit Wheels</translation>
  </message>
  <message>
   <source>Folder with *.whl files</source>
   <translation>Ordner mit Dateien *.whl</translation>
  </message>
  <message>
   <source>Folder, zip or image file</source>
   <translation>Ordner, Zip- oder Bilddatei</translation>
  </message>
  <message>
   <source>Folders</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>Footprints</source>
   <translation>Umrisse</translation>
  </message>
  <message>
   <source>Footprints of {index}</source>
   <translation>Umrisse von {index}</translation>
  </message>
  <message>
   <source>For a machine without a network: *.whl files that were fetched on another one</source>
   <translation>Für einen Rechner ohne Netz: Dateien *.whl, auf einem anderen geholt</translation>
  </message>
  <message>
   <source>For reporting a problem: versions, packages, index and last error; no personal paths.</source>
   <translation>Für einen Problembericht: Versionen, Pakete, Index und letzter Fehler, keine Ihrer Pfade.</translation>
  </message>
  <message>
   <source>Forward to the next search</source>
   <translation>Vor zur nächsten Suche</translation>
  </message>
  <message>
   <source>From a folder of &amp;wheels</source>
   <translation>Aus einem Ordner mit &amp;Wheels</translation>
  </message>
  <message>
   <source>From the &amp;internet</source>
   <translation>Aus dem &amp;Internet</translation>
  </message>
  <message>
   <source>Further indexes, searched together with it</source>
   <translation>Weitere Indizes, zusammen damit durchsucht</translation>
  </message>
  <message>
   <source>GDAL does not know its format</source>
   <translation>GDAL kennt sein Format nicht</translation>
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
   <translation>Holt {name}…</translation>
  </message>
  <message>
   <source>Give one example: a point, an extent, a layer or an indexed patch.</source>
   <translation>Ein Beispiel angeben: einen Punkt, eine Ausdehnung, einen Layer oder einen indizierten Ausschnitt.</translation>
  </message>
  <message>
   <source>Go on without judging this one (→)</source>
   <translation>Weiter, ohne diesen zu beurteilen (→)</translation>
  </message>
  <message>
   <source>Gone, and removed: {count}.</source>
   <translation>Verschwunden und entfernt: {count}.</translation>
  </message>
  <message>
   <source>Gone, but kept: {count}.</source>
   <translation>Verschwunden, aber behalten: {count}.</translation>
  </message>
  <message>
   <source>HDF5 cannot read it ({why})</source>
   <translation>HDF5 kann ihn nicht lesen ({why})</translation>
  </message>
  <message>
   <source>Hash layer</source>
   <translation>Hash-Schicht</translation>
  </message>
  <message>
   <source>Hit {rank}, similarity {similarity}
{name}</source>
   <translation>Treffer {rank}, {similarity} ähnlich
{name}</translation>
  </message>
  <message>
   <source>Hits lie within the selected polygons of this layer, or within all where none is selected. Of any other layer its extent counts.</source>
   <translation>Treffer liegen in den ausgewählten Polygonen dieses Layers, oder in allen, wenn keines ausgewählt ist. Von jedem anderen Layer zählt die Ausdehnung.</translation>
  </message>
  <message>
   <source>Hits: the best {shown} of {hits}</source>
   <translation>Treffer: die besten {shown} von {hits}</translation>
  </message>
  <message>
   <source>Hold Shift to add a wanted example, Ctrl to add an unwanted one.</source>
   <translation>Mit Umschalt kommt ein gewünschtes Beispiel hinzu, mit Strg ein unerwünschtes.</translation>
  </message>
  <message>
   <source>How far the hits are from the query. Drag the line, or press ← and →, to choose how many hits the map shows; double-click to show all.</source>
   <translation>Distanzen der Treffer. Ziehen, oder ← und → drücken, um zu wählen, wie viele die Karte zeigt; ein Doppelklick zeigt alle.</translation>
  </message>
  <message>
   <source>How many</source>
   <translation>Wie viele</translation>
  </message>
  <message>
   <source>How many hits the panel lists at first</source>
   <translation>Wie viele Treffer ein neues Bedienfeld verlangt</translation>
  </message>
  <message>
   <source>How many hits to list; for even more use “Search index” in the Processing toolbox</source>
   <translation>Wie viele Treffer aufgelistet werden; für mehr: Index durchsuchen in den Werkzeugen</translation>
  </message>
  <message>
   <source>How much disk space pictures of hits may take, so that they show at once the next time</source>
   <translation>Wie viel Platz Bilder von Treffern auf dem Datenträger einnehmen dürfen, damit sie beim nächsten Mal sofort da sind</translation>
  </message>
  <message>
   <source>How the images are read and coded</source>
   <translation>Wie die Bilder gelesen und codiert werden</translation>
  </message>
  <message>
   <source>I&amp;nstall</source>
   <translation>I&amp;nstallieren</translation>
  </message>
  <message>
   <source>I&amp;nstall again</source>
   <translation>Erneut i&amp;nstallieren</translation>
  </message>
  <message>
   <source>I&amp;nstall…</source>
   <translation>I&amp;nstallieren…</translation>
  </message>
  <message>
   <source>If either is wrong, the ranking is meaningless. Choose under “Read as”.</source>
   <translation>Ist eines davon falsch, so ist die Rangfolge bedeutungslos. Unter „Lesen als“ wählen.</translation>
  </message>
  <message>
   <source>If it is that, build again with “s2-offset”.</source>
   <translation>Ist es diese, erstellen Sie den Index neu mit „s2-offset“.</translation>
  </message>
  <message>
   <source>If it is that, these need an index of their own, built with “s2-offset”.</source>
   <translation>Ist es diese, brauchen diese Bilder einen eigenen Index, erstellt mit „s2-offset“.</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <source>Images (*.zip *.tif *.tiff *.jp2 *.vrt *.img *.safe *.SAFE);;All files (*)</source>
   <translation>Bilder (*.zip *.tif *.tiff *.jp2 *.vrt *.img *.safe *.SAFE);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Images read as “s2” without any number below 1000: {count} of {total} ({names}). This is what processing baseline 04.00 or later looks like.</source>
   <translation>Als „s2“ gelesene Bilder ohne eine Zahl unter 1000: {count} von {total} ({names}). So sieht die Processing Baseline 04.00 oder später aus.</translation>
  </message>
  <message>
   <source>Images that are gone</source>
   <translation>Verschwundene Bilder</translation>
  </message>
  <message>
   <source>Images that are not found</source>
   <translation>Bilder, die nicht gefunden werden</translation>
  </message>
  <message>
   <source>Images whose patches are never hits</source>
   <translation>Bilder, deren Ausschnitte nie Treffer sind</translation>
  </message>
  <message>
   <source>In the index {name}</source>
   <translation>Im Index {name}</translation>
  </message>
  <message>
   <source>Include patches that &amp;overlap the query</source>
   <translation>Auch Ausschnitte, die die Anfrage über&amp;lappen</translation>
  </message>
  <message>
   <source>Inde&amp;x file</source>
   <translation>Inde&amp;xdatei</translation>
  </message>
  <message>
   <source>Index</source>
   <translation>Index</translation>
  </message>
  <message>
   <source>Index &amp;what is done</source>
   <translation>Fertiges &amp;indizieren</translation>
  </message>
  <message>
   <source>Index file</source>
   <translation>Indexdatei</translation>
  </message>
  <message>
   <source>Index info</source>
   <translation>Indexinfo</translation>
  </message>
  <message>
   <source>Index properties</source>
   <translation>Eigenschaften des Index</translation>
  </message>
  <message>
   <source>Indexes</source>
   <translation>Indizes</translation>
  </message>
  <message>
   <source>Indexes (*.h5) in it are listed in the panel, and new ones are suggested there</source>
   <translation>Indizes (*.h5) darin listet das Bedienfeld auf, und neue werden dort vorgeschlagen</translation>
  </message>
  <message>
   <source>Install it into Lookalike's package folder (README, Install).</source>
   <translation>Installieren Sie es in den Paketordner von Lookalike (README, Install).</translation>
  </message>
  <message>
   <source>Install it with pip, or run inside QGIS, which brings GDAL.</source>
   <translation>Installieren Sie es mit pip, oder arbeiten Sie in QGIS, das GDAL mitbringt.</translation>
  </message>
  <message>
   <source>Install it with: {command}</source>
   <translation>Installieren Sie es mit: {command}</translation>
  </message>
  <message>
   <source>Install or &amp;remove…</source>
   <translation>Installieren oder &amp;entfernen…</translation>
  </message>
  <message>
   <source>Install or remove these packages</source>
   <translation>Diese Pakete installieren oder entfernen</translation>
  </message>
  <message>
   <source>Install what is missing</source>
   <translation>Installieren, was fehlt</translation>
  </message>
  <message>
   <source>Installed and tried: {names}.</source>
   <translation>Installiert und ausprobiert: {names}.</translation>
  </message>
  <message>
   <source>Install…</source>
   <translation>Installieren…</translation>
  </message>
  <message>
   <source>It has no files of these kinds: {known}.</source>
   <translation>Dort gibt es keine Dateien dieser Arten: {known}.</translation>
  </message>
  <message>
   <source>It holds {patches}.</source>
   <translation>Er enthält {patches}.</translation>
  </message>
  <message>
   <source>Judge the best hits one by one with the arrow keys: ↑ wanted, ↓ unwanted</source>
   <translation>Die besten Treffer nacheinander mit Tasten beurteilen: ↑ gewünscht, ↓ unerwünscht</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>Aufbewahrt</translation>
  </message>
  <message>
   <source>Lab&amp;els</source>
   <translation>&amp;Klassen</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Klasse</translation>
  </message>
  <message>
   <source>Label of the patch in its archive</source>
   <translation>Klasse des Ausschnitts in seinem Archiv</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Klassen</translation>
  </message>
  <message>
   <source>Labels: {labels}</source>
   <translation>Klassen: {labels}</translation>
  </message>
  <message>
   <source>Last day of acquisition</source>
   <translation>Letzter Tag der Aufnahme</translation>
  </message>
  <message>
   <source>Less like this (↓)</source>
   <translation>Weniger davon (↓)</translation>
  </message>
  <message>
   <source>Level-1C/2A numbers, older baseline or harmonised: value / 10000</source>
   <translation>Zahlen von Level-1C/2A, ältere Baseline oder harmonisiert: Wert / 10000</translation>
  </message>
  <message>
   <source>Level-1C/2A numbers, processing baseline 04.00 or later: (value − 1000) / 10000</source>
   <translation>Zahlen von Level-1C/2A, Processing Baseline 04.00 oder später: (Wert − 1000) / 10000</translation>
  </message>
  <message>
   <source>Lists the patches whose name or label contains this text</source>
   <translation>Listet die Ausschnitte auf, deren Name oder Klasse diesen Text enthält</translation>
  </message>
  <message>
   <source>Load examples</source>
   <translation>Beispiele laden</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>Look at the hits</source>
   <translation>Die Treffer ansehen</translation>
  </message>
  <message>
   <source>Lookalike</source>
   <translation>Lookalike</translation>
  </message>
  <message>
   <source>Lookalike index (*.h5)</source>
   <translation>Lookalike-Index (*.h5)</translation>
  </message>
  <message>
   <source>Lookalike needs two Python packages that do not come with QGIS. They go into a folder of their own; QGIS and its other packages stay as they are.</source>
   <translation>Lookalike braucht zwei Python-Pakete, die QGIS nicht mitbringt. Sie kommen in einen eigenen Ordner; QGIS und seine anderen Pakete bleiben, wie sie sind.</translation>
  </message>
  <message>
   <source>Lookalike: Python packages</source>
   <translation>Lookalike: Python-Pakete</translation>
  </message>
  <message>
   <source>Lookalike: help</source>
   <translation>Lookalike: Hilfe</translation>
  </message>
  <message>
   <source>Looking for QGIS's Python…</source>
   <translation>Sucht das Python von QGIS…</translation>
  </message>
  <message>
   <source>Looking for new images…</source>
   <translation>Sucht neue Bilder…</translation>
  </message>
  <message>
   <source>Looking for the images…</source>
   <translation>Sucht die Bilder…</translation>
  </message>
  <message>
   <source>Looking for the images… {done} of {total}</source>
   <translation>Sucht die Bilder… {done} von {total}</translation>
  </message>
  <message>
   <source>Looking for the packages…</source>
   <translation>Sucht die Pakete…</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Make an index of the part that was done before the stop</source>
   <translation>Einen Index des Teils erstellen, der vor dem Anhalten fertig war</translation>
  </message>
  <message>
   <source>Make an index of your own Sentinel-2 images</source>
   <translation>Einen Index aus eigenen Sentinel-2-Bildern erstellen</translation>
  </message>
  <message>
   <source>Makes a layer of the footprints of an index: one polygon for each patch, with its row, id, label, date and source, coloured by label where there are labels. The row is what Search index takes as an example. An extent keeps the patches whose centre lies in it. For more than 100,000 patches choose a file, not a temporary layer, which QGIS would keep in memory: a million take about 300 MB as a GeoPackage.</source>
   <translation>Erstellt einen Layer der Umrisse eines Index: ein Polygon für jeden Ausschnitt, mit Zeile, Kennung, Klasse, Datum und Quelle, nach Klassen gefärbt, wo es Klassen gibt. Die Zeile ist das, was Index durchsuchen als Beispiel nimmt. Eine Ausdehnung behält die Ausschnitte, deren Mitte darin liegt.</translation>
  </message>
  <message>
   <source>Mark one with + or −</source>
   <translation>Einen mit + oder − markieren</translation>
  </message>
  <message>
   <source>Menu: help, first steps, options, packages, problem report</source>
   <translation>Menü: Hilfe, erste Schritte, Optionen, Pakete, Problembericht</translation>
  </message>
  <message>
   <source>Merge indexes</source>
   <translation>Indizes zusammenfügen</translation>
  </message>
  <message>
   <source>Merged index</source>
   <translation>Zusammengefügter Index</translation>
  </message>
  <message>
   <source>Merging indexes</source>
   <translation>Das Zusammenfügen von Indizes</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Model quality</source>
   <translation>Güte des Modells</translation>
  </message>
  <message>
   <source>Model: {model}</source>
   <translation>Modell: {model}</translation>
  </message>
  <message>
   <source>Months</source>
   <translation>Monate</translation>
  </message>
  <message>
   <source>More like this (↑)</source>
   <translation>Mehr davon (↑)</translation>
  </message>
  <message>
   <source>Mostly right as it is: taken from the files, or a common choice</source>
   <translation>Stimmt meist so: aus den Dateien übernommen oder eine übliche Wahl</translation>
  </message>
  <message>
   <source>Moved images</source>
   <translation>Verschobene Bilder</translation>
  </message>
  <message>
   <source>Moved: {count}.</source>
   <translation>Verschoben: {count}.</translation>
  </message>
  <message>
   <source>Name an archive: either a folder, or a raster or zip file.</source>
   <translation>Ein Archiv nennen: entweder einen Ordner, oder eine Raster- oder Zip-Datei.</translation>
  </message>
  <message>
   <source>Name of the patch in its archive</source>
   <translation>Name des Ausschnitts in seinem Archiv</translation>
  </message>
  <message>
   <source>Name one archive: either a folder, or a raster or zip file.</source>
   <translation>Ein Archiv nennen: entweder einen Ordner, oder eine Raster- oder Zip-Datei.</translation>
  </message>
  <message>
   <source>Nearest duplicates</source>
   <translation>Nächste Doppelte</translation>
  </message>
  <message>
   <source>Nearest example: {example}</source>
   <translation>Am nächsten an: {example}</translation>
  </message>
  <message>
   <source>New images</source>
   <translation>Neue Bilder</translation>
  </message>
  <message>
   <source>New images: {count}.</source>
   <translation>Neue Bilder: {count}.</translation>
  </message>
  <message>
   <source>New patches</source>
   <translation>Neue Ausschnitte</translation>
  </message>
  <message>
   <source>No hit is left: all patches overlap the example.</source>
   <translation>Kein Treffer bleibt übrig: alle Ausschnitte überlappen das Beispiel.</translation>
  </message>
  <message>
   <source>No hits are left to judge. Ask for more hits above, or press Done.</source>
   <translation>Keine Treffer mehr zu beurteilen. Oben mehr Treffer verlangen, oder „Fertig“ drücken.</translation>
  </message>
  <message>
   <source>No hits except patches that overlap the query: tick “Overlapping hits”.</source>
   <translation>Keine Treffer außer dem, was die Anfrage überlappt: „Auch überlappende“ ankreuzen.</translation>
  </message>
  <message>
   <source>No hits. </source>
   <translation>Keine Treffer. </translation>
  </message>
  <message>
   <source>No hits: the message above the map says why.</source>
   <translation>Keine Treffer: die Meldung über der Karte sagt, warum.</translation>
  </message>
  <message>
   <source>No index is open.</source>
   <translation>Kein Index ist geöffnet.</translation>
  </message>
  <message>
   <source>No index is open. Open one, or build one from your own images, under Index.</source>
   <translation>Kein Index ist geöffnet. Öffnen Sie einen, oder erstellen Sie unter Index einen aus eigenen Bildern.</translation>
  </message>
  <message>
   <source>No indexed patch here. Click on or near a footprint of the index {name}.</source>
   <translation>Hier ist kein indizierter Ausschnitt. Klicken Sie auf oder neben einen Umriss des Index {name}.</translation>
  </message>
  <message>
   <source>No new hits; those of the last query are still shown.</source>
   <translation>Keine neuen Treffer; die der letzten Anfrage werden noch gezeigt.</translation>
  </message>
  <message>
   <source>No patch has data in at least half of its pixels.</source>
   <translation>Kein Ausschnitt hat in mindestens der Hälfte seiner Pixel Daten.</translation>
  </message>
  <message>
   <source>No patch of the index lies in the extent.</source>
   <translation>Kein Ausschnitt des Index liegt in der Ausdehnung.</translation>
  </message>
  <message>
   <source>No patch of this index has such a name or label.</source>
   <translation>Kein Ausschnitt dieses Index hat einen solchen Namen oder eine solche Klasse.</translation>
  </message>
  <message>
   <source>No patch passes the filters.</source>
   <translation>Kein Ausschnitt kommt durch die Filter.</translation>
  </message>
  <message>
   <source>No picture of a query</source>
   <translation>Kein Bild einer Anfrage</translation>
  </message>
  <message>
   <source>No polygon of {layer} lies anywhere on the Earth. Check its coordinate reference system, or choose another layer.</source>
   <translation>Kein Polygon von {layer} liegt irgendwo auf der Erde. Prüfen Sie das Koordinatenbezugssystem, oder wählen Sie einen anderen Layer.</translation>
  </message>
  <message>
   <source>No polygons or points are selected. Select some with QGIS's selection tools; where several layers have a selection, make the one that you mean active under Layers.</source>
   <translation>Es sind keine Polygone oder Punkte ausgewählt. Wählen Sie welche mit den Auswahlwerkzeugen von QGIS aus; wenn mehrere Layer eine Auswahl haben, machen Sie den gemeinten unter Layer zum aktiven.</translation>
  </message>
  <message>
   <source>No raster layer is chosen to draw on. Add a Sentinel-2 image to the project and choose it under Query from.</source>
   <translation>Kein Rasterlayer zum Zeichnen ist gewählt. Fügen Sie dem Projekt ein Sentinel-2-Bild hinzu und wählen Sie es unter Anfrage von.</translation>
  </message>
  <message>
   <source>No usable raster was found in {path}. {detail}</source>
   <translation>In {path} wurde kein brauchbares Raster gefunden. {detail}</translation>
  </message>
  <message>
   <source>No wanted example is left: mark an example or a hit with +.</source>
   <translation>Nichts ist gewünscht: ein Beispiel oder einen Treffer mit + markieren.</translation>
  </message>
  <message>
   <source>Not attached: the index was passed on without its images.</source>
   <translation>Nicht angeschlossen: der Index wurde ohne seine Bilder weitergegeben.</translation>
  </message>
  <message>
   <source>Not found again, neither in the index {index} nor on a raster of the project: {names}. Add an image of these places to the project, and load the examples once more.</source>
   <translation>Nicht wiedergefunden, weder im Index {index} noch auf einem Raster des Projekts: {names}. Fügen Sie dem Projekt ein Bild dieser Orte hinzu, und laden Sie die Beispiele noch einmal.</translation>
  </message>
  <message>
   <source>Not found: {missing} of {all}. Is their drive attached?</source>
   <translation>Nicht gefunden: {missing} von {all}. Ist ihr Laufwerk angeschlossen?</translation>
  </message>
  <message>
   <source>Nothing has changed: the index is up to date.</source>
   <translation>Nichts hat sich geändert: der Index ist aktuell.</translation>
  </message>
  <message>
   <source>ONNX Runtime cannot load it ({why})</source>
   <translation>ONNX Runtime kann es nicht laden ({why})</translation>
  </message>
  <message>
   <source>ONNX Runtime does not start it</source>
   <translation>ONNX Runtime startet es nicht</translation>
  </message>
  <message>
   <source>Of hits that look nearly the same only the best, so that the hits differ more</source>
   <translation>Von Treffern, die fast gleich aussehen, nur der beste: mehr Verschiedenes</translation>
  </message>
  <message>
   <source>Of the first 20 hits {first} were of the query's class, of the first 100 {many}; measured with {queries} patches that training never saw, among {archive}.</source>
   <translation>Von den ersten 20 Treffern waren {first} aus der Klasse der Anfrage, von den ersten 100 {many}; gemessen mit {queries} Ausschnitten, die das Training nie gesehen hat, unter {archive}.</translation>
  </message>
  <message>
   <source>One hit per</source>
   <translation>Ein Treffer je</translation>
  </message>
  <message>
   <source>Only between different images</source>
   <translation>Nur zwischen verschiedenen Bildern</translation>
  </message>
  <message>
   <source>Only hits at least this far from each other</source>
   <translation>Treffer liegen mindestens so weit auseinander</translation>
  </message>
  <message>
   <source>Only hits at least this far from every example</source>
   <translation>Treffer liegen mindestens so weit von jedem Beispiel</translation>
  </message>
  <message>
   <source>Only hits from images with at most this much cloud; 100 %: any</source>
   <translation>Nur Treffer aus Bildern mit höchstens so viel Bewölkung; 100 %: beliebig</translation>
  </message>
  <message>
   <source>Only hits with these labels</source>
   <translation>Nur Treffer dieser Klassen</translation>
  </message>
  <message>
   <source>Only in this extent</source>
   <translation>Nur in dieser Ausdehnung</translation>
  </message>
  <message>
   <source>Only the best hit of each image, so that the hits are more spread out</source>
   <translation>Nur der beste Treffer jedes Bildes, damit die Treffer breiter verteilt sind</translation>
  </message>
  <message>
   <source>Only the part in &amp;view</source>
   <translation>Nur den &amp;sichtbaren Teil</translation>
  </message>
  <message>
   <source>Open an index</source>
   <translation>Einen Index öffnen</translation>
  </message>
  <message>
   <source>Opens the sample index and zooms to it, on a map of the world</source>
   <translation>Öffnet den Beispielindex und zoomt zu ihm, auf einer Weltkarte</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>Öffnen…</translation>
  </message>
  <message>
   <source>P&amp;olygon on the map</source>
   <translation>&amp;Polygon auf der Karte</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <source>Part of an image's name, or a label</source>
   <translation>Teil eines Bildnamens, oder eine Klasse</translation>
  </message>
  <message>
   <source>Patch</source>
   <translation>Ausschnitt</translation>
  </message>
  <message>
   <source>Patch by &amp;name…</source>
   <translation>Ausschnitt nach &amp;Name…</translation>
  </message>
  <message>
   <source>Patch by name or label</source>
   <translation>Ausschnitt nach Name oder Klasse</translation>
  </message>
  <message>
   <source>Patch codes</source>
   <translation>Codes der Ausschnitte</translation>
  </message>
  <message>
   <source>Patch codes of a raster</source>
   <translation>Codes der Ausschnitte eines Rasters</translation>
  </message>
  <message>
   <source>Patch {row}</source>
   <translation>Ausschnitt {row}</translation>
  </message>
  <message>
   <source>Patches</source>
   <translation>Ausschnitte</translation>
  </message>
  <message>
   <source>Patches in folders, whose names become labels, or large images, which are cut into patches</source>
   <translation>Ausschnitte in Ordnern, deren Namen zu Klassen werden, oder große Bilder, die zerschnitten werden</translation>
  </message>
  <message>
   <source>Patches that have a duplicate</source>
   <translation>Ausschnitte, die ein Doppel haben</translation>
  </message>
  <message>
   <source>Patches that have a duplicate: {count}.</source>
   <translation>Ausschnitte mit einem Doppel: {count}.</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>Zeitraum</translation>
  </message>
  <message>
   <source>Picture (*.png)</source>
   <translation>Bild (*.png)</translation>
  </message>
  <message>
   <source>Pictures of hits</source>
   <translation>Bilder von Treffern</translation>
  </message>
  <message>
   <source>Pixels from patch to patch (0: a patch's size)</source>
   <translation>Pixel von Ausschnitt zu Ausschnitt (0: ein ganzer Ausschnitt)</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>Places like these, in {index}</source>
   <translation>Orte wie diese, in {index}</translation>
  </message>
  <message>
   <source>Places similar to {names}</source>
   <translation>Orte ähnlich wie {names}</translation>
  </message>
  <message>
   <source>Press + or − to change an example, Del to remove it, Enter to zoom to it</source>
   <translation>+ und − ändern ein Beispiel, Entf entfernt es, Eingabe zoomt dorthin</translation>
  </message>
  <message>
   <source>Press Enter to search with the selected patch.</source>
   <translation>Eingabe sucht mit dem gewählten Ausschnitt.</translation>
  </message>
  <message>
   <source>Press Esc to stop.</source>
   <translation>Esc beendet.</translation>
  </message>
  <message>
   <source>Press the disk above the results: GeoPackage, GeoJSON, CSV.</source>
   <translation>Über den Ergebnissen die Diskette drücken: GeoPackage, GeoJSON oder CSV.</translation>
  </message>
  <message>
   <source>Press “Pick on the map”, then click near a river, a town or a forest.</source>
   <translation>„Auf der Karte wählen“ drücken, dann nahe einem Fluss, einer Stadt oder einem Wald klicken.</translation>
  </message>
  <message>
   <source>Press “{button}”, then click on the map.</source>
   <translation>„{button}“ drücken, dann auf die Karte klicken.</translation>
  </message>
  <message>
   <source>Processor cores that the network may use; fewer leave more to other work</source>
   <translation>Prozessorkerne, die das Netz benutzen darf; weniger lassen mehr für anderes übrig</translation>
  </message>
  <message>
   <source>Properties of this index</source>
   <translation>Eigenschaften dieses Index</translation>
  </message>
  <message>
   <source>Python &amp;packages…</source>
   <translation>Python-&amp;Pakete…</translation>
  </message>
  <message>
   <source>Python packages</source>
   <translation>Python-Pakete</translation>
  </message>
  <message>
   <source>QGIS's Python has no pip. Install it (on Debian and Ubuntu: sudo apt install python3-pip) and try again, or choose a folder of wheels</source>
   <translation>Das Python von QGIS hat kein pip. Es installieren (unter Debian und Ubuntu: sudo apt install python3-pip) und erneut versuchen, oder einen Ordner mit Wheels wählen</translation>
  </message>
  <message>
   <source>QGIS's own Python cannot be used ({reason})</source>
   <translation>QGIS’ eigenes Python kann nicht verwendet werden ({reason})</translation>
  </message>
  <message>
   <source>Query from</source>
   <translation>Anfrage von</translation>
  </message>
  <message>
   <source>Rank: 1 is the most similar</source>
   <translation>Rang: 1 ist der ähnlichste</translation>
  </message>
  <message>
   <source>Raster</source>
   <translation>Raster</translation>
  </message>
  <message>
   <source>Read a&amp;s</source>
   <translation>Gelesen al&amp;s</translation>
  </message>
  <message>
   <source>Read all…</source>
   <translation>Alles lesen…</translation>
  </message>
  <message>
   <source>Read as</source>
   <translation>Gelesen als</translation>
  </message>
  <message>
   <source>Read as “{here}”, {how}.</source>
   <translation>Gelesen als „{here}“, {how}.</translation>
  </message>
  <message>
   <source>Read as “{reading}”, but no number of this image is below 1000: it looks like processing baseline 04.00 or later. If it is, choose “s2-offset” under “Read as”.</source>
   <translation>Gelesen als „{reading}“, aber keine Zahl dieses Bildes liegt unter 1000: es sieht nach Prozessierungs-Baseline 04.00 oder später aus. Wenn das stimmt, „s2-offset“ unter „Lesen als“ wählen.</translation>
  </message>
  <message>
   <source>Read as: {readings}</source>
   <translation>Gelesen als: {readings}</translation>
  </message>
  <message>
   <source>Reading rasters</source>
   <translation>Das Lesen von Rastern</translation>
  </message>
  <message>
   <source>Reading the area…</source>
   <translation>Liest das Gebiet…</translation>
  </message>
  <message>
   <source>Refi&amp;ne…</source>
   <translation>&amp;Verfeinern…</translation>
  </message>
  <message>
   <source>Reflectance as it is: 0.2 is 20 %</source>
   <translation>Reflexionsgrad, wie er ist: 0,2 sind 20 %</translation>
  </message>
  <message>
   <source>Remove all examples</source>
   <translation>Alle Beispiele entfernen</translation>
  </message>
  <message>
   <source>Remove all filters</source>
   <translation>Alle Filter entfernen</translation>
  </message>
  <message>
   <source>Remove patches whose images are gone</source>
   <translation>Ausschnitte entfernen, deren Bilder verschwunden sind</translation>
  </message>
  <message>
   <source>Remove this example (Del)</source>
   <translation>Dieses Beispiel entfernen (Entf)</translation>
  </message>
  <message>
   <source>Report copied</source>
   <translation>Bericht kopiert</translation>
  </message>
  <message>
   <source>Res&amp;ults</source>
   <translation>&amp;Ergebnisse</translation>
  </message>
  <message>
   <source>Rese&amp;t</source>
   <translation>&amp;Zurücksetzen</translation>
  </message>
  <message>
   <source>Restart QGIS to use the new version.</source>
   <translation>QGIS neu starten, um die neue Version zu verwenden.</translation>
  </message>
  <message>
   <source>Results: INDEX is the file; PATCHES and SKIPPED count the patches in it and the files that could not be read, which the log names.</source>
   <translation>Ergebnisse: INDEX ist die Datei; PATCHES und SKIPPED zählen die Ausschnitte darin und die Dateien, die nicht gelesen werden konnten; das Protokoll nennt sie.</translation>
  </message>
  <message>
   <source>Results: OUTPUT is the layer, with the fields twin and twin_row (id and row of the patch most like it) and bits (how many differ); PATCHES counts its footprints.</source>
   <translation>Ergebnisse: OUTPUT ist der Layer, mit den Feldern twin und twin_row (Kennung und Zeile des ähnlichsten Ausschnitts) und bits (wie viele sich unterscheiden); PATCHES zählt seine Umrisse.</translation>
  </message>
  <message>
   <source>Results: OUTPUT is the layer; PATCHES counts its footprints.</source>
   <translation>Ergebnisse: OUTPUT ist der Layer; PATCHES zählt seine Umrisse.</translation>
  </message>
  <message>
   <source>Results: OUTPUT is the layer; PATCHES counts its footprints. Patches without data are left out.</source>
   <translation>Ergebnisse: OUTPUT ist der Layer; PATCHES zählt seine Umrisse. Ausschnitte ohne Daten fehlen darin.</translation>
  </message>
  <message>
   <source>Results: OUTPUT is the layer; PATCHES counts its hits. Its fields are rank; distance (differing bits, weighted where the example was cut from a raster; hamming counts them plainly); similarity (in percent); id, label, date and source; and row, in the file that index names.</source>
   <translation>Ergebnisse: OUTPUT ist der Layer; PATCHES zählt seine Treffer. Seine Felder sind rank (Rang); distance (Bits, die sich unterscheiden, gewichtet, wo das Beispiel aus einem Raster geschnitten wurde; hamming zählt sie einfach); similarity (Ähnlichkeit in Prozent); id, label, date und source; und row, die Zeile in der Datei, die index nennt.</translation>
  </message>
  <message>
   <source>Results: OUTPUT is the raster (a GeoTIFF, in percent, no data where there is no patch); FOOTPRINTS is the layer, with the field similarity in percent; PATCHES counts the patches.</source>
   <translation>Ergebnisse: OUTPUT ist das Raster (ein GeoTIFF, in Prozent, ohne Daten, wo kein Ausschnitt ist); FOOTPRINTS ist der Layer, mit dem Feld similarity in Prozent; PATCHES zählt die Ausschnitte.</translation>
  </message>
  <message>
   <source>Results: OUTPUT_INDEX is the new file; PATCHES counts the patches in it.</source>
   <translation>Ergebnisse: OUTPUT_INDEX ist die neue Datei; PATCHES zählt die Ausschnitte darin.</translation>
  </message>
  <message>
   <source>Results: OUTPUT_INDEX is the same file; PATCHES counts the patches that were encoded; NEW, CHANGED, MOVED, GONE and SKIPPED count images, of which the log names those that are gone or cannot be read. Where images came from elsewhere, the next update looks there, too, and nowhere beside it.</source>
   <translation>Ergebnisse: OUTPUT_INDEX ist dieselbe Datei; PATCHES zählt die Ausschnitte, die kodiert wurden; NEW, CHANGED, MOVED, GONE und SKIPPED zählen Bilder (neu, geändert, verschoben, verschwunden, übersprungen); das Protokoll nennt die verschwundenen und die unlesbaren. Kamen Bilder von anderswo, sieht die nächste Aktualisierung auch dort nach, und nirgends daneben.</translation>
  </message>
  <message>
   <source>Results: PATCHES and IMAGES are counts, MISSING that of images that are not found; BITS is the length of a code; TITLE and MODEL are names; MODEL_DIGEST and LAYER_DIGEST say which codes can be compared (LAYER_DIGEST is empty where the hash layer is the model's); EXTENT is what other algorithms take as an extent.</source>
   <translation>Ergebnisse: PATCHES und IMAGES sind Anzahlen, MISSING die der Bilder, die nicht gefunden werden; BITS ist die Länge eines Codes; TITLE und MODEL sind Namen; MODEL_DIGEST und LAYER_DIGEST sagen, welche Codes vergleichbar sind (LAYER_DIGEST ist leer, wo die Hash-Schicht die des Modells ist); EXTENT ist, was andere Algorithmen als Ausdehnung nehmen.</translation>
  </message>
  <message>
   <source>Results: PATCHES counts the patches of a whole index.</source>
   <translation>Ergebnisse: PATCHES zählt die Ausschnitte eines unversehrten Index.</translation>
  </message>
  <message>
   <source>Round {round}, {judged} of {size} judged</source>
   <translation>Runde {round}, {judged} von {size} beurteilt</translation>
  </message>
  <message>
   <source>Run the &amp;network on</source>
   <translation>&amp;Netz läuft auf</translation>
  </message>
  <message>
   <source>Save &amp;contact sheet (PDF, PNG)…</source>
   <translation>Ü&amp;bersichtsblatt speichern (PDF, PNG)…</translation>
  </message>
  <message>
   <source>Save &amp;hits (GeoPackage, GeoJSON, CSV)…</source>
   <translation>&amp;Treffer speichern (GeoPackage, GeoJSON, CSV)…</translation>
  </message>
  <message>
   <source>Save contact sheet</source>
   <translation>Übersichtsblatt speichern</translation>
  </message>
  <message>
   <source>Save examples</source>
   <translation>Beispiele speichern</translation>
  </message>
  <message>
   <source>Save hits</source>
   <translation>Treffer speichern</translation>
  </message>
  <message>
   <source>Save the examples to a file, or load some from one</source>
   <translation>Die Beispiele als Datei speichern, oder welche laden</translation>
  </message>
  <message>
   <source>Save the hits</source>
   <translation>Treffer speichern</translation>
  </message>
  <message>
   <source>Save the hits, or a contact sheet of their pictures</source>
   <translation>Die Treffer speichern, oder ein Übersichtsblatt ihrer Bilder</translation>
  </message>
  <message>
   <source>Saved {file}</source>
   <translation>{file} gespeichert</translation>
  </message>
  <message>
   <source>Says what an index holds: how many patches of how many images, which model made its codes, whether it is adapted to its archive, how the images' numbers were read, its labels with their counts, its period and extent, and how many of its images are not where the index says. Needs no further package.</source>
   <translation>Sagt, was ein Index enthält: wie viele Ausschnitte wie vieler Bilder, welches Modell seine Codes gemacht hat, ob er an sein Archiv angepasst ist, wie die Zahlen der Bilder gelesen wurden, seine Klassen mit Anzahl, Zeitraum und Ausdehnung, und wie viele seiner Bilder nicht dort sind, wo der Index sagt. Braucht kein weiteres Paket.</translation>
  </message>
  <message>
   <source>Se&amp;veral patches</source>
   <translation>&amp;Mehrere Ausschnitte</translation>
  </message>
  <message>
   <source>Search from a place</source>
   <translation>Von einem Ort aus suchen</translation>
  </message>
  <message>
   <source>Search index</source>
   <translation>Index durchsuchen</translation>
  </message>
  <message>
   <source>Search other indexes together with this one</source>
   <translation>Andere Indizes zusammen mit diesem durchsuchen</translation>
  </message>
  <message>
   <source>Search together with</source>
   <translation>Zusammen durchsuchen mit</translation>
  </message>
  <message>
   <source>Search with a whole image from your disk; you can also drop it on this panel</source>
   <translation>Mit einem ganzen Bild von Ihrem Datenträger anfragen; oder es auf dieses Bedienfeld ziehen</translation>
  </message>
  <message>
   <source>Search with an image</source>
   <translation>Mit einem Bild anfragen</translation>
  </message>
  <message>
   <source>Search with the patch in the middle of the map</source>
   <translation>Mit dem Ausschnitt in der Mitte der Karte anfragen</translation>
  </message>
  <message>
   <source>Search with the patches under the selected polygons or points of a layer</source>
   <translation>Mit den Ausschnitten unter den ausgewählten Polygonen oder Punkten eines Layers anfragen</translation>
  </message>
  <message>
   <source>Searched together with: {others}</source>
   <translation>Zusammen durchsucht mit: {others}</translation>
  </message>
  <message>
   <source>Searching</source>
   <translation>Suche</translation>
  </message>
  <message>
   <source>Searching by a raster</source>
   <translation>Das Suchen mit einem Raster</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>Suche…</translation>
  </message>
  <message>
   <source>Select a hit, then press + (more like this) or − (less like this).</source>
   <translation>Einen Treffer auswählen und + (mehr davon) oder − (weniger davon) drücken.</translation>
  </message>
  <message>
   <source>Share of random pairs of patches in this index that are less alike than query and hit</source>
   <translation>Anteil zufälliger Paare dieses Index, die sich weniger ähneln als Anfrage und Treffer</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Show all first steps, or only the next</source>
   <translation>Alle ersten Schritte zeigen, oder nur den nächsten</translation>
  </message>
  <message>
   <source>Show the &amp;nearest example</source>
   <translation>Nächstes Beispiel &amp;zeigen</translation>
  </message>
  <message>
   <source>Show the hits as pictures</source>
   <translation>Die Treffer als Bilder zeigen</translation>
  </message>
  <message>
   <source>Shows what the network sees of a query, where its image is at hand</source>
   <translation>Zeigt, was das Netz von einer Anfrage sieht, wenn ihr Bild vorliegt</translation>
  </message>
  <message>
   <source>Shows where the land resembles an example: every patch of an index, not only the best, with its similarity: the share of random pairs of the index, in percent, that lie further apart. The raster has cells as large as the step from patch to patch, in the CRS of the images where they share one, else in longitude and latitude; where patches overlap, a cell holds their mean. The footprints have one polygon for each patch. The example is given as for Search index; an extent keeps the patches whose centre lies in it.</source>
   <translation>Zeigt, wo das Land einem Beispiel ähnelt: jeden Ausschnitt eines Index, nicht nur die besten, mit seiner Ähnlichkeit: dem Anteil zufälliger Paare des Index, in Prozent, die weiter auseinanderliegen. Die Zellen des Rasters sind so groß wie der Schritt von Ausschnitt zu Ausschnitt, im KBS der Bilder, wo sie eines gemeinsam haben, sonst in Länge und Breite; wo sich Ausschnitte überlappen, enthält eine Zelle ihr Mittel. Die Umrisse haben ein Polygon für jeden Ausschnitt. Das Beispiel wird angegeben wie bei Index durchsuchen; eine Ausdehnung behält die Ausschnitte, deren Mitte darin liegt.</translation>
  </message>
  <message>
   <source>Similar places</source>
   <translation>Ähnliche Orte</translation>
  </message>
  <message>
   <source>Similarity</source>
   <translation>Ähnlichkeit</translation>
  </message>
  <message>
   <source>Similarity map</source>
   <translation>Ähnlichkeitskarte</translation>
  </message>
  <message>
   <source>Similarity map: how much every place of the index resembles the query</source>
   <translation>Ähnlichkeitskarte: wie sehr jeder Ort des Index der Anfrage ähnelt</translation>
  </message>
  <message>
   <source>Similarity of footprints</source>
   <translation>Ähnlichkeit der Umrisse</translation>
  </message>
  <message>
   <source>Similarity {similarity}, differing bits: {bits}</source>
   <translation>Ähnlichkeit {similarity}, verschiedene Bits: {bits}</translation>
  </message>
  <message>
   <source>Similarity: % of random pairs that lie further apart</source>
   <translation>Ähnlichkeit: % der zufälligen Paare, die weiter auseinanderliegen</translation>
  </message>
  <message>
   <source>Skip →</source>
   <translation>Weiter →</translation>
  </message>
  <message>
   <source>Skipped files: {count} ({names}).</source>
   <translation>Übersprungene Dateien: {count} ({names}).</translation>
  </message>
  <message>
   <source>Skipped {path}: {why}</source>
   <translation>{path} übersprungen: {why}</translation>
  </message>
  <message>
   <source>Skipped, as they cannot be read: {count}.</source>
   <translation>Übersprungen, da nicht lesbar: {count}.</translation>
  </message>
  <message>
   <source>Something went wrong inside Lookalike ({problem}). The details are in View &gt; Panels &gt; Log Messages, under Lookalike.</source>
   <translation>In Lookalike ging etwas schief ({problem}). Einzelheiten stehen unter Ansicht &gt; Bedienfelder &gt; Protokollmeldungen, Reiter Lookalike.</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Beginnt…</translation>
  </message>
  <message>
   <source>Step {number} of {all}: {title}</source>
   <translation>Schritt {number} von {all}: {title}</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Stop refining (Esc)</source>
   <translation>Verfeinern beenden (Esc)</translation>
  </message>
  <message>
   <source>Stopped before the first image was done.</source>
   <translation>Angehalten, bevor das erste Bild fertig war.</translation>
  </message>
  <message>
   <source>Stopped.</source>
   <translation>Angehalten.</translation>
  </message>
  <message>
   <source>Stopped. Done and kept: {patches}. “Build” goes on from there.</source>
   <translation>Angehalten. Fertig und behalten: {patches}. „Erstellen“ macht dort weiter.</translation>
  </message>
  <message>
   <source>Stopped. What was installed before is unchanged.</source>
   <translation>Angehalten. Was vorher installiert war, ist unverändert.</translation>
  </message>
  <message>
   <source>Stopped; the index is as it was. What is encoded is kept: “Update” goes on.</source>
   <translation>Angehalten; der Index ist unverändert. Was codiert ist, bleibt: „Aktualisieren“ macht dort weiter.</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Hält an…</translation>
  </message>
  <message>
   <source>Text, comma-separated (*.csv)</source>
   <translation>Text, durch Kommas getrennt (*.csv)</translation>
  </message>
  <message>
   <source>That is all. The help pages are in the menu behind the wrench.</source>
   <translation>Das ist alles. Die Hilfeseiten stehen im Menü hinter dem Schraubenschlüssel.</translation>
  </message>
  <message>
   <source>That is slower: you can go back to the processor in the options.</source>
   <translation>Das ist langsamer: in den Optionen können Sie zum Prozessor zurückkehren.</translation>
  </message>
  <message>
   <source>That was with codes adapted to those patches, as yours are to your archive.</source>
   <translation>Das war mit Codes, die an diese Ausschnitte angepasst waren, wie Ihre an Ihr Archiv.</translation>
  </message>
  <message>
   <source>That was with the model's own codes; yours are adapted to your archive.</source>
   <translation>Das war mit den eigenen Codes des Modells; Ihre sind an Ihr Archiv angepasst.</translation>
  </message>
  <message>
   <source>The Sentinel-2 image that queries are drawn on</source>
   <translation>Das Sentinel-2-Bild, auf dem Anfragen gezeichnet werden</translation>
  </message>
  <message>
   <source>The best hits one by one: say with the arrow keys whether each is wanted</source>
   <translation>Die besten Treffer einzeln: mit den Pfeiltasten sagen, ob jeder gewünscht ist</translation>
  </message>
  <message>
   <source>The examples of the query: hits look like the wanted ones, and unlike the unwanted ones</source>
   <translation>Die Beispiele der Anfrage: Treffer sind wie die gewünschten und nicht wie die unerwünschten</translation>
  </message>
  <message>
   <source>The extent lies nowhere on the Earth. Check its coordinate reference system.</source>
   <translation>Die Ausdehnung liegt nirgendwo auf der Erde. Prüfen Sie ihr Koordinatenbezugssystem.</translation>
  </message>
  <message>
   <source>The file to write; a build that was stopped goes on in the same file</source>
   <translation>Die Datei, die geschrieben wird; ein angehaltenes Erstellen geht in derselben Datei weiter</translation>
  </message>
  <message>
   <source>The folder with the *.whl files of the packages</source>
   <translation>Der Ordner mit den *.whl-Dateien der Pakete</translation>
  </message>
  <message>
   <source>The hits, the most similar first</source>
   <translation>Die Treffer, die ähnlichsten zuerst</translation>
  </message>
  <message>
   <source>The index is being built.</source>
   <translation>Der Index wird erstellt.</translation>
  </message>
  <message>
   <source>The index is whole: {patches}.</source>
   <translation>Der Index ist unversehrt: {patches}.</translation>
  </message>
  <message>
   <source>The index that is searched</source>
   <translation>Der Index, der durchsucht wird</translation>
  </message>
  <message>
   <source>The index that is searched: the codes and places of its patches</source>
   <translation>Welcher Index durchsucht wird: Codes und Orte von Ausschnitten</translation>
  </message>
  <message>
   <source>The index {index} does not say where its imagery lies. Name the folder or file to look for new images in.</source>
   <translation>Der Index {index} sagt nicht, wo seine Bilder liegen. Nennen Sie den Ordner oder die Datei, in der neue Bilder gesucht werden sollen.</translation>
  </message>
  <message>
   <source>The index {index} was made by the model {wanted}, not by {given}; their codes cannot be compared. Choose the model {wanted}, or build the index again.</source>
   <translation>Der Index {index} wurde mit dem Modell {wanted} gemacht, nicht mit {given}; ihre Codes sind nicht vergleichbar. Wählen Sie das Modell {wanted}, oder erstellen Sie den Index neu.</translation>
  </message>
  <message>
   <source>The index {index} was made by the model {wanted}, which is not among the models here. Searching from an indexed patch still works; to draw a query, add that model's file.</source>
   <translation>Der Index {index} wurde mit dem Modell {wanted} gemacht, das hier nicht unter den Modellen ist. Die Suche von einem indizierten Ausschnitt aus geht trotzdem; um eine Anfrage zu zeichnen, fügen Sie die Datei dieses Modells hinzu.</translation>
  </message>
  <message>
   <source>The index {name} has no patch to search: {reason}.</source>
   <translation>Der Index {name} hat keinen Ausschnitt zu durchsuchen: {reason}.</translation>
  </message>
  <message>
   <source>The index {path} has changed since it was opened, and was opened again. If your last click or mark is not among the examples, repeat it.</source>
   <translation>Der Index {path} hat sich seit dem Öffnen geändert und wurde neu geöffnet. Wenn Ihr letzter Klick oder Ihre letzte Markierung nicht unter den Beispielen ist, wiederholen Sie sie.</translation>
  </message>
  <message>
   <source>The index {path} has format version {found}; this Lookalike reads up to version {known}. Update the plugin.</source>
   <translation>Der Index {path} hat Formatversion {found}; dieses Lookalike liest bis Version {known}. Aktualisieren Sie die Erweiterung.</translation>
  </message>
  <message>
   <source>The index {path} has no patch {row}: patches are counted from 0, and it holds {rows}.</source>
   <translation>Der Index {path} hat keinen Ausschnitt {row}: gezählt wird von 0 an, und er enthält {rows}.</translation>
  </message>
  <message>
   <source>The index {path} is damaged: {problem}. Restore it from a copy, or build it again.</source>
   <translation>Der Index {path} ist beschädigt: {problem}. Stellen Sie ihn aus einer Kopie wieder her, oder erstellen Sie ihn neu.</translation>
  </message>
  <message>
   <source>The layer {layer} has no coordinate reference system, so its features have no place on the map. Set it first (Layer &gt; Set CRS of Layer(s)).</source>
   <translation>Der Layer {layer} hat kein Koordinatenbezugssystem, also haben seine Objekte keinen Ort auf der Karte. Setzen Sie es zuerst (Layer &gt; KBS von Layer(n) setzen).</translation>
  </message>
  <message>
   <source>The layer {layer} is not a raster file on this machine (it is served by {provider}), so its numbers cannot be read. Choose a raster layer that was loaded from a file.</source>
   <translation>Der Layer {layer} ist keine Rasterdatei auf diesem Rechner (Quelle: {provider}), also sind seine Zahlen nicht lesbar. Wählen Sie einen Rasterlayer, der aus einer Datei geladen wurde.</translation>
  </message>
  <message>
   <source>The map shows no patch of the index, so there is no similarity map of it. It comes once you zoom to the index, or switch off “Only the part in view” in its menu.</source>
   <translation>Die Karte zeigt keinen Ausschnitt des Index, also gibt es davon keine Ähnlichkeitskarte. Sie kommt, sobald Sie auf den Index zoomen oder „Nur den sichtbaren Teil“ im Menü ausschalten.</translation>
  </message>
  <message>
   <source>The model {model} takes patches of shape {wanted}, not {given}.</source>
   <translation>Das Modell {model} nimmt Ausschnitte der Form {wanted}, nicht {given}.</translation>
  </message>
  <message>
   <source>The model's own</source>
   <translation>Die des Modells</translation>
  </message>
  <message>
   <source>The network runs on the processor: {provider} did not start.</source>
   <translation>Das Netz läuft auf dem Prozessor: {provider} startete nicht.</translation>
  </message>
  <message>
   <source>The network that turns patches into codes; drawing a query needs the same one</source>
   <translation>Das Netz, das aus Ausschnitten Codes macht; gezeichnete Anfragen brauchen dasselbe</translation>
  </message>
  <message>
   <source>The order of the bands, or the number of each, such as B04=1,B03=2,B02=3</source>
   <translation>Die Reihenfolge der Bänder, oder die Nummer von jedem, etwa B04=1,B03=2,B02=3</translation>
  </message>
  <message>
   <source>The packages were not installed: {problem}. What was installed before is unchanged.</source>
   <translation>Die Pakete wurden nicht installiert: {problem}. Was vorher installiert war, ist unverändert.</translation>
  </message>
  <message>
   <source>The packages were removed.</source>
   <translation>Die Pakete wurden entfernt.</translation>
  </message>
  <message>
   <source>The pixels of {path} are {pixel:.3g} m wide, and the model takes {most:g} m at most. Choose imagery of a finer resolution.</source>
   <translation>Die Pixel von {path} sind {pixel:.3g} m groß, das Modell nimmt höchstens {most:g} m. Wählen Sie Bilder mit feinerer Auflösung.</translation>
  </message>
  <message>
   <source>The place that you chose lies outside {path}. Draw inside the raster.</source>
   <translation>Der gewählte Ort liegt außerhalb von {path}. Zeichnen Sie innerhalb des Rasters.</translation>
  </message>
  <message>
   <source>The polygons of {layer} have more than {most} corners. Select those that hits may lie in, then choose the layer again.</source>
   <translation>Die Polygone von {layer} haben mehr als {most} Ecken. Wählen Sie die aus, in denen Treffer liegen dürfen, dann erneut den Layer.</translation>
  </message>
  <message>
   <source>The query's numbers are read as “{own}”, those of the index were read as “{others}”. If either is wrong, the ranking is meaningless.</source>
   <translation>Die Zahlen der Anfrage werden als „{own}“ gelesen, die des Index wurden als „{others}“ gelesen. Ist eines davon falsch, sagt die Rangfolge nichts aus.</translation>
  </message>
  <message>
   <source>The report is on the clipboard: paste it where you describe the problem.</source>
   <translation>Der Bericht ist in der Zwischenablage: dort einfügen, wo Sie das Problem beschreiben.</translation>
  </message>
  <message>
   <source>The searches of this project</source>
   <translation>Die Suchen dieses Projekts</translation>
  </message>
  <message>
   <source>The similarity map has what the map shows, as fine as it can be, and follows when you pan or zoom; else it has all of the index</source>
   <translation>Die Ähnlichkeitskarte enthält, was die Karte zeigt, so fein wie möglich, und folgt beim Verschieben und Zoomen; sonst den ganzen Index</translation>
  </message>
  <message>
   <source>The usual cause on Windows is a Microsoft Visual C++ runtime that is missing or too old: install the newest Visual C++ Redistributable (x64) and restart QGIS. </source>
   <translation>Unter Windows liegt das meist an einer fehlenden oder zu alten Microsoft-Visual-C++-Laufzeit: installieren Sie das neueste Visual C++ Redistributable (x64) und starten Sie QGIS neu. </translation>
  </message>
  <message>
   <source>There is no hashing model (*.onnx) to build with.</source>
   <translation>Es gibt kein Hashing-Modell (*.onnx), mit dem erstellt werden könnte.</translation>
  </message>
  <message>
   <source>There is no model in {folder}. Install the plugin again.</source>
   <translation>In {folder} ist kein Modell. Installieren Sie die Erweiterung neu.</translation>
  </message>
  <message>
   <source>There is no radiometry called {name}. Known are: {known}.</source>
   <translation>Es gibt keine Radiometrie namens {name}. Bekannt sind: {known}.</translation>
  </message>
  <message>
   <source>There is nothing to merge: choose two indexes or more.</source>
   <translation>Es gibt nichts zusammenzufügen: wählen Sie mindestens zwei Indizes.</translation>
  </message>
  <message>
   <source>This Python has no pip; the wheels are unpacked.</source>
   <translation>Dieses Python hat kein pip; die Wheels werden entpackt.</translation>
  </message>
  <message>
   <source>This command fetches the wheels on a machine that has a network:</source>
   <translation>Dieser Befehl holt die Wheels auf einem Rechner, der ein Netz hat:</translation>
  </message>
  <message>
   <source>This could not be done: {problem}.</source>
   <translation>Das ging nicht: {problem}.</translation>
  </message>
  <message>
   <source>This index was passed on without its images. Choose their folder.</source>
   <translation>Dieser Index wurde ohne seine Bilder weitergegeben. Wählen Sie deren Ordner.</translation>
  </message>
  <message>
   <source>This is the first of {count} files that failed.</source>
   <translation>Das ist die erste von {count} Dateien, mit denen es nicht ging.</translation>
  </message>
  <message>
   <source>This step</source>
   <translation>Dieser Schritt</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>Title of the index</source>
   <translation>Titel des Index</translation>
  </message>
  <message>
   <source>Tr&amp;y the sample on a map</source>
   <translation>Das Beispiel au&amp;f einer Karte zeigen</translation>
  </message>
  <message>
   <source>Trying {name}…</source>
   <translation>Probiert {name} aus…</translation>
  </message>
  <message>
   <source>Turns an archive of Sentinel-2 imagery into an index that can be searched: every patch becomes a binary code. The archive is a folder (or zip) of patch files, whose labels are the names of their folders, or of scenes, which are cut into a grid of patches; or a single raster. A build that was cancelled goes on where it stopped.</source>
   <translation>Macht aus einem Archiv von Sentinel-2-Bildern einen Index, der durchsucht werden kann: aus jedem Ausschnitt wird ein Binärcode. Das Archiv ist ein Ordner (oder Zip) mit Ausschnittdateien, deren Klassen die Namen ihrer Ordner sind, oder mit Szenen, die in ein Gitter von Ausschnitten zerschnitten werden; oder ein einzelnes Raster. Eine abgebrochene Erstellung macht weiter, wo sie aufgehört hat.</translation>
  </message>
  <message>
   <source>Type at least one letter.</source>
   <translation>Mindestens einen Buchstaben eingeben.</translation>
  </message>
  <message>
   <source>Unfold “Filters” below, then choose a label or draw an area.</source>
   <translation>Unten „Filter“ aufklappen und eine Klasse wählen, oder ein Gebiet zeichnen.</translation>
  </message>
  <message>
   <source>Unpacking…</source>
   <translation>Entpackt…</translation>
  </message>
  <message>
   <source>Unwanted ↓</source>
   <translation>Unerwünscht ↓</translation>
  </message>
  <message>
   <source>Unwanted: less like this (−)</source>
   <translation>Unerwünscht: weniger davon (−)</translation>
  </message>
  <message>
   <source>Unwanted: less like this hit (−)</source>
   <translation>Unerwünscht: weniger wie dieser Treffer (−)</translation>
  </message>
  <message>
   <source>Update index</source>
   <translation>Index aktualisieren</translation>
  </message>
  <message>
   <source>Update this index: look for new, changed, moved and missing images</source>
   <translation>Diesen Index aktualisieren: nach neuen, geänderten, verschobenen und fehlenden Bildern suchen</translation>
  </message>
  <message>
   <source>Update {name}</source>
   <translation>{name} aktualisieren</translation>
  </message>
  <message>
   <source>Updated index</source>
   <translation>Aktualisierter Index</translation>
  </message>
  <message>
   <source>Updating an index</source>
   <translation>Das Aktualisieren eines Index</translation>
  </message>
  <message>
   <source>Updating needs the Python package(s) {names}, not installed yet.</source>
   <translation>Zum Aktualisieren fehlt noch (Python-Pakete): {names}.</translation>
  </message>
  <message>
   <source>Use as &amp;query</source>
   <translation>Als &amp;Anfrage verwenden</translation>
  </message>
  <message>
   <source>Verify index</source>
   <translation>Index prüfen</translation>
  </message>
  <message>
   <source>Verifying an index</source>
   <translation>Das Prüfen eines Index</translation>
  </message>
  <message>
   <source>Wanted ↑</source>
   <translation>Gewünscht ↑</translation>
  </message>
  <message>
   <source>Wanted: more like this (+)</source>
   <translation>Gewünscht: mehr davon (+)</translation>
  </message>
  <message>
   <source>Wanted: more like this hit (+)</source>
   <translation>Gewünscht: mehr wie dieser Treffer (+)</translation>
  </message>
  <message>
   <source>What a query of several patches finds: places like their mean, or places like any one of them</source>
   <translation>Was eine Anfrage mit mehreren Ausschnitten findet: Orte wie ihr Mittel, oder Orte wie irgendeiner von ihnen</translation>
  </message>
  <message>
   <source>What calls itself “{name}”</source>
   <translation>Was sich „{name}“ nennt,</translation>
  </message>
  <message>
   <source>What runs the network, of what the installed onnxruntime offers here. Anything but the processor is tried once before it is used.</source>
   <translation>Was das Netz ausführt: was das installierte onnxruntime hier bietet. Anderes als der Prozessor wird einmal ausprobiert, bevor es verwendet wird.</translation>
  </message>
  <message>
   <source>What the file says</source>
   <translation>Was die Datei sagt</translation>
  </message>
  <message>
   <source>What the files say</source>
   <translation>Was die Dateien sagen</translation>
  </message>
  <message>
   <source>What the hits are restricted to. Filters apply before the ranking.</source>
   <translation>Worauf Treffer beschränkt sind; vor der Rangfolge angewendet</translation>
  </message>
  <message>
   <source>What the image's numbers mean</source>
   <translation>Was die Zahlen des Bildes bedeuten</translation>
  </message>
  <message>
   <source>What the images' numbers mean</source>
   <translation>Was die Zahlen der Bilder bedeuten</translation>
  </message>
  <message>
   <source>What the index is called in the panel</source>
   <translation>Wie der Index im Bedienfeld heißt</translation>
  </message>
  <message>
   <source>What the installation says, line by line</source>
   <translation>Was die Installation sagt, Zeile für Zeile</translation>
  </message>
  <message>
   <source>What the network sees: {query}</source>
   <translation>Was das Netz sieht: {query}</translation>
  </message>
  <message>
   <source>What the numbers mean (else as the files say)</source>
   <translation>Was die Zahlen bedeuten (sonst wie die Dateien sagen)</translation>
  </message>
  <message>
   <source>What the query is taken from: a raster layer, or an indexed patch</source>
   <translation>Womit angefragt wird: ein Rasterlayer oder ein indizierter Ausschnitt</translation>
  </message>
  <message>
   <source>What the raster's numbers mean (else as the file says)</source>
   <translation>Was die Zahlen des Rasters bedeuten (sonst wie die Datei sagt)</translation>
  </message>
  <message>
   <source>Where hits may lie. Choose an entry again to take the map or the layer as it is now, or to draw anew.</source>
   <translation>Wo Treffer liegen dürfen; erneut wählen, um die Karte zu nehmen, wie sie dann ist, oder um neu zu zeichnen</translation>
  </message>
  <message>
   <source>Where the images of this index lie; another folder adds the images in it</source>
   <translation>Wo die Bilder dieses Index liegen; ein anderer Ordner fügt die Bilder darin hinzu</translation>
  </message>
  <message>
   <source>Where to look for hashing models (*.onnx) of your own</source>
   <translation>Wo eigene Hashing-Modelle (*.onnx) gesucht werden</translation>
  </message>
  <message>
   <source>Whether the panel at first also lists patches that overlap the query</source>
   <translation>Ob das Bedienfeld anfangs auch Ausschnitte auflistet, die die Anfrage überlappen</translation>
  </message>
  <message>
   <source>Which band is which, like B04=1,B03=2,B02=3</source>
   <translation>Welches Band welches ist, etwa B04=1,B03=2,B02=3</translation>
  </message>
  <message>
   <source>World</source>
   <translation>Welt</translation>
  </message>
  <message>
   <source>Writes one index of all patches of several, so that one search covers them all. They must have been made by the same model and the same hash layer, as codes of others cannot be compared: indexes that are adapted to different archives cannot be merged. A patch that several of them hold is kept once.</source>
   <translation>Schreibt einen Index aller Ausschnitte von mehreren, so dass eine Suche sie alle umfasst. Sie müssen mit demselben Modell und derselben Hash-Schicht gemacht sein, denn andere Codes sind nicht vergleichbar: Indizes, die an verschiedene Archive angepasst sind, können nicht zusammengefügt werden. Ein Ausschnitt, den mehrere enthalten, wird einmal behalten.</translation>
  </message>
  <message>
   <source>Writing an index</source>
   <translation>Das Schreiben eines Index</translation>
  </message>
  <message>
   <source>Writing or verifying an index</source>
   <translation>Das Schreiben oder Prüfen eines Index</translation>
  </message>
  <message>
   <source>Writing the index…</source>
   <translation>Schreibt den Index…</translation>
  </message>
  <message>
   <source>Zip or image</source>
   <translation>Zip oder Bild</translation>
  </message>
  <message>
   <source>Zoom to the area of this index</source>
   <translation>Zum Gebiet dieses Index zoomen</translation>
  </message>
  <message>
   <source>a whole patch: no overlap</source>
   <translation>ein ganzer Ausschnitt: keine Überlappung</translation>
  </message>
  <message>
   <source>above {low} %</source>
   <translation>über {low} %</translation>
  </message>
  <message>
   <source>all</source>
   <translation>alle</translation>
  </message>
  <message>
   <source>all on the map</source>
   <translation>alle auf der Karte</translation>
  </message>
  <message>
   <source>all {count}</source>
   <translation>alle {count}</translation>
  </message>
  <message>
   <source>another QGIS is installing them now. Wait until it has done so</source>
   <translation>ein anderes QGIS installiert sie gerade. Warten Sie, bis es fertig ist</translation>
  </message>
  <message>
   <source>any</source>
   <translation>beliebig</translation>
  </message>
  <message>
   <source>any distance</source>
   <translation>beliebige Entfernung</translation>
  </message>
  <message>
   <source>archive</source>
   <translation>Archiv</translation>
  </message>
  <message>
   <source>as chosen before</source>
   <translation>wie zuvor gewählt</translation>
  </message>
  <message>
   <source>as one, by their mean</source>
   <translation>als einer, mit ihrem Mittel</translation>
  </message>
  <message>
   <source>as you chose</source>
   <translation>wie gewählt</translation>
  </message>
  <message>
   <source>assumed from its data type</source>
   <translation>angenommen nach dem Datentyp</translation>
  </message>
  <message>
   <source>at all</source>
   <translation>alle</translation>
  </message>
  <message>
   <source>at least </source>
   <translation>mindestens </translation>
  </message>
  <message>
   <source>below {high} %</source>
   <translation>unter {high} %</translation>
  </message>
  <message>
   <source>beside the images they are built from</source>
   <translation>neben den Bildern, aus denen sie erstellt werden</translation>
  </message>
  <message>
   <source>changed: {path}</source>
   <translation>geändert: {path}</translation>
  </message>
  <message>
   <source>column {name} has dtype {dtype}</source>
   <translation>die Spalte {name} hat den Datentyp {dtype}</translation>
  </message>
  <message>
   <source>column {name} has impossible values</source>
   <translation>die Spalte {name} hat unmögliche Werte</translation>
  </message>
  <message>
   <source>column {name} has shape {shape}</source>
   <translation>die Spalte {name} hat die Form {shape}</translation>
  </message>
  <message>
   <source>column {name} has shape {shape}, not {wanted}</source>
   <translation>die Spalte {name} hat die Form {shape}, nicht {wanted}</translation>
  </message>
  <message>
   <source>column {name} is a link</source>
   <translation>die Spalte {name} ist eine Verknüpfung</translation>
  </message>
  <message>
   <source>column {name} is not as it was written</source>
   <translation>die Spalte {name} ist nicht, wie sie geschrieben wurde</translation>
  </message>
  <message>
   <source>column {name} is not contiguous</source>
   <translation>die Spalte {name} ist nicht zusammenhängend</translation>
  </message>
  <message>
   <source>column {name} lies outside the file, which may be cut short</source>
   <translation>die Spalte {name} liegt außerhalb der Datei, die wohl abgeschnitten ist</translation>
  </message>
  <message>
   <source>comes with QGIS</source>
   <translation>kommt mit QGIS</translation>
  </message>
  <message>
   <source>different hash layers: at least one of them is adapted to its own archive</source>
   <translation>verschiedenen Hash-Schichten (mindestens eine ist an ihr eigenes Archiv angepasst)</translation>
  </message>
  <message>
   <source>different models ({one}, {other})</source>
   <translation>verschiedenen Modellen ({one}, {other})</translation>
  </message>
  <message>
   <source>drawn on the map…</source>
   <translation>auf der Karte gezeichnet…</translation>
  </message>
  <message>
   <source>each for itself</source>
   <translation>jeder für sich</translation>
  </message>
  <message>
   <source>everywhere</source>
   <translation>überall</translation>
  </message>
  <message>
   <source>filters: {count}</source>
   <translation>Filter: {count}</translation>
  </message>
  <message>
   <source>going on from an earlier build</source>
   <translation>setzt eine frühere Erstellung fort</translation>
  </message>
  <message>
   <source>gone: {path}</source>
   <translation>verschwunden: {path}</translation>
  </message>
  <message>
   <source>i&amp;mage</source>
   <translation>B&amp;ild</translation>
  </message>
  <message>
   <source>in {folder} there is no wheel (*.whl) of {name} for {target}</source>
   <translation>in {folder} ist kein Wheel (*.whl) von {name} für {target}</translation>
  </message>
  <message>
   <source>in {where} there is no {name} for {target}</source>
   <translation>in {where} gibt es kein {name} für {target}</translation>
  </message>
  <message>
   <source>installed</source>
   <translation>installiert</translation>
  </message>
  <message>
   <source>it does not import numpy and GDAL</source>
   <translation>es importiert numpy und GDAL nicht</translation>
  </message>
  <message>
   <source>it does not start</source>
   <translation>es startet nicht</translation>
  </message>
  <message>
   <source>it has no bands of its own</source>
   <translation>es hat keine eigenen Bänder</translation>
  </message>
  <message>
   <source>it has no model card of Lookalike</source>
   <translation>es hat keine Modellkarte von Lookalike</translation>
  </message>
  <message>
   <source>it has {name} {found} where QGIS has {wanted}</source>
   <translation>es hat {name} {found}, QGIS dagegen {wanted}</translation>
  </message>
  <message>
   <source>it is a folder</source>
   <translation>es ist ein Ordner</translation>
  </message>
  <message>
   <source>it is empty</source>
   <translation>er ist leer</translation>
  </message>
  <message>
   <source>it keeps data outside the file; export it as one file</source>
   <translation>es hat Daten außerhalb der Datei; exportieren Sie es als eine einzige Datei</translation>
  </message>
  <message>
   <source>it must have one input `patches`, outputs `embedding` and `logits`</source>
   <translation>es muss einen Eingang `patches` und die Ausgänge `embedding` und `logits` haben</translation>
  </message>
  <message>
   <source>its bands have different coordinate reference systems</source>
   <translation>seine Bänder haben verschiedene Koordinatenbezugssysteme</translation>
  </message>
  <message>
   <source>its card has no bands, patch size or GSD</source>
   <translation>in seiner Modellkarte fehlen Bänder, Ausschnittsgröße oder Bodenauflösung</translation>
  </message>
  <message>
   <source>its card is no JSON ({why})</source>
   <translation>seine Modellkarte ist kein JSON ({why})</translation>
  </message>
  <message>
   <source>its card is not a JSON object</source>
   <translation>seine Modellkarte ist kein JSON-Objekt</translation>
  </message>
  <message>
   <source>its card lacks or misstates {what}</source>
   <translation>in seiner Modellkarte fehlt oder ist falsch: {what}</translation>
  </message>
  <message>
   <source>its description is unreadable ({why})</source>
   <translation>seine Beschreibung ist nicht lesbar ({why})</translation>
  </message>
  <message>
   <source>its embedding has {count} numbers</source>
   <translation>sein Embedding hat {count} Zahlen</translation>
  </message>
  <message>
   <source>its embeddings are not the processor's</source>
   <translation>seine Embeddings sind andere als die des Prozessors</translation>
  </message>
  <message>
   <source>its folder does not exist</source>
   <translation>den Ordner gibt es nicht</translation>
  </message>
  <message>
   <source>its folder is read-only</source>
   <translation>der Ordner ist schreibgeschützt</translation>
  </message>
  <message>
   <source>its input is {found}, but its card says {wanted}</source>
   <translation>sein Eingang ist {found}, seine Modellkarte sagt aber {wanted}</translation>
  </message>
  <message>
   <source>its name has bytes that are no characters</source>
   <translation>sein Name hat Bytes, die keine Zeichen sind</translation>
  </message>
  <message>
   <source>its output {name} is {found}, but its card says {wanted}</source>
   <translation>sein Ausgang {name} ist {found}, seine Modellkarte sagt aber {wanted}</translation>
  </message>
  <message>
   <source>its own, adapted to its archive</source>
   <translation>seine eigene, an sein Archiv angepasst</translation>
  </message>
  <message>
   <source>its process ended with code {code} ({last})</source>
   <translation>sein Prozess endete mit Code {code} ({last})</translation>
  </message>
  <message>
   <source>its process was ended from outside or crashed</source>
   <translation>sein Prozess wurde von außen beendet oder stürzte ab</translation>
  </message>
  <message>
   <source>its statistics do not fit its bits</source>
   <translation>seine Statistik passt nicht zu seinen Bits</translation>
  </message>
  <message>
   <source>its table of contents and HDF5 disagree on {names}</source>
   <translation>sein Inhaltsverzeichnis und HDF5 sind uneins über {names}</translation>
  </message>
  <message>
   <source>its table of contents is not true ({why})</source>
   <translation>sein Inhaltsverzeichnis stimmt nicht ({why})</translation>
  </message>
  <message>
   <source>its table of contents is unreadable</source>
   <translation>sein Inhaltsverzeichnis ist nicht lesbar</translation>
  </message>
  <message>
   <source>its zip file is damaged</source>
   <translation>die Zip-Datei ist beschädigt</translation>
  </message>
  <message>
   <source>its zip file is damaged ({why})</source>
   <translation>die Zip-Datei ist beschädigt ({why})</translation>
  </message>
  <message>
   <source>like the images' folder</source>
   <translation>wie der Ordner der Bilder</translation>
  </message>
  <message>
   <source>loo&amp;k</source>
   <translation>Aussehe&amp;n</translation>
  </message>
  <message>
   <source>missing: {path}</source>
   <translation>fehlt: {path}</translation>
  </message>
  <message>
   <source>model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>no band that is named</source>
   <translation>kein benanntes Band</translation>
  </message>
  <message>
   <source>no column {name}</source>
   <translation>keine Spalte {name}</translation>
  </message>
  <message>
   <source>no image</source>
   <translation>kein Bild</translation>
  </message>
  <message>
   <source>no known band</source>
   <translation>kein bekanntes Band</translation>
  </message>
  <message>
   <source>no label</source>
   <translation>ohne Klasse</translation>
  </message>
  <message>
   <source>no patch passes the filters</source>
   <translation>kein Ausschnitt erfüllt die Filter</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>none was found where QGIS keeps it</source>
   <translation>keines wurde gefunden, wo QGIS es hat</translation>
  </message>
  <message>
   <source>none yet; they will be in {path}</source>
   <translation>noch keine; sie werden in {path} sein</translation>
  </message>
  <message>
   <source>not all of it arrived there</source>
   <translation>nicht alles ist dort angekommen</translation>
  </message>
  <message>
   <source>not attached</source>
   <translation>nicht angeschlossen</translation>
  </message>
  <message>
   <source>not installed</source>
   <translation>nicht installiert</translation>
  </message>
  <message>
   <source>not measured: the model card has no figures</source>
   <translation>nicht gemessen: die Modellkarte hat keine Zahlen</translation>
  </message>
  <message>
   <source>number {number}</source>
   <translation>Nr. {number}</translation>
  </message>
  <message>
   <source>numbers of type {name} are no image</source>
   <translation>Zahlen vom Typ {name} sind kein Bild</translation>
  </message>
  <message>
   <source>of the order “{order}”</source>
   <translation>die der Reihenfolge „{order}“</translation>
  </message>
  <message>
   <source>pip ended with code {code} ({last})</source>
   <translation>pip endete mit Code {code} ({last})</translation>
  </message>
  <message>
   <source>reading failed</source>
   <translation>das Lesen schlug fehl</translation>
  </message>
  <message>
   <source>removed: {path}</source>
   <translation>Verschwunden, und entfernt: {path}</translation>
  </message>
  <message>
   <source>see the log</source>
   <translation>siehe Protokoll</translation>
  </message>
  <message>
   <source>setting (stride, bands, radiometry or hash layer)</source>
   <translation>Einstellung (Schritt, Bänder, Radiometrie oder Hash-Schicht)</translation>
  </message>
  <message>
   <source>skipped: {path} ({why})</source>
   <translation>{path} übersprungen: {why}</translation>
  </message>
  <message>
   <source>source {number} is unreadable ({why})</source>
   <translation>die Quelle {number} ist nicht lesbar ({why})</translation>
  </message>
  <message>
   <source>stated by the file</source>
   <translation>laut Datei</translation>
  </message>
  <message>
   <source>the disk is full</source>
   <translation>der Datenträger ist voll</translation>
  </message>
  <message>
   <source>the file could not be made</source>
   <translation>die Datei konnte nicht erstellt werden</translation>
  </message>
  <message>
   <source>the file is cut short: {size} of {whole} bytes</source>
   <translation>die Datei ist abgeschnitten: {size} von {whole} Byte</translation>
  </message>
  <message>
   <source>the log has the details</source>
   <translation>das Protokoll hat die Einzelheiten</translation>
  </message>
  <message>
   <source>the model's</source>
   <translation>die des Modells</translation>
  </message>
  <message>
   <source>the network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <source>the package index</source>
   <translation>dem Paketindex</translation>
  </message>
  <message>
   <source>the package index cannot be reached. Check the network (and QGIS's proxy), or install from a folder of wheels</source>
   <translation>der Paketindex ist nicht erreichbar. Das Netz (und den Proxy von QGIS) prüfen, oder aus einem Ordner mit Wheels installieren</translation>
  </message>
  <message>
   <source>the processor</source>
   <translation>dem Prozessor</translation>
  </message>
  <message>
   <source>there is no kind {kind} (but {known})</source>
   <translation>die Art {kind} gibt es nicht (aber {known})</translation>
  </message>
  <message>
   <source>to build, check and merge indexes</source>
   <translation>um Indizes zu erstellen, zu prüfen und zusammenzufügen</translation>
  </message>
  <message>
   <source>to draw queries, and to build indexes</source>
   <translation>um Anfragen zu zeichnen und Indizes zu erstellen</translation>
  </message>
  <message>
   <source>trying {name} failed, as {problem}</source>
   <translation>der Versuch mit {name} schlug fehl: {problem}</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>unbekannt</translation>
  </message>
  <message>
   <source>unknown: the images do not say when they were taken</source>
   <translation>unbekannt: die Bilder sagen nicht, wann sie aufgenommen wurden</translation>
  </message>
  <message>
   <source>unwanted</source>
   <translation>unerwünscht</translation>
  </message>
  <message>
   <source>up to a distance of {bits} bits</source>
   <translation>bis zu einer Distanz von {bits} Bit</translation>
  </message>
  <message>
   <source>updated {when}</source>
   <translation>aktualisiert {when}</translation>
  </message>
  <message>
   <source>wanted</source>
   <translation>gewünscht</translation>
  </message>
  <message>
   <source>what the map shows now</source>
   <translation>was die Karte jetzt zeigt</translation>
  </message>
  <message>
   <source>within a layer</source>
   <translation>in einem Layer</translation>
  </message>
  <message>
   <source>{all}, {missing} of them not found</source>
   <translation>{all}, davon {missing} nicht gefunden</translation>
  </message>
  <message>
   <source>{bits} bits</source>
   <translation>{bits} Bit</translation>
  </message>
  <message>
   <source>{bits} bits are no multiple of 64</source>
   <translation>{bits} Bit sind kein Vielfaches von 64</translation>
  </message>
  <message>
   <source>{bits} bits, adapted to this archive, so that they tell its places apart better</source>
   <translation>{bits} Bit, an dieses Archiv angepasst: sie unterscheiden seine Orte besser</translation>
  </message>
  <message>
   <source>{bits} bits, the model's own</source>
   <translation>{bits} Bit, die eigenen des Modells</translation>
  </message>
  <message>
   <source>{count} band(s)</source>
   <translation>{count} Band/Bänder</translation>
  </message>
  <message>
   <source>{count} band(s) (known orders: {known})</source>
   <translation>{count} Band/Bänder (bekannte Reihenfolgen: {known})</translation>
  </message>
  <message>
   <source>{count} images</source>
   <translation>{count} Bildern</translation>
  </message>
  <message>
   <source>{count} labels</source>
   <translation>{count} Klassen</translation>
  </message>
  <message>
   <source>{count} of {all} on the map</source>
   <translation>{count} von {all} auf der Karte</translation>
  </message>
  <message>
   <source>{count} patches</source>
   <translation>{count} Ausschnitte</translation>
  </message>
  <message>
   <source>{degrees}° E</source>
   <translation>{degrees}° O</translation>
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
   <translation>{degrees}° W</translation>
  </message>
  <message>
   <source>{done} of {patches}</source>
   <translation>{done} von insgesamt {patches}</translation>
  </message>
  <message>
   <source>{layer} has more than {most} features to ask with. Select fewer, and ask with the selected ones only.</source>
   <translation>{layer} hat mehr als {most} Objekte für die Anfrage. Wählen Sie weniger aus, und fragen Sie nur mit den ausgewählten an.</translation>
  </message>
  <message>
   <source>{layer} has more than {most} polygons. Select those that hits may lie in, then choose the layer again.</source>
   <translation>{layer} hat mehr als {most} Polygone. Wählen Sie die aus, in denen Treffer liegen dürfen, dann erneut den Layer.</translation>
  </message>
  <message>
   <source>{layer} has no polygons or points to ask with. Choose another layer; if you chose its selected features only, select some first.</source>
   <translation>{layer} hat keine Polygone oder Punkte, mit denen gefragt werden kann. Wählen Sie einen anderen Layer; wenn nur seine gewählten Objekte gemeint sind, wählen Sie zuerst einige aus.</translation>
  </message>
  <message>
   <source>{low} to {high} %</source>
   <translation>{low} bis {high} %</translation>
  </message>
  <message>
   <source>{name} (no longer offered)</source>
   <translation>{name} (nicht mehr geboten)</translation>
  </message>
  <message>
   <source>{name} cannot be unpacked ({why})</source>
   <translation>{name} lässt sich nicht entpacken ({why})</translation>
  </message>
  <message>
   <source>{one} and {other} cannot be put together: their codes were made by {reason}. Build one of them again like the other.</source>
   <translation>{one} und {other} lassen sich nicht zusammenfügen: ihre Codes stammen aus {reason}. Erstellen Sie einen davon neu, so wie den anderen.</translation>
  </message>
  <message>
   <source>{passing} of {patches} searched in {time}</source>
   <translation>{passing} von insgesamt {patches} in {time} durchsucht</translation>
  </message>
  <message>
   <source>{patches} of {images} indexed in {name}.</source>
   <translation>{patches} von {images} in {name} indiziert.</translation>
  </message>
  <message>
   <source>{patches} of {images} · {bits} bits</source>
   <translation>{patches} von {images} · {bits} Bit</translation>
  </message>
  <message>
   <source>{patches} of {side} m, cut from {images}</source>
   <translation>{patches} von {side} m, aus {images} geschnitten</translation>
  </message>
  <message>
   <source>{patches} searched in {time}</source>
   <translation>{patches} in {time} durchsucht</translation>
  </message>
  <message>
   <source>{patches} searched, {bits} bits · {wanted} wanted, {unwanted} unwanted</source>
   <translation>{patches} durchsucht, {bits} Bit · {wanted} gewünscht, {unwanted} unerwünscht</translation>
  </message>
  <message>
   <source>{path} cannot be replaced or removed now ({reason}): QGIS has loaded what it holds. Restart QGIS and do it before the first search.</source>
   <translation>{path} kann jetzt nicht ersetzt oder entfernt werden ({reason}): QGIS hat geladen, was darin ist. Starten Sie QGIS neu und tun Sie es vor der ersten Suche.</translation>
  </message>
  <message>
   <source>{path} cannot be replaced: {reason}. QGIS or another program may have it open. Close it there (an index: open another one in the panel) and try again, or choose another name.</source>
   <translation>{path} kann nicht ersetzt werden: {reason}. Vielleicht ist es in QGIS oder einem anderen Programm geöffnet. Schließen Sie es dort (einen Index: öffnen Sie im Bedienfeld einen anderen) und versuchen Sie es erneut, oder wählen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>{path} does not exist (any more). Check that its drive is attached, or choose another.</source>
   <translation>{path} gibt es nicht (mehr). Prüfen Sie, ob das Laufwerk angeschlossen ist, oder wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>{path} has no coordinate reference system or geotransform, so its patches have no place on the map. Georeference it first (Raster &gt; Projections &gt; Assign projection).</source>
   <translation>{path} hat kein Koordinatenbezugssystem oder keine Geotransformation, also haben seine Ausschnitte keinen Ort auf der Karte. Georeferenzieren Sie es zuerst (Raster &gt; Projektionen &gt; Projektion zuweisen).</translation>
  </message>
  <message>
   <source>{path} has no data at this place. Draw where the raster shows something.</source>
   <translation>{path} hat an diesem Ort keine Daten. Zeichnen Sie, wo das Raster etwas zeigt.</translation>
  </message>
  <message>
   <source>{path} holds a half-built index that cannot be read ({problem}). Delete that folder, and start again: an index that is there already stays as it is.</source>
   <translation>{path} enthält einen halb erstellten Index, der nicht gelesen werden kann ({problem}). Löschen Sie diesen Ordner und beginnen Sie von vorn: ein Index, den es schon gibt, bleibt, wie er ist.</translation>
  </message>
  <message>
   <source>{path} holds a half-built index with a different {what}. Delete that folder, or choose another name for the new index.</source>
   <translation>{path} enthält einen halb erstellten Index mit anderer Angabe: {what}. Löschen Sie diesen Ordner, oder wählen Sie einen anderen Namen für den neuen Index.</translation>
  </message>
  <message>
   <source>{path} holds no examples of Lookalike. Choose a GeoPackage that was saved with Save examples.</source>
   <translation>{path} enthält keine Beispiele von Lookalike. Wählen Sie ein GeoPackage, das mit „Beispiele speichern“ gespeichert wurde.</translation>
  </message>
  <message>
   <source>{path} is gone, and with it what was to be written: another QGIS has probably finished the same index. See whether it has what you wanted; if not, start again.</source>
   <translation>{path} ist verschwunden, und damit, was geschrieben werden sollte: ein anderes QGIS hat wohl denselben Index fertiggestellt. Sehen Sie nach, ob er enthält, was Sie wollten; wenn nicht, beginnen Sie von vorn.</translation>
  </message>
  <message>
   <source>{path} is in use: the same index is being built or updated already, perhaps by another QGIS. Wait until that is done and try again, or choose another name for a new index.</source>
   <translation>{path} ist in Gebrauch: derselbe Index wird schon erstellt oder aktualisiert, vielleicht von einem anderen QGIS. Warten Sie, bis das fertig ist, und versuchen Sie es erneut, oder geben Sie einem neuen Index einen anderen Namen.</translation>
  </message>
  <message>
   <source>{path} is not a Lookalike index. Choose a file that Lookalike built (usually *.h5).</source>
   <translation>{path} ist kein Lookalike-Index. Wählen Sie eine Datei, die Lookalike erstellt hat (meist *.h5).</translation>
  </message>
  <message>
   <source>{path} is not a usable hashing model: {problem}.</source>
   <translation>{path} ist kein brauchbares Hashing-Modell: {problem}.</translation>
  </message>
  <message>
   <source>{path} is not an archive that Lookalike can read: {problem}.</source>
   <translation>{path} ist kein Archiv, das Lookalike lesen kann: {problem}.</translation>
  </message>
  <message>
   <source>{path} is smaller ({width} x {height} pixels) than one patch of the model ({wanted} x {wanted} pixels of this raster).</source>
   <translation>{path} ist kleiner ({width} x {height} Pixel) als ein Ausschnitt des Modells ({wanted} x {wanted} Pixel dieses Rasters).</translation>
  </message>
  <message>
   <source>{path} lacks or does not name the band(s) {missing} that the model needs; it has {found}. Name its bands (B02, B03, …) or say which band is which.</source>
   <translation>{path} fehlen Bänder, die das Modell braucht, oder sie sind nicht benannt: {missing}; vorhanden: {found}. Benennen Sie die Bänder (B02, B03, …) oder sagen Sie, welches welches ist.</translation>
  </message>
  <message>
   <source>{program} does not start</source>
   <translation>{program} startet nicht</translation>
  </message>
  <message>
   <source>{provider} cannot run the network here: {problem}. The processor goes on doing it.</source>
   <translation>{provider} kann das Netz hier nicht ausführen: {problem}. Der Prozessor tut es weiter.</translation>
  </message>
  <message>
   <source>{purpose} needs the Python package {name}, which is installed but does not load ({problem}). {cause}{remedy}</source>
   <translation>{purpose} braucht das Python-Paket {name}, das installiert ist und sich nicht laden lässt ({problem}). {cause}{remedy}</translation>
  </message>
  <message>
   <source>{purpose} needs the Python package {name}, which is not installed. {remedy}</source>
   <translation>{purpose} braucht das Python-Paket {name}, das nicht installiert ist. {remedy}</translation>
  </message>
  <message>
   <source>{rate} a second, {left} left</source>
   <translation>{rate} in der Sekunde, noch {left}</translation>
  </message>
  <message>
   <source>{rows} rows of {bits} bits</source>
   <translation>{rows} Zeilen mit {bits} Bit</translation>
  </message>
  <message>
   <source>{size} MB in {path}</source>
   <translation>{size} MB in {path}</translation>
  </message>
  <message>
   <source>{square} km² of patches between {corner} and {opposite}</source>
   <translation>{square} km² Ausschnitte zwischen {corner} und {opposite}</translation>
  </message>
  <message>
   <source>{title} runs the network at {rate} patches a second; the processor does {other}.</source>
   <translation>{title} führt das Netz aus: {rate} Ausschnitte in der Sekunde, der Prozessor {other}.</translation>
  </message>
  <message>
   <source>{west}° to {east}° east, {south}° to {north}° north</source>
   <translation>{west}° bis {east}° Ost, {south}° bis {north}° Nord</translation>
  </message>
  <message>
   <source>{when}, by {software}</source>
   <translation>{when}, von {software}</translation>
  </message>
  <message>
   <source>“Install” does the same as this command in a terminal:</source>
   <translation>„Installieren“ tut dasselbe wie dieser Befehl in einem Terminal:</translation>
  </message>
  <message>
   <source>“{text}” does not say which band is which. Write it like B04=1,B03=2,B02=3, or name an order: {known}.</source>
   <translation>„{text}“ sagt nicht, welches Band welches ist. Schreiben Sie es wie B04=1,B03=2,B02=3, oder nennen Sie eine Reihenfolge: {known}.</translation>
  </message>
  <message>
   <source>⚠ Read as “{here}”, but the index as “{there}”.</source>
   <translation>⚠ Gelesen als „{here}“, der Index als „{there}“.</translation>
  </message>
  <message>
   <source>⚠ This model is not on this computer: queries cannot be drawn.</source>
   <translation>⚠ Dieses Modell ist nicht auf diesem Rechner: Anfragen können nicht gezeichnet werden.</translation>
  </message>
 </context>
</TS>
