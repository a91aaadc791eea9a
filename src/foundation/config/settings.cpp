// SPDX-License-Identifier: Apache-2.0
#include "config/config.h"

namespace okno::config {
namespace {

using enum Setting::Kind;

constexpr Setting kSettings[] = {
    {"data", "data", "folder for the private database cluster and the files"},
    {"content", "",
     "folder with services, reference books and templates; empty: the one shipped with the "
     "program"},
    {"time_zone", "Europe/Moscow", "IANA zone of dates on paper and of terms"},

    {"database.dsn", "", "libpq connection string; empty: a private cluster in the data folder",
     kSecret},
    {"database.pool_size", "16", "connections a process opens at most", kNumber, 1, 1000},

    {"http.listen", "127.0.0.1", "address to listen on"},
    {"http.port", "8080", "port to listen on; 0: any free one", kNumber, 0, 65535},
    {"http.workers", "16", "threads that handle requests", kNumber, 1, 1000},
    {"http.static_folder", "", "built staff workplace; empty: the one shipped with the program"},
    {"http.secure", "false", "people reach the server over https: cookies are marked Secure",
     kFlag},
    {"http.trusted_proxy", "",
     "proxies in front, as 127.0.0.1, 10.0.0.0/8: their X-Forwarded-For tells who calls"},

    {"worker.threads", "4", "threads that do background jobs", kNumber, 1, 1000},

    {"exchange.poll_seconds", "1", "how often connections are looked through for polls due",
     kNumber, 1, 3600},

    {"session.idle_minutes", "30", "a session without requests ends after", kNumber, 1, 1440},
    {"session.absolute_hours", "12", "any session ends after", kNumber, 1, 720},

    {"upload.max_megabytes", "50", "largest file taken", kNumber, 1, 10000},

    {"results.keep_days", "30",
     "a result nobody has collected goes back to the agency after so many days, as receipts say",
     kNumber, 1, 3650},

    {"log.level", "info", "debug, info, warning or error"},

    {"demo.open", "false", "serve accounts with the demo's password to other computers, too", kFlag},

    {"testbed.listen", "127.0.0.1", "address the test bed listens on"},
    {"testbed.port", "8090", "port the test bed listens on; 0: any free one", kNumber, 0, 65535},
    {"testbed.data", "", "folder of the test bed; empty: testbed inside the data folder"},
    {"testbed.neighbours", "true",
     "neighbour systems (СФР, ФНС, МВД, Росреестр, ЗАГС, ГИС ГМП, Корпорация МСП) answer in it",
     kFlag},
    {"testbed.neighbours_delay_ms", "2000", "longest time a neighbour system thinks", kNumber, 0,
     600000},
    {"testbed.ftp_port", "0", "port of its FTP server; 0: the one after testbed.port", kNumber, 0,
     65535},
    {"testbed.ftp_first_passive_port", "0", "first port of FTP transfers; 0: any free ones",
     kNumber, 0, 65535},
    {"testbed.ftp_last_passive_port", "0", "last port of FTP transfers", kNumber, 0, 65535},
    {"testbed.visibility_seconds", "900",
     "a message nobody has acknowledged is handed out again after this time", kNumber},
    {"testbed.id_life_hours", "24", "older message ids are stale", kNumber, 1, 87600},
    {"testbed.file_life_hours", "168", "files of a message are kept so long", kNumber, 1, 87600},
    {"testbed.mtom_limit_mb", "5", "attachments of a message in the envelope", kNumber, 0, 1024},
    {"testbed.ftp_limit_mb", "1024", "files of a message on the FTP server", kNumber, 0, 1048576},
    {"testbed.structured_limit_mb", "5", "structured data of a message", kNumber, 0, 1024},
    {"testbed.queue_limit", "0", "messages a queue holds; 0: without bound", kNumber},
    {"testbed.check_content", "true", "the asynchronous checks: schema, attachments, files", kFlag},
    {"testbed.anti_flood", "false", "refuse polls of an empty queue that come too often", kFlag},
    {"testbed.always_multipart", "false", "answer multipart/XOP always, as the live bus does",
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
