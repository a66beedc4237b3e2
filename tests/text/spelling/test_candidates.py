import pytest

from replylint.text.spelling.candidates import similar


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("закза", "заказ"),
        ("програма", "программа"),
        ("преедет", "приедет"),
        ("подьезд", "подъезд"),
        ("оплта", "оплата"),
        ("доствака", "доставка"),
        ("подошол", "подошел"),
    ],
)
def test_one_slip_leads_back(word, meant):
    assert meant in similar(word)


def test_what_people_often_do_costs_less():
    found = similar("зделали")
    assert found["сделали"] < 1.5
    assert similar("програма")["программа"] < similar("прогрвмма")["программа"]


def test_two_slips_do_not():
    assert "программа" not in similar("прагрома")
