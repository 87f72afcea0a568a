r"""How fast extraction is, side by side with a yardstick, on a folder of texts.

    python benchmarks/throughput.py FOLDER [--locale en] [--repeat 3]

FOLDER holds `*.txt` files or `*.jsonl` files with a `text` (and perhaps `published`) in every line. The yardstick is
one pass of `re.finditer(r"\w+")` that takes every span: what any tool must at least do. Figures are CPU time of one
process; the ratio to the yardstick is what can be compared between machines.
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from attrs import frozen
from turns import best_times


@frozen
class Text:
    """A text of the folder and its day of publication."""

    text: str
    published: str | None = None


def read_folder(folder: Path) -> Iterator[Text]:
    for file in sorted(folder.rglob("*")):
        if file.suffix == ".txt":
            yield Text(file.read_text(encoding="utf-8"))
        elif file.suffix == ".jsonl":
            for line in file.read_text(encoding="utf-8").splitlines():
                data = json.loads(line)
                if data.get("text"):
                    yield Text(data["text"], (data.get("published") or "")[:10] or None)


def cpu(works: list[Callable[[Text], object]], texts: list[Text], repeat: int) -> list[float]:
    """The CPU time of each of several works over all texts: of every lot of them the best of some turns."""
    spent = [0.0] * len(works)
    for first in range(0, len(texts), 20):
        lot = texts[first : first + 20]
        best = best_times([partial(_each, work, lot) for work in works], turns=repeat)
        spent = [done + more for done, more in zip(spent, best, strict=True)]
    return spent


def _each(work: Callable[[Text], object], texts: list[Text]) -> None:
    for text in texts:
        work(text)


def import_time() -> float:
    """CPU seconds that `import diplokit` adds to the start of an interpreter."""
    code = "import time; a = time.process_time(); import diplokit; print(time.process_time() - a)"
    return min(
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(5)
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--locale", default="en")
    options.add_argument("--repeat", type=int, default=3)
    args = options.parse_args()

    import diplokit

    texts = list(read_folder(args.folder))
    if not texts:
        sys.exit(f"no *.txt or *.jsonl with texts in {args.folder}")
    size = sum(len(text.text) for text in texts)
    print(f"{len(texts)} documents, {size / 1e6:.2f} million characters; import diplokit: {import_time():.3f} s of CPU")

    registry = diplokit.Registry.installed()
    groups = {
        "find: dates, currencies": [e for e in registry if e.kind in ("date", "money", "percent")],
        "find: titles, persons, organisations, places, events": [
            e for e in registry if e.kind in ("title", "honorific", "person", "organisation", "place", "event")
        ],
        "find: everything": registry,
    }
    start = time.process_time()
    diplokit.extract("", locale=args.locale)
    diplokit.extract("Lima.", locale=args.locale)
    print(f"tables and patterns on first use: {time.process_time() - start:.3f} s of CPU")

    def document(text: Text) -> diplokit.Document:
        return diplokit.read(text.text, published=text.published, locale=args.locale)

    word = re.compile(r"\w+")
    rows = [("yardstick: re.finditer(r'\\w+') with spans", lambda t: [m.span() for m in word.finditer(t.text)])]
    rows.append(("read: fold and sentences", lambda t: (document(t).folded, document(t).sentences)))
    rows.append(("scan: the words of all lexicons", lambda t: registry.scanner.scan(document(t))))
    rows += [(name, lambda t, g=group: diplokit.find(document(t), g)) for name, group in groups.items()]
    rows.append(("extract", lambda t: diplokit.extract(t.text, published=t.published, locale=args.locale)))

    for _, work in rows:  # so that no row pays for loading
        for text in texts[:3]:
            work(text)
    print(f"\n{'':56}{'MB/s':>8}{'docs/CPU-s':>12}{'yardsticks':>12}")
    spent = cpu([work for _, work in rows], texts, args.repeat)
    for (name, _), seconds in zip(rows, spent, strict=True):
        print(f"{name:56}{size / seconds / 1e6:8.2f}{len(texts) / seconds:12.0f}{seconds / spent[0]:12.1f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\npeak memory: {peak:.0f} MB (the texts themselves included)")


if __name__ == "__main__":
    main()
