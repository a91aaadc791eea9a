// SPDX-License-Identifier: Apache-2.0
#include "neighbours/neighbour.h"
#include "neighbours/population/identify.h"
#include "storage/resident_store.h"

// СФР: СНИЛС by personal data, and whether a СНИЛС is somebody's.
namespace okno::testbed::neighbours {

namespace {

constexpr char kCommons[] = "urn://x-artefacts-smev-gov-ru/supplementary/commons/1.0.1";

// The identity document, one of thirteen kinds: the part that has a number.
xml::Element DocumentOf(const xml::Element& content) {
  for (const auto& part : content.children()) {
    if (part.child("Number")) return part;
  }
  return {};
}

PersonQuery ReadQuery(const xml::Element& content) {
  const auto document = DocumentOf(content);
  return {.name = {content.child_text("FamilyName"), content.child_text("FirstName"),
                   content.child_text("Patronymic")},
          .birth_date = ParseDate(content.child_text("BirthDate").substr(0, 10)).value(),
          .sex = content.child_text("Gender") == "Male" ? "male" : "female",
          .document = document ? storage::DocumentKey(document.child_text("Series"),
                                                      document.child_text("Number"))
                               : ""};
}

void AddName(xml::Element root, const FullName& name) {
  root.Add(kCommons, "com", "FamilyName", name.last);
  root.Add(kCommons, "com", "FirstName", name.first);
  if (!name.middle.empty()) root.Add(kCommons, "com", "Patronymic", name.middle);
}

Answer ByAdditionalData(Desk& desk, const Question& question) {
  const auto query = ReadQuery(question.content);
  const auto found = Identify(desk.tx, query, LocalDate(question.now, kMoscow));
  if (const auto* rejection = std::get_if<Rejection>(&found)) return {{}, *rejection};
  const auto& card = std::get<Json>(found);
  const auto ns = question.content.namespace_uri();
  auto document = xml::Document::Create(ns, "tns", "SnilsByAdditionalDataResponse");
  auto root = document.root();
  AddName(root, NameOf(card));
  root.Add(ns, "tns", "Snils", Field(card, "snils"));
  root.Add(ns, "tns", "BirthDate", Field(card, "birth_date"));
  root.Add(ns, "tns", "Gender", Field(card, "sex") == "male" ? "Male" : "Female");
  if (const auto asked = DocumentOf(question.content)) root.AddCopyOf(asked);
  return Reply(document);
}

Answer ByData(Desk& desk, const Question& question) {
  const auto found =
      Identify(desk.tx, ReadQuery(question.content), LocalDate(question.now, kMoscow));
  if (const auto* rejection = std::get_if<Rejection>(&found)) return {{}, *rejection};
  const auto ns = question.content.namespace_uri();
  auto document = xml::Document::Create(ns, "tns", "SnilsByDataResponse");
  document.root().Add(ns, "tns", "Snils", Field(std::get<Json>(found), "snils"));
  return Reply(document);
}

// Nobody found is «нет», as for a wrong number: the question is whether they belong together.
Answer Validate(Desk& desk, const Question& question) {
  const auto found =
      Identify(desk.tx, ReadQuery(question.content), LocalDate(question.now, kMoscow));
  const auto* card = std::get_if<Json>(&found);
  const bool right =
      card != nullptr && Field(*card, "snils") == question.content.child_text("Snils");
  const auto ns = question.content.namespace_uri();
  auto document = xml::Document::Create(ns, "tns", "SnilsValidationResponse");
  document.root().Add(ns, "tns", "Result", right ? "true" : "false");
  return Reply(document);
}

}  // namespace

Neighbour SocialFund() {
  return {"SFR001",
          "Социальный фонд России (стенд)",
          {{"snils-by-additional-data", ByAdditionalData},
           {"snils-by-data", ByData},
           {"snils-validation", Validate}}};
}

}  // namespace okno::testbed::neighbours
