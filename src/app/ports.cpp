// SPDX-License-Identifier: Apache-2.0
#include "ports.h"

#include <fmt/format.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <stdexcept>

namespace okno::app {
namespace {

// What people can change, by its names in the file and in the environment.
struct Named {
  const char *setting, *variable;
};
struct Door {
  const char *whose, *of_whom;  // «рабочее место», «рабочему месту»
  std::string listen;
  int port;
  Named listen_setting, port_setting;
};

Door Workplace(const config::Config& config) {
  return {"рабочее место",
          "рабочему месту",
          config.Text("http.listen"),
          static_cast<int>(config.Number("http.port")),
          {"http.listen", "OKNO_LISTEN"},
          {"http.port", "OKNO_PORT"}};
}

Door Bus(const config::Config& config) {
  return {"испытательный стенд",
          "испытательному стенду",
          config.Text("testbed.listen"),
          static_cast<int>(config.Number("testbed.port")),
          {"testbed.listen", "OKNO_TESTBED_LISTEN"},
          {"testbed.port", "OKNO_TESTBED_PORT"}};
}

Door Ftp(const config::Config& config) {
  auto door = Bus(config);
  door.whose = "FTP испытательного стенда";
  door.of_whom = "FTP испытательного стенда";
  door.port = FtpPort(config);
  door.port_setting = {"testbed.ftp_port", "OKNO_TESTBED_FTP_PORT"};
  return door;
}

std::string WhereFrom(const Named& named) {
  return fmt::format("{} в файле настроек или {} в окружении", named.setting, named.variable);
}

// Why the address can not be had, 0 when it can; bound as servers do, and let go at once.
int ErrorOfBinding(const addrinfo& address) {
  const int opened = ::socket(address.ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (opened < 0) return errno;
  const int on = 1;
  ::setsockopt(opened, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  const int error = ::bind(opened, address.ai_addr, address.ai_addrlen) == 0 ? 0 : errno;
  ::close(opened);
  return error;
}

int ErrorOf(const Door& door) {
  addrinfo hints{};
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
  hints.ai_socktype = SOCK_STREAM;
  const auto listen = door.listen == "localhost" ? "127.0.0.1" : door.listen;
  const auto port = std::to_string(door.port);
  addrinfo* found = nullptr;
  if (::getaddrinfo(listen.c_str(), port.c_str(), &hints, &found) != 0) return EADDRNOTAVAIL;
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> address(found, &::freeaddrinfo);
  return ErrorOfBinding(*address);
}

// What else may be wrong is said by whoever listens then.
void Refuse(const Door& door) {
  const auto error = ErrorOf(door);
  if (error == EADDRINUSE) {
    throw std::runtime_error(fmt::format(
        "{}: порт {} на {} занят, там уже слушает другая программа (может быть, ещё одно «Окно»). "
        "Другой порт задаёт {}",
        door.whose, door.port, door.listen, WhereFrom(door.port_setting)));
  }
  if (error == EACCES) {
    throw std::runtime_error(fmt::format(
        "{}: порт {} открыть не разрешено, порты до 1024 обычно открывает только root. Другой порт "
        "задаёт {}",
        door.whose, door.port, WhereFrom(door.port_setting)));
  }
  if (error == EADDRNOTAVAIL) {
    throw std::runtime_error(fmt::format("{}: у этого компьютера нет адреса «{}». Адрес задаёт {}",
                                         door.whose, door.listen, WhereFrom(door.listen_setting)));
  }
}

void RefuseSame(const Door& one, const Door& other) {
  if (one.port == 0 || one.port != other.port || one.listen != other.listen) return;
  throw std::runtime_error(fmt::format("порт {} на {} нужен дважды: {} и {}. Другой порт задаёт {}",
                                       one.port, one.listen, one.of_whom, other.of_whom,
                                       WhereFrom(one.port_setting)));
}

}  // namespace

void RefuseTakenPort(const config::Config& config) { Refuse(Workplace(config)); }

void RefuseTakenTestbedPorts(const config::Config& config) {
  RefuseSame(Ftp(config), Bus(config));
  Refuse(Bus(config));
  Refuse(Ftp(config));
}

int CheckPorts(const config::Config& config) {
  RefuseSame(Workplace(config), Bus(config));
  RefuseSame(Workplace(config), Ftp(config));
  RefuseTakenPort(config);
  RefuseTakenTestbedPorts(config);
  return 0;
}

int FtpPort(const config::Config& config) {
  const auto port = config.Number("testbed.port"), own = config.Number("testbed.ftp_port");
  return static_cast<int>(own == 0 && port != 0 ? port + 1 : own);
}

}  // namespace okno::app
