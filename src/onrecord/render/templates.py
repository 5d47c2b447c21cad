"""HTML from templates. Whatever they print is escaped, and first made ``printable``."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.render.cards import printable

if TYPE_CHECKING:
    import jinja2


@cache
def asset(name: str) -> str:
    """The text of a file in ``render/assets``."""
    return files("onrecord.render").joinpath("assets", name).read_text("utf-8")


@cache
def template(name: str) -> "jinja2.Template":
    """The template in that file."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(asset),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
    return environment.get_template(name)
