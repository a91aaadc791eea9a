// SPDX-License-Identifier: Apache-2.0
#include <iterator>

#include "builder.h"

namespace okno::json {
namespace {

constexpr std::size_t kDepth = 64;

bool HasNul(const std::string& text) { return text.find('\0') != std::string::npos; }

// Tells how far the parser has read; it copies its iterators.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Cursor(const char* at, std::size_t& count) : at_(at), count_(&count) {}
  reference operator*() const { return *at_; }
  Cursor& operator++() {
    ++at_;
    ++*count_;
    return *this;
  }
  bool operator==(const Cursor& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  std::size_t* count_;
};

}  // namespace

bool Builder::string(string_t& value) { return !HasNul(value) && Add(std::move(value)); }

bool Builder::key(string_t& name) {
  if (HasNul(name) || open_.back()->contains(name)) return false;
  slot_ = &(*open_.back())[name];
  return true;
}

Json* Builder::Place(Json value) {
  if (open_.empty()) {
    root_ = std::move(value);
    return &root_;
  }
  if (open_.back()->is_array()) {
    open_.back()->push_back(std::move(value));
    return &open_.back()->back();
  }
  *slot_ = std::move(value);
  return slot_;
}

bool Builder::Open(Json container) {
  if (open_.size() == kDepth) return false;
  open_.push_back(Place(std::move(container)));
  return true;
}

bool Builder::Close() {
  open_.pop_back();
  return true;
}

Result<Json> Parse(std::string_view text) {
  Builder builder;
  std::size_t read = 0;
  const Cursor begin(text.data(), read);
  const Cursor end(text.data() + text.size(), read);
  if (!Json::sax_parse(begin, end, &builder)) {
    return Refusal{RefusalKind::kMalformed, "json.malformed", std::to_string(read), {}};
  }
  return builder.Take();
}

std::string Dump(const Json& value) { return value.dump(); }

}  // namespace okno::json
