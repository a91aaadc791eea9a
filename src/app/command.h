// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

// The command line as the commands declare it. Its library (CLI11) is known to command.cpp and to
// who parses alone: a file that sees it takes twice as long to compile.
namespace okno::app {

// What has been declared of a command, so that more is said of it.
class Argument {
 public:
  explicit Argument(CLI::Option* option) : option_(option) {}
  Argument Required() const;
  Argument Needs(const Argument& other) const;
  Argument Excludes(const Argument& other) const;
  Argument OneOf(const std::vector<std::string>& words) const;
  Argument Between(int least, int most) const;
  Argument MoreThanZero() const;
  Argument ExistingFile() const;
  Argument ShownAs(const char* default_value) const;

 private:
  CLI::Option* option_;
};

// A command, or the program itself. Copies are the same command; it lives as long as the parser.
// What is given to it by reference must outlive the parse.
class Command {
 public:
  explicit Command(CLI::App& app) : app_(&app) {}
  Command Add(const char* name, const char* help) const;
  // It does nothing by itself: one of its commands is to be named.
  Command Group(const char* name, const char* help) const;
  void Footer(const char* text) const;

  // An option («--name») or, without dashes, an argument in its place.
  Argument Take(const char* name, std::string& value, const char* help) const;
  Argument Take(const char* name, std::optional<std::string>& value, const char* help) const;
  Argument Take(const char* name, std::vector<std::string>& values, const char* help) const;
  Argument Take(const char* name, int& value, const char* help) const;
  Argument Take(const char* name, std::optional<int>& value, const char* help) const;
  Argument Take(const char* name, unsigned long& value, const char* help) const;
  Argument Take(const char* name, const std::vector<std::string>& words,
                const std::function<void(const std::string&)>& take, const char* help) const;
  // One of the words; `values` must outlive the parse.
  template <typename Value>
  Argument Take(const char* name, const std::map<std::string, Value>& values, Value& value,
                const char* help) const {
    std::vector<std::string> words;
    for (const auto& [word, meaning] : values) words.push_back(word);
    return Take(
        name, words, [&](const std::string& word) { value = values.at(word); }, help);
  }
  Argument Flag(const char* name, bool& value, const char* help) const;
  Argument Flag(const char* name, const std::function<void()>& given, const char* help) const;

  // `chosen` is called by the parse when the command was named.
  void OnChosen(std::function<void()> chosen) const;
  // After the parse: whether one of its commands was named.
  bool WentFurther() const;

 private:
  CLI::App* app_;
};

}  // namespace okno::app
