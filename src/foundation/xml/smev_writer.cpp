// SPDX-License-Identifier: Apache-2.0
#include "smev_writer.h"

#include <algorithm>

#include "smev_text.h"

namespace okno::xml {
namespace {

// Qualified ones first, by namespace and name; then the others by name.
bool Before(const SmevAttribute& a, const SmevAttribute& b) {
  if (a.namespace_uri.empty() != b.namespace_uri.empty()) return b.namespace_uri.empty();
  const int by_namespace = CompareUtf16(a.namespace_uri, b.namespace_uri);
  return by_namespace != 0 ? by_namespace < 0 : CompareUtf16(a.name, b.name) < 0;
}

}  // namespace

void SmevWriter::StartElement(std::string_view namespace_uri, std::string_view name,
                              std::vector<SmevAttribute>& attributes) {
  FlushText();
  std::ranges::sort(attributes, Before);
  const auto declared_before = declared_.size();
  const int first_new = last_prefix_ + 1;
  const int prefix = PrefixOf(namespace_uri);
  for (const auto& attribute : attributes) {
    if (!attribute.namespace_uri.empty()) PrefixOf(attribute.namespace_uri);
  }
  out_.push_back('<');
  AppendName(prefix, name);
  for (auto at = declared_before; at < declared_.size(); ++at) {
    out_ += " xmlns:ns";
    out_ += std::to_string(first_new + static_cast<int>(at - declared_before));
    out_ += "=\"";
    AppendSmevAttribute(out_, declared_[at]);
    out_.push_back('"');
  }
  for (const auto& attribute : attributes) {
    out_.push_back(' ');
    AppendName(attribute.namespace_uri.empty() ? 0 : PrefixOf(attribute.namespace_uri),
               attribute.name);
    out_ += "=\"";
    AppendSmevAttribute(out_, attribute.value);
    out_.push_back('"');
  }
  out_.push_back('>');
  open_.push_back({declared_before, prefix, name, namespace_uri});
}

void SmevWriter::Text(std::string_view piece) {
  text_ += only_;
  only_ = {};
  text_ += piece;
}

void SmevWriter::LastingText(std::string_view piece) {
  if (only_.empty() && text_.empty()) {
    only_ = piece;
  } else {
    Text(piece);
  }
}

void SmevWriter::EndElement() {
  FlushText();
  const auto element = open_.back();
  open_.pop_back();
  out_ += "</";
  AppendName(element.prefix, element.name);
  out_.push_back('>');
  GiveWhenMuch();
  for (; declared_.size() > element.declared; declared_.pop_back())
    prefixes_.erase(declared_.back());
}

// The prefix open for the namespace, or the next number, to be declared at the element being
// written.
int SmevWriter::PrefixOf(std::string_view namespace_uri) {
  // Mostly the parent's, and then the same bytes in memory too.
  if (!open_.empty() && open_.back().namespace_uri.data() == namespace_uri.data() &&
      open_.back().namespace_uri.size() == namespace_uri.size())
    return open_.back().prefix;
  const auto [place, added] = prefixes_.try_emplace(namespace_uri, last_prefix_ + 1);
  if (added) {
    ++last_prefix_;
    declared_.push_back(namespace_uri);
  }
  return place->second;
}

void SmevWriter::AppendName(int prefix, std::string_view name) {
  if (prefix != 0) {
    for (auto next = written_.size() + 1; written_.size() < static_cast<std::size_t>(prefix);
         ++next)
      written_.push_back("ns" + std::to_string(next) + ":");
    out_ += written_[static_cast<std::size_t>(prefix) - 1];
  }
  out_ += name;
}

// Pieces that stay in the processor's nearest cache.
void SmevWriter::GiveWhenMuch() {
  constexpr std::size_t kMuch = 8 * 1024;
  if (!give_ || out_.size() < kMuch) return;
  give_(out_);
  out_.clear();
}

void SmevWriter::FlushText() {
  const auto text = only_.empty() ? std::string_view(text_) : only_;
  if (!IsBlank(text)) AppendSmevText(out_, text);
  only_ = {};
  text_.clear();
}

}  // namespace okno::xml
