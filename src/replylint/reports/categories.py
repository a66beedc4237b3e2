"""The names of categories and criteria as a person reads them, in the language of the program."""

from __future__ import annotations

from replylint.finding import Criterion
from replylint.translation import _


def criterion_title(criterion: Criterion) -> str:
    """A line of the scorecard in words."""
    titles = {
        Criterion.RESPECT: _("respect"),
        Criterion.HELP: _("help"),
        Criterion.OWNERSHIP: _("ownership"),
        Criterion.ATTENTION: _("attention"),
        Criterion.CLARITY: _("clarity"),
        Criterion.LITERACY: _("literacy"),
        Criterion.SAFETY: _("safety"),
    }
    return titles[criterion]


def category_title(category: str) -> str:
    """What is wrong, in words; raises ``KeyError`` for a category that does not exist."""
    titles = {
        "dismissed-feelings": _("feelings dismissed"),
        "refusal": _("words of refusal"),
        "missing-alternative": _("a refusal with nothing in its place"),
        "missing-reason": _("a refusal without a reason"),
        "passive-aggression": _("passive aggression"),
        "lecturing": _("lecturing"),
        "blame": _("blame on the customer"),
        "not-my-job": _("not my job"),
        "ignorance": _("“we do not know”"),
        "empty-apology": _("an empty apology"),
        "vague-promise": _("a promise without a date"),
        "template-only": _("a canned text that answers nobody"),
        "officialese": _("officialese"),
        "familiarity": _("familiarity"),
        "shouting": _("shouting"),
        "rudeness": _("rudeness"),
        "pressure": _("pressure"),
        "readability": _("hard to read"),
        "spelling": _("spelling and literacy"),
        "placeholder": _("an unfilled placeholder"),
        "sensitive-data": _("sensitive data"),
        "third-party-advice": _("advice about third parties"),
        "structure": _("structure of the reply"),
        "unanswered-question": _("a question left unanswered"),
        "repeated-request": _("asked again for what was given"),
        "missing-empathy": _("missing empathy"),
        "tone-mismatch": _("a tone that does not fit the customer's"),
        "formality-mismatch": _("another form of address than the customer's"),
        "ignored-details": _("the customer's details ignored"),
        "contradiction": _("contradiction"),
        "overdue-promise": _("an overdue promise"),
    }
    return titles[category]
