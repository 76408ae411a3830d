"""The schema that editors use says what the program says, and its committed copies are current."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from handouts import catalog, starter
from handouts.schema import RECORDS, dumped, schema
from tests.samples import CASES, CLINICS, LIBRARY

ROOT = Path(__file__).parent.parent
COPIES = ROOT / "handouts" / "schemas"
PROBLEMS = ROOT / "tests" / "problems"
FRAGMENTS = {path.stem: path for path in sorted((catalog.LIBRARY / "en" / "shared").glob("*.yaml"))}
WHOLE = [
    *(
        ("handout", path)
        for path in (*LIBRARY.values(), *CASES.values(), PROBLEMS / "long-lists.yaml", PROBLEMS / "allowed.yaml")
    ),
    *(("clinic", path) for path in CLINICS.values()),
    *(("fragment", path) for path in FRAGMENTS.values()),
]
REFUSED = {
    "unknown-keys": {"$", "$.body[1]", "$.body[2]"},
    "missing-keys": {"$", "$.body[0]", "$.body[1]"},
    "choices": {"$.audience", "$.body[1]", "$.body[2]"},
    "dates": {"$.published", "$.review_by"},
    "two-words": {"$.body[3]"},
    "allowed-shapes": {"$.body[1]", "$.body[2]"},
    "clinic-values": {"$", "$.colour", "$.email", "$.website", "$.logo", "$.paper", "$.address", "$.emergency"},
}


@pytest.mark.parametrize("name", RECORDS)
def test_the_committed_copy_is_current(name: str) -> None:
    command = f"python generate.py schema {name} > handouts/schemas/{name}.json"
    assert (COPIES / f"{name}.json").read_text() == dumped(RECORDS[name]), f"refresh it: {command}"


@pytest.mark.parametrize("name", RECORDS)
def test_it_is_a_schema_of_draft_7(name: str) -> None:
    Draft7Validator.check_schema(schema(RECORDS[name]))
    with pytest.raises(Exception, match="is not valid under any of the given schemas"):
        Draft7Validator.check_schema({**schema(RECORDS[name]), "type": "record"})


@pytest.mark.parametrize(("name", "path"), WHOLE, ids=lambda value: getattr(value, "stem", value))
def test_it_accepts_what_the_program_accepts(name: str, path: Path) -> None:
    assert faults(name, path) == set()


def test_it_accepts_a_new_clinic_folder(tmp_path: Path) -> None:
    written = [path for path in starter.write(tmp_path, date(2026, 6, 1)) if path.suffix == ".yaml"]
    assert len(written) == 2
    for path in written:
        assert faults("clinic" if path.stem == "clinic" else "handout", path) == set()


@pytest.mark.parametrize("fixture", REFUSED)
def test_it_refuses_what_the_program_refuses(fixture: str) -> None:
    name = "clinic" if fixture.startswith("clinic") else "handout"
    assert faults(name, PROBLEMS / f"{fixture}.yaml") == REFUSED[fixture]


def test_every_key_is_described() -> None:
    for name, record in RECORDS.items():
        whole = schema(record)
        for part in (whole, *whole["definitions"].values()):
            assert part["description"], name
            assert all(entry["description"] for entry in part["properties"].values()), part["description"]


def test_values_that_an_editor_reads_as_numbers_and_truths_pass() -> None:
    table = {"table": 2026, "row_headers": True, "columns": [1, "b"], "rows": [[1.5, 2]]}
    exercise = {"exercise": "Curl", "dose": {"sets": 3, "hold": "30 seconds"}}
    handout = as_an_editor_reads(PROBLEMS / "long-lists.yaml") | {"version": 1.0, "reviewed_by": None}
    handout["body"] = [table, exercise, {"diary": "Washed", "weeks": 4}]
    assert objections("handout", handout) == set()
    assert objections("handout", {**handout, "title": True}) == {"$.title"}


class Editor(yaml.SafeLoader):
    """Types values as editors do: numbers and truths, but no dates."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith("timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_an_editor_reads(path: Path) -> Any:
    """The values of a file."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Editor)


def faults(name: str, path: Path) -> set[str]:
    """Where in a file the schema objects."""
    return objections(name, as_an_editor_reads(path))


def objections(name: str, value: Any) -> set[str]:
    """Where in a value the schema objects."""
    validator = Draft7Validator(schema(RECORDS[name]), format_checker=Draft7Validator.FORMAT_CHECKER)
    return {error.json_path for error in validator.iter_errors(value)}
