"""What the page of the report says, in the language of the program."""

from __future__ import annotations

from collections.abc import Iterable

from replylint.finding import CATEGORIES, Criterion, Severity
from replylint.reports.categories import category_title, criterion_title
from replylint.reports.words import channel_word, severity_word
from replylint.translation import _, plural_forms


def words() -> dict[str, str | dict[str, str]]:
    """Every text of the page by the name that its script knows; {…} is filled in there.

    One that depends on the number of something has a form for each kind of number.
    """
    return {
        **_counted(),
        **_headings(),
        **_filters(),
        **_numbers(),
        **_conversations(),
        **_footnotes(),
        **_counts(),
    }


def titles(channels: Iterable[str | None]) -> dict[str, dict[str, str]]:
    """Categories, criteria, severities and these channels in words."""
    return {
        "category": {category: category_title(category) for category in CATEGORIES},
        "criterion": {criterion.value: criterion_title(criterion) for criterion in Criterion},
        "channel": {name: channel_word(name) or "" for name in channels if name},
        "severity": {severity.label: severity_word(severity) for severity in Severity},
    }


def _counted() -> dict[str, dict[str, str]]:
    return {
        "found": plural_forms("{count} finding", "{count} findings"),
        "in_replies": plural_forms("in {count} reply", "in {count} replies"),
        "drawn": plural_forms("{count} reply", "{count} replies"),
        "share": plural_forms("{count} reply, {share}%", "{count} replies, {share}%"),
        "no_faults": plural_forms(
            "No findings in {count} reply.", "No findings in {count} replies."
        ),
        "left_out": plural_forms(
            "{count} message is left out here", "{count} messages are left out here"
        ),
    }


def _headings() -> dict[str, str]:
    return {
        "title": _("Quality of replies"),
        "overview": _("Overview"),
        "trend": _("Trend"),
        "distribution": _("Scores of replies"),
        "categories": _("What hurts, per 100 replies"),
        "agents": _("Agents and criteria"),
        "coaching": _("What to work on, agent by agent"),
        "worst": _("Worst conversations"),
        "best": _("Conversations to learn from"),
        "sample": _("Sample for review by hand"),
        "counts": _("What was counted and what was not"),
        "notes": _("Notes"),
        "method": _("How to read the numbers"),
    }


def _filters() -> dict[str, str]:
    return {
        "agent": _("Agent"),
        "team": _("Team"),
        "channel": _("Channel"),
        "category": _("Category"),
        "from": _("From"),
        "to": _("To"),
        "all": _("all"),
        "unknown": _("not known"),
        "reset": _("Show everything"),
        "filters": _("Filters"),
        "no_script": _("The report is drawn by a script in this file; allow scripts to see it."),
    }


def _numbers() -> dict[str, str]:
    return {
        "iqs": _("IQS (mean score)"),
        "iqs_column": _("IQS, 95% interval"),
        "passed": _("Pass rate"),
        "passed_note": _("score of {mark} and more"),
        "replies": _("Replies"),
        "chats": _("Conversations"),
        "not_judged": _("more without a score: {count}"),
        "critical": _("Replies with a critical finding"),
        "per_hundred": _("Findings per 100 replies"),
        "interval": _("95%: {low}–{high}"),
        "interval_percent": _("95%: {low}–{high}%"),
        "percent": _("{share}%"),
        "before": _("{change} against {from} – {to}"),
        "before_points": _("{change} percentage points against {from} – {to}"),
        "replies_before": _("{from} – {to}: {count}"),
        "no_before": _("no earlier period to compare with"),
        "nothing": _("No replies fit these filters."),
        "no_days": _("The export has no dates, so there is no trend."),
        "too_few": _("Too few replies to rank (fewer than {least})"),
        "this_period": _("this period"),
        "previous_period": _("period before"),
        "band": _("95% interval; a gap where there are fewer than {least} conversations"),
        "by_day": _("by day"),
        "by_week": _("by week"),
        "by_month": _("by month"),
        "score": _("Score"),
        "score_is": _("score {score}"),
        "out_of": _("{score} of 100"),
        "conversation": _("conversation {id}"),
        "reply_of": _("message {number} of conversation {id}"),
        "no_findings": _("No findings."),
        "share_axis": _("share of replies, %"),
        "rate_of": _("“{category}”, findings per 100 replies"),
        "others": _("in {hits} of {replies} replies ({rate} of 100); everybody: {usual} of 100"),
        "strength": _("Better than the others in: {criterion}"),
        "rarer": _("No fault is more frequent than with the others. What still costs most:"),
        "no_habit": _("No fault in {least} replies or more, so no habit shows. What cost most:"),
        "no_coaching": _(
            "Nobody has {least} replies or more: too few to tell a habit from chance. "
            "--min-replies sets another number."
        ),
        "few_here": _("{agent} has fewer than {least} replies: too few to tell habit from chance."),
        "few_others": _("Not told, with fewer than {least} replies: {agents}."),
        "no_agents": _("The export does not say who wrote the replies."),
        "quoted": _("“{text}”"),
        "instead": _("Instead: {text}"),
        "show": _("show the conversation"),
    }


def _conversations() -> dict[str, str]:
    return {
        "customer": _("Customer"),
        "bot": _("Bot"),
        "system": _("System"),
        "private": _("internal note"),
        "at_random": _("at random"),
        "by_risk": _("by risk"),
        "let_be": _("let be: {reason}"),
        "none_worst": _("No conversation with findings fits these filters."),
        "none_best": _("No faultless conversation of some length fits these filters."),
        "none_sample": _("No reply of the sample fits these filters."),
        "more": _("Show {count} more"),
        "drawn_reply": _("reply of the sample"),
        "sample_all": _("{asked} were asked for; the run has no more judged replies than these."),
        "sample_note": _(
            "{replies}, seed {seed}: half of them at random, half by risk (low scores, "
            "critical and suppressed findings), as far as there are such. The same seed draws the "
            "same replies."
        ),
    }


def _footnotes() -> dict[str, str]:
    return {
        "packs": _("Packs"),
        "inputs": _("Files"),
        "made": _("Made on {day} by replylint {version}"),
        "profile": _("Profile"),
        "anonymous": _("Names are hidden."),
        "unfinished": _("This run was stopped before its end; the numbers are those so far."),
        "how_iqs": _(
            "A reply has 100 points; each finding takes a share of what is left, a critical one "
            "all of it. IQS is the mean over replies."
        ),
        "how_interval": _(
            "Intervals are for 95% and over conversations, since replies of one conversation "
            "resemble each other. Two numbers whose intervals overlap may well be equal."
        ),
        "how_rank": _("Agents with fewer than {least} replies are not ranked."),
        "how_period": _(
            "The period before is as long as the one chosen and ends where it begins; with less "
            "than two weeks it has the same days of the week. It comes from this run and from "
            "earlier runs of the same store."
        ),
        "how_linter": _(
            "These are findings of rules, not verdicts about people: read the sample before you "
            "decide anything."
        ),
    }


def _counts() -> dict[str, dict[str, str]]:
    """What stands beside a number in the list of what was counted."""
    return {
        "judged": plural_forms("reply judged", "replies judged"),
        "not_applicable": plural_forms(
            "reply that no pack is for (another language, no words)",
            "replies that no pack is for (another language, no words)",
        ),
        "bot_messages": plural_forms(
            "message of a bot, not judged", "messages of bots, not judged"
        ),
        "private_notes": plural_forms("internal note, not judged", "internal notes, not judged"),
        "unread": plural_forms("row that could not be read", "rows that could not be read"),
        "suppressed": plural_forms("finding that was let be", "findings that were let be"),
        "failures": plural_forms("time that a rule broke", "times that a rule broke"),
    }
