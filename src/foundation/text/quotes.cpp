// SPDX-License-Identifier: Apache-2.0
#include "text/quotes.h"

namespace okno::text {
namespace {

std::string Replaced(std::string text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

}  // namespace

std::string Quoted(std::string_view name) {
  return "«" + Replaced(Replaced(std::string(name), "«", "„"), "»", "“") + "»";
}

}  // namespace okno::text
