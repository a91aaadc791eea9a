// SPDX-License-Identifier: Apache-2.0
#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "commands/administration.h"
#include "crypto/hash.h"

namespace okno::app {
namespace {

constexpr std::string_view kSigns = "abcdefghjkmnpqrstuvwxyz23456789";
constexpr int kGroups = 4, kGroupLength = 4;

// Each sign is as likely as any other: bytes beyond the last whole round are thrown away.
char RandomSign() {
  constexpr unsigned kFair = 256 / kSigns.size() * kSigns.size();
  for (;;) {
    const auto byte = static_cast<unsigned char>(crypto::RandomBytes(1).front());
    if (byte < kFair) return kSigns[byte % kSigns.size()];
  }
}

// While it lives the terminal shows nothing of what is typed.
class HiddenTyping {
 public:
  HiddenTyping() : is_terminal_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!is_terminal_) return;
    std::cerr << "Новый пароль: ";
    termios hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  }
  ~HiddenTyping() {
    if (!is_terminal_) return;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    std::cerr << "\n";
  }
  HiddenTyping(const HiddenTyping&) = delete;

 private:
  termios before_{};
  bool is_terminal_;
};

}  // namespace

std::string MakePassword() {
  std::string password;
  for (int group = 0; group < kGroups; ++group) {
    if (group > 0) password += '-';
    for (int i = 0; i < kGroupLength; ++i) password += RandomSign();
  }
  return password;
}

std::string ReadPassword() {
  const HiddenTyping hidden;
  std::string line;
  std::getline(std::cin, line);
  return line;
}

}  // namespace okno::app
