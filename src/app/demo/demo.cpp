// SPDX-License-Identifier: Apache-2.0
#include "demo/demo.h"

#include <stdlib.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <iostream>
#include <thread>

#include "demo/life.h"
#include "demo/moved.h"
#include "demo/region.h"
#include "house.h"
#include "log/log.h"
#include "testbed/control.h"
#include "wiring/rooms.h"

namespace okno::app {
namespace {

constexpr int kBarWidth = 40;

volatile std::sig_atomic_t stop_asked = 0;

// While it lives SIGINT and SIGTERM only ask to stop: the day that is lived through ends, and the
// house is taken down in order, its database too.
class StopsInOrder {
 public:
  StopsInOrder() {
    stop_asked = 0;
    const auto ask = [](int) { stop_asked = 1; };
    interrupt_ = std::signal(SIGINT, ask);
    terminate_ = std::signal(SIGTERM, ask);
  }
  ~StopsInOrder() {
    std::signal(SIGINT, interrupt_);
    std::signal(SIGTERM, terminate_);
  }
  StopsInOrder(const StopsInOrder&) = delete;

 private:
  using Handler = void (*)(int);
  Handler interrupt_, terminate_;
};

void EndWhenStopped() {
  if (stop_asked) throw std::runtime_error("остановлено: данные для показа созданы не все");
}

// One line that is written over on a terminal; elsewhere a line every tenth.
void ShowProgress(int done, int total) {
  EndWhenStopped();
  static int shown_tenth = -1;
  if (isatty(STDERR_FILENO)) {
    const int filled = done * kBarWidth / total;
    std::cerr << "\rokno demo: заявления [" << std::string(static_cast<std::size_t>(filled), '#')
              << std::string(static_cast<std::size_t>(kBarWidth - filled), '.') << "] " << done
              << " / " << total << (done == total ? "\n" : "") << std::flush;
  } else if (const int tenth = done * 10 / total; tenth != shown_tenth) {
    shown_tenth = tenth;
    std::cerr << "okno demo: заявления, " << done << " из " << total << std::endl;
  }
}

// The test bed may still be starting beside us.
void WaitForTestbed(const std::string& base) {
  for (int attempt = 0;; ++attempt) {
    try {
      testbed::control::FetchBusCertificate(base);
      return;
    } catch (const std::exception&) {
      EndWhenStopped();
      if (attempt == 150)
        throw std::runtime_error("испытательный стенд не отвечает по адресу " + base +
                                 "; запустите его: okno testbed");
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
  }
}

void SayWhatComes(const DemoOptions& options) {
  constexpr int kAMinute = 2400;  // applications, on two free cores
  std::cerr << "okno demo: три месяца жизни вымышленной области: заявителей " << options.applicants
            << ", заявлений " << options.applications << "; на двух свободных ядрах около "
            << (options.applications + kAMinute - 1) / kAMinute << " мин" << std::endl;
}

// The demo can be made again; nobody waits for its commits to reach the disk. Read by libpq.
void CommitWithoutWaiting() { setenv("PGOPTIONS", "-c synchronous_commit=off", 0); }

void PrintSignIns() {
  std::cout << "Учётные записи для показа; пароль у всех " << demo::kPassword << ":\n";
  for (const auto& sign_in : demo::SignIns())
    std::cout << "  " << sign_in.login
              << std::string(12 - std::min<std::size_t>(11, sign_in.login.size()), ' ')
              << sign_in.role << " — " << sign_in.name << ", " << sign_in.place << "\n";
  std::cout << std::flush;
}

}  // namespace

int RunDemo(const config::Config& config, const DemoOptions& options) {
  log::SetLevel(log::Level::kWarning);
  CommitWithoutWaiting();
  const StopsInOrder stops;
  ManualClock clock(SystemClock().Now());
  House house(config, &clock);
  const bool exists = demo::RegionExists(house.db);
  const std::string testbed =
      "http://" + config.Text("testbed.listen") + ":" + config.Text("testbed.port");
  if (exists && options.if_empty) {
    demo::FollowTestbed(house.db, testbed);
    PrintSignIns();
    return 0;
  }
  SayWhatComes(options);
  WaitForTestbed(testbed);
  demo::CheckTestbed(house, testbed);
  if (!exists) demo::MakeRegion(house);
  demo::JoinExchange(house, testbed);
  house.rooms->RegisterJobs();
  demo::Live(house, clock, options, testbed, ShowProgress);
  PrintSignIns();
  return 0;
}

}  // namespace okno::app
