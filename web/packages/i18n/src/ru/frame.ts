// SPDX-License-Identifier: Apache-2.0

export const frame = {
  'section.intake': 'Приём',
  'section.cases': 'Дела',
  'section.packages': 'Пакеты',
  'section.registrations': 'Поступившие',
  'section.calls': 'Контакт-центр',
  'section.inquiries': 'Запросы',
  'section.smev': 'СМЭВ',
  'section.messageTypes': 'Виды сведений',
  'section.audit': 'Журнал доступа',
  'section.account': 'Учётная запись',

  'frame.skip': 'К содержанию страницы',
  'frame.sections': 'Разделы',
  'frame.collapse': 'Свернуть',
  'frame.expand': 'Развернуть',
  'frame.dark': 'Тёмная тема',
  'frame.light': 'Светлая тема',
  'frame.signOut': 'Выйти',

  'hotkeys.everywhere': 'Везде',
  'hotkeys.sections': 'Разделы',
  'help.title': 'Горячие клавиши',

  'live.live': 'На связи',
  'live.live.hint': 'Новое появляется на экране само',
  'live.connecting': 'Соединяемся',
  'live.connecting.hint': 'Устанавливаем связь с сервером',
  'live.refused': 'Не обновляется',
  'live.refused.hint':
    'Новое на экране само не появляется: сервер занят или открыто слишком много страниц. Связь пробуем восстановить сами, закройте лишние вкладки. Увидеть новое сейчас можно, обновив страницу.',
  'live.lost': 'Нет связи',
  'live.lost.hint':
    'Изменения не приходят. Связь восстановится сама, и списки обновятся; работать можно дальше.',

  'vision.title': 'Версия для слабовидящих',
  'vision.size': 'Размер текста',
  'vision.size.normal': 'обычный',
  'vision.size.large': 'крупный',
  'vision.size.huge': 'очень крупный',
  'vision.contrast': 'Цвета',
  'vision.contrast.normal': 'обычные',
  'vision.contrast.blackOnWhite': 'чёрным по белому',
  'vision.contrast.whiteOnBlack': 'белым по чёрному',
  'vision.contrast.blue': 'тёмно-синим по голубому',
  'vision.spacing': 'Расстояние между буквами',
  'vision.spacing.normal': 'обычное',
  'vision.spacing.wide': 'увеличенное',
  'vision.reset': 'Обычная версия',

  'search.open': 'Найти человека, дело, услугу',
  'search.title': 'Поиск по всему',
  'search.placeholder': 'Фамилия, номер дела, документ, телефон, услуга',
  'search.hint': 'Введите хотя бы два знака',
  'search.nothing': 'Ничего не нашлось. Проверьте номер или введите часть фамилии.',
  'search.applications': 'Дела',
  'search.elsewhere': 'Дела других филиалов',
  'search.issuedHere': 'результат можно выдать здесь',
  'search.inquiries': 'Запросы в ведомства',
  'search.registrations': 'Поступившие заявления',
  'search.applicants': 'Заявители',
  'search.services': 'Услуги',

  'session.expired.title': 'Сеанс закончился',
  'session.expired.text':
    'Всё, что вы ввели, осталось на странице. Войдите снова, и работа продолжится с того же места.',
  'session.leave': 'Войти под другим именем',
  'session.left.title': 'Вы вышли в другой вкладке',
  'session.left.text':
    'Данные на этой странице скрыты, введённое не пропало. Войдите снова, и работа продолжится с того же места.',
  'session.other.title': 'В другой вкладке вошёл другой сотрудник',
  'session.other.text':
    'Сейчас в этом браузере работает {other}, а страница открыта под именем {own} и скрыта. Введённое здесь не пропало и под чужим именем не уйдёт. Если войти здесь снова, остановятся другие вкладки.',
  'session.other.go': 'Работать как {other}',
} as const;
