// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace okno::text {

enum class Language { kRussian, kEnglish };
Language FromAcceptLanguage(std::string_view header);  // Russian unless English is preferred

// One text of a stable code. "{detail}" in it is replaced by the refusal's detail.
struct Message {
  std::string_view code;
  std::string_view russian;
  std::string_view english;
};

// All texts of the rooms, put together by `app` at start. A room publishes its own as
// `std::span<const text::Message> <room>::Messages()` (file texts.cpp). A code given twice throws.
class Catalog {
 public:
  void Add(std::span<const Message> messages);
  bool Has(std::string_view code) const;
  // The text, or the code itself when unknown (and a test fails then: every code in the sources has
  // a text).
  std::string Text(std::string_view code, Language language, std::string_view detail = {}) const;

 private:
  std::unordered_map<std::string_view, Message> messages_;
};

}  // namespace okno::text
