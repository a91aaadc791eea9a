// SPDX-License-Identifier: Apache-2.0
#include "http/disposition.h"
#include "http/handlers.h"
#include "http/package_json.h"

namespace okno::packages {
namespace {

constexpr std::size_t kLongestName = 200;

Result<http::Response> Answer(const Services& services, const http::Request& request,
                              const Result<RunSheet>& sheet) {
  if (!sheet) return Worded(services, request, sheet.refusal());
  return RunAnswer(services, *sheet);
}

template <typename UseCase>
Result<http::Response> RunStep(const Services& services, const http::Request& request,
                               UseCase use_case) {
  const auto target = http::TargetOf<RunId>(request, kNoRun);
  if (!target) return target.refusal();
  return Answer(services, request,
                use_case(services, access::Of(request), target->id, target->version));
}

// Who goes; nothing when that is left to the use case.
Result<std::optional<std::string>> ReadCourier(const Json& body) {
  json::Reader in(body);
  std::optional<std::string> courier = in.Text("courier", {.max_length = kLongestName});
  if (courier->empty()) courier.reset();
  if (auto refusal = in.Finish()) return *refusal;
  return courier;
}

Result<RunInput> ReadRun(const Json& body) {
  json::Reader in(body);
  RunInput input{.courier = in.Text("courier", {.max_length = kLongestName})};
  if (in.Any("courier") == nullptr) in.Fail("courier", "field.required");
  if (in.Array("package_ids", true) != nullptr) {
    for (const auto& text : in.Texts("package_ids", kMostPackages)) {
      const auto id = PackageId::Parse(text);
      if (!id) in.Fail("package_ids", "field.type");
      if (id) input.package_ids.push_back(*id);
    }
  }
  if (auto refusal = in.Finish()) return *refusal;
  return input;
}

}  // namespace

Result<http::Response> ListCourierRuns(const Services& services, const http::Request& request) {
  const auto page = ListRuns(services, access::Of(request),
                             {.open = request.query_value("open") == "true",
                              .before = RunId::Parse(request.query_value("cursor")),
                              .limit = http::PageLimit(request)});
  Json items = Json::array();
  for (const auto& run : page.runs) items.push_back(RunLineJson(run));
  Json json = {{"items", std::move(items)}};
  if (!page.next_cursor.empty()) json["next_cursor"] = page.next_cursor;
  return http::Response::Of(json);
}

Result<http::Response> PostCourierRun(const Services& services, const http::Request& request) {
  const auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  const auto courier = request.ObjectAs(ReadCourier);
  if (!courier) return courier.refusal();
  const auto sheet = CreateRun(services, access::Of(request), *courier, *key);
  if (!sheet) return sheet.refusal();
  auto response = RunAnswer(services, *sheet, 201);
  response.With("Location", "/api/v1/courier-runs/" + sheet->run.id.ToString());
  response.keyed = true;
  return response;
}

Result<http::Response> GetCourierRun(const Services& services, const http::Request& request) {
  const auto id = request.IdParam<RunId>("id", kNoRun);
  if (!id) return id.refusal();
  return Answer(services, request, GetRun(services, access::Of(request), *id));
}

Result<http::Response> PutCourierRun(const Services& services, const http::Request& request) {
  const auto change = http::ChangeOf<RunId>(request, kNoRun, ReadRun);
  if (!change) return change.refusal();
  return Answer(services, request,
                PutRun(services, access::Of(request), change->id, change->version, change->input));
}

Result<http::Response> PostDispatch(const Services& services, const http::Request& request) {
  return RunStep(services, request, Dispatch);
}

Result<http::Response> PostCancellation(const Services& services, const http::Request& request) {
  return RunStep(services, request, CancelRun);
}

Result<http::Response> GetRouteSheet(const Services& services, const http::Request& request) {
  const auto id = request.IdParam<RunId>("id", kNoRun);
  if (!id) return id.refusal();
  auto paper = PrintRouteSheet(services, access::Of(request), *id);
  if (!paper) return paper.refusal();
  auto response = http::Response::Bytes(std::move(paper->pdf), "application/pdf");
  response.With("Content-Disposition", http::Disposition("inline", paper->name));
  return response;
}

}  // namespace okno::packages
