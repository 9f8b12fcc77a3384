"""Work away from the interface's thread: live queries, look-ups, and the children that build."""

from .build_run import BuildRun
from .live_query import LiveQuery
from .lookups import (
    IndexSummary,
    RasterSummary,
    describe_index,
    describe_raster,
    find_in_index,
    obstacles_to,
)
from .query_picture import QueryPicture
from .thumbnails import Thumbnails
from .worker import Worker

__all__ = [
    "BuildRun",
    "IndexSummary",
    "LiveQuery",
    "QueryPicture",
    "RasterSummary",
    "Thumbnails",
    "Worker",
    "describe_index",
    "describe_raster",
    "find_in_index",
    "obstacles_to",
]
