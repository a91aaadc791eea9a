// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "access/staff.h"
#include "command.h"
#include "config/config.h"
#include "house.h"

// What the commands of an administrator have in common.
namespace okno::app {

// A command line that has been parsed, to be run with the settings; returns the exit code.
using ConfiguredCommand = std::function<int(const config::Config&)>;
using Choose = std::function<void(ConfiguredCommand)>;

// `okno organization …` and `okno staff …` with their help; `choose` is told of the chosen one.
void AddOrganizationCommands(const Command& app, const Choose& choose);
void AddStaffCommands(const Command& app, const Choose& choose);

// A database to work on in the name of who runs the program.
struct Office {
  explicit Office(const config::Config& config);
  Database database;
  db::Pool db;
  SystemClock clock;
  access::Context context;
  access::Actor by;  // the command line and the user of the system, for the access journal
};

// Says what was refused, the fields by the options of the command line, and, where something was
// not found, what there is. Returns the exit code.
int SayWithChoices(Office& office, Refusal refusal, const std::string& organization_code);

// The unit of this name, or id where names repeat. Refused at `pointer`: "access.unit_not_found",
// "access.unit_ambiguous".
Result<access::Unit> FindUnitByWords(db::Tx& tx, const access::OrganizationId& organization_id,
                                     const std::string& words, const char* pointer);

// Four groups of four letters and digits that are not mistaken for each other, from the system's
// source of randomness.
std::string MakePassword();
// One line of the input; a person at a terminal is asked for it and sees nothing of it.
std::string ReadPassword();

// The group NAME of commands, empty; the answer adds one to it, which runs with what was typed into
// `options`.
template <typename Options>
auto AddGroup(const Command& app, const char* name, const char* help,
              const std::shared_ptr<Options>& options, const Choose& choose) {
  const auto group = app.Group(name, help);
  return [=](const char* command, const char* about, auto run) {
    const auto made = group.Add(command, about);
    made.OnChosen(
        [=] { choose([=](const config::Config& config) { return run(config, *options); }); });
    return made;
  };
}

}  // namespace okno::app
