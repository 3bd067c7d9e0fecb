// The table of entries, as a tree or as one list: searched, sorted, and moved through by keys.

const table = { open: new Set(roots.map((entry) => entry.index)), isList: false, sort: null, focus: 0, lines: [] };

function drawTree(label, key, query) {
  const columns = [...(measures.get(label)?.values() ?? [])];
  const found = new Set(entries.filter((entry) => matches(entry, query)));
  const shown = new Set(query ? [...found].flatMap(pathOf) : entries);
  table.lines = table.isList
    ? sorted([...found], label).map((entry) => ({ entry, level: 1 }))
    : [...branches(roots, label, shown, query, 1)];
  const hadFocus = byId("tree").contains(document.activeElement) && document.activeElement.tagName === "TR";
  byId("tree").setAttribute("role", table.isList ? "grid" : "treegrid");
  byId("tree").replaceChildren(
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        heading("entry", "Entry", label),
        ...columns.map((column) => heading(column.key, column.label, label, key)),
      ),
    ),
    make("tbody", {}, ...table.lines.map((line, place) => lineRow(line, place, columns, key, label, query, found))),
  );
  table.focus = Math.min(table.focus, Math.max(0, table.lines.length - 1));
  focusLine(table.focus, hadFocus);
  return [...found];
}

function* branches(siblings, label, shown, query, level) {
  const visible = sorted(
    siblings.filter((entry) => shown.has(entry)),
    label,
  );
  for (const [place, entry] of visible.entries()) {
    const isOpen = query ? entry.children.some((child) => shown.has(child)) : table.open.has(entry.index);
    yield { entry, level, isOpen, place: place + 1, of: visible.length };
    if (isOpen) yield* branches(entry.children, label, shown, query, level + 1);
  }
}

// By the column that was asked for; what has no figure comes last, whichever way.
function sorted(siblings, label) {
  if (!table.sort) return siblings;
  const { key, isDown } = table.sort;
  const byText = key === "entry";
  const value = (entry) => (byText ? folded(titleOf(entry)) : (figureOf(entry, label, key)?.size ?? NaN));
  const compare = (one, other) => {
    if (byText) return one.value.localeCompare(other.value, "nl");
    if (Number.isNaN(one.value) || Number.isNaN(other.value)) return 0;
    return one.value - other.value;
  };
  const lacks = (item) => (!byText && Number.isNaN(item.value) ? 1 : 0);
  return siblings
    .map((entry) => ({ entry, value: value(entry) }))
    .sort((one, other) => lacks(one) - lacks(other) || (isDown ? -1 : 1) * compare(one, other))
    .map((item) => item.entry);
}

function heading(key, name, label, chosen) {
  const isSorted = table.sort?.key === key;
  const direction = isSorted ? (table.sort.isDown ? "descending" : "ascending") : "none";
  const sort = make(
    "button",
    { type: "button", onclick: () => sortBy(key) },
    key === "entry" ? name : dutch("span", {}, name),
    make("span", { class: "arrow", "aria-hidden": "true" }, isSorted ? (table.sort.isDown ? "\u00a0↓" : "\u00a0↑") : "\u00a0↕"),
  );
  return make("th", { scope: "col", "aria-sort": direction, "data-key": key, class: key === chosen ? "chosen" : null }, sort);
}

// First the largest (of words: from A), then the other way, then as printed.
function sortBy(key) {
  const first = key !== "entry";
  if (table.sort?.key !== key) table.sort = { key, isDown: first };
  else table.sort = table.sort.isDown === first ? { key, isDown: !first } : null;
  update();
  byId("tree")
    .querySelector(`thead [data-key="${CSS.escape(key)}"] button`)
    ?.focus();
}

function lineRow({ entry, level, isOpen, place, of }, number, columns, chosen, label, query, found) {
  const hasChildren = !table.isList && entry.children.length > 0;
  const attributes = {
    class: `${entry.kind}${query && !found.has(entry) ? " context" : ""}`,
    "data-level": level,
    tabindex: -1,
    "data-place": number,
  };
  if (!table.isList) Object.assign(attributes, { "aria-level": level, "aria-posinset": place, "aria-setsize": of });
  if (hasChildren) attributes["aria-expanded"] = String(isOpen);
  const twisty = make("span", { class: "twisty", "aria-hidden": "true" }, hasChildren ? (isOpen ? "▾" : "▸") : "");
  const owner = entry.owner ?? (entry.kind === "action" || entry.kind === "project" ? "owner lost" : null);
  const marked = worst(entry.findings);
  const name = make(
    "td",
    { role: "gridcell" },
    make(
      "div",
      { class: "entry" },
      twisty,
      make(
        "div",
        {},
        make("span", { class: entry.code ? "code" : "code missing" }, nameOf(entry)),
        marked ? make("span", { class: `mark ${marked}`, title: messagesOf(entry.findings) }) : null,
        " ",
        dutch("span", { class: entry.title ? "title" : "title missing" }, titleOf(entry)),
        owner ? dutch("span", { class: entry.owner ? "owner" : "owner missing" }, owner) : null,
      ),
    ),
  );
  return make("tr", attributes, name, ...columns.map((column) => figureCell(entry, label, column, chosen)));
}

function figureCell(entry, label, column, chosen) {
  const figure = figureOf(entry, label, column.key);
  const attributes = {
    role: "gridcell",
    class: column.key === chosen ? "figure chosen" : column.isShare ? "figure share" : "figure",
  };
  if (!figure) return make("td", attributes, make("span", { class: "missing", title: "not printed" }, MISSING));
  const cell = make("td", attributes, ...figureParts(figure));
  if (column.isShare && figure.size > 0) {
    const bar = make("span", { class: figure.size > 100 ? "bar over" : "bar", "aria-hidden": "true" });
    bar.style.width = `${Math.min(figure.size, 100)}%`;
    cell.append(make("span", { class: "track", "aria-hidden": "true" }, bar));
  }
  return cell;
}

function focusLine(place, isFocused) {
  const rows = byId("tree").tBodies[0]?.rows ?? [];
  if (!rows.length) return;
  table.focus = Math.max(0, Math.min(place, rows.length - 1));
  for (const row of rows) row.tabIndex = -1;
  rows[table.focus].tabIndex = 0;
  if (isFocused) rows[table.focus].focus();
}

function toggle(entry, isOpen) {
  if (isOpen) table.open.add(entry.index);
  else table.open.delete(entry.index);
  update();
}

function moveInTree(event) {
  const row = event.target.closest("tbody tr");
  if (!row || event.target !== row || event.ctrlKey || event.metaKey || event.altKey) return;
  const place = Number(row.dataset.place);
  const { entry, isOpen } = table.lines[place];
  const canOpen = !table.isList && entry.children.length > 0;
  const parent = table.lines.findLastIndex((line, number) => number < place && line.level < table.lines[place].level);
  const moves = {
    ArrowDown: () => focusLine(place + 1, true),
    ArrowUp: () => focusLine(place - 1, true),
    Home: () => focusLine(0, true),
    End: () => focusLine(table.lines.length - 1, true),
    ArrowRight: () => (canOpen && !isOpen ? toggle(entry, true) : canOpen && focusLine(place + 1, true)),
    ArrowLeft: () => (canOpen && isOpen ? toggle(entry, false) : parent >= 0 && focusLine(parent, true)),
    Enter: () => showEntry(entry),
    " ": () => showEntry(entry),
  };
  if (!(event.key in moves)) return;
  event.preventDefault();
  moves[event.key]();
}

function clickInTree(event) {
  const row = event.target.closest("tbody tr");
  if (!row) return;
  const place = Number(row.dataset.place);
  const { entry, isOpen } = table.lines[place];
  focusLine(place, true);
  if (event.target.closest(".twisty") && !table.isList && entry.children.length) toggle(entry, !isOpen);
  else showEntry(entry);
}
