"""The search engine of Lookalike: no Qt, no QGIS, no torch.

Importing this package needs numpy alone; GDAL, rasterio, onnxruntime and h5py are imported
inside the functions that use them.
"""
