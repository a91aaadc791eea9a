// SPDX-License-Identifier: Apache-2.0
#include "cpu_time.h"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace okno::bench {
namespace {

namespace fs = std::filesystem;

struct Taken {
  pid_t parent = 0;
  double own = 0, of_ended_children = 0;  // seconds
};

// proc(5), /proc/PID/stat; the program's name in brackets may hold anything.
Taken Read(const fs::path& process) {
  std::ifstream file(process / "stat");
  std::string line;
  if (!std::getline(file, line)) return {};  // it has ended meanwhile
  std::istringstream fields(line.substr(line.rfind(')') + 2));
  std::string skipped;
  Taken taken;
  double user = 0, system = 0, children_user = 0, children_system = 0;
  fields >> skipped >> taken.parent;
  for (int field = 5; field < 14; ++field) fields >> skipped;
  fields >> user >> system >> children_user >> children_system;
  const auto ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
  taken.own = (user + system) / ticks;
  taken.of_ended_children = (children_user + children_system) / ticks;
  return taken;
}

fs::path FolderOf(pid_t pid) { return "/proc/" + std::to_string(pid); }

double SecondsOf(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

double CpuOfProcess(pid_t pid) { return Read(FolderOf(pid)).own; }

double CpuOfEndedChildren() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  return SecondsOf(usage.ru_utime) + SecondsOf(usage.ru_stime);
}

PostgresCpu::PostgresCpu(const std::string& data_folder) {
  std::ifstream file(fs::path(data_folder) / "postgres" / "server" / "data" / "postmaster.pid");
  if (!(file >> postmaster_)) throw std::runtime_error("bench: no PostgreSQL in the data folder");
}

double PostgresCpu::Seconds() const {
  const auto whole = Read(FolderOf(postmaster_));
  double seconds = whole.own + whole.of_ended_children;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    if (entry.path().filename().string().find_first_not_of("0123456789") != std::string::npos)
      continue;
    const auto taken = Read(entry.path());
    if (taken.parent == postmaster_) seconds += taken.own;
  }
  return seconds;
}

}  // namespace okno::bench
