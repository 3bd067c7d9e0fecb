// The hierarchy as areas: what stands under one entry, two levels deep. Squarified, after Bruls, Huizing and van Wijk.

const treemap = { at: null };
const HEAD = 26; // the height of a group's title, in pixels
const LEAST = 0.35; // of a pixel's side: what is smaller is not drawn

function drawTreemap(label, key) {
  const box = byId("treemap");
  const hadFocus = box.contains(document.activeElement);
  const area = { x: 0, y: 0, width: box.clientWidth, height: box.clientHeight };
  const children = treemap.at ? treemap.at.children : roots;
  const drawing = { label, key, missing: [], zero: [], negative: [] };
  box.replaceChildren(...tiles(treemap.at, children, area, drawing, 0));
  if (!box.children.length) box.append(make("p", { class: "empty" }, `Nothing above zero here in ${label}.`));
  const first = box.querySelector(".tile");
  if (first) first.tabIndex = 0;
  if (first && hadFocus) first.focus();
  byId("undrawn").replaceChildren(...undrawn(drawing));
  byId("crumbs").replaceChildren(...crumbs());
  byId("treemap-sum").replaceChildren(...total(children, drawing));
}

// What the entry here prints; of everything, what the topmost entries come to.
function total(children, { label, key }) {
  const printed = treemap.at ? figureOf(treemap.at, label, key)?.text : null;
  const figures = children.map((entry) => figureOf(entry, label, key)).filter((figure) => figure?.state === "printed");
  const column = measures.get(label)?.get(key)?.label ?? "";
  return [
    dutch("span", {}, `${label}, ${column}: `),
    make("strong", {}, printed ?? sumOf(figures.map((figure) => figure.text))),
  ];
}

function crumbs() {
  return [null, ...pathOf(treemap.at)].map((entry) => {
    const name = entry ? nameOf(entry) : "Everything";
    if (entry === treemap.at)
      return make("li", {}, make("span", { "aria-current": "true", title: entry ? titleOf(entry) : null }, name));
    return make(
      "li",
      {},
      make("button", { type: "button", onclick: () => zoom(entry), title: entry ? titleOf(entry) : null }, name),
    );
  });
}

function zoom(entry) {
  treemap.at = entry;
  update();
}

function tiles(parent, children, area, drawing, depth) {
  const sized = children.map((entry) => ({
    entry,
    ...(figureOf(entry, drawing.label, drawing.key) ?? { text: MISSING, state: "missing", size: NaN }),
  }));
  for (const item of sized) {
    if (Number.isNaN(item.size)) drawing.missing.push(item);
    else if (item.size === 0) drawing.zero.push(item);
    else if (item.size < 0) drawing.negative.push(item);
  }
  const drawn = sized.filter((item) => item.size > 0);
  const rest = restOf(parent, drawing);
  if (rest) drawn.push(rest);
  drawn.sort((one, other) => other.size - one.size);
  return squarified(drawn, area).flatMap(([item, place]) =>
    item.entry ? tile(item, place, drawing, depth) : [restTile(item, place)],
  );
}

// What an entry prints beyond its children, where that is more than rounding: something below it is lost.
function restOf(parent, drawing) {
  const difference = parent && figureOf(parent, drawing.label, drawing.key)?.below?.[1];
  return difference && sizeOf(difference) > 0 ? { text: difference, size: sizeOf(difference) } : null;
}

function restTile(item, place) {
  const said = `${item.text} that no entry printed below accounts for`;
  return placed(
    make(
      "div",
      { class: "tile rest", title: said },
      make("span", { class: "name" }, "not below"),
      make("span", { class: "amount" }, item.text),
    ),
    place,
  );
}

function tile(item, place, drawing, depth) {
  const { entry } = item;
  const isGroup = depth === 0 && entry.children.length > 0 && place.height > 3 * HEAD && place.width > 80;
  const name = isGroup || !entry.code ? `${nameOf(entry)} ${entry.title ?? ""}`.trim() : titleOf(entry);
  const said = `${nameOf(entry)} ${titleOf(entry)}: ${item.text}`;
  const button = make(
    "button",
    {
      type: "button",
      class: `tile hue-${hueOf(entry)}${isGroup ? " group" : ""}${entry.code ? "" : " lost"}`,
      title: said,
      "aria-label": `${name} ${item.text}, ${nameOf(entry)}`,
      tabindex: -1,
    },
    dutch("span", { class: "name" }, name),
    " ",
    make("span", { class: "amount" }, item.text),
  );
  button.addEventListener("click", () => (entry.children.length && entry !== treemap.at ? zoom(entry) : showEntry(entry)));
  placed(button, isGroup ? { ...place, height: HEAD } : place);
  if (!isGroup) return [button];
  const inside = { x: place.x, y: place.y + HEAD, width: place.width, height: place.height - HEAD };
  return [button, ...tiles(entry, entry.children, inside, { ...drawing, zero: [], missing: [], negative: [] }, depth + 1)];
}

const hueOf = (entry) => roots.indexOf(pathOf(entry)[0]) % 8;

function placed(element, { x, y, width, height }) {
  Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
  element.classList.toggle("small", width < 90 || (height < 42 && height !== HEAD));
  element.classList.toggle("tiny", width < 44 || height < 20);
  // An amount that has no room is left out: cut off it would be another one.
  const amount = element.querySelector(".amount");
  const isRoomy = width > amount.textContent.length * 8 + (element.classList.contains("group") ? 90 : 12);
  element.classList.toggle("no-amount", !isRoomy || height < 16);
  element.style.setProperty("--lines", Math.max(1, Math.floor((height - (isRoomy ? 24 : 8)) / 17)));
  return element;
}

// Gives each item its rectangle, in rows along the shorter side that stay as square as they can.
function squarified(items, area) {
  const total = items.reduce((sum, item) => sum + item.size, 0);
  const scale = total > 0 ? (area.width * area.height) / total : 0;
  const found = [];
  let { x, y, width, height } = area;
  let rest = items.filter((item) => item.size * scale > LEAST);
  while (rest.length) {
    const side = Math.min(width, height);
    let count = 1;
    while (
      count < rest.length &&
      flatness(rest.slice(0, count + 1), side, scale) <= flatness(rest.slice(0, count), side, scale)
    )
      count += 1;
    const row = rest.slice(0, count);
    const depth = (row.reduce((sum, item) => sum + item.size, 0) * scale) / side;
    let along = 0;
    for (const item of row) {
      const length = (item.size * scale) / depth;
      found.push([
        item,
        width >= height ? { x, y: y + along, width: depth, height: length } : { x: x + along, y, width: length, height: depth },
      ]);
      along += length;
    }
    if (width >= height) [x, width] = [x + depth, width - depth];
    else [y, height] = [y + depth, height - depth];
    rest = rest.slice(count);
  }
  return found;
}

function flatness(row, side, scale) {
  const areas = row.map((item) => item.size * scale);
  const sum = areas.reduce((total, one) => total + one, 0);
  return Math.max((side ** 2 * Math.max(...areas)) / sum ** 2, sum ** 2 / (side ** 2 * Math.min(...areas)));
}

// An area can show neither nothing nor less than that; it is told instead.
function undrawn({ missing, zero, negative }) {
  const parts = [];
  if (negative.length) parts.push(["below zero: ", negative]);
  if (missing.length) parts.push(["not printed: ", missing]);
  if (zero.length) parts.push(["zero: ", zero]);
  if (!parts.length) return [];
  return ["Not drawn, ", ...parts.flatMap(([said, items], place) => [place ? "; " : "", said, ...named(items)]), "."];
}

function named(items) {
  const shown = items
    .slice(0, 5)
    .flatMap((item, place) => [
      place ? ", " : "",
      make("button", { type: "button", class: "link", onclick: () => showEntry(item.entry) }, nameOf(item.entry)),
      item.size < 0 ? ` (${item.text})` : "",
    ]);
  return items.length > 5 ? [...shown, ` and ${written(items.length - 5)} more`] : shown;
}

function moveInTreemap(event) {
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const all = [...byId("treemap").querySelectorAll("button.tile")];
  const now = all.indexOf(document.activeElement);
  if (event.key === "Escape" && treemap.at) zoom(treemap.at.up);
  if (now < 0 || !(event.key in steps)) return;
  event.preventDefault();
  const next = all[(now + steps[event.key] + all.length) % all.length];
  for (const one of all) one.tabIndex = one === next ? 0 : -1;
  next.focus();
}
