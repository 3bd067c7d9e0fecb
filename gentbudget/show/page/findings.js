// The list of findings, worst first, each leading to its entry.

const SEVERITIES = ["error", "warning", "info"];
const shownSeverities = new Set(["error", "warning"]);

function findingItem(number) {
  const finding = report.findings[number];
  return make(
    "li",
    { id: `note-${number}`, tabindex: -1 },
    make("span", { class: `severity ${finding.severity}` }, finding.severity),
    " ",
    make("b", {}, finding.code),
    ` line ${finding.line}: ${finding.message}`,
  );
}

function drawFindings() {
  const count = (severity) => report.findings.filter((finding) => finding.severity === severity).length;
  byId("severities").replaceChildren(
    ...SEVERITIES.map((severity) =>
      make(
        "button",
        {
          type: "button",
          class: severity,
          "aria-pressed": String(shownSeverities.has(severity)),
          onclick: () => choose(severity),
        },
        `${severity} ${written(count(severity))}`,
      ),
    ),
  );
  byId("verdict").textContent = count("error")
    ? "Figures or entries are lost or in doubt. Each finding stands at its figure too, as a coloured dot."
    : "Nothing puts a figure in doubt.";
  const shown = report.findings.filter((finding) => shownSeverities.has(finding.severity));
  byId("findings").replaceChildren(...alike(shown).map(listItem));
  if (!shown.length) byId("findings").append(make("li", { class: "empty" }, "None of these kinds."));
}

// Findings that say the same of different places, together.
function alike(findings) {
  const groups = new Map();
  for (const finding of findings) {
    const said = `${finding.code} ${finding.message}`;
    groups.set(said, [...(groups.get(said) ?? []), finding]);
  }
  return [...groups.values()];
}

function listItem(group) {
  const [{ severity, code, message }] = group;
  const [first, ...more] = message.split("; ");
  const rest = more.length
    ? make(
        "details",
        {},
        make("summary", {}, `${written(more.length)} more`),
        make("ul", {}, ...more.map((one) => make("li", {}, one))),
      )
    : null;
  const label = make("span", { class: `severity ${severity}` }, severity);
  const why = [make("b", {}, code), group.length > 1 ? ` (${written(group.length)} times)` : "", `: ${first}`];
  if (group.length === 1)
    return make("li", {}, make("p", {}, label, " ", ...placeOf(group[0], true)), make("p", { class: "why" }, ...why), rest);
  return make(
    "li",
    {},
    make("p", {}, label, " ", ...why),
    rest,
    make("p", { class: "places" }, ...group.map((finding) => make("span", {}, ...placeOf(finding, false)))),
  );
}

// Where a finding is: its entry, and its line where that is not the entry's name.
function placeOf(finding, isWhole) {
  if (finding.entry === null) return [`line ${finding.line}`];
  const entry = entries[finding.entry];
  const name = nameOf(entry);
  return [
    make("button", { type: "button", class: "link", onclick: () => showEntry(entry) }, name),
    isWhole && entry.title ? dutch("span", { class: "title" }, ` ${entry.title}`) : null,
    name.endsWith(` ${finding.line}`) ? null : `, line ${finding.line}`,
  ].filter(Boolean);
}

function choose(severity) {
  if (!shownSeverities.delete(severity)) shownSeverities.add(severity);
  drawFindings();
  byId("severities").querySelector(`.${severity}`).focus();
}
