// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace okno::http {

// Prometheus metrics of this process; thread-safe. Label values come from closed sets (route patterns, query names),
// never from input.
class Metrics {
 public:
  Metrics();
  ~Metrics();
  void Count(const std::string& name, const std::map<std::string, std::string>& labels = {}, double by = 1);
  void Observe(const std::string& name, double seconds, const std::map<std::string, std::string>& labels = {});
  // `read` is asked at every Text(), must live as long as this object and not use it; a second one replaces the first.
  void Gauge(const std::string& name, std::function<double()> read);
  std::string Text() const;  // exposition format

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace okno::http
