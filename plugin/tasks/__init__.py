"""Work away from the interface's thread: live queries, look-ups, and the children that build."""

from .build_run import BuildRun
from .live_query import LiveQuery
from .lookups import IndexSummary, RasterSummary, describe_index, describe_raster, obstacles_to
from .thumbnails import Thumbnails
from .worker import Worker

__all__ = [
    "BuildRun",
    "IndexSummary",
    "LiveQuery",
    "RasterSummary",
    "Thumbnails",
    "Worker",
    "describe_index",
    "describe_raster",
    "obstacles_to",
]
