// SPDX-License-Identifier: Apache-2.0
#include "guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "plain_text.h"
#include "text/strings.h"

namespace okno::xml {
namespace {

constexpr auto kEnd = std::string_view::npos;
constexpr std::string_view kBlank = " \t\r\n";

// "line:column", both from 1.
std::string PlaceOf(std::string_view bytes, std::size_t at) {
  const auto before = bytes.substr(0, at);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const auto start = before.rfind('\n');
  return fmt::format("{}:{}", line, at - (start == kEnd ? 0 : start + 1) + 1);
}

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
  // libxml2 goes on after an error, from where it happened: nothing may be passed over here that it
  // would take for markup.
  std::size_t Markup(std::size_t at) {
    const auto rest = bytes_.substr(at);
    if (rest.starts_with("<!--")) return After("-->", at + 4);
    if (rest.starts_with("<![CDATA[")) return After("]]>", at + 9);
    if (rest.starts_with("<?")) return Instruction(at + 2);
    if (rest.starts_with("<!")) return Refuse("xml.dtd", at);
    return rest.starts_with("</") ? EndTag(at + 2) : StartTag(at + 1);
  }

  // One that libxml2 may end elsewhere than at "?>" is looked through like text: the declaration of
  // the document, and what does not begin with a name or with one that is too long.
  std::size_t Instruction(std::size_t at) const {
    constexpr std::size_t kMostName = 1000;
    const auto name = bytes_.substr(at, bytes_.find_first_of(" \t\r\n?<", at) - at);
    const char first = name.empty() ? ' ' : name.front();
    const bool named = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ||
                       first == '_' || first == ':';
    return named && name.size() <= kMostName && name != "xml" ? After("?>", at) : at;
  }

  std::size_t EndTag(std::size_t at) {
    const auto end = bytes_.find_first_of("<>", at);
    if (end == kEnd) return kEnd;
    if (bytes_[end] == '<') return Refuse("xml.malformed", end);
    Leave();
    return end + 1;
  }

  std::size_t StartTag(std::size_t at) {
    if (open_.size() >= limits_.depth) return Refuse("xml.depth", at);
    open_.push_back(namespaces_);
    std::size_t attributes = 0;
    for (; (at = bytes_.find_first_of("\"'=><", at)) != kEnd; ++at) {
      const char c = bytes_[at];
      if (c == '>') {
        if (bytes_[at - 1] == '/') Leave();
        return at + 1;
      }
      if (c == '=') {
        if (++attributes > limits_.attributes_per_element) return Refuse("xml.attributes", at);
        if (IsDeclaration(at) && ++namespaces_ > kMostNamespaces)
          return Refuse("xml.attributes", at);
      } else if (c == '<' || !FollowsEquals(at)) {
        return Refuse("xml.malformed", at);
      } else if ((at = EndOfValue(at)) == kEnd) {
        break;
      }
    }
    return kEnd;
  }

  void Leave() {
    if (open_.empty()) return;
    namespaces_ = open_.back();
    open_.pop_back();
  }

  // The quote that ends a value; at "<", which no value may have, it is refused.
  std::size_t EndOfValue(std::size_t quote) {
    const auto end = bytes_.find(bytes_[quote], quote + 1);
    const auto value = bytes_.substr(quote + 1, end == kEnd ? kEnd : end - quote - 1);
    const auto less = value.find('<');
    return less == kEnd ? end : Refuse("xml.malformed", quote + 1 + less);
  }

  bool FollowsEquals(std::size_t quote) const {
    const auto before = bytes_.find_last_not_of(kBlank, quote - 1);
    return before != kEnd && bytes_[before] == '=';
  }

  // Whether the name before "=" is "xmlns" or begins with "xmlns:".
  bool IsDeclaration(std::size_t equals) const {
    const auto end = bytes_.find_last_not_of(kBlank, equals - 1);
    const auto begin = bytes_.find_last_of(" \t\r\n\"'<", end);
    return begin != kEnd && bytes_.substr(begin + 1, end - begin).starts_with("xmlns");
  }

  std::size_t After(std::string_view end, std::size_t from) const {
    const auto at = bytes_.find(end, from);
    return at == kEnd ? kEnd : at + end.size();
  }

  std::size_t Refuse(const char* code, std::size_t at) {
    const auto line = 1 + std::ranges::count(bytes_.substr(0, at), '\n');
    const bool malformed = std::string_view(code) == "xml.malformed";
    auto place = malformed ? PlaceOf(bytes_, at) : std::to_string(line);
    refusal_ = Refusal{RefusalKind::kMalformed, code, std::move(place), {}};
    return kEnd;
  }

  std::string_view bytes_;
  const Limits& limits_;
  std::vector<std::size_t> open_;  // of each open element, how many declarations it found
  std::size_t namespaces_ = 0;     // declarations in scope
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

// What no XML may hold. libxml2 takes a NUL after the root element for the end of the document, and
// leaves a comment, a CDATA section or an instruction at such a character as if it were over.
std::optional<std::size_t> FindNoCharacter(std::string_view bytes) {
  const auto control = std::ranges::find_if(
      bytes, [](char c) { return static_cast<unsigned char>(c) < 0x20 && kBlank.find(c) == kEnd; });
  if (control != bytes.end()) return static_cast<std::size_t>(control - bytes.begin());
  if (IsCharacters(bytes)) return std::nullopt;
  std::size_t line = 0;  // the first that is wrong
  while (IsCharacters(bytes.substr(line, bytes.find('\n', line) - line)))
    line = bytes.find('\n', line) + 1;
  return line;
}

}  // namespace

std::optional<Refusal> Guard(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.bytes) return Refusal{RefusalKind::kTooLarge, "xml.too_large", {}, {}};
  if (!IsUtf8(bytes)) return Refusal{RefusalKind::kMalformed, "xml.encoding", "1", {}};
  if (const auto wrong = FindNoCharacter(bytes)) {
    return Refusal{RefusalKind::kMalformed, "xml.malformed", PlaceOf(bytes, *wrong), {}};
  }
  return Scan(bytes, limits).Run();
}

}  // namespace okno::xml
