import gc

import pytest

from replylint.collecting import no_collecting


def test_garbage_is_left_alone_only_meanwhile():
    assert gc.isenabled()
    with no_collecting():
        assert not gc.isenabled()
        with no_collecting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_looked_for_again_after_an_error():
    with pytest.raises(ValueError, match="broken"), no_collecting():
        raise ValueError("broken")
    assert gc.isenabled()
