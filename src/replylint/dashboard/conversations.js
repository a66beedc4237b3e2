"use strict";
const CASES = new Map(DATA.cases.map((one) => [one.chat, one]));
const SHOWN_AT_ONCE = 8;

/** A message with the places of its findings marked and numbered; offsets are code points. */
function marked(text, findings) {
  const letters = Array.from(text);
  const placed = findings.map((finding, n) => ({ ...finding, sign: String(n + 1) }))
    .filter((finding) => finding.end > finding.start && finding.start < letters.length);
  const edges = [...new Set([0, letters.length, ...placed.flatMap((f) => [f.start, Math.min(f.end, letters.length)])])]
    .sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, n) => {
    const part = letters.slice(start, edges[n + 1]).join("");
    const over = placed.filter((f) => f.start <= start && f.end > start);
    if (!over.length) return part;
    const ending = over.filter((f) => Math.min(f.end, letters.length) === edges[n + 1]);
    return make("mark", { title: over.map((f) => f.message).join("\n") }, part,
      ending.length ? make("sup", {}, ending.map((f) => f.sign).join(",")) : null);
  });
}

function reasons(findings) {
  return make("ol", { class: "why" }, findings.map((finding) => make("li", {},
    make("span", { class: "tag" }, titleOf("category", finding.category)),
    make("span", { class: "tag" }, titleOf("severity", finding.severity)),
    " ", finding.message,
    finding.why ? make("span", { class: "soft" }, " " + finding.why) : null,
    finding.let_be ? make("div", { class: "soft" }, fill(WORDS.let_be, { reason: finding.let_be })) : null,
    finding.suggestions.length
      ? make("div", { class: "instead" }, fill(WORDS.instead, { text: finding.suggestions[0] }))
      : null,
  )));
}

function message(one, drawn) {
  const who = { customer: WORDS.customer, agent: WORDS.agent, bot: WORDS.bot, system: WORDS.system }[one.role];
  const head = [who, one.author, one.at && LONG_MOMENT.format(momentOf(one.at)), one.private ? WORDS.private : null].filter(Boolean).join(" · ");
  return make("div", { class: `message ${one.role}${one.private ? " private" : ""}${drawn ? " drawn" : ""}` },
    drawn ? make("div", {}, make("span", { class: "tag" }, WORDS.drawn_reply)) : null,
    make("div", { class: "soft" }, head,
      one.score === null ? null : [" · ", make("span", { class: "score" }, fill(WORDS.score_is, { score: shownScore(one.score) }))]),
    make("div", { class: "said" }, marked(one.text, one.findings)),
    one.findings.length ? reasons(one.findings) : null);
}

/**
 * One conversation, closed until somebody opens it. Where one reply of it was drawn, by its `turn`,
 * the head tells about that reply, and it is marked.
 */
function caseElement(one, note, turn) {
  const drawn = one.messages.find((m) => m.turn === turn);
  const told = drawn ? [drawn] : one.messages;
  const score = drawn ? drawn.score : one.lowest;
  const kinds = [...new Set(told.flatMap((m) => m.findings.filter((f) => f.severity !== "info").map((f) => f.category)))];
  const agents = drawn ? named(drawn.author) : one.agents.map(named).join(", ");
  const title = drawn ? fill(WORDS.reply_of, { number: WHOLE.format(turn + 1), id: one.id }) : fill(WORDS.conversation, { id: one.id });
  const head = [agents, one.channel && titleOf("channel", one.channel), one.day && LONG_DATE.format(dayOf(one.day)), note].filter(Boolean).join(" · ");
  const element = make("details", { class: "case", id: drawn ? `reply-${one.chat}-${turn}` : `chat-${one.chat}` },
    make("summary", {},
      make("span", { class: "score" }, score === null ? "–" : fill(WORDS.out_of, { score: shownScore(score) })), " · ",
      make("strong", {}, title), " · ", make("span", { class: "soft" }, head), " ",
      kinds.slice(0, 6).map((kind) => make("span", { class: "tag" }, titleOf("category", kind)))));
  const open = () => {
    if (element.childElementCount > 1) return;
    if (one.place) element.append(make("p", { class: "soft" }, one.place));
    element.append(...one.messages.map((m) => message(m, m === drawn)));
    if (one.left_out) element.append(make("p", { class: "soft" }, counted(WORDS.left_out, one.left_out)));
  };
  element.addEventListener("toggle", open);
  element.fillNow = open;
  return element;
}

/** A list of conversations, the first ones shown and more on demand. */
function caseList(items, none, opened) {
  if (!items.length) return make("p", { class: "soft" }, none);
  const list = make("div", {});
  const show = (from) => {
    for (const item of items.slice(from, from + SHOWN_AT_ONCE)) list.append(caseElement(...item));
    const rest = items.length - from - SHOWN_AT_ONCE;
    if (rest > 0) {
      const button = make("button", { class: "more", type: "button", onclick: () => { button.remove(); show(from + SHOWN_AT_ONCE); } },
        fill(WORDS.more, { count: Math.min(rest, SHOWN_AT_ONCE) }));
      list.append(button);
    }
  };
  show(0);
  if (opened) {
    list.firstChild.fillNow();
    list.firstChild.open = true;
  }
  return list;
}

/** Whether a conversation fits the filters. */
function fits(one, state) {
  return (!state.agent || one.agents.map(named).includes(state.agent))
    && (!state.team || named(one.team) === state.team)
    && (!state.channel || named(one.channel) === state.channel)
    && (!state.category || one.messages.some((m) => m.findings.some((f) => f.category === state.category && f.severity !== "info")))
    && (!one.day || !DATA.first || (one.day >= state.from && one.day <= state.to));
}

/** Show one conversation wherever it stands in the report, or after the place that asked. */
function showCase(chat, after) {
  let element = document.getElementById(`chat-${chat}`);
  if (!element) {
    element = caseElement(CASES.get(chat));
    after.append(element);
  }
  element.fillNow();
  element.open = true;
  element.scrollIntoView({ block: "center" });
}
