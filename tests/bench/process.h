// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <vector>

namespace okno::bench {

// `okno` as a process of its own. Ends with this.
class Process {
 public:
  // `settings` are added to the environment: {"OKNO_PORT", "0"}. Of its log only errors are seen.
  Process(const std::vector<std::string>& words,
          const std::map<std::string, std::string>& settings);
  ~Process();
  Process(const Process&) = delete;
  // The first line of what it says, which each command says when it is ready; "" when it ended.
  const std::string& said() const { return said_; }
  double resident_megabytes() const;  // VmRSS
  pid_t pid() const { return pid_; }

 private:
  pid_t pid_ = 0;
  int output_ = -1;
  std::string said_;
};

// `okno testbed` with its data beside the others in `data_folder`; the same bus again when it is
// started again with its port.
class Bus {
 public:
  explicit Bus(const std::string& data_folder, int port = 0);
  int port() const { return port_; }
  std::string base() const { return "http://127.0.0.1:" + std::to_string(port_); }
  double resident_megabytes() const { return process_.resident_megabytes(); }

 private:
  Process process_;
  int port_ = 0;
};

// The number behind the last `mark` in what a process said; 0 without one.
int NumberAfter(const std::string& text, const std::string& mark);

}  // namespace okno::bench
