"""The base of light records: frozen values that `isinstance` takes for those of the models."""

import sys
from typing import Any

from relplan.model.shapes import SHAPES


class Doubt(Exception):
    """Something that only the models can judge."""


class Light:
    """A frozen record; fields that were not written are the class's own attributes."""

    shape_: str
    written_: dict[str, str]
    """For each attribute, in the order of the shape, the name under which it is written."""

    @property  # type: ignore[misc]  # a class is asked for, never set
    def __class__(self) -> Any:
        """The model whose record this is, once that is loaded: so `isinstance` knows it."""
        module = sys.modules.get(f"relplan.model.{SHAPES[self.shape_][0]}")
        return type(self) if module is None else getattr(module, self.shape_, type(self))

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{self.shape_} is frozen: {name} stays what it is")

    __delattr__ = __setattr__  # type: ignore[assignment]  # it refuses whatever it is given

    def __eq__(self, other: object) -> bool:
        if getattr(other, "__class__", None) is not self.__class__:
            return NotImplemented
        return all(getattr(self, one) == getattr(other, one) for one in self.written_)

    def __hash__(self) -> int:
        return hash((self.shape_, *(getattr(self, one) for one in self.written_)))

    def __repr__(self) -> str:
        said = ", ".join(f"{one}={getattr(self, one)!r}" for one in vars(self))
        return f"{self.shape_}({said})"


def made(record: type[Light], found: dict[str, Any]) -> Light:
    """The record with these values; what is not among them is the class's own."""
    new = object.__new__(record)
    object.__setattr__(new, "__dict__", found)
    return new
