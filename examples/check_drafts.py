"""The library in one sitting: for a notebook-like editor, or for `python check_drafts.py`."""

# %% One reply, one line
from replylint import Conversation, Linter, Severity

linter = Linter()  # loading takes about a second: do it once, keep it
print(linter.check("Успокойтесь, пожалуйста.").findings[0].message)

# %% A finding points at the words and says what to write instead
result = linter.check(
    "Ничем не можем помочь, ожидайте.",
    customer="Где мой заказ 55103? Обещали вчера!",
    channel="chat",
)
print(f"{result.score:.0f}/100")
for finding in result.findings:
    print(
        f"  {finding.start}–{finding.end} «{finding.text}» {finding.severity.label} {finding.rule}"
    )
    for wording in finding.suggestions[:1]:
        print(f"      → {wording}")

# %% A folder of drafts, the worst first
from pathlib import Path  # noqa: E402

folder = Path(__file__).parent / "drafts"
conversations = [
    Conversation(path.read_text(encoding="utf-8"), source=path.name)
    for path in sorted(folder.glob("*.txt"))
]
results = sorted(linter.check_many(conversations), key=lambda r: r.score)
for result in results:
    print(f"{result.score:5.0f}  {result.source:32} {len(result.findings)} findings")

# %% What hurts most often, and in which part of the score
from collections import Counter  # noqa: E402

grave = [f for r in results for f in r.findings if f.severity >= Severity.WARNING]
for category, count in Counter(f.category for f in grave).most_common(5):
    print(f"{count:3}  {category}")
for criterion in results[0].criteria:
    mean = sum(r.criteria[criterion] for r in results) / len(results)
    print(f"{mean:5.0f}  {criterion}")

# %% A pack of one's own beside those that come along
ours = Linter(["ru", Path(__file__).parent / "custom-pack" / "acme.yml"])
for finding in ours.check("У нас овербукинг, клиентов много.").findings:
    edit = finding.edits[0].text if finding.edits else ""
    print(f"{finding.pack}:{finding.rule}  «{finding.text}»  {edit}")
