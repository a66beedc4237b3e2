"""Replies in languages that only share their letters with Russian or English."""

import pytest
from hypothesis import given

from replylint.text.document import Document
from replylint.text.foreign import is_foreign, language_judged
from strategies import texts


@pytest.mark.parametrize(
    "text",
    [
        "Доброго дня! Ваше замовлення вже відправлено, очікуйте на нього завтра.",
        "Вітаємо! На жаль, ми не можемо повернути кошти за цей товар.",
        "Добры дзень! Ваш заказ будзе дастаўлены заўтра, чакайце званка кур'ера.",
        "Сәлеметсіз бе! Сіздің тапсырысыңыз жолда, курьер бүгін хабарласады.",
        "Қайырлы күн! Өкінішке орай, ақшаны қайтара алмаймыз.",
        "Саламатсызбы! Сиздин буйрутмаңыз жолдо, курьер бүгүн чалат.",
        "Ассалому алайкум! Сизнинг буюртмангиз йўлда, бугун етказиб берилади.",
        "Рахмат, сизнинг буюртмангиз йулда, илтимос кутинг.",
        "Assalomu alaykum! Sizning buyurtmangiz yo'lda, bugun yetkazib beriladi.",
        "Исәнмесез! Сезнең заказ юлда, бүген китереләчәк.",
        "Guten Tag! Ihre Bestellung ist unterwegs und wird morgen geliefert.",
        "Merhaba! Siparişiniz yolda, bugün size teslim edilecek.",
        "Dzień dobry! Państwa zamówienie jest w drodze i dotrze jutro.",
        "Bonjour, votre commande est en route et sera livrée demain.",
        "Поштовани, ваша поруџбина је послата и стиже сутра.",
    ],
)
def test_another_language_is_told_though_its_letters_are_known(text):
    assert language_judged(Document(text)) == "other"
    assert language_judged(Document(f"{text}\n\n> Где мой заказ? Почему вы молчите?")) == "other"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Здравствуйте, Олексій! Заказ отправлен: м. Київ, вул. Хрещатик, 22.", "ru"),
        ("Заказ №123 доставлен по адресу Београд, Његошева улица 12.", "ru"),
        ("Мастер Їжак Ґалаґан приедет завтра с десяти до двенадцати.", "ru"),
        ("Спасибо за отзыв о магазине «Қазақстан тауарлары бүгін»! Передадим.", "ru"),
        ("Ресторан «El Gusto del Mar» и отель Château закрыты до мая.", "ru"),
        ("Ваш iPhone 15 Pro Max уже в пути.", "ru"),
        ("Даруйте, ми Рахмет", "ru"),
        ("Дякую!", "ru"),
        ("Your order goes to Straße der Pariser Kommune 5 and will arrive tomorrow.", "en"),
        ("Refund issued today. Check card statement tomorrow.", "en"),
        ("The café in München is closed, but naïve people keep coming to it.", "en"),
        ("Zdravstvujte, vash zakaz otpravlen, zhdite kur'era zavtra.", "en"),
    ],
)
def test_names_brands_and_few_words_change_nothing(text, language):
    assert language_judged(Document(text)) == language


def test_what_is_said_in_two_languages_is_judged_as_the_one_that_is_known():
    kazakh = "Сәлеметсіз бе! Сіздің тапсырысыңыз жолда."
    russian = "Здравствуйте! Ваш заказ уже в пути, курьер позвонит вам с утра, если это нужно."
    assert is_foreign(Document(kazakh * 2))
    assert not is_foreign(Document(f"{kazakh} {russian}"))


def test_a_foreign_quotation_is_not_the_authors_own():
    quoted = "> Guten Tag, wann wird meine Bestellung geliefert und von wem?"
    assert not is_foreign(Document(f"{quoted}\n\nWe ship it tomorrow."))


@given(texts)
def test_any_text_has_an_answer(text):
    assert language_judged(Document(text)) in ("ru", "en", "other")
