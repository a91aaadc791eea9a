// SPDX-License-Identifier: Apache-2.0
#include "commands/smev_commands.h"

#include <iostream>

#include "commands/smev_io.h"

namespace okno::app {

namespace {

// Whatever can not be read or made here is the input's fault, and the exit code says so.
int RunGuarded(const StandaloneCommand& command) {
  try {
    return command();
  } catch (const std::exception& error) {
    std::cerr << "okno: " << error.what() << "\n";
    return kUnreadable;
  }
}

}  // namespace

void AddSmevCommands(const Command& app, const ChooseCommand& choose_command) {
  const ChooseCommand choose = [choose_command](StandaloneCommand command) {
    choose_command([command = std::move(command)] { return RunGuarded(command); });
  };
  const auto smev = app.Group("smev", "СМЭВ: подписи, ключи, сообщения; для интегратора");
  AddSmevTransform(smev, choose);
  AddSmevSign(smev, choose);
  AddSmevVerify(smev, choose);
  AddSmevKeys(smev, choose);
  AddSmevSend(smev, choose);
  AddSmevPoll(smev, choose);
  AddSmevAck(smev, choose);
  AddSmevStatus(smev, choose);
}

}  // namespace okno::app
