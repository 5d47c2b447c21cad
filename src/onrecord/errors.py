"""Everything that onrecord raises on purpose.

::

    OnrecordError
    ├── UsageError              the call itself is wrong: unknown format, bad option, missing extra
    ├── InputError              one input could not be read; says which, where in it, and why
    │   ├── MissingInput        no such file, a folder where a file was meant, no permission
    │   ├── EmptyInput          read, but it holds no text
    │   ├── MalformedInput      bytes that are not what they claim to be: broken JSON, a table without text
    │   ├── UnknownLanguage     a language that is not analysed, where the caller asked for strictness
    │   └── FetchError          an address that was refused, did not answer in time, or sent too much
    └── BundleError             the model bundle is missing, damaged, or of another version

Each class carries the exit status that the command line ends with when it meets one.
"""


class OnrecordError(Exception):
    """The root of the tree: catch this to catch all that onrecord raises."""

    exit_status = 1


class UsageError(OnrecordError):
    """The call is wrong, whatever the input."""

    exit_status = 2


class InputError(OnrecordError):
    """One input could not be read.

    ``name`` is the input as the user named it, ``where`` a place inside it ("line 12", "row 3, column
    text"; empty for the whole), ``problem`` what was wrong. ``str()`` joins the three.
    """

    def __init__(self, problem: str, *, name: str = "", where: str = "") -> None:
        self.problem, self.name, self.where = problem, name, where
        super().__init__(problem, name, where)

    def __str__(self) -> str:
        return ": ".join(part for part in (self.name, self.where, self.problem) if part)

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders; keyword arguments do not survive the default pickling.
        return (_rebuild, (type(self), self.problem, self.name, self.where))


def _rebuild(kind: type[InputError], problem: str, name: str, where: str) -> InputError:
    return kind(problem, name=name, where=where)


class MissingInput(InputError):
    """There is no such input, or it may not be opened."""


class EmptyInput(InputError):
    """The input was read and holds no text."""


class MalformedInput(InputError):
    """The input is not what it claims to be."""


class UnknownLanguage(InputError):
    """The report's language is not analysed and the caller asked for strictness."""


class FetchError(InputError):
    """An address was refused or did not give a usable answer."""


class BundleError(OnrecordError):
    """The model bundle is missing, damaged, or made for another version."""

    exit_status = 3
