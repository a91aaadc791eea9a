// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace okno::http {

using Pairs = std::map<std::string, std::string, std::less<>>;

enum class Plus { kKeep, kSpace };
// Refused (empty): a broken %XX, a control character, anything that is not UTF-8.
std::optional<std::string> PercentDecode(std::string_view text, Plus plus);

// "a=1&b=2" of a query or a form body; of a name given twice the last value counts.
std::optional<Pairs> ParsePairs(std::string_view text);

struct Target {
  std::string path;
  Pairs query;
};
// Origin form ("/path?query") or absolute form. A path that two readers could understand
// differently is refused: "." and
// ".." segments, encoded slashes, backslashes.
std::optional<Target> ParseTarget(std::string_view raw);

// The Cookie header; broken pairs are passed over, as browsers send what other applications of the
// host have set.
Pairs ParseCookies(std::string_view header);

}  // namespace okno::http
