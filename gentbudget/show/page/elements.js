// Elements made one by one: what is printed only ever becomes text.

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "class") element.className = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const byId = (id) => document.getElementById(id);
const dutch = (name, attributes, ...children) => make(name, { lang: "nl", ...attributes }, ...children);

// The worst severity of some findings.
function worst(numbers) {
  const severities = numbers.map((number) => report.findings[number].severity);
  return ["error", "warning", "info"].find((severity) => severities.includes(severity));
}

// A figure with what is to be said of it: whether it is missing, and what findings are about it.
function figureParts(figure) {
  const marked = worst(figure.marks);
  return [
    figure.state === "printed" ? figure.text : make("span", { class: figure.state, title: lossOf(figure) }, figure.text),
    marked
      ? make(
          "span",
          { class: `mark ${marked}`, title: messagesOf(figure.marks) },
          make("span", { class: "hidden" }, ` (${marked})`),
        )
      : null,
  ];
}

function lossOf(figure) {
  const loss = figure.state === "missing" ? "not printed, or lost" : "printed like this, and no number";
  return figure.inferred ? `${loss}; inferred: ${figure.inferred}` : loss;
}

const messagesOf = (numbers) =>
  numbers.map((number) => `${report.findings[number].code}: ${report.findings[number].message}`).join("\n");
