// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/changed_answers.h"

#include <algorithm>
#include <vector>

namespace okno::applications::rules {
namespace {

// History is read at a glance: of a form filled anew the first fields are enough.
constexpr std::size_t kMostTitles = 12;
constexpr std::string_view kDivider = "; ";

std::vector<std::string> Divide(const std::string& text) {
  std::vector<std::string> titles;
  for (std::size_t from = 0; from < text.size();) {
    const auto to = std::min(text.find(kDivider, from), text.size());
    titles.push_back(text.substr(from, to - from));
    from = to + kDivider.size();
  }
  return titles;
}

void Add(std::vector<std::string>& titles, const std::string& title) {
  if (titles.size() < kMostTitles && std::ranges::find(titles, title) == titles.end())
    titles.push_back(title);
}

}  // namespace

std::string ChangedAnswers(const catalog::Service& service, const Application& before,
                           const Application& after, const std::string& known) {
  auto titles = Divide(known);
  const Json nothing;
  const auto answer = [&](const Application& of, const std::string& field) -> const Json& {
    const auto found = of.form.find(field);
    return found == of.form.end() ? nothing : *found;
  };
  const auto fields = service.form.value("properties", Json::object());
  for (const auto& [name, field] : fields.items()) {
    if (answer(before, name) != answer(after, name)) Add(titles, field.value("title", name));
  }
  if (before.marks != after.marks) Add(titles, "Отметки о документах");
  if (before.representative != after.representative) Add(titles, "Представитель");
  if (before.consent != after.consent) Add(titles, "Согласие на обработку персональных данных");
  std::string text;
  for (const auto& title : titles) text += (text.empty() ? "" : std::string(kDivider)) + title;
  return text;
}

}  // namespace okno::applications::rules
