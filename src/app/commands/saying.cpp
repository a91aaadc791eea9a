// SPDX-License-Identifier: Apache-2.0
#include "commands/saying.h"

#include <iostream>

#include "wiring/texts.h"

namespace okno::app {

int Say(const Refusal& refusal) {
  text::Catalog texts;
  AddTexts(texts);
  const auto show = [&](const std::string& code, const std::string& detail) {
    return texts.Text(code, text::Language::kRussian, detail);
  };
  // A terminal marks no fields: they follow by name.
  const bool of_fields = refusal.code == "input.invalid" && !refusal.fields.empty();
  std::cerr << "okno: " << (of_fields ? "так не подходит:" : show(refusal.code, refusal.detail))
            << "\n";
  for (const auto& field : refusal.fields) {
    std::cerr << "  " << field.pointer << ": " << show(field.code, field.detail) << "\n";
  }
  return 1;
}

}  // namespace okno::app
