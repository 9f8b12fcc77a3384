"""The same core without QGIS: ``lookalike index | update | merge | search | info | verify``.

``encode`` and ``pack`` are the two stages of *index*, each a process of its own when QGIS builds:
they report as JSON lines, as `channel` says. What else QGIS has done by children is in `stages`.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from . import environment, folders
from .channel import report, report_error, reporting, stop_when_stdin_closes
from .core import adapt, build, index_writer, merge, packing, update
from .core.archive import READERS
from .core.errors import Cancelled, LookalikeError
from .core.examples import BoxExample, PlaceExample, QueryRequest, RowExample
from .core.hits import Hits
from .core.index import Index
from .core.query import QuerySession
from .core.radiometry import RADIOMETRIES
from .core.saying import say, speak_as_told
from .core.sentinel2 import ORDERS, band_numbers

GOES_ON = "Stopped. What was done is kept; the same command goes on from there."
CANCELLED, CUT = 130, 141  # what a shell reports for a command that was interrupted, or not read


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status, as `--help` says."""
    speak_as_told()
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    arguments = _parser().parse_args(argv)
    try:
        status = int(arguments.run(arguments) or 0)
        sys.stdout.flush()
        return status
    except LookalikeError as error:
        arguments.tell_error(error)
        return 1
    except BrokenPipeError:  # of `| head`: nobody reads on, and the rest goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CUT
    except (Cancelled, KeyboardInterrupt):
        arguments.tell_error(LookalikeError(problem=arguments.stopped))
        return CANCELLED


# -- commands -------------------------------------------------------------------------------------


def _index(arguments: argparse.Namespace) -> None:
    request = _build_request(arguments)
    with _bar("patches") as progress:
        _encode(request, progress)
    built = _in_own_process(_pack, request.index)
    print(f"{built.index}: {_made(built.rows, built.sources)}")
    if built.notice:
        print(built.notice, file=sys.stderr)
    for path, sentence in built.skipped:
        print(f"skipped {path}: {sentence}", file=sys.stderr)


def _search(arguments: argparse.Namespace) -> None:
    if arguments.row is not None:
        example: Any = RowExample(arguments.row)
    elif arguments.raster is None:
        if arguments.box:
            raise LookalikeError(problem="--box needs --raster, the file that the box lies on.")
        lon, lat = arguments.at
        example = PlaceExample(lon, lat, arguments.tolerance)
    else:
        environment.provide("onnxruntime")
        box = arguments.box or (*arguments.at, *arguments.at)
        example = BoxExample(
            arguments.raster, tuple(box), band_numbers(arguments.bands), arguments.radiometry
        )
    request = QueryRequest(
        indexes=tuple(arguments.indexes),
        examples=(example,),
        k=arguments.k,
        model_folders=(*folders.model_folders(), *arguments.models),
        keep_overlapping=arguments.keep_overlapping,
    )
    hits = QuerySession().answer(request)
    if hits.notice:
        print(hits.notice, file=sys.stderr)
    _print_json(hits) if arguments.json else _print_table(hits)


def _info(arguments: argparse.Namespace) -> None:
    index = Index.open(arguments.index)
    about = index.about
    print(f"{about.name}: {_made(len(index), index.source_count)}")
    print(f"codes      {index.bits} bits, model {about.card['name']}")
    print(f"hash layer {'of its own' if about.layer_digest else 'of the model'}")
    print(f"patch      {about.card['patch_size']} px at {about.card['gsd']:g} m")
    print(f"read as    {', '.join(about.readings) or '-'}")
    print(f"labels     {', '.join(about.labels) or '-'}")
    print(f"built      {about.created} by {about.software}")
    print(f"archive    {', '.join(about.looked_in) or '(not attached)'}")


def _made(rows: int, sources: int) -> str:
    return f"{_many(rows, 'patch', 'patches')} of {_many(sources, 'source', 'sources')}"


def _many(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"


def _verify(arguments: argparse.Namespace) -> None:
    environment.provide("h5py")
    index = index_writer.verify(arguments.index)
    print(f"{arguments.index}: whole, {_many(len(index), 'patch', 'patches')}")


def _merge(arguments: argparse.Namespace) -> None:
    environment.provide("h5py", say("Merging indexes"))
    done = merge.merge(arguments.indexes, arguments.target, arguments.name)
    print(f"{done.index}: {_made(done.rows, done.sources)}")


def _update(arguments: argparse.Namespace) -> None:
    environment.provide("onnxruntime", say("Updating an index"))
    models = (*folders.model_folders(), *arguments.models)
    with _bar("patches") as progress:
        update.encode_new(arguments.index, models, arguments.archive, progress)
    done = _in_own_process(_put_in, arguments.index, arguments.remove_gone)
    what = f"new patches: {done.rows:,}, of {done.new:,} new and {done.changed:,} changed sources"
    print(f"{done.index}: {what if done.rows else 'nothing new'}")
    fate = "removed" if done.removed else "kept, --remove-gone takes them out"
    for path in done.gone:
        print(f"gone ({fate}): {path}", file=sys.stderr)
    for path, sentence in done.skipped:
        print(f"skipped {path}: {sentence}", file=sys.stderr)


def _put_in(index: str, remove_gone: bool) -> update.UpdateReport:
    environment.provide("h5py", say("Updating an index"))
    return update.put_in(index, remove_gone)


def _encode_stage(arguments: argparse.Namespace) -> None:
    folder = _encode(arguments.request, reporting(stop_when_stdin_closes()))
    report(result={"journal": str(folder)})


def _pack_stage(arguments: argparse.Namespace) -> None:
    report(result=dataclasses.asdict(_pack(arguments.request.index)))


def _encode(request: build.BuildRequest, progress: Callable[[int, int], bool]) -> Path:
    environment.provide("onnxruntime", say("Building an index"))
    return build.encode(request, progress)


def _pack(index: str) -> packing.BuildReport:
    environment.provide("h5py", say("Building an index"))
    return packing.pack(index)


def _in_own_process(function: Callable[..., Any], *arguments: Any) -> Any:
    """Run the packing stage where no GDAL is loaded: its HDF5 and h5py's do not go together.

    Writing is short, and Ctrl+C does not cut it shorter.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # which the child inherits
    try:
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=spawn) as pool:
            return pool.submit(function, *arguments).result()
    except BrokenProcessPool:
        raise LookalikeError(problem=GOES_ON) from None
    finally:
        signal.signal(signal.SIGINT, before)


# -- arguments ------------------------------------------------------------------------------------


def _build_request(arguments: argparse.Namespace) -> build.BuildRequest:
    return build.BuildRequest(
        archive=arguments.archive,
        index=arguments.index,
        model=arguments.model or str(folders.default_model()),
        name=arguments.name,
        kind=arguments.kind,
        stride=arguments.stride,
        bands=band_numbers(arguments.bands),
        radiometry=arguments.radiometry,
        layer=arguments.layer,
        detached=arguments.detached,
    )


def _request(text: str) -> build.BuildRequest:
    try:
        return build.BuildRequest(**json.loads(text))
    except (ValueError, TypeError) as problem:
        raise argparse.ArgumentTypeError(f"no build request ({problem})") from None


def _from(least: int) -> Callable[[str], int]:
    """Make the type of an argument that is a whole number, and not less."""

    def number(text: str) -> int:
        if int(text) < least:
            raise argparse.ArgumentTypeError(f"{text} is less than {least}")
        return int(text)

    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lookalike",
        description="Find every place that looks like this one.",
        epilog="Results go to standard output, all else to standard error. Exit status: 0 done, "
        "1 told why not, 2 wrong arguments, 130 stopped by Ctrl+C.",
    )
    parser.set_defaults(
        stopped="Stopped.",
        tell_error=lambda error: print(f"lookalike: {error}", file=sys.stderr),
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, run: Callable[..., Any], help_: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=help_, description=help_)
        one.set_defaults(run=run)
        return one

    building = command("index", _index, "Build an index of an archive of imagery.")
    _index_arguments(building)
    building.set_defaults(stopped=GOES_ON)
    _search_arguments(command("search", _search, "Find the patches of an index most like one."))
    for name, run, help_ in (
        ("info", _info, "Say what an index holds."),
        ("verify", _verify, "Check an index thoroughly."),
    ):
        command(name, run, help_).add_argument("index", help="index file")
    merging = command("merge", _merge, "Write one index of several.")
    merging.add_argument("target", help="index file to write (*.h5)")
    merging.add_argument("indexes", nargs="+", help="index files of one model and hash layer")
    merging.add_argument("--name", default="", help="title of the index")
    updating = command("update", _update, "Encode what is new or changed in an archive.")
    updating.set_defaults(stopped=GOES_ON)
    updating.add_argument("index", help="index file")
    updating.add_argument(
        "--archive", default="", help="folder, zip or file of new imagery; else the index's own"
    )
    updating.add_argument(
        "--remove-gone", action="store_true", help="take out patches whose images are gone"
    )
    updating.add_argument("--models", action="append", default=[], help="folder of further models")
    stages = (
        ("encode", _encode_stage, "Stage of building: imagery to a journal."),
        ("pack", _pack_stage, "Stage of building: a journal to the index."),
    )
    for name, run, help_ in stages:
        stage = command(name, run, help_)
        stage.add_argument("request", type=_request, help="the build's request as JSON")
        stage.set_defaults(tell_error=report_error, stopped=GOES_ON)
    return parser


def _index_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("archive", help="folder, zip or raster file of the imagery")
    parser.add_argument("index", help="index file to write (*.h5)")
    parser.add_argument("--model", default="", help="ONNX hashing model; the shipped one if none")
    parser.add_argument("--name", default="", help="title of the index")
    parser.add_argument(
        "--kind", default="auto", choices=["auto", *READERS],
        help="what the archive holds: files of one patch each, or scenes to cut into patches",
    )  # fmt: skip
    parser.add_argument(
        "--stride", type=_from(0), default=0,
        help="model pixels from patch to patch; 0: a patch's size",
    )  # fmt: skip
    parser.add_argument(
        "--layer", default="auto", choices=adapt.CHOICES,
        help="hash layer: the model's, one adapted to this archive, or auto: adapted if large",
    )  # fmt: skip
    parser.add_argument("--detached", action="store_true", help="leave out where the imagery lies")
    _reading_arguments(parser)


def _reading_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--bands", default="",
        help="which band is which, like B04=1,B03=2,B02=3, or an order: " + "; ".join(ORDERS),
    )  # fmt: skip
    parser.add_argument(
        "--radiometry", choices=list(RADIOMETRIES), help="what the numbers mean; else as files say"
    )


def _search_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "indexes", nargs="+", metavar="index", help="index files of one model and hash layer"
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--row", type=int, help="an indexed patch, by its row")
    what.add_argument(
        "--at", type=float, nargs=2, metavar=("X", "Y"),
        help="a place: in the raster's CRS, or without a raster as longitude and latitude",
    )  # fmt: skip
    what.add_argument(
        "--box", type=float, nargs=4, metavar=("XMIN", "YMIN", "XMAX", "YMAX"),
        help="a box in the raster's CRS",
    )  # fmt: skip
    parser.add_argument("--raster", help="raster file that the query is cut from")
    parser.add_argument("-k", type=_from(1), default=20, help="how many hits (%(default)s)")
    parser.add_argument(
        "--tolerance", type=float, default=1000,
        help="metres that a place may lie off a footprint (%(default)s)",
    )  # fmt: skip
    parser.add_argument("--models", action="append", default=[], help="folder of further models")
    parser.add_argument(
        "--keep-overlapping", action="store_true", help="also hits that overlap the query"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    _reading_arguments(parser)


# -- output ---------------------------------------------------------------------------------------


def _print_table(hits: Hits) -> None:
    print(f"{'rank':>4} {'distance':>8} {'similarity':>10}  {'lon':>10} {'lat':>9}  label  id")
    several = len(hits.request.indexes) > 1
    for hit in hits.hits:
        print(
            f"{hit.rank:4} {hit.distance:8} {hit.similarity:10.2%}  {hit.lon:10.5f} {hit.lat:9.5f}"
            f"  {hit.label or '-'}  {hit.id}{f'  {Path(hit.index).name}' if several else ''}"
        )


def _print_json(hits: Hits) -> None:
    found = [{**dataclasses.asdict(hit), "footprint": hit.footprint.tolist()} for hit in hits.hits]
    print(json.dumps({"index": hits.index_name, "bits": hits.bits, "hits": found}, indent=1))


@contextmanager
def _bar(unit: str) -> Iterator[Callable[[int, int], bool]]:
    """Show a progress bar in a terminal; elsewhere, and where tqdm is not installed, nothing."""
    try:
        from tqdm import tqdm
    except ImportError:
        yield lambda _done, _total: True
        return
    with tqdm(unit=f" {unit}", smoothing=0.1, disable=None) as bar:

        def progress(done: int, total: int) -> bool:
            bar.total = total
            bar.update(done - bar.n)
            return True

        yield progress


if __name__ == "__main__":
    sys.exit(main())
