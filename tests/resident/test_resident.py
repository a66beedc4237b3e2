"""Real clients and a real resident process: it answers, and when it cannot, nothing is lost."""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from replylint.resident.messages import READY, receive, send
from support import forbidding, write_pack

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no resident process here")

DRAFT = "Здравствуйте! Успокойтесь, мы не можем вам помочь.\n"
PLAIN_CLIENT = "import sys; from replylint.resident import client; client.main()"
CLIENT = PLAIN_CLIENT.replace("client.main", "client._READY_SECONDS = 60; client.main")
"""One with patience: what is tested here must not depend on how busy the machine is."""
SPY = (
    "import sys, atexit, os\n"
    "atexit.register(lambda: os.write(2, b'HERE' if 'click' in sys.modules else b'THERE'))\n"
)


@pytest.fixture
def runtime(tmp_path):
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def environment(runtime):
    kept = {k: v for k, v in os.environ.items() if k not in ("CI", "COLUMNS", "REPLYLINT_DEBUG")}
    path = os.pathsep.join(p for p in sys.path if p)
    return kept | {
        "XDG_RUNTIME_DIR": str(runtime),
        "REPLYLINT_RESIDENT": "",
        "REPLYLINT_RESIDENT_IDLE": "60",
        "PYTHONPATH": path,
        "LANGUAGE": "en",
    }


@pytest.fixture
def pack(tmp_path):
    return write_pack(tmp_path, forbidding("успокойтесь", "не можем .. помочь"))


@pytest.fixture
def run(environment, tmp_path, pack):
    """Runs a client; gives its exit code, its output, its errors, and where it was answered."""

    def run_(*arguments, given=DRAFT, cwd=tmp_path, **more):
        done = subprocess.run(
            [sys.executable, "-c", SPY + CLIENT, *arguments],
            input=given.encode(),
            capture_output=True,
            cwd=cwd,
            env=environment | more,
            timeout=120,
        )
        errors, _spy, _rest = done.stderr.decode().rpartition("THERE")
        where = "resident"
        if not done.stderr.endswith(b"THERE"):
            errors, where = done.stderr.decode().removesuffix("HERE"), "own"
        return done.returncode, done.stdout.decode(), errors, where

    return run_


@pytest.fixture
def check(run, pack):
    return lambda *arguments, **more: run("check", "--pack", str(pack), *arguments, **more)


def sockets(runtime):
    folder = runtime / "replylint"
    return sorted(folder.iterdir()) if folder.exists() else []


def wait_for(condition):
    for _step in range(600):
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError("it did not come about")


@pytest.fixture
def resident(environment, runtime):
    """Starts a resident process and waits until it answers; ends it after the test."""
    code = (
        "from replylint.resident.place import identity, socket_path\n"
        "import sys; from replylint.resident import server\n"
        "server.warm_up = lambda: None\n"
        "{first}\n"
        "sys.exit(server.main(socket_path(identity())))"
    )
    started = []

    def start(first="", **more):
        command = [sys.executable, "-c", code.format(first=first)]
        started.append(subprocess.Popen(command, env=environment | more, cwd="/"))
        wait_for(lambda: [path for path in sockets(runtime) if "." not in path.name])
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def test_the_answer_is_the_same_to_the_byte(check, resident, pack, tmp_path):
    (tmp_path / "draft.txt").write_text(DRAFT)
    calls = [
        [],
        ["--format", "json"],
        ["--color", "always"],
        ["--fail-on", "critical"],
        ["draft.txt"],
        ["draft.txt", "--lang", "ru"],
        ["--text", "Да.", "--customer", "Где заказ?"],
        ["--text", "Ж" * 20, "--format", "nonsense"],
        ["missing.txt"],
    ]
    alone = [check(*call, REPLYLINT_RESIDENT="never") for call in calls]
    resident()
    answered = [check(*call) for call in calls]
    assert [a[:3] for a in answered] == [a[:3] for a in alone]
    assert {a[3] for a in answered} == {"resident"} and {a[3] for a in alone} == {"own"}
    assert {a[0] for a in answered} == {0, 1, 2}


@pytest.mark.parametrize("language", [["--lang", "ru"], ["--lang=ru"]])
def test_the_language_may_be_named_before_the_command(run, resident, pack, language):
    call = [*language, "check", "--pack", str(pack)]
    alone = run(*call, REPLYLINT_RESIDENT="never")
    resident()
    answered = run(*call)
    assert answered[:3] == alone[:3] and answered[3] == "resident"
    assert "замечания" in answered[1]


def test_a_library_of_macros_is_for_it(check, resident, tmp_path):
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "a.yml").write_text("macros:\n  - {title: А, text: Успокойтесь.}\n")
    alone = check("macros", "--resident", "never")
    resident()
    answered = check("macros")
    assert answered[:3] == alone[:3] and answered[3] == "resident"
    assert "Успокойтесь" in answered[1]


def test_a_run_leaves_one_behind_that_answers_the_next(check, runtime):
    assert check(REPLYLINT_RESIDENT_IDLE="3")[3] == "own"
    wait_for(lambda: sockets(runtime))
    assert wait_for(lambda: check()[3] == "resident")
    wait_for(lambda: not sockets(runtime))


@pytest.mark.parametrize(
    ("arguments", "more"),
    [
        (["--resident", "never"], {}),
        (["--resident=never"], {}),
        ([], {"REPLYLINT_RESIDENT": "never"}),
        ([], {"REPLYLINT_DEBUG": "1"}),
        (["--input", "text"], {}),
        (["--format", "jsonl"], {}),
        (["export.jsonl"], {}),
        (["large"], {}),
        (["many"], {}),
    ],
)
def test_what_it_is_not_for_is_done_at_home(check, resident, tmp_path, arguments, more):
    (tmp_path / "export.jsonl").write_text("{}\n")
    (tmp_path / "large").mkdir()
    for name in "abc":
        (tmp_path / "large" / f"{name}.json").write_text(f"[{' ' * 700_000}]")
    for number in range(2100):
        (tmp_path / "many" / str(number % 7)).mkdir(parents=True, exist_ok=True)
        (tmp_path / "many" / str(number % 7) / f"{number}.log").write_text("")
    resident()
    assert check(*arguments, **more)[3] == "own"


def test_none_is_started_in_ci_or_where_settings_forbid_it(check, runtime, tmp_path):
    check(CI="true")
    (tmp_path / "replylint.yaml").write_text("resident: never\n")
    assert check()[0] == 1
    time.sleep(1)
    assert sockets(runtime) == []


@pytest.mark.parametrize(
    ("arguments", "is_started"),
    [
        (["--text", "Да."], True),
        (["--text", DRAFT], True),
        (["--bogus"], False),
        (["no.txt"], False),
    ],
)
def test_none_is_left_behind_by_what_did_not_go_well(
    environment, tmp_path, pack, arguments, is_started
):
    told = (
        "from replylint.resident import starting; starting.start = lambda path: print('STARTED')\n"
    )
    command = [sys.executable, "-c", told + CLIENT, "check", "--pack", str(pack), *arguments]
    done = subprocess.run(
        command, input=b"", capture_output=True, cwd=tmp_path, env=environment, timeout=120
    )
    assert (b"STARTED" in done.stdout) == is_started


def test_settings_that_forbid_it_are_obeyed_when_one_is_there(check, resident, tmp_path):
    resident()
    (tmp_path / "replylint.yaml").write_text("resident: never\n")
    code, output, _errors, where = check()
    assert (code, where) == (1, "own") and "Успокойтесь" in output


def test_settings_and_packs_are_those_of_the_callers_folder(check, resident, tmp_path, pack):
    resident()
    assert check()[0] == 1
    (tmp_path / "replylint.yaml").write_text("rules: {probe: off}\n")
    assert check()[0] == 0
    pack.write_text(pack.read_text().replace("успокойтесь", "здравствуйте"))
    (tmp_path / "replylint.yaml").unlink()
    code, output, _errors, where = check()
    assert (code, where) == (1, "resident") and "«Здравствуйте»" in output


def test_a_killed_one_is_replaced_and_nothing_is_lost(check, resident, runtime):
    process = resident()
    process.kill()
    process.wait()
    assert sockets(runtime)  # stale: nobody listens there
    code, output, _errors, where = check(REPLYLINT_RESIDENT_IDLE="5")
    assert (code, where) == (1, "own") and "Успокойтесь" in output
    assert wait_for(lambda: check()[3] == "resident")


def children_of(process):
    """The numbers of the processes that a process has made and that are still there."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,stat="], capture_output=True, text=True)
    rows = map(str.split, listed.stdout.splitlines())
    return [
        int(pid) for pid, parent, state in rows if int(parent) == process.pid and "Z" not in state
    ]


def is_there(pid):
    listed = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True)
    return bool(listed.stdout.strip()) and "Z" not in listed.stdout


def test_the_child_that_waits_ends_with_its_parent(resident):
    process = resident()
    [waiting] = wait_for(lambda: children_of(process))
    process.kill()
    process.wait()
    wait_for(lambda: not is_there(waiting))


def test_a_child_that_dies_waiting_is_replaced(resident, check):
    process = resident()
    [waiting] = wait_for(lambda: children_of(process))
    os.kill(waiting, signal.SIGKILL)
    assert wait_for(lambda: [pid for pid in children_of(process) if pid != waiting])
    assert check()[3] == "resident"


@pytest.mark.parametrize("file", ["draft.txt", "missing/draft.txt"])
def test_input_that_is_not_asked_for_is_left_to_whom_it_belongs(
    environment, resident, tmp_path, file
):
    resident()
    (tmp_path / "draft.txt").write_text(DRAFT)
    script = f"{sys.executable} -c '{CLIENT}' check {file} >/dev/null 2>&1; cat"
    done = subprocess.run(
        ["sh", "-c", script],
        input=b"the rest of a list",
        capture_output=True,
        cwd=tmp_path,
        env=environment,
        timeout=120,
    )
    assert done.stdout == b"the rest of a list"


def test_a_pack_that_is_named_does_not_keep_the_draft_from_the_resident(check, resident):
    resident()
    code, output, _errors, where = check()
    assert (code, where) == (1, "resident") and "Успокойтесь" in output


def test_one_that_dies_while_answering_loses_nothing(check, environment, runtime):
    [path] = [place_of(environment)]
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path)
        listening.listen(1)
        client = subprocess.Popen(
            [sys.executable, "-c", CLIENT, "check", "--resident", "auto"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment | {"CI": "1"},
        )
        client.stdin.write(DRAFT.encode())
        client.stdin.close()
        connection, _address = listening.accept()
        connection.sendall(READY)
        assert receive(connection)["input"].encode("latin-1").decode() == DRAFT
        connection.sendall(b"\0\0\0\0\0\0\1\0half an answ")
        connection.close()
    with client.stdout as output:
        assert "Успокойтесь" in output.read().decode()
    assert client.wait() == 1


@pytest.mark.parametrize("arguments", [[], ["--text", DRAFT]])
def test_nobody_waits_for_one_that_is_still_loading(environment, runtime, arguments):
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(place_of(environment))
        listening.listen(1)
        done = subprocess.run(
            [sys.executable, "-c", PLAIN_CLIENT, "check", "--resident", "always", *arguments],
            input=DRAFT.encode(),
            capture_output=True,
            env=environment,
            timeout=50,
        )
        assert done.returncode == 1
        assert "Успокойтесь" in done.stdout.decode()
        with listening.accept()[0] as connection:
            assert connection.recv(1) == b""
        # Nor has it tried to start another one.
        listening.settimeout(3)
        with pytest.raises(TimeoutError):
            listening.accept()


def place_of(environment):
    code = "from replylint.resident.place import *; print(socket_path(identity()))"
    command = [sys.executable, "-c", code]
    return subprocess.check_output(command, env=environment, cwd="/").decode().strip()


def test_one_that_takes_too_long_leaves_the_work_to_the_client(check, resident):
    resident(
        "from replylint.resident import answering; import time\n"
        "answering._SECONDS = 1; answering.run = lambda arguments: time.sleep(30)"
    )
    code, output, _errors, where = check()
    assert (code, where) == (1, "own") and "Успокойтесь" in output


def test_another_version_is_not_answered(resident, environment):
    resident()
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(place_of(environment))
        assert connection.recv(1) == READY
        send(connection, {"identity": "an older one", "arguments": ["check"]})
        with pytest.raises(ConnectionError):
            receive(connection)


@pytest.mark.parametrize("sent", [b"", b"\0" * 8, b"\xff" * 16, b"GET / HTTP/1.1\r\n\r\n"])
def test_nonsense_disturbs_nobody(check, resident, environment, sent):
    resident()
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(place_of(environment))
        connection.sendall(sent)
    assert check()[3] == "resident"


def test_many_at_once_each_get_their_own_answer(environment, resident, pack, tmp_path):
    resident()
    texts = [f"Успокойтесь, {number} раз." for number in range(6)]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", CLIENT, "check", "--pack", str(pack), "--text", text],
            stdout=subprocess.PIPE,
            env=environment,
            cwd=tmp_path,
        )
        for text in texts
    ]
    answers = [process.communicate(timeout=120)[0].decode() for process in running]
    assert all(text in answer for text, answer in zip(texts, answers, strict=True))


def test_a_folder_that_is_not_private_is_not_trusted(check, runtime):
    (runtime / "replylint").mkdir(mode=0o777)
    (runtime / "replylint").chmod(0o777)
    assert check()[:1] == (1,)
    time.sleep(1)
    assert sockets(runtime) == []


def test_without_a_place_for_a_socket_everything_works(check, tmp_path):
    (tmp_path / "file").write_text("")
    assert check(XDG_RUNTIME_DIR=str(tmp_path / "file"))[0] == 1
    assert check(XDG_RUNTIME_DIR=str(tmp_path / ("long" * 40)))[0] == 1


def test_rights_let_nobody_else_in(resident, runtime):
    resident()
    assert (runtime / "replylint").stat().st_mode & 0o777 == 0o700
    assert sockets(runtime)[0].stat().st_mode & 0o777 == 0o600


def test_it_leaves_when_idle_when_told_and_when_its_socket_is_gone(resident, runtime):
    assert resident(REPLYLINT_RESIDENT_IDLE="1").wait(60) == 0
    assert sockets(runtime) == []
    process = resident()
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    assert sockets(runtime) == []


def test_a_second_one_leaves_the_first_in_its_place(resident, check):
    resident()
    assert resident().wait(60) == 0
    assert check()[3] == "resident"


def test_nothing_heavy_is_imported_while_it_answers(resident, environment, pack, tmp_path):
    resident()
    code = (
        "import sys, atexit, os\n"
        "heavy = {'click', 'rich', 'spacy', 'pydantic', 'yaml', 'regex', 'replylint.linter'}\n"
        "atexit.register(lambda: os.write(2, repr(heavy & set(sys.modules)).encode()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code + CLIENT, "check", "--pack", str(pack), "--text", "Да."],
        capture_output=True,
        env=environment,
        cwd=tmp_path,
    )
    assert done.stderr == b"set()"


def test_a_reader_that_goes_away_ends_it_quietly(environment, resident, pack, tmp_path):
    resident()
    command = f"{sys.executable} -c '{CLIENT}' check --pack {pack} --text Успокойтесь | true"
    done = subprocess.run(
        ["bash", "-c", command + "; exit ${PIPESTATUS[0]}"],
        capture_output=True,
        env=environment,
        cwd=tmp_path,
    )
    assert done.returncode in (1, 141) and done.stderr == b""
