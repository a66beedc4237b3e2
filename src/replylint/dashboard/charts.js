"use strict";
// Charts by Observable Plot; their colours are those of the page, so they follow dark mode and print.

const colour = (name) => `var(--${name})`;

/** The width of a chart, which takes half of a wide page and all of a narrow one. */
function chartWidth(whole) {
  const width = Math.max(280, Math.min(document.documentElement.clientWidth - 32, 1216));
  return width >= 864 && !whole ? width / 2 - 16 : width;
}

function chart(label, options, whole) {
  const drawn = Plot.plot({
    width: chartWidth(whole), marginLeft: 44, marginRight: 14,
    style: { fontSize: "12px", fontFamily: "inherit" }, ...options,
  });
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", label);
  return make("div", { class: "chart" }, drawn);
}

/** Days to name under a chart: those of points, as many as have room. */
function dayTicks(points) {
  const most = Math.max(2, Math.floor((chartWidth() - 58) / 84));
  const step = Math.ceil(points.length / most);
  return points.filter((_, n) => n % step === 0).map((point) => point.day);
}

/** A sign and what it stands for, below a chart. */
const legendItem = (kind, name, text) =>
  make("span", {}, make("i", { class: kind, style: `border-color: var(--${name})` }), text);

/**
 * The values over time, with those of the period before as a dashed line at the same places.
 *
 * The band has a gap where a point has no interval; one between two gaps is drawn as a bar, since
 * a band of one point would not be seen.
 */
function trendChart(points, before, category) {
  const label = category ? fill(WORDS.rate_of, { category: titleOf("category", category) }) : WORDS.iqs;
  const there = (all) => all.filter((p) => p.value !== undefined);
  const isSure = (p) => p !== undefined && p.low !== undefined;
  const alone = points.filter((p, n) => isSure(p) && !isSure(points[n - 1]) && !isSure(points[n + 1]));
  const lowest = Math.min(90, ...there([...points, ...before]).map((p) => p.low ?? p.value));
  const band = { x: "day", y1: "low", y2: "high" };
  const legend = [
    points.some(isSure) ? legendItem("band", "accent", fill(WORDS.band, { least: LEAST_CLUSTERS })) : null,
    before.length ? legendItem("", "accent", WORDS.this_period) : null,
    before.length ? legendItem("dashed", "soft", WORDS.previous_period) : null,
  ].filter(Boolean);
  return [
    make("p", { class: "soft" }, label),
    chart(label, {
      height: 250,
      x: { type: "utc", label: null, tickFormat: (day) => DATE.format(day), ticks: dayTicks(points) },
      y: {
        label: null, grid: true, nice: Boolean(category), zero: Boolean(category),
        domain: category ? undefined : [Math.max(0, Math.floor(lowest / 10) * 10), 100],
      },
      marks: [
        points.some(isSure) ? Plot.areaY(points, { ...band, fill: colour("accent"), fillOpacity: 0.15 }) : null,
        alone.length ? Plot.ruleX(alone, { ...band, stroke: colour("accent"), strokeOpacity: 0.25, strokeWidth: 6 }) : null,
        before.length ? Plot.lineY(there(before), { x: "day", y: "value", stroke: colour("soft"), strokeDasharray: "5,4", strokeWidth: 1.5 }) : null,
        Plot.lineY(there(points), { x: "day", y: "value", stroke: colour("accent"), strokeWidth: 2.5 }),
        Plot.dot(there(points), { x: "day", y: "value", fill: colour("accent"), r: 3, title: (p) => `${LONG_DATE.format(p.day)}: ${TENTH.format(p.value)} (${WHOLE.format(p.count)})` }),
      ],
    }),
    legend.length ? make("div", { class: "legend" }, legend) : null,
  ];
}

/** How many replies have which score. */
function distributionChart(cell) {
  const bands = Array.from({ length: 10 }, (_, n) => ({
    from: 10 * n, to: 10 * n + 10, count: cell[BANDS + n], share: (100 * cell[BANDS + n]) / cell[COUNT],
  }));
  const title = (b) => `${b.from}–${b.to === 100 ? 100 : b.to - 1}: ${counted(WORDS.share, b.count, { share: TENTH.format(b.share) })}`;
  return chart(WORDS.distribution, {
    height: 280, marginBottom: 40,
    x: { label: WORDS.score, labelOffset: 36, domain: [0, 100], ticks: 10 },
    y: { label: WORDS.share_axis, grid: true, nice: true },
    marks: [
      Plot.rectY(bands, {
        x1: "from", x2: "to", y: "share", inset: 1, title,
        fill: (b) => (b.from >= DATA.wish.pass_mark ? colour("good") : colour("bad")), fillOpacity: 0.75,
      }),
      Plot.ruleX([DATA.wish.pass_mark], { stroke: colour("ink"), strokeDasharray: "2,3" }),
      Plot.ruleY([0], { stroke: colour("ink") }),
    ],
  });
}

/** A title that leaves room for the bars on a phone. */
function shortened(title) {
  const most = document.documentElement.clientWidth < 560 ? 22 : 44;
  return title.length > most ? title.slice(0, most - 1) + "…" : title;
}

/** What hurts most, as bars; the chosen category stands out. */
function categoriesChart(cell, before, chosen) {
  const rows = [...cell[CATEGORIES]].map(([name, [findings, replies]]) => ({
    name, findings, replies, title: shortened(titleOf("category", name)), rate: (100 * findings) / cell[COUNT],
    was: before ? perHundred(before, name) : null,
  })).sort((a, b) => b.rate - a.rate).slice(0, 20);
  if (!rows.length) return make("p", { class: "soft" }, WORDS.no_findings);
  const longest = Math.max(...rows.map((row) => row.title.length));
  const bars = chart(WORDS.categories, {
    height: 40 + 24 * rows.length, marginLeft: Math.min(320, 16 + 7.2 * longest), marginRight: 44, marginTop: 8,
    x: { label: null, grid: true, zero: true },
    y: { label: null, domain: rows.map((row) => row.title), tickSize: 0 },
    marks: [
      Plot.barX(rows, {
        x: "rate", y: "title", fill: colour("accent"), insetTop: 3, insetBottom: 3,
        fillOpacity: (row) => (chosen && row.name !== chosen ? 0.3 : 0.85),
        title: (row) => `${row.title}: ${counted(WORDS.found, row.findings)} ${counted(WORDS.in_replies, row.replies)}`,
      }),
      before ? Plot.tickX(rows, { x: "was", y: "title", stroke: colour("ink"), strokeWidth: 2, insetTop: 2, insetBottom: 2 }) : null,
      Plot.text(rows, { x: "rate", y: "title", text: (row) => TENTH.format(row.rate), textAnchor: "start", dx: 5 }),
    ],
  }, true);
  if (!before) return bars;
  return [bars, make("div", { class: "legend" }, legendItem("tick", "ink", WORDS.previous_period))];
}
