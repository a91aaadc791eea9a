// SPDX-License-Identifier: Apache-2.0
#include "http/control.h"

#include <map>

#include "storage/registry_store.h"

namespace okno::testbed {

namespace {

constexpr std::size_t kControlBodyLimit = 4 * 1024 * 1024;

bool IsLocal(const http::Request& request) {
  auto host = request.header("host");
  auto name = host.substr(0, host.rfind(':'));
  bool named = name == "127.0.0.1" || name == "localhost" || host == "[::1]" || name == "[::1]";
  return named && (request.remote_address.starts_with("127.") || request.remote_address == "::1" ||
                   request.remote_address.starts_with("::ffff:127."));
}

const std::map<std::string, AnswerForm> kForms{{"inline", AnswerForm::kInline},
                                               {"attachments", AnswerForm::kWithAttachments},
                                               {"multipart", AnswerForm::kMultipart}};

std::string FormWord(AnswerForm form) {
  for (const auto& [word, value] : kForms) {
    if (value == form) return word;
  }
  return {};
}

Json ToJson(const Settings& settings) {
  return {{"visibility_seconds", settings.visibility.count()},
          {"id_life_seconds", settings.id_life.count()},
          {"file_life_seconds", settings.file_life.count()},
          {"mtom_limit", settings.mtom_limit},
          {"ftp_limit", settings.ftp_limit},
          {"structured_limit", settings.structured_limit},
          {"checked_at_once", settings.checked_at_once},
          {"queue_limit", settings.queue_limit},
          {"answers", FormWord(settings.answers)},
          {"require_header", settings.require_header == Switch::kOn},
          {"check_content", settings.check_content == Switch::kOn},
          {"check_transaction_codes", settings.check_transaction_codes == Switch::kOn},
          {"anti_flood", settings.anti_flood == Switch::kOn}};
}

void ReadSeconds(json::Reader& in, std::string_view key, std::chrono::seconds& value) {
  auto number = in.Number(key);
  if (!number) return;
  if (*number < 0) in.Fail(key, "field.invalid");
  value = std::chrono::seconds(*number);
}

void ReadBytes(json::Reader& in, std::string_view key, std::uint64_t& value) {
  auto number = in.Number(key);
  if (!number) return;
  if (*number < 0) in.Fail(key, "field.invalid");
  value = static_cast<std::uint64_t>(*number);
}

void ReadSwitch(json::Reader& in, std::string_view key, Switch& value) {
  if (auto flag = in.Flag(key)) value = *flag ? Switch::kOn : Switch::kOff;
}

Result<http::Response> PatchSettings(const ControlServices& control, const http::Request& request) {
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  auto settings = control.services.settings.Get();
  ReadSeconds(in, "visibility_seconds", settings.visibility);
  ReadSeconds(in, "id_life_seconds", settings.id_life);
  ReadSeconds(in, "file_life_seconds", settings.file_life);
  ReadBytes(in, "mtom_limit", settings.mtom_limit);
  ReadBytes(in, "ftp_limit", settings.ftp_limit);
  ReadBytes(in, "structured_limit", settings.structured_limit);
  ReadBytes(in, "checked_at_once", settings.checked_at_once);
  ReadBytes(in, "queue_limit", settings.queue_limit);
  ReadSwitch(in, "require_header", settings.require_header);
  ReadSwitch(in, "check_content", settings.check_content);
  ReadSwitch(in, "check_transaction_codes", settings.check_transaction_codes);
  ReadSwitch(in, "anti_flood", settings.anti_flood);
  auto form = in.Text("answers");
  if (!form.empty() && !kForms.contains(form)) in.Fail("answers", "field.invalid");
  if (auto refusal = in.Finish()) return *refusal;
  if (!form.empty()) settings.answers = kForms.at(form);
  control.services.settings.Set(settings);
  return http::Response::Of(ToJson(settings));
}

Result<http::Response> GetSettings(const ControlServices& control, const http::Request&) {
  return http::Response::Of(ToJson(control.services.settings.Get()));
}

Json ToJson(const FailureOrder& order) {
  return {
      {"mode", order.mode},   {"participant", order.participant}, {"operation", order.operation},
      {"fault", order.fault}, {"delay_ms", order.delay.count()},  {"times", order.times}};
}

Result<http::Response> PostFailure(const ControlServices& control, const http::Request& request) {
  auto body = request.Object();
  if (!body) return body.refusal();
  json::Reader in(*body);
  FailureOrder order{in.Text("mode", {.required = true})};
  order.participant = in.Text("participant");
  order.operation = in.Text("operation");
  order.fault = in.Text("fault");
  constexpr long long kLongestDelay = 10 * 60 * 1000;
  auto delay = in.Number("delay_ms").value_or(0);
  order.times = static_cast<int>(in.Number("times").value_or(-1));
  order.delay = std::chrono::milliseconds(delay);
  bool ends = order.mode == "none";
  if (!ends && !Failures::IsKnown(order.mode)) in.Fail("mode", "field.invalid");
  if (delay < 0 || delay > kLongestDelay) in.Fail("delay_ms", "field.invalid");
  if (order.mode == "fault" && order.fault.empty()) in.Fail("fault", "field.required");
  if (auto refusal = in.Finish()) return *refusal;
  if (ends)
    control.services.failures.Clear();
  else
    control.services.failures.Add(std::move(order));
  return http::Response::NoContent();
}

Result<http::Response> GetFailures(const ControlServices& control, const http::Request&) {
  Json items = Json::array();
  for (const auto& order : control.services.failures.List()) items.push_back(ToJson(order));
  return http::Response::Of({{"items", std::move(items)}});
}

Result<http::Response> DeleteFailures(const ControlServices& control, const http::Request&) {
  control.services.failures.Clear();
  return http::Response::NoContent();
}

Result<http::Response> GetCertificate(const ControlServices& control, const http::Request&) {
  return http::Response::Bytes(control.services.signer.certificate().pem(),
                               "application/x-pem-file");
}

Result<http::Response> PostRound(const ControlServices& control, const http::Request&) {
  control.background.RunNow();
  return http::Response::NoContent();
}

}  // namespace

http::Route Local(const ControlServices& control, std::string method, std::string path,
                  ControlHandler handler) {
  bool reads = method == "GET" || method == "DELETE";
  return {.method = std::move(method),
          .pattern = "/control/" + std::move(path),
          .access = http::Access::kAnonymous,
          .body = reads ? http::Body::kNone : http::Body::kJson,
          .body_limit = kControlBodyLimit,
          .handler = [control, handler = std::move(handler)](
                         const http::Request& request) -> Result<http::Response> {
            if (!IsLocal(request)) return Refusal::Forbidden("testbed.not_local");
            return handler(control, request);
          }};
}

void ReloadRegistry(const Services& services) {
  services.registry.Set(services.db.Transact(db::Scope::System(),
                                             [](db::Tx& tx) { return storage::LoadRegistry(tx); }));
}

std::vector<http::Route> ControlRoutes(const ControlServices& control) {
  return {Local(control, "GET", "settings", GetSettings),
          Local(control, "PATCH", "settings", PatchSettings),
          Local(control, "GET", "failures", GetFailures),
          Local(control, "POST", "failures", PostFailure),
          Local(control, "DELETE", "failures", DeleteFailures),
          Local(control, "GET", "certificate", GetCertificate),
          Local(control, "POST", "rounds", PostRound)};
}

}  // namespace okno::testbed
