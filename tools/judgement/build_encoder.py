"""Compile encoder.c to src/relplan/judgement/data/encoder.wasm (needs `pip install ziglang`, nothing else)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "src" / "relplan" / "judgement" / "data" / "encoder.wasm"
FLAGS = [
    "-target",
    "wasm32-freestanding",
    "-mcpu=generic+simd128+bulk_memory+sign_ext+nontrapping_fptoint",
]


def main() -> None:
    """Write the module; the same compiler gives the same bytes."""
    command = [
        sys.executable,
        "-m",
        "ziglang",
        "cc",
        *FLAGS,
        "-O3",
        "-nostdlib",
        "-fno-sanitize=all",
    ]
    command += ["-Wl,--no-entry", "-Wl,--strip-all", "-o", str(TARGET), str(HERE / "encoder.c")]
    subprocess.run(command, check=True)
    sys.stdout.write(f"{TARGET}: {TARGET.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
