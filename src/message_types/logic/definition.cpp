// SPDX-License-Identifier: Apache-2.0
#include "logic/definition.h"

#include <algorithm>

#include "crypto/hash.h"
#include "text/strings.h"

namespace okno::message_types {

Json BodyOf(const Definition& definition) {
  const auto& d = definition.description;
  Json body = {{"name", d.name},
               {"namespace", d.namespace_uri},
               {"request_root", d.request_root},
               {"response_root", d.response_root},
               {"title", d.title},
               {"description", d.description},
               {"agency", {{"code", d.agency.code}, {"name", d.agency.name}}},
               {"kind", d.kind},
               {"services", d.services},
               {"routing_element", d.routing_element},
               {"source", d.source},
               {"request", definition.request},
               {"response", definition.response}};
  // Left out when it says nothing: a type that came before the keys keeps its hash, and with it its
  // version.
  if (!d.documents.empty()) body["documents"] = d.documents;
  if (d.personal_signature) body["personal_signature"] = true;
  if (!d.title_en.empty()) body["title_en"] = d.title_en;
  if (!d.description_en.empty()) body["description_en"] = d.description_en;
  if (!d.agency.name_en.empty()) body["agency"]["name_en"] = d.agency.name_en;
  return body;
}

Definition FromBody(const Json& body) {
  Definition definition;
  auto& d = definition.description;
  d.name = body.at("name");
  d.namespace_uri = body.at("namespace");
  d.request_root = body.at("request_root");
  d.response_root = body.at("response_root");
  d.title = body.at("title");
  d.description = body.at("description");
  const auto& agency = body.at("agency");
  d.agency = {agency.at("code"), agency.at("name"), agency.value("name_en", "")};
  d.title_en = body.value("title_en", "");
  d.description_en = body.value("description_en", "");
  d.kind = body.at("kind");
  d.services = body.at("services").get<std::vector<std::string>>();
  d.documents = body.value("documents", std::vector<std::string>());
  d.personal_signature = body.value("personal_signature", false);
  d.routing_element = body.at("routing_element");
  d.source = body.at("source");
  definition.request = body.at("request");
  definition.response = body.at("response");
  return definition;
}

std::string HashOf(const Definition& definition) {
  return text::HexEncode(crypto::Sha256(json::Dump({BodyOf(definition), definition.files})));
}

namespace {

const std::string& InLanguage(const std::string& russian, const std::string& english,
                              text::Language language) {
  return language == text::Language::kEnglish && !english.empty() ? english : russian;
}

}  // namespace

const std::string& TitleOf(const Description& description, text::Language language) {
  return InLanguage(description.title, description.title_en, language);
}
const std::string& DescriptionOf(const Description& description, text::Language language) {
  return InLanguage(description.description, description.description_en, language);
}
const std::string& NameOf(const Agency& agency, text::Language language) {
  return InLanguage(agency.name, agency.name_en, language);
}

bool HasWords(const Description& description, std::string_view words) {
  const auto& d = description;
  const auto text = text::FoldForSearch(d.title + " " + d.description + " " + d.agency.name + " " +
                                        d.agency.code + " " + d.name + " " + d.title_en + " " +
                                        d.description_en + " " + d.agency.name_en);
  return std::ranges::all_of(
      text::Split(text::FoldForSearch(words), ' '),
      [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

bool IsSuggestedFor(const Description& description, std::string_view service) {
  return std::ranges::find(description.services, service) != description.services.end();
}

bool Brings(const Description& description, std::string_view document) {
  return std::ranges::find(description.documents, document) != description.documents.end();
}

bool IsName(std::string_view name) {
  return name.size() >= 3 && name.size() <= 60 && name[0] >= 'a' && name[0] <= 'z' &&
         std::ranges::all_of(name, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

}  // namespace okno::message_types
