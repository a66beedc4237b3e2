import numpy
import pytest

from learned.small import EXAMPLES, WORRY, small_model
from replylint.learned.artefact import ModelError
from replylint.learned.model import LearnedModel
from replylint.learned.shelf import SHELF
from replylint.linter import Linter
from replylint.settings.settings import Settings
from support import found, problems_of, told

BLAME = "Вы сами неправильно указали адрес."
RULES = """
rules:
  blaming:
    category: blame
    severity: error
    unsure: {info: 0.9}
    forbid: like-blame
    message: "«{match}»"
    examples: {bad: ["[[Вы сами виноваты]]"], good: ["Спасибо."]}
"""


def pack_with(model="{name: ru-replies/blame, least: 0.6}", more=""):
    return f"\nsignals:\n  like-blame:\n    model: {model}\n{more}{RULES}"


@pytest.fixture(autouse=True)
def model(monkeypatch):
    model = small_model()
    monkeypatch.setitem(SHELF._read, "ru-replies", model)
    return model


def test_a_sentence_is_found_whole_with_its_reasons(lint):
    [finding] = lint(pack_with()).check(f"Здравствуйте! {BLAME} Спасибо, что написали.").findings
    assert finding.text == BLAME.rstrip(".")
    learned = finding.learned
    assert (learned.model, learned.label) == ("ru-replies", "blame")
    assert 0.6 <= learned.probability <= 1
    assert learned.examples == EXAMPLES["blame"]


def test_below_a_probability_it_is_milder(lint):
    worst = lint(pack_with()).check(BLAME).worst
    assert worst.label == "error"
    [finding] = lint(pack_with()).check("Вы неправильно указали адрес доставки заказа").findings
    assert finding.learned.probability < 0.9
    assert finding.severity.label == "info"


def test_bounds(lint, model):
    assert found(lint(pack_with("{name: ru-replies/blame, least: 0.6, most: 0.7}")), BLAME) == []
    assert found(lint(pack_with("ru-replies/pressure")), BLAME) == []


def test_exceptions_and_zones_hold(lint):
    excused = pack_with(more='    except: ["неправильно указали"]\n')
    assert found(lint(excused), BLAME) == []
    assert found(lint(pack_with(more="    zones: [quote]\n")), BLAME) == []
    assert found(lint(pack_with()), f"> {BLAME}\nСпасибо.") == []


def test_words_go_before_a_guess(lint):
    joined = f"""
signals:
  by-model: {{model: {{name: ru-replies/blame, least: 0.6}}}}
  by-words: {{match: ["указали адрес"]}}
  like-blame: {{any: [by-model, by-words]}}
{RULES}"""
    [finding] = lint(joined).check(f"{BLAME} Вы сами неправильно указали коробку.").findings[:1]
    assert (finding.text, finding.learned) == ("указали адрес", None)
    assert len(lint(joined).check(f"{BLAME} Надо было вам самим проверить.").findings) == 2


def test_what_another_rule_has_words_for_is_not_said_twice(lint):
    both = (
        pack_with()
        + """
  by-words:
    category: blame
    severity: error
    forbid: ["указали адрес"]
    message: "«{match}»"
    examples: {bad: ["[[указали адрес]]"], good: ["Спасибо."]}
"""
    )
    assert found(lint(both), BLAME) == ["указали адрес"]


def test_nothing_where_learned_signals_are_not_wanted(pack):
    settings = Settings(learned=False)
    assert found(Linter([pack(pack_with())], settings=settings), BLAME) == []


def test_without_the_model_the_rest_goes_on(lint, monkeypatch):
    monkeypatch.setitem(SHELF._read, "ru-replies", ModelError("gone"))
    linter = lint(pack_with())
    assert found(linter, BLAME) == []
    assert [problem.message for problem in linter.unusable_models()] == ["gone"]


def test_other_packs_do_not_need_the_model(lint, monkeypatch):
    monkeypatch.setitem(SHELF._read, "ru-replies", ModelError("gone"))
    plain = RULES.replace("like-blame", '["сами"]')
    assert lint(plain).unusable_models() == []


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("ru-reply/blame", "there is no learned model “ru-reply”; did you mean"),
        ("ru-replies/blam", "the model “ru-replies” has no label “blam”; did you mean"),
        ("{name: ru-replies/blame, least: 0.9, most: 0.5}", "“least” must be below “most”"),
        ("blame", "a model and its label are written MODEL/LABEL"),
    ],
)
def test_mistakes(pack, written, message):
    problems = problems_of(pack(pack_with(written)))
    assert any(message in told(problem) for problem in problems)


def exchange_pack(report):
    return f"""
signals:
  unheard:
    model: {{name: ru-exchanges/blame, least: 0.5, report: {report}}}
rules:
  not-heard:
    category: missing-empathy
    severity: warning
    forbid: unheard
    message: "«{{match}}»"
    examples: {{bad: ["[[Вы сами виноваты]]"], good: ["Спасибо."]}}
"""


@pytest.mark.parametrize(("report", "text"), [("all", BLAME.rstrip(".")), ("start", "")])
def test_a_whole_reply_is_judged_beside_the_message(lint, monkeypatch, report, text):
    exchanges = small_model(name="ru-exchanges", whole=True)
    monkeypatch.setitem(SHELF._read, "ru-exchanges", exchanges)
    linter = lint(exchange_pack(report))
    [finding] = linter.check(BLAME, customer=WORRY).findings
    assert (finding.start, finding.text) == (0, text)
    assert finding.learned.model == "ru-exchanges"
    assert linter.check(BLAME).findings == ()
    assert linter.check("", customer=WORRY).findings == ()


def test_a_model_of_questions_finds_the_one_left_and_quotes_it(lint):
    pack = pack_with("{name: ru-answers/unanswered-question, least: 0.6, report: start}")
    customer = "Купил кресло. Когда привезут?"
    reply = "Ваше обращение зарегистрировано. Благодарим за понимание."
    [finding] = lint(pack).check(reply, customer=customer).findings
    assert (finding.start, finding.end) == (0, 0)
    assert (finding.context.role, finding.context.text) == ("customer", "Когда привезут?")
    assert finding.learned.probability >= 0.6
    assert found(lint(pack), "Привезём 14 мая.", customer=customer) == []
    assert found(lint(pack), reply) == []


DOUBTED = """
signals:
  hardly-blame:
    model: {name: ru-replies/blame, least: 0, most: 0.99}
  doubt:
    all: [hardly-blame, sentence]
  sentence: {match: ["адрес"]}
rules:
  wrong-address:
    category: blame
    forbid: ["неправильно указали"]
    unless: {signal: SIGNAL, within: sentence, downgrade: info}
    message: "«{match}»"
    examples: {bad: ["[[Неправильно указали]] адрес"], good: ["Спасибо."]}
"""


@pytest.mark.parametrize("signal", ["hardly-blame", "doubt"])
@pytest.mark.parametrize(
    "reply, expected",
    [
        ("Спасибо, что написали нам, вы сами неправильно указали адрес.", "warning"),
        ("Спасибо, что неправильно указали адрес, написали нам.", "info"),
        ("Курьер приедет завтра до обеда и неправильно указали адрес спасибо.", "info"),
    ],
)
def test_a_doubt_about_a_sentence_is_none_where_the_clause_is_likely(
    lint, monkeypatch, signal, reply, expected
):
    clauses = {"вы сами неправильно указали адрес": 0.61}

    def scores(self, seen):
        likely = [clauses.get(each.text.strip("."), 0.59) for each in seen]
        return numpy.array([[number] * len(self.labels) for number in likely])

    monkeypatch.setattr(LearnedModel, "scores", scores)
    [finding] = lint(DOUBTED.replace("SIGNAL", signal)).check(reply).findings
    assert finding.severity.label == expected
