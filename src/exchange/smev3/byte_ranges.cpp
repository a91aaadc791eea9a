// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/source.h"

namespace okno::exchange::smev3 {

namespace {

// The position after `end`, looked for from `from`; the end of the text when it is not there.
std::size_t After(std::string_view xml, std::string_view end, std::size_t from) {
  auto found = xml.find(end, from);
  return found == std::string_view::npos ? xml.size() : found + end.size();
}

// The position after the ">" that ends the tag at `from`; a ">" inside quotes is none.
std::size_t AfterTag(std::string_view xml, std::size_t from) {
  char quote = 0;
  for (auto i = from; i < xml.size(); ++i) {
    if (quote != 0) {
      if (xml[i] == quote) quote = 0;
    } else if (xml[i] == '"' || xml[i] == '\'') {
      quote = xml[i];
    } else if (xml[i] == '>') {
      return i + 1;
    }
  }
  return xml.size();
}

}  // namespace

std::vector<ByteRange> ElementRanges(std::string_view xml) {
  std::vector<ByteRange> ranges;
  std::vector<std::size_t> open;
  std::size_t position = xml.find('<');
  while (position != std::string_view::npos) {
    auto rest = xml.substr(position);
    std::size_t after;
    if (rest.starts_with("<?")) {
      after = After(xml, "?>", position);
    } else if (rest.starts_with("<!--")) {
      after = After(xml, "-->", position + 4);
    } else if (rest.starts_with("<![CDATA[")) {
      after = After(xml, "]]>", position);
    } else if (rest.starts_with("</")) {
      after = After(xml, ">", position);
      if (!open.empty()) {
        ranges[open.back()].end = after;
        open.pop_back();
      }
    } else {
      after = AfterTag(xml, position);
      ranges.push_back({position, after});
      if (xml[after - 2] != '/') open.push_back(ranges.size() - 1);
    }
    position = xml.find('<', after);
  }
  return ranges;
}

}  // namespace okno::exchange::smev3
