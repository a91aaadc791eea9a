// SPDX-License-Identifier: Apache-2.0
#include "guard.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/strings.h"

namespace okno::xml {
namespace {

constexpr auto kEnd = std::string_view::npos;

class Scan {
 public:
  Scan(std::string_view bytes, const Limits& limits) : bytes_(bytes), limits_(limits) {}

  std::optional<Refusal> Run() {
    for (auto at = bytes_.find('<'); at != kEnd && !refusal_; at = bytes_.find('<', at)) {
      at = Markup(at);
      if (at == kEnd) break;
    }
    return refusal_;
  }

 private:
  // Each takes the place of a "<" and gives the place after the markup; kEnd when it has no end.
  std::size_t Markup(std::size_t at) {
    const auto rest = bytes_.substr(at);
    if (rest.starts_with("<!--")) return After("-->", at + 4);
    if (rest.starts_with("<![CDATA[")) return After("]]>", at + 9);
    if (rest.starts_with("<?")) return After("?>", at + 2);
    if (rest.starts_with("<!")) return Refuse("xml.dtd", at);
    if (rest.starts_with("</")) {
      if (depth_ > 0) --depth_;
      return After(">", at + 2);
    }
    return StartTag(at + 1);
  }

  std::size_t StartTag(std::size_t at) {
    if (++depth_ > limits_.depth) return Refuse("xml.depth", at);
    std::size_t attributes = 0;
    for (; (at = bytes_.find_first_of("\"'=>", at)) != kEnd; ++at) {
      const char c = bytes_[at];
      if (c == '>') {
        if (bytes_[at - 1] == '/') --depth_;
        return at + 1;
      }
      if (c == '=') {
        if (++attributes > limits_.attributes_per_element) return Refuse("xml.attributes", at);
      } else if ((at = bytes_.find(c, at + 1)) == kEnd) {
        break;
      }
    }
    return kEnd;
  }

  std::size_t After(std::string_view end, std::size_t from) const {
    const auto at = bytes_.find(end, from);
    return at == kEnd ? kEnd : at + end.size();
  }

  std::size_t Refuse(const char* code, std::size_t at) {
    const auto line = 1 + std::ranges::count(bytes_.substr(0, at), '\n');
    refusal_ = Refusal{RefusalKind::kMalformed, code, std::to_string(line), {}};
    return kEnd;
  }

  std::string_view bytes_;
  const Limits& limits_;
  std::size_t depth_ = 0;
  std::optional<Refusal> refusal_;
};

// "utf-8" when the declaration names none.
std::string DeclaredEncoding(std::string_view bytes) {
  constexpr std::string_view kName = "encoding";
  if (!bytes.starts_with("<?xml")) return "utf-8";
  const auto declaration = bytes.substr(0, bytes.find("?>"));
  const auto name = declaration.find(kName);
  if (name == kEnd) return "utf-8";
  const auto open = declaration.find_first_of("\"'", name + kName.size());
  if (open == kEnd) return "utf-8";
  const auto close = declaration.find(declaration[open], open + 1);
  return text::ToLower(declaration.substr(open + 1, close == kEnd ? kEnd : close - open - 1));
}

// The scan above reads ASCII markup, and so must the parser: no UTF-16, UTF-32, UTF-7. (EBCDIC has
// no "<" where the parser, told that it reads UTF-8, would look for one.)
bool IsUtf8(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (!bytes.empty() && static_cast<unsigned char>(bytes[0]) >= 0x80) return false;
  if (bytes.substr(0, 4).find('\0') != kEnd) return false;
  return DeclaredEncoding(bytes) == "utf-8";
}

// "line:column", both from 1.
std::string PlaceOf(std::string_view bytes, std::size_t at) {
  const auto before = bytes.substr(0, at);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const auto start = before.rfind('\n');
  return fmt::format("{}:{}", line, at - (start == kEnd ? 0 : start + 1) + 1);
}

}  // namespace

std::optional<Refusal> Guard(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.bytes) return Refusal{RefusalKind::kTooLarge, "xml.too_large", {}, {}};
  if (!IsUtf8(bytes)) return Refusal{RefusalKind::kMalformed, "xml.encoding", "1", {}};
  // libxml2 takes a NUL after the root element for the end of the document; no XML may hold one.
  if (const auto nul = bytes.find('\0'); nul != kEnd) {
    return Refusal{RefusalKind::kMalformed, "xml.malformed", PlaceOf(bytes, nul), {}};
  }
  return Scan(bytes, limits).Run();
}

}  // namespace okno::xml
