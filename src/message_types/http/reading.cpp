// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "http/version_path.h"
#include "text/strings.h"

namespace okno::message_types {
namespace {

// The newest of every name that this person may see and asked for.
std::vector<Version> NewestOf(std::vector<Version> versions, bool drafts, std::string_view state) {
  std::map<std::string, Version> newest;
  for (auto& version : versions) {
    if (version.state == "draft" && !drafts) continue;
    if (!state.empty() && version.state != state) continue;
    newest.insert_or_assign(version.definition.description.name, std::move(version));
  }
  std::vector<Version> found;
  for (auto& [name, version] : newest) found.push_back(std::move(version));
  return found;
}

Side SideOf(std::string_view side) { return side == "response" ? Side::kResponse : Side::kRequest; }

Response ShowPreview(const Services& services, const http::Request& request, Side side,
                     const Json& data) {
  const auto version = VersionOf(services, request);
  if (!version) return version.refusal();
  auto preview = PreviewOf(*version, side, data, services.clock.Now());
  if (!preview) return preview.refusal();
  for (auto& error : (*preview)["errors"]) {
    error["title"] = services.texts.Text(error["code"].get<std::string>(), request.language,
                                         error["detail"].get<std::string>());
  }
  return http::Response::Of(*preview);
}

}  // namespace

Response ListMessageTypes(const Services& services, const http::Request& request) {
  auto all = services.db.Transact(db::Scope::System(), [](db::Tx& tx) { return ListVersions(tx); });
  auto found =
      NewestOf(std::move(all), access::Of(request).May(kManage), request.query_value("state"));
  const auto kind = request.query_value("kind");
  std::erase_if(found, [&](const Version& version) {
    const auto& d = version.definition.description;
    return (!kind.empty() && d.kind != kind) || !HasWords(d, request.query_value("q"));
  });
  std::ranges::sort(found, {}, [](const Version& v) {
    return text::FoldForSearch(v.definition.description.title);
  });
  if (const auto service = request.query_value("service"); !service.empty()) {
    std::ranges::stable_partition(found, [&](const Version& version) {
      return IsSuggestedFor(version.definition.description, service);
    });
  }
  if (const auto document = request.query_value("document"); !document.empty()) {
    std::ranges::stable_partition(found, [&](const Version& version) {
      return Brings(version.definition.description, document);
    });
  }
  auto items = Json::array();
  for (const auto& version : found) items.push_back(SummaryOf(version));
  return http::Response::Of({{"items", items}});
}

Response GetMessageType(const Services& services, const http::Request& request) {
  const auto name = std::string(request.param("name"));
  const bool drafts = access::Of(request).May(kManage);
  auto versions = Json::array();
  const auto all =
      services.db.Transact(db::Scope::System(), [](db::Tx& tx) { return ListVersions(tx); });
  for (auto version = all.rbegin(); version != all.rend(); ++version) {
    const bool shown = version->state != "draft" || drafts;
    if (shown && version->definition.description.name == name)
      versions.push_back(SummaryOf(*version));
  }
  if (versions.empty()) return Refusal::NotFound("message_types.not_found");
  return http::Response::Of({{"name", name}, {"versions", versions}});
}

Response GetMessageTypeVersion(const Services& services, const http::Request& request) {
  const auto version = VersionOf(services, request);
  if (!version) return version.refusal();
  return Shown(services, request, *version);
}

Response GetMessageTypeSample(const Services& services, const http::Request& request) {
  return ShowPreview(services, request, SideOf(request.query_value("side")), Json());
}

Response PreviewMessageType(const Services& services, const http::Request& request) {
  const auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  const auto side = in.Text("side");
  const auto* data = in.Object("data", true);
  if (!side.empty() && side != "request" && side != "response") in.Fail("side", "field.enum");
  if (auto refusal = in.Finish()) return *refusal;
  return ShowPreview(services, request, SideOf(side), *data);
}

Response GetMessageTypeSchema(const Services& services, const http::Request& request) {
  const auto version = VersionOf(services, request);
  if (!version) return version.refusal();
  const auto file = version->definition.files.find(std::string(request.param("file")));
  if (file == version->definition.files.end())
    return Refusal::NotFound("message_types.file_not_found");
  return http::Response::Bytes(file->second, "text/xml; charset=utf-8")
      .With("X-Content-Type-Options", "nosniff");
}

Response ExportMessageType(const Services& services, const http::Request& request) {
  const auto version = VersionOf(services, request);
  if (!version) return version.refusal();
  const auto& d = version->definition.description;
  return http::Response::Bytes(ArchiveOf(*version), "application/zip")
      .With("Content-Disposition",
            "attachment; filename=\"" + d.name + "-" + std::to_string(d.version) + ".zip\"");
}

}  // namespace okno::message_types
