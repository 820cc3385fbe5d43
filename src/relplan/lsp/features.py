"""The questions that an editor asks, each answered by one call."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from lsprotocol import types as lsp

from relplan.diagnostics import Diagnostic
from relplan.errors import Refused, RelplanError
from relplan.lsp.actions import Action, actions, fix_all
from relplan.lsp.completion import offers
from relplan.lsp.hover import hover, manual
from relplan.lsp.lenses import lenses
from relplan.lsp.positions import Position
from relplan.lsp.renaming import renamable, renamed
from relplan.lsp.rooms import Place
from relplan.lsp.server import Server, refusal
from relplan.lsp.symbols import symbols
from relplan.lsp.things import Found, definition, references, thing_at
from relplan.lsp.wire import Wire

T = TypeVar("T")
_TRIGGERS = [":", " ", "[", ",", "-"]
_KINDS = [lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll]


def add_features(server: Server) -> None:
    """Let the server answer all that it can."""
    _add_reading(server)
    _add_finding(server)
    _add_renaming(server)
    _add_mending(server)


def _answer(server: Server, uri: str, ask: Callable[[Place, Wire], T]) -> T | None:
    """What is said of an open file of a book; None for a foreign one.

    What is refused is asked again of the disk as it is now: somebody may have written to it.
    """
    place = server.rooms.at(uri)
    if place is None:
        return None
    try:
        return ask(place, server.wire(place))
    except RelplanError:
        place.desk.refresh()
    try:
        return ask(place, server.wire(place))
    except RelplanError as error:
        raise refusal(error) from None


def _add_reading(server: Server) -> None:
    @server.feature(
        lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=_TRIGGERS)
    )
    def _complete(params: lsp.CompletionParams) -> list[lsp.CompletionItem] | None:
        def ask(place: Place, wire: Wire) -> list[lsp.CompletionItem]:
            offset = wire.offset(place.path, params.position)
            text = wire.ruler(place.path).lines.text
            return wire.offers(place.path, offers(place.desk.whole, place.path, text, offset))

        return _answer(server, params.text_document.uri, ask)

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def _hover(params: lsp.HoverParams) -> lsp.Hover | None:
        uri = params.text_document.uri
        return _answer(server, uri, lambda place, wire: _told(server, place, wire, params))

    @server.feature(lsp.TEXT_DOCUMENT_CODE_LENS)
    def _lenses(params: lsp.CodeLensParams) -> list[lsp.CodeLens] | None:
        def ask(place: Place, wire: Wire) -> list[lsp.CodeLens]:
            return [wire.lens(one) for one in lenses(place.desk, place.path, server.today())]

        return _answer(server, params.text_document.uri, ask)

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def _symbols(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol] | None:
        def ask(place: Place, wire: Wire) -> list[lsp.DocumentSymbol]:
            document = place.desk.loaded.documents.get(place.path)
            found = symbols(document) if document else ()
            return [wire.symbol(place.path, one) for one in found]

        return _answer(server, params.text_document.uri, ask)


def _told(server: Server, place: Place, wire: Wire, params: lsp.HoverParams) -> lsp.Hover | None:
    """The id under the pointer, and the rules of what is found there."""
    offset = wire.offset(place.path, params.position)
    said = hover(place.desk, place.path, offset, server.today())
    here = lsp.Range(params.position, params.position)
    found = _touched(server, params.text_document.uri, here, wire)
    parts = [*([said.text] if said else []), *(manual(one) for one in found)]
    if not parts:
        return None
    text = "\n\n---\n\n".join(parts)
    markup = lsp.MarkupContent(lsp.MarkupKind.Markdown, text)
    return lsp.Hover(markup, wire.range(said.at) if said else None)


def _add_finding(server: Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def _definition(params: lsp.DefinitionParams) -> lsp.Location | None:
        def ask(place: Place, wire: Wire) -> lsp.Location | None:
            found = _thing(place, wire, params.position)
            at = definition(place.desk.loaded.documents, found.thing) if found else None
            return wire.location(at) if at else None

        return _answer(server, params.text_document.uri, ask)

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def _references(params: lsp.ReferenceParams) -> list[lsp.Location] | None:
        def ask(place: Place, wire: Wire) -> list[lsp.Location]:
            found = _thing(place, wire, params.position)
            if found is None:
                return []
            loaded = place.desk.loaded
            own = definition(loaded.documents, found.thing)
            itself = [own] if own and params.context.include_declaration else []
            return [wire.location(at) for at in [*itself, *references(loaded, found.thing)]]

        return _answer(server, params.text_document.uri, ask)


def _thing(place: Place, wire: Wire, at: lsp.Position) -> Found | None:
    return thing_at(place.desk.loaded, place.path, wire.offset(place.path, at))


def _add_renaming(server: Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def _prepare(params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
        def ask(place: Place, wire: Wire) -> lsp.PrepareRenamePlaceholder:
            found = renamable(place.desk, place.path, wire.offset(place.path, params.position))
            return lsp.PrepareRenamePlaceholder(wire.range(found.at), found.thing.id)

        return _answer(server, params.text_document.uri, ask)

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def _rename(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        def ask(place: Place, wire: Wire) -> lsp.WorkspaceEdit:
            offset = wire.offset(place.path, params.position)
            found = renamed(place.desk, place.path, offset, params.new_name)
            if found.moves and not server.moves_files:
                raise Refused(
                    "this editor cannot move files, and a client's id is the name of its files;"
                    " close them and type: relplan rename"
                )
            return wire.renamed(found)

        return _answer(server, params.text_document.uri, ask)


def _add_mending(server: Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(_KINDS))
    def _actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction] | None:
        def ask(place: Place, wire: Wire) -> list[lsp.CodeAction]:
            return [wire.action(one) for one in _offered(server, place, wire, params)]

        return _answer(server, params.text_document.uri, ask)


def _offered(
    server: Server, place: Place, wire: Wire, params: lsp.CodeActionParams
) -> Iterator[Action]:
    uri, only = params.text_document.uri, params.context.only
    found = server.rooms.check(uri, server.today())
    if only is None or lsp.CodeActionKind.QuickFix in only:
        yield from actions(place.desk, place.path, _touched(server, uri, params.range, wire))
    if (only is None or any(one.startswith("source") for one in only)) and (
        all_ := fix_all(place.desk, found)
    ):
        yield all_


def _touched(server: Server, uri: str, at: lsp.Range, wire: Wire) -> Iterator[Diagnostic]:
    """What was found in a file at a range, or around it."""
    for one in server.rooms.found.get(uri, ()):
        marked = wire.diagnostic(one).range
        if _pair(marked.start) <= _pair(at.end) and _pair(at.start) <= _pair(marked.end):
            yield one


def _pair(at: lsp.Position) -> Position:
    return at.line, at.character
