// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "exchange/smev3/multipart.h"
#include "xml/document.h"

namespace okno::exchange::smev3 {

struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const ByteRange&) const = default;
};
// Where each element lies in the bytes, in document order. Precondition: xml::Document::Parse has
// taken them.
std::vector<ByteRange> ElementRanges(std::string_view xml);

// Of a document that travels: what it carries may be as deep as any other document, and the
// elements of SOAP and СМЭВ around it come on top.
inline constexpr xml::Limits kEnvelopeLimits{.depth = xml::Limits{}.depth + 16};

// A parsed document together with the bytes it was read from, so that a signed block can be kept
// and passed on byte for byte: serialising the tree again would change what the sender wrote.
class Source {
 public:
  static Result<Source> Parse(std::string bytes, const xml::Limits& limits = kEnvelopeLimits);

  const std::string& bytes() const { return bytes_; }
  const xml::Document& document() const { return document_; }
  xml::Element root() const { return document_.root(); }
  // The bytes of one element of this document.
  std::string_view BytesOf(xml::Element element) const;
  // The same as a document of its own: namespace declarations that stand further out and are used
  // inside are put into the start tag; everything else stays as it was.
  std::string FragmentOf(xml::Element element) const;

 private:
  Source(std::string bytes, xml::Document document);
  std::string bytes_;
  xml::Document document_;
  std::unordered_map<const xmlNode*, ByteRange> ranges_;
};

// Reads the envelope of a package and puts every xop:Include outside AttachmentContent (the live
// broker sends even SignaturePKCS7 so) into its place as Base64 without line breaks, because
// digests are made over the text. Refusals: those of Document::Parse ("xml.depth" also when
// MessagePrimaryContent holds what is too deep for a document of its own), "xop.missing_part",
// "xop.part_reused", "xop.malformed".
enum class MissingParts {
  kRefuse,
  kLeave,  // the include stays: an envelope kept without its parts can still be looked at
};
Result<Source> ReadEnvelope(const Package& package, MissingParts missing = MissingParts::kRefuse);

}  // namespace okno::exchange::smev3
