"""The report in a real browser: it draws, filters and stays harmless."""

import json
import re
from html import unescape
from urllib.parse import quote

import pytest

from replylint.scoring.scorecards import scorecards
from replylint.translation import speaking


def tile(dom, title):
    """The number of a tile of the overview."""
    found = re.search(
        rf'class="tile"><div class="soft">{re.escape(title)}(?: \([^<]*)?</div><b>([^<]+)', dom
    )
    return found[1]


def rows(dom):
    """The names in the table of agents, in order."""
    table = dom[dom.index('id="agents"') : dom.index('id="coaching"')]
    return [unescape(name) for name in re.findall(r'class="link"[^>]*>([^<]*)<', table)]


def test_it_draws_everything_without_a_word_of_complaint(scored, report, browser):
    dom, complaints = browser(report(min_replies=5))
    assert complaints == []
    (card,) = scorecards(scored, 1)
    assert tile(dom, "IQS") == f"{card.iqs.value:.1f}"
    assert tile(dom, "Replies") == "60"
    assert f"{card.iqs.low:.1f}" in dom
    for part in (
        "trend",
        "distribution",
        "categories",
        "agents",
        "coaching",
        "worst",
        "sample",
        "notes",
    ):
        assert f'id="{part}"' in dom
    assert dom.count("<svg") == 3
    best = sorted(scorecards(scored, 1, "agent"), key=lambda card: -card.iqs.value)
    assert rows(dom) == [card.name for card in best]


def test_a_chat_with_a_script_in_it_is_a_text(report, browser):
    dom, complaints = browser(report())
    assert "<title>Quality of replies</title>" in dom
    assert complaints == []
    assert "pwned" in dom
    assert "<b>жирно" not in dom
    assert "&lt;b&gt;жирно&lt;/b&gt;" in dom


def test_filters_in_the_address_hold(scored, report, browser):
    path = report(min_replies=5)
    cards = {card.name: card for card in scorecards(scored, 1, "agent")}
    dom, complaints = browser(path, f"#agent={quote('Борис Ли')}")
    assert complaints == []
    assert tile(dom, "Replies") == str(cards["Борис Ли"].replies)
    assert tile(dom, "IQS") == f"{cards['Борис Ли'].iqs.value:.1f}"
    assert rows(dom) == ["Борис Ли"]
    dom, _complaints = browser(path, "#category=rudeness&from=2026-09-01&to=2026-09-10")
    assert tile(dom, "Replies") == "20"
    worst = dom[dom.index('id="worst"') : dom.index('id="best"')]
    assert "Сам" in worst
    assert worst.count("<details") <= 10


def test_an_address_that_means_nothing_shows_everything(report, browser):
    dom, complaints = browser(report(), "#agent=Nobody&category=x&from=yesterday")
    assert tile(dom, "Replies") == "60"
    assert complaints == []


def test_a_drawn_reply_has_its_own_score_and_is_marked(report, browser):
    path = report(sample=60)
    html = path.read_text(encoding="utf-8")
    data = json.loads(re.search(r'id="data">(.*?)</script>', html, re.DOTALL)[1])
    cases = {case["chat"]: case for case in data["cases"]}
    mixed = next(
        (chat, turn, m["score"])
        for chat, turn, _why in data["sample"][:8]
        for m in cases[chat]["messages"]
        if m["turn"] == turn and m["score"] > cases[chat]["lowest"]
    )
    dom, complaints = browser(path)
    assert complaints == []
    sample = dom[dom.index('id="sample"') : dom.index('id="counts"')]
    chat, turn, score = mixed
    head = sample[sample.index(f'id="reply-{chat}-{turn}"') :].split("</summary>")[0]
    assert f"{int(score)} of 100<" in head
    assert f"message {turn + 1} of conversation {cases[chat]['id']}" in head


def trend(dom):
    return dom[dom.index('id="trend"') : dom.index('id="distribution"')]


def test_the_trend_has_no_band_where_too_few_conversations_are(report, browser):
    weeks, _complaints = browser(report())
    assert trend(weeks).count('aria-label="area"') == 1
    assert "95% interval; a gap where there are fewer than 5 conversations" in trend(weeks)
    days, complaints = browser(report(), "#from=2026-09-01&to=2026-09-07")
    assert complaints == []
    assert trend(days).count("<circle") == 7
    assert 'aria-label="area"' not in trend(days)
    assert "95% interval" not in trend(days)


def test_conversations_that_are_all_alike_do_not_make_it_certain(scored, report, browser):
    scored.change("BEGIN")
    try:
        scored.change("UPDATE replies SET score = 100")
        (card,) = scorecards(scored, 1)
        path = report()
    finally:
        scored.change("ROLLBACK")
    dom, _complaints = browser(path)
    assert card.iqs.low < 100
    assert f"95%: {card.iqs.low:.1f}–100.0<" in dom


def test_small_groups_are_not_ranked(report, browser):
    dom, _complaints = browser(report(min_replies=1000))
    assert "Too few replies to rank (fewer than 1000)" in dom
    assert "Nobody has 1000 replies or more: too few to tell a habit from chance." in dom


def test_it_speaks_russian(report, browser):
    with speaking("ru"):
        path = report()
    dom, complaints = browser(path)
    assert '<html lang="ru"' in dom
    assert complaints == []
    assert not re.search(r">(Overview|Trend|Agent|Replies)<", dom)
    assert "по неделям" in dom
    assert re.search(r'<option value="email">почта</option>', dom)
    worst = dom[dom.index('id="worst"') : dom.index('id="best"')]
    assert re.search(r"<summary><span[^>]*>0 из 100</span> · <strong>диалог \d+</strong>", worst)
    assert re.search(r"· \d{1,2} сентября 2026.г\. в \d\d:\d\d · ", worst)
    assert "оценка 0" in worst


@pytest.mark.parametrize("width", [380, 1280])
def test_a_picture_of_it_has_something_on_it(report, browser, tmp_path, width):
    picture = tmp_path / "report.png"
    browser(report(), "", f"--screenshot={picture}", width=width)
    assert picture.stat().st_size > 20_000


def test_numbers_of_things_stand_in_the_right_form(report, browser):
    first_day = "#from=2026-09-01&to=2026-09-01"
    dom, _complaints = browser(report(sample=1, seed=3), first_day)
    assert ": 1 finding in 1 reply<" in dom
    assert "50–59: 0 replies, 0.0%<" in dom
    assert "1 reply, seed 3: half" in dom
    with speaking("ru"):
        path = report()
    assert ": 1 замечание в 1 ответе<" in browser(path, first_day)[0]
    assert re.search(r": \d+ замечани[ей] в \d+ ответах<", browser(path)[0])
