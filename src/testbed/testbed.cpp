// SPDX-License-Identifier: Apache-2.0
#include "testbed/testbed.h"

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <span>

#include "db/cluster.h"
#include "db/migrations.h"
#include "http/control.h"
#include "http/server.h"
#include "logic/broker.h"
#include "logic/bus_keys.h"
#include "testbed/migrations.h"
#include "testbed/texts.h"
#include "text/foundation_messages.h"

namespace okno::testbed {

namespace fs = std::filesystem;

namespace {

constexpr char kPath[] = "/smev/v1.2/ws";
constexpr std::size_t kBodyLimit = 16 * 1024 * 1024;

std::string Migrated(const std::string& dsn) {
  const std::span<const db::Migration> rooms[] = {Migrations()};
  db::Migrate(dsn, rooms);
  return dsn;
}

}  // namespace

struct Testbed::State {
  State(TestbedOptions given, const Clock& time)
      : options(std::move(given)),
        clock(time),
        cluster(options.dsn.empty() ? db::Cluster::Start(options.data_folder + "/db", "testbed")
                                    : nullptr),
        pool({.dsn = Migrated(cluster ? cluster->dsn() : options.dsn)}),
        signer(LoadOrMakeBusKey(options.data_folder, SystemClock().Now())),
        envelope_schema(xml::SchemaSet::Load(options.content_folder + "/smev/1.2")),
        broker(pool, clock, *signer, *smev3::FindDialect("1.2"), envelope_schema, schemas, failures,
               {options.visibility, options.attachment_limit}) {
    texts.Add(text::FoundationMessages());
    texts.Add(Messages());
    ControlServices control{pool, failures, schemas, *signer, options.data_folder + "/schemas"};
    router.Add(ControlRoutes(control));
    router.Add(PageRoutes(control));
    router.Add({.method = "POST",
                .pattern = kPath,
                .access = http::Access::kAnonymous,
                .body = http::Body::kXml,
                .body_limit = kBodyLimit,
                .handler = [this](const http::Request& request) { return Soap(request); }});
  }

  Result<http::Response> Soap(const http::Request& request) {
    if (failures.Strikes("refuse"))
      return Refusal{RefusalKind::kUnavailable, "testbed.refuses", {}, {}};
    auto reply = broker.Handle(request.header("content-type"), request.body);
    auto form =
        options.always_multipart ? smev3::Form::kAlwaysMultipart : smev3::Form::kPlainIfPossible;
    auto wire = smev3::WritePackage(reply.package, form);
    auto response = http::Response::Bytes(std::move(wire.body), wire.content_type);
    response.status = reply.status;
    response.abandoned = reply.abandoned;
    return response;
  }

  void Start() {
    http::ServerOptions server_options;
    server_options.listen = options.listen;
    server_options.port = options.port;
    server = std::make_unique<http::Server>(
        server_options, router, hub, metrics, texts,
        [](http::Request&, const http::Route&) { return Done(); },
        [](const http::Request&, const http::Route&, const http::Response&) {});
    server->Start();
    options.port = server->port();  // a restart keeps the address
  }

  TestbedOptions options;
  const Clock& clock;
  std::unique_ptr<db::Cluster> cluster;
  db::Pool pool;
  std::shared_ptr<const crypto::Signer> signer;
  xml::SchemaSet envelope_schema;
  Schemas schemas;
  Failures failures;
  Broker broker;
  text::Catalog texts;
  http::Hub hub;
  http::Metrics metrics;
  http::Router router;
  std::unique_ptr<http::Server> server;
};

Testbed::Testbed(TestbedOptions options, const Clock& clock)
    : state_(std::make_unique<State>(std::move(options), clock)) {}
Testbed::~Testbed() { Stop(); }

void Testbed::Start() { state_->Start(); }

void Testbed::Stop() {
  if (state_->server) state_->server->Stop();
  state_->server.reset();
}

int Testbed::port() const { return state_->options.port; }

std::string Testbed::url() const {
  return "http://" + state_->options.listen + ":" + std::to_string(port()) + kPath;
}

std::string Testbed::bus_certificate_pem() const { return state_->signer->certificate().pem(); }

int RunTestbed(const TestbedOptions& options) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals,
                  nullptr);  // before any thread is made, so that only sigwait takes them
  SystemClock clock;
  Testbed testbed(options, clock);
  testbed.Start();
  std::printf("СМЭВ (испытательный стенд): %s\n", testbed.url().c_str());
  std::fflush(stdout);
  int received = 0;
  sigwait(&signals, &received);
  testbed.Stop();
  return 0;
}

}  // namespace okno::testbed
