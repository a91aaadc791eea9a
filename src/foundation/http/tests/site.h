// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "http/server.h"
#include "probe.h"

namespace okno::http::testing {

// Where handlers of a test wait until the test lets them go on.
class Gate {
 public:
  void Pass();
  void AwaitArrivals(int count);
  void Open();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int arrived_ = 0;
  bool open_ = false;
};

// A folder of its own for one test, removed with it.
class Folder {
 public:
  Folder();
  ~Folder();
  std::string path() const { return path_.string(); }
  void Write(const std::string& name, const std::string& content) const;
  int Files() const;

 private:
  std::filesystem::path path_;
};

// A server with routes that show how each kind of request is treated. Tests change `options` before
// Start().
struct Site {
  Site();
  ~Site();
  Site& Start();
  Probe Connect() { return Probe(server->port()); }
  Reply Ask(const std::string& request) { return Connect().Send(request).Read(); }

  Folder temp;
  ServerOptions options;
  Router router;
  Hub hub;
  Metrics metrics;
  text::Catalog texts;
  Gate gate;
  std::mutex mutex;
  std::vector<std::string> observed;  // "event status"
  std::vector<std::string> handled;   // methods of the requests that reached a handler
  bool observer_fails = false;
  std::unique_ptr<Server> server;

 private:
  void AddRoutes();
  Outcome Judge(Request& request, const Route& route);
};

}  // namespace okno::http::testing
