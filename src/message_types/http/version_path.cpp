// SPDX-License-Identifier: Apache-2.0
#include "http/version_path.h"

#include <charconv>

#include "access/directory.h"

namespace okno::message_types {

Result<Target> TargetOf(const http::Request& request) {
  const auto text = request.param("version");
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || number < 1) {
    return Refusal::NotFound("message_types.version_not_found");
  }
  return Target{std::string(request.param("name")), number, std::nullopt};
}

Result<Version> VersionOf(const Services& services, const http::Request& request) {
  const auto target = TargetOf(request);
  if (!target) return target.refusal();
  auto version = services.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return FindVersion(tx, target->name, target->version);
  });
  const bool hidden = version && version->state == "draft" && !access::Of(request).May(kManage);
  if (!version || hidden) return Refusal::NotFound("message_types.version_not_found");
  return *std::move(version);
}

Deed DeedOf(db::Tx& tx, const Services& services, const http::Request& request) {
  const auto& principal = access::Of(request);
  auto actor = principal.display_name;
  if (const auto organization = access::FindOrganization(tx, principal.organization_id)) {
    actor += ", " + organization->short_name;
  }
  return {services.clock.Now(), std::move(actor)};
}

http::Response Shown(const Services& services, const http::Request& request, const Version& version,
                     int status) {
  auto json = DetailsOf(version);
  for (auto& note : json["notes"]) {
    note["text"] = services.texts.Text(note["code"].get<std::string>(), request.language,
                                       note["text"].get<std::string>());
  }
  return http::Response::Of(json, status).WithETag(version.revision);
}

}  // namespace okno::message_types
