// One entry whole: its header, its tables with what its children come to, its findings, its description.

function showEntry(entry) {
  const dialog = byId("entry");
  const numbered = new Map(entry.findings.map((number, place) => [number, place + 1]));
  dialog.replaceChildren(
    make(
      "div",
      { class: "dialog-head" },
      make(
        "p",
        { class: "path" },
        ...pathOf(entry.up).flatMap((above) => [
          make(
            "button",
            { type: "button", class: "link", title: titleOf(above), onclick: () => showEntry(above) },
            nameOf(above),
          ),
          " › ",
        ]),
        make("span", {}, nameOf(entry)),
      ),
      make("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => dialog.close() }, "×"),
    ),
    dutch("h2", { id: "entry-title", class: entry.title ? null : "missing", tabindex: -1 }, titleOf(entry)),
    make(
      "dl",
      { class: "facts" },
      ...factsOf(entry).flatMap(([name, value]) => [
        make("dt", {}, name),
        dutch("dd", { class: value === "lost" ? "missing" : null }, value),
      ]),
    ),
    ...tablesOf(entry, numbered),
    ...findingsOf(entry),
    ...descriptionOf(entry),
    ...childrenOf(entry),
  );
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  byId("entry-title").focus();
  const address = entry.code ? `#${encodeURIComponent(entry.code)}` : `#line-${entry.lines[0]}`;
  if (location.hash !== address) history.replaceState(null, "", address);
}

const factsOf = (entry) => [
  ["kind", entry.kind],
  ...entry.facts,
  ["lines", `${entry.lines[0]}\u2013${entry.lines[1]} of the text`],
];

// Rows that have the same columns stand in one table.
function tablesOf(entry, numbered) {
  const groups = [];
  for (const row of entry.rows) {
    const last = groups.at(-1);
    if (last && String(last[0].columns) === String(row.columns)) last.push(row);
    else groups.push([row]);
  }
  if (!groups.length) return [make("p", { class: "missing" }, "No table is printed here.")];
  return groups.map((rows) => {
    const labels = rows[0].columns.map((number) => report.columns[number].label);
    const head = make(
      "tr",
      {},
      make("th", { scope: "col" }, make("span", { class: "hidden" }, "row")),
      ...labels.map((label) => dutch("th", { scope: "col" }, label)),
    );
    return make(
      "div",
      { class: "scroll" },
      make(
        "table",
        { class: "figures" },
        make("thead", {}, head),
        make("tbody", {}, ...rows.flatMap((row) => rowsOf(entry, row, numbered))),
      ),
    );
  });
}

function rowsOf(entry, row, numbered) {
  const notes = (marks) =>
    marks.map((number) =>
      make(
        "sup",
        { class: report.findings[number].severity },
        make(
          "a",
          { href: `#note-${number}`, onclick: follow, "aria-label": `finding ${numbered.get(number)}` },
          String(numbered.get(number)),
        ),
      ),
    );
  const figures = row.figures.map((_, place) => figureAt(row, place));
  const cells = figures.map((figure) =>
    make(
      "td",
      {},
      figure.state === "printed" ? figure.text : make("span", { class: figure.state, title: lossOf(figure) }, figure.text),
      ...notes(figure.marks),
      figure.inferred ? make("span", { class: "inferred" }, `inferred: ${figure.inferred}`) : null,
    ),
  );
  const lines = [make("tr", {}, dutch("th", { scope: "row" }, row.label, ...notes(row.marks)), ...cells)];
  const isWorthwhile = figures.some((figure) => figure.below && (figure.size !== 0 || sizeOf(figure.below[0]) !== 0));
  if (!isWorthwhile) return lines;
  const below = figures.map(({ below: sum }) =>
    make(
      "td",
      {},
      sum?.[0] ?? "",
      sum?.[1]
        ? make("span", { class: "difference" }, `${sizeOf(sum[1]) > 0 ? "short" : "over"} ${sum[1].replace("-", "")}`)
        : null,
    ),
  );
  return [
    ...lines,
    make(
      "tr",
      { class: "below" },
      make("th", { scope: "row" }, `sum of the ${counted(entry.children.length, "entry", "entries")} below`),
      ...below,
    ),
  ];
}

function findingsOf(entry) {
  if (!entry.findings.length) return [];
  return [make("h3", {}, "Findings"), make("ol", { class: "notes" }, ...entry.findings.map((number) => findingItem(number)))];
}

function descriptionOf(entry) {
  if (!entry.paragraphs.length) return [];
  return [make("h3", {}, "Description"), ...entry.paragraphs.map((paragraph) => dutch("p", { class: "paragraph" }, paragraph))];
}

function childrenOf(entry) {
  if (!entry.children.length) return [];
  const items = entry.children.map((child) =>
    make(
      "li",
      {},
      make("button", { type: "button", class: "link", onclick: () => showEntry(child) }, nameOf(child)),
      " ",
      dutch("span", {}, titleOf(child)),
    ),
  );
  return [make("h3", {}, `Below it (${items.length})`), make("ul", { class: "children" }, ...items)];
}

// Within the dialog, without a new address: that is the entry's.
function follow(event) {
  event.preventDefault();
  const target = byId(event.currentTarget.getAttribute("href").slice(1));
  target?.scrollIntoView({ block: "nearest" });
  target?.focus();
}
