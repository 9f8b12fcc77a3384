"""Lookalike in the Processing toolbox: the model designer, batch runs and `qgis_process` too."""
