// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <iostream>
#include <memory>

#include "access/live.h"
#include "commands/commands.h"
#include "demo/exposure.h"
#include "house.h"
#include "http/server.h"
#include "log/log.h"
#include "ports.h"
#include "stop_signal.h"
#include "wiring/rooms.h"

namespace okno::app {
namespace {

http::TrustedProxies ProxiesOf(const config::Config& config) {
  try {
    return http::TrustedProxies::Parse(config.Text("http.trusted_proxy"));
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(std::string("http.trusted_proxy: ") + error.what());
  }
}

http::ServerOptions ServerOptionsOf(const House& house) {
  const auto& config = house.config;
  return {.listen = config.Text("http.listen"),
          .port = static_cast<int>(config.Number("http.port")),
          .workers = static_cast<int>(config.Number("http.workers")),
          .static_folder = house.folders.web,
          .secure_cookies_and_hsts = config.Flag("http.secure"),
          .trusted_proxies = ProxiesOf(config)};
}

// Behind a proxy that is not named everybody has its address: the trail names it, and the pauses of
// one are the pauses of all. Said once, at the first request that came so.
http::Guard WatchProxies(const config::Config& config, http::Guard guard) {
  if (!config.Text("http.trusted_proxy").empty()) return guard;
  return [guard = std::move(guard), said = std::make_shared<std::atomic<bool>>(false)](
             http::Request& request, const http::Route& route) {
    if (!request.header("x-forwarded-for").empty() && !said->exchange(true)) {
      log::Warning("proxy_not_trusted",
                   {{"proxy", request.remote_address}, {"setting", "http.trusted_proxy"}});
    }
    return guard(request, route);
  };
}

void SayReady(const House& house, int port, std::chrono::steady_clock::time_point started) {
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - started);
  if (house.folders.web.empty()) log::Warning("web_not_built");
  std::cout << "okno: рабочее место открыто, http://" << house.config.Text("http.listen") << ":"
            << port << " (запуск " << took.count() << " мс)" << std::endl;
}

void StartWorker(House& house) {
  house.rooms->RegisterJobs();
  house.runner.Start(house.database.dsn, static_cast<int>(house.config.Number("worker.threads")));
}

}  // namespace

int RunServe(const config::Config& config, const ServeOptions& options) {
  RefuseTakenPort(config);
  const StopSignal stop;
  House house(config);
  if (!config.Flag("demo.open")) demo::RefuseExposure(house.db, config.Text("http.listen"));
  http::Server server(ServerOptionsOf(house), house.router, house.hub, house.metrics, house.texts,
                      WatchProxies(config, access::MakeGuard(house.access)),
                      access::MakeObserver(house.access));
  server.Start();
  db::Listener live(
      house.database.dsn, access::kLiveChannel,
      [&](std::string payload) { access::Relay(house.hub, house.access.known, payload); },
      [&] { access::RelayGap(house.hub, house.access.known); });
  if (options.with_worker) StartWorker(house);
  SayReady(house, server.port(), options.started);
  stop.Wait();
  log::Info("stopping");
  server.Stop();
  house.runner.Stop();
  return 0;
}

int RunWorker(const config::Config& config) {
  const StopSignal stop;
  House house(config);
  StartWorker(house);
  std::cout << "okno: фоновые задания выполняются" << std::endl;
  stop.Wait();
  house.runner.Stop();
  return 0;
}

}  // namespace okno::app
