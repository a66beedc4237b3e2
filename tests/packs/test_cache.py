"""Packs come from the cache only when nothing has changed, and never break for its sake."""

import json
import os
import subprocess
import sys
from hashlib import sha256

import pytest

from replylint.linter import Linter
from replylint.packs import cache
from replylint.packs.cache import cached_packs, keep_packs
from replylint.packs.compiler import compile_packs
from replylint.packs.loader import load_packs
from replylint.packs.ready import ready_packs
from replylint.packs.stored import NotStorableError, restored_books, stored_books
from support import forbidding, write_pack

TEXTS = ["Успокойтесь.", "Мы не можем вам помочь!!", "Ваш заявка принята, ожидайте завтра.", "👍"]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("REPLYLINT_CACHE", str(tmp_path / "cache"))
    cache._in_memory.clear()
    return tmp_path / "cache"


@pytest.fixture
def pack(tmp_path):
    return write_pack(tmp_path, forbidding("не можем", "{помочь} .. вам"))


def files(folder):
    return sorted((folder / "packs").iterdir())


def findings(linter):
    return [[(f.rule, f.start, f.end, f.edits) for f in linter.check(t).findings] for t in TEXTS]


def test_what_is_kept_is_what_comes_back(folder, pack):
    compiled = Linter([pack])
    assert len(files(folder)) == 1
    cache._in_memory.clear()
    again = Linter([pack])
    assert again.packs == compiled.packs
    assert findings(again) == findings(compiled) != [[]] * len(TEXTS)


def test_all_shipped_packs_can_be_kept_and_find_the_same():
    compiled = compile_packs(load_packs(["ru/literacy", "ru/conversation", "en"]))
    stored = json.loads(json.dumps(stored_books(compiled), ensure_ascii=False))
    restored = restored_books(stored)
    assert [book.packs for book in restored] == [book.packs for book in compiled]
    for one, other in zip(restored, compiled, strict=True):
        assert one.signals.index.table() == other.signals.index.table()
        assert one.signals.signals.keys() == other.signals.signals.keys()
        mine, theirs = one.signals.programs, other.signals.programs
        assert {
            name: [(p.source, p.code, p.required, p.place) for p in mine[name]] for name in mine
        } == {
            name: [(p.source, p.code, p.required, p.place) for p in theirs[name]] for name in theirs
        }


def test_the_same_process_gets_the_same_objects(pack):
    ready_packs([pack])
    assert ready_packs([pack]) is ready_packs([pack])


def test_a_changed_pack_is_compiled_anew(pack):
    assert Linter([pack]).check("Мы не можем.").findings
    pack.write_text(pack.read_text().replace("не можем", "не станем"))
    assert not Linter([pack]).check("Мы не можем.").findings


def test_a_new_file_in_a_folder_is_seen(tmp_path):
    here = tmp_path / "here"
    here.mkdir()
    write_pack(here, forbidding("да"), name="ru/one")
    assert len(Linter([here]).packs) == 1
    write_pack(here, forbidding("нет"), name="ru/two")
    assert len(Linter([here]).packs) == 2


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[: len(content) // 2],
        lambda content: b"",
        lambda content: content.replace("не".encode(), "ни".encode(), 1),
        lambda content: b"no checksum",
    ],
)
def test_a_damaged_file_is_harmless_and_mended(folder, pack, spoil):
    expected = findings(Linter([pack]))
    [file] = files(folder)
    file.write_bytes(spoil(file.read_bytes()))
    cache._in_memory.clear()
    assert cached_packs([pack]) is None
    assert findings(Linter([pack])) == expected
    cache._in_memory.clear()
    assert cached_packs([pack]) is not None


@pytest.mark.parametrize("name", ["os:system", "replylint.packs.cache:os", "builtins:eval"])
def test_a_file_that_names_other_code_is_refused(folder, pack, name):
    Linter([pack])
    [file] = files(folder)
    stored = json.loads(file.read_bytes().split(b"\n", 1)[1])
    stored["classes"][0] = name
    content = json.dumps(stored).encode()
    file.write_bytes(sha256(content).hexdigest().encode() + b"\n" + content)
    cache._in_memory.clear()
    assert cached_packs([pack]) is None


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise there")
def test_only_what_is_the_users_own_is_read(folder, pack):
    Linter([pack])
    assert (folder / "packs").stat().st_mode & 0o777 == 0o700
    [file] = files(folder)
    assert file.stat().st_mode & 0o077 == 0
    file.chmod(0o666)
    cache._in_memory.clear()
    assert cached_packs([pack]) is None


def test_without_a_place_to_write_everything_works(monkeypatch, tmp_path, pack):
    (tmp_path / "file").write_text("")
    for place in ("off", str(tmp_path / "file" / "below")):
        monkeypatch.setenv("REPLYLINT_CACHE", place)
        assert Linter([pack]).check("Мы не можем.").findings


def test_what_cannot_be_stored_is_not_kept(folder, pack):
    books = compile_packs(load_packs([pack]))
    books[0].signals.signals["odd"] = object()
    with pytest.raises(NotStorableError):
        stored_books(books)
    keep_packs([pack], books, [str(pack)])
    assert not (folder / "packs").exists() or not files(folder)


def test_many_processes_at_once_leave_one_good_file(folder, pack):
    code = f"from replylint import Linter; Linter([{str(pack)!r}]); print(1)"
    running = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=os.environ)
        for _process in range(3)
    ]
    assert [process.communicate()[0].strip() for process in running] == [b"1"] * 3
    assert [file.suffix for file in files(folder)] == [".json"]


def test_old_files_go(folder, pack, tmp_path):
    for number in range(cache._MOST_FILES + 3):
        Linter([write_pack(tmp_path, forbidding("да"), name=f"ru/one-{number}")])
    assert len(files(folder)) == cache._MOST_FILES


def test_what_is_used_outlives_what_is_not(folder, pack, tmp_path):
    Linter([pack])
    [often] = files(folder)
    for number in range(cache._MOST_FILES + 3):
        os.utime(often, (number, number))
        cache._in_memory.clear()
        Linter([pack])
        Linter([write_pack(tmp_path, forbidding("ждите"), f"ru/n{number}")])
    assert often in files(folder)
