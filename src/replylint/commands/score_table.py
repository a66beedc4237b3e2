"""The summary of a run in the terminal: the same numbers as in the report, as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from replylint.commands.page import Page
from replylint.finding import Criterion
from replylint.numerals import shortest, tenth, whole
from replylint.reports.categories import category_title, criterion_title
from replylint.reports.cells import cells_of, width_of
from replylint.reports.words import channel_word
from replylint.scoring.anonymous import Names
from replylint.scoring.notes import without_score
from replylint.scoring.scorecards import Scorecard, scorecards
from replylint.store.store import Store
from replylint.translation import _, plural

_MOST_CATEGORIES = 8
_LONGEST_NAME = 28

_Shown = Callable[[str | None], str | None]
"""Gives the name of a group as it is shown."""


def tell_scores(
    page: Page,
    store: Store,
    run: int,
    names: Names,
    *,
    by: str,
    pass_mark: float,
    least: int,
) -> Scorecard | None:
    """Write the summary; the scorecard of all replies, None when none was judged."""
    cards = scorecards(store, run, pass_mark=pass_mark)
    if not cards:
        page.text(_("No reply was judged."))
    else:
        _tell_whole(page, cards[0], pass_mark)
    unjudged = without_score(store, run)
    if unjudged is not None:
        page.text(unjudged)
    if not cards:
        return None
    groups = scorecards(store, run, by, pass_mark=pass_mark)
    if any(card.name is not None for card in groups):
        _tell_groups(page, groups, _shown_as(by, names), by, least)
    _tell_categories(page, store, run, cards[0].replies)
    return cards[0]


def _shown_as(by: str, names: Names) -> _Shown | None:
    """How the names of these groups are shown; None for times."""

    def label(name: str | None) -> str | None:
        return None if name is None else names.label(name)

    def channel(name: str | None) -> str | None:
        return label(channel_word(name))

    return {"agent": names.agent, "team": names.team, "channel": channel, "tag": label}.get(by)


def _tell_whole(page: Page, card: Scorecard, pass_mark: float) -> None:
    text = _("IQS {iqs} (95%: {low}–{high})")
    iqs = card.iqs
    page.text(
        text.format(iqs=tenth(iqs.value), low=tenth(iqs.low), high=tenth(iqs.high)),
        style="bold",
    )
    passed = card.passed
    text = _("{share}% of replies pass with {mark} and more (95%: {low}–{high}%)")
    page.text(
        text.format(
            share=tenth(100 * passed.value),
            mark=shortest(pass_mark),
            low=tenth(100 * passed.low),
            high=tenth(100 * passed.high),
        )
    )
    replies = plural("{count} reply", "{count} replies", card.replies)
    chats = plural("{count} conversation", "{count} conversations", card.chats)
    text = _("{replies} in {chats}; with a critical finding: {critical}")
    page.text(
        text.format(
            replies=replies.format(count=whole(card.replies)),
            chats=chats.format(count=whole(card.chats)),
            critical=whole(card.critical),
        )
    )


def _tell_groups(
    page: Page, cards: Sequence[Scorecard], shown_as: _Shown | None, by: str, least: int
) -> None:
    """A line for each group: by score, small ones unranked below; times in their order."""
    are_times = by in ("month", "week", "day", "hour")
    titles = {
        "agent": _("Agent"),
        "team": _("Team"),
        "channel": _("Channel"),
        "tag": _("Tag"),
        "month": _("Month"),
        "week": _("Week from"),
        "day": _("Day"),
        "hour": _("Hour"),
    }
    ranked = [c for c in cards if c.name is not None and (are_times or c.replies >= least)]
    few = [card for card in cards if card not in ranked]
    if not are_times:
        ranked.sort(key=lambda card: -card.iqs.value)
        few.sort(key=lambda card: -card.replies)
    header = [titles[by], _("replies"), _("IQS"), _("95%"), _("pass"), _("per 100")]
    header.append(_("weakest in"))
    lines = [header, *(_line(card, shown_as) for card in ranked)]
    rest = [_line(card, shown_as) for card in few]
    widths = [max(width_of(cells_of(line[n])) for line in (*lines, *rest)) for n in range(7)]
    page.text()
    _write(page, header, widths, "bold")
    for line in lines[1:]:
        _write(page, line, widths, "")
    if rest:
        page.text(_("fewer than {least} replies, not ranked:").format(least=least), style="dim")
        for line in rest:
            _write(page, line, widths, "dim")


def _write(page: Page, line: Sequence[str], widths: Sequence[int], style: str) -> None:
    first, *numbers = zip(line, widths, strict=True)
    *numbers, last = numbers
    right = [
        (" " * (width - width_of(cells_of(text))) + text, width, style) for text, width in numbers
    ]
    page.columns([(*first, style), *right, (last[0], 0, style)])


def _line(card: Scorecard, shown_as: _Shown | None) -> list[str]:
    name = card.name if shown_as is None else shown_as(card.name)
    shown = name or _("not known")
    if len(shown) > _LONGEST_NAME:
        shown = shown[: _LONGEST_NAME - 1] + "…"
    weakest = min(card.criteria, key=lambda criterion: card.criteria[criterion])
    return [
        shown,
        whole(card.replies),
        tenth(card.iqs.value),
        f"{tenth(card.iqs.low)}–{tenth(card.iqs.high)}",
        _("{share}%").format(share=whole(100 * card.passed.value)),
        tenth(card.per_hundred),
        criterion_title(Criterion(weakest)) if card.criteria[weakest] < 100 else "",
    ]


def _tell_categories(page: Page, store: Store, run: int, replies: int) -> None:
    rows = store.rows(
        "SELECT category, count(*) FROM findings WHERE run = ? AND let_be IS NULL "
        "AND severity <> 'info' GROUP BY ALL ORDER BY 2 DESC, 1 LIMIT ?",
        [run, _MOST_CATEGORIES],
    )
    if rows:
        page.heading(_("Most often, per 100 replies"))
        for category, count in rows:
            page.columns(
                [(f"{tenth(100 * count / replies):>6}", 6, ""), (category_title(category), 0, "")]
            )
