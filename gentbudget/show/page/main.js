// What the controls say, and what follows from it.

const controls = { query: byId("query"), row: byId("row"), column: byId("column") };

function update() {
  const { row, column, query } = controls;
  drawTreemap(row.value, column.value);
  drawStatus(drawTree(row.value, column.value, query.value.trim()), query.value.trim());
}

// How much was found, and what the actions and projects among it come to: never plans, whose sums have these in them.
function drawStatus(found, query) {
  const { row, column } = controls;
  const leaves = found.filter((entry) => entry.kind === "action" || entry.kind === "project");
  const printed = leaves
    .map((entry) => figureOf(entry, row.value, column.value))
    .filter((figure) => figure?.state === "printed");
  const lacking = leaves.length - printed.length;
  const said = query
    ? `${written(found.length)} of ${counted(entries.length, "entry", "entries")}`
    : counted(entries.length, "entry", "entries");
  const amount = sumOf(printed.map((figure) => figure.text));
  byId("status").replaceChildren(
    make("strong", {}, said),
    leaves.length ? `; ${counted(leaves.length, "action or project", "actions and projects")} come to ` : "",
    ...(leaves.length
      ? [make("strong", {}, amount), " in ", dutch("span", {}, `${row.value}, ${column.selectedOptions[0]?.textContent ?? ""}`)]
      : []),
    lacking ? `; ${written(lacking)} of them ${lacking === 1 ? "lacks" : "lack"} that figure` : "",
  );
}

function offerColumns() {
  const before = controls.column.value;
  const amounts = [...(measures.get(controls.row.value)?.values() ?? [])].filter((column) => !column.isShare);
  controls.column.replaceChildren(...amounts.map((column) => make("option", { value: column.key }, column.label)));
  const wanted = [before, "actual", "paid"].find((key) => amounts.some((column) => column.key === key));
  if (wanted) controls.column.value = wanted;
}

function arrange(isList) {
  table.isList = isList;
  byId("as-tree").setAttribute("aria-pressed", String(!isList));
  byId("as-list").setAttribute("aria-pressed", String(isList));
  byId("expand").disabled = isList;
  update();
}

function openAll() {
  const inner = entries.filter((entry) => entry.children.length);
  const isOpen = inner.every((entry) => table.open.has(entry.index));
  table.open = new Set((isOpen ? roots : inner).map((entry) => entry.index));
  byId("expand").textContent = isOpen ? "Open all" : "Close all";
  update();
}

function showAddress() {
  const address = decodeURIComponent(location.hash.slice(1));
  const entry = entries.find(
    (candidate) => address && (candidate.code === address || `line-${candidate.lines[0]}` === address),
  );
  if (entry) showEntry(entry);
}

function describe() {
  const counts = ["objective", "plan", "action", "project"].map((kind) => [
    kind,
    entries.filter((entry) => entry.kind === kind).length,
  ]);
  const said = counts.filter(([, count]) => count).map(([kind, count]) => counted(count, kind, `${kind}s`));
  byId("kicker").textContent = ["City of Ghent", report.year ? `accounts of ${report.year}` : null].filter(Boolean).join(" · ");
  byId("standfirst").textContent =
    `${said.slice(0, -1).join(", ")}${said.length > 1 ? " and " : ""}${said.at(-1) ?? "no entries"}, with every figure as the document prints it.`;
  byId("source").textContent = `Read from ${report.source} by gentbudget.`;
  byId("owners").replaceChildren(
    ...[...new Set(entries.map((entry) => entry.owner).filter(Boolean))]
      .sort((one, other) => one.localeCompare(other, "nl"))
      .map((owner) => make("option", { value: owner })),
  );
}

function start() {
  byId("page").hidden = false;
  describe();
  controls.row.replaceChildren(...[...measures.keys()].map((label) => make("option", { value: label }, label)));
  offerColumns();
  drawFindings();
  update();
  controls.query.addEventListener("input", update);
  controls.column.addEventListener("change", update);
  controls.row.addEventListener("change", () => (offerColumns(), update()));
  byId("toolbar").addEventListener("submit", (event) => event.preventDefault());
  byId("as-tree").addEventListener("click", () => arrange(false));
  byId("as-list").addEventListener("click", () => arrange(true));
  byId("expand").addEventListener("click", openAll);
  byId("tree").addEventListener("keydown", moveInTree);
  byId("tree").addEventListener("click", clickInTree);
  byId("treemap").addEventListener("keydown", moveInTreemap);
  byId("entry").addEventListener(
    "close",
    () => (history.replaceState(null, "", location.pathname + location.search), focusBack()),
  );
  byId("entry").addEventListener("click", (event) => event.target === byId("entry") && byId("entry").close());
  window.addEventListener("hashchange", showAddress);
  let width = window.innerWidth;
  window.addEventListener(
    "resize",
    () => window.innerWidth !== width && ((width = window.innerWidth), drawTreemap(controls.row.value, controls.column.value)),
  );
  showAddress();
}

// The row that was left may have been drawn anew since.
function focusBack() {
  if (document.activeElement === document.body) focusLine(table.focus, true);
}

start();
