// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <string>

namespace okno::bench {

// CPU seconds that others have taken so far, kernel and program together: what a filing costs does
// not depend on who else has the machine, as its rate does.
double CpuOfProcess(pid_t pid);
double CpuOfEndedChildren();  // of this process

// PostgreSQL of a data folder: its processes now, and those that have ended.
class PostgresCpu {
 public:
  explicit PostgresCpu(const std::string& data_folder);
  double Seconds() const;

 private:
  pid_t postmaster_ = 0;
};

}  // namespace okno::bench
