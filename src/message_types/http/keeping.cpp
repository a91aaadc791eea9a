// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <sstream>

#include "access/idempotency.h"
#include "crypto/hash.h"
#include "http/place_words.h"
#include "http/version_path.h"
#include "text/strings.h"

namespace okno::message_types {
namespace {

std::string ReadWhole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Result<ImportInput> ImportIn(const http::Request& request) {
  ImportInput input;
  std::vector<FieldError> errors;
  for (const auto& part : request.parts) {
    if (part.name == "file" && !part.path.empty()) {
      input.file_name = part.filename;
      input.bytes = ReadWhole(part.path);
      continue;
    }
    std::string* field = part.name == "name"            ? &input.name
                         : part.name == "title"         ? &input.title
                         : part.name == "request_root"  ? &input.request_root
                         : part.name == "response_root" ? &input.response_root
                         : part.name == "agency_code"   ? &input.agency_code
                         : part.name == "agency_name"   ? &input.agency_name
                                                        : nullptr;
    if (field == nullptr || !part.path.empty()) {
      errors.push_back({"/" + part.name, "field.unknown", ""});
    } else if (!text::IsValidUtf8(part.value)) {
      errors.push_back({"/" + part.name, "field.type", ""});
    } else if (part.value.size() > 1000) {
      errors.push_back({"/" + part.name, "field.too_long", "500"});
    } else {
      *field = text::Trim(part.value);
    }
  }
  if (input.bytes.empty()) errors.push_back({"/file", "field.required", ""});
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  return input;
}

// What is wrong with the file is said at the file, with its place.
Refusal AtFile(Refusal refusal, text::Language language) {
  const bool of_file =
      refusal.code.starts_with("xsd.") || refusal.code.starts_with("message_types.");
  if (refusal.kind != RefusalKind::kInvalid || !of_file) return refusal;
  const auto* pointer = refusal.code == "message_types.name_wrong" ? "/name" : "/file";
  const bool of_schema = refusal.code.starts_with("xsd.");
  return Refusal::Invalid("input.invalid",
                          {{pointer, refusal.code,
                            of_schema ? PlaceInWords(refusal.detail, language) : refusal.detail}});
}

template <typename Work>
Result<Version> Once(const Services& services, const http::Request& request,
                     std::string_view operation, const std::string& input, Work work) {
  const auto idempotency_key = http::IdempotencyKey(request);
  if (!idempotency_key) return idempotency_key.refusal();
  const auto& principal = access::Of(request);
  const auto key = access::MakeCreateKey(principal, *idempotency_key, operation, input);
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Version> {
    const auto replay = access::Replay(tx, key);
    if (!replay) return replay.refusal();
    if (*replay) {
      const auto& first = **replay;
      auto version =
          FindVersion(tx, first.at("name").get<std::string>(), first.at("version").get<int>());
      if (!version) return Refusal::NotFound("message_types.version_not_found");
      return *std::move(version);
    }
    auto made = work(tx);
    if (!made) return made;
    const auto& d = made->definition.description;
    access::Remember(tx, key, {{"name", d.name}, {"version", d.version}}, services.clock.Now());
    return made;
  });
}

Response Made(const Services& services, const http::Request& request,
              const Result<Version>& version) {
  if (!version) return AtFile(version.refusal(), request.language);
  const auto& d = version->definition.description;
  auto response = Shown(services, request, *version, 201);
  response.With("Location",
                "/api/v1/message-types/" + d.name + "/versions/" + std::to_string(d.version));
  response.keyed = true;
  return response;
}

// The version of the path, as If-Match wants it.
Result<Target> ChangedIn(const http::Request& request) {
  auto target = TargetOf(request);
  if (!target) return target;
  const auto revision = http::IfMatch(request);
  if (!revision) return revision.refusal();
  target->revision = *revision;
  return target;
}

template <typename Work>
Response Changed(const Services& services, const http::Request& request, Work work) {
  const auto target = ChangedIn(request);
  if (!target) return target.refusal();
  const auto version =
      services.db.Transact(db::Scope::System(), [&](db::Tx& tx) { return work(tx, *target); });
  if (!version) return version.refusal();
  return Shown(services, request, *version);
}

}  // namespace

Response ImportMessageType(const Services& services, const http::Request& request) {
  const auto input = ImportIn(request);
  if (!input) return input.refusal();
  const auto definition = ReadImport(*input);
  if (!definition) return AtFile(definition.refusal(), request.language);
  const auto fingerprint = text::HexEncode(crypto::Sha256(input->bytes)) + "\n" + input->name +
                           "\n" + input->title + "\n" + input->request_root + "\n" +
                           input->response_root + "\n" + input->agency_code + "\n" +
                           input->agency_name;
  const auto version =
      Once(services, request, "message_types.import", fingerprint,
           [&](db::Tx& tx) { return AddDraft(tx, *definition, DeedOf(tx, services, request)); });
  return Made(services, request, version);
}

Response DraftMessageType(const Services& services, const http::Request& request) {
  const auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  const auto from = in.Number("from_version", true);
  if (auto refusal = in.Finish()) return *refusal;
  const auto name = std::string(request.param("name"));
  if (*from < 1 || *from > 1000000) return Refusal::NotFound("message_types.version_not_found");
  const auto number = static_cast<int>(*from);
  const auto version =
      Once(services, request, "message_types.draft", name + " " + std::to_string(number),
           [&](db::Tx& tx) { return AddDraftOf(tx, name, number, DeedOf(tx, services, request)); });
  return Made(services, request, version);
}

Response UpdateMessageTypeVersion(const Services& services, const http::Request& request) {
  const auto body = request.Object();
  if (!body) return body.refusal();
  return Changed(services, request,
                 [&](db::Tx& tx, const Target& target) { return ChangeDraft(tx, target, *body); });
}

Response DeleteMessageTypeDraft(const Services& services, const http::Request& request) {
  const auto target = ChangedIn(request);
  if (!target) return target.refusal();
  const auto removed = services.db.Transact(db::Scope::System(),
                                            [&](db::Tx& tx) { return RemoveDraft(tx, *target); });
  if (!removed) return removed.refusal();
  return http::Response::NoContent();
}

Response PublishMessageType(const Services& services, const http::Request& request) {
  return Changed(services, request, [&](db::Tx& tx, const Target& target) {
    return Publish(tx, target, DeedOf(tx, services, request));
  });
}

Response WithdrawMessageType(const Services& services, const http::Request& request) {
  return Changed(services, request, [&](db::Tx& tx, const Target& target) {
    return Withdraw(tx, target, DeedOf(tx, services, request));
  });
}

}  // namespace okno::message_types
