// SPDX-License-Identifier: Apache-2.0
#include "testbed/testbed.h"

#include <csignal>
#include <cstdio>
#include <deque>
#include <map>
#include <span>

#include "db/cluster.h"
#include "db/migrations.h"
#include "ftp/login.h"
#include "ftp/server.h"
#include "http/control.h"
#include "http/neighbours.h"
#include "http/server.h"
#include "http/soap.h"
#include "http/texts.h"
#include "logic/bus_keys.h"
#include "neighbours/neighbourhood.h"
#include "testbed/migrations.h"
#include "testbed/texts.h"
#include "text/foundation_messages.h"

namespace okno::testbed {

namespace {

std::string Migrated(const std::string& dsn) {
  const std::span<const db::Migration> rooms[] = {Migrations()};
  db::Migrate(dsn, rooms);
  return dsn;
}

FtpOptions FtpOptionsOf(const TestbedOptions& options) {
  FtpOptions ftp{.listen = options.listen == "localhost" ? "127.0.0.1" : options.listen,
                 .port = options.ftp_port,
                 .limits = {}};
  ftp.limits.first_passive_port = options.first_passive_port;
  ftp.limits.last_passive_port = options.last_passive_port;
  return ftp;
}

}  // namespace

struct Testbed::State {
  State(TestbedOptions given, const Clock& clock)
      : options(std::move(given)),
        cluster(options.dsn.empty() ? db::Cluster::Start(options.data_folder + "/db", "testbed")
                                    : nullptr),
        pool({.dsn = Migrated(cluster ? cluster->dsn() : options.dsn)}),
        signer(LoadOrMakeBusKey(options.data_folder, SystemClock().Now())),
        codes(options.data_folder),
        settings(options.settings),
        schemas(options.data_folder + "/schemas"),
        files(options.data_folder + "/ftp"),
        services{pool, clock, *signer, settings, registry, schemas, files, codes, failures, flood},
        queues(services),
        background(services, queues),
        ftp(FtpOptionsOf(options), MakeFtpLogin(services),
            [this](const std::string& user, std::string_view verb) {
              return failures.Strikes("ftp_break", user, verb).has_value();
            }) {
    ReloadRegistry(services);
    texts.Add(text::FoundationMessages());
    texts.Add(http::Messages());
    texts.Add(Messages());
    AddRoutes();
  }

  void AddRoutes() {
    for (const auto& dialect : smev3::Dialects()) {
      auto folder = options.content_folder + "/smev/" + std::string(dialect.version);
      const auto& schema = envelope_schemas.emplace_back(xml::SchemaSet::Load(folder));
      brokers.emplace(std::piecewise_construct, std::forward_as_tuple(dialect.version),
                      std::forward_as_tuple(services, queues, background, dialect, schema));
    }
    auto find = [this](std::string_view version) {
      auto found = brokers.find(version);
      return found == brokers.end() ? nullptr : &found->second;
    };
    ControlServices control{services, background, options.data_folder + "/schemas",
                            [this] { return ftp.port(); }};
    router.Add(SoapRoutes(find, options.content_folder + "/smev"));
    router.Add(MarkRoutes(services));
    router.Add(ControlRoutes(control));
    router.Add(RegistryRoutes(control));
    router.Add(JournalRoutes(control));
    router.Add(CancellationRoutes(control));
    router.Add(PageRoutes());
    AddNeighbours(control);
  }

  void AddNeighbours(const ControlServices& control) {
    if (options.neighbours != NeighboursMode::kAbsent) {
      neighbourhood = std::make_unique<neighbours::Neighbourhood>(
          pool, neighbours::NeighbourhoodOptions{.data_folder = options.data_folder,
                                                 .content_folder = options.content_folder,
                                                 .longest_delay = options.neighbours_delay});
    }
    router.Add(NeighbourRoutes(control, neighbourhood ? neighbourhood->authority_pem() : ""));
  }

  // They reach the bus as everybody does: by its address, once it answers there.
  void StartNeighbours() {
    if (!neighbourhood) return;
    const bool anywhere = options.listen == "0.0.0.0";
    neighbourhood->Join("http://" + (anywhere ? "127.0.0.1" : options.listen) + ":" +
                        std::to_string(options.port));
    if (options.neighbours == NeighboursMode::kAnswer) neighbourhood->Start();
  }

  void Start() {
    failures.BeginWaits();
    http::ServerOptions server_options;
    server_options.listen = options.listen;
    server_options.port = options.port;
    server = std::make_unique<http::Server>(
        server_options, router, hub, metrics, texts,
        [](http::Request&, const http::Route&) { return Done(); },
        [](const http::Request&, const http::Route&, const http::Response&) {});
    server->Start();
    options.port = server->port();  // a restart keeps the address
    ftp.Start();
    background.Start();
    StartNeighbours();
  }

  void Stop() {
    if (!server) return;
    failures.EndWaits();
    if (neighbourhood) neighbourhood->Stop();
    server->Stop();
    server.reset();
    ftp.Stop();
    background.Stop();
  }

  TestbedOptions options;
  std::unique_ptr<db::Cluster> cluster;
  db::Pool pool;
  std::shared_ptr<const crypto::Signer> signer;
  TransactionCodes codes;
  SettingsHolder settings;
  RegistryHolder registry;
  Schemas schemas;
  FileStorage files;
  Failures failures;
  FloodGuard flood;
  Services services;
  Queues queues;
  Background background;
  FtpServer ftp;
  std::deque<xml::SchemaSet> envelope_schemas;
  std::map<std::string, Broker, std::less<>> brokers;
  text::Catalog texts;
  http::Hub hub;
  http::Metrics metrics;
  http::Router router;
  std::unique_ptr<http::Server> server;
  std::unique_ptr<neighbours::Neighbourhood> neighbourhood;
};

Testbed::Testbed(TestbedOptions options, const Clock& clock)
    : state_(std::make_unique<State>(std::move(options), clock)) {}
Testbed::~Testbed() { Stop(); }

void Testbed::Start() { state_->Start(); }
void Testbed::Stop() { state_->Stop(); }
int Testbed::port() const { return state_->options.port; }
int Testbed::ftp_port() const { return state_->ftp.port(); }

std::string Testbed::url(std::string_view version) const {
  return "http://" + state_->options.listen + ":" + std::to_string(port()) + "/smev/v" +
         std::string(version) + "/ws";
}

std::string Testbed::bus_certificate_pem() const { return state_->signer->certificate().pem(); }

int Testbed::AnswerAsNeighbours() { return state_->neighbourhood->AnswerWaiting(); }

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
  std::printf("okno testbed: испытательный стенд открыт, http://%s:%d, FTP: порт %d\n",
              options.listen.c_str(), testbed.port(), testbed.ftp_port());
  std::fflush(stdout);
  int received = 0;
  sigwait(&signals, &received);
  testbed.Stop();
  return 0;
}

}  // namespace okno::testbed
