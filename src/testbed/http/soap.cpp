// SPDX-License-Identifier: Apache-2.0
#include "http/soap.h"

#include <filesystem>

#include "logic/secret_files.h"

namespace okno::testbed {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBodyLimit = 16 * 1024 * 1024;
constexpr char kPath[] = "/smev/{version}/ws";

// "v1.2" -> "1.2"; "" for anything else.
std::string VersionOf(const http::Request& request) {
  auto segment = request.param("version");
  if (!segment.starts_with("v")) return {};
  std::string version(segment.substr(1));
  return smev3::FindDialect(version) != nullptr ? version : std::string();
}

Refusal NotFound() { return Refusal::NotFound("http.not_found"); }

Result<http::Response> Call(Broker& broker, const http::Request& request) {
  auto reply = broker.Handle(request.header("content-type"), request.body);
  auto response = http::Response::Bytes(std::move(reply.body), reply.content_type);
  response.status = reply.status;
  response.abandoned = reply.abandoned;
  return response;
}

void ReplaceAll(std::string& text, std::string_view what, const std::string& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

// A file of the version's folder by its name; nothing else can be named.
Result<http::Response> Schema(const std::string& folder, const std::string& name) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().filename() == name && name.ends_with(".xsd"))
      return http::Response::Bytes(ReadWhole(entry.path()), "text/xml; charset=utf-8");
  }
  return NotFound();
}

Result<http::Response> Describe(const std::string& schema_folder, const http::Request& request) {
  auto version = VersionOf(request);
  if (version.empty()) return NotFound();
  auto folder = schema_folder + "/" + version;
  if (request.query.contains("xsd")) return Schema(folder, std::string(request.query_value("xsd")));
  auto path = folder + "/message-exchange.wsdl";
  if (!request.query.contains("wsdl") || !fs::exists(path)) return NotFound();
  auto wsdl = ReadWhole(path);
  ReplaceAll(wsdl, "{address}",
             "http://" + EscapeXml(request.header("host")) + EscapeXml(request.path));
  return http::Response::Bytes(std::move(wsdl), "text/xml; charset=utf-8");
}

}  // namespace

std::vector<http::Route> SoapRoutes(std::function<Broker*(std::string_view version)> find,
                                    std::string schema_folder) {
  using enum http::Access;
  return {
      {.method = "POST",
       .pattern = kPath,
       .access = kAnonymous,
       .body = http::Body::kXml,
       .body_limit = kBodyLimit,
       .handler = [find](const http::Request& request) -> Result<http::Response> {
         auto* broker = find(VersionOf(request));
         if (broker == nullptr) return NotFound();
         return Call(*broker, request);
       }},
      {.method = "GET",
       .pattern = kPath,
       .access = kAnonymous,
       .handler = [schema_folder](
                      const http::Request& request) { return Describe(schema_folder, request); }},
      {.method = "GET",
       .pattern = "/smev/{version}/{schema}",
       .access = kAnonymous,
       .handler = [schema_folder](const http::Request& request) -> Result<http::Response> {
         auto version = VersionOf(request);
         if (version.empty()) return NotFound();
         return Schema(schema_folder + "/" + version, std::string(request.param("schema")));
       }}};
}

}  // namespace okno::testbed
