// SPDX-License-Identifier: Apache-2.0
#include "command.h"

#include <CLI/CLI.hpp>
#include <utility>

namespace okno::app {

Argument Argument::Required() const { return Argument(option_->required()); }

Argument Argument::Needs(const Argument& other) const {
  return Argument(option_->needs(other.option_));
}

Argument Argument::Excludes(const Argument& other) const {
  return Argument(option_->excludes(other.option_));
}

Argument Argument::OneOf(const std::vector<std::string>& words) const {
  return Argument(option_->check(CLI::IsMember(words)));
}

Argument Argument::Between(int least, int most) const {
  return Argument(option_->check(CLI::Range(least, most)));
}

Argument Argument::MoreThanZero() const { return Argument(option_->check(CLI::PositiveNumber)); }

Argument Argument::ExistingFile() const { return Argument(option_->check(CLI::ExistingFile)); }

Argument Argument::ShownAs(const char* default_value) const {
  return Argument(option_->default_str(default_value));
}

Command Command::Add(const char* name, const char* help) const {
  return Command(*app_->add_subcommand(name, help));
}

Command Command::Group(const char* name, const char* help) const {
  auto* group = app_->add_subcommand(name, help);
  group->require_subcommand(1);
  return Command(*group);
}

void Command::Footer(const char* text) const { app_->footer(text); }

Argument Command::Take(const char* name, std::string& value, const char* help) const {
  return Argument(app_->add_option(name, value, help));
}

Argument Command::Take(const char* name, std::optional<std::string>& value,
                       const char* help) const {
  return Argument(app_->add_option(name, value, help));
}

Argument Command::Take(const char* name, std::vector<std::string>& values, const char* help) const {
  return Argument(app_->add_option(name, values, help));
}

Argument Command::Take(const char* name, int& value, const char* help) const {
  return Argument(app_->add_option(name, value, help));
}

Argument Command::Take(const char* name, std::optional<int>& value, const char* help) const {
  return Argument(app_->add_option(name, value, help));
}

Argument Command::Take(const char* name, unsigned long& value, const char* help) const {
  return Argument(app_->add_option(name, value, help));
}

Argument Command::Take(const char* name, const std::vector<std::string>& words,
                       const std::function<void(const std::string&)>& take,
                       const char* help) const {
  return Argument(app_->add_option_function<std::string>(name, take, help)).OneOf(words);
}

Argument Command::Flag(const char* name, bool& value, const char* help) const {
  return Argument(app_->add_flag(name, value, help));
}

Argument Command::Flag(const char* name, const std::function<void()>& given,
                       const char* help) const {
  return Argument(app_->add_flag_callback(name, given, help));
}

void Command::OnChosen(std::function<void()> chosen) const { app_->callback(std::move(chosen)); }

bool Command::WentFurther() const { return !app_->get_subcommands().empty(); }

}  // namespace okno::app
