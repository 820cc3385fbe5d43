"""Templates of a book or of relplan: plain values in, text out, and nothing else can happen.

A book's templates are written by colleagues, so they are looked at as foreign: the language is cut
down to what lays text out (see `dialect`), and a template that asks for more is refused by line.
"""

import stat
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateError, TemplateNotFound, TemplateSyntaxError

from relplan.errors import Refused
from relplan.files import packaged
from relplan.files.disk import Unreadable, decode, read_bytes
from relplan.reports import html, markdown
from relplan.reports.dialect import Dialect, Stopped

_ENDING = ".j2"
_ESCAPES: Mapping[str, Callable[[str], str]] = {".html": html.escape, ".md": markdown.escape}
"""What `{{ }}` writes is escaped for the kind of text that the template's own name tells."""


class Templates:
    """The templates of one book, each read once; kept as long as one command runs."""

    def __init__(self, root: Path) -> None:
        loader = _Loader(root)
        self._kinds = {end: Dialect(escape, loader=loader) for end, escape in _ESCAPES.items()}

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """The template `name` of the book, else relplan's own, filled with plain values.

        Refused, as `templates/name:line: why`, when the template is wrong or wants too much.
        """
        kind = PurePosixPath(name.removesuffix(_ENDING)).suffix
        return _render(self._kinds[kind], name, values)


def _render(environment: Dialect, name: str, values: Mapping[str, Any]) -> str:
    try:
        return environment.fill(environment.get_template(name), values)
    except TemplateSyntaxError as error:
        raise Refused(f"templates/{error.name or name}:{error.lineno}: {error.message}") from None
    except TemplateNotFound as error:
        place = _place(error, name)
        raise Refused(f"{place}: there is no template {error.name!r}") from None
    except (TemplateError, Stopped, Unreadable) as error:
        raise Refused(f"{_place(error, name)}: {error}") from None
    except RecursionError as error:
        why = "too deeply nested, or it includes itself"
        raise Refused(f"{_place(error, name)}: {why}") from None
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        raise Refused(f"{_place(error, name)}: {error}") from None


class _Loader(BaseLoader):
    """The book's templates/ first, then relplan's; only regular files inside one of the two."""

    def __init__(self, root: Path) -> None:
        self._folders = (root / "templates", packaged.templates())
        self._root = root

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Any]:  # noqa: ARG002 -- jinja's signature
        parts = PurePosixPath(template)
        if parts.is_absolute() or ".." in parts.parts or any(c in template for c in "\\\0:"):
            raise Stopped(f"{template!r} leads out of templates/; name a file inside")
        if parts.suffix != _ENDING:
            raise Stopped(f"{template!r} does not end in {_ENDING}; only templates are included")
        for folder in self._folders:
            if _is_there(folder / template):
                return self._read(folder, template), f"templates/{template}", None
        raise TemplateNotFound(template)

    def _read(self, folder: Path, template: str) -> str:
        real = folder.resolve()
        if folder == self._folders[0] and not real.is_relative_to(self._root.resolve()):
            raise Stopped("templates/ leads out of the book; copy the folder here")
        try:
            text, _ = decode(read_bytes(folder / template, real))
        except Unreadable as error:
            raise Stopped(f"templates/{template}: {error}") from None
        return text


def _is_there(path: Path) -> bool:
    try:
        kind = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return not stat.S_ISDIR(kind.st_mode)


def _place(error: BaseException, name: str) -> str:
    """The template and the line where it happened: the last frame that is a template's."""
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        if frame.filename.startswith("templates/") and frame.filename.endswith(_ENDING):
            return f"{frame.filename}:{frame.lineno}"
    return f"templates/{name}"
