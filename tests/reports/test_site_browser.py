"""The site in a real browser, from the disk: the search, the keyboard, a phone's width, no complaint."""

import json
import shutil
import subprocess
from pathlib import Path

import books
import pytest
import webpages

from relplan.files.book import load
from relplan.files.made import make
from relplan.reports.site.build import Site

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="no Chromium is installed to open the pages in"
)
ROOT = Path(__file__).parent.parent.parent
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
RIGHT_TO_LEFT = "شركة الخليج للتجارة والمقاولات"
MEASURE = """\
<!DOCTYPE html><meta charset="utf-8"><title>measure</title><pre id="said"></pre>
<iframe id="frame" width="390" height="800"></iframe>
<script>
const paths = PATHS, frame = document.getElementById("frame"), said = {};
const opened = (path) => new Promise((done) => { frame.onload = done; frame.src = "site/" + path; });
function measured(page) {
  const wrong = [], root = page.documentElement;
  if (root.scrollWidth > 390) { wrong.push("as wide as " + root.scrollWidth); }
  const asked = page.querySelectorAll('a[href], button, input, [tabindex="0"]');
  for (const one of asked) {
    one.focus();
    if (page.activeElement !== one) { wrong.push("no focus: " + one.outerHTML.slice(0, 80)); }
  }
  for (const one of page.querySelectorAll("main *")) {
    const style = page.defaultView.getComputedStyle(one);
    const scrolls = one.scrollWidth > one.clientWidth + 1 && ["auto", "scroll"].includes(style.overflowX);
    if (scrolls && one.tabIndex < 0) { wrong.push("scrolls without a key: " + one.outerHTML.slice(0, 80)); }
  }
  return { wrong, asked: asked.length };
}
async function searched() {
  await opened("clients/acme.html");
  const page = frame.contentDocument;
  page.getElementById("find").value = "sailing";
  const gone = new Promise((done) => { frame.onload = done; });
  page.querySelector("form").requestSubmit();
  await gone;
  const there = frame.contentDocument;
  return [frame.contentWindow.location.search, there.getElementById("found-count").textContent];
}
(async () => {
  for (const path of paths) { await opened(path); said[path] = measured(frame.contentDocument); }
  said.search = await searched();
  document.getElementById("said").textContent = JSON.stringify(said);
})();
</script>
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The example's site, with a client whose names are as long as names get, and one from right to left."""
    at = tmp_path_factory.mktemp("browser")
    shutil.copytree(ROOT / "examples" / "team", at / "book")
    for id_, name in (("long", LONG), ("gulf", RIGHT_TO_LEFT)):
        plan = f"client: {name}\nowner: ben\npriority: B\nroles: {{one: {{name: {name}, title: {name}, notes: {name}}}}}\n"
        (at / "book" / "clients" / f"{id_}.yaml").write_text(plan, encoding="utf-8")
    site = Site(load((at / "book").resolve()), books.TODAY)
    make(at / "site", {name: site.file(name) for name in site.names})
    return at


def opened(url, *more):
    """The page as the browser has it after its script ran, and what the browser complained of."""
    done = subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--enable-logging=stderr",
            "--virtual-time-budget=60000",
            *more,
            "--dump-dom",
            url,
        ],
        capture_output=True,
        timeout=120,
        check=False,
    )
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    return webpages.Tree(done.stdout.decode()).root, [one for one in lines if "CONSOLE" in one]


def found(folder, query):
    root, complaints = opened(f"{(folder / 'site' / 'search.html').as_uri()}?q={query}")
    assert complaints == []
    [listed] = [one for one in root.all("ol") if one.attrs.get("id") == "found-list"]
    return [(one.text, next(one.all("a")).attrs["href"]) for one in listed.children]


def test_a_search_from_the_disk_finds_names_and_notes(folder):
    [(text, href)] = found(folder, "worried+audit+rules")
    assert "Worried about the new audit rules" in text
    assert href.startswith("clients/acme.html#touch-")


def test_a_search_knows_letters_without_their_accents_and_puts_names_first(folder):
    text, href = found(folder, "leonie")[0]
    assert text.startswith("person Léonie Baptiste")
    assert href == "clients/acme.html#person-leonie"


def test_a_search_that_finds_nothing_says_so(folder):
    root, _ = opened(f"{(folder / 'site' / 'search.html').as_uri()}?q=zzzz")
    assert "Nothing holds all of these words; try fewer, or a part of one." in root.text


def test_every_page_fits_a_phone_and_every_part_is_reached_by_keyboard(folder):
    names = sorted(
        one.relative_to(folder / "site").as_posix() for one in (folder / "site").rglob("*.html")
    )
    (folder / "measure.html").write_text(MEASURE.replace("PATHS", json.dumps(names)))
    root, complaints = opened((folder / "measure.html").as_uri(), "--allow-file-access-from-files")
    assert complaints == []
    said = next(root.all("pre"))
    measured = json.loads(said.own)
    assert measured.pop("search") == ["?q=sailing", "One place."]
    assert sorted(measured) == names
    assert {path: one["wrong"] for path, one in measured.items() if one["wrong"]} == {}
    assert all(one["asked"] > 5 for one in measured.values())
