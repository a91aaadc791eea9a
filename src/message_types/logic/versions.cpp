// SPDX-License-Identifier: Apache-2.0
#include "logic/versions.h"

#include <algorithm>

#include "logic/rules/word_checks.h"

namespace okno::message_types {
namespace {

const Refusal kNotFound = Refusal::NotFound("message_types.version_not_found");

Result<Version> Lock(db::Tx& tx, const Target& target) {
  auto version = LockVersion(tx, target.name, target.version);
  if (!version) return kNotFound;
  if (target.revision && *target.revision != version->revision) {
    return Refusal{RefusalKind::kStale, "request.stale", {}, {}};
  }
  return *std::move(version);
}

// The newest published version of a name: what is offered. 0 = none.
int Offered(db::Tx& tx, std::string_view name) {
  int offered = 0;
  for (const auto& version : ListVersions(tx)) {
    const auto& d = version.definition.description;
    if (d.name == name && version.state == "published") offered = d.version;
  }
  return offered;
}

Result<Version> Saved(db::Tx& tx, Version version) {
  version.content_hash = HashOf(version.definition);
  Save(tx, version);
  ++version.revision;
  return version;
}

// What a message would be refused for by every bus: no element may be without a namespace (the
// transform of СМЭВ 3 has no form for it), and nothing may be left out that must be there.
Outcome CheckSendable(const CompiledType& type) {
  for (const auto& note : type.request().form.notes()) {
    if (note.code == "xsd.note_unqualified")
      return Refusal::Conflict("message_types.unqualified", note.detail);
    if (note.code == "xsd.note_wildcard_required") {
      return Refusal::Conflict("message_types.wildcard_required", note.detail);
    }
  }
  if (type.description().personal_signature && !type.TakesPersonalSignature()) {
    return Refusal::Conflict("message_types.no_signature_place");
  }
  return Done();
}

// What operators are shown of it: whom it goes to. What a routing element addresses has many.
Outcome CheckWhole(const Description& d) {
  std::vector<FieldError> errors;
  if (d.routing_element.empty()) {
    if (d.agency.name.empty()) errors.push_back({"/agency/name", "field.required", ""});
    if (d.agency.code.empty()) errors.push_back({"/agency/code", "field.required", ""});
  }
  if (d.title.empty()) errors.push_back({"/title", "field.required", ""});
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  return Done();
}

void SetText(const Json& change, const char* key, std::size_t longest, std::string& value,
             std::vector<FieldError>& errors) {
  const auto found = change.find(key);
  if (found == change.end()) return;
  const auto place = std::string("/") + key;
  if (!found->is_string()) return errors.push_back({place, "field.type", ""});
  if (found->get_ref<const std::string&>().size() > longest) {
    return errors.push_back({place, "field.too_long", std::to_string(longest / 2)});
  }
  value = found->get<std::string>();
}

void SetAgency(const Json& change, Agency& agency, std::vector<FieldError>& errors) {
  if (!change.contains("agency")) return;
  const auto& given = change.at("agency");
  CheckMembers(given, {"code", "name", "name_en"}, "/agency", errors);
  if (!given.is_object()) return;
  SetText(given, "code", 200, agency.code, errors);
  SetText(given, "name", 1000, agency.name, errors);
  SetText(given, "name_en", 1000, agency.name_en, errors);
}

void SetCodes(const Json& change, const char* key, std::vector<std::string>& codes,
              std::vector<FieldError>& errors) {
  if (!change.contains(key)) return;
  const auto& given = change.at(key);
  const bool texts = given.is_array() &&
                     std::ranges::all_of(given, [](const Json& code) { return code.is_string(); });
  if (texts) {
    codes = given.get<std::vector<std::string>>();
  } else {
    errors.push_back({std::string("/") + key, "field.type", ""});
  }
}

void SetDescription(const Json& change, Description& d, std::vector<FieldError>& errors) {
  SetText(change, "title", 1000, d.title, errors);
  SetText(change, "title_en", 1000, d.title_en, errors);
  SetText(change, "description", 8000, d.description, errors);
  SetText(change, "description_en", 8000, d.description_en, errors);
  SetText(change, "kind", 40, d.kind, errors);
  SetText(change, "routing_element", 400, d.routing_element, errors);
  SetText(change, "source", 2000, d.source, errors);
  SetText(change, "namespace", 1000, d.namespace_uri, errors);
  SetText(change, "request_root", 400, d.request_root, errors);
  SetText(change, "response_root", 400, d.response_root, errors);
  SetAgency(change, d.agency, errors);
  if (d.title.empty()) errors.push_back({"/title", "field.required", ""});
  if (d.kind != "inquiry" && d.kind != "application") errors.push_back({"/kind", "field.enum", ""});
  if (const auto demanded = change.find("personal_signature"); demanded != change.end()) {
    if (demanded->is_boolean()) {
      d.personal_signature = demanded->get<bool>();
    } else {
      errors.push_back({"/personal_signature", "field.type", ""});
    }
  }
  SetCodes(change, "services", d.services, errors);
  SetCodes(change, "documents", d.documents, errors);
}

}  // namespace

Result<Version> AddDraft(db::Tx& tx, Definition definition, const Deed& deed) {
  LockVersions(tx);
  int last = 0;
  for (const auto& version : ListVersions(tx)) {
    if (version.definition.description.name != definition.description.name) continue;
    if (version.state == "draft") {
      return Refusal::Conflict("message_types.draft_exists", definition.description.name);
    }
    last = version.definition.description.version;
  }
  definition.description.version = last + 1;
  if (!definition.description.request_root.empty() &&
      !definition.description.response_root.empty()) {
    if (const auto compiled = CompiledType::Make(definition); !compiled) return compiled.refusal();
  }
  const auto hash = HashOf(definition);
  Version version{.definition = std::move(definition),
                  .state = "draft",
                  .content_hash = hash,
                  .created_at = deed.now,
                  .created_by = deed.actor};
  Insert(tx, version);
  return version;
}

Result<Version> AddDraftOf(db::Tx& tx, std::string_view name, int from_version, const Deed& deed) {
  auto from = FindVersion(tx, name, from_version);
  if (!from) return kNotFound;
  return AddDraft(tx, std::move(from->definition), deed);
}

Result<Version> ChangeDraft(db::Tx& tx, const Target& target, const Json& change) {
  auto version = Lock(tx, target);
  if (!version) return version;
  if (version->state != "draft") return Refusal::Conflict("message_types.not_a_draft");
  std::vector<FieldError> errors;
  CheckMembers(change,
               {"title", "title_en", "description", "description_en", "agency", "kind", "services",
                "documents", "personal_signature", "routing_element", "source", "namespace",
                "request_root", "response_root", "request", "response"},
               "", errors);
  auto& definition = version->definition;
  SetDescription(change, definition.description, errors);
  for (const auto& [key, words] :
       {std::pair{"request", &definition.request}, std::pair{"response", &definition.response}}) {
    if (!change.contains(key)) continue;
    if (!change.at(key).is_object()) errors.push_back({std::string("/") + key, "field.type", ""});
    *words = change.at(key);
  }
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  const auto& d = definition.description;
  if (!d.request_root.empty() && !d.response_root.empty()) {
    const auto compiled = CompiledType::Make(definition);
    if (!compiled && compiled.refusal().fields.empty()) return compiled.refusal();
    if (!compiled) return Refusal::Invalid("input.invalid", compiled.refusal().fields);
  }
  return Saved(tx, *std::move(version));
}

Result<Version> Publish(db::Tx& tx, const Target& target, const Deed& deed) {
  LockVersions(tx);
  auto version = Lock(tx, target);
  if (!version) return version;
  if (version->state == "published") return Refusal::Conflict("message_types.published_already");
  // «Опубликован» has to mean that it is used; the newest one is.
  if (const int offered = Offered(tx, target.name); offered > target.version) {
    return Refusal::Conflict("message_types.newer_published", std::to_string(offered));
  }
  if (auto whole = CheckWhole(version->definition.description); !whole) return whole.refusal();
  const auto compiled = CompiledType::Make(version->definition);
  if (!compiled) return compiled.refusal();
  if (auto sendable = CheckSendable(**compiled); !sendable) return sendable.refusal();
  version->state = "published";
  version->published_at = deed.now;
  version->published_by = deed.actor;
  version->withdrawn_at = std::nullopt;
  version->withdrawn_by.clear();
  return Saved(tx, *std::move(version));
}

Result<Version> Withdraw(db::Tx& tx, const Target& target, const Deed& deed) {
  auto version = Lock(tx, target);
  if (!version) return version;
  if (version->state != "published") return Refusal::Conflict("message_types.not_published");
  version->state = "withdrawn";
  version->withdrawn_at = deed.now;
  version->withdrawn_by = deed.actor;
  return Saved(tx, *std::move(version));
}

Outcome RemoveDraft(db::Tx& tx, const Target& target) {
  const auto version = Lock(tx, target);
  if (!version) return version.refusal();
  if (version->state != "draft") return Refusal::Conflict("message_types.not_a_draft");
  DeleteDraft(tx, target.name, target.version);
  return Done();
}

Result<Version> GetVersion(db::Tx& tx, std::string_view name, int number) {
  if (number == 0) {
    for (const auto& version : ListVersions(tx)) {
      if (version.definition.description.name == name)
        number = version.definition.description.version;
    }
  }
  auto version = FindVersion(tx, name, number);
  if (!version) return kNotFound;
  return *std::move(version);
}

}  // namespace okno::message_types
