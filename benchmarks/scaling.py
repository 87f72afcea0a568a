"""Whether time grows linearly on texts made to hurt: each is doubled, and the time should double.

python benchmarks/scaling.py [--size 200000]
"""

import argparse
import time
from collections.abc import Callable

import diplokit

SHAPES: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "1" * n,
    "digits and commas": lambda n: "1," * (n // 2),
    "digits and dots": lambda n: "1." * (n // 2),
    "digits and spaces": lambda n: "1 " * (n // 2),
    "currency signs": lambda n: "$" * n,
    "currency signs and digits": lambda n: "$1" * (n // 2),
    "spaces": lambda n: " " * n,
    "line breaks": lambda n: "\n" * n,
    "capital words": lambda n: "Ab " * (n // 3),
    "capital words with of": lambda n: "Bank of " * (n // 8),
    "titles": lambda n: "Prime Minister " * (n // 15),
    "brackets": lambda n: "(" * n,
    "months": lambda n: "May " * (n // 4),
    "commitments": lambda n: "agreed to " * (n // 10),
    "one sentence over and over": lambda n: (
        "Peru and Malaysia agreed to raise trade to US$5 billion by 2030. " * (n // 66)
    ),
    "one endless line of words": lambda n: "the leaders of both sides and " * (n // 30),
}


def seconds(text: str) -> float:
    start = time.process_time()
    diplokit.extract(text, published="2024-11-14")
    return time.process_time() - start


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--size", type=int, default=200_000)
    size = options.parse_args().size
    diplokit.extract("Peru agreed on 3 May 2024 to pay US$5 million.")
    print(f"{'shape':32}{'size':>10}{'s':>8}{'twice':>8}{'ratio':>8}")
    for name, shape in SHAPES.items():
        once, twice = seconds(shape(size)), seconds(shape(2 * size))
        print(f"{name:32}{size:10}{once:8.2f}{twice:8.2f}{twice / max(once, 1e-3):8.2f}")


if __name__ == "__main__":
    main()
