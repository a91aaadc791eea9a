// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace okno::db {

// Whom PostgreSQL's programs run as: the user postgres when we are root (they refuse root), else
// ourselves.
struct Identity {
  uid_t user = 0;
  gid_t group = 0;
  bool other_than_ours = false;
};
Identity
ServerIdentity();  // throws std::runtime_error when we are root and there is no user postgres

enum class Fate { kIndependent, kDiesWithUs };

// Starts a program in a session of its own, so that Ctrl-C on our terminal does not reach it. Its
// output is appended to the file `output`.
pid_t Spawn(const Identity& identity, const std::vector<std::string>& command,
            const std::filesystem::path& output, Fate fate);
// Runs a program to its end and gives its exit status.
int RunToEnd(const Identity& identity, const std::vector<std::string>& command,
             const std::filesystem::path& output);

// A descriptor that becomes readable when the process ends; -1 when there is none.
int OpenLife(pid_t pid);
// Whether the process lives (a zombie does not). Reaps it when it was our child.
bool IsRunning(pid_t pid);
// False when it still runs after `limit`.
bool WaitForExit(pid_t pid, std::chrono::milliseconds limit);
// Whether `identity` may walk through every folder of the path.
bool MayEnter(const Identity& identity, const std::filesystem::path& folder);
void GiveTo(const Identity& identity, const std::filesystem::path& path);

}  // namespace okno::db
