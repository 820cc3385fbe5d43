"""The server itself: messages of the protocol in, answers of this package out."""

import asyncio
import contextlib
import gc
import logging
import os
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls import uris
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from relplan import __version__
from relplan.errors import RelplanError
from relplan.lsp.rooms import Place, Rooms
from relplan.lsp.wire import Wire

_LATER = 0.4
"""Seconds without a keystroke after which new words are judged and the other open files looked at."""


class Server(LanguageServer):
    """Serves one editor over standard input and output."""

    def __init__(self, today: Callable[[], date]) -> None:
        # Whole texts: pygls breaks lines where no editor does, and would lose its place in them.
        super().__init__("relplan", __version__, lsp.TextDocumentSyncKind.Full)
        self.today = today
        self.rooms = Rooms()
        self._soon: dict[str, asyncio.TimerHandle] = {}
        self._tidying: asyncio.TimerHandle | None = None

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ARG002 -- pygls calls it
        """Say that relplan has a defect; nothing of a plan's text is told, and no refusal again."""
        if isinstance(error, JsonRpcException):
            return
        text = f"a defect of relplan's editor server ({type(error).__name__}); your files are fine"
        self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, text))

    @property
    def moves_files(self) -> bool:
        """True where the editor can move files as a part of a change."""
        asked = self.client_capabilities.workspace
        edits = asked.workspace_edit if asked else None
        kinds = (edits.resource_operations if edits else None) or ()
        return bool(edits and edits.document_changes and lsp.ResourceOperationKind.Rename in kinds)

    def wire(self, place: Place) -> Wire:
        """What speaks to the client about a place's book."""
        encoding = self.workspace.position_encoding or lsp.PositionEncodingKind.Utf16
        name = getattr(encoding, "value", encoding)
        return Wire(place.desk, self.rooms.opened(place.desk), str(name))

    def check_soon(
        self, uris_: Iterable[str], seconds: float = 0, *, at_once: bool = False
    ) -> None:
        """Look at files again once the messages that wait have been read; the last word counts."""
        loop = asyncio.get_running_loop()
        for uri in uris_:
            if waiting := self._soon.pop(uri, None):
                waiting.cancel()
            self._soon[uri] = loop.call_later(seconds, self._check, uri, at_once)

    def _check(self, uri: str, at_once: bool) -> None:
        self._soon.pop(uri, None)
        place = self.rooms.at(uri)
        if place is None:
            return
        try:
            found = self.rooms.check(uri, self.today(), at_once=at_once)
            wire = self.wire(place)
            said = [wire.diagnostic(one) for one in found]
        except Exception as error:  # noqa: BLE001 -- an exception here would end no message, and be seen by nobody
            self.report_server_error(error, None)
            return
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, said))
        if at_once and place.desk.recalled.waits:
            self.check_soon([uri], _LATER)
        elif not at_once and self._shows_lenses_again:
            self.workspace_code_lens_refresh(None)
        self._tidy_soon()

    def _tidy_soon(self) -> None:
        """Collect garbage in a pause only: a key that waits for it is felt."""
        if self._tidying:
            self._tidying.cancel()
        self._tidying = asyncio.get_running_loop().call_later(_LATER, gc.collect)

    @property
    def _shows_lenses_again(self) -> bool:
        asked = self.client_capabilities.workspace
        return bool(asked and asked.code_lens and asked.code_lens.refresh_support)


def serve(today: Callable[[], date]) -> None:
    """Serve until the editor says that it is enough."""
    from relplan.lsp.features import add_features

    gc.disable()  # see `_tidy_soon`
    gc.freeze()  # what is loaded by now stays
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # its messages quote texts
    server = Server(today)
    add_syncing(server)
    add_features(server)
    # The stream is the protocol's alone: whatever else is printed goes beside it.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    with out, contextlib.redirect_stdout(sys.stderr):
        server.start_io(stdout=out)


def add_syncing(server: Server) -> None:  # noqa: C901 -- a function a message
    """Let the server follow what is opened, typed, saved and closed."""

    @server.feature(lsp.INITIALIZED)
    def _begun(_params: lsp.InitializedParams) -> None:
        asked = server.client_capabilities.workspace
        watched = asked and asked.did_change_watched_files
        if watched and watched.dynamic_registration:
            options = lsp.DidChangeWatchedFilesRegistrationOptions(
                [lsp.FileSystemWatcher("**/*.{yaml,yml}")]
            )
            method = lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
            server.client_register_capability(
                lsp.RegistrationParams([lsp.Registration("relplan-files", method, options)])
            )

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def _opened(params: lsp.DidOpenTextDocumentParams) -> None:
        uri, file = params.text_document.uri, file_of(params.text_document.uri)
        if file and server.rooms.open(uri, file, params.text_document.text):
            server.check_soon([uri])

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def _changed(params: lsp.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        place = server.rooms.at(uri)
        if place and params.content_changes:
            place.desk.put(place.path, params.content_changes[-1].text)
            server.check_soon([uri], at_once=True)
            server.check_soon(server.rooms.beside(uri), _LATER)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def _closed(params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if server.rooms.at(uri):
            beside = [*server.rooms.beside(uri)]
            server.rooms.close(uri)
            server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))
            server.check_soon(beside)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def _saved(params: lsp.DidSaveTextDocumentParams) -> None:
        if server.rooms.at(params.text_document.uri):
            server.check_soon(server.rooms.refresh())

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def _written(_params: lsp.DidChangeWatchedFilesParams) -> None:
        server.check_soon(server.rooms.refresh())


def file_of(uri: str) -> Path | None:
    """The file of an address; None where it names none, such as a text that is not saved yet."""
    path = uris.to_fs_path(uri) if uri.startswith("file:") else None
    return Path(path) if path else None


def refusal(error: RelplanError) -> JsonRpcInvalidParams:
    """A refusal as the editor shows it."""
    return JsonRpcInvalidParams(str(error))
