// SPDX-License-Identifier: Apache-2.0
#include "logic/attachments.h"

#include "text/strings.h"

namespace okno::testbed {

namespace {

Fault Miscoordination(std::string description) {
  return {"AttachmentContentMiscoordination", "SMEV-201: " + std::move(description)};
}

std::optional<std::string> ReadContent(const Incoming& incoming, xml::Element content) {
  if (auto include = content.child(smev3::kXop, "Include")) {
    const auto* part =
        incoming.package.Find(smev3::FromHref(include.attribute("href").value_or("")));
    return part == nullptr ? std::nullopt : std::optional(part->bytes);
  }
  std::string bytes;
  return text::Base64Decode(content.text(), bytes) ? std::optional(bytes) : std::nullopt;
}

xml::Element FindContent(xml::Element list, const std::string& content_id) {
  for (auto item : list.children()) {
    if (item.child_text("Id") == content_id) return item.child("Content");
  }
  return {};
}

}  // namespace

Checked<std::vector<storage::Attachment>> ReadAttachments(const Incoming& incoming,
                                                          std::uint64_t limit) {
  std::vector<storage::Attachment> attachments;
  auto headers = incoming.signed_element.child("AttachmentHeaderList");
  auto contents = incoming.wrapper.child("AttachmentContentList");
  if (incoming.signed_element.child("RefAttachmentHeaderList")) {
    return Miscoordination("на стенде нет файлового хранилища");
  }
  auto count = [](xml::Element list) { return list ? list.children().size() : 0; };
  if (count(headers) != count(contents))
    return Miscoordination("число вложений и заголовков различается");
  if (!headers) return attachments;
  std::uint64_t size = 0;
  for (auto header : headers.children()) {
    auto content = FindContent(contents, header.child_text("contentId"));
    auto bytes = content ? ReadContent(incoming, content) : std::nullopt;
    if (!bytes)
      return Miscoordination("нет содержимого вложения " + header.child_text("contentId"));
    size += bytes->size();
    attachments.push_back(
        {header.child_text("contentId"), header.child_text("MimeType"), std::move(*bytes)});
  }
  if (size <= limit) return attachments;
  return Fault{"AttachmentSizeLimitExceeded",
               "Вложения превышают предел MTOM",
               {{"PermittedTotalAttachmentSize", std::to_string(limit)},
                {"RealTotalAttachmentSize", std::to_string(size)}}};
}

}  // namespace okno::testbed
