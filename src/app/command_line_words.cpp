// SPDX-License-Identifier: Apache-2.0
#include "command_line_words.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

#include "text/nearest.h"

namespace okno::app {
namespace {

constexpr char kOptions[] = "Параметры";  // the heading

constexpr std::pair<const char*, const char*> kLabels[] = {{"Usage", "Как вызвать"},
                                                           {"OPTIONS", "ПАРАМЕТРЫ"},
                                                           {"SUBCOMMAND", "КОМАНДА"},
                                                           {"SUBCOMMANDS", "КОМАНДЫ"},
                                                           {"Positionals", "По порядку"},
                                                           {"REQUIRED", "(обязательно)"},
                                                           {"Env", "переменная"},
                                                           {"Needs", "вместе с"},
                                                           {"Excludes", "не вместе с"},
                                                           {"TEXT", "ТЕКСТ"},
                                                           {"INT", "ЧИСЛО"},
                                                           {"UINT", "ЧИСЛО"},
                                                           {"TEXT:FILE", "ФАЙЛ"},
                                                           {"INT:POSITIVE", "ЧИСЛО"},
                                                           {"UINT:POSITIVE", "ЧИСЛО"}};

// The library's phrases; what stands around them are names and values.
constexpr std::pair<const char*, const char*> kPhrases[] = {
    {"The following argument was not expected: ", "Лишнее или незнакомое: "},
    {"The following arguments were not expected: ", "Лишнее или незнакомое: "},
    {"File does not exist: ", "такого файла нет: "},
    {"File is actually a directory: ", "это папка, а не файл: "},
    {"Could not convert: ", "такого значения не бывает: "},
    {" required TEXT missing", ", нужно значение"},
    {" required missing", ", нужно значение"},
    {" not in range ", " вне пределов "},
    {" not in ", ": нужно одно из "},
    {"Number less or equal to 0: ", "нужно число больше нуля: "},
    {"Value ", "значение "},
    {" requires ", ": нужно ещё "},
    {" excludes ", ": нельзя вместе с "},
    {": 1,", ":"}};

void Replace(std::string& text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  if (at != std::string::npos) text.replace(at, from.size(), to);
}

// The command that was reached: of «okno staff lst» it is staff.
const CLI::App& Reached(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : Reached(*chosen.front());
}

std::vector<std::string> CommandsOf(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* each : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(each->get_name());
  return names;
}

std::string AboutCommand(const CLI::App& app) {
  const auto unknown = app.remaining(true);
  const auto commands = CommandsOf(Reached(app));
  const auto begin = unknown.empty() ? std::string("Не сказано, что сделать.")
                                     : "Команды «" + unknown.front() + "» нет" +
                                           text::Guess(unknown.front(), commands) + ".";
  return begin + fmt::format(" Есть: {}.", fmt::join(commands, ", "));
}

std::string About(const CLI::App& app, const CLI::ParseError& error) {
  std::string said = error.what();
  constexpr std::string_view kRequired = " is required";
  if (said.ends_with(kRequired)) {
    said.resize(said.size() - kRequired.size());
    return said == "A subcommand" ? AboutCommand(app) : "Не указано: " + said + ".";
  }
  // PositiveNumber says so, with the largest number there is in 309 digits.
  if (const auto range = said.find("Value "), end = said.find(" not in range 0.000000 to ");
      range != std::string::npos && end != std::string::npos) {
    return said.substr(0, range) + "нужно число больше нуля.";
  }
  for (const auto& [english, russian] : kPhrases) Replace(said, english, russian);
  return said;
}

}  // namespace

void SpeakRussian(CLI::App& app) {
  for (const auto& [english, russian] : kLabels) app.get_formatter()->label(english, russian);
  app.option_defaults()->group(kOptions);
  app.group("Команды");
  app.set_help_flag("-h,--help", "Показать эту справку");
}

void MoveHelp(CLI::App& app) {
  app.get_help_ptr()->group(kOptions);
  for (auto* command : app.get_subcommands([](CLI::App*) { return true; })) MoveHelp(*command);
}

std::string WordsFor(const CLI::App& app, const CLI::ParseError& error) {
  std::string path = "okno";
  for (const auto* at = &app; !at->get_subcommands().empty();) {
    at = at->get_subcommands().front();
    path += " " + at->get_name();
  }
  return About(app, error) + " Справка: " + path + " --help";
}

}  // namespace okno::app
