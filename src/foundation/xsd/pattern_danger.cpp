// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "pattern.h"

// A pattern is turned into its position automaton. Exponential ambiguity shows there as a position
// that can be reached from itself in two different ways over the same text: either an edge that
// stands for two ways, or two walkers that start together, part, and meet again where they started.
namespace okno::xsd {
namespace {

constexpr std::size_t kMostPositions = 400;
constexpr std::size_t kMostSteps = 3000000;
constexpr int kFewCopies = 3;

using Positions = std::vector<int>;
struct TooBig {};
struct Dangerous {};

bool IsNullable(const Pattern& pattern) {
  switch (pattern.kind) {
    case Pattern::Kind::kSet:
      return false;
    case Pattern::Kind::kRepeat:
      return pattern.least == 0 || IsNullable(pattern.parts[0]);
    case Pattern::Kind::kSequence:
      return std::ranges::all_of(pattern.parts, IsNullable);
    case Pattern::Kind::kChoice:
      return std::ranges::any_of(pattern.parts, IsNullable);
  }
  return false;
}

struct Fragment {
  bool nullable = true;
  Positions first, last;
};

class Automaton {
 public:
  explicit Automaton(const Pattern& pattern) { Add(pattern); }
  const std::vector<CharacterSet>& sets() const { return sets_; }
  const std::map<int, std::map<int, int>>& edges() const { return edges_; }

 private:
  Fragment Add(const Pattern& pattern) {
    if (pattern.kind == Pattern::Kind::kSet) return AddSet(pattern.set);
    if (pattern.kind == Pattern::Kind::kRepeat) return AddRepeat(pattern);
    const bool choice = pattern.kind == Pattern::Kind::kChoice;
    Fragment all{.nullable = !choice};
    for (const auto& part : pattern.parts) {
      choice ? Alternate(all, Add(part)) : Append(all, Add(part));
    }
    return all;
  }
  Fragment AddSet(const CharacterSet& set) {
    if (sets_.size() >= kMostPositions) throw TooBig{};
    const int position = static_cast<int>(sets_.size());
    sets_.push_back(set);
    return {false, {position}, {position}};
  }
  // Many copies behave like endless ones.
  Fragment AddRepeat(const Pattern& pattern) {
    const bool endless = pattern.most == kEndless || pattern.most > kFewCopies;
    Fragment all;
    // Each copy may be there or not: a matcher that tries every way counts them all.
    const bool many = pattern.least > kFewCopies || pattern.most > kFewCopies;
    if (many && IsNullable(pattern.parts[0])) throw Dangerous{};
    const int copies = endless ? std::min(std::max(pattern.least, 1), 2) : pattern.most;
    for (int i = 0; i < copies; ++i) {
      auto copy = Add(pattern.parts[0]);
      if (endless && i + 1 == copies) Connect(copy.last, copy.first);
      copy.nullable = copy.nullable || i >= pattern.least;
      Append(all, copy);
    }
    return all;
  }
  void Append(Fragment& before, const Fragment& after) {
    Connect(before.last, after.first);
    if (before.nullable) Insert(before.first, after.first);
    if (!after.nullable) before.last.clear();
    Insert(before.last, after.last);
    before.nullable = before.nullable && after.nullable;
  }
  static void Alternate(Fragment& one, const Fragment& other) {
    Insert(one.first, other.first);
    Insert(one.last, other.last);
    one.nullable = one.nullable || other.nullable;
  }
  static void Insert(Positions& into, const Positions& from) {
    into.insert(into.end(), from.begin(), from.end());
  }
  void Connect(const Positions& from, const Positions& to) {
    steps_ += from.size() * to.size();
    if (steps_ > kMostSteps) throw TooBig{};
    for (const int a : from) {
      for (const int b : to) ++edges_[a][b];
    }
  }

  std::vector<CharacterSet> sets_;
  std::map<int, std::map<int, int>> edges_;  // how many ways from one position to the next
  std::size_t steps_ = 0;
};

// Two walkers over the automaton that read the same text.
class Walkers {
 public:
  explicit Walkers(const Automaton& automaton) : automaton_(automaton) {
    const int count = static_cast<int>(automaton.sets().size());
    for (int i = 0; i < count; ++i) Reach(Pair(i, i));
    while (!open_.empty()) Expand();
  }
  // Whether they can start together, part, and meet at the start again; or go one edge two ways on
  // a way back to where it began.
  bool PartAndMeet() {
    for (const auto& [pair, next] : forward_) Number(pair);
    std::set<Pair> seen;
    for (auto pair = order_.rbegin(); pair != order_.rend(); ++pair) {
      if (seen.contains(*pair)) continue;
      if (IsAmbiguous(Component(*pair, seen))) return true;
    }
    return false;
  }

 private:
  using Pair = std::pair<int, int>;

  void Reach(Pair pair) {
    if (forward_.emplace(pair, std::vector<Pair>()).second) open_.push_back(pair);
  }
  void Expand() {
    const auto pair = open_.back();
    open_.pop_back();
    const auto& edges = automaton_.edges();
    const auto a = edges.find(pair.first);
    const auto b = edges.find(pair.second);
    if (a == edges.end() || b == edges.end()) return;
    for (const auto& [x, x_ways] : a->second) {
      for (const auto& [y, y_ways] : b->second) {
        if (++steps_ > kMostSteps) throw TooBig{};
        const auto& sets = automaton_.sets();
        if (x != y && Intersection(sets[x], sets[y]).empty()) continue;
        Reach({x, y});
        forward_[pair].push_back({x, y});
        backward_[{x, y}].push_back(pair);
      }
    }
  }
  // Strongly connected components after Kosaraju, without recursion.
  void Number(Pair start) {
    if (!numbered_.insert(start).second) return;
    std::vector<std::pair<Pair, std::size_t>> stack{{start, 0}};
    while (!stack.empty()) {
      auto& [pair, at] = stack.back();
      const auto& next = forward_[pair];
      if (at == next.size()) {
        order_.push_back(pair);
        stack.pop_back();
      } else {
        const auto to = next[at++];
        if (numbered_.insert(to).second) stack.push_back({to, 0});
      }
    }
  }
  std::set<Pair> Component(Pair start, std::set<Pair>& seen) {
    std::set<Pair> component;
    std::vector<Pair> open{start};
    seen.insert(start);
    while (!open.empty()) {
      const auto pair = open.back();
      open.pop_back();
      component.insert(pair);
      for (const auto& from : backward_[pair]) {
        if (seen.insert(from).second) open.push_back(from);
      }
    }
    return component;
  }
  bool IsAmbiguous(const std::set<Pair>& component) const {
    const bool together =
        std::ranges::any_of(component, [](Pair p) { return p.first == p.second; });
    if (!together) return false;
    for (const auto& [x, y] : component) {
      if (x != y) return true;
      const auto edges = automaton_.edges().find(x);
      if (edges == automaton_.edges().end()) continue;
      for (const auto& [to, ways] : edges->second) {
        if (ways > 1 && component.contains({to, to})) return true;
      }
    }
    return false;
  }

  const Automaton& automaton_;
  std::map<Pair, std::vector<Pair>> forward_, backward_;
  std::vector<Pair> open_, order_;
  std::set<Pair> numbered_;
  std::size_t steps_ = 0;
};

}  // namespace

bool IsDangerous(const Pattern& pattern) {
  try {
    const Automaton automaton(pattern);
    return Walkers(automaton).PartAndMeet();
  } catch (const TooBig&) {
    return true;
  } catch (const Dangerous&) {
    return true;
  }
}

}  // namespace okno::xsd
