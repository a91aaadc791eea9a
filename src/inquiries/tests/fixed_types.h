// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "message_types/message_types.h"

namespace okno::inquiries::testing {

// A message type told by its fields: flat, every field required text of at least two letters. The
// request is one element with an element for each field, the answer likewise.
struct TypeWords {
  std::string name, title;
  struct Field {
    std::string name, prefill;  // prefill: path, or "" when only a person can fill it
  };
  std::vector<Field> fields;
  struct CardField {
    std::string name, card;  // of the answer; card path, or ""
  };
  std::vector<CardField> answer;
  std::string kind = "inquiry";
  enum class Signature { kImpossible, kPossible, kDemanded } signature = Signature::kImpossible;
  std::vector<std::string> documents = {};  // of a checklist, that it brings
};
// A registry that holds what it is given.
class FixedTypes final : public message_types::Registry {
 public:
  explicit FixedTypes(const std::vector<TypeWords>& types);
  std::vector<message_types::Description> Published(
      const message_types::Filter& filter) const override;
  std::map<std::string, std::string> Titles(text::Language) const override { return {}; }
  message_types::MessageTypePointer Find(std::string_view name) const override;
  message_types::MessageTypePointer Find(std::string_view name, int version) const override;
  message_types::MessageTypePointer FindByNamespace(std::string_view uri) const override;

 private:
  std::vector<message_types::MessageTypePointer> types_;
};

// "person-data": last_name, birth_date, sex of the card -> snils, first_name; "taxpayer": also the
// passport -> inn, brings "income"; "property": a number nobody's card has, no values of a card,
// brings two documents of checklists; "carrier": of kind application; "sworn": is sent with a
// personal signature only, "taxpayer" may have one.
std::vector<TypeWords> SixTypes();

}  // namespace okno::inquiries::testing
