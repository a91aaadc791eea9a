// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "text/messages.h"
#include "text/strings.h"

namespace okno::text {
namespace {

// "q=0.8" in thousandths; 1000 when there is none, 0 when it can not be read.
int Weight(std::string_view parameters) {
  const auto at = parameters.find("q=");
  if (at == std::string_view::npos) return 1000;
  const auto number = parameters.substr(at + 2);
  if (number.starts_with('1')) return 1000;
  if (!number.starts_with("0")) return 0;
  int weight = 0;
  for (std::size_t i = 2; i < 5; ++i) {
    const bool digit = i < number.size() && number[i] >= '0' && number[i] <= '9';
    weight = weight * 10 + (digit ? number[i] - '0' : 0);
  }
  return weight;
}

bool Names(std::string_view range, std::string_view language) {
  return range == language || range.starts_with(std::string(language) + "-");
}

}  // namespace

Language FromAcceptLanguage(std::string_view header) {
  int russian = 0;
  int english = 0;
  for (const auto& part : Split(header, ',')) {
    const auto end = part.find(';');
    const auto range = ToLower(Trim(part.substr(0, end)));
    const int weight = end == std::string::npos ? 1000 : Weight(ToLower(part.substr(end)));
    if (Names(range, "ru")) russian = std::max(russian, weight);
    if (Names(range, "en")) english = std::max(english, weight);
  }
  return english > russian ? Language::kEnglish : Language::kRussian;
}

}  // namespace okno::text
