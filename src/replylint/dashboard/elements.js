"use strict";
// The page is built of elements and texts, never of HTML: nothing that a chat says is interpreted.

/** An element with attributes (on… are listeners) and children, which are elements or texts. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

const number = (digits) =>
  new Intl.NumberFormat(DATA.language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
const WHOLE = number(0);
const TENTH = number(1);
const SIGNED = new Intl.NumberFormat(DATA.language, {
  minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "always",
});
/** A change with its sign; a minus is not the hyphen that some languages are given. */
const signed = (change) => SIGNED.format(change).replace("-", "\u2212");
const DATE = new Intl.DateTimeFormat(DATA.language, { day: "numeric", month: "short", timeZone: "UTC" });
const LONG_DATE = new Intl.DateTimeFormat(DATA.language, {
  day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
});
const LONG_MOMENT = new Intl.DateTimeFormat(DATA.language, {
  day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC",
});

/** A text of the report with its {…} filled in. */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

const FORM = new Intl.PluralRules(DATA.language);

/** A text of the report about so many things, in the form for their number. */
function counted(forms, count, values) {
  return fill(forms[FORM.select(count)], { count: WHOLE.format(count), ...values });
}

/** A score as it is shown: rounded down, so that only a faultless reply has 100. */
const shownScore = (score) => WHOLE.format(Math.floor(score));
const named = (name) => (name === null || name === "" ? WORDS.unknown : name);
const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const titleOf = (kind, name) => DATA.titles[kind][name] || name;

function section(id, ...children) {
  return make("section", { id, "aria-labelledby": id + "-head" },
    make("h2", { id: id + "-head" }, WORDS[id]), children);
}
