"""Answers in the words of the protocol; the only module, with the server, that knows them."""

from collections.abc import Iterable, Iterator, Mapping

from lsprotocol import types as lsp
from pygls import uris

from relplan.diagnostics import Diagnostic
from relplan.lsp.actions import Action
from relplan.lsp.completion import Offer
from relplan.lsp.desk import Desk
from relplan.lsp.edits import Edit
from relplan.lsp.lenses import Lens
from relplan.lsp.positions import Ruler
from relplan.lsp.renaming import Renamed
from relplan.lsp.symbols import Symbol
from relplan.lsp.things import Stretch
from relplan.reports.diagnostics import link

_SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "advice": lsp.DiagnosticSeverity.Information,
}
_OFFERS = {
    "id": lsp.CompletionItemKind.Reference,
    "choice": lsp.CompletionItemKind.EnumMember,
    "field": lsp.CompletionItemKind.Field,
}


class Wire:
    """Puts a desk's answers into the client's units, under the addresses that the client uses."""

    def __init__(self, desk: Desk, opened: Mapping[str, str], encoding: str) -> None:
        self.desk = desk
        self._opened = opened
        self._encoding = encoding
        self._rulers: dict[str, Ruler] = {}

    def ruler(self, path: str) -> Ruler:
        """What measures a file as the editor has it."""
        if path not in self._rulers:
            self._rulers[path] = Ruler(self.desk.text(path), self._encoding)
        return self._rulers[path]

    def offset(self, path: str, at: lsp.Position) -> int:
        """The offset of the client's position."""
        return self.ruler(path).offset((at.line, at.character))

    def uri(self, path: str) -> str:
        """The address of a file: the client's own where it has it open."""
        return self._opened.get(path) or str(uris.from_fs_path(str(self.desk.root / path)))

    def range(self, at: Stretch) -> lsp.Range:
        """A stretch of a file."""
        ruler = self.ruler(at.path)
        return lsp.Range(
            lsp.Position(*ruler.position(at.start)), lsp.Position(*ruler.position(at.end))
        )

    def location(self, at: Stretch) -> lsp.Location:
        """A stretch with its file's address."""
        return lsp.Location(self.uri(at.path), self.range(at))

    def diagnostic(self, one: Diagnostic) -> lsp.Diagnostic:
        """A finding, with a link to its rule's page where the book says where that is."""
        ruler = self.ruler(one.path)
        end = (one.end_line or one.line, one.end_column or one.column)
        manual = self.desk.loaded.book.settings.lint.manual or ""
        address = link(one.code, one.name, manual) if manual.startswith("http") else ""
        return lsp.Diagnostic(
            range=lsp.Range(
                lsp.Position(*ruler.of_place(one.line, one.column)),
                lsp.Position(*ruler.of_place(*end)),
            ),
            message=f"{one.message} [{one.name}]",
            severity=_SEVERITIES[one.severity],
            code=one.code,
            code_description=lsp.CodeDescription(address) if address else None,
            source="relplan",
        )

    def offers(self, path: str, found: Iterable[Offer]) -> list[lsp.CompletionItem]:
        """The completions of a place, in their order."""
        return [
            lsp.CompletionItem(
                label=one.text.rstrip(": "),
                kind=_OFFERS[one.kind],
                detail=one.about or None,
                sort_text=f"{number:04}",
                text_edit=lsp.TextEdit(self.range(Stretch(path, one.start, one.end)), one.text),
            )
            for number, one in enumerate(found)
        ]

    def lens(self, one: Lens) -> lsp.CodeLens:
        """Words above a line; nothing happens when they are clicked."""
        return lsp.CodeLens(self.range(one.at), lsp.Command(title=one.says, command=""))

    def symbol(self, path: str, one: Symbol) -> lsp.DocumentSymbol:
        """An entry of the outline with those inside of it."""
        kind = lsp.SymbolKind.Object if one.inside else lsp.SymbolKind.Key
        return lsp.DocumentSymbol(
            name=one.name,
            kind=kind,
            range=self.range(Stretch(path, one.start, one.end)),
            selection_range=self.range(Stretch(path, *one.key)),
            detail=one.about or None,
            children=[self.symbol(path, inner) for inner in one.inside],
        )

    def action(self, one: Action) -> lsp.CodeAction:
        """Something that the editor can do about a finding."""
        return lsp.CodeAction(
            title=one.title,
            kind=one.kind,
            diagnostics=[self.diagnostic(one.mends)] if one.mends else None,
            is_preferred=one.sure or None,
            edit=lsp.WorkspaceEdit(changes=self._changes(one.edits)),
        )

    def renamed(self, found: Renamed) -> lsp.WorkspaceEdit:
        """A renaming: the edits, and the moves of files after them."""
        if not found.moves:
            return lsp.WorkspaceEdit(changes=self._changes(found.edits))
        steps: list[lsp.TextDocumentEdit | lsp.CreateFile | lsp.RenameFile | lsp.DeleteFile] = [
            lsp.TextDocumentEdit(lsp.OptionalVersionedTextDocumentIdentifier(uri), [*edits])
            for uri, edits in self._changes(found.edits).items()
        ]
        steps += [lsp.RenameFile(self.uri(old), self.uri(new)) for old, new in found.moves]
        return lsp.WorkspaceEdit(document_changes=steps)

    def _changes(self, edits: Iterable[Edit]) -> dict[str, list[lsp.TextEdit]]:
        found: dict[str, list[lsp.TextEdit]] = {}
        for path, edit in self._edits(edits):
            found.setdefault(self.uri(path), []).append(edit)
        return found

    def _edits(self, edits: Iterable[Edit]) -> Iterator[tuple[str, lsp.TextEdit]]:
        for one in edits:
            at = self.range(Stretch(one.path, one.start, one.end))
            yield one.path, lsp.TextEdit(at, one.text)
