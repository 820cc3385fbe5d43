"""Small git repositories for tests: real ones, with fixed days and names."""

import os
import subprocess


def git(folder, *words, day="2026-11-25", author="Ben Archer"):
    environment = {
        **os.environ,
        "GIT_AUTHOR_DATE": f"{day}T12:00:00Z",
        "GIT_COMMITTER_DATE": f"{day}T12:00:00Z",
        "GIT_AUTHOR_NAME": author,
        "GIT_AUTHOR_EMAIL": "ben@hartwell.example",
        "GIT_COMMITTER_NAME": author,
        "GIT_COMMITTER_EMAIL": "ben@hartwell.example",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    done = subprocess.run(
        ["git", *words], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def commit(folder, day, **files):
    """Commit these files' texts (None removes one) on that day; `a__b` is the path a/b.yaml."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    git(folder, "add", "-A", day=day)
    git(folder, "commit", "-q", "-m", f"state of {day}", day=day)
