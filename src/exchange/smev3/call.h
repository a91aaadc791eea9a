// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "exchange/smev3/builder.h"
#include "xml/document.h"

namespace okno::exchange::smev3 {

inline constexpr std::string_view kSignedId = "SIGNED_BY_CALLER";
// The zone of the bus; it decides only the offset written in a timestamp.

// An envelope with its call's wrapper element open for content.
struct Call {
  Call(const Dialect& call_dialect, std::string_view operation);
  xml::Element Types(xml::Element to, std::string_view name, std::string_view text = {}) const {
    return to.Add(dialect.types, "typ", name, text);
  }
  xml::Element Basic(xml::Element to, std::string_view name, std::string_view text = {}) const {
    return to.Add(dialect.basic, "bas", name, text);
  }
  // Leaves an empty text away.
  void TypesIfAny(xml::Element to, std::string_view name, std::string_view text) const {
    if (!text.empty()) Types(to, name, text);
  }
  Outcome Sign(xml::Element target, const crypto::Signer& signer);

  const Dialect& dialect;
  xml::Document document;
  xml::Element wrapper;
};
Refusal Unsupported(std::string_view operation);

// MessagePrimaryContent, PersonalSignature and the headers of attachments, in their order.
Outcome AddContent(const Call& call, xml::Element data, const PrimaryContent& content);
// AttachmentContentList with an xop:Include for each attachment.
void AddContentList(const Call& call, const PrimaryContent& content);
void AddMetadata(const Call& call, xml::Element data, const BusinessProcessMetadata& metadata);
// The Routing block with its own signature.
Outcome AddRouting(const Call& call, const RequestData& data, const crypto::Signer* signer);

}  // namespace okno::exchange::smev3
