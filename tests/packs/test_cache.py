"""Packs come from the cache only when nothing has changed, and never break for its sake."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256

import pytest

from replylint.linter import Linter
from replylint.packs import cache
from replylint.packs.cache import PackShelf, cached_packs
from replylint.packs.compiler import compile_packs
from replylint.packs.loader import load_packs
from replylint.packs.ready import ready_packs
from replylint.packs.stored import NotStorableError, stored_pack
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


def files(folder, kind="packs"):
    return sorted((folder / kind).iterdir())


def findings(linter):
    return [[(f.rule, f.start, f.end, f.edits) for f in linter.check(t).findings] for t in TEXTS]


def test_what_is_kept_is_what_comes_back(folder, pack):
    compiled = Linter([pack])
    assert len(files(folder)) == len(files(folder, "lists")) == 1
    cache._in_memory.clear()
    again = Linter([pack])
    assert again.packs == compiled.packs
    assert findings(again) == findings(compiled) != [[]] * len(TEXTS)


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


@pytest.mark.parametrize("kind", ["packs", "lists"])
@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[: len(content) // 2],
        lambda content: b"",
        lambda content: content.replace(b"e", b"o", 1),
        lambda content: b"no checksum",
    ],
)
def test_a_damaged_file_is_harmless_and_mended(folder, pack, spoil, kind):
    expected = findings(Linter([pack]))
    [file] = files(folder, kind)
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
@pytest.mark.parametrize("kind", ["packs", "lists"])
def test_only_what_is_the_users_own_is_read(folder, pack, kind):
    Linter([pack])
    assert (folder / kind).stat().st_mode & 0o777 == 0o700
    [file] = files(folder, kind)
    assert file.stat().st_mode & 0o077 == 0
    file.chmod(0o666)
    cache._in_memory.clear()
    assert cached_packs([pack]) is None


def test_without_a_place_to_write_everything_works(monkeypatch, tmp_path, pack):
    (tmp_path / "file").write_text("")
    for place in ("off", str(tmp_path / "file" / "below")):
        monkeypatch.setenv("REPLYLINT_CACHE", place)
        assert Linter([pack]).check("Мы не можем.").findings


class Odd(PackShelf):
    """A shelf for packs with something in them that JSON cannot hold."""

    def keep(self, key, compiled):
        odd = replace(compiled, signals={**compiled.signals, "odd": object()})
        with pytest.raises(NotStorableError):
            stored_pack(odd)
        super().keep(key, odd)


def test_what_cannot_be_stored_is_not_kept(folder, pack):
    shelf = Odd()
    shelf.keep_list([pack], compile_packs(load_packs([pack]), shelf), {str(pack): pack.read_text()})
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_a_pack_that_was_saved_while_it_was_compiled_is_compiled_anew(folder, pack):
    shelf = PackShelf()
    read = load_packs([pack])
    pack.write_text(pack.read_text().replace("severity: error", "severity: info"))
    shelf.keep_list([pack], compile_packs(read, shelf), {str(pack): read[0].source.text})
    assert cache.cached_packs([pack]) is None


def test_line_ends_and_a_byte_order_mark_are_no_change(folder, pack):
    Linter([pack])
    pack.write_bytes(b"\xef\xbb\xbf" + pack.read_bytes().replace(b"\n", b"\r\n"))
    cache._in_memory.clear()
    assert cache.cached_packs([pack]) is not None


def test_a_list_without_its_packs_is_made_anew(folder, pack):
    expected = findings(Linter([pack]))
    files(folder)[0].unlink()
    cache._in_memory.clear()
    assert findings(Linter([pack])) == expected
    assert len(files(folder)) == 1


def test_many_processes_at_once_leave_one_good_file(folder, pack):
    code = f"from replylint import Linter; Linter([{str(pack)!r}]); print(1)"
    running = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=os.environ)
        for _process in range(3)
    ]
    assert [process.communicate()[0].strip() for process in running] == [b"1"] * 3
    for kind in ("packs", "lists"):
        assert [file.suffix for file in files(folder, kind)] == [".json"]


def test_old_files_go(folder, pack, tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "_MOST_LISTS", 3)
    monkeypatch.setattr(cache, "_MOST_PACKS", 5)
    for number in range(8):
        Linter([write_pack(tmp_path, forbidding("да"), name=f"ru/one-{number}")])
    assert len(files(folder, "lists")) == 3
    assert len(files(folder)) == 5


def test_what_is_used_outlives_what_is_not(folder, pack, tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "_MOST_LISTS", 3)
    monkeypatch.setattr(cache, "_MOST_PACKS", 5)
    Linter([pack])
    often = [*files(folder), *files(folder, "lists")]
    for number in range(8):
        for file in often:
            os.utime(file, (number, number))
        cache._in_memory.clear()
        Linter([pack])
        Linter([write_pack(tmp_path, forbidding("ждите"), f"ru/n{number}")])
    assert set(often) <= {*files(folder), *files(folder, "lists")}
