<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
 <context>
  <name>Lookalike</name>
  <message>
   <source> MB</source>
   <translation> Mo</translation>
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
   <translation> · seulement {count} trouvés</translation>
  </message>
  <message>
   <source> · query read as “{reading}”</source>
   <translation> · requête lue comme « {reading} »</translation>
  </message>
  <message>
   <source> · searched with a regular sample of {n} of the query's {whole} patches</source>
   <translation> · un échantillon régulier : {n} des {whole} imagettes de la requête</translation>
  </message>
  <message>
   <source>#</source>
   <translation>#</translation>
  </message>
  <message>
   <source>&amp;Add its image to the map</source>
   <translation>&amp;Ajouter son image à la carte</translation>
  </message>
  <message>
   <source>&amp;Another file…</source>
   <translation>&amp;Autre fichier…</translation>
  </message>
  <message>
   <source>&amp;Area</source>
   <translation>&amp;Zone</translation>
  </message>
  <message>
   <source>&amp;Build</source>
   <translation>&amp;Créer</translation>
  </message>
  <message>
   <source>&amp;Build index…</source>
   <translation>Créer un in&amp;dex…</translation>
  </message>
  <message>
   <source>&amp;Centre of the map</source>
   <translation>&amp;Centre de la carte</translation>
  </message>
  <message>
   <source>&amp;Cloud</source>
   <translation>&amp;Nuages</translation>
  </message>
  <message>
   <source>&amp;Copy its name</source>
   <translation>&amp;Copier son nom</translation>
  </message>
  <message>
   <source>&amp;Copy report</source>
   <translation>&amp;Copier le rapport</translation>
  </message>
  <message>
   <source>&amp;Draw on the map</source>
   <translation>&amp;Dessiner sur la carte</translation>
  </message>
  <message>
   <source>&amp;Exclude its image</source>
   <translation>&amp;Exclure son image</translation>
  </message>
  <message>
   <source>&amp;First steps</source>
   <translation>Premiers pa&amp;s</translation>
  </message>
  <message>
   <source>&amp;From examples</source>
   <translation>&amp;Aux exemples</translation>
  </message>
  <message>
   <source>&amp;Hash layer</source>
   <translation>Couche de &amp;hachage</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>&amp;Aide</translation>
  </message>
  <message>
   <source>&amp;Hits</source>
   <translation>&amp;Résultats</translation>
  </message>
  <message>
   <source>&amp;Image file…</source>
   <translation>&amp;Fichier image…</translation>
  </message>
  <message>
   <source>&amp;Images</source>
   <translation>&amp;Images</translation>
  </message>
  <message>
   <source>&amp;Indexed patch</source>
   <translation>Imagette &amp;indexée</translation>
  </message>
  <message>
   <source>&amp;Indexes</source>
   <translation>&amp;Index</translation>
  </message>
  <message>
   <source>&amp;Keep the hits of the previous search</source>
   <translation>&amp;Garder les résultats de la recherche précédente</translation>
  </message>
  <message>
   <source>&amp;Keep up to</source>
   <translation>&amp;Garder jusqu’à</translation>
  </message>
  <message>
   <source>&amp;Layer</source>
   <translation>Couc&amp;he</translation>
  </message>
  <message>
   <source>&amp;Load examples…</source>
   <translation>&amp;Charger des exemples…</translation>
  </message>
  <message>
   <source>&amp;Model</source>
   <translation>&amp;Modèle</translation>
  </message>
  <message>
   <source>&amp;Models</source>
   <translation>&amp;Modèles</translation>
  </message>
  <message>
   <source>&amp;Options…</source>
   <translation>&amp;Options…</translation>
  </message>
  <message>
   <source>&amp;Overlapping hits</source>
   <translation>Aussi celles qui la recou&amp;vrent</translation>
  </message>
  <message>
   <source>&amp;Pick on the map</source>
   <translation>&amp;Pointer sur la carte</translation>
  </message>
  <message>
   <source>&amp;Processor cores</source>
   <translation>Cœurs du &amp;processeur</translation>
  </message>
  <message>
   <source>&amp;Ranks beside the hits</source>
   <translation>&amp;Rangs à côté des résultats</translation>
  </message>
  <message>
   <source>&amp;Raster layer</source>
   <translation>C&amp;ouche raster</translation>
  </message>
  <message>
   <source>&amp;Read as</source>
   <translation>&amp;Lire comme</translation>
  </message>
  <message>
   <source>&amp;Remove</source>
   <translation>&amp;Enlever</translation>
  </message>
  <message>
   <source>&amp;Remove patches whose images are gone</source>
   <translation>Enle&amp;ver les imagettes dont les images ont disparu</translation>
  </message>
  <message>
   <source>&amp;Save examples (GeoPackage)…</source>
   <translation>&amp;Enregistrer les exemples (GeoPackage)…</translation>
  </message>
  <message>
   <source>&amp;Selected features</source>
   <translation>Entités &amp;sélectionnées</translation>
  </message>
  <message>
   <source>&amp;Similarity map</source>
   <translation>&amp;Carte de similarité</translation>
  </message>
  <message>
   <source>&amp;Step</source>
   <translation>&amp;Pas</translation>
  </message>
  <message>
   <source>&amp;Stop</source>
   <translation>&amp;Arrêter</translation>
  </message>
  <message>
   <source>&amp;Title</source>
   <translation>&amp;Titre</translation>
  </message>
  <message>
   <source>&amp;Unwanted	−</source>
   <translation>&amp;Non voulu	−</translation>
  </message>
  <message>
   <source>&amp;Update</source>
   <translation>&amp;Mettre à jour</translation>
  </message>
  <message>
   <source>&amp;Update…</source>
   <translation>&amp;Mettre à jour…</translation>
  </message>
  <message>
   <source>&amp;Wanted	+</source>
   <translation>&amp;Voulu	+</translation>
  </message>
  <message>
   <source>&amp;Zoom to	Enter</source>
   <translation>&amp;Zoomer dessus	Entrée</translation>
  </message>
  <message>
   <source>(none)</source>
   <translation>(aucun)</translation>
  </message>
  <message>
   <source>, adapted to this archive</source>
   <translation>, adapté à cette archive</translation>
  </message>
  <message>
   <source>1 image</source>
   <translation>1 image</translation>
  </message>
  <message>
   <source>1 label</source>
   <translation>1 étiquette</translation>
  </message>
  <message>
   <source>1 patch</source>
   <translation>1 imagette</translation>
  </message>
  <message>
   <source>8-bit EuroSAT RGB: value / 255 × 0.275</source>
   <translation>RVB 8 bits d’EuroSAT : valeur / 255 × 0,275</translation>
  </message>
  <message>
   <source>8-bit true colour of Level-1C: 255 is 0.3558</source>
   <translation>Couleurs naturelles 8 bits du niveau 1C : 255 vaut 0,3558</translation>
  </message>
  <message>
   <source>8-bit true colour of Level-2A: 255 is 0.2</source>
   <translation>Couleurs naturelles 8 bits du niveau 2A : 255 vaut 0,2</translation>
  </message>
  <message>
   <source>A hash layer fitted to these images tells apart places that the model was never shown</source>
   <translation>Une couche de hachage ajustée à ces images trouve des lieux que le modèle n’a jamais vus</translation>
  </message>
  <message>
   <source>A new search leaves the hits of the last one in a layer of their own</source>
   <translation>Une nouvelle recherche laisse les résultats de la dernière dans une couche</translation>
  </message>
  <message>
   <source>Ac&amp;quired</source>
   <translation>Ac&amp;quisition</translation>
  </message>
  <message>
   <source>Adapted to the archive</source>
   <translation>Adaptée à l’archive</translation>
  </message>
  <message>
   <source>Adapted to the archive, if that is large</source>
   <translation>Adaptée à l’archive, si elle est grande</translation>
  </message>
  <message>
   <source>Adapted to these images</source>
   <translation>Adaptée à ces images</translation>
  </message>
  <message>
   <source>Adapted to these images, if there are many</source>
   <translation>Adaptée à ces images, si elles sont nombreuses</translation>
  </message>
  <message>
   <source>Add the footprints of all patches as a layer</source>
   <translation>Ajouter les emprises de toutes les imagettes comme couche</translation>
  </message>
  <message>
   <source>Adds to an index the images of its archive that are new since it was built, and encodes those anew that have changed: only they are read, with the same model, hash layer and settings. Images that are gone are named; their patches stay in the index unless you ask to remove them. Name another folder or file to add images from elsewhere. An update that was cancelled goes on the next time; until it ends the index stays as it was.</source>
   <translation>Ajoute à un index les images de son archive qui sont nouvelles depuis sa création, et code à nouveau celles qui ont été modifiées : elles seules sont lues, avec le même modèle, la même couche de hachage et les mêmes réglages. Les images disparues sont nommées ; leurs imagettes restent dans l’index, sauf si vous demandez de les enlever. Indiquez un autre dossier ou fichier pour ajouter des images d’ailleurs. Une mise à jour annulée reprend la fois suivante ; jusqu’à sa fin, l’index reste tel qu’il était.</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>Tous les fichiers</translation>
  </message>
  <message>
   <source>All images are where the index says.</source>
   <translation>Toutes les images sont où l’index le dit.</translation>
  </message>
  <message>
   <source>Also list patches that overlap the query</source>
   <translation>Lister aussi les imagettes qui recouvrent la requête elle-même</translation>
  </message>
  <message>
   <source>Also patches that overlap the example</source>
   <translation>Aussi les imagettes qui recouvrent l’exemple</translation>
  </message>
  <message>
   <source>An extent needs the raster that it lies on.</source>
   <translation>Une étendue demande le raster sur lequel elle se trouve.</translation>
  </message>
  <message>
   <source>Another archive (folder)</source>
   <translation>Autre archive (dossier)</translation>
  </message>
  <message>
   <source>Another archive (raster or zip)</source>
   <translation>Autre archive (raster ou zip)</translation>
  </message>
  <message>
   <source>Archive</source>
   <translation>Archive</translation>
  </message>
  <message>
   <source>Archive (folder)</source>
   <translation>Archive (dossier)</translation>
  </message>
  <message>
   <source>Archive (raster or zip)</source>
   <translation>Archive (raster ou zip)</translation>
  </message>
  <message>
   <source>Area</source>
   <translation>Zone</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Retour</translation>
  </message>
  <message>
   <source>Back to the previous search</source>
   <translation>Retour à la recherche précédente</translation>
  </message>
  <message>
   <source>Band &amp;order</source>
   <translation>&amp;Ordre des bandes</translation>
  </message>
  <message>
   <source>Band order</source>
   <translation>Ordre des bandes</translation>
  </message>
  <message>
   <source>Bet&amp;ween hits</source>
   <translation>&amp;Entre résultats</translation>
  </message>
  <message>
   <source>Bits</source>
   <translation>Bits</translation>
  </message>
  <message>
   <source>Bits of a code</source>
   <translation>Bits d’un code</translation>
  </message>
  <message>
   <source>Bits that may differ</source>
   <translation>Bits qui peuvent différer</translation>
  </message>
  <message>
   <source>Build an index</source>
   <translation>Créer un index</translation>
  </message>
  <message>
   <source>Build index</source>
   <translation>Créer un index</translation>
  </message>
  <message>
   <source>Building an index</source>
   <translation>Création d’un index</translation>
  </message>
  <message>
   <source>Building needs the Python package(s) {names}, not installed yet.</source>
   <translation>La création demande le(s) paquet(s) Python {names}, pas encore installé(s).</translation>
  </message>
  <message>
   <source>Building {path} stopped: {problem}. What was done is kept; build again to go on.</source>
   <translation>La création de {path} s’est arrêtée : {problem}. Ce qui était fait est gardé ; créez à nouveau pour continuer.</translation>
  </message>
  <message>
   <source>Built</source>
   <translation>Créé</translation>
  </message>
  <message>
   <source>C&amp;lear</source>
   <translation>&amp;Vider</translation>
  </message>
  <message>
   <source>Cancelled.</source>
   <translation>Annulé.</translation>
  </message>
  <message>
   <source>Cancelled; the same build goes on from there.</source>
   <translation>Annulé ; la même création reprend à cet endroit.</translation>
  </message>
  <message>
   <source>Cancelled; the same update goes on from there.</source>
   <translation>Annulé ; la même mise à jour reprend à cet endroit.</translation>
  </message>
  <message>
   <source>Cannot read the raster {path}: {problem}.</source>
   <translation>Impossible de lire le raster {path} : {problem}.</translation>
  </message>
  <message>
   <source>Cannot write {path}: {reason}. Choose a folder that you may write to.</source>
   <translation>Impossible d’écrire {path} : {reason}. Choisissez un dossier où vous pouvez écrire.</translation>
  </message>
  <message>
   <source>Changed images</source>
   <translation>Images modifiées</translation>
  </message>
  <message>
   <source>Changed since they were encoded: {count}. Update the index.</source>
   <translation>Modifiées depuis leur codage : {count}. Mettez l’index à jour.</translation>
  </message>
  <message>
   <source>Changed, and encoded anew: {count}.</source>
   <translation>Modifiées, et codées à nouveau : {count}.</translation>
  </message>
  <message>
   <source>Checks an index thoroughly: that the file is whole, that its table of contents and HDF5 agree, and that every value is possible and as it was written. The algorithm fails with a sentence that says what is wrong. Worth the seconds after an index was copied or downloaded.</source>
   <translation>Vérifie un index à fond : que le fichier est entier, que sa table des matières et HDF5 concordent, et que chaque valeur est possible et telle qu’elle a été écrite. L’algorithme échoue avec une phrase qui dit ce qui ne va pas. Vaut ces quelques secondes après une copie ou un téléchargement.</translation>
  </message>
  <message>
   <source>Choose a folder</source>
   <translation>Choisir un dossier</translation>
  </message>
  <message>
   <source>Choose a zip or an image</source>
   <translation>Choisir un zip ou une image</translation>
  </message>
  <message>
   <source>Choose an index</source>
   <translation>Choisir un index</translation>
  </message>
  <message>
   <source>Choose an output: the map, the footprints or both.</source>
   <translation>Choisissez une sortie : la carte, les emprises ou les deux.</translation>
  </message>
  <message>
   <source>Choose, open or build an index to begin.</source>
   <translation>Choisissez, ouvrez ou créez un index pour commencer.</translation>
  </message>
  <message>
   <source>Click a result: the map shows its place. Double-click goes there.</source>
   <translation>Cliquez sur une ligne des résultats : la carte montre le lieu. Un double clic y va.</translation>
  </message>
  <message>
   <source>Click its corners; close it with a double-click, a right-click or Enter. Esc cancels.</source>
   <translation>Cliquer sur ses sommets ; double clic, clic droit ou Entrée le ferme. Échap l’annule.</translation>
  </message>
  <message>
   <source>Click on a patch of the index; needs no image</source>
   <translation>Cliquer sur une imagette de l’index ; aucune image n’est nécessaire</translation>
  </message>
  <message>
   <source>Click on or near an indexed patch.</source>
   <translation>Cliquer sur une imagette indexée ou à côté.</translation>
  </message>
  <message>
   <source>Click: one patch. Drag: all patches of a box.</source>
   <translation>Clic : une imagette. Glisser : toutes les imagettes d’un rectangle.</translation>
  </message>
  <message>
   <source>Close; the menu behind the wrench brings it back</source>
   <translation>Fermer ; le menu derrière la clé le ramène</translation>
  </message>
  <message>
   <source>Codes</source>
   <translation>Codes</translation>
  </message>
  <message>
   <source>Copies the report to the clipboard</source>
   <translation>Met le rapport dans le presse-papiers</translation>
  </message>
  <message>
   <source>Copy problem &amp;report</source>
   <translation>Copier le &amp;rapport de problème</translation>
  </message>
  <message>
   <source>Copy the command</source>
   <translation>Copier la commande</translation>
  </message>
  <message>
   <source>Cuts a Sentinel-2 raster into patches and gives each its binary code: a layer of footprints with the code as a hexadecimal number, as the model's own hash layer makes it. Codes of patches that look alike differ in few bits. To search a raster, build an index. For more than 100,000 patches choose a file, not a temporary layer.</source>
   <translation>Découpe un raster Sentinel-2 en imagettes et donne à chacune son code binaire : une couche d’emprises avec le code en nombre hexadécimal, tel que le fait la couche de hachage du modèle. Les codes d’imagettes qui se ressemblent diffèrent de peu de bits. Pour chercher dans un raster, créez un index.</translation>
  </message>
  <message>
   <source>Delete the folder of these packages</source>
   <translation>Supprimer le dossier de ces paquets</translation>
  </message>
  <message>
   <source>Delete the kept pictures; they are read again when needed</source>
   <translation>Supprimer les images gardées ; elles sont relues quand on les regarde</translation>
  </message>
  <message>
   <source>Diagnostics</source>
   <translation>Diagnostic</translation>
  </message>
  <message>
   <source>Digest of the index's own hash layer</source>
   <translation>Empreinte de la couche de hachage propre à l’index</translation>
  </message>
  <message>
   <source>Digest of the model</source>
   <translation>Empreinte du modèle</translation>
  </message>
  <message>
   <source>Distance from patch to patch in large images, in pixels of the model</source>
   <translation>D’imagette en imagette dans les grandes images, en pixels du modèle</translation>
  </message>
  <message>
   <source>Distance: how many bits differ, each weighted by how sure the network is of it</source>
   <translation>Distance : bits différents, pondérés par l’assurance du réseau pour chacun</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Terminé</translation>
  </message>
  <message>
   <source>Double-click a patch, or press Enter, to search with it</source>
   <translation>Double clic ou Entrée sur une imagette : chercher d’après elle</translation>
  </message>
  <message>
   <source>Double-click or Enter zooms to a hit; + and − mark it</source>
   <translation>Double clic ou Entrée zoome sur un résultat ; + et − le marquent</translation>
  </message>
  <message>
   <source>Draw on a Sentinel-2 image of the project</source>
   <translation>Dessiner sur une image Sentinel-2 du projet</translation>
  </message>
  <message>
   <source>Drawing a query</source>
   <translation>Dessin d’une requête</translation>
  </message>
  <message>
   <source>Duplicates</source>
   <translation>Doublons</translation>
  </message>
  <message>
   <source>Duplicates of codes of {bits} bits may differ in at most {largest}, not in {most}.</source>
   <translation>Les doublons de codes de {bits} bits peuvent différer d’au plus {largest} bits, pas de {most}.</translation>
  </message>
  <message>
   <source>E&amp;xclude</source>
   <translation>E&amp;xclure</translation>
  </message>
  <message>
   <source>Else they stay in the index; nothing is removed while the folder cannot be reached</source>
   <translation>Sinon elles restent dans l’index ; rien n’est enlevé tant que le dossier est inaccessible</translation>
  </message>
  <message>
   <source>Encode images that are new or have changed, and find those that moved or are gone</source>
   <translation>Coder les images nouvelles ou modifiées, et trouver celles qui ont été déplacées ou ont disparu</translation>
  </message>
  <message>
   <source>Encodes only the images that are new or have changed since the index was built, and finds those that were moved or are gone. You can go on searching meanwhile.</source>
   <translation>Ne code que les images nouvelles ou modifiées depuis la création de l’index, et trouve celles qui ont été déplacées ou ont disparu. Vous pouvez continuer à chercher pendant ce temps.</translation>
  </message>
  <message>
   <source>Encoding patches</source>
   <translation>Codage d’imagettes</translation>
  </message>
  <message>
   <source>Europe (sample)</source>
   <translation>Europe (exemple)</translation>
  </message>
  <message>
   <source>Example: extent over the raster</source>
   <translation>Exemple : étendue sur le raster</translation>
  </message>
  <message>
   <source>Example: indexed patch (row)</source>
   <translation>Exemple : imagette indexée (ligne)</translation>
  </message>
  <message>
   <source>Example: point</source>
   <translation>Exemple : point</translation>
  </message>
  <message>
   <source>Example: polygons or points of a layer</source>
   <translation>Exemple : polygones ou points d’une couche</translation>
  </message>
  <message>
   <source>Examples</source>
   <translation>Exemples</translation>
  </message>
  <message>
   <source>Examples (*.gpkg)</source>
   <translation>Exemples (*.gpkg)</translation>
  </message>
  <message>
   <source>Examples for {index}</source>
   <translation>Exemples pour {index}</translation>
  </message>
  <message>
   <source>Examples: {wanted} wanted, {unwanted} unwanted</source>
   <translation>Exemples : voulus {wanted}, non voulus {unwanted}</translation>
  </message>
  <message>
   <source>Export footprints</source>
   <translation>Exporter les emprises</translation>
  </message>
  <message>
   <source>Extent: west, east, south, north [EPSG:4326]</source>
   <translation>Étendue : ouest, est, sud, nord [EPSG:4326]</translation>
  </message>
  <message>
   <source>Fetches the packages from PyPI, Python's package index</source>
   <translation>Récupère les paquets sur PyPI, l’index de paquets de Python</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Fichier</translation>
  </message>
  <message>
   <source>Files skipped</source>
   <translation>Fichiers ignorés</translation>
  </message>
  <message>
   <source>Filter the hits</source>
   <translation>Filtrer les résultats</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>Filtres</translation>
  </message>
  <message>
   <source>Filters: {count} active</source>
   <translation>Filtres : {count} actifs</translation>
  </message>
  <message>
   <source>Find an indexed patch by its name or label</source>
   <translation>Trouver une imagette indexée par son nom ou son étiquette</translation>
  </message>
  <message>
   <source>Find every place that looks like this one</source>
   <translation>Trouver tous les lieux qui ressemblent à celui-ci</translation>
  </message>
  <message>
   <source>Finds the patches of an index that look most like an example. The example is a point, an extent, or the polygons or points of a layer over a raster, from which patches are cut; without a raster, points and polygons mean the indexed patches there; or name an indexed patch by its row. Several patches ask with their mean; a layer may have up to 1,000 features, and of more than 256 patches a regular sample asks. The result is a layer of footprints, ranked and styled by similarity: the share of random pairs of the index that are less alike. For more than 100,000 hits choose a file, not a temporary layer.</source>
   <translation>Trouve les imagettes d’un index qui ressemblent le plus à un exemple. L’exemple est un point, une étendue, ou les polygones ou points d’une couche sur un raster, dont des imagettes sont découpées ; sans raster, points et polygones désignent les imagettes indexées à ces endroits ; ou indiquez une imagette indexée par sa ligne. Plusieurs imagettes interrogent par leur moyenne. Le résultat est une couche d’emprises, classées et stylées par similarité : la part des paires de l’index prises au hasard qui se ressemblent moins.</translation>
  </message>
  <message>
   <source>Finds the patches of an index whose code is the same as that of another patch, or differs in a few bits only: images that were indexed twice, dates of one place, or places that look quite the same. Each footprint names the patch most like it and how many bits differ. Exact, and much faster than comparing all with all.</source>
   <translation>Trouve les imagettes d’un index dont le code est le même que celui d’une autre, ou n’en diffère que de quelques bits : images indexées deux fois, dates d’un même lieu, ou lieux d’aspect tout à fait pareil. Chaque emprise nomme l’imagette la plus semblable et le nombre de bits qui diffèrent. Exact, et bien plus rapide que de tout comparer avec tout.</translation>
  </message>
  <message>
   <source>First day of acquisition</source>
   <translation>Premier jour d’acquisition</translation>
  </message>
  <message>
   <source>First steps</source>
   <translation>Premiers pas</translation>
  </message>
  <message>
   <source>First steps: all done</source>
   <translation>Premiers pas : tout est fait</translation>
  </message>
  <message>
   <source>Folder of images</source>
   <translation>Dossier d’images</translation>
  </message>
  <message>
   <source>Folder of indexes</source>
   <translation>Dossier des index</translation>
  </message>
  <message>
   <source>Folder of models</source>
   <translation>Dossier des modèles</translation>
  </message>
  <message>
   <source>Folder of wheels</source>
   <translation>Dossier de wheels</translation>
  </message>
  <message>
   <source>Folder with *.whl files</source>
   <translation>Dossier de fichiers *.whl</translation>
  </message>
  <message>
   <source>Folder, zip or image file</source>
   <translation>Dossier, zip ou fichier image</translation>
  </message>
  <message>
   <source>Folders</source>
   <translation>Dossiers</translation>
  </message>
  <message>
   <source>Footprints</source>
   <translation>Emprises</translation>
  </message>
  <message>
   <source>Footprints of {index}</source>
   <translation>Emprises de {index}</translation>
  </message>
  <message>
   <source>For a machine without a network: *.whl files that were fetched on another one</source>
   <translation>Pour une machine sans réseau : des fichiers *.whl récupérés sur une autre</translation>
  </message>
  <message>
   <source>For reporting a problem: versions, packages, index and last error; no personal paths.</source>
   <translation>Pour signaler un problème : versions, paquets, index et dernière erreur, aucun de vos chemins.</translation>
  </message>
  <message>
   <source>Forward to the next search</source>
   <translation>Aller à la recherche suivante</translation>
  </message>
  <message>
   <source>From a folder of &amp;wheels</source>
   <translation>Depuis un dossier de &amp;wheels</translation>
  </message>
  <message>
   <source>From the &amp;internet</source>
   <translation>Depuis &amp;internet</translation>
  </message>
  <message>
   <source>Further indexes, searched together with it</source>
   <translation>Autres index, où l’on cherche en même temps</translation>
  </message>
  <message>
   <source>GDAL does not know its format</source>
   <translation>GDAL ne connaît pas son format</translation>
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
   <translation>Récupération de {name}…</translation>
  </message>
  <message>
   <source>Give one example: a point, an extent, a layer or an indexed patch.</source>
   <translation>Donnez un exemple : un point, une étendue, une couche ou une imagette indexée.</translation>
  </message>
  <message>
   <source>Go on without judging this one (→)</source>
   <translation>Continuer sans juger celui-ci (→)</translation>
  </message>
  <message>
   <source>Gone, and removed: {count}.</source>
   <translation>Disparues, et enlevées : {count}.</translation>
  </message>
  <message>
   <source>Gone, but kept: {count}.</source>
   <translation>Disparues, mais gardées : {count}.</translation>
  </message>
  <message>
   <source>HDF5 cannot read it ({why})</source>
   <translation>HDF5 ne peut pas le lire ({why})</translation>
  </message>
  <message>
   <source>Hash layer</source>
   <translation>Couche de hachage</translation>
  </message>
  <message>
   <source>Hit {rank}, similarity {similarity}
{name}</source>
   <translation>Résultat {rank}, semblable à {similarity}
{name}</translation>
  </message>
  <message>
   <source>Hits lie within the selected polygons of this layer, or within all where none is selected. Of any other layer its extent counts.</source>
   <translation>Les résultats se trouvent dans les polygones sélectionnés de cette couche, ou dans tous si aucun n’est sélectionné. De toute autre couche, c’est l’étendue qui compte.</translation>
  </message>
  <message>
   <source>Hits: the best {shown} of {hits}</source>
   <translation>Résultats : les {shown} meilleurs sur {hits}</translation>
  </message>
  <message>
   <source>Hold Shift to add a wanted example, Ctrl to add an unwanted one.</source>
   <translation>Maintenez Maj pour ajouter un exemple voulu, Ctrl pour un exemple non voulu.</translation>
  </message>
  <message>
   <source>How far the hits are from the query. Drag the line, or press ← and →, to choose how many hits the map shows; double-click to show all.</source>
   <translation>Distances des résultats. Glisser, ou presser ← et →, pour choisir combien la carte en montre ; un double clic les montre tous.</translation>
  </message>
  <message>
   <source>How many</source>
   <translation>Combien</translation>
  </message>
  <message>
   <source>How many hits the panel lists at first</source>
   <translation>Combien de résultats un nouveau panneau demande</translation>
  </message>
  <message>
   <source>How many hits to list; for even more use “Search index” in the Processing toolbox</source>
   <translation>Combien de résultats lister ; pour davantage : Chercher dans un index, dans la boîte à outils de traitements</translation>
  </message>
  <message>
   <source>How much disk space pictures of hits may take, so that they show at once the next time</source>
   <translation>Combien de place les images des résultats peuvent prendre sur le disque, pour être là aussitôt la fois suivante</translation>
  </message>
  <message>
   <source>How the images are read and coded</source>
   <translation>Comment les images sont lues et codées</translation>
  </message>
  <message>
   <source>I&amp;nstall</source>
   <translation>I&amp;nstaller</translation>
  </message>
  <message>
   <source>I&amp;nstall again</source>
   <translation>Réi&amp;nstaller</translation>
  </message>
  <message>
   <source>I&amp;nstall…</source>
   <translation>I&amp;nstaller…</translation>
  </message>
  <message>
   <source>If either is wrong, the ranking is meaningless. Choose under “Read as”.</source>
   <translation>Si l’un des deux est faux, le classement n’a pas de sens. Choisissez sous « Lire comme ».</translation>
  </message>
  <message>
   <source>If it is that, build again with “s2-offset”.</source>
   <translation>Si c’est elle, créez à nouveau l’index avec « s2-offset ».</translation>
  </message>
  <message>
   <source>If it is that, these need an index of their own, built with “s2-offset”.</source>
   <translation>Si c’est elle, il faut à ces images un index à elles, créé avec « s2-offset ».</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>Images</translation>
  </message>
  <message>
   <source>Images (*.zip *.tif *.tiff *.jp2 *.vrt *.img *.safe *.SAFE);;All files (*)</source>
   <translation>Images (*.zip *.tif *.tiff *.jp2 *.vrt *.img *.safe *.SAFE);;Tous les fichiers (*)</translation>
  </message>
  <message>
   <source>Images read as “s2” without any number below 1000: {count} of {total} ({names}). This is what processing baseline 04.00 or later looks like.</source>
   <translation>Images lues comme « s2 » sans aucun nombre inférieur à 1000 : {count} sur {total} ({names}). C’est l’aspect de la version de traitement 04.00 ou ultérieure.</translation>
  </message>
  <message>
   <source>Images that are gone</source>
   <translation>Images disparues</translation>
  </message>
  <message>
   <source>Images that are not found</source>
   <translation>Images introuvables</translation>
  </message>
  <message>
   <source>Images whose patches are never hits</source>
   <translation>Images dont les imagettes ne sont jamais des résultats</translation>
  </message>
  <message>
   <source>In the index {name}</source>
   <translation>Dans l’index {name}</translation>
  </message>
  <message>
   <source>Include patches that &amp;overlap the query</source>
   <translation>Inclure &amp;les imagettes qui recouvrent la requête</translation>
  </message>
  <message>
   <source>Inde&amp;x file</source>
   <translation>Fichier d’inde&amp;x</translation>
  </message>
  <message>
   <source>Index</source>
   <translation>Index</translation>
  </message>
  <message>
   <source>Index &amp;what is done</source>
   <translation>Indexer ce qui &amp;est fait</translation>
  </message>
  <message>
   <source>Index file</source>
   <translation>Fichier d’index</translation>
  </message>
  <message>
   <source>Index info</source>
   <translation>Informations sur un index</translation>
  </message>
  <message>
   <source>Index properties</source>
   <translation>Propriétés de l’index</translation>
  </message>
  <message>
   <source>Indexes</source>
   <translation>Index</translation>
  </message>
  <message>
   <source>Indexes (*.h5) in it are listed in the panel, and new ones are suggested there</source>
   <translation>Les index (*.h5) qu’il contient sont listés dans le panneau, et les nouveaux y sont proposés</translation>
  </message>
  <message>
   <source>Install it into Lookalike's package folder (README, Install).</source>
   <translation>Installez-le dans le dossier de paquets de Lookalike (README, Install).</translation>
  </message>
  <message>
   <source>Install it with pip, or run inside QGIS, which brings GDAL.</source>
   <translation>Installez-le avec pip, ou travaillez dans QGIS, qui apporte GDAL.</translation>
  </message>
  <message>
   <source>Install it with: {command}</source>
   <translation>Installez-le avec : {command}</translation>
  </message>
  <message>
   <source>Install or &amp;remove…</source>
   <translation>Installer ou &amp;enlever…</translation>
  </message>
  <message>
   <source>Install or remove these packages</source>
   <translation>Installer ou enlever ces paquets</translation>
  </message>
  <message>
   <source>Install what is missing</source>
   <translation>Installer ce qui manque</translation>
  </message>
  <message>
   <source>Installed and tried: {names}.</source>
   <translation>Installé et essayé : {names}.</translation>
  </message>
  <message>
   <source>Install…</source>
   <translation>Installer…</translation>
  </message>
  <message>
   <source>It has no files of these kinds: {known}.</source>
   <translation>Il n’y a pas de fichiers de ces genres : {known}.</translation>
  </message>
  <message>
   <source>It holds {patches}.</source>
   <translation>Il contient {patches}.</translation>
  </message>
  <message>
   <source>Judge the best hits one by one with the arrow keys: ↑ wanted, ↓ unwanted</source>
   <translation>Juger les meilleurs résultats l’un après l’autre au clavier : ↑ voulu, ↓ non voulu</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>Gardées</translation>
  </message>
  <message>
   <source>Lab&amp;els</source>
   <translation>É&amp;tiquettes</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Étiquette</translation>
  </message>
  <message>
   <source>Label of the patch in its archive</source>
   <translation>Étiquette de l’imagette dans son archive</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Étiquettes</translation>
  </message>
  <message>
   <source>Labels: {labels}</source>
   <translation>Étiquettes : {labels}</translation>
  </message>
  <message>
   <source>Last day of acquisition</source>
   <translation>Dernier jour d’acquisition</translation>
  </message>
  <message>
   <source>Less like this (↓)</source>
   <translation>Moins de ce genre (↓)</translation>
  </message>
  <message>
   <source>Level-1C/2A numbers, older baseline or harmonised: value / 10000</source>
   <translation>Nombres de niveau 1C/2A, version plus ancienne ou harmonisés : valeur / 10000</translation>
  </message>
  <message>
   <source>Level-1C/2A numbers, processing baseline 04.00 or later: (value − 1000) / 10000</source>
   <translation>Nombres de niveau 1C/2A, version de traitement 04.00 ou ultérieure : (valeur − 1000) / 10000</translation>
  </message>
  <message>
   <source>Lists the patches whose name or label contains this text</source>
   <translation>Liste les imagettes dont le nom ou l’étiquette contient ce texte</translation>
  </message>
  <message>
   <source>Load examples</source>
   <translation>Charger des exemples</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>Look at the hits</source>
   <translation>Regarder les résultats</translation>
  </message>
  <message>
   <source>Lookalike</source>
   <translation>Lookalike</translation>
  </message>
  <message>
   <source>Lookalike index (*.h5)</source>
   <translation>Index Lookalike (*.h5)</translation>
  </message>
  <message>
   <source>Lookalike needs two Python packages that do not come with QGIS. They go into a folder of their own; QGIS and its other packages stay as they are.</source>
   <translation>Lookalike a besoin de deux paquets Python que QGIS n’apporte pas. Ils vont dans un dossier à part ; QGIS et ses autres paquets restent tels quels.</translation>
  </message>
  <message>
   <source>Lookalike: Python packages</source>
   <translation>Lookalike : paquets Python</translation>
  </message>
  <message>
   <source>Lookalike: help</source>
   <translation>Lookalike : aide</translation>
  </message>
  <message>
   <source>Looking for QGIS's Python…</source>
   <translation>Recherche du Python de QGIS…</translation>
  </message>
  <message>
   <source>Looking for new images…</source>
   <translation>Recherche de nouvelles images…</translation>
  </message>
  <message>
   <source>Looking for the images…</source>
   <translation>Recherche des images…</translation>
  </message>
  <message>
   <source>Looking for the images… {done} of {total}</source>
   <translation>Recherche des images… {done} sur {total}</translation>
  </message>
  <message>
   <source>Looking for the packages…</source>
   <translation>Recherche des paquets…</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Créé</translation>
  </message>
  <message>
   <source>Make an index of the part that was done before the stop</source>
   <translation>Créer un index de la partie faite avant l’arrêt</translation>
  </message>
  <message>
   <source>Make an index of your own Sentinel-2 images</source>
   <translation>Faire un index de vos propres images Sentinel-2</translation>
  </message>
  <message>
   <source>Makes a layer of the footprints of an index: one polygon for each patch, with its row, id, label, date and source, coloured by label where there are labels. The row is what Search index takes as an example. An extent keeps the patches whose centre lies in it. For more than 100,000 patches choose a file, not a temporary layer, which QGIS would keep in memory: a million take about 300 MB as a GeoPackage.</source>
   <translation>Fait une couche des emprises d’un index : un polygone par imagette, avec sa ligne, son identifiant, son étiquette, sa date et sa source, colorée par étiquette s’il y en a. La ligne est ce que Chercher dans un index prend comme exemple. Une étendue garde les imagettes dont le centre s’y trouve.</translation>
  </message>
  <message>
   <source>Mark one with + or −</source>
   <translation>En marquer un avec + ou −</translation>
  </message>
  <message>
   <source>Menu: help, first steps, options, packages, problem report</source>
   <translation>Menu : aide, premiers pas, options, paquets, rapport de problème</translation>
  </message>
  <message>
   <source>Merge indexes</source>
   <translation>Fusionner des index</translation>
  </message>
  <message>
   <source>Merged index</source>
   <translation>Index fusionné</translation>
  </message>
  <message>
   <source>Merging indexes</source>
   <translation>Fusion d’index</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modèle</translation>
  </message>
  <message>
   <source>Model quality</source>
   <translation>Qualité du modèle</translation>
  </message>
  <message>
   <source>Model: {model}</source>
   <translation>Modèle : {model}</translation>
  </message>
  <message>
   <source>Months</source>
   <translation>Mois</translation>
  </message>
  <message>
   <source>More like this (↑)</source>
   <translation>Plus de ce genre (↑)</translation>
  </message>
  <message>
   <source>Mostly right as it is: taken from the files, or a common choice</source>
   <translation>Le plus souvent juste tel quel : tiré des fichiers, ou un choix courant</translation>
  </message>
  <message>
   <source>Moved images</source>
   <translation>Images déplacées</translation>
  </message>
  <message>
   <source>Moved: {count}.</source>
   <translation>Déplacées : {count}.</translation>
  </message>
  <message>
   <source>Name an archive: either a folder, or a raster or zip file.</source>
   <translation>Indiquez une archive : soit un dossier, soit un fichier raster ou zip.</translation>
  </message>
  <message>
   <source>Name of the patch in its archive</source>
   <translation>Nom de l’imagette dans son archive</translation>
  </message>
  <message>
   <source>Name one archive: either a folder, or a raster or zip file.</source>
   <translation>Indiquez une archive : soit un dossier, soit un fichier raster ou zip.</translation>
  </message>
  <message>
   <source>Nearest duplicates</source>
   <translation>Doublons les plus proches</translation>
  </message>
  <message>
   <source>Nearest example: {example}</source>
   <translation>Le plus proche de : {example}</translation>
  </message>
  <message>
   <source>New images</source>
   <translation>Nouvelles images</translation>
  </message>
  <message>
   <source>New images: {count}.</source>
   <translation>Nouvelles images : {count}.</translation>
  </message>
  <message>
   <source>New patches</source>
   <translation>Nouvelles imagettes</translation>
  </message>
  <message>
   <source>No hit is left: all patches overlap the example.</source>
   <translation>Il ne reste aucun résultat : toutes les imagettes chevauchent l’exemple.</translation>
  </message>
  <message>
   <source>No hits are left to judge. Ask for more hits above, or press Done.</source>
   <translation>Il ne reste pas de résultat à juger. Demandez plus de résultats ci-dessus, ou pressez « Terminé ».</translation>
  </message>
  <message>
   <source>No hits except patches that overlap the query: tick “Overlapping hits”.</source>
   <translation>Aucun résultat hors ce qui recouvre la requête : cochez « Aussi celles qui la recouvrent ».</translation>
  </message>
  <message>
   <source>No hits. </source>
   <translation>Aucun résultat. </translation>
  </message>
  <message>
   <source>No hits: the message above the map says why.</source>
   <translation>Aucun résultat : le message au-dessus de la carte dit pourquoi.</translation>
  </message>
  <message>
   <source>No index is open.</source>
   <translation>Aucun index n’est ouvert.</translation>
  </message>
  <message>
   <source>No index is open. Open one, or build one from your own images, under Index.</source>
   <translation>Aucun index n’est ouvert. Ouvrez-en un, ou créez-en un de vos propres images, sous Index.</translation>
  </message>
  <message>
   <source>No indexed patch here. Click on or near a footprint of the index {name}.</source>
   <translation>Pas d’imagette indexée ici. Cliquez sur une emprise de l’index {name} ou à côté.</translation>
  </message>
  <message>
   <source>No new hits; those of the last query are still shown.</source>
   <translation>Pas de nouveaux résultats ; ceux de la dernière requête sont encore affichés.</translation>
  </message>
  <message>
   <source>No patch has data in at least half of its pixels.</source>
   <translation>Aucune imagette n’a de données dans au moins la moitié de ses pixels.</translation>
  </message>
  <message>
   <source>No patch of the index lies in the extent.</source>
   <translation>Aucune imagette de l’index ne se trouve dans l’emprise.</translation>
  </message>
  <message>
   <source>No patch of this index has such a name or label.</source>
   <translation>Aucune imagette de cet index n’a ce nom ou cette étiquette.</translation>
  </message>
  <message>
   <source>No patch passes the filters.</source>
   <translation>Aucune imagette ne passe les filtres.</translation>
  </message>
  <message>
   <source>No picture of a query</source>
   <translation>Pas d’image d’une requête</translation>
  </message>
  <message>
   <source>No polygon of {layer} lies anywhere on the Earth. Check its coordinate reference system, or choose another layer.</source>
   <translation>Aucun polygone de {layer} ne se trouve sur la Terre. Vérifiez son système de coordonnées de référence, ou choisissez une autre couche.</translation>
  </message>
  <message>
   <source>No polygons or points are selected. Select some with QGIS's selection tools; where several layers have a selection, make the one that you mean active under Layers.</source>
   <translation>Aucun polygone ni point n’est sélectionné. Sélectionnez-en avec les outils de sélection de QGIS ; si plusieurs couches ont une sélection, rendez active, sous Couches, celle que vous voulez.</translation>
  </message>
  <message>
   <source>No raster layer is chosen to draw on. Add a Sentinel-2 image to the project and choose it under Query from.</source>
   <translation>Aucune couche raster n’est choisie pour dessiner. Ajoutez une image Sentinel-2 au projet et choisissez-la sous Requête depuis.</translation>
  </message>
  <message>
   <source>No usable raster was found in {path}. {detail}</source>
   <translation>Aucun raster utilisable n’a été trouvé dans {path}. {detail}</translation>
  </message>
  <message>
   <source>No wanted example is left: mark an example or a hit with +.</source>
   <translation>Rien n’est voulu : marquez un exemple ou un résultat avec +.</translation>
  </message>
  <message>
   <source>Not attached: the index was passed on without its images.</source>
   <translation>Non rattachées : l’index a été transmis sans ses images.</translation>
  </message>
  <message>
   <source>Not found again, neither in the index {index} nor on a raster of the project: {names}. Add an image of these places to the project, and load the examples once more.</source>
   <translation>Non retrouvés, ni dans l’index {index} ni sur un raster du projet : {names}. Ajoutez au projet une image de ces lieux, et chargez les exemples encore une fois.</translation>
  </message>
  <message>
   <source>Not found: {missing} of {all}. Is their drive attached?</source>
   <translation>Introuvables : {missing} sur {all}. Leur disque est-il branché ?</translation>
  </message>
  <message>
   <source>Nothing has changed: the index is up to date.</source>
   <translation>Rien n’a changé : l’index est à jour.</translation>
  </message>
  <message>
   <source>ONNX Runtime cannot load it ({why})</source>
   <translation>ONNX Runtime ne peut pas le charger ({why})</translation>
  </message>
  <message>
   <source>ONNX Runtime does not start it</source>
   <translation>ONNX Runtime ne le démarre pas</translation>
  </message>
  <message>
   <source>Of hits that look nearly the same only the best, so that the hits differ more</source>
   <translation>Des résultats d’aspect presque pareil, seulement le meilleur : davantage d’aspects différents</translation>
  </message>
  <message>
   <source>Of the first 20 hits {first} were of the query's class, of the first 100 {many}; measured with {queries} patches that training never saw, among {archive}.</source>
   <translation>Parmi les 20 premiers résultats, {first} étaient de la classe de la requête, parmi les 100 premiers {many} ; mesuré avec {queries} imagettes que l’entraînement n’a jamais vues, parmi {archive}.</translation>
  </message>
  <message>
   <source>One hit per</source>
   <translation>Un résultat par</translation>
  </message>
  <message>
   <source>Only between different images</source>
   <translation>Seulement entre images différentes</translation>
  </message>
  <message>
   <source>Only hits at least this far from each other</source>
   <translation>Les résultats sont au moins aussi loin l’un de l’autre</translation>
  </message>
  <message>
   <source>Only hits at least this far from every example</source>
   <translation>Les résultats sont au moins aussi loin de chaque exemple</translation>
  </message>
  <message>
   <source>Only hits from images with at most this much cloud; 100 %: any</source>
   <translation>Seulement les résultats d’images ayant au plus cette couverture nuageuse ; 100 % : quelconque</translation>
  </message>
  <message>
   <source>Only hits with these labels</source>
   <translation>Seulement les résultats de ces étiquettes</translation>
  </message>
  <message>
   <source>Only in this extent</source>
   <translation>Seulement dans cette étendue</translation>
  </message>
  <message>
   <source>Only the best hit of each image, so that the hits are more spread out</source>
   <translation>Seulement le meilleur résultat de chaque image, pour qu’ils soient plus dispersés</translation>
  </message>
  <message>
   <source>Only the part in &amp;view</source>
   <translation>Seulement la partie &amp;visible</translation>
  </message>
  <message>
   <source>Open an index</source>
   <translation>Ouvrir un index</translation>
  </message>
  <message>
   <source>Opens the sample index and zooms to it, on a map of the world</source>
   <translation>Ouvre l’index d’exemple et zoome dessus, sur une carte du monde</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>Ouvrir…</translation>
  </message>
  <message>
   <source>P&amp;olygon on the map</source>
   <translation>Pol&amp;ygone sur la carte</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <source>Part of an image's name, or a label</source>
   <translation>Partie d’un nom d’image, ou une étiquette</translation>
  </message>
  <message>
   <source>Patch</source>
   <translation>Imagette</translation>
  </message>
  <message>
   <source>Patch by &amp;name…</source>
   <translation>Imagette par &amp;nom…</translation>
  </message>
  <message>
   <source>Patch by name or label</source>
   <translation>Imagette par nom ou étiquette</translation>
  </message>
  <message>
   <source>Patch codes</source>
   <translation>Codes des imagettes</translation>
  </message>
  <message>
   <source>Patch codes of a raster</source>
   <translation>Codes des imagettes d’un raster</translation>
  </message>
  <message>
   <source>Patch {row}</source>
   <translation>Imagette {row}</translation>
  </message>
  <message>
   <source>Patches</source>
   <translation>Imagettes</translation>
  </message>
  <message>
   <source>Patches in folders, whose names become labels, or large images, which are cut into patches</source>
   <translation>Imagettes dans des dossiers, dont les noms deviennent des étiquettes, ou grandes images, découpées en imagettes</translation>
  </message>
  <message>
   <source>Patches that have a duplicate</source>
   <translation>Imagettes qui ont un doublon</translation>
  </message>
  <message>
   <source>Patches that have a duplicate: {count}.</source>
   <translation>Imagettes qui ont un doublon : {count}.</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>Période</translation>
  </message>
  <message>
   <source>Picture (*.png)</source>
   <translation>Image (*.png)</translation>
  </message>
  <message>
   <source>Pictures of hits</source>
   <translation>Images des résultats</translation>
  </message>
  <message>
   <source>Pixels from patch to patch (0: a patch's size)</source>
   <translation>Pixels d’imagette en imagette (0 : la taille d’une imagette)</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lieu</translation>
  </message>
  <message>
   <source>Places like these, in {index}</source>
   <translation>Lieux semblables à ceux-ci, dans {index}</translation>
  </message>
  <message>
   <source>Places similar to {names}</source>
   <translation>Lieux semblables à {names}</translation>
  </message>
  <message>
   <source>Press + or − to change an example, Del to remove it, Enter to zoom to it</source>
   <translation>+ et − changent un exemple, Suppr l’enlève, Entrée zoome dessus</translation>
  </message>
  <message>
   <source>Press Enter to search with the selected patch.</source>
   <translation>Pressez Entrée pour chercher d’après l’imagette sélectionnée.</translation>
  </message>
  <message>
   <source>Press Esc to stop.</source>
   <translation>Pressez Échap pour arrêter.</translation>
  </message>
  <message>
   <source>Press the disk above the results: GeoPackage, GeoJSON, CSV.</source>
   <translation>Pressez la disquette au-dessus des résultats : GeoPackage, GeoJSON ou CSV.</translation>
  </message>
  <message>
   <source>Press “Pick on the map”, then click near a river, a town or a forest.</source>
   <translation>Pressez « Pointer sur la carte », puis cliquez près d’une rivière, d’une ville ou d’une forêt.</translation>
  </message>
  <message>
   <source>Press “{button}”, then click on the map.</source>
   <translation>Pressez « {button} », puis cliquez sur la carte.</translation>
  </message>
  <message>
   <source>Processor cores that the network may use; fewer leave more to other work</source>
   <translation>Cœurs du processeur que le réseau peut utiliser ; moins en laisse plus au reste du travail</translation>
  </message>
  <message>
   <source>Properties of this index</source>
   <translation>Propriétés de cet index</translation>
  </message>
  <message>
   <source>Python &amp;packages…</source>
   <translation>&amp;Paquets Python…</translation>
  </message>
  <message>
   <source>Python packages</source>
   <translation>Paquets Python</translation>
  </message>
  <message>
   <source>QGIS's Python has no pip. Install it (on Debian and Ubuntu: sudo apt install python3-pip) and try again, or choose a folder of wheels</source>
   <translation>Le Python de QGIS n’a pas pip. Installez-le (sous Debian et Ubuntu : sudo apt install python3-pip) et réessayez, ou choisissez un dossier de wheels</translation>
  </message>
  <message>
   <source>QGIS's own Python cannot be used ({reason})</source>
   <translation>le Python de QGIS ne peut pas être utilisé ({reason})</translation>
  </message>
  <message>
   <source>Query from</source>
   <translation>Requête depuis</translation>
  </message>
  <message>
   <source>Rank: 1 is the most similar</source>
   <translation>Rang : 1 est le plus semblable</translation>
  </message>
  <message>
   <source>Raster</source>
   <translation>Raster</translation>
  </message>
  <message>
   <source>Read a&amp;s</source>
   <translation>&amp;Lu comme</translation>
  </message>
  <message>
   <source>Read all…</source>
   <translation>Tout lire…</translation>
  </message>
  <message>
   <source>Read as</source>
   <translation>Lu comme</translation>
  </message>
  <message>
   <source>Read as “{here}”, {how}.</source>
   <translation>Lu comme « {here} », {how}.</translation>
  </message>
  <message>
   <source>Read as “{reading}”, but no number of this image is below 1000: it looks like processing baseline 04.00 or later. If it is, choose “s2-offset” under “Read as”.</source>
   <translation>Lu comme « {reading} », mais aucun nombre de cette image n’est inférieur à 1000 : elle semble être de la baseline de traitement 04.00 ou ultérieure. Si c’est le cas, choisissez « s2-offset » sous « Lire comme ».</translation>
  </message>
  <message>
   <source>Read as: {readings}</source>
   <translation>Lu comme : {readings}</translation>
  </message>
  <message>
   <source>Reading rasters</source>
   <translation>Lecture de rasters</translation>
  </message>
  <message>
   <source>Reading the area…</source>
   <translation>Lecture de la zone…</translation>
  </message>
  <message>
   <source>Refi&amp;ne…</source>
   <translation>A&amp;ffiner…</translation>
  </message>
  <message>
   <source>Reflectance as it is: 0.2 is 20 %</source>
   <translation>Réflectance telle quelle : 0,2 vaut 20 %</translation>
  </message>
  <message>
   <source>Remove all examples</source>
   <translation>Enlever tous les exemples</translation>
  </message>
  <message>
   <source>Remove all filters</source>
   <translation>Enlever tous les filtres</translation>
  </message>
  <message>
   <source>Remove patches whose images are gone</source>
   <translation>Enlever les imagettes dont les images ont disparu</translation>
  </message>
  <message>
   <source>Remove this example (Del)</source>
   <translation>Enlever cet exemple (Suppr)</translation>
  </message>
  <message>
   <source>Report copied</source>
   <translation>Rapport copié</translation>
  </message>
  <message>
   <source>Res&amp;ults</source>
   <translation>Rés&amp;ultats</translation>
  </message>
  <message>
   <source>Rese&amp;t</source>
   <translation>Réinitiali&amp;ser</translation>
  </message>
  <message>
   <source>Restart QGIS to use the new version.</source>
   <translation>Redémarrez QGIS pour utiliser la nouvelle version.</translation>
  </message>
  <message>
   <source>Results: INDEX is the file; PATCHES and SKIPPED count the patches in it and the files that could not be read, which the log names.</source>
   <translation>Résultats : INDEX est le fichier ; PATCHES et SKIPPED comptent les imagettes qu’il contient et les fichiers qui n’ont pas pu être lus, que le journal nomme.</translation>
  </message>
  <message>
   <source>Results: OUTPUT is the layer, with the fields twin and twin_row (id and row of the patch most like it) and bits (how many differ); PATCHES counts its footprints.</source>
   <translation>Résultats : OUTPUT est la couche, avec les champs twin et twin_row (identifiant et ligne de l’imagette la plus semblable) et bits (combien diffèrent) ; PATCHES compte ses emprises.</translation>
  </message>
  <message>
   <source>Results: OUTPUT is the layer; PATCHES counts its footprints.</source>
   <translation>Résultats : OUTPUT est la couche ; PATCHES compte ses emprises.</translation>
  </message>
  <message>
   <source>Results: OUTPUT is the layer; PATCHES counts its footprints. Patches without data are left out.</source>
   <translation>Résultats : OUTPUT est la couche ; PATCHES compte ses emprises. Les imagettes sans données sont omises.</translation>
  </message>
  <message>
   <source>Results: OUTPUT is the layer; PATCHES counts its hits. Its fields are rank; distance (differing bits, weighted where the example was cut from a raster; hamming counts them plainly); similarity (in percent); id, label, date and source; and row, in the file that index names.</source>
   <translation>Résultats : OUTPUT est la couche ; PATCHES compte ses résultats. Ses champs sont rank (rang) ; distance (bits qui diffèrent, pondérés si l’exemple a été découpé dans un raster ; hamming les compte sans pondération) ; similarity (similarité en pourcentage) ; id, label, date et source ; et row, la ligne dans le fichier que nomme index.</translation>
  </message>
  <message>
   <source>Results: OUTPUT is the raster (a GeoTIFF, in percent, no data where there is no patch); FOOTPRINTS is the layer, with the field similarity in percent; PATCHES counts the patches.</source>
   <translation>Résultats : OUTPUT est le raster (un GeoTIFF, en pourcentage, sans données là où il n’y a pas d’imagette) ; FOOTPRINTS est la couche, avec le champ similarity en pourcentage ; PATCHES compte les imagettes.</translation>
  </message>
  <message>
   <source>Results: OUTPUT_INDEX is the new file; PATCHES counts the patches in it.</source>
   <translation>Résultats : OUTPUT_INDEX est le nouveau fichier ; PATCHES compte les imagettes qu’il contient.</translation>
  </message>
  <message>
   <source>Results: OUTPUT_INDEX is the same file; PATCHES counts the patches that were encoded; NEW, CHANGED, MOVED, GONE and SKIPPED count images, of which the log names those that are gone or cannot be read. Where images came from elsewhere, the next update looks there, too, and nowhere beside it.</source>
   <translation>Résultats : OUTPUT_INDEX est le même fichier ; PATCHES compte les imagettes qui ont été encodées ; NEW, CHANGED, MOVED, GONE et SKIPPED comptent des images (nouvelles, modifiées, déplacées, disparues, ignorées) ; le journal nomme les disparues et les illisibles. Si des images sont venues d’ailleurs, la mise à jour suivante y cherche aussi, et nulle part à côté.</translation>
  </message>
  <message>
   <source>Results: PATCHES and IMAGES are counts, MISSING that of images that are not found; BITS is the length of a code; TITLE and MODEL are names; MODEL_DIGEST and LAYER_DIGEST say which codes can be compared (LAYER_DIGEST is empty where the hash layer is the model's); EXTENT is what other algorithms take as an extent.</source>
   <translation>Résultats : PATCHES et IMAGES sont des nombres, MISSING celui des images introuvables ; BITS est la longueur d’un code ; TITLE et MODEL sont des noms ; MODEL_DIGEST et LAYER_DIGEST disent quels codes sont comparables (LAYER_DIGEST est vide si la couche de hachage est celle du modèle) ; EXTENT est ce que d’autres algorithmes prennent comme emprise.</translation>
  </message>
  <message>
   <source>Results: PATCHES counts the patches of a whole index.</source>
   <translation>Résultats : PATCHES compte les imagettes d’un index intact.</translation>
  </message>
  <message>
   <source>Round {round}, {judged} of {size} judged</source>
   <translation>Tour {round}, {judged} sur {size} jugés</translation>
  </message>
  <message>
   <source>Run the &amp;network on</source>
   <translation>Le résea&amp;u tourne sur</translation>
  </message>
  <message>
   <source>Save &amp;contact sheet (PDF, PNG)…</source>
   <translation>Enregistrer la &amp;planche (PDF, PNG)…</translation>
  </message>
  <message>
   <source>Save &amp;hits (GeoPackage, GeoJSON, CSV)…</source>
   <translation>Enregistrer les &amp;résultats (GeoPackage, GeoJSON, CSV)…</translation>
  </message>
  <message>
   <source>Save contact sheet</source>
   <translation>Enregistrer la planche</translation>
  </message>
  <message>
   <source>Save examples</source>
   <translation>Enregistrer les exemples</translation>
  </message>
  <message>
   <source>Save hits</source>
   <translation>Enregistrer les résultats</translation>
  </message>
  <message>
   <source>Save the examples to a file, or load some from one</source>
   <translation>Enregistrer les exemples dans un fichier, ou en charger</translation>
  </message>
  <message>
   <source>Save the hits</source>
   <translation>Enregistrer les résultats</translation>
  </message>
  <message>
   <source>Save the hits, or a contact sheet of their pictures</source>
   <translation>Enregistrer les résultats, ou une planche de leurs images</translation>
  </message>
  <message>
   <source>Saved {file}</source>
   <translation>{file} enregistré</translation>
  </message>
  <message>
   <source>Says what an index holds: how many patches of how many images, which model made its codes, whether it is adapted to its archive, how the images' numbers were read, its labels with their counts, its period and extent, and how many of its images are not where the index says. Needs no further package.</source>
   <translation>Dit ce que contient un index : combien d’imagettes de combien d’images, quel modèle a fait ses codes, s’il est adapté à son archive, comment les nombres des images ont été lus, ses étiquettes et leur nombre, sa période et son étendue, et combien de ses images ne sont pas où l’index le dit. Ne demande aucun autre paquet.</translation>
  </message>
  <message>
   <source>Se&amp;veral patches</source>
   <translation>Plusieurs ima&amp;gettes</translation>
  </message>
  <message>
   <source>Search from a place</source>
   <translation>Chercher d’après un lieu</translation>
  </message>
  <message>
   <source>Search index</source>
   <translation>Chercher dans un index</translation>
  </message>
  <message>
   <source>Search other indexes together with this one</source>
   <translation>Chercher dans d’autres index en même temps que dans celui-ci</translation>
  </message>
  <message>
   <source>Search together with</source>
   <translation>Chercher aussi dans</translation>
  </message>
  <message>
   <source>Search with a whole image from your disk; you can also drop it on this panel</source>
   <translation>Chercher d’après toute une image de votre disque ; ou la déposer sur ce panneau</translation>
  </message>
  <message>
   <source>Search with an image</source>
   <translation>Chercher d’après une image</translation>
  </message>
  <message>
   <source>Search with the patch in the middle of the map</source>
   <translation>Chercher d’après l’imagette au centre de la carte</translation>
  </message>
  <message>
   <source>Search with the patches under the selected polygons or points of a layer</source>
   <translation>Chercher d’après les imagettes sous les polygones ou points sélectionnés d’une couche</translation>
  </message>
  <message>
   <source>Searched together with: {others}</source>
   <translation>Recherche aussi dans : {others}</translation>
  </message>
  <message>
   <source>Searching</source>
   <translation>Recherche</translation>
  </message>
  <message>
   <source>Searching by a raster</source>
   <translation>Recherche d’après un raster</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>Recherche…</translation>
  </message>
  <message>
   <source>Select a hit, then press + (more like this) or − (less like this).</source>
   <translation>Sélectionnez un résultat et pressez + (plus de ce genre) ou − (moins de ce genre).</translation>
  </message>
  <message>
   <source>Share of random pairs of patches in this index that are less alike than query and hit</source>
   <translation>Part des paires prises au hasard dans cet index qui se ressemblent moins que la requête et le résultat</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Montrer</translation>
  </message>
  <message>
   <source>Show all first steps, or only the next</source>
   <translation>Montrer tous les premiers pas, ou seulement le prochain</translation>
  </message>
  <message>
   <source>Show the &amp;nearest example</source>
   <translation>Montrer l’exemple le plus &amp;proche</translation>
  </message>
  <message>
   <source>Show the hits as pictures</source>
   <translation>Montrer les résultats en images</translation>
  </message>
  <message>
   <source>Shows what the network sees of a query, where its image is at hand</source>
   <translation>Montre ce que le réseau voit d’une requête, si son image est disponible</translation>
  </message>
  <message>
   <source>Shows where the land resembles an example: every patch of an index, not only the best, with its similarity: the share of random pairs of the index, in percent, that lie further apart. The raster has cells as large as the step from patch to patch, in the CRS of the images where they share one, else in longitude and latitude; where patches overlap, a cell holds their mean. The footprints have one polygon for each patch. The example is given as for Search index; an extent keeps the patches whose centre lies in it.</source>
   <translation>Montre où le terrain ressemble à un exemple : chaque imagette d’un index, et non seulement les meilleures, avec sa similarité : la part des paires de l’index prises au hasard, en pour cent, qui sont plus éloignées. Les cellules du raster sont aussi grandes que le pas d’imagette en imagette, dans le SCR des images si elles en partagent un, sinon en longitude et latitude ; où des imagettes se recouvrent, une cellule contient leur moyenne. Les emprises ont un polygone par imagette. L’exemple se donne comme pour Chercher dans un index ; une étendue garde les imagettes dont le centre s’y trouve.</translation>
  </message>
  <message>
   <source>Similar places</source>
   <translation>Lieux semblables</translation>
  </message>
  <message>
   <source>Similarity</source>
   <translation>Similarité</translation>
  </message>
  <message>
   <source>Similarity map</source>
   <translation>Carte de similarité</translation>
  </message>
  <message>
   <source>Similarity map: how much every place of the index resembles the query</source>
   <translation>Carte de similarité : à quel point chaque lieu de l’index ressemble à la requête</translation>
  </message>
  <message>
   <source>Similarity of footprints</source>
   <translation>Similarité des emprises</translation>
  </message>
  <message>
   <source>Similarity {similarity}, differing bits: {bits}</source>
   <translation>Similarité {similarity}, bits différents : {bits}</translation>
  </message>
  <message>
   <source>Similarity: % of random pairs that lie further apart</source>
   <translation>Similarité : % des paires prises au hasard qui sont plus éloignées</translation>
  </message>
  <message>
   <source>Skip →</source>
   <translation>Passer →</translation>
  </message>
  <message>
   <source>Skipped files: {count} ({names}).</source>
   <translation>Fichiers ignorés : {count} ({names}).</translation>
  </message>
  <message>
   <source>Skipped {path}: {why}</source>
   <translation>{path} ignoré : {why}</translation>
  </message>
  <message>
   <source>Skipped, as they cannot be read: {count}.</source>
   <translation>Ignorées, car illisibles : {count}.</translation>
  </message>
  <message>
   <source>Something went wrong inside Lookalike ({problem}). The details are in View &gt; Panels &gt; Log Messages, under Lookalike.</source>
   <translation>Quelque chose s’est mal passé dans Lookalike ({problem}). Les détails sont dans Vue &gt; Panneaux &gt; Journal des messages, sous Lookalike.</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Démarrage…</translation>
  </message>
  <message>
   <source>Step {number} of {all}: {title}</source>
   <translation>Étape {number} sur {all} : {title}</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>Stop refining (Esc)</source>
   <translation>Arrêter d’affiner (Échap)</translation>
  </message>
  <message>
   <source>Stopped before the first image was done.</source>
   <translation>Arrêté avant la fin de la première image.</translation>
  </message>
  <message>
   <source>Stopped.</source>
   <translation>Arrêté.</translation>
  </message>
  <message>
   <source>Stopped. Done and kept: {patches}. “Build” goes on from there.</source>
   <translation>Arrêté. Fait et gardé : {patches}. « Créer » reprend à cet endroit.</translation>
  </message>
  <message>
   <source>Stopped. What was installed before is unchanged.</source>
   <translation>Arrêté. Ce qui était installé auparavant est inchangé.</translation>
  </message>
  <message>
   <source>Stopped; the index is as it was. What is encoded is kept: “Update” goes on.</source>
   <translation>Arrêté ; l’index est inchangé. Ce qui est codé est gardé : « Mettre à jour » continue.</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Arrêt…</translation>
  </message>
  <message>
   <source>Text, comma-separated (*.csv)</source>
   <translation>Texte, séparé par des virgules (*.csv)</translation>
  </message>
  <message>
   <source>That is all. The help pages are in the menu behind the wrench.</source>
   <translation>C’est tout. Les pages d’aide sont dans le menu derrière la clé.</translation>
  </message>
  <message>
   <source>That is slower: you can go back to the processor in the options.</source>
   <translation>C’est plus lent : vous pouvez revenir au processeur dans les options.</translation>
  </message>
  <message>
   <source>That was with codes adapted to those patches, as yours are to your archive.</source>
   <translation>C’était avec des codes adaptés à ces imagettes, comme les vôtres le sont à votre archive.</translation>
  </message>
  <message>
   <source>That was with the model's own codes; yours are adapted to your archive.</source>
   <translation>C’était avec les codes propres au modèle ; les vôtres sont adaptés à votre archive.</translation>
  </message>
  <message>
   <source>The Sentinel-2 image that queries are drawn on</source>
   <translation>L’image Sentinel-2 sur laquelle les requêtes sont dessinées</translation>
  </message>
  <message>
   <source>The best hits one by one: say with the arrow keys whether each is wanted</source>
   <translation>Les meilleurs résultats un par un : dire avec les flèches si chacun est voulu</translation>
  </message>
  <message>
   <source>The examples of the query: hits look like the wanted ones, and unlike the unwanted ones</source>
   <translation>Les exemples de la requête : les résultats ressemblent à ceux qui sont voulus, et non à ceux qui ne le sont pas</translation>
  </message>
  <message>
   <source>The extent lies nowhere on the Earth. Check its coordinate reference system.</source>
   <translation>L’emprise ne se trouve pas sur la Terre. Vérifiez son système de coordonnées de référence.</translation>
  </message>
  <message>
   <source>The file to write; a build that was stopped goes on in the same file</source>
   <translation>Le fichier à écrire ; une création arrêtée continue dans le même fichier</translation>
  </message>
  <message>
   <source>The folder with the *.whl files of the packages</source>
   <translation>Le dossier des fichiers *.whl des paquets</translation>
  </message>
  <message>
   <source>The hits, the most similar first</source>
   <translation>Les résultats, les plus semblables d’abord</translation>
  </message>
  <message>
   <source>The index is being built.</source>
   <translation>L’index est en cours de création.</translation>
  </message>
  <message>
   <source>The index is whole: {patches}.</source>
   <translation>L’index est intact : {patches}.</translation>
  </message>
  <message>
   <source>The index that is searched</source>
   <translation>L’index dans lequel on cherche</translation>
  </message>
  <message>
   <source>The index that is searched: the codes and places of its patches</source>
   <translation>Dans quel index on cherche : codes et lieux d’imagettes</translation>
  </message>
  <message>
   <source>The index {index} does not say where its imagery lies. Name the folder or file to look for new images in.</source>
   <translation>L’index {index} ne dit pas où sont ses images. Indiquez le dossier ou le fichier où chercher de nouvelles images.</translation>
  </message>
  <message>
   <source>The index {index} was made by the model {wanted}, not by {given}; their codes cannot be compared. Choose the model {wanted}, or build the index again.</source>
   <translation>L’index {index} a été fait par le modèle {wanted}, non par {given} ; leurs codes ne peuvent pas être comparés. Choisissez le modèle {wanted}, ou créez l’index à nouveau.</translation>
  </message>
  <message>
   <source>The index {index} was made by the model {wanted}, which is not among the models here. Searching from an indexed patch still works; to draw a query, add that model's file.</source>
   <translation>L’index {index} a été fait par le modèle {wanted}, qui n’est pas parmi les modèles présents. Chercher depuis une imagette indexée marche quand même ; pour dessiner une requête, ajoutez le fichier de ce modèle.</translation>
  </message>
  <message>
   <source>The index {name} has no patch to search: {reason}.</source>
   <translation>L’index {name} n’a pas d’imagette où chercher : {reason}.</translation>
  </message>
  <message>
   <source>The index {path} has changed since it was opened, and was opened again. If your last click or mark is not among the examples, repeat it.</source>
   <translation>L’index {path} a changé depuis son ouverture, et a été rouvert. Si votre dernier clic ou marquage n’est pas parmi les exemples, répétez-le.</translation>
  </message>
  <message>
   <source>The index {path} has format version {found}; this Lookalike reads up to version {known}. Update the plugin.</source>
   <translation>L’index {path} a la version de format {found} ; ce Lookalike lit jusqu’à la version {known}. Mettez l’extension à jour.</translation>
  </message>
  <message>
   <source>The index {path} has no patch {row}: patches are counted from 0, and it holds {rows}.</source>
   <translation>L’index {path} n’a pas d’imagette {row} : elles sont comptées à partir de 0, et il en contient {rows}.</translation>
  </message>
  <message>
   <source>The index {path} is damaged: {problem}. Restore it from a copy, or build it again.</source>
   <translation>L’index {path} est endommagé : {problem}. Restaurez-le depuis une copie, ou créez-le à nouveau.</translation>
  </message>
  <message>
   <source>The layer {layer} has no coordinate reference system, so its features have no place on the map. Set it first (Layer &gt; Set CRS of Layer(s)).</source>
   <translation>La couche {layer} n’a pas de système de coordonnées de référence : ses entités n’ont pas de place sur la carte. Définissez-le d’abord (Couche &gt; Définir le SCR de la(des) couche(s)).</translation>
  </message>
  <message>
   <source>The layer {layer} is not a raster file on this machine (it is served by {provider}), so its numbers cannot be read. Choose a raster layer that was loaded from a file.</source>
   <translation>La couche {layer} n’est pas un fichier raster de cette machine (source : {provider}) : ses nombres ne peuvent pas être lus. Choisissez une couche raster chargée depuis un fichier.</translation>
  </message>
  <message>
   <source>The map shows no patch of the index, so there is no similarity map of it. It comes once you zoom to the index, or switch off “Only the part in view” in its menu.</source>
   <translation>La carte ne montre aucune imagette de l’index : il n’y a donc pas de carte de similarité. Elle apparaît dès que vous zoomez sur l’index ou désactivez « Seulement la partie visible » dans son menu.</translation>
  </message>
  <message>
   <source>The model {model} takes patches of shape {wanted}, not {given}.</source>
   <translation>Le modèle {model} prend des imagettes de forme {wanted}, non {given}.</translation>
  </message>
  <message>
   <source>The model's own</source>
   <translation>Celle du modèle</translation>
  </message>
  <message>
   <source>The network runs on the processor: {provider} did not start.</source>
   <translation>Le réseau tourne sur le processeur : {provider} n’a pas démarré.</translation>
  </message>
  <message>
   <source>The network that turns patches into codes; drawing a query needs the same one</source>
   <translation>Le réseau qui fait les codes des imagettes ; dessiner une requête demande le même</translation>
  </message>
  <message>
   <source>The order of the bands, or the number of each, such as B04=1,B03=2,B02=3</source>
   <translation>L’ordre des bandes, ou le numéro de chacune, comme B04=1,B03=2,B02=3</translation>
  </message>
  <message>
   <source>The packages were not installed: {problem}. What was installed before is unchanged.</source>
   <translation>Les paquets n’ont pas été installés : {problem}. Ce qui était installé auparavant est inchangé.</translation>
  </message>
  <message>
   <source>The packages were removed.</source>
   <translation>Les paquets ont été enlevés.</translation>
  </message>
  <message>
   <source>The pixels of {path} are {pixel:.3g} m wide, and the model takes {most:g} m at most. Choose imagery of a finer resolution.</source>
   <translation>Les pixels de {path} font {pixel:.3g} m, et le modèle accepte {most:g} m au plus. Choisissez des images de résolution plus fine.</translation>
  </message>
  <message>
   <source>The place that you chose lies outside {path}. Draw inside the raster.</source>
   <translation>Le lieu choisi est en dehors de {path}. Dessinez à l’intérieur du raster.</translation>
  </message>
  <message>
   <source>The polygons of {layer} have more than {most} corners. Select those that hits may lie in, then choose the layer again.</source>
   <translation>Les polygones de {layer} ont plus de {most} sommets. Sélectionnez ceux où les résultats peuvent se trouver, puis choisissez à nouveau la couche.</translation>
  </message>
  <message>
   <source>The query's numbers are read as “{own}”, those of the index were read as “{others}”. If either is wrong, the ranking is meaningless.</source>
   <translation>Les nombres de la requête sont lus comme « {own} », ceux de l’index ont été lus comme « {others} ». Si l’un des deux est faux, le classement ne veut rien dire.</translation>
  </message>
  <message>
   <source>The report is on the clipboard: paste it where you describe the problem.</source>
   <translation>Le rapport est dans le presse-papiers : collez-le là où vous décrivez le problème.</translation>
  </message>
  <message>
   <source>The searches of this project</source>
   <translation>Les recherches de ce projet</translation>
  </message>
  <message>
   <source>The similarity map has what the map shows, as fine as it can be, and follows when you pan or zoom; else it has all of the index</source>
   <translation>La carte de similarité couvre ce que montre la carte, aussi finement que possible, et suit déplacements et zooms ; sinon tout l’index</translation>
  </message>
  <message>
   <source>The usual cause on Windows is a Microsoft Visual C++ runtime that is missing or too old: install the newest Visual C++ Redistributable (x64) and restart QGIS. </source>
   <translation>La cause habituelle sous Windows est un environnement d’exécution Microsoft Visual C++ absent ou trop ancien : installez le dernier Visual C++ Redistributable (x64) et redémarrez QGIS. </translation>
  </message>
  <message>
   <source>There is no hashing model (*.onnx) to build with.</source>
   <translation>Il n’y a aucun modèle de hachage (*.onnx) pour créer un index.</translation>
  </message>
  <message>
   <source>There is no model in {folder}. Install the plugin again.</source>
   <translation>Il n’y a pas de modèle dans {folder}. Réinstallez l’extension.</translation>
  </message>
  <message>
   <source>There is no radiometry called {name}. Known are: {known}.</source>
   <translation>Il n’y a pas de radiométrie appelée {name}. Sont connues : {known}.</translation>
  </message>
  <message>
   <source>There is nothing to merge: choose two indexes or more.</source>
   <translation>Il n’y a rien à fusionner : choisissez deux index ou plus.</translation>
  </message>
  <message>
   <source>This Python has no pip; the wheels are unpacked.</source>
   <translation>Ce Python n’a pas pip ; les wheels sont décompressés.</translation>
  </message>
  <message>
   <source>This command fetches the wheels on a machine that has a network:</source>
   <translation>Cette commande récupère les wheels sur une machine qui a un réseau :</translation>
  </message>
  <message>
   <source>This could not be done: {problem}.</source>
   <translation>Cela n’a pas pu être fait : {problem}.</translation>
  </message>
  <message>
   <source>This index was passed on without its images. Choose their folder.</source>
   <translation>Cet index a été transmis sans ses images. Choisissez leur dossier.</translation>
  </message>
  <message>
   <source>This is the first of {count} files that failed.</source>
   <translation>C’est le premier de {count} fichiers en échec.</translation>
  </message>
  <message>
   <source>This step</source>
   <translation>Cette étape</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titre</translation>
  </message>
  <message>
   <source>Title of the index</source>
   <translation>Titre de l’index</translation>
  </message>
  <message>
   <source>Tr&amp;y the sample on a map</source>
   <translation>Montrer l’exem&amp;ple sur une carte</translation>
  </message>
  <message>
   <source>Trying {name}…</source>
   <translation>Essai de {name}…</translation>
  </message>
  <message>
   <source>Turns an archive of Sentinel-2 imagery into an index that can be searched: every patch becomes a binary code. The archive is a folder (or zip) of patch files, whose labels are the names of their folders, or of scenes, which are cut into a grid of patches; or a single raster. A build that was cancelled goes on where it stopped.</source>
   <translation>Transforme une archive d’images Sentinel-2 en un index où l’on peut chercher : chaque imagette devient un code binaire. L’archive est un dossier (ou un zip) de fichiers d’imagettes, dont les étiquettes sont les noms de leurs dossiers, ou de scènes, découpées en une grille d’imagettes ; ou un seul raster. Une création annulée reprend où elle s’est arrêtée.</translation>
  </message>
  <message>
   <source>Type at least one letter.</source>
   <translation>Tapez au moins une lettre.</translation>
  </message>
  <message>
   <source>Unfold “Filters” below, then choose a label or draw an area.</source>
   <translation>Dépliez « Filtres » plus bas et choisissez une étiquette, ou dessinez une zone.</translation>
  </message>
  <message>
   <source>Unpacking…</source>
   <translation>Décompression…</translation>
  </message>
  <message>
   <source>Unwanted ↓</source>
   <translation>Non voulu ↓</translation>
  </message>
  <message>
   <source>Unwanted: less like this (−)</source>
   <translation>Non voulu : moins de ce genre (−)</translation>
  </message>
  <message>
   <source>Unwanted: less like this hit (−)</source>
   <translation>Non voulu : moins comme ce résultat (−)</translation>
  </message>
  <message>
   <source>Update index</source>
   <translation>Mettre à jour un index</translation>
  </message>
  <message>
   <source>Update this index: look for new, changed, moved and missing images</source>
   <translation>Mettre à jour cet index : chercher les images nouvelles, modifiées, déplacées et manquantes</translation>
  </message>
  <message>
   <source>Update {name}</source>
   <translation>Mettre à jour {name}</translation>
  </message>
  <message>
   <source>Updated index</source>
   <translation>Index mis à jour</translation>
  </message>
  <message>
   <source>Updating an index</source>
   <translation>Mise à jour d’un index</translation>
  </message>
  <message>
   <source>Updating needs the Python package(s) {names}, not installed yet.</source>
   <translation>La mise à jour demande le(s) paquet(s) Python {names}, pas encore installé(s).</translation>
  </message>
  <message>
   <source>Use as &amp;query</source>
   <translation>Utiliser comme &amp;requête</translation>
  </message>
  <message>
   <source>Verify index</source>
   <translation>Vérifier un index</translation>
  </message>
  <message>
   <source>Verifying an index</source>
   <translation>Vérification d’un index</translation>
  </message>
  <message>
   <source>Wanted ↑</source>
   <translation>Voulu ↑</translation>
  </message>
  <message>
   <source>Wanted: more like this (+)</source>
   <translation>Voulu : plus de ce genre (+)</translation>
  </message>
  <message>
   <source>Wanted: more like this hit (+)</source>
   <translation>Voulu : plus comme ce résultat (+)</translation>
  </message>
  <message>
   <source>What a query of several patches finds: places like their mean, or places like any one of them</source>
   <translation>Ce que trouve une requête de plusieurs imagettes : des lieux semblables à leur moyenne, ou à l’une quelconque d’entre elles</translation>
  </message>
  <message>
   <source>What calls itself “{name}”</source>
   <translation>Ce qui se nomme « {name} »</translation>
  </message>
  <message>
   <source>What runs the network, of what the installed onnxruntime offers here. Anything but the processor is tried once before it is used.</source>
   <translation>Ce qui exécute le réseau : ce que propose ici le onnxruntime installé. Autre chose que le processeur est essayé une fois avant d’être utilisé.</translation>
  </message>
  <message>
   <source>What the file says</source>
   <translation>Ce que dit le fichier</translation>
  </message>
  <message>
   <source>What the files say</source>
   <translation>Ce que disent les fichiers</translation>
  </message>
  <message>
   <source>What the hits are restricted to. Filters apply before the ranking.</source>
   <translation>À quoi les résultats sont restreints ; appliqué avant le classement</translation>
  </message>
  <message>
   <source>What the image's numbers mean</source>
   <translation>Ce que signifient les nombres de l’image</translation>
  </message>
  <message>
   <source>What the images' numbers mean</source>
   <translation>Ce que signifient les nombres des images</translation>
  </message>
  <message>
   <source>What the index is called in the panel</source>
   <translation>Comment l’index s’appelle dans le panneau</translation>
  </message>
  <message>
   <source>What the installation says, line by line</source>
   <translation>Ce que dit l’installation, ligne par ligne</translation>
  </message>
  <message>
   <source>What the network sees: {query}</source>
   <translation>Ce que voit le réseau : {query}</translation>
  </message>
  <message>
   <source>What the numbers mean (else as the files say)</source>
   <translation>Ce que signifient les nombres (sinon selon les fichiers)</translation>
  </message>
  <message>
   <source>What the query is taken from: a raster layer, or an indexed patch</source>
   <translation>D’après quoi on cherche : une couche raster, ou une imagette indexée</translation>
  </message>
  <message>
   <source>What the raster's numbers mean (else as the file says)</source>
   <translation>Ce que signifient les nombres du raster (sinon selon le fichier)</translation>
  </message>
  <message>
   <source>Where hits may lie. Choose an entry again to take the map or the layer as it is now, or to draw anew.</source>
   <translation>Où les résultats peuvent se trouver ; choisir à nouveau pour prendre la carte telle qu’elle est alors, ou pour redessiner</translation>
  </message>
  <message>
   <source>Where the images of this index lie; another folder adds the images in it</source>
   <translation>Où sont les images de cet index ; un autre dossier ajoute les images qu’il contient</translation>
  </message>
  <message>
   <source>Where to look for hashing models (*.onnx) of your own</source>
   <translation>Où vos propres modèles de hachage (*.onnx) sont cherchés</translation>
  </message>
  <message>
   <source>Whether the panel at first also lists patches that overlap the query</source>
   <translation>Si le panneau liste aussi, au début, les imagettes qui recouvrent la requête</translation>
  </message>
  <message>
   <source>Which band is which, like B04=1,B03=2,B02=3</source>
   <translation>Quelle bande est laquelle, comme B04=1,B03=2,B02=3</translation>
  </message>
  <message>
   <source>World</source>
   <translation>Monde</translation>
  </message>
  <message>
   <source>Writes one index of all patches of several, so that one search covers them all. They must have been made by the same model and the same hash layer, as codes of others cannot be compared: indexes that are adapted to different archives cannot be merged. A patch that several of them hold is kept once.</source>
   <translation>Écrit un seul index de toutes les imagettes de plusieurs, pour qu’une recherche les couvre tous. Ils doivent avoir été faits par le même modèle et la même couche de hachage, car d’autres codes ne peuvent pas être comparés : des index adaptés à des archives différentes ne peuvent pas être fusionnés. Une imagette que plusieurs contiennent est gardée une fois.</translation>
  </message>
  <message>
   <source>Writing an index</source>
   <translation>Écriture d’un index</translation>
  </message>
  <message>
   <source>Writing or verifying an index</source>
   <translation>Écriture ou vérification d’un index</translation>
  </message>
  <message>
   <source>Writing the index…</source>
   <translation>Écriture de l’index…</translation>
  </message>
  <message>
   <source>Zip or image</source>
   <translation>Zip ou image</translation>
  </message>
  <message>
   <source>Zoom to the area of this index</source>
   <translation>Zoomer sur la zone de cet index</translation>
  </message>
  <message>
   <source>a whole patch: no overlap</source>
   <translation>une imagette entière : sans recouvrement</translation>
  </message>
  <message>
   <source>above {low} %</source>
   <translation>plus de {low} %</translation>
  </message>
  <message>
   <source>all</source>
   <translation>toutes</translation>
  </message>
  <message>
   <source>all on the map</source>
   <translation>tous sur la carte</translation>
  </message>
  <message>
   <source>all {count}</source>
   <translation>tous : {count}</translation>
  </message>
  <message>
   <source>another QGIS is installing them now. Wait until it has done so</source>
   <translation>un autre QGIS est en train de les installer. Attendez qu’il ait terminé</translation>
  </message>
  <message>
   <source>any</source>
   <translation>quelconque</translation>
  </message>
  <message>
   <source>any distance</source>
   <translation>distance quelconque</translation>
  </message>
  <message>
   <source>archive</source>
   <translation>archive</translation>
  </message>
  <message>
   <source>as chosen before</source>
   <translation>comme choisi auparavant</translation>
  </message>
  <message>
   <source>as one, by their mean</source>
   <translation>ensemble, en moyenne</translation>
  </message>
  <message>
   <source>as you chose</source>
   <translation>selon votre choix</translation>
  </message>
  <message>
   <source>assumed from its data type</source>
   <translation>supposé d’après son type de données</translation>
  </message>
  <message>
   <source>at all</source>
   <translation>toutes</translation>
  </message>
  <message>
   <source>at least </source>
   <translation>au moins </translation>
  </message>
  <message>
   <source>below {high} %</source>
   <translation>moins de {high} %</translation>
  </message>
  <message>
   <source>beside the images they are built from</source>
   <translation>à côté des images dont ils sont faits</translation>
  </message>
  <message>
   <source>changed: {path}</source>
   <translation>modifiée : {path}</translation>
  </message>
  <message>
   <source>column {name} has dtype {dtype}</source>
   <translation>la colonne {name} a le type {dtype}</translation>
  </message>
  <message>
   <source>column {name} has impossible values</source>
   <translation>la colonne {name} a des valeurs impossibles</translation>
  </message>
  <message>
   <source>column {name} has shape {shape}</source>
   <translation>la colonne {name} a la forme {shape}</translation>
  </message>
  <message>
   <source>column {name} has shape {shape}, not {wanted}</source>
   <translation>la colonne {name} a la forme {shape}, non {wanted}</translation>
  </message>
  <message>
   <source>column {name} is a link</source>
   <translation>la colonne {name} est un lien</translation>
  </message>
  <message>
   <source>column {name} is not as it was written</source>
   <translation>la colonne {name} n’est pas telle qu’elle a été écrite</translation>
  </message>
  <message>
   <source>column {name} is not contiguous</source>
   <translation>la colonne {name} n’est pas contiguë</translation>
  </message>
  <message>
   <source>column {name} lies outside the file, which may be cut short</source>
   <translation>la colonne {name} est hors du fichier, qui est peut-être tronqué</translation>
  </message>
  <message>
   <source>comes with QGIS</source>
   <translation>fourni avec QGIS</translation>
  </message>
  <message>
   <source>different hash layers: at least one of them is adapted to its own archive</source>
   <translation>couches de hachage différentes (au moins l’une est adaptée à sa propre archive)</translation>
  </message>
  <message>
   <source>different models ({one}, {other})</source>
   <translation>modèles différents ({one}, {other})</translation>
  </message>
  <message>
   <source>drawn on the map…</source>
   <translation>dessinée sur la carte…</translation>
  </message>
  <message>
   <source>each for itself</source>
   <translation>chacune à part</translation>
  </message>
  <message>
   <source>everywhere</source>
   <translation>partout</translation>
  </message>
  <message>
   <source>filters: {count}</source>
   <translation>filtres : {count}</translation>
  </message>
  <message>
   <source>going on from an earlier build</source>
   <translation>suite d’une création précédente</translation>
  </message>
  <message>
   <source>gone: {path}</source>
   <translation>disparue : {path}</translation>
  </message>
  <message>
   <source>i&amp;mage</source>
   <translation>i&amp;mage</translation>
  </message>
  <message>
   <source>in {folder} there is no wheel (*.whl) of {name} for {target}</source>
   <translation>dans {folder} il n’y a pas de wheel (*.whl) de {name} pour {target}</translation>
  </message>
  <message>
   <source>in {where} there is no {name} for {target}</source>
   <translation>dans {where} il n’y a pas de {name} pour {target}</translation>
  </message>
  <message>
   <source>installed</source>
   <translation>installé</translation>
  </message>
  <message>
   <source>it does not import numpy and GDAL</source>
   <translation>il n’importe pas numpy et GDAL</translation>
  </message>
  <message>
   <source>it does not start</source>
   <translation>il ne démarre pas</translation>
  </message>
  <message>
   <source>it has no bands of its own</source>
   <translation>il n’a pas de bandes à lui</translation>
  </message>
  <message>
   <source>it has no model card of Lookalike</source>
   <translation>il n’a pas de fiche de modèle Lookalike</translation>
  </message>
  <message>
   <source>it has {name} {found} where QGIS has {wanted}</source>
   <translation>il a {name} {found}, QGIS a {wanted}</translation>
  </message>
  <message>
   <source>it is a folder</source>
   <translation>c’est un dossier</translation>
  </message>
  <message>
   <source>it is empty</source>
   <translation>il est vide</translation>
  </message>
  <message>
   <source>it keeps data outside the file; export it as one file</source>
   <translation>il garde des données hors du fichier ; exportez-le en un seul fichier</translation>
  </message>
  <message>
   <source>it must have one input `patches`, outputs `embedding` and `logits`</source>
   <translation>il doit avoir une entrée `patches` et les sorties `embedding` et `logits`</translation>
  </message>
  <message>
   <source>its bands have different coordinate reference systems</source>
   <translation>ses bandes ont des systèmes de coordonnées différents</translation>
  </message>
  <message>
   <source>its card has no bands, patch size or GSD</source>
   <translation>sa fiche n’a pas de bandes, de taille d’imagette ou de résolution au sol</translation>
  </message>
  <message>
   <source>its card is no JSON ({why})</source>
   <translation>sa fiche n’est pas du JSON ({why})</translation>
  </message>
  <message>
   <source>its card is not a JSON object</source>
   <translation>sa fiche n’est pas un objet JSON</translation>
  </message>
  <message>
   <source>its card lacks or misstates {what}</source>
   <translation>sa fiche n’a pas, ou indique mal, {what}</translation>
  </message>
  <message>
   <source>its description is unreadable ({why})</source>
   <translation>sa description est illisible ({why})</translation>
  </message>
  <message>
   <source>its embedding has {count} numbers</source>
   <translation>son plongement a {count} nombres</translation>
  </message>
  <message>
   <source>its embeddings are not the processor's</source>
   <translation>ses plongements ne sont pas ceux du processeur</translation>
  </message>
  <message>
   <source>its folder does not exist</source>
   <translation>son dossier n’existe pas</translation>
  </message>
  <message>
   <source>its folder is read-only</source>
   <translation>son dossier est en lecture seule</translation>
  </message>
  <message>
   <source>its input is {found}, but its card says {wanted}</source>
   <translation>son entrée est {found}, mais sa fiche dit {wanted}</translation>
  </message>
  <message>
   <source>its name has bytes that are no characters</source>
   <translation>son nom contient des octets qui ne sont pas des caractères</translation>
  </message>
  <message>
   <source>its output {name} is {found}, but its card says {wanted}</source>
   <translation>sa sortie {name} est {found}, mais sa fiche dit {wanted}</translation>
  </message>
  <message>
   <source>its own, adapted to its archive</source>
   <translation>la sienne, adaptée à son archive</translation>
  </message>
  <message>
   <source>its process ended with code {code} ({last})</source>
   <translation>son processus s’est terminé avec le code {code} ({last})</translation>
  </message>
  <message>
   <source>its process was ended from outside or crashed</source>
   <translation>son processus a été arrêté de l’extérieur ou s’est interrompu</translation>
  </message>
  <message>
   <source>its statistics do not fit its bits</source>
   <translation>ses statistiques ne correspondent pas à ses bits</translation>
  </message>
  <message>
   <source>its table of contents and HDF5 disagree on {names}</source>
   <translation>sa table des matières et HDF5 se contredisent sur {names}</translation>
  </message>
  <message>
   <source>its table of contents is not true ({why})</source>
   <translation>sa table des matières est fausse ({why})</translation>
  </message>
  <message>
   <source>its table of contents is unreadable</source>
   <translation>sa table des matières est illisible</translation>
  </message>
  <message>
   <source>its zip file is damaged</source>
   <translation>le fichier zip est endommagé</translation>
  </message>
  <message>
   <source>its zip file is damaged ({why})</source>
   <translation>le fichier zip est endommagé ({why})</translation>
  </message>
  <message>
   <source>like the images' folder</source>
   <translation>comme le dossier des images</translation>
  </message>
  <message>
   <source>loo&amp;k</source>
   <translation>aspe&amp;ct</translation>
  </message>
  <message>
   <source>missing: {path}</source>
   <translation>introuvable : {path}</translation>
  </message>
  <message>
   <source>model</source>
   <translation>modèle</translation>
  </message>
  <message>
   <source>no band that is named</source>
   <translation>aucune qui soit nommée</translation>
  </message>
  <message>
   <source>no column {name}</source>
   <translation>pas de colonne {name}</translation>
  </message>
  <message>
   <source>no image</source>
   <translation>pas d’image</translation>
  </message>
  <message>
   <source>no known band</source>
   <translation>aucune connue</translation>
  </message>
  <message>
   <source>no label</source>
   <translation>sans étiquette</translation>
  </message>
  <message>
   <source>no patch passes the filters</source>
   <translation>aucune imagette ne passe les filtres</translation>
  </message>
  <message>
   <source>none</source>
   <translation>aucune</translation>
  </message>
  <message>
   <source>none was found where QGIS keeps it</source>
   <translation>aucun n’a été trouvé là où QGIS le garde</translation>
  </message>
  <message>
   <source>none yet; they will be in {path}</source>
   <translation>aucune pour l’instant ; elles seront dans {path}</translation>
  </message>
  <message>
   <source>not all of it arrived there</source>
   <translation>tout n’y est pas arrivé</translation>
  </message>
  <message>
   <source>not attached</source>
   <translation>non rattachée</translation>
  </message>
  <message>
   <source>not installed</source>
   <translation>non installé</translation>
  </message>
  <message>
   <source>not measured: the model card has no figures</source>
   <translation>non mesurée : la fiche du modèle n’a pas de chiffres</translation>
  </message>
  <message>
   <source>number {number}</source>
   <translation>n° {number}</translation>
  </message>
  <message>
   <source>numbers of type {name} are no image</source>
   <translation>des nombres de type {name} ne font pas une image</translation>
  </message>
  <message>
   <source>of the order “{order}”</source>
   <translation>celles de l’ordre « {order} »</translation>
  </message>
  <message>
   <source>pip ended with code {code} ({last})</source>
   <translation>pip s’est terminé avec le code {code} ({last})</translation>
  </message>
  <message>
   <source>reading failed</source>
   <translation>la lecture a échoué</translation>
  </message>
  <message>
   <source>removed: {path}</source>
   <translation>Disparue, et enlevée : {path}</translation>
  </message>
  <message>
   <source>see the log</source>
   <translation>voir le journal</translation>
  </message>
  <message>
   <source>setting (stride, bands, radiometry or hash layer)</source>
   <translation>réglage (pas, bandes, radiométrie ou couche de hachage)</translation>
  </message>
  <message>
   <source>skipped: {path} ({why})</source>
   <translation>{path} ignoré : {why}</translation>
  </message>
  <message>
   <source>source {number} is unreadable ({why})</source>
   <translation>la source {number} est illisible ({why})</translation>
  </message>
  <message>
   <source>stated by the file</source>
   <translation>indiqué par le fichier</translation>
  </message>
  <message>
   <source>the disk is full</source>
   <translation>le disque est plein</translation>
  </message>
  <message>
   <source>the file could not be made</source>
   <translation>le fichier n’a pas pu être créé</translation>
  </message>
  <message>
   <source>the file is cut short: {size} of {whole} bytes</source>
   <translation>le fichier est tronqué : {size} octets sur {whole}</translation>
  </message>
  <message>
   <source>the log has the details</source>
   <translation>le journal donne les détails</translation>
  </message>
  <message>
   <source>the model's</source>
   <translation>celle du modèle</translation>
  </message>
  <message>
   <source>the network</source>
   <translation>réseau</translation>
  </message>
  <message>
   <source>the package index</source>
   <translation>l’index de paquets</translation>
  </message>
  <message>
   <source>the package index cannot be reached. Check the network (and QGIS's proxy), or install from a folder of wheels</source>
   <translation>l’index de paquets ne répond pas. Vérifiez le réseau (et le proxy de QGIS), ou installez depuis un dossier de wheels</translation>
  </message>
  <message>
   <source>the processor</source>
   <translation>le processeur</translation>
  </message>
  <message>
   <source>there is no kind {kind} (but {known})</source>
   <translation>il n’y a pas de genre {kind} (mais {known})</translation>
  </message>
  <message>
   <source>to build, check and merge indexes</source>
   <translation>pour créer, vérifier et fusionner des index</translation>
  </message>
  <message>
   <source>to draw queries, and to build indexes</source>
   <translation>pour dessiner des requêtes et créer des index</translation>
  </message>
  <message>
   <source>trying {name} failed, as {problem}</source>
   <translation>l’essai de {name} a échoué : {problem}</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>inconnue</translation>
  </message>
  <message>
   <source>unknown: the images do not say when they were taken</source>
   <translation>inconnue : les images ne disent pas quand elles ont été prises</translation>
  </message>
  <message>
   <source>unwanted</source>
   <translation>non voulu</translation>
  </message>
  <message>
   <source>up to a distance of {bits} bits</source>
   <translation>jusqu’à une distance de {bits} bits</translation>
  </message>
  <message>
   <source>updated {when}</source>
   <translation>mis à jour {when}</translation>
  </message>
  <message>
   <source>wanted</source>
   <translation>voulu</translation>
  </message>
  <message>
   <source>what the map shows now</source>
   <translation>ce que la carte montre</translation>
  </message>
  <message>
   <source>within a layer</source>
   <translation>dans une couche</translation>
  </message>
  <message>
   <source>{all}, {missing} of them not found</source>
   <translation>{all}, dont {missing} introuvables</translation>
  </message>
  <message>
   <source>{bits} bits</source>
   <translation>{bits} bits</translation>
  </message>
  <message>
   <source>{bits} bits are no multiple of 64</source>
   <translation>{bits} bits ne sont pas un multiple de 64</translation>
  </message>
  <message>
   <source>{bits} bits, adapted to this archive, so that they tell its places apart better</source>
   <translation>{bits} bits, adaptés à cette archive : ils distinguent mieux ses lieux</translation>
  </message>
  <message>
   <source>{bits} bits, the model's own</source>
   <translation>{bits} bits, ceux du modèle</translation>
  </message>
  <message>
   <source>{count} band(s)</source>
   <translation>{count} bande(s)</translation>
  </message>
  <message>
   <source>{count} band(s) (known orders: {known})</source>
   <translation>{count} bande(s) (ordres connus : {known})</translation>
  </message>
  <message>
   <source>{count} images</source>
   <translation>{count} images</translation>
  </message>
  <message>
   <source>{count} labels</source>
   <translation>{count} étiquettes</translation>
  </message>
  <message>
   <source>{count} of {all} on the map</source>
   <translation>{count} sur {all} sur la carte</translation>
  </message>
  <message>
   <source>{count} patches</source>
   <translation>{count} imagettes</translation>
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
   <translation>{done} sur {patches}</translation>
  </message>
  <message>
   <source>{layer} has more than {most} features to ask with. Select fewer, and ask with the selected ones only.</source>
   <translation>{layer} a plus de {most} entités d’après lesquelles chercher. Sélectionnez-en moins, et cherchez seulement d’après celles sélectionnées.</translation>
  </message>
  <message>
   <source>{layer} has more than {most} polygons. Select those that hits may lie in, then choose the layer again.</source>
   <translation>{layer} a plus de {most} polygones. Sélectionnez ceux où les résultats peuvent se trouver, puis choisissez à nouveau la couche.</translation>
  </message>
  <message>
   <source>{layer} has no polygons or points to ask with. Choose another layer; if you chose its selected features only, select some first.</source>
   <translation>{layer} n’a ni polygones ni points avec lesquels chercher. Choisissez une autre couche ; si vous n’avez choisi que ses entités sélectionnées, sélectionnez-en d’abord.</translation>
  </message>
  <message>
   <source>{low} to {high} %</source>
   <translation>{low} à {high} %</translation>
  </message>
  <message>
   <source>{name} (no longer offered)</source>
   <translation>{name} (n’est plus proposé)</translation>
  </message>
  <message>
   <source>{name} cannot be unpacked ({why})</source>
   <translation>{name} ne peut pas être décompressé ({why})</translation>
  </message>
  <message>
   <source>{one} and {other} cannot be put together: their codes were made by {reason}. Build one of them again like the other.</source>
   <translation>{one} et {other} ne peuvent pas être réunis : leurs codes viennent de {reason}. Créez l’un des deux à nouveau comme l’autre.</translation>
  </message>
  <message>
   <source>{passing} of {patches} searched in {time}</source>
   <translation>Parcouru en {time} : {passing} sur {patches}</translation>
  </message>
  <message>
   <source>{patches} of {images} indexed in {name}.</source>
   <translation>{patches} de {images} dans l’index {name}.</translation>
  </message>
  <message>
   <source>{patches} of {images} · {bits} bits</source>
   <translation>{patches} de {images} · {bits} bits</translation>
  </message>
  <message>
   <source>{patches} of {side} m, cut from {images}</source>
   <translation>{patches} de {side} m, découpées dans {images}</translation>
  </message>
  <message>
   <source>{patches} searched in {time}</source>
   <translation>Parcouru en {time} : {patches}</translation>
  </message>
  <message>
   <source>{patches} searched, {bits} bits · {wanted} wanted, {unwanted} unwanted</source>
   <translation>Parcouru : {patches}, {bits} bits · voulus {wanted}, non voulus {unwanted}</translation>
  </message>
  <message>
   <source>{path} cannot be replaced or removed now ({reason}): QGIS has loaded what it holds. Restart QGIS and do it before the first search.</source>
   <translation>{path} ne peut pas être remplacé ou enlevé maintenant ({reason}) : QGIS a chargé ce qu’il contient. Redémarrez QGIS et faites-le avant la première recherche.</translation>
  </message>
  <message>
   <source>{path} cannot be replaced: {reason}. QGIS or another program may have it open. Close it there (an index: open another one in the panel) and try again, or choose another name.</source>
   <translation>{path} ne peut pas être remplacé : {reason}. QGIS ou un autre programme l’a peut-être ouvert. Fermez-le là (un index : ouvrez-en un autre dans le panneau) et réessayez, ou choisissez un autre nom.</translation>
  </message>
  <message>
   <source>{path} does not exist (any more). Check that its drive is attached, or choose another.</source>
   <translation>{path} n’existe pas (ou plus). Vérifiez que son disque est branché, ou choisissez-en un autre.</translation>
  </message>
  <message>
   <source>{path} has no coordinate reference system or geotransform, so its patches have no place on the map. Georeference it first (Raster &gt; Projections &gt; Assign projection).</source>
   <translation>{path} n’a pas de système de coordonnées ou de géotransformation : ses imagettes n’ont pas de place sur la carte. Géoréférencez-le d’abord (Raster &gt; Projections &gt; Assigner une projection).</translation>
  </message>
  <message>
   <source>{path} has no data at this place. Draw where the raster shows something.</source>
   <translation>{path} n’a pas de données à cet endroit. Dessinez là où le raster montre quelque chose.</translation>
  </message>
  <message>
   <source>{path} holds a half-built index that cannot be read ({problem}). Delete that folder, and start again: an index that is there already stays as it is.</source>
   <translation>{path} contient un index à moitié créé, qui ne peut pas être lu ({problem}). Supprimez ce dossier et recommencez : un index qui existe déjà reste tel quel.</translation>
  </message>
  <message>
   <source>{path} holds a half-built index with a different {what}. Delete that folder, or choose another name for the new index.</source>
   <translation>{path} contient un index à moitié fait dont ceci est différent : {what}. Supprimez ce dossier, ou choisissez un autre nom pour le nouvel index.</translation>
  </message>
  <message>
   <source>{path} holds no examples of Lookalike. Choose a GeoPackage that was saved with Save examples.</source>
   <translation>{path} ne contient pas d’exemples de Lookalike. Choisissez un GeoPackage enregistré avec « Enregistrer les exemples ».</translation>
  </message>
  <message>
   <source>{path} is gone, and with it what was to be written: another QGIS has probably finished the same index. See whether it has what you wanted; if not, start again.</source>
   <translation>{path} a disparu, et avec lui ce qui devait être écrit : un autre QGIS a sans doute terminé le même index. Voyez s’il contient ce que vous vouliez ; sinon, recommencez.</translation>
  </message>
  <message>
   <source>{path} is in use: the same index is being built or updated already, perhaps by another QGIS. Wait until that is done and try again, or choose another name for a new index.</source>
   <translation>{path} est utilisé : le même index est déjà en cours de création ou de mise à jour, peut-être par un autre QGIS. Attendez la fin et réessayez, ou choisissez un autre nom pour un nouvel index.</translation>
  </message>
  <message>
   <source>{path} is not a Lookalike index. Choose a file that Lookalike built (usually *.h5).</source>
   <translation>{path} n’est pas un index Lookalike. Choisissez un fichier que Lookalike a créé (d’ordinaire *.h5).</translation>
  </message>
  <message>
   <source>{path} is not a usable hashing model: {problem}.</source>
   <translation>{path} n’est pas un modèle de hachage utilisable : {problem}.</translation>
  </message>
  <message>
   <source>{path} is not an archive that Lookalike can read: {problem}.</source>
   <translation>{path} n’est pas une archive que Lookalike peut lire : {problem}.</translation>
  </message>
  <message>
   <source>{path} is smaller ({width} x {height} pixels) than one patch of the model ({wanted} x {wanted} pixels of this raster).</source>
   <translation>{path} est plus petit ({width} x {height} pixels) qu’une imagette du modèle ({wanted} x {wanted} pixels de ce raster).</translation>
  </message>
  <message>
   <source>{path} lacks or does not name the band(s) {missing} that the model needs; it has {found}. Name its bands (B02, B03, …) or say which band is which.</source>
   <translation>{path} n’a pas, ou ne nomme pas, des bandes dont le modèle a besoin : {missing} ; présentes : {found}. Nommez ses bandes (B02, B03, …) ou dites laquelle est laquelle.</translation>
  </message>
  <message>
   <source>{program} does not start</source>
   <translation>{program} ne démarre pas</translation>
  </message>
  <message>
   <source>{provider} cannot run the network here: {problem}. The processor goes on doing it.</source>
   <translation>{provider} ne peut pas exécuter le réseau ici : {problem}. Le processeur continue de le faire.</translation>
  </message>
  <message>
   <source>{purpose} needs the Python package {name}, which is installed but does not load ({problem}). {cause}{remedy}</source>
   <translation>{purpose} : le paquet Python {name} est nécessaire ; il est installé mais ne se charge pas ({problem}). {cause}{remedy}</translation>
  </message>
  <message>
   <source>{purpose} needs the Python package {name}, which is not installed. {remedy}</source>
   <translation>{purpose} : le paquet Python {name} est nécessaire et n’est pas installé. {remedy}</translation>
  </message>
  <message>
   <source>{rate} a second, {left} left</source>
   <translation>{rate} par seconde, encore {left}</translation>
  </message>
  <message>
   <source>{rows} rows of {bits} bits</source>
   <translation>{rows} lignes de {bits} bits</translation>
  </message>
  <message>
   <source>{size} MB in {path}</source>
   <translation>{size} Mo dans {path}</translation>
  </message>
  <message>
   <source>{square} km² of patches between {corner} and {opposite}</source>
   <translation>{square} km² d’imagettes entre {corner} et {opposite}</translation>
  </message>
  <message>
   <source>{title} runs the network at {rate} patches a second; the processor does {other}.</source>
   <translation>{title} exécute le réseau : {rate} imagettes par seconde, le processeur {other}.</translation>
  </message>
  <message>
   <source>{west}° to {east}° east, {south}° to {north}° north</source>
   <translation>{west}° à {east}° est, {south}° à {north}° nord</translation>
  </message>
  <message>
   <source>{when}, by {software}</source>
   <translation>{when}, par {software}</translation>
  </message>
  <message>
   <source>“Install” does the same as this command in a terminal:</source>
   <translation>« Installer » fait la même chose que cette commande dans un terminal :</translation>
  </message>
  <message>
   <source>“{text}” does not say which band is which. Write it like B04=1,B03=2,B02=3, or name an order: {known}.</source>
   <translation>« {text} » ne dit pas quelle bande est laquelle. Écrivez-le comme B04=1,B03=2,B02=3, ou nommez un ordre : {known}.</translation>
  </message>
  <message>
   <source>⚠ Read as “{here}”, but the index as “{there}”.</source>
   <translation>⚠ Lu comme « {here} », l’index comme « {there} ».</translation>
  </message>
  <message>
   <source>⚠ This model is not on this computer: queries cannot be drawn.</source>
   <translation>⚠ Ce modèle n’est pas sur cet ordinateur : les requêtes ne peuvent pas être dessinées.</translation>
  </message>
 </context>
</TS>
