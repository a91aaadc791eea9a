// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>

// The command line speaks Russian, as the administrator's guide does; its library knows English.
namespace okno::app {

// Headings and types of `--help`. Before commands and options are added: they take these over.
void SpeakRussian(CLI::App& app);
// When all commands are there: each has made its --help before it took anything over.
void MoveHelp(CLI::App& app);

// What was wrong with what was typed: the command that there is none of by its name, with those
// there are; a value, an option, a missing one by the option's name.
std::string WordsFor(const CLI::App& app, const CLI::ParseError& error);

}  // namespace okno::app
