// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "command.h"

namespace okno::app {

// A command that needs no settings, no database and no data folder; gives the exit code.
using StandaloneCommand = std::function<int()>;
using ChooseCommand = std::function<void(StandaloneCommand)>;

// Declares `okno smev …`. The parse calls `choose` with the command that was asked for.
void AddSmevCommands(const Command& app, const ChooseCommand& choose);

// One each, on the command `okno smev`.
void AddSmevTransform(const Command& smev, const ChooseCommand& choose);
void AddSmevSign(const Command& smev, const ChooseCommand& choose);
void AddSmevVerify(const Command& smev, const ChooseCommand& choose);
void AddSmevKeys(const Command& smev, const ChooseCommand& choose);
void AddSmevSend(const Command& smev, const ChooseCommand& choose);
void AddSmevPoll(const Command& smev, const ChooseCommand& choose);
void AddSmevAck(const Command& smev, const ChooseCommand& choose);
void AddSmevStatus(const Command& smev, const ChooseCommand& choose);

}  // namespace okno::app
