// The report as the page's block of data has it, its figures as they are written, and what they weigh.

const report = JSON.parse(document.getElementById("report").textContent);
const entries = report.entries.map((entry, index) => ({ ...entry, index, children: [] }));
for (const entry of entries) entry.up = entry.parent === null ? null : entries[entry.parent];
for (const entry of entries) if (entry.up) entry.up.children.push(entry);
const roots = entries.filter((entry) => !entry.up);

// The rows that tables have, each with its columns in printed order.
const measures = new Map();
for (const entry of entries) {
  for (const row of entry.rows) {
    if (!measures.has(row.label)) measures.set(row.label, new Map());
    const columns = measures.get(row.label);
    for (const number of row.columns) {
      const column = report.columns[number];
      if (!columns.has(column.key)) columns.set(column.key, column);
    }
  }
}

const MISSING = "\u2014";
const nameOf = (entry) => entry.code ?? `no code, line ${entry.lines[0]}`;
const titleOf = (entry) => entry.title ?? "title lost";
const counted = (count, one, many) => `${written(count)} ${count === 1 ? one : many}`;

// The figure in a row and column, or null where the entry has no such row or column.
function figureOf(entry, label, key) {
  const row = entry.rows.find((candidate) => candidate.label === label);
  const place = row ? row.columns.findIndex((number) => report.columns[number].key === key) : -1;
  return place < 0 ? null : figureAt(row, place);
}

function figureAt(row, place) {
  const figure = row.figures[place];
  const isReadable = typeof figure === "string";
  return {
    text: isReadable ? figure : (figure?.unreadable ?? MISSING),
    state: isReadable ? "printed" : figure ? "unreadable" : "missing",
    size: isReadable ? sizeOf(figure) : NaN,
    inferred: row.inferred[place],
    below: row.below[place],
    marks: row.figure_marks[place] ?? [],
  };
}

// What a written figure weighs, for order and areas. What is shown is never computed from it.
const sizeOf = (text) => Number(text.replaceAll(".", "").replace(",", ".").replace("%", ""));

// The exact sum of written amounts, written.
function sumOf(texts) {
  const decimals = Math.max(0, ...texts.map((text) => (text.split(",")[1] ?? "").length));
  const units = texts.map((text) => {
    const [whole, fraction = ""] = text.replaceAll(".", "").split(",");
    return BigInt(whole + fraction.padEnd(decimals, "0"));
  });
  const sum = units.reduce((total, unit) => total + unit, 0n);
  const digits = String(sum < 0n ? -sum : sum).padStart(decimals + 1, "0");
  const whole = written(digits.slice(0, digits.length - decimals));
  return (sum < 0n ? "-" : "") + whole + (decimals ? `,${digits.slice(-decimals)}` : "");
}

// A whole number in Dutch notation.
function written(number) {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ".");
}

// Text without case, accents and the blanks that a code may have, as searches compare it.
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const haystacks = entries.map((entry) => {
  const said = [nameOf(entry), titleOf(entry), ...entry.facts.map(([, value]) => value)];
  return folded(said.join(" \u0000 "));
});

function matches(entry, query) {
  const words = folded(query.replace(/\b([a-z]{2,3})[\s-]+(?=\d{4})/gi, "$1"))
    .split(/\s+/)
    .filter(Boolean);
  return words.every((word) => haystacks[entry.index].includes(word));
}

function pathOf(entry) {
  return entry ? [...pathOf(entry.up), entry] : [];
}
