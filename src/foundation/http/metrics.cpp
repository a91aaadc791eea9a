// SPDX-License-Identifier: Apache-2.0
#include "http/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <mutex>

namespace okno::http {
namespace {

using prometheus::Family;
const prometheus::Histogram::BucketBoundaries kBuckets{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                       0.25,  0.5,    1,     2.5,  5,     10,   30};

// The library looks families up by a linear scan and by all their attributes; this remembers them
// by name.
template <typename Metric, typename Build>
Family<Metric>& FamilyOf(std::map<std::string, Family<Metric>*>& families, const std::string& name,
                         prometheus::Registry& registry, Build build) {
  auto& family = families[name];
  if (!family) family = &build().Name(name).Register(registry);
  return *family;
}

}  // namespace

struct Metrics::State {
  std::mutex mutex;
  prometheus::Registry registry;
  std::map<std::string, Family<prometheus::Counter>*> counters;
  std::map<std::string, Family<prometheus::Histogram>*> histograms;
  struct Reading {
    prometheus::Gauge* gauge = nullptr;
    std::function<double()> read;
  };
  std::map<std::string, Reading> gauges;
};

Metrics::Metrics() : state_(std::make_unique<State>()) {}
Metrics::~Metrics() = default;

void Metrics::Count(const std::string& name, const std::map<std::string, std::string>& labels,
                    double by) {
  std::lock_guard lock(state_->mutex);
  FamilyOf(state_->counters, name, state_->registry, prometheus::BuildCounter)
      .Add(labels)
      .Increment(by);
}

void Metrics::Observe(const std::string& name, double seconds,
                      const std::map<std::string, std::string>& labels) {
  std::lock_guard lock(state_->mutex);
  FamilyOf(state_->histograms, name, state_->registry, prometheus::BuildHistogram)
      .Add(labels, kBuckets)
      .Observe(seconds);
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
