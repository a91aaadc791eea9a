// SPDX-License-Identifier: Apache-2.0
#include "http/router.h"

#include <algorithm>
#include <stdexcept>

#include "text/strings.h"

namespace okno::http {

// One segment of the paths; the routes that end here by method, as indices, since the vector of
// routes moves.
struct Router::Node {
  struct End {
    std::size_t route = 0;
    std::vector<std::string> names;  // of its {parts}, in order
  };
  std::map<std::string, std::shared_ptr<Node>, std::less<>> fixed;
  std::shared_ptr<Node> param;
  std::map<std::string, End, std::less<>> ends;

  // The first node, fixed segments before {parts}, at which some route ends. `values` collects the
  // parts.
  const Node* Find(const std::vector<std::string_view>& segments, std::size_t depth,
                   std::vector<std::string_view>& values) const {
    if (depth == segments.size()) return ends.empty() ? nullptr : this;
    if (auto next = fixed.find(segments[depth]); next != fixed.end())
      if (auto found = next->second->Find(segments, depth + 1, values)) return found;
    if (!param || segments[depth].empty()) return nullptr;
    values.push_back(segments[depth]);
    if (auto found = param->Find(segments, depth + 1, values)) return found;
    values.pop_back();
    return nullptr;
  }

  std::string Allow() const {
    std::string allow;
    for (const auto& [method, end] : ends) {
      allow += (allow.empty() ? "" : ", ") + method;
      if (method == "GET") allow += ", HEAD";
    }
    return allow;
  }
};

namespace {

std::vector<std::string_view> Segments(std::string_view path) {
  std::vector<std::string_view> segments;
  for (std::size_t begin = 1; begin <= path.size();) {
    auto end = std::min(path.find('/', begin), path.size());
    segments.push_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return segments;
}

bool IsPart(std::string_view segment) { return segment.starts_with('{') && segment.ends_with('}'); }

void Check(const Route& route) {
  auto fail = [&](const char* why) {
    throw std::logic_error("route " + route.method + " " + route.pattern + ": " + why);
  };
  static constexpr std::string_view kMethods[] = {"GET", "POST", "PUT", "PATCH", "DELETE"};
  if (std::find(std::begin(kMethods), std::end(kMethods), route.method) == std::end(kMethods))
    fail("unknown method");
  if (!route.pattern.starts_with('/')) fail("the pattern must begin with /");
  if (!route.handler) fail("no handler");
  if ((route.access == Access::kRight) == route.right.empty())
    fail("a right is named exactly when access is by right");
}

}  // namespace

void Router::Add(Route route) {
  Check(route);
  if (!root_) root_ = std::make_shared<Node>();
  Node* node = root_.get();
  std::vector<std::string> names;
  for (auto segment : Segments(route.pattern)) {
    bool part = IsPart(segment);
    if (part) names.emplace_back(segment.substr(1, segment.size() - 2));
    auto& next = part ? node->param : node->fixed[std::string(segment)];
    if (!next) next = std::make_shared<Node>();
    node = next.get();
  }
  if (!node->ends.emplace(route.method, Node::End{routes_.size(), std::move(names)}).second)
    throw std::logic_error("route " + route.method + " " + route.pattern + " is declared twice");
  routes_.push_back(std::move(route));
}

void Router::Add(std::vector<Route> routes) {
  for (auto& route : routes) Add(std::move(route));
}

Router::Match Router::Find(std::string_view method, std::string_view path) const {
  Match match;
  if (!root_ || !path.starts_with('/')) return match;
  std::vector<std::string_view> values;
  const Node* node = root_->Find(Segments(path), 0, values);
  if (!node) return match;
  auto end = node->ends.find(method);
  if (end == node->ends.end() && method == "HEAD") end = node->ends.find("GET");
  if (end == node->ends.end()) {
    match.allow = node->Allow();
    return match;
  }
  match.route = &routes_[end->second.route];
  for (std::size_t i = 0; i < values.size(); ++i)
    match.params.emplace(end->second.names[i], values[i]);
  return match;
}

}  // namespace okno::http
