// SPDX-License-Identifier: Apache-2.0
#include "http/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <mutex>
#include <unordered_map>

namespace okno::http {
namespace {

using Labels = std::map<std::string, std::string>;
const prometheus::Histogram::BucketBoundaries kBuckets{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                       0.25,  0.5,    1,     2.5,  5,     10,   30};

struct HashOfLabels {
  std::size_t operator()(const Labels& labels) const {
    std::size_t hash = 0;
    for (const auto& [name, value] : labels) hash = hash * 31 + std::hash<std::string>()(value);
    return hash;
  }
};

// One metric with its members by label. The library would build a new histogram at every look-up.
template <typename Metric>
struct Family {
  prometheus::Family<Metric>* family = nullptr;
  std::unordered_map<Labels, Metric*, HashOfLabels> members;

  template <typename... Rest>
  Metric& Member(const Labels& labels, const Rest&... rest) {
    auto& member = members[labels];
    if (!member) member = &family->Add(labels, rest...);
    return *member;
  }
};

}  // namespace

struct Metrics::State {
  std::mutex mutex;
  prometheus::Registry registry;
  std::map<std::string, Family<prometheus::Counter>> counters;
  std::map<std::string, Family<prometheus::Histogram>> histograms;
  struct Reading {
    prometheus::Gauge* gauge = nullptr;
    std::function<double()> read;
  };
  std::map<std::string, Reading> gauges;
};

Metrics::Metrics() : state_(std::make_unique<State>()) {}
Metrics::~Metrics() = default;

void Metrics::Count(const std::string& name, const Labels& labels, double by) {
  std::lock_guard lock(state_->mutex);
  auto& counter = state_->counters[name];
  if (!counter.family)
    counter.family = &prometheus::BuildCounter().Name(name).Register(state_->registry);
  counter.Member(labels).Increment(by);
}

void Metrics::Observe(const std::string& name, double seconds, const Labels& labels) {
  std::lock_guard lock(state_->mutex);
  auto& histogram = state_->histograms[name];
  if (!histogram.family)
    histogram.family = &prometheus::BuildHistogram().Name(name).Register(state_->registry);
  histogram.Member(labels, kBuckets).Observe(seconds);
}

void Metrics::Gauge(const std::string& name, std::function<double()> read) {
  std::lock_guard lock(state_->mutex);
  auto& reading = state_->gauges[name];
  if (!reading.gauge)
    reading.gauge = &prometheus::BuildGauge().Name(name).Register(state_->registry).Add({});
  reading.read = std::move(read);
}

std::string Metrics::Text() const {
  std::lock_guard lock(state_->mutex);
  for (auto& [name, reading] : state_->gauges) reading.gauge->Set(reading.read());
  return prometheus::TextSerializer().Serialize(state_->registry.Collect());
}

}  // namespace okno::http
