"use strict";
/** With fewer conversations than this a point of the trend has no interval. */
const LEAST_CLUSTERS = 5;
const STATE = { agent: "", team: "", channel: "", category: "", from: DATA.first, to: DATA.last };

/** The filters stand in the address, so that a view can be sent as a link. */
function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  const known = { ...DATA.dimensions, category: Object.keys(DATA.titles.category) };
  for (const key of [...KEYS, "category"]) {
    const value = given.get(key) || "";
    STATE[key] = known[key].map(named).includes(value) ? value : "";
  }
  for (const [key, usual] of [["from", DATA.first], ["to", DATA.last]]) {
    const value = given.get(key);
    STATE[key] = usual && value && /^\d{4}-\d\d-\d\d$/.test(value) ? value : usual;
  }
}

function change(key, value) {
  STATE[key] = value;
  const set = new URLSearchParams();
  for (const [name, chosen] of Object.entries(STATE)) {
    const usual = { from: DATA.first, to: DATA.last }[name] || "";
    if (chosen && chosen !== usual) set.set(name, chosen);
  }
  const text = set.toString();
  history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
  draw();
}

function select(key, names, title) {
  const list = make("select", { onchange: (event) => change(key, event.target.value) },
    make("option", { value: "" }, WORDS.all),
    names.map(([value, shown]) => make("option", { value, selected: STATE[key] === value }, shown)));
  return make("label", {}, title, list);
}

/** A value of a filter as it is shown: channels have words. */
const shownAs = (key, name) => (key === "channel" && name ? titleOf("channel", name) : named(name));

function filters() {
  const parts = KEYS.filter((key) => DATA.dimensions[key].length > 1)
    .map((key) => select(key, DATA.dimensions[key].map((name) => [named(name), shownAs(key, name)]), WORDS[key]));
  const met = new Set(DATA.cells.flatMap((cell) => cell[CATEGORIES].map(([name]) => name)));
  const categories = [...met].map((name) => [name, upper(titleOf("category", name))])
    .sort((a, b) => a[1].localeCompare(b[1], DATA.language));
  parts.push(select("category", categories, WORDS.category));
  const earliest = DATA.dimensions.day.find((day) => day !== null);
  if (DATA.first) {
    for (const key of ["from", "to"]) {
      parts.push(make("label", {}, WORDS[key], make("input", {
        type: "date", value: STATE[key], min: earliest, max: DATA.last,
        onchange: (event) => change(key, event.target.value || (key === "from" ? DATA.first : DATA.last)),
      })));
    }
  }
  parts.push(make("button", { type: "button", onclick: () => { location.hash = ""; } }, WORDS.reset));
  return make("form", { class: "filters", "aria-label": WORDS.filters, onsubmit: (event) => event.preventDefault() }, parts);
}

/** The positions of the chosen values. */
function place(without) {
  const found = {};
  for (const key of KEYS) {
    if (STATE[key] && key !== without) found[key] = DATA.dimensions[key].map(named).indexOf(STATE[key]);
  }
  return found;
}

/**
 * The period before the chosen one: as long, and ending where it begins. A few days are compared
 * with the same days of the week before: weekends are not like other days.
 */
function periodBefore() {
  const from = beginning(STATE.from, DATA.unit);
  const length = daysFrom(from, STATE.to) + 1;
  const weeks = 7 * Math.ceil(length / 7);
  if (DATA.unit === "week") return [later(from, -weeks), later(from, -1), weeks];
  const shift = DATA.unit === "day" && length < 14 ? weeks : length;
  return [later(from, -shift), later(from, length - shift - 1), shift];
}

/** A percentage with its sign, as the language writes it. */
const percent = (value, digits) => fill(WORDS.percent, { share: (digits ? TENTH : WHOLE).format(value) });

function tile(title, value, note, changed, better) {
  const way = changed ? (changed.change * better > 0 ? "up" : changed.change * better < 0 ? "down" : "") : "";
  return make("div", { class: "tile" }, make("div", { class: "soft" }, title), make("b", {}, value),
    note ? make("div", { class: "soft" }, note) : null,
    changed ? make("div", { class: way }, fill(changed.words || WORDS.before, { change: signed(changed.change), from: DATE.format(dayOf(changed.from)), to: DATE.format(dayOf(changed.to)) })) : null);
}

function overview(now, before, period, all) {
  const mean = iqs(now), share = passed(now);
  const interval = (words, e) => fill(words, { low: TENTH.format(e.low), high: TENTH.format(e.high) });
  const since = (value, words) => (before ? { change: value(now) - value(before), from: period[0], to: period[1], words } : null);
  const not_judged = DATA.run.not_applicable ? fill(WORDS.not_judged, { count: WHOLE.format(DATA.run.not_applicable) }) : null;
  const earlier = before ? fill(WORDS.replies_before, { from: DATE.format(dayOf(period[0])), to: DATE.format(dayOf(period[1])), count: WHOLE.format(before[COUNT]) }) : null;
  const chats = `${WORDS.chats}: ${WHOLE.format(DATA.run.chats)}`;
  return section("overview",
    make("div", { class: "tiles" },
      tile(WORDS.iqs, TENTH.format(mean.value), interval(WORDS.interval, mean), since((c) => iqs(c).value), 1),
      tile(`${WORDS.passed} (${fill(WORDS.passed_note, { mark: WHOLE.format(DATA.wish.pass_mark) })})`,
        percent(share.value, 1), interval(WORDS.interval_percent, share), since((c) => passed(c).value, WORDS.before_points), 1),
      tile(STATE.category ? fill(WORDS.rate_of, { category: titleOf("category", STATE.category) }) : WORDS.per_hundred,
        TENTH.format(perHundred(now, STATE.category)), null, since((c) => perHundred(c, STATE.category)), -1),
      tile(WORDS.critical, WHOLE.format(now[CRITICAL]), null),
      tile(WORDS.replies, WHOLE.format(now[COUNT]), [...(all ? [chats, not_judged] : []), earlier].filter(Boolean).join(" · ") || null)),
    DATA.first && !before ? make("p", { class: "soft" }, WORDS.no_before) : null);
}

/** The first day of the period after the one that begins on a day. */
function following(day, unit) {
  return beginning(later(day, { day: 1, week: 7, month: 31 }[unit]), unit);
}

/**
 * A point for each period from the first to the last; one without replies has no value, and one
 * with too few to know how far they vary has no interval.
 */
function pointsOf(cells, unit, shift) {
  const groups = new Map();
  for (const cell of cells) {
    const day = DATA.dimensions.day[cell[DAY]];
    if (day === null) continue;
    const start = beginning(day, unit);
    if (!groups.has(start)) groups.set(start, []);
    groups.get(start).push(cell);
  }
  const starts = [...groups.keys()].sort();
  const points = [];
  for (let start = starts[0]; start && start <= starts.at(-1); start = following(start, unit)) {
    const total = sum(groups.get(start) || []);
    const day = dayOf(later(start, shift));
    if (!total) points.push({ day, count: 0 });
    else if (STATE.category) points.push({ day, count: total[COUNT], value: perHundred(total, STATE.category) });
    else if (total[CLUSTERS] < LEAST_CLUSTERS) points.push({ day, count: total[COUNT], value: iqs(total).value });
    else points.push({ day, count: total[COUNT], ...iqs(total) });
  }
  return points;
}

/** By what the trend goes: days with few replies each would only show chance. */
function unitOf(cells) {
  if (DATA.unit !== "day") return DATA.unit;
  const length = daysFrom(STATE.from, STATE.to) + 1;
  const days = new Set(cells.map((cell) => cell[DAY])).size;
  const each = cells.reduce((count, cell) => count + cell[COUNT], 0) / days;
  return length > 45 || (length > 14 && each < 10) ? "week" : "day";
}

function trend(cells, earlier, period) {
  if (!DATA.first) return section("trend", make("p", { class: "soft" }, WORDS.no_days));
  const unit = unitOf(cells);
  const points = pointsOf(cells, unit, 0);
  if (!points.length) return section("trend", make("p", { class: "soft" }, WORDS.nothing));
  return section("trend", make("p", { class: "soft" }, WORDS["by_" + unit]),
    trendChart(points, earlier.length ? pointsOf(earlier, unit, period[2]) : [], STATE.category));
}

function heat(value) {
  const share = Math.min(Math.max((100 - value) / 40, 0), 1);
  return make("td", { class: "heat", style: `--share: ${(share * 0.75).toFixed(2)}` }, TENTH.format(value));
}

function agents(undated) {
  const rows = DATA.dimensions.agent.map((name, n) => {
    const cell = sum(cellsOf({ ...place("agent"), agent: n }, STATE.from, STATE.to, undated));
    return cell && { name: named(name), cell, mean: iqs(cell), share: passed(cell) };
  }).filter((row) => row && (!STATE.agent || row.name === STATE.agent));
  const ranked = rows.filter((row) => row.cell[COUNT] >= DATA.wish.min_replies && row.name !== WORDS.unknown)
    .sort((a, b) => b.mean.value - a.mean.value);
  const few = rows.filter((row) => !ranked.includes(row)).sort((a, b) => b.cell[COUNT] - a.cell[COUNT]);
  const columns = 5 + DATA.criteria.length;
  const line = (row, small) => make("tr", { class: small ? "few" : null },
    make("td", {}, make("button", { class: "link", type: "button", onclick: () => change("agent", row.name) }, row.name)),
    make("td", {}, WHOLE.format(row.cell[COUNT])),
    make("td", {}, make("b", {}, TENTH.format(row.mean.value)), " ",
      make("span", { class: "soft" }, `${WHOLE.format(row.mean.low)}–${WHOLE.format(row.mean.high)}`)),
    make("td", {}, percent(row.share.value)),
    make("td", {}, TENTH.format(perHundred(row.cell, STATE.category))),
    DATA.criteria.map((_, n) => {
      const value = row.cell[CRITERIA + n] / row.cell[COUNT];
      return small ? make("td", {}, TENTH.format(value)) : heat(value);
    }));
  return section("agents", make("div", { class: "wide" }, make("table", {},
    make("thead", {}, make("tr", {},
      [WORDS.agent, WORDS.replies, WORDS.iqs_column, WORDS.passed,
        STATE.category ? titleOf("category", STATE.category) : WORDS.per_hundred,
        ...DATA.criteria.map((name) => titleOf("criterion", name))]
        .map((title) => make("th", { scope: "col", style: "white-space: normal" }, upper(title))))),
    make("tbody", {}, ranked.map((row) => line(row, false)),
      few.length ? make("tr", { class: "group" }, make("td", { colspan: columns }, fill(WORDS.too_few, { least: DATA.wish.min_replies }))) : null,
      few.map((row) => line(row, true))))));
}

function coaching() {
  const least = DATA.wish.min_replies;
  const told = DATA.coaching.filter((one) => !STATE.agent || one.agent === STATE.agent);
  const say = (text) => make("p", { class: "soft" }, text);
  if (!DATA.coaching.length && !DATA.few.length) return section("coaching", say(WORDS.no_agents));
  if (!DATA.coaching.length) return section("coaching", say(fill(WORDS.no_coaching, { least })));
  if (!told.length) return section("coaching", say(fill(WORDS.few_here, { agent: STATE.agent, least })));
  const few = DATA.few.slice(0, 20).join(", ") + (DATA.few.length > 20 ? ", …" : "");
  const others = few && !STATE.agent ? say(fill(WORDS.few_others, { least, agents: few })) : null;
  return section("coaching", make("div", { class: "advice" }, told.map((one) => {
    const card = make("div", {}, make("h3", {}, one.agent));
    if (one.category) {
      if (one.hits < DATA.habit_from) card.append(say(fill(WORDS.no_habit, { least: DATA.habit_from })));
      else if (one.rate <= one.usual) card.append(say(WORDS.rarer));
      card.append(make("p", {}, upper(titleOf("category", one.category)), ": ",
        fill(WORDS.others,
          { hits: WHOLE.format(one.hits), replies: WHOLE.format(one.replies), rate: TENTH.format(one.rate), usual: TENTH.format(one.usual) })));
      if (one.example) card.append(make("p", { class: "soft" }, fill(WORDS.quoted, { text: one.example })));
      if (one.suggestion) card.append(make("p", { class: "instead" }, fill(WORDS.instead, { text: one.suggestion })));
      if (one.chat !== null) card.append(make("button", { class: "link", type: "button", onclick: () => showCase(one.chat, card) }, WORDS.show));
    } else card.append(say(counted(WORDS.no_faults, one.replies)));
    if (one.strength) card.append(make("p", { class: "soft" }, fill(WORDS.strength, { criterion: titleOf("criterion", one.strength) })));
    return card;
  })), others);
}

function conversations() {
  const listed = (chats) => chats.map((chat) => CASES.get(chat)).filter((one) => fits(one, STATE)).map((one) => [one, null]);
  const why = { random: WORDS.at_random, risk: WORDS.by_risk };
  const sample = DATA.sample.map(([chat, turn, reason]) => [CASES.get(chat), why[reason], turn]).filter(([one]) => fits(one, STATE));
  return [
    section("worst", caseList(listed(DATA.worst), WORDS.none_worst, true)),
    section("best", caseList(STATE.category ? [] : listed(DATA.best), WORDS.none_best)),
    DATA.sample.length ? section("sample",
      DATA.sample.length < DATA.wish.sample ? make("p", { class: "soft" }, fill(WORDS.sample_all, { asked: WHOLE.format(DATA.wish.sample) })) : null,
      make("p", { class: "soft" }, fill(WORDS.sample_note, { replies: counted(WORDS.drawn, DATA.sample.length), seed: DATA.wish.seed })),
      caseList(sample, WORDS.none_sample)) : null,
  ];
}

function footnotes() {
  const run = DATA.run;
  const counts = ["judged", "not_applicable", "bot_messages", "private_notes", "unread", "suppressed", "failures"];
  return [
    section("counts",
      make("dl", {}, counts.map((name) => [make("dt", {}, WHOLE.format(run[name])), make("dd", {}, counted(WORDS[name], run[name]))])),
      make("p", { class: "soft" }, `${WORDS.packs}: ${run.packs.join(", ")}`),
      run.profile ? make("p", { class: "soft" }, `${WORDS.profile}: ${run.profile}`) : null,
      run.inputs.length ? make("p", { class: "soft" }, `${WORDS.inputs}: ${run.inputs.join(", ")}`) : null),
    run.notes.length ? section("notes", make("ul", {}, run.notes.map((note) => make("li", {}, note)))) : null,
    section("method",
      [WORDS.how_iqs, WORDS.how_interval, fill(WORDS.how_rank, { least: DATA.wish.min_replies }), WORDS.how_period, WORDS.how_linter]
        .map((text) => make("p", { class: "soft" }, text))),
  ];
}

function draw() {
  const whole = !DATA.first || (STATE.from <= DATA.first && STATE.to >= DATA.last);
  const cells = cellsOf(place(), STATE.from, STATE.to, whole);
  const period = DATA.first ? periodBefore() : null;
  const earlier = period ? cellsOf(place(), period[0], period[1], false) : [];
  const now = sum(cells), before = sum(earlier);
  const run = DATA.run;
  const span = DATA.first ? `${LONG_DATE.format(dayOf(STATE.from))} – ${LONG_DATE.format(dayOf(STATE.to))}` : "";
  document.getElementById("report").replaceChildren(
    make("header", {}, make("h1", {}, WORDS.title),
      make("p", { class: "soft" }, [span, fill(WORDS.made, { day: LONG_DATE.format(dayOf(run.day)), version: run.version }),
        DATA.wish.anonymise ? WORDS.anonymous : null].filter(Boolean).join(" · ")),
      run.finished ? null : make("p", { class: "warn" }, WORDS.unfinished)),
    filters(),
    ...(now ? [
      overview(now, before, period, whole && !KEYS.some((key) => STATE[key])),
      make("div", { class: "charts" }, trend(cells, earlier, period), section("distribution", distributionChart(now))),
      section("categories", categoriesChart(now, before, STATE.category)),
      agents(whole),
    ] : [make("p", {}, WORDS.nothing)]),
    ...[coaching(), ...conversations(), ...footnotes()].filter(Boolean));
}

window.addEventListener("hashchange", () => { readAddress(); draw(); });
window.addEventListener("beforeprint", () => {
  for (const element of document.querySelectorAll("#worst details.case")) { element.fillNow(); element.open = true; }
});
let drawnWidth = 0;
window.addEventListener("resize", () => {
  if (document.documentElement.clientWidth !== drawnWidth) {
    drawnWidth = document.documentElement.clientWidth;
    draw();
  }
});
drawnWidth = document.documentElement.clientWidth;
readAddress();
draw();
