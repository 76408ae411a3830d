"""The same leaflet with more or fewer pages and fields, to see what each of them costs."""

import shutil
from pathlib import Path
from typing import Any

import yaml

from tests.benchmark.sheets.contenders import PLAN
from tests.benchmark.sheets.rows import FIELDS, answer

Data = dict[str, Any]
SECTION = "How hard to press"  # the second page begins here
PAGES, PLACES = (1, 2, 4), (0, 6, 12, 24)


class Dumper(yaml.SafeDumper):
    """Writes paragraphs as literal text, so that blank lines stay what they are, and what stands twice in full."""

    def represent_str(self, text: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text else None)

    def ignore_aliases(self, data: Any) -> bool:
        return True


Dumper.add_representer(str, Dumper.represent_str)


def variant(folder: Path, pages: int = 2, fields: int = FIELDS) -> Path:
    """The leaflet in a file of its own, beside its drawing."""
    handout = dict(yaml.load(PLAN.read_bytes(), Loader=yaml.CSafeLoader))
    title, *rest = handout["body"]
    places = [block for block in rest if "field" in block]
    text = [block for block in rest if "field" not in block]
    handout["body"] = [title, *_places(places, fields), *_pages(text, pages)]
    shutil.copy(PLAN.with_name("wall.svg"), folder)
    written = folder / f"plan-{pages}-{fields}.yaml"
    written.write_text(yaml.dump(handout, Dumper=Dumper, sort_keys=False))
    return written


def _places(places: list[Data], fields: int) -> list[Data]:
    more = [{"field": answer(place), "label": f"Answer {place + 1}"} for place in range(FIELDS, fields)]
    return [*places, *more][:fields]


def _pages(text: list[Data], pages: int) -> list[Data]:
    """One page is the beginning; more pages are all of it again."""
    half = next(place for place, block in enumerate(text) if block.get("section") == SECTION)
    return text[:half] if pages == 1 else text * (pages // 2)
