"""The trained encoder: texts to six scores, by the WebAssembly module and the weights beside this package."""

from __future__ import annotations

import atexit
import json
import os
import zlib
from array import array
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from relplan.judgement.pieces import Pieces, Splitter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DATA = resources.files("relplan.judgement") / "data"
OUTPUTS = 6
BATCH_TOKENS = 160
WORTH_A_SECOND = 8


class EncoderMissingError(RuntimeError):
    """The library that runs the encoder is not installed or does not work on this machine."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder makes of a text: six scores, and each piece's share in them."""

    pieces: Pieces
    shares: tuple[tuple[float, ...], ...]
    scores: tuple[float, ...]


class Module:
    """One instance of the WebAssembly module with the weights in its memory."""

    def __init__(self, weights: tuple[bytes, bytes], layers: int, vocabulary: int) -> None:
        """Start the module and lay the model out in it."""
        try:
            import wasmtime
        except (ImportError, OSError) as error:
            message = "the trained model cannot run here (no wasmtime); judged by word rules alone"
            raise EncoderMissingError(message) from error
        atexit.register(self._close)
        engine = wasmtime.Engine()
        self._store = wasmtime.Store(engine)
        module = wasmtime.Module(engine, (DATA / "encoder.wasm").read_bytes())
        self._exports: Any = wasmtime.Instance(self._store, module, []).exports(self._store)
        places = [self._call("reserve", len(part)) for part in weights]
        for part, place in zip(weights, places, strict=True):
            self._put(part, place)
        self._call("setup", *places, layers, vocabulary)

    def _close(self) -> None:
        """Let go of the module while Python still stands: wasmtime complains when it is too late."""
        self.__dict__.pop("_exports", None)
        if store := self.__dict__.pop("_store", None):
            store.close()

    def _call(self, name: str, *arguments: int) -> int:
        return int(self._exports[name](self._store, *arguments) or 0)

    def _put(self, content: bytes, at: int) -> None:
        self._exports["memory"].write(self._store, content, at)

    def infer(self, batch: Sequence[Pieces]) -> list[tuple[float, ...]]:
        """Return six scores for each piece of the batch, one text after the other."""
        ids = array("i", [number for pieces in batch for number in pieces.ids])
        lengths = array("i", [len(pieces.ids) for pieces in batch])
        self._put(ids.tobytes(), self._call("ids_at"))
        self._put(lengths.tobytes(), self._call("lengths_at"))
        self._call("infer", len(batch))
        at = self._call("result_at")
        found = array("f")
        found.frombytes(
            bytes(self._exports["memory"].read(self._store, at, at + len(ids) * OUTPUTS * 4))
        )
        return [tuple(found[i : i + OUTPUTS]) for i in range(0, len(found), OUTPUTS)]


class Encoder:
    """The loaded model; `read` is its only use."""

    def __init__(self) -> None:
        """Load module and weights (about a tenth of a second)."""
        self.facts: dict[str, Any] = json.loads((DATA / "model.json").read_text("utf-8"))
        names = (DATA / "vocabulary.txt").read_text("utf-8").split("\n")
        self._splitter = Splitter({name: number for number, name in enumerate(names)})
        self._size = len(names)
        self._modules = [self._module()]

    def _module(self) -> Module:
        try:
            weights = zlib.decompress((DATA / "weights.bin").read_bytes())
        except (OSError, zlib.error) as error:
            message = "the trained model is missing (weights.bin); judged by word rules alone"
            raise EncoderMissingError(message) from error
        size = int(self.facts["bytes"])
        return Module((weights[:size], weights[size:]), int(self.facts["layers"]), self._size)

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Return a reading for each text, in order; a text's reading does not depend on the others."""
        pieces = [self._splitter.split(text) for text in texts]
        batches = list(_batches(pieces))
        if len(batches) >= WORTH_A_SECOND and len(self._modules) == 1 and (os.cpu_count() or 1) > 1:
            self._modules.append(self._module())
        readings = (
            self._shared(pieces, batches)
            if len(self._modules) > 1
            else _run(self._modules[0], pieces, batches)
        )
        return [readings[number] for number in range(len(texts))]

    def _shared(
        self, pieces: Sequence[Pieces], batches: Sequence[Sequence[int]]
    ) -> dict[int, Reading]:
        """Share the batches out to the modules, each in a thread of its own."""
        from concurrent.futures import ThreadPoolExecutor

        readings: dict[int, Reading] = {}
        count = len(self._modules)
        with ThreadPoolExecutor(count) as pool:
            works = [
                pool.submit(_run, module, pieces, batches[i::count])
                for i, module in enumerate(self._modules)
            ]
            for work in works:
                readings.update(work.result())
        return readings


def _run(
    module: Module, pieces: Sequence[Pieces], batches: Sequence[Sequence[int]]
) -> dict[int, Reading]:
    """Read some batches with one module; it computes outside Python's lock."""
    readings: dict[int, Reading] = {}
    for chosen in batches:
        shares = module.infer([pieces[number] for number in chosen])
        at = 0
        for number in chosen:
            end = at + len(pieces[number].ids)
            readings[number] = _reading(pieces[number], shares[at:end])
            at = end
    return readings


def _batches(pieces: Sequence[Pieces]) -> Iterator[list[int]]:
    batch: list[int] = []
    tokens = 0
    for number, one in enumerate(pieces):
        if batch and tokens + len(one.ids) > BATCH_TOKENS:
            yield batch
            batch, tokens = [], 0
        batch.append(number)
        tokens += len(one.ids)
    if batch:
        yield batch


def _reading(pieces: Pieces, shares: Sequence[tuple[float, ...]]) -> Reading:
    count = len(shares)
    return Reading(
        pieces, tuple(shares), tuple(sum(column) / count for column in zip(*shares, strict=True))
    )


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """Return the encoder, loaded once; raises EncoderMissingError where it cannot run."""
    return Encoder()
