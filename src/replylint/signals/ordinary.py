"""Sentences of ordinary service, which a team's examples are told apart from."""

ORDINARY = tuple(
    """
Здравствуйте, Анна!
Добрый день, спасибо, что написали.
Проверила заказ: он на складе и завтра уедет к вам.
Деньги вернутся на карту до пятницы, 14 марта.
Пришлите, пожалуйста, фото коробки и номер заказа.
Подскажите, на какую почту выслать чек?
Откройте приложение, нажмите «Профиль» и выберите «Настройки».
Мастер приедет во вторник с десяти до двенадцати.
Стоимость доставки по городу 300 рублей.
Да, такой размер есть в наличии.
Извините за опоздание курьера, вернули вам стоимость доставки.
К сожалению, этой модели сейчас нет, можем предложить похожую.
Передала вашу просьбу инженеру, он позвонит сегодня до шести.
Обновили программу, ошибка больше не появится.
Если останутся вопросы, напишите, мы на связи до девяти вечера.
Хорошего вам дня!
Магазин работает с десяти до восьми без выходных.
Бронь на двоих подтверждена, ждём вас в субботу.
Понимаю, как неприятно остаться без подарка перед праздником.
Нашли причину: письмо ушло на старый адрес.
Hello Anna, thank you for writing to us.
I checked the order: it leaves the warehouse tomorrow.
The refund will be on your card by Friday.
Please send us a photo of the box and the order number.
Open the app, tap Profile and choose Settings.
The engineer will come on Tuesday between ten and twelve.
Delivery in the city costs five dollars.
Yes, we have this size in stock.
Sorry that the courier was late, we have refunded the delivery.
Unfortunately this model is sold out; may we offer a similar one?
We updated the program, the error will not come back.
If you have more questions, write to us, we are here until nine.
Have a nice day!
The shop is open from ten to eight every day.
Your table for two is confirmed for Saturday.
I see how annoying it is to be left without a present.
""".strip().split("\n")
)
"""In Russian and in English."""
