// SPDX-License-Identifier: Apache-2.0
#include "smev3/wire_form.h"

#include <stdexcept>

#include "base/id.h"
#include "exchange/smev3/dialect.h"
#include "exchange/smev3/source.h"
#include "text/strings.h"

namespace okno::testbed {

namespace {

struct Place {
  std::size_t begin, end;  // of the text inside the element
  std::string bytes;
};

void FindSignatures(const smev3::Source& source, xml::Element from, std::vector<Place>& places) {
  for (auto child : from.children()) {
    if (child.name() != "SignaturePKCS7") {
      FindSignatures(source, child, places);
      continue;
    }
    auto text = source.BytesOf(child);
    auto begin = text.find('>') + 1, end = text.rfind('<');
    std::string bytes;
    // Only what comes back exactly the same may leave its place: no white space, no entities.
    bool exact = begin < end && text::Base64Decode(text.substr(begin, end - begin), bytes) &&
                 text::Base64Encode(bytes) == text.substr(begin, end - begin);
    auto offset = static_cast<std::size_t>(text.data() - source.bytes().data());
    if (exact) places.push_back({offset + begin, offset + end, std::move(bytes)});
  }
}

void TakeOutSignatures(smev3::Package& package) {
  if (package.envelope.find("SignaturePKCS7") == std::string::npos) return;
  auto source = smev3::Source::Parse(package.envelope, {.bytes = 64 * 1024 * 1024, .depth = 300});
  if (!source) throw std::logic_error("testbed: own XML is broken: " + source.refusal().code);
  std::vector<Place> places;
  FindSignatures(*source, source->root(), places);
  auto prefix = Uuid::NewV7().ToString();
  for (auto place = places.rbegin(); place != places.rend(); ++place) {
    auto part_id = prefix + "-" + std::to_string(package.parts.size() + 1) +
                   "@urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic";
    auto include = "<xop:Include xmlns:xop=\"" + std::string(smev3::kXop) + "\" href=\"" +
                   smev3::ToHref(part_id) + "\"/>";
    package.envelope.replace(place->begin, place->end - place->begin, include);
    package.parts.push_back({part_id, "application/octet-stream", std::move(place->bytes)});
  }
}

}  // namespace

smev3::WirePackage WriteAnswer(smev3::Package package, AnswerForm form) {
  if (form != AnswerForm::kMultipart) return smev3::WritePackage(package);
  TakeOutSignatures(package);
  return smev3::WritePackage(package, smev3::Form::kAlwaysMultipart);
}

void BreakSignature(std::string& envelope) {
  auto holder = envelope.rfind("SMEVSignature>");
  auto value = holder == std::string::npos
                   ? holder
                   : envelope.rfind("<", envelope.rfind("SignatureValue>", holder));
  if (value == std::string::npos || value < 8) return;
  auto& letter = envelope[value - 8];  // before the padding
  letter = letter == 'A' ? 'B' : 'A';
}

void ChangeBoundary(std::string& content_type) {
  constexpr std::string_view kName = "boundary=";
  auto begin = content_type.find(kName);
  if (begin == std::string::npos) return;
  auto quote = content_type.find('"', begin);
  auto at = quote == begin + kName.size() ? quote + 1 : begin + kName.size();
  content_type.insert(at, "other-");
}

}  // namespace okno::testbed
