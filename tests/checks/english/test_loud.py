from replylint.checks.english.loud import is_stress, may_be_loud


def test_everyday_words_may_be_loud_and_abbreviations_not():
    assert all(map(may_be_loud, ("not", "refund", "spamming", "we")))
    assert not any(map(may_be_loud, ("vat", "usb", "iban", "hp")))


def test_one_word_is_stress_if_it_carries_it():
    assert is_stress(["never"], "we")
    assert not is_stress(["sale"], "the")
    assert not is_stress(["all"], "we")
    assert not is_stress(["yes", "now"], "press")


def test_a_phrase_of_long_words_is_stress():
    assert is_stress(["your", "parcel", "returned"], "")
    assert not is_stress(["summer", "sale"], "code")
