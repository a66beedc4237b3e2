import base64
import hashlib
import json
import re

from hypothesis import given
from hypothesis import strategies as st

from replylint.dashboard.page import embedded

json_values = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(json_values)
def test_data_survive_their_place_and_cannot_leave_it(value):
    text = embedded(value)
    assert "<" not in text
    assert "&" not in text
    assert json.loads(text) == value


def test_nothing_is_fetched_and_only_our_scripts_run(report):
    html = report().read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1]
    assert policy.startswith("default-src 'none';")
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert len(scripts) == policy.count("sha256-") == 7
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert not re.search(r"<(link|img|iframe)\b|<script[^>]+src", html)


def test_hidden_names_are_nowhere_in_the_file(report):
    html = report(anonymise=True).read_text(encoding="utf-8")
    for word in ("Котова", "Борис", "Анне", "999 123", "чаты.csv"):
        assert word not in html
        assert word in report(anonymise=False).read_text(encoding="utf-8") or word == "999 123"
