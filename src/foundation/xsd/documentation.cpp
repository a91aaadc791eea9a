// SPDX-License-Identifier: Apache-2.0
#include "documentation.h"

#include <libxml/tree.h>

#include "text/strings.h"

namespace okno::xsd {
namespace {

constexpr std::size_t kLongestTitle = 120;  // code points

bool IsEnglish(xml::Element documentation) {
  auto* language = xmlNodeGetLang(documentation.native());
  const bool english =
      language != nullptr && std::string_view(reinterpret_cast<char*>(language)).starts_with("en");
  xmlFree(language);
  return english;
}

std::string OneLine(std::string_view text) {
  std::string line;
  for (const auto& word : text::Split(text, ' ')) {
    if (!word.empty()) line += (line.empty() ? "" : " ") + word;
  }
  return line;
}

std::string WithoutBreaks(std::string text) {
  for (auto& c : text) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  }
  return OneLine(text);
}

}  // namespace

Documentation DocumentationOf(const Item& item) {
  Documentation found;
  for (const auto& child :
       item.child("annotation").node ? item.child("annotation").children() : std::vector<Item>()) {
    if (!child.Is("documentation")) continue;
    auto& words = IsEnglish(child.node) ? found.english : found.russian;
    if (words.empty()) words = WithoutBreaks(child.node.text());
  }
  return found;
}

Label LabelOf(const std::string& documentation) {
  if (text::Length(documentation) <= kLongestTitle) {
    auto title = documentation;
    if (title.ends_with('.')) title.pop_back();
    return {title, ""};
  }
  for (const std::string_view end : {". ", "; ", " (", ", "}) {
    const auto at = documentation.find(end);
    if (at == std::string::npos || at == 0) continue;
    auto title = documentation.substr(0, at);
    if (text::Length(title) <= kLongestTitle) return {title, documentation};
  }
  const auto blank = documentation.rfind(' ', kLongestTitle);
  return {documentation.substr(0, blank == std::string::npos ? documentation.size() : blank) + "…",
          documentation};
}

}  // namespace okno::xsd
