// SPDX-License-Identifier: Apache-2.0
#include "content_files/archive.h"
#include "logic/versions.h"

namespace okno::message_types {
namespace {

void Put(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}
void Put(Json& json, const char* key, const std::optional<Instant>& at) {
  if (at) json[key] = FormatInstant(*at);
}

Json RootsOf(const xsd::Schema& schema) {
  auto roots = Json::array();
  for (const auto& root : schema.roots()) {
    if (root.referenced || root.namespace_uri.empty()) continue;
    roots.push_back(
        {{"namespace", root.namespace_uri}, {"name", root.name}, {"title", root.title}});
  }
  return roots;
}

void AddNotes(const xsd::Form& form, const char* side, Json& notes) {
  for (const auto& note : form.notes()) {
    notes.push_back(
        {{"side", side}, {"path", note.path}, {"code", note.code}, {"text", note.detail}});
  }
}

Json ErrorsOf(const Refusal& refusal) {
  auto errors = Json::array();
  for (const auto& field : refusal.fields) {
    errors.push_back({{"pointer", field.pointer}, {"code", field.code}, {"detail", field.detail}});
  }
  if (errors.empty())
    errors.push_back({{"pointer", ""}, {"code", refusal.code}, {"detail", refusal.detail}});
  return errors;
}

Json ToJson(const TableLine& line) {
  return {{"depth", line.depth},
          {"path", line.path},
          {"label", line.label},
          {"value", line.value},
          {"heading", line.heading}};
}

}  // namespace

Json SummaryOf(const Version& version) {
  const auto& d = version.definition.description;
  Json json{{"name", d.name},
            {"version", d.version},
            {"state", version.state},
            {"namespace", d.namespace_uri},
            {"request_root", d.request_root},
            {"response_root", d.response_root},
            {"title", d.title},
            {"agency", {{"code", d.agency.code}, {"name", d.agency.name}}},
            {"kind", d.kind},
            {"services", d.services},
            {"documents", d.documents},
            {"personal_signature", d.personal_signature},
            {"shipped", version.shipped},
            {"created_at", FormatInstant(version.created_at)}};
  Put(json, "title_en", d.title_en);
  Put(json["agency"], "name_en", d.agency.name_en);
  Put(json, "description", d.description);
  Put(json, "description_en", d.description_en);
  Put(json, "routing_element", d.routing_element);
  Put(json, "source", d.source);
  Put(json, "created_by", version.created_by);
  Put(json, "published_at", version.published_at);
  Put(json, "published_by", version.published_by);
  Put(json, "withdrawn_at", version.withdrawn_at);
  Put(json, "withdrawn_by", version.withdrawn_by);
  return json;
}

Json DetailsOf(const Version& version) {
  auto json = SummaryOf(version);
  const auto& definition = version.definition;
  json["request"] = definition.request;
  json["response"] = definition.response;
  json["files"] = Json::array();
  for (const auto& [name, text] : definition.files) {
    json["files"].push_back({{"name", name}, {"size", text.size()}});
  }
  json["notes"] = Json::array();
  json["roots"] = Json::array();
  if (const auto compiled = CompiledType::Make(definition)) {
    const auto& type = **compiled;
    json["roots"] = RootsOf(type.schema());
    json["request_form"] = type.request_form();
    json["response_form"] = type.response_form();
    AddNotes(type.request().form, "request", json["notes"]);
    AddNotes(type.response().form, "response", json["notes"]);
  } else if (const auto schema = xsd::Schema::Load(definition.files)) {
    json["roots"] = RootsOf(*schema);
  }
  return json;
}

Result<Json> PreviewOf(const Version& version, Side side, const Json& given, Instant now) {
  const auto compiled = CompiledType::Make(version.definition);
  if (!compiled) return compiled.refusal();
  const auto& type = **compiled;
  const bool request = side == Side::kRequest;
  const auto data = !given.is_null() ? given
                    : request        ? type.SampleRequest()
                                     : type.SampleResponse();
  Json preview{{"data", data}, {"table", Json::array()}, {"errors", Json::array()}};
  const Context context{.now = now};
  const auto xml = request ? type.BuildRequest(data, context) : type.BuildResponse(data, context);
  if (!xml) {
    preview["errors"] = ErrorsOf(xml.refusal());
    return preview;
  }
  preview["xml"] = *xml;
  const auto answer = request ? type.ReadRequest(*xml) : type.ReadResponse(*xml);
  if (!answer) return answer.refusal();
  for (const auto& line : answer->table) preview["table"].push_back(ToJson(line));
  Put(preview, "headline", answer->headline);
  return preview;
}

std::string ArchiveOf(const Version& version) {
  auto files = version.definition.files;
  files["message-type.yaml"] = WritePage(version.definition);
  return WriteArchive(files);
}

}  // namespace okno::message_types
