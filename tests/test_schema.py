"""The JSON Schema says what ``Ledger.to_dict()`` gives."""

import json
from dataclasses import fields, is_dataclass

import pytest
from jsonschema import Draft202012Validator, ValidationError
from render.context import inquiry
from render.ledgers import ferry, foreign, quiet, transcript, wide

from onrecord.export.json import dumps
from onrecord.model import actor, attribution, ledger, report, span
from onrecord.model.ledger import Ledger
from onrecord.model.schema import json_schema

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
CLASSES = sorted(
    {
        item
        for module in (actor, attribution, ledger, report, span)
        for item in vars(module).values()
        if isinstance(item, type) and is_dataclass(item)
    },
    key=lambda cls: cls.__name__,
)


def test_the_schema_is_one_of_draft_2020_12() -> None:
    """The schema itself is valid, so that any validator takes it."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("made", [ferry, foreign, quiet, transcript, wide, inquiry], ids=lambda made: made.__name__)
def test_ledgers_are_valid(made: object) -> None:
    """What ``to_dict`` gives is valid, as Python values and after a trip through JSON."""
    value = made().to_dict()  # type: ignore[operator]
    VALIDATOR.validate(value)
    VALIDATOR.validate(json.loads(dumps(value)))


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_class_of_the_model_is_described(cls: type) -> None:
    """Each dataclass is in the schema with all its fields, and with the words of its docstring."""
    described = SCHEMA if cls is Ledger else SCHEMA["$defs"][cls.__name__]
    assert list(described["properties"]) == [item.name for item in fields(cls)]  # type: ignore[arg-type]
    assert described["required"] == list(described["properties"])
    assert described["description"]


def test_a_role_is_a_list_of_offsets() -> None:
    """Source, cue and content are lists of objects with a start and an end."""
    value = ferry().to_dict()
    roles = [value["attributions"][0][role] for role in ("source", "cue", "content")]
    assert all(set(span) == {"start", "end"} for role in roles for span in role)
    assert SCHEMA["$defs"]["Attribution"]["properties"]["cue"]["items"] == {"$ref": "#/$defs/Span"}


def test_fields_are_explained_where_the_docstring_does() -> None:
    """An entry of a docstring's Attributes section describes each field that it names."""
    properties = SCHEMA["$defs"]["Report"]["properties"]
    assert properties["raw_digest"]["description"].startswith("SHA-256")
    assert properties["original_language"]["description"] == properties["translated"]["description"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda value: value.pop("report"),
        lambda value: value["attributions"][0].update(kind="shouted"),
        lambda value: value["attributions"][0].update(source="the pilot"),
        lambda value: value["attributions"][0].update(said_at="Sunday"),
        lambda value: value["attributions"][0].update(via="NCP"),
        lambda value: value["actors"][0].update(kind="ship"),
        lambda value: value["report"].update(dateline=3),
        lambda value: value["provenance"].pop("model"),
    ],
)
def test_what_is_no_ledger_is_refused(damage: object) -> None:
    """The schema is strict enough to notice a wrong type, a missing part and an unknown kind."""
    value = inquiry().to_dict()
    damage(value)  # type: ignore[operator]
    with pytest.raises(ValidationError):
        VALIDATOR.validate(value)
