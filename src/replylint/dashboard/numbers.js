"use strict";
// Cells are added up here; what they hold is told in cube.py, the formulas are those of
// scoring/statistics.py.
const DATA = JSON.parse(document.getElementById("data").textContent);
const WORDS = DATA.words;
const KEYS = ["agent", "team", "channel"];
const [AGENT, TEAM, CHANNEL, DAY, CLUSTERS, COUNT, TOTAL, TOTAL2, TOTAL_N, COUNT2,
  PASSED, PASSED2, PASSED_N, CRITICAL, FOUND, LET_BE, BROKE, CRITERIA] = Array(18).keys();
const BANDS = CRITERIA + DATA.criteria.length;
const CATEGORIES = BANDS + 10;
const DAY_LENGTH = 86400000;

const dayOf = (text) => new Date(text + "T00:00:00Z");
const momentOf = (text) => new Date(text.replace(" ", "T") + "Z");
const isoOf = (date) => date.toISOString().slice(0, 10);
const later = (text, days) => isoOf(new Date(dayOf(text).getTime() + days * DAY_LENGTH));
const daysFrom = (first, last) => Math.round((dayOf(last) - dayOf(first)) / DAY_LENGTH);

/** The day that stands for the week or month of a day. */
function beginning(day, unit) {
  if (unit === "month") return day.slice(0, 8) + "01";
  return unit === "week" ? later(day, -((dayOf(day).getUTCDay() + 6) % 7)) : day;
}

/** The cells that fit: `place` gives for a dimension the position of its chosen value. */
function cellsOf(place, first, last, undated) {
  const days = DATA.dimensions.day;
  const from = first && beginning(first, DATA.unit);
  return DATA.cells.filter((cell) => {
    if (KEYS.some((key, n) => place[key] !== undefined && cell[n] !== place[key])) return false;
    const day = days[cell[DAY]];
    return day === null ? undated : from !== null && day >= from && day <= last;
  });
}

/** One cell of them all, with the categories as a map; null without replies. */
function sum(cells) {
  const total = Array(CATEGORIES).fill(0);
  const categories = new Map();
  for (const cell of cells) {
    for (let n = CLUSTERS; n < CATEGORIES; n++) total[n] += cell[n];
    for (const [name, findings, replies] of cell[CATEGORIES]) {
      const [f, r] = categories.get(name) || [0, 0];
      categories.set(name, [f + findings, r + replies]);
    }
  }
  total.push(categories);
  return total[COUNT] ? total : null;
}

function variance(clusters, count, total, squares, crossed, sizes) {
  if (clusters < 2) return null;
  const mean = total / count;
  const spread = squares - 2 * mean * crossed + mean * mean * sizes;
  return spread <= 1e-6 * squares ? 0 : (spread / (count * count)) * (clusters / (clusters - 1));
}

function quantile(n) {
  const exact = { 1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776 };
  if (exact[n]) return exact[n];
  const z = 1.959964;
  return z + (z ** 3 + z) / (4 * n) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * n ** 2)
    + (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * n ** 3);
}

/** Wilson's interval, in percent, of a share among so many trials. */
function wilson(share, n) {
  const z2 = 1.959964 ** 2;
  const half = 1.959964 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 100 / (1 + z2 / n);
  const middle = share + z2 / (2 * n);
  return {
    value: 100 * share,
    low: Math.max(0, (middle - half) * scale),
    high: Math.min(100, (middle + half) * scale),
  };
}

/** The mean score with its interval. */
function iqs(cell) {
  const value = cell[TOTAL] / cell[COUNT];
  const v = variance(cell[CLUSTERS], cell[COUNT], cell[TOTAL], cell[TOTAL2], cell[TOTAL_N], cell[COUNT2]);
  if (v === null) return { value, low: 0, high: 100 };
  if (v === 0) return wilson(value / 100, cell[CLUSTERS]);
  const half = quantile(cell[CLUSTERS] - 1) * Math.sqrt(v);
  return { value, low: Math.max(0, value - half), high: Math.min(100, value + half) };
}

/** The share of replies that pass, in percent, with its interval. */
function passed(cell) {
  const share = cell[PASSED] / cell[COUNT];
  const v = variance(cell[CLUSTERS], cell[COUNT], cell[PASSED], cell[PASSED2], cell[PASSED_N], cell[COUNT2]);
  if (v === null) return { value: 100 * share, low: 0, high: 100 };
  return wilson(share, v > 0 ? Math.min((share * (1 - share)) / v, cell[COUNT]) : cell[CLUSTERS]);
}

/** Findings of a category, or all of them, per 100 replies. */
function perHundred(cell, category) {
  const found = category ? (cell[CATEGORIES].get(category) || [0])[0] : cell[FOUND];
  return (100 * found) / cell[COUNT];
}
