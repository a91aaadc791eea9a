// SPDX-License-Identifier: Apache-2.0
#include "config/config.h"

namespace okno::config {
namespace {

using enum Setting::Kind;

constexpr Setting kSettings[] = {
    {"data", "data", "папка своей базы данных и файлов"},
    {"content", "",
     "папка с услугами, справочниками и шаблонами; пусто: та, что идёт с программой"},
    {"time_zone", "Europe/Moscow", "часовой пояс дат на бумаге и сроков, имя IANA"},

    {"database.dsn", "", "строка подключения libpq; пусто: своя база в папке data", kSecret},
    {"database.pool_size", "16", "сколько соединений с базой открывает процесс, не больше", kNumber,
     1, 1000},

    {"http.listen", "127.0.0.1", "адрес, на котором открыто рабочее место"},
    {"http.port", "8080", "порт рабочего места; 0: любой свободный", kNumber, 0, 65535},
    {"http.workers", "16", "потоков, которые отвечают на запросы", kNumber, 1, 1000},
    {"http.static_folder", "", "собранные экраны; пусто: те, что идут с программой"},
    {"http.secure", "false", "к серверу приходят по https: cookie помечаются Secure", kFlag},
    {"http.trusted_proxy", "",
     "прокси перед сервером, например 127.0.0.1, 10.0.0.0/8: их X-Forwarded-For скажет, кто "
     "пришёл"},

    {"worker.threads", "4", "потоков, которые выполняют фоновые задания", kNumber, 1, 1000},

    {"exchange.poll_seconds", "1", "как часто смотреть, какие очереди СМЭВ пора опросить, секунд",
     kNumber, 1, 3600},

    {"session.idle_minutes", "30", "сеанс без действий завершается через столько минут", kNumber, 1,
     1440},
    {"session.absolute_hours", "12", "любой сеанс завершается через столько часов", kNumber, 1,
     720},

    {"upload.max_megabytes", "50", "самый большой файл, который принимают, Мбайт", kNumber, 1,
     10000},

    {"results.keep_days", "30",
     "через столько дней невостребованный результат возвращается в ведомство; так сказано в "
     "расписке",
     kNumber, 1, 3650},

    {"log.level", "info", "что писать в журнал: debug, info, warning или error"},

    {"demo.open", "false", "открыть показ, пароль которого известен всем, и другим компьютерам",
     kFlag},

    {"testbed.listen", "127.0.0.1", "адрес испытательного стенда"},
    {"testbed.port", "8090", "порт испытательного стенда; 0: любой свободный", kNumber, 0, 65535},
    {"testbed.data", "", "папка стенда; пусто: testbed в папке data"},
    {"testbed.neighbours", "true",
     "в стенде отвечают СФР, ФНС, МВД, Росреестр, ЗАГС, ГИС ГМП и Корпорация МСП", kFlag},
    {"testbed.neighbours_delay_ms", "2000", "дольше всего они думают, миллисекунд", kNumber, 0,
     600000},
    {"testbed.ftp_port", "0", "порт FTP стенда; 0: следующий за testbed.port", kNumber, 0, 65535},
    {"testbed.ftp_first_passive_port", "0", "первый порт передач по FTP; 0: любые свободные",
     kNumber, 0, 65535},
    {"testbed.ftp_last_passive_port", "0", "последний порт передач по FTP", kNumber, 0, 65535},
    {"testbed.visibility_seconds", "900",
     "неподтверждённое сообщение выдаётся снова через столько секунд", kNumber},
    {"testbed.id_life_hours", "24", "через столько часов идентификатор сообщения устаревает",
     kNumber, 1, 87600},
    {"testbed.file_life_hours", "168", "сколько часов хранятся файлы сообщения", kNumber, 1, 87600},
    {"testbed.mtom_limit_mb", "5", "вложения в конверте, Мбайт, не больше", kNumber, 0, 1024},
    {"testbed.ftp_limit_mb", "1024", "файлы сообщения на FTP, Мбайт, не больше", kNumber, 0,
     1048576},
    {"testbed.structured_limit_mb", "5", "данные сообщения, Мбайт, не больше", kNumber, 0, 1024},
    {"testbed.queue_limit", "0", "сколько сообщений держит очередь; 0: сколько угодно", kNumber},
    {"testbed.check_content", "true", "проверки после приёма: схема, вложения, файлы", kFlag},
    {"testbed.anti_flood", "false", "отказывать, когда пустую очередь опрашивают слишком часто",
     kFlag},
    {"testbed.always_multipart", "false", "отвечать всегда multipart/XOP, как настоящая СМЭВ",
     kFlag},
};

}  // namespace

std::span<const Setting> Settings() { return kSettings; }

std::string EnvironmentName(const Setting& setting) {
  std::string name = "OKNO_";
  for (char c : setting.key) {
    name.push_back(c == '.' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return name;
}

}  // namespace okno::config
