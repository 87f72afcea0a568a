"""The command line: `diplokit extract`, `explain`, `rules`, `plugins`, `schema` (extra `cli`)."""

import json
import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import Any

try:
    import click
    from rich.console import Console
    from rich.progress import track
except ImportError as error:  # pragma: no cover — an environment without the extra
    sys.exit(f"the command line needs the extra `cli` ({error.name} is missing): pip install 'diplokit[cli]'")

from . import DiplokitError, Extraction, PluginWarning, examine, extract, read
from .errors import InputError
from .files import ENDINGS, Input, paths_in, read_path, read_standard_input
from .pipeline import default_registry
from .serialise import schema as json_schema
from .show.context import explained
from .show.html import page
from .show.table import catalogue, report

_files = click.argument("files", nargs=-1, required=True, metavar="FILE…")
_published = click.option(
    "--published", metavar="DATE", help="The day that “today” means in the texts, as in 2024-11-14."
)
_locale = click.option("--locale", default="en", show_default=True, metavar="L", help="The CLDR locale of the texts.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("diplokit"), prog_name="diplokit")
def main() -> None:
    """Read who met whom, who promised what and who traded how much out of diplomatic texts."""
    for stream in (sys.stdout, sys.stderr):  # a text may hold what no encoding can write
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    warnings.showwarning = _tell_warning


@main.command("extract", short_help="Extract records from texts.")
@_files
@_published
@_locale
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl", "html"]),
    default="table",
    show_default=True,
    help="table: for people. json: one object, or a list of them for several documents. jsonl: one a line. html: a page.",
)
@click.option("-o", "--output", "to", metavar="OUT", help="A file; a folder for several pages.")
def extract_command(files: tuple[str, ...], published: str | None, locale: str, form: str, to: str | None) -> None:
    """Extract everything from texts, JSON Lines files, folders of them, or standard input (`-`).

    In a folder the files that end in .txt and .jsonl are read. A line of JSON Lines is an object with a text and, if
    known, published, locale and id.
    """
    _check_options(published, locale)
    failures = Failures()
    output = None if to is None else Path(to)
    paths = _paths(files, failures, output)
    inputs = _inputs(paths, failures, alone=output is not None)
    found = _extractions(inputs, published, locale, failures)
    if form == "html":
        _write_pages(found, output, to is not None and to.endswith(("/", os.sep)))
    elif form == "table":
        with _opened(output) as stream:
            console = _console(file=stream, width=None if output is None else 120)
            for extraction in found:
                console.print(report(extraction))
    elif form == "jsonl":
        with _opened(output) as stream:
            for extraction in found:
                stream.write(extraction.to_json() + "\n")
    else:
        everything = [extraction.to_dict() for extraction in found]
        single = everything[0] if len(everything) == 1 and not failures.count else everything
        with _opened(output) as stream:
            stream.write(json.dumps(single, ensure_ascii=False, indent=1) + "\n")
    failures.leave()


@main.command(short_help="Show which rule found what, and why.")
@_files
@_published
@_locale
def explain(files: tuple[str, ...], published: str | None, locale: str) -> None:
    """Show, sentence by sentence, which rule found what, and what was refused and why."""
    _check_options(published, locale)
    failures = Failures()
    console = _console()
    for item in _inputs(_paths(files, failures), failures):
        with failures.catching(item.id):
            document = read(item.text, published=item.published or published, locale=item.locale or locale, id=item.id)
            _, refused, _ = examine(document)
            found = extract(document.text, published=document.published, locale=document.locale, id=item.id)
            console.print(explained(document, found, refused))
    failures.leave()


@main.command(short_help="List the rules and what each finds.")
@click.option("--kind", metavar="KIND", help="Only rules for mentions, or resolvers for records, of this kind.")
def rules(kind: str | None) -> None:
    """List the rules: what each finds, and which plugin offers it."""
    registry = default_registry()
    kinds = {extractor.kind for extractor in registry} | {one.gives.__name__ for one in registry.resolvers.values()}
    if kind is not None and kind not in kinds:
        raise click.BadParameter(f"{kind!r} is none of {', '.join(sorted(kinds))}", param_hint="--kind")
    _console().print(catalogue(registry, kind))


@main.command(short_help="List the plugins and what each offers.")
def plugins() -> None:
    """List the plugins that are loaded, where each comes from, and what it offers."""
    registry = default_registry()
    points = {point.name: point for point in entry_points(group="diplokit")}
    for name in registry.plugins:
        point = points.get(name)
        origin = (
            f"{point.dist.name} {point.dist.version}" if point and point.dist else f"diplokit {version('diplokit')}"
        )
        offers = sorted(item for item, source in registry.sources.items() if source == name)
        click.echo(f"{name}  ({origin}): {', '.join(offers) or 'words only'}")


@main.command(short_help="Print the JSON Schema of the output.")
def schema() -> None:
    """Print the JSON Schema of what `extract --format json` writes."""
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=1))


class Failures:
    """The documents that failed; each is named on standard error, and the others go on."""

    def __init__(self) -> None:
        self.count = 0

    def tell(self, message: str) -> None:
        """Name a document that failed."""
        self.count += 1
        click.echo(f"diplokit: {message}", err=True)

    def catching(self, name: str) -> "_Catching":
        """Tell of errors that a document causes."""
        return _Catching(self, name)

    def leave(self) -> None:
        """End the program with the status that the failures call for."""
        if self.count:
            sys.exit(1)


class _Catching:
    def __init__(self, failures: Failures, name: str) -> None:
        self.failures, self.name = failures, name

    def __enter__(self) -> None:
        return None

    def __exit__(self, _type: object, error: BaseException | None, _trace: object) -> bool:
        if isinstance(error, InputError):
            self.failures.tell(str(error))
        elif isinstance(error, DiplokitError):
            self.failures.tell(f"{self.name}: {error}")
        else:
            return False
        return True


def _console(**options: Any) -> Console:
    """A console that takes brackets and colons of texts for what they are."""
    return Console(highlight=False, markup=False, emoji=False, **options)


def _paths(files: Iterable[str], failures: Failures, output: Path | None = None) -> list[Path | None]:
    """The files to read, in order; nothing for standard input. What is written is not read."""
    named = [Path(name) for name in files if name != "-"]
    if output is not None and output.is_file() and any(path.is_file() and output.samefile(path) for path in named):
        raise click.BadParameter(f"{output} is one of the files to read", param_hint="--output")
    written = output and output.resolve()
    paths: list[Path | None] = []
    for name in files:
        if name == "-":
            paths.append(None)
            continue
        with failures.catching(name):
            found = paths_in(Path(name))
            if not found:
                click.echo(f"diplokit: {name}: a folder without texts ({', '.join(ENDINGS)})", err=True)
            paths += [path for path in found if path.resolve() != written]
    return paths


def _inputs(paths: list[Path | None], failures: Failures, alone: bool = False) -> Iterator[Input]:
    """The documents of all files, in order; for many, a progress bar if nothing else is written to the screen."""
    walked: Iterable[Path | None] = paths
    if len(paths) > 1 and sys.stderr.isatty() and (alone or not sys.stdout.isatty()):
        walked = track(paths, "Extracting", console=Console(stderr=True), transient=True)
    for path in walked:
        with failures.catching(str(path)):
            if path is None:
                yield read_standard_input()
            else:
                yield from read_path(path, lambda error: failures.tell(str(error)))


def _check_options(published: str | None, locale: str) -> None:
    """Wrong options are wrong usage, before anything is read."""
    for value, check in ((published, "published"), (locale, "locale")):
        if value is not None:
            try:
                read("", **{check: value})
            except DiplokitError as error:
                raise click.BadParameter(str(error), param_hint=f"--{check}") from error


def _extractions(
    inputs: Iterable[Input], published: str | None, locale: str, failures: Failures
) -> Iterator[Extraction]:
    for item in inputs:
        with failures.catching(item.id):
            yield extract(item.text, published=item.published or published, locale=item.locale or locale, id=item.id)


class _opened:  # noqa: N801 — reads as a verb where it is used
    """A file to write, or standard output, which stays open."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.stream: Any = sys.stdout

    def __enter__(self) -> Any:
        if self.path is not None:
            try:
                self.stream = self.path.open("w", encoding="utf-8", errors="replace", newline="\n")
            except OSError as error:
                raise click.BadParameter(f"{self.path}: {error.strerror}", param_hint="--output") from error
        return self.stream

    def __exit__(self, *_: object) -> None:
        if self.path is not None:
            self.stream.close()


def _write_pages(found: Iterator[Extraction], output: Path | None, folder: bool) -> None:
    """One page to a file or standard output; several, or one if a folder is named, to files named like the documents."""
    extractions = list(found)
    if len(extractions) == 1 and not folder and not (output and output.is_dir()):
        with _opened(output) as stream:
            stream.write(page(extractions[0]))
        return
    if len(extractions) > 1 and (output is None or output.is_file()):
        raise click.UsageError("several documents make several pages: name a folder with --output")
    if not extractions or output is None:
        return
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.BadParameter(f"{output}: {error.strerror}", param_hint="--output") from error
    taken: set[str] = set()
    for extraction in extractions:
        name = _page_name(extraction.document.id or "document", lambda made: made not in taken)
        taken.add(name)
        with _opened(output / name) as stream:
            stream.write(page(extraction))


def _page_name(document: str, free: Callable[[str], bool]) -> str:
    stem = "".join(char if char.isalnum() or char in "-_" else "-" for char in Path(document).stem) or "document"
    names = (f"{stem}.html", *(f"{stem}-{number}.html" for number in range(2, 100_000)))
    return next(name for name in names if free(name))


def _tell_warning(message: Any, category: type[Warning], *_: object, **__: object) -> None:
    label = "" if issubclass(category, PluginWarning) else f"{category.__name__}: "
    click.echo(f"diplokit: {label}{message}", err=True)


if __name__ == "__main__":
    main()
