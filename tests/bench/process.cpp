// SPDX-License-Identifier: Apache-2.0
#include "process.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace okno::bench {
namespace {

std::string ReadLine(int file) {
  std::string line;
  for (char byte = 0; read(file, &byte, 1) == 1 && byte != '\n';) line += byte;
  return line;
}

void Become(const std::vector<std::string>& words,
            const std::map<std::string, std::string>& settings) {
  const auto folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  const auto program = (folder / "okno").string();
  prctl(PR_SET_PDEATHSIG, SIGTERM);  // not to be left over by a bench that was killed
  setenv("OKNO_LOG_LEVEL", "error", 1);
  for (const auto& [name, value] : settings) setenv(name.c_str(), value.c_str(), 1);
  std::vector<char*> arguments{const_cast<char*>(program.c_str())};
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execv(program.c_str(), arguments.data());
  _exit(127);
}

}  // namespace

Process::Process(const std::vector<std::string>& words,
                 const std::map<std::string, std::string>& settings) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("bench: pipe");
  pid_ = fork();
  if (pid_ == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    Become(words, settings);
  }
  close(ends[1]);
  output_ = ends[0];
  said_ = ReadLine(output_);
}

Process::~Process() {
  kill(pid_, SIGTERM);
  waitpid(pid_, nullptr, 0);
  close(output_);
}

double Process::resident_megabytes() const {
  std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::atof(line.c_str() + 6) / 1024;
  }
  return 0;
}

// It says «okno testbed: испытательный стенд открыт, http://127.0.0.1:41235, FTP: порт 41236».
Bus::Bus(const std::string& data_folder, int port)
    : process_({"testbed"}, {{"OKNO_DATA", data_folder},
                             {"OKNO_TESTBED_PORT", std::to_string(port)},
                             {"OKNO_TESTBED_NEIGHBOURS", "false"}}),
      port_(NumberAfter(process_.said(), "127.0.0.1:")) {
  if (port_ == 0) throw std::runtime_error("bench: okno testbed did not start: " + process_.said());
}

int NumberAfter(const std::string& text, const std::string& mark) {
  const auto at = text.rfind(mark);
  return at == std::string::npos ? 0 : std::atoi(text.c_str() + at + mark.size());
}

}  // namespace okno::bench
