// SPDX-License-Identifier: Apache-2.0
#include "process.h"

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace okno::db {
namespace {

[[noreturn]] void Fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

// In the child, after fork: only calls that are safe while other threads of the parent held locks.
[[noreturn]] void Become(const Identity& identity, const char* const* command, int output,
                         Fate fate) {
  static const char* const kEnvironment[] = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC",
                                             nullptr};
  setsid();
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  for (int number : {SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGPIPE}) signal(number, SIG_DFL);
  if (identity.other_than_ours && (setgroups(1, &identity.group) != 0 ||
                                   setgid(identity.group) != 0 || setuid(identity.user) != 0)) {
    _exit(126);
  }
  if (fate == Fate::kDiesWithUs) prctl(PR_SET_PDEATHSIG, SIGQUIT);
  const int input = open("/dev/null", O_RDONLY);
  dup2(input, 0);
  dup2(output, 1);
  dup2(output, 2);
  if (chdir("/") == 0) {
    execve(command[0], const_cast<char* const*>(command), const_cast<char* const*>(kEnvironment));
  }
  _exit(127);
}

}  // namespace

Identity ServerIdentity() {
  if (geteuid() != 0) return {geteuid(), getegid(), false};
  const passwd* entry = getpwnam("postgres");
  if (!entry) throw std::runtime_error("PostgreSQL is not installed: there is no user postgres");
  return {entry->pw_uid, entry->pw_gid, true};
}

pid_t Spawn(const Identity& identity, const std::vector<std::string>& command,
            const std::filesystem::path& output, Fate fate) {
  std::vector<const char*> arguments;
  for (const auto& argument : command) arguments.push_back(argument.c_str());
  arguments.push_back(nullptr);
  const int file = open(output.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) Fail(output.string());
  const pid_t pid = fork();
  if (pid == 0) Become(identity, arguments.data(), file, fate);
  close(file);
  if (pid < 0) Fail("fork");
  return pid;
}

int RunToEnd(const Identity& identity, const std::vector<std::string>& command,
             const std::filesystem::path& output) {
  const pid_t pid = Spawn(identity, command, output, Fate::kDiesWithUs);
  int status = 0;
  while (waitpid(pid, &status, 0) < 0) {
    if (errno != EINTR) Fail("waitpid");
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

// By number: glibc 2.36 declares pidfd_open without extern "C".
int OpenLife(pid_t pid) { return static_cast<int>(syscall(SYS_pidfd_open, pid, 0)); }

bool IsRunning(pid_t pid) {
  if (pid <= 1) return false;
  if (waitpid(pid, nullptr, WNOHANG) == pid) return false;
  if (kill(pid, 0) != 0 && errno == ESRCH) return false;
  // The state is the word behind the name, which may itself hold spaces and brackets.
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto name_end = text.rfind(") ");
  return name_end != std::string::npos && text[name_end + 2] != 'Z' && text[name_end + 2] != 'X';
}

bool WaitForExit(pid_t pid, std::chrono::milliseconds limit) {
  const int handle = OpenLife(pid);
  if (handle < 0) return !IsRunning(pid);
  pollfd wanted{handle, POLLIN, 0};
  const int ready = poll(&wanted, 1, static_cast<int>(limit.count()));
  close(handle);
  return ready == 1 ? (IsRunning(pid), true) : !IsRunning(pid);
}

bool MayEnter(const Identity& identity, const std::filesystem::path& folder) {
  std::filesystem::path walked;
  for (const auto& part : folder) {
    walked /= part;
    struct stat status {};
    if (stat(walked.c_str(), &status) != 0) return false;
    const mode_t bit = status.st_uid == identity.user    ? S_IXUSR
                       : status.st_gid == identity.group ? S_IXGRP
                                                         : S_IXOTH;
    if (!(status.st_mode & bit)) return false;
  }
  return true;
}

void GiveTo(const Identity& identity, const std::filesystem::path& path) {
  if (identity.other_than_ours && lchown(path.c_str(), identity.user, identity.group) != 0) {
    Fail(path.string());
  }
}

}  // namespace okno::db
