// SPDX-License-Identifier: Apache-2.0
#include "tags.h"

#include <algorithm>

namespace okno::xsd {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// Behind the markup that begins at `at` and is not a start tag; npos when it is one.
std::size_t BehindOther(std::string_view xml, std::size_t at) {
  const auto behind = [&](std::string_view end) {
    const auto found = xml.find(end, at);
    return found == std::string_view::npos ? xml.size() : found + end.size();
  };
  const auto rest = xml.substr(at);
  if (rest.starts_with("<!--")) return behind("-->");
  if (rest.starts_with("<![CDATA[")) return behind("]]>");
  if (rest.starts_with("<?")) return behind("?>");
  if (rest.starts_with("</") || rest.starts_with("<!")) return behind(">");
  return std::string_view::npos;
}

std::size_t SkipBlanks(std::string_view xml, std::size_t at) {
  return std::min(xml.find_first_not_of(kBlanks, at), xml.size());
}

std::size_t ReadTag(std::string_view xml, std::size_t at, Tag& tag) {
  tag.at = at;
  auto end = std::min(xml.find_first_of(" \t\r\n/>", at), xml.size());
  tag.name = xml.substr(at + 1, end - at - 1);
  for (at = SkipBlanks(xml, end); at < xml.size() && xml[at] != '>' && xml[at] != '/';
       at = SkipBlanks(xml, at)) {
    const auto equals = xml.find('=', at);
    const auto quote = xml.find_first_of("\"'", at);
    if (equals == std::string_view::npos || quote == std::string_view::npos) return xml.size();
    end = xml.find(xml[quote], quote + 1);
    if (end == std::string_view::npos) return xml.size();
    auto name = xml.substr(at, equals - at);
    name = name.substr(0, name.find_last_not_of(kBlanks) + 1);
    tag.attributes.push_back({name, xml.substr(quote + 1, end - quote - 1), quote + 1, end + 1});
    at = end + 1;
  }
  return std::min(xml.find('>', at), xml.size());
}

}  // namespace

const Tag::Attribute* Tag::Find(std::string_view attribute) const {
  const auto found = std::ranges::find(attributes, attribute, &Attribute::name);
  return found == attributes.end() ? nullptr : &*found;
}

std::string_view Tag::local_name() const {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::vector<Tag> StartTags(std::string_view xml) {
  std::vector<Tag> tags;
  int depth = 0;
  for (auto at = xml.find('<'); at < xml.size(); at = xml.find('<', at)) {
    if (xml.substr(at).starts_with("</")) --depth;
    if (const auto behind = BehindOther(xml, at); behind != std::string_view::npos) {
      at = behind;
      continue;
    }
    Tag tag;
    at = ReadTag(xml, at, tag);
    tag.depth = depth;
    if (xml.substr(0, at).back() != '/') ++depth;
    tags.push_back(std::move(tag));
  }
  return tags;
}

}  // namespace okno::xsd
