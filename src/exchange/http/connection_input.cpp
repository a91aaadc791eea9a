// SPDX-License-Identifier: Apache-2.0
#include "http/connection_input.h"

#include <algorithm>

#include "exchange/smev3/dialect.h"
#include "logic/runtime.h"

namespace okno::exchange {

namespace {

constexpr std::size_t kPemLength = 100'000;

bool IsPlain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](unsigned char letter) { return letter > ' ' && letter < 0x7f; });
}

void CheckUrl(json::Reader& in, const std::string& url) {
  bool known = url.starts_with("http://") || url.starts_with("https://");
  if (!url.empty() && (!known || !IsPlain(url))) in.Fail("url", "exchange.url_malformed");
}

void CheckCertificates(json::Reader& in, const Connection& connection) {
  crypto::LoadGost();
  const auto& bus = connection.bus_certificate_pem;
  if (!bus.empty() && !crypto::Certificate::FromPem(bus))
    in.Fail("bus_certificate_pem", "certificate.malformed");
  if (!AreRoots(connection.trusted_roots_pem))
    in.Fail("trusted_roots_pem", "certificate.malformed");
}

// A whole number of the object at `key`; absent keeps what it was.
template <typename T>
void ReadNumber(json::Reader& in, std::string_view key, long long least, long long most, T& value) {
  auto number = in.Number(key);
  if (!number) return;
  if (*number < least || *number > most) {
    return in.Fail(key, "exchange.out_of_range",
                   std::to_string(least) + " … " + std::to_string(most));
  }
  value = T(*number);
}

std::optional<Refusal> ReadFtp(const Json& object, ConnectionInput& input) {
  json::Reader in(object, "/ftp");
  auto& ftp = input.settings.ftp;
  ftp.host = in.Text("host", {.max_length = 253});
  ReadNumber(in, "port", 1, 65535, ftp.port);
  ftp.user = in.Text("user", {.max_length = 100});
  input.ftp_password = in.Text("password", {.max_length = 200});
  ftp.directory = in.Text("directory", {.max_length = 200});
  bool plain_host = IsPlain(ftp.host) && ftp.host.find_first_of("/@:?#") == std::string::npos;
  if (!plain_host) in.Fail("host", "exchange.host_malformed");
  if (!IsPlain(ftp.directory)) in.Fail("directory", "exchange.host_malformed");
  while (ftp.directory.ends_with('/')) ftp.directory.pop_back();
  return in.Finish();
}

std::optional<Refusal> ReadLimits(const Json& object, Connection::Limits& limits) {
  json::Reader in(object, "/limits");
  ReadNumber(in, "max_in_flight", 1, 64, limits.max_in_flight);
  ReadNumber(in, "max_attempts", 1, 100, limits.max_attempts);
  ReadNumber(in, "delivery_hours", 1, 8760, limits.delivery_hours);
  ReadNumber(in, "poll_shortest_ms", 100, 3'600'000, limits.poll_shortest);
  ReadNumber(in, "poll_longest_ms", 100, 3'600'000, limits.poll_longest);
  ReadNumber(in, "inline_bytes", 0, 64LL * 1024 * 1024, limits.inline_bytes);
  ReadNumber(in, "file_bytes", 0, 2'147'483'647, limits.file_bytes);
  if (limits.poll_longest < limits.poll_shortest)
    in.Fail("poll_longest_ms", "exchange.out_of_range",
            std::to_string(limits.poll_shortest.count()));
  return in.Finish();
}

// The fields wrong in a part belong to the whole.
void Join(std::optional<Refusal> part, std::vector<FieldError>& fields) {
  if (!part) return;
  fields.insert(fields.end(), part->fields.begin(), part->fields.end());
}

}  // namespace

Result<ConnectionInput> ReadConnectionInput(const Json& body) {
  json::Reader in(body);
  ConnectionInput input;
  auto& settings = input.settings;
  settings.mnemonic = in.Text("mnemonic", {.required = true, .max_length = 50});
  settings.url = in.Text("url", {.required = true, .max_length = 500});
  settings.version = in.Text("version", {.required = true, .max_length = 10});
  settings.node_id = in.Text("node_id", {.max_length = 50});
  settings.bus_certificate_pem =
      in.Text("bus_certificate_pem", {.required = true, .max_length = kPemLength});
  settings.trusted_roots_pem = in.Text("trusted_roots_pem", {.max_length = kPemLength * 10});
  input.key_pem = in.Text("key_pem", {.max_length = kPemLength});
  input.certificate_pem = in.Text("certificate_pem", {.max_length = kPemLength});
  const auto* ftp = in.Object("ftp");
  const auto* limits = in.Object("limits");
  CheckUrl(in, settings.url);
  CheckCertificates(in, settings);
  if (!settings.version.empty() && smev3::FindDialect(settings.version) == nullptr)
    in.Fail("version", "exchange.version_unsupported", settings.version);
  if (input.key_pem.empty() != input.certificate_pem.empty())
    in.Fail("key_pem", "exchange.key_missing");
  std::vector<FieldError> fields;
  Join(in.Finish(), fields);
  if (ftp != nullptr) Join(ReadFtp(*ftp, input), fields);
  if (limits != nullptr) Join(ReadLimits(*limits, settings.limits), fields);
  if (!fields.empty()) return Refusal::Invalid("input.invalid", std::move(fields));
  return input;
}

}  // namespace okno::exchange
