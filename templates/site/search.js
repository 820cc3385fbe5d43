(function () {
  "use strict";
  var MOST = 100;
  var entries = JSON.parse(document.getElementById("search-data").textContent);
  var box = document.getElementById("find");
  var section = document.getElementById("found");
  var list = document.getElementById("found-list");
  var count = document.getElementById("found-count");

  function plain(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  var index = entries.map(function (one) {
    return { title: plain(one[1]), all: plain(one.slice(0, 3).concat(one[4]).join(" ")), entry: one };
  });

  function rank(one, words) {
    var whole = words.join(" ");
    var at = one.title.indexOf(whole);
    if (at === 0) { return 0; }
    if (at > 0) { return 1; }
    return words.every(function (word) { return one.title.indexOf(word) >= 0; }) ? 2 : 3;
  }

  function fitting(words) {
    var found = index.filter(function (one) {
      return words.every(function (word) { return one.all.indexOf(word) >= 0; });
    });
    found.forEach(function (one) { one.rank = rank(one, words); });
    return found.sort(function (a, b) { return a.rank - b.rank; });
  }

  function element(name, text, className) {
    var made = document.createElement(name);
    made.textContent = text;
    if (className) { made.className = className; }
    return made;
  }

  function line(one) {
    var entry = one.entry;
    var item = document.createElement("li");
    var link = element("a", entry[1] || entry[4]);
    link.href = entry[3];
    item.append(element("span", entry[0], "tag"), " ", link);
    if (entry[2]) { item.append(element("span", ", " + entry[2], "quiet")); }
    if (entry[4]) { item.append(document.createElement("br"), element("span", entry[4], "quiet")); }
    return item;
  }

  function search() {
    var words = plain(box.value).split(/\s+/).filter(Boolean);
    section.hidden = words.length === 0;
    if (!words.length) { list.replaceChildren(); count.textContent = ""; return; }
    var found = fitting(words);
    list.replaceChildren.apply(list, found.slice(0, MOST).map(line));
    count.textContent = found.length === 0
      ? "Nothing holds all of these words; try fewer, or a part of one."
      : found.length > MOST
        ? "The first " + MOST + " of " + found.length + "; another word narrows them."
        : found.length === 1 ? "One place." : found.length + " places.";
  }

  box.value = new URLSearchParams(location.search).get("q") || "";
  box.addEventListener("input", search);
  box.form.addEventListener("submit", function (event) { event.preventDefault(); search(); });
  search();
  box.focus();
})();
