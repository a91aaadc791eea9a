// SPDX-License-Identifier: Apache-2.0

export const common = {
  'app.name': 'Окно',

  'action.cancel': 'Отмена',
  'action.close': 'Закрыть',
  'action.save': 'Сохранить',
  'action.retry': 'Повторить',
  'action.open': 'Открыть',
  'action.download': 'Скачать',
  'action.preview': 'Посмотреть',
  'action.undo': 'Вернуть',
  'action.reset': 'Сбросить',
  'action.clear': 'Очистить',

  'field.empty': 'Заполните это поле',

  'leave.title': 'Уйти без сохранения?',
  leave: 'Уйти',

  'state.loading': 'Загружаем…',

  'problem.code': 'Код для поддержки: {code}',
  'problem.errorCode': 'Код ошибки: {code}',
  'problem.network.title': 'Сервер не отвечает',
  'problem.network.kept':
    'Введённое осталось на экране. Проверьте связь и повторите, дважды действие не выполнится.',
  'problem.network.repeat': 'Проверьте связь с сетью и повторите.',
  'problem.signedOut': 'Вы вышли из системы, действие не выполнено',
  'problem.unforeseen.title': 'На этой странице произошла ошибка',
  'problem.unforeseen.detail':
    'Обновите страницу. Если ошибка повторится, сообщите в поддержку, что вы делали перед этим.',
  'problem.status': 'Сервер ответил ошибкой {status}',
  'problem.retryAfter': {
    one: 'Повторить можно через {count} секунду.',
    few: 'Повторить можно через {count} секунды.',
    many: 'Повторить можно через {count} секунд.',
    other: 'Повторить можно через {count} секунды.',
  },

  'term.left': {
    one: 'остался {count} рабочий день',
    few: 'осталось {count} рабочих дня',
    many: 'осталось {count} рабочих дней',
    other: 'осталось {count} рабочего дня',
  },
  'term.today': 'последний день',
  'term.overdue': {
    one: 'просрочено на {count} раб. день',
    few: 'просрочено на {count} раб. дня',
    many: 'просрочено на {count} раб. дней',
    other: 'просрочено на {count} раб. дня',
  },
  'term.dueOn.overdue': 'просрочено',
  'term.dueOn.soon': 'скоро срок',

  'status.draft': 'Черновик',
  'status.intake': 'Принято',
  'status.processing': 'В обработке',
  'status.rework': 'На доработке',
  'status.delivery_queued': 'Ждёт отправки',
  'status.delivery_on_demand': 'Не доставлено',
  'status.delivery_on_demand.hint':
    'Доставить через СМЭВ не удалось («доставка по запросу»): обработчик узнаёт причину и отправляет ещё раз',
  'status.sent': 'Отправлено',
  'status.sent_by_courier': 'Отправлено курьером',
  'status.in_agency': 'В ведомстве',
  'status.awaiting_notice': 'Известить заявителя',
  'status.ready_to_issue': 'Готово к выдаче',
  'status.closed': 'Закрыто',
  'status.refused_intake': 'Отказано в приёме',
  'status.withdrawn': 'Отозвано',
  'status.unclaimed': 'Невостребованное',

  'role.operator': 'оператор',
  'role.processor': 'обработчик',
  'role.auditor': 'аудитор',
  'role.contact_agent': 'сотрудник контакт-центра',
  'role.officer': 'специалист ведомства',
  'role.agency_manager': 'руководитель ведомства',
  'role.administrator': 'администратор',

  'grid.columns': 'Показывать столбцы',
  'grid.selection': 'Выбор',
  'grid.select': 'Выбрать строку',
  'grid.shown': {
    one: '{count} строка',
    few: '{count} строки',
    many: '{count} строк',
    other: '{count} строки',
  },
  'grid.shownMore': {
    one: 'Показана {count} строка, ниже есть ещё',
    few: 'Показаны {count} строки, ниже есть ещё',
    many: 'Показано {count} строк, ниже есть ещё',
    other: 'Показано {count} строки, ниже есть ещё',
  },
  'grid.loadingMore': 'Загружаем ещё…',

  'hotkeys.toSearch': 'Перейти к поиску в списке',
  'hotkeys.list': 'Список',
  'hotkeys.openRow': 'Открыть',
  'hotkeys.moveRow': 'Двигаться по строкам',
  'hotkeys.selectRow': 'Выбрать строку',

  'history.title': 'История',
  'history.empty': 'Пока ничего не происходило',

  'file.choose': 'Выбрать файл',
  'file.orDrop': 'или перетащите его сюда: PDF, JPEG, PNG',
  'file.limits': 'или перетащите его сюда: PDF, JPEG, PNG до {limit}',
  'file.limits.scans': 'Сканы: PDF, JPEG, PNG до {limit} каждый',
  'file.progress': 'Отправка файла {name}',
  'file.dismiss': 'Убрать',
  'file.tooLarge': 'Файл больше {limit}',
  'file.tooLarge.hint': 'Отсканируйте с меньшим разрешением или разделите документ на части.',
  'file.wrongKind': 'Здесь принимаем только {kinds}',
  'file.wrongKind.hint': 'Сохраните документ в одном из этих видов и выберите снова.',
  'file.attach': 'Приложить файл',
  'file.remove': 'Убрать файл {name}',
  'file.previewOf': 'Посмотреть: {name}',
  'file.downloadOf': 'Скачать: {name}',
  'file.noPreview': 'Этот вид файла в браузере не показать. Скачайте его.',
  'file.broken':
    'Файл повреждён или имеет неизвестный вид. Скачайте его и откройте своей программой.',
  'file.page': '{name}, страница {page} из {pages}',
  'file.morePages': 'Показать следующие страницы',

  'route.missing.title': 'Здесь ничего нет',
  'route.missing.text':
    'Страницы с таким адресом нет или у вас нет к ней доступа. Проверьте адрес или начните с главной.',
  'route.missing.home': 'На главную',

  'save.itself': 'Введённое сохраняется само',
  'save.savedAt': 'Сохранено в {time}',
  'save.saving': 'Сохраняем…',
  'save.offline': 'Нет связи. Введённое хранится на этом компьютере и сохранится само.',
  'save.changed': 'Пока вы печатали, это изменили в другом окне или на другом компьютере',
  'save.changed.text':
    'Ваш текст остался на экране, но не сохранён и дальше не сохраняется. Выберите, какой оставить.',
  'save.changedBy': 'Пока вы печатали, это изменил другой сотрудник: {name}',
  'save.changedByMe': 'Вы изменили это в другом окне',
  'save.changed.field': 'Поле',
  'save.changed.here': 'У вас на экране',
  'save.changed.there': 'Уже сохранено',
  'save.changed.empty': 'пусто',
  'save.changed.mine.text':
    'Ваш текст ляжет поверх сохранённого только в полях, которые вы правили здесь. Остальные останутся, как сохранены.',
  'save.changed.first':
    'Сначала выберите наверху, какой текст оставить: заявление меняли не только здесь.',
  'save.changed.theirs': 'Взять сохранённое, мой текст отбросить',
  'save.changed.mine': 'Сохранить мой текст',
} as const;
