"""An editor for tests: a small client that speaks JSON-RPC to `relplan lsp` over its pipes."""

import json
import os
import subprocess
import sys
import threading
from collections import deque
from pathlib import Path

_PATIENCE = 60
CAPABILITIES = {
    "workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["rename"]}},
    "textDocument": {"publishDiagnostics": {}, "rename": {"prepareSupport": True}},
}


class Failed(Exception):
    """The server answered with an error."""


class Editor:
    """Starts the server in a folder, asks, and keeps what was published."""

    def __init__(self, folder: Path, today: str, capabilities=None):
        self.folder = folder
        sources = Path(__file__).parent.parent / "src"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "relplan", "lsp", "--today", today],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(sources), "RELPLAN_NO_CACHE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._number = 0
        self._came = threading.Condition()
        self._messages: deque = deque()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        root = folder.as_uri()
        asked = {"processId": None, "rootUri": root, "capabilities": capabilities or CAPABILITIES}
        self.offered = self.ask("initialize", asked)["capabilities"]
        self.tell("initialized", {})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def uri(self, path):
        return (self.folder / path).as_uri()

    def open(self, path, text=None, language="yaml"):
        said = (self.folder / path).read_text(encoding="utf-8") if text is None else text
        document = {"uri": self.uri(path), "languageId": language, "version": 1, "text": said}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return said

    def type(self, path, text, version=2):
        document = {"uri": self.uri(path), "version": version}
        change = {"textDocument": document, "contentChanges": [{"text": text}]}
        self.tell("textDocument/didChange", change)

    def about(self, path, method, line=0, character=0, **more):
        at = {"line": line, "character": character}
        params = {"textDocument": {"uri": self.uri(path)}, "position": at, **more}
        return self.ask(f"textDocument/{method}", params)

    def found(self, path):
        """What is published next about a file."""
        said = self._wait(
            lambda one: (
                one.get("method") == "textDocument/publishDiagnostics"
                and one["params"]["uri"] == self.uri(path)
            )
        )
        return said["params"]["diagnostics"]

    def ask(self, method, params):
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        said = self._wait(lambda one: one.get("id") == number and "method" not in one)
        if "error" in said:
            raise Failed(said["error"]["message"])
        return said["result"]

    def tell(self, method, params):
        self._send({"method": method, "params": params})

    def next(self, method):
        return self._wait(lambda one: one.get("method") == method)

    def end(self):
        """End the server as an editor does; returns its exit code and what it said on stderr."""
        if self._process.poll() is None:
            self.ask("shutdown", None)
            self.tell("exit", None)
            self._process.wait(_PATIENCE)
        self._reader.join(_PATIENCE)
        said = self._process.stderr.read() if not self._process.stderr.closed else b""
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            pipe.close()
        return self._process.returncode, said.decode()

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _read(self):
        stream = self._process.stdout
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                line = stream.readline()
            message = json.loads(stream.read(length))
            with self._came:
                self._messages.append(message)
                self._came.notify_all()

    def _wait(self, wanted):
        def taken():
            for one in self._messages:
                if wanted(one):
                    self._messages.remove(one)
                    return one
            return None

        with self._came:
            said = self._came.wait_for(taken, _PATIENCE)
        assert said is not None, "the server is silent"
        return said
