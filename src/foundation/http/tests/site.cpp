// SPDX-License-Identifier: Apache-2.0
#include "site.h"

#include <fstream>
#include <iterator>

#include "db/pool.h"
#include "http/outside.h"
#include "http/texts.h"
#include "log/log.h"
#include "text/foundation_messages.h"

namespace okno::http::testing {
namespace {

std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Result<Response> DescribeParts(const Request& request) {
  Json list = Json::array();
  for (const auto& part : request.parts)
    list.push_back({{"name", part.name},
                    {"filename", part.filename},
                    {"type", part.content_type},
                    {"size", part.size},
                    {"value", part.value},
                    {"content", part.path.empty() ? "" : ReadFile(part.path)}});
  return Response::Of(list);
}

}  // namespace

void Gate::Pass() {
  std::unique_lock lock(mutex_);
  ++arrived_;
  changed_.notify_all();
  changed_.wait(lock, [this] { return open_; });
}

void Gate::AwaitArrivals(int count) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return arrived_ >= count; });
}

void Gate::Open() {
  std::lock_guard lock(mutex_);
  open_ = true;
  changed_.notify_all();
}

Folder::Folder() {
  auto pattern = (std::filesystem::temp_directory_path() / "okno-http-test-XXXXXX").string();
  path_ = ::mkdtemp(pattern.data());
}

Folder::~Folder() { std::filesystem::remove_all(path_); }

void Folder::Write(const std::string& name, const std::string& content) const {
  std::filesystem::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name, std::ios::binary) << content;
}

int Folder::Files() const {
  return static_cast<int>(std::distance(std::filesystem::directory_iterator(path_), {}));
}

Site::Site() {
  log::SetLevel(log::Level::kError);
  options.port = 0;
  options.workers = 2;
  options.slow_workers = 1;
  options.temp_folder = temp.path();
  texts.Add(text::FoundationMessages());
  texts.Add(Messages());
  AddRoutes();
}

Site::~Site() { gate.Open(); }

Site& Site::Start() {
  server = std::make_unique<Server>(
      options, router, hub, metrics, texts,
      [this](Request& request, const Route& route) { return Judge(request, route); },
      [this](const Request&, const Route& route, const Response& response) {
        if (observer_fails) throw db::Error("", "", "the trail is gone");
        std::lock_guard lock(mutex);
        observed.push_back(route.audit + " " + std::to_string(response.status));
      });
  server->Start();
  return *this;
}

Outcome Site::Judge(Request& request, const Route&) {
  if (request.cookies.contains("session")) return Done();
  return Refusal{RefusalKind::kUnauthorized, "http.not_found", {}, {}};
}

void Site::AddRoutes() {
  auto echo = [this](const Request& request) -> Result<Response> {
    std::lock_guard lock(mutex);
    handled.push_back(request.method);
    return Response::Bytes(request.body, "text/plain");
  };
  router.Add({
      {"GET", "/api/v1/things/{id}", Access::kAnonymous, "", "", Body::kNone, 0,
       [](const Request& r) -> Result<Response> {
         return Response::Of(
             {{"id", r.param("id")}, {"q", r.query_value("q")}, {"peer", r.remote_address}});
       }},
      {"POST", "/api/v1/echo", Access::kAnonymous, "", "", Body::kJson, 100000, echo},
      {"POST", "/api/v1/guarded", Access::kSignedIn, "", "thing.seen", Body::kJson, 1000000, echo},
      {"POST", "/api/v1/form", Access::kAnonymous, "", "", Body::kForm, 1000, DescribeParts},
      {"POST", "/api/v1/uploads", Access::kRight, "files.add", "", Body::kMultipart, 4000000,
       DescribeParts},
      {"GET", "/api/v1/gate", Access::kAnonymous, "", "", Body::kNone, 0,
       [this](const Request&) -> Result<Response> {
         gate.Pass();
         return Response::Of({{"passed", true}});
       }},
      {.method = "GET",
       .pattern = "/api/v1/slow-gate",
       .access = Access::kAnonymous,
       .handler = [this](const Request&) -> Result<Response> {
         gate.Pass();
         return Response::NoContent();
       },
       .slow = true},
      {.method = "GET",
       .pattern = "/api/v1/outside-gate",
       .access = Access::kAnonymous,
       .handler = WaitsForOutside([this](const Request&) -> Result<Response> {
         gate.Pass();
         return Response::NoContent();
       })},
      {"GET", "/api/v1/events", Access::kAnonymous, "", "", Body::kNone, 0,
       [](const Request&) -> Result<Response> {
         return Response::EventStream(
             std::make_shared<Subscription>(std::vector<std::string>{"desk"}));
       }},
      {"GET", "/api/v1/bytes/{count}", Access::kAnonymous, "", "", Body::kNone, 0,
       [](const Request& r) -> Result<Response> {
         return Response::JsonText(
             "\"" + std::string(std::stoul(std::string(r.param("count"))), 'x') + "\"");
       }},
      {"GET", "/api/v1/file", Access::kAnonymous, "", "", Body::kNone, 0,
       [this](const Request&) -> Result<Response> {
         return Response::Attachment(temp.path() + "/receipt", "application/pdf", "Расписка.pdf");
       }},
      {"GET", "/api/v1/broken-line", Access::kAnonymous, "", "", Body::kNone, 0,
       [](const Request&) -> Result<Response> {
         Response response;
         response.abandoned = true;
         return response;
       }},
      {"GET", "/api/v1/bug", Access::kAnonymous, "", "", Body::kNone, 0,
       [](const Request&) -> Result<Response> { throw std::runtime_error("secret detail"); }},
      {"GET", "/api/v1/busy", Access::kAnonymous, "", "", Body::kNone, 0,
       [](const Request&) -> Result<Response> { throw db::Error("55P03", "", "secret detail"); }},
      {"GET", "/api/v1/lost", Access::kAnonymous, "", "", Body::kNone, 0,
       [](const Request&) -> Result<Response> { throw db::Error("57P01", "", "secret detail"); }},
      {"GET", "/api/v1/refused", Access::kSignedIn, "", "thing.seen", Body::kNone, 0,
       [](const Request&) -> Result<Response> {
         return Refusal::Invalid("input.invalid", {{"/form/snils", "field.too_long", "14"}});
       }},
  });
}

}  // namespace okno::http::testing
