// SPDX-License-Identifier: Apache-2.0

export const worklists = {
  'worklists.lists': 'Списки дел',
  'worklists.list.drafts': 'Черновики',
  'worklists.list.mine': 'Мои дела',
  'worklists.list.rework': 'На доработке',
  'worklists.list.processing': 'В обработке',
  'worklists.list.sent': 'Отправленные',
  'worklists.list.in_agency': 'В ведомстве',
  'worklists.list.awaiting_notice': 'Известить',
  'worklists.list.to_issue': 'К выдаче',
  'worklists.list.all': 'Все',
  'worklists.list.archive': 'Архив',

  'worklists.accept': 'Принять заявление',
  'worklists.number': 'Номер',
  'worklists.noNumber': 'без номера',
  'worklists.applicant': 'Заявитель',
  'worklists.service': 'Услуга',
  'worklists.status': 'Статус',
  'worklists.external': 'Статус в ведомстве',
  'worklists.term': 'Срок',
  'worklists.planned': 'Исполнить до',
  'worklists.executor': 'Исполнитель',
  'worklists.free': 'свободно',
  'worklists.branch': 'Филиал',
  'worklists.created': 'Создано',
  'worklists.begun': 'Начат',

  'worklists.filters': 'Отбор дел',
  'worklists.q': 'Номер или фамилия',
  'worklists.anyStatus': 'Любой статус',
  'worklists.anyService': 'Любая услуга',
  'worklists.anyExecutor': 'Любой исполнитель',
  'worklists.me': 'я',
  'worklists.overdue': 'просроченные',
  'worklists.dueWithin': {
    one: 'срок в ближайший {count} календарный день',
    few: 'срок в ближайшие {count} календарных дня',
    many: 'срок в ближайшие {count} календарных дней',
    other: 'срок в ближайшие {count} календарного дня',
  },

  'worklists.nothing': 'Под условия отбора ничего не подошло',
  'worklists.nothing.text': 'Уберите часть условий или выберите список «Все».',
  'worklists.nothing.text.all':
    'Уберите часть условий. Закрытые дела находятся по номеру или фамилии.',
  'worklists.empty': 'Список пуст',
  'worklists.empty.drafts':
    'Сюда попадают заявления, которые вы начали и ещё не зарегистрировали. Они сохраняются по мере ввода.',
  'worklists.empty.mine': 'Здесь дела, которые вы приняли или ведёте. Начните с приёма заявления.',
  'worklists.empty.rework':
    'Сюда возвращаются дела, в которых обработчик нашёл ошибки, с причиной и сроком исправления.',
  'worklists.empty.processing':
    'Здесь дела вашего филиала, переданные на обработку: назначенные вам и свободные. Проверьте комплект и отправьте его в ведомство.',
  'worklists.empty.sent': 'Здесь дела, которые ушли в ведомство и ждут подтверждения.',
  'worklists.empty.in_agency':
    'Здесь дела, которые рассматривает ведомство. Статусы обновляются сами.',
  'worklists.empty.awaiting_notice':
    'Здесь дела, по которым пришёл результат, а заявитель ещё не знает об этом.',
  'worklists.empty.to_issue': 'Здесь дела с готовым результатом. Выдать его можно в любом филиале.',
  'worklists.empty.all': 'Пока не принято ни одного заявления.',
  'worklists.empty.archive': 'Здесь закрытые дела: выданные, отозванные, невостребованные.',

  'worklists.selection': 'Выбранные дела',
  'worklists.selected': {
    one: 'Выбрано {count} дело',
    few: 'Выбрано {count} дела',
    many: 'Выбрано {count} дел',
    other: 'Выбрано {count} дела',
  },
  'worklists.take': 'Взять в работу',
  'worklists.unselect': 'Снять выбор',
  'worklists.give.label': 'Передать сотруднику…',
  'worklists.give.title': 'Передать дела?',
  'worklists.give.text': {
    one: '{name} получит {count} дело. Прежний исполнитель увидит это в истории.',
    few: '{name} получит {count} дела. Прежние исполнители увидят это в истории.',
    many: '{name} получит {count} дел. Прежние исполнители увидят это в истории.',
    other: '{name} получит {count} дела. Прежние исполнители увидят это в истории.',
  },
  'worklists.give.action': 'Передать',
  'worklists.assigning': 'Назначаем исполнителя',
  'worklists.progress': '{done} из {total}',
  'worklists.stop': 'Остановить',
  'worklists.assigned': {
    one: 'Исполнитель назначен: {count} дело',
    few: 'Исполнитель назначен: {count} дела',
    many: 'Исполнитель назначен: {count} дел',
    other: 'Исполнитель назначен: {count} дела',
  },
} as const;
