import pytest

from replylint.errors import FileError
from replylint.yamlfile.source import MOST_BYTES, MOST_DEPTH, Mark, parse_yaml, read_yaml
from support import marked, told


def problems(text):
    with pytest.raises(FileError) as caught:
        parse_yaml(text, "a.yml")
    return caught.value.problems


def read(text):
    return parse_yaml(text, "a.yml")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("слово", "слово"),
        ("'5'", "5"),
        ("5", 5),
        ("5.5", 5.5),
        ("1.0.0", "1.0.0"),
        ("true", True),
        ("false", False),
        ("yes", "yes"),
        ("no", "no"),
        ("да", "да"),
        ("~", None),
        ("null", None),
        ("", None),
        ("2025-01-01", "2025-01-01"),
        ('"\\u0434а"', "да"),
        ("[a, [b]]", ["a", ["b"]]),
        ("{b: 1, c: {}}", {"b": 1, "c": {}}),
        ("|\n  a\n  b", "a\nb"),
        (">\n  a\n  b", "a b"),
    ],
)
def test_a_value_is_read_as_a_person_means_it(text, value):
    assert read(f"key: {text}").data == {"key": value}


def test_every_value_and_key_remembers_its_place():
    source = read("a: b\nc:\n  - d\n  - e: 'f'\n")
    assert source.marks[("a",)] == Mark(1, 4, source.marks[("a",)].style)
    assert (source.marks["c", 1, "e"].line, source.marks["c", 1, "e"].column) == (4, 8)
    assert source.marks["c", 1, "e"].style == "'"
    assert (source.key_marks["c", 1, "e"].line, source.key_marks["c", 1, "e"].column) == (4, 5)


def test_columns_are_code_points():
    assert read("🙂ёж: 👍🏽 да\n").marks[("🙂ёж",)].column == 6


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "None:None is empty"),
        ("# пусто\n", "None:None is empty"),
        ("a: &x [b]\nc: *x\n", "1:4 anchors and aliases are not allowed; write the value out"),
        ("&x a: b\nc: *x\n", "1:1 anchors and aliases are not allowed; write the value out"),
        ("a: &x [*x]\n", "1:4 anchors and aliases are not allowed; write the value out"),
        (
            "a: !!python/object/apply:os.system [ls]\n",
            "1:4 the tag tag:yaml.org,2002:python/object/apply:os.system is not allowed",
        ),
        ("a: !mine b\n", "1:4 the tag !mine is not allowed"),
        ("a: !!binary aGVq\n", "1:4 the tag tag:yaml.org,2002:binary is not allowed"),
        ("a: !!set {b}\n", "1:4 the tag tag:yaml.org,2002:set is not allowed"),
        ("!!python/name:os.system a: b\n", "1:1 a key must be a plain word"),
        ("a:\n  <<: {b: c}\n", "2:3 a key must be a plain word"),
        ("? [a]\n: b\n", "1:3 a key must be a plain word"),
        ("a: b\nc: d\na: e\n", "3:1 the key “a” stands here twice"),
        ("a: [b\n", "1:4 is not valid YAML: "),
        ("a: &x b\n", "1:4 text cannot begin with “&” unless it is in quotes"),
        ("a: b: c\n", "1:5 is not valid YAML: "),
        ("a:\n\t- b\n", "2:1 is not valid YAML: "),
        ("a: 'b\n", "1:4 is not valid YAML: "),
        ("a: *x\n", "1:4 is not valid YAML: "),
        ("a: b\n---\nc: d\n", "2:1 is not valid YAML: "),
        ("a: b\nc: d\0\n", "2:5 is not valid YAML: the invisible character U+0000"),
        ("a: 🙂\x07\n", "1:5 is not valid YAML: the invisible character U+0007"),
    ],
)
def test_this_is_refused_at_its_place(text, expected):
    [problem] = problems(text)
    assert told(problem).startswith(expected)


def test_several_mistakes_are_told_together():
    assert [p.place.line for p in problems("a: !x b\nc: 1\nc: 2\nd: !y [1]\n")] == [1, 3, 4]


@pytest.mark.parametrize(
    "text",
    [
        "[" * (MOST_DEPTH + 5) + "]" * (MOST_DEPTH + 5),
        "[" * 100_000,
        "{a: " * 50_000,
        "- " * 100_000,
        "".join(f"{' ' * depth}a:\n" for depth in range(400)),
    ],
    ids=["closed", "brackets", "braces", "hyphens", "indented"],
)
def test_deep_nesting_is_refused_and_does_no_harm(text):
    [problem] = problems(text)
    assert problem.message == "this is nested too deeply"
    assert problem.place.line is not None
    assert max(map(len, problem.excerpt.split("\n"))) < 150


def test_what_people_nest_is_read():
    read("[" * MOST_DEPTH + "]" * MOST_DEPTH)


def test_aliases_cannot_blow_up():
    lines = ["a0: &a0 [x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 30)]
    assert all("aliases" in problem.message for problem in problems("\n".join(lines)))


def test_control_characters_are_not_shown_as_they_are():
    [problem] = problems("a: \x1b[31m\n")
    assert "\x1b" not in str(problem)


def file(folder, content):
    path = folder / "a.yml"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"#" * (MOST_BYTES + 1), "the file is larger than 2 MB"),
        ("a: Привет".encode("cp1251"), "is not UTF-8 text; save it as UTF-8"),
        ("a: Привет".encode("utf-16"), "is not UTF-8 text; save it as UTF-8"),
        (b"", "is empty"),
    ],
)
def test_this_file_is_refused(tmp_path, content, message):
    path = file(tmp_path, content)
    with pytest.raises(FileError) as caught:
        read_yaml(path)
    [problem] = caught.value.problems
    assert problem.place.source == str(path)
    assert problem.message.startswith(message)


def test_a_file_that_cannot_be_opened_is_refused(tmp_path):
    with pytest.raises(FileError, match="no such file"):
        read_yaml(tmp_path / "nowhere.yml")
    with pytest.raises(FileError, match="this is a folder"):
        read_yaml(tmp_path)


def test_a_byte_order_mark_does_not_matter(tmp_path):
    assert read_yaml(file(tmp_path, b"\xef\xbb\xbfa: b\n")).data == {"a": "b"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_with_any_line_end(tmp_path, line_end):
    path = file(tmp_path, line_end.join(["a: b", "c: d", "c: e"]).encode())
    with pytest.raises(FileError) as caught:
        read_yaml(path)
    [problem] = caught.value.problems
    assert problem.place.line == 3
    assert marked(problem) == "c"


@pytest.mark.parametrize(
    ("line", "start", "end", "column", "shown"),
    [
        ("a: да нет", 3, 6, 7, "нет"),
        ("a: 'да нет'", 3, 6, 8, "нет"),
        ('a: "да нет"', 3, 6, 8, "нет"),
        ("a: 'д''а нет'", 4, 7, 10, "нет"),
        ('a: "д\\"а нет"', 4, 7, 10, "нет"),
        ('a: "\\\\? нет"', 3, 6, 9, "нет"),
        ('a: "\\u0434а нет"', 3, 6, 13, "нет"),
        ('a: "\\x41а нет"', 3, 6, 11, "нет"),
        ('a: "\\U0001F642 нет"', 2, 5, 16, "нет"),
        ('a: "\\tнет"', 1, 4, 7, "нет"),
        ("a:\t'🙂 нет'", 2, 5, 7, "нет"),
        ("a: да", 1, 1, 5, "а"),
        ("a: да", 2, 3, 6, ""),
    ],
)
def test_a_part_of_a_text_is_marked_under_its_columns(line, start, end, column, shown):
    problem = read(line).problem_in_text("m", ("a",), start, end)
    assert (problem.place.line, problem.place.column) == (1, column)
    assert marked(problem) == shown


@pytest.mark.parametrize("text", ["|\n  да нет", ">\n  да\n  нет"])
def test_a_part_of_a_block_is_marked_where_the_block_begins(text):
    problem = read(f"a: {text}\n").problem_in_text("m", ("a",), 3, 6)
    assert (problem.place.line, problem.place.column) == (1, 4)


@pytest.mark.parametrize("before", [0, 30, 49, 50, 51, 99, 500])
@pytest.mark.parametrize("after", [0, 30, 200])
def test_long_lines_are_cut_around_what_is_marked(before, after):
    line = f"a: {'-' * before}нет{'+' * after}"
    problem = read(line).problem_in_text("m", ("a",), before, before + 3)
    assert marked(problem) == "нет"
    assert max(map(len, problem.excerpt.split("\n"))) < 120


def test_a_place_that_is_not_there_is_the_nearest_above():
    source = read("a:\n  b: c\n")
    assert source.problem("m", ("a", "x", "y")).place.line == 2
    assert source.problem("m", ("a", "x"), key=True).place.line == 1
    assert source.problem("m", ("nothing",)).place.line == 1
