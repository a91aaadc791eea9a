// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace okno::app {

// A command that needs no settings, no database and no data folder; gives the exit code.
using StandaloneCommand = std::function<int()>;
using ChooseCommand = std::function<void(StandaloneCommand)>;

// Declares `okno smev …`. The parse calls `choose` with the command that was asked for.
void AddSmevCommands(CLI::App& app, const ChooseCommand& choose);

// One each, on the command `okno smev`.
void AddSmevTransform(CLI::App& smev, const ChooseCommand& choose);
void AddSmevSign(CLI::App& smev, const ChooseCommand& choose);
void AddSmevVerify(CLI::App& smev, const ChooseCommand& choose);
void AddSmevKeys(CLI::App& smev, const ChooseCommand& choose);
void AddSmevSend(CLI::App& smev, const ChooseCommand& choose);
void AddSmevPoll(CLI::App& smev, const ChooseCommand& choose);
void AddSmevAck(CLI::App& smev, const ChooseCommand& choose);
void AddSmevStatus(CLI::App& smev, const ChooseCommand& choose);

}  // namespace okno::app
