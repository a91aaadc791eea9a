// SPDX-License-Identifier: Apache-2.0
#include "ports.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "commands/commands.h"
#include "whole_house.h"

namespace okno::app::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// Another program on 127.0.0.1.
class Neighbour {
 public:
  Neighbour() : listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::listen(listener_, 1) != 0)
      throw std::runtime_error("neighbour");
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = std::to_string(ntohs(address.sin_port));
  }
  ~Neighbour() { ::close(listener_); }
  const std::string& port() const { return port_; }

 private:
  int listener_;
  std::string port_;
};

int Serve(const config::Config& config) {
  return RunServe(config, {.started = std::chrono::steady_clock::now()});
}

using Command = int (*)(const config::Config&);

// What it ends with, having started nothing: its data folder is as empty as before.
std::string EndOf(Command command, std::map<std::string, std::string> environment) {
  const TemporaryFolder folder;
  environment["OKNO_DATA"] = folder.path();
  for (const auto* port : {"OKNO_PORT", "OKNO_TESTBED_PORT"}) environment.try_emplace(port, "0");
  std::string said = "nothing";
  try {
    command(config::Config::Load("", environment));
  } catch (const std::runtime_error& error) {
    said = error.what();
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << said;
  return said;
}

TEST(Ports, ATakenOneIsRefusedWithItsAddressAndSettingBeforeAnythingStarts) {
  const Neighbour other;
  struct {
    Command command;
    const char *setting, *variable;
  } const cases[] = {{Serve, "http.port", "OKNO_PORT"},
                     {RunTestbed, "testbed.port", "OKNO_TESTBED_PORT"},
                     {RunTestbed, "testbed.ftp_port", "OKNO_TESTBED_FTP_PORT"},
                     {CheckPorts, "http.port", "OKNO_PORT"},
                     {CheckPorts, "testbed.ftp_port", "OKNO_TESTBED_FTP_PORT"}};
  for (const auto& [command, setting, variable] : cases) {
    EXPECT_THAT(
        EndOf(command, {{variable, other.port()}}),
        AllOf(HasSubstr("порт " + other.port() + " на 127.0.0.1 занят"),
              HasSubstr("слушает другая программа"), HasSubstr(setting), HasSubstr(variable)));
  }
}

TEST(Ports, AnAddressOfAnotherComputerIsRefusedWithItsSetting) {
  for (const auto* address : {"192.0.2.1", "nowhere"}) {
    EXPECT_THAT(EndOf(Serve, {{"OKNO_LISTEN", address}}),
                AllOf(HasSubstr(address), HasSubstr("http.listen"), HasSubstr("OKNO_LISTEN")));
  }
}

TEST(Ports, OneIsNotNeededTwice) {
  const auto free = [] { return Neighbour().port(); }();  // until a moment ago, at least
  const auto next = std::to_string(std::stoi(free) + 1);
  EXPECT_THAT(EndOf(CheckPorts, {{"OKNO_PORT", free}, {"OKNO_TESTBED_PORT", free}}),
              AllOf(HasSubstr("нужен дважды"), HasSubstr("http.port")));
  EXPECT_THAT(EndOf(CheckPorts, {{"OKNO_PORT", next}, {"OKNO_TESTBED_PORT", free}}),
              HasSubstr("нужен дважды: рабочему месту и FTP"));
  EXPECT_THAT(EndOf(RunTestbed, {{"OKNO_TESTBED_PORT", free}, {"OKNO_TESTBED_FTP_PORT", free}}),
              AllOf(HasSubstr("нужен дважды"), HasSubstr("testbed.ftp_port")));
}

}  // namespace
}  // namespace okno::app::testing
