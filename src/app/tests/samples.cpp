// SPDX-License-Identifier: Apache-2.0
#include "samples.h"

#include "access/testing.h"
#include "crypto/gost.h"

namespace okno::app::testing {
namespace {

using access::testing::kPassword;

constexpr char kSchema[] =
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:matrix'>"
    "<xs:element name='MatrixRequest' type='xs:string'/></xs:schema>";
constexpr char kNobodysId[] = "01930000-0000-7000-8000-000000000000";

const Json& Card() {
  static const Json card{{"kind", "person"},     {"last_name", "Кротова"},
                         {"first_name", "Вера"}, {"birth_date", "1980-05-17"},
                         {"sex", "female"},      {"citizenship", "RUS"}};
  return card;
}

// A connection to a bus that is not there, with a key of its own.
const Json& Connection() {
  static const Json connection = [] {
    crypto::LoadGost();
    const auto now = SystemClock().Now();
    const auto keys = crypto::MakeRoot({.common_name = "Матрица",
                                        .not_before = now - std::chrono::hours(1),
                                        .not_after = now + std::chrono::hours(24)});
    return Json{{"mnemonic", "MATRIX"},
                {"url", "http://127.0.0.1:9/ws"},
                {"version", "1.2"},
                {"key_pem", keys.key_pem},
                {"certificate_pem", keys.certificate_pem},
                {"bus_certificate_pem", keys.certificate_pem}};
  }();
  return connection;
}

}  // namespace

std::string NameOf(const http::Route& route) { return route.method + " " + route.pattern; }

const std::map<std::string, Sample>& Samples() {
  // Sessions and secrets: well formed, and wrong where they would change what others sign in with.
  static const Sample kVersion{.params = {{"name", "matrix"}, {"version", "1"}}};
  static const std::map<std::string, Sample> samples{
      {"POST /api/v1/session", {.body = {{"login", "nobody"}, {"password", "not a password"}}}},
      {"PUT /api/v1/session/password",
       {.body = {{"current", "not the password"}, {"new", "maple tree avenue"}}}},
      {"PUT /api/v1/session/second-factor", {.body = {{"code", "000000"}}}},
      {"DELETE /api/v1/session/second-factor", {.body = {{"password", "not the password"}}}},
      {"POST /api/v1/session/second-factor", {.body = {{"password", kPassword}}}},
      {"PUT /api/v1/session/signing-key",
       {.body = {{"file", "bm9uZQ=="}, {"password", "none"}, {"account_password", kPassword}}}},
      {"DELETE /api/v1/session/signing-key", {.body = {{"account_password", kPassword}}}},
      {"POST /api/v1/applicants", {.body = Card()}},
      {"PUT /api/v1/applicants/{id}", {.body = Card()}},
      {"POST /api/v1/applicants/{id}/files", {.fields = {{"item", "passport"}}, .file = true}},
      {"POST /api/v1/applications",
       {.body = {{"applicant_id", kNobodysId}, {"service_code", "large-family-certificate"}}}},
      {"PUT /api/v1/applications/{id}/draft", {.body = {{"consent", true}}}},
      {"POST /api/v1/inquiries/{id}/soap", {.body = {{"password", "not the password"}}}},
      {"POST /api/v1/applications/{id}/documents",
       {.fields = {{"item", "passport"}}, .file = true}},
      {"POST /api/v1/applications/{id}/rework", {.body = {{"reason", "Нет подписи"}}}},
      {"POST /api/v1/applications/{id}/consultation", {.body = {{"note", "Спросил о сроках"}}}},
      {"POST /api/v1/applications/{id}/intake-refusal",
       {.body = {{"ground", "damaged_documents"}, {"reason", "Не читается"}}}},
      {"POST /api/v1/applications/{id}/withdrawal", {.body = {{"reason", "Передумал"}}}},
      {"POST /api/v1/applications/{id}/assignment", {}},
      {"PUT /api/v1/applications/{id}/recipient", {.body = {{"representative", false}}}},
      {"POST /api/v1/applications/{id}/issue", {.body = {{"documents", Json::array()}}}},
      {"GET /api/v1/applications/{id}/print/{form}", {.params = {{"form", "receipt"}}}},
      {"POST /api/v1/packages", {.body = {{"direction", "from_agency"}, {"agency_code", "mvd"}}}},
      {"POST /api/v1/packages/{id}/cases", {.body = {{"number", "0101-26-999999"}}}},
      {"PUT /api/v1/packages/{id}/cases/{application_id}", {.body = {{"kind", "granted"}}}},
      {"POST /api/v1/packages/{id}/delivery", {.body = {{"received_on", "2026-11-23"}}}},
      {"PUT /api/v1/packages/{id}/delivery", {.body = {{"received_on", "2026-11-23"}}}},
      {"POST /api/v1/packages/{id}/return", {.body = {{"reason", "Пожар"}}}},
      {"POST /api/v1/courier-runs", {.body = {{"courier", "Смирнов И. И."}}}},
      {"PUT /api/v1/courier-runs/{id}",
       {.body = {{"courier", "Смирнов И. И."}, {"package_ids", Json::array()}}}},
      {"POST /api/v1/calls/{id}/attempts", {.body = {{"outcome", "no_answer"}}}},
      {"POST /api/v1/registrations/{id}/acceptance", {}},
      {"POST /api/v1/registrations/{id}/routing", {.body = {{"unit_id", kNobodysId}}}},
      {"POST /api/v1/registrations/{id}/decision",
       {.fields = {{"outcome", "positive"}, {"text", "Выплата назначена"}}, .file = true}},
      {"POST /api/v1/registrations/{id}/file-checks", {.file = true}},
      {"POST /api/v1/smev-messages/{id}/resolutions",
       {.body = {{"action", "give_up"}, {"reason", "Заявитель передумал"}}}},
      {"POST /api/v1/smev-connections", {.body = Connection()}},
      {"PUT /api/v1/smev-connections/{id}", {.body = Connection()}},
      {"POST /api/v1/message-types",
       {.fields = {{"name", "matrix"}}, .file = true, .file_text = kSchema}},
      {"POST /api/v1/inquiries", {.body = {{"type", "snils-by-data"}}}},
      {"PUT /api/v1/inquiries/{id}/form", {.body = {{"form", Json::object()}}}},
      {"PUT /api/v1/inquiries/{id}/applicant", {.body = {{"applicant_id", kNobodysId}}}},
      {"POST /api/v1/inquiries/{id}/sending", {.body = {{"password", "not the password"}}}},
      {"POST /api/v1/inquiries/{id}/cancellation", {.body = {{"reason", "Не нужно"}}}},
      {"POST /api/v1/inquiries/{id}/card-changes",
       {.body = {{"applicant_version", 1}, {"paths", {"applicant.snils"}}}}},
      {"POST /api/v1/person-inquiries", {.body = {{"person", Card()}}}},
      {"GET /api/v1/message-types/{name}", {.params = {{"name", "matrix"}}}},
      {"POST /api/v1/message-types/{name}/versions",
       {.body = {{"from_version", 1}}, .params = {{"name", "matrix"}}}},
      {"GET /api/v1/message-types/{name}/versions/{version}", kVersion},
      {"PATCH /api/v1/message-types/{name}/versions/{version}",
       {.body = {{"title", "Матрица"}}, .params = kVersion.params}},
      {"DELETE /api/v1/message-types/{name}/versions/{version}", kVersion},
      {"PUT /api/v1/message-types/{name}/versions/{version}/publication", kVersion},
      {"DELETE /api/v1/message-types/{name}/versions/{version}/publication", kVersion},
      {"GET /api/v1/message-types/{name}/versions/{version}/sample", kVersion},
      {"POST /api/v1/message-types/{name}/versions/{version}/preview",
       {.body = {{"data", Json::object()}}, .params = kVersion.params}},
      {"GET /api/v1/message-types/{name}/versions/{version}/schemas/{file}",
       {.params = {{"name", "matrix"}, {"version", "1"}, {"file", "matrix.xsd"}}}},
      {"GET /api/v1/message-types/{name}/versions/{version}/archive", kVersion},
  };
  return samples;
}

const std::set<std::string>& OfNobody() {
  static const std::set<std::string> patterns{
      "/api/v1/services/{code}",         // the catalogue
      "/api/v1/reference-books/{code}",  // lists of countries, regions, kinds of documents
      "/api/v1/message-types/{name}",    // what agencies understand, of the installation
  };
  return patterns;
}

}  // namespace okno::app::testing
