"""In which forms a name is found, and which words that begin like it are none."""

import pytest

from replylint.scoring.name_forms import forms_of


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Вера", "вера веры вере веру верой"),
        ("Лев", "льва льву львом льве"),
        ("Пётр", "петр петра петру петром"),
        ("Юрий", "юрия юрию юрием юрии"),
        ("Игорь", "игоря игорю игорем"),
        ("Зульфия", "зульфии зульфию зульфией"),
        ("Камышов", "камышова камышову камышовым камышовой камышовы"),
        ("Соколовская", "соколовской соколовскую"),
        ("Шум", "шума шуму шумом шуме"),
        ("Ткаченко", "ткаченко"),
        ("Kate", "kate"),
    ],
)
def test_a_name_has_its_inflected_forms(name, forms):
    assert set(forms.split()) <= forms_of(name)


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Вера", "верна вернем верим версия вер"),
        ("Дана", "данные дано данных"),
        ("Год", "годы лет годовой"),
        ("Кот", "который котлета"),
        ("Любовь", "любой люблю"),
        ("Мира", "мир миром мирный"),
        ("Камышов", "камыш камышовый"),
        ("Kate", "kates skate"),
    ],
)
def test_words_that_begin_like_a_name_are_no_forms_of_it(name, others):
    assert not set(others.split()) & forms_of(name)
