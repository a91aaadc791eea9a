// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "smev3/elements.h"
#include "text/strings.h"

namespace okno::exchange::smev3 {

namespace {

const BinaryPart* FindPart(const Answer& answer, xml::Element content) {
  auto include = content.child(kXop, "Include");
  if (!include) return nullptr;
  auto id = FromHref(include.attribute("href").value_or(""));
  auto found = std::find_if(answer.parts.begin(), answer.parts.end(),
                            [&](const BinaryPart& part) { return part.content_id == id; });
  return found == answer.parts.end() ? nullptr : &*found;
}

// The bytes of the attachment with this id: a part of the package, or Base64 in place.
std::optional<std::string> ReadBytes(const Answer& answer, xml::Element list,
                                     std::string_view content_id) {
  for (auto item : list.children()) {
    if (item.child_text("Id") != content_id) continue;
    auto content = item.child("Content");
    if (!content) return std::nullopt;
    if (const auto* part = FindPart(answer, content)) return part->bytes;
    std::string bytes;
    bool decoded = text::Base64Decode(content.text(), bytes);
    return decoded ? std::optional(bytes) : std::nullopt;
  }
  return std::nullopt;
}

Refusal Miscoordinated() {
  return {RefusalKind::kMalformed, "smev.attachments_miscoordinated", {}, {}};
}

Result<std::vector<ReceivedAttachment>> ReadAttachments(const Answer& answer, xml::Element message,
                                                        xml::Element provided) {
  std::vector<ReceivedAttachment> attachments;
  auto headers = provided.child("AttachmentHeaderList");
  auto contents = message.child("AttachmentContentList");
  auto count = [](xml::Element list) { return list ? list.children().size() : 0; };
  if (count(headers) != count(contents)) return Miscoordinated();
  if (!headers) return attachments;
  for (auto header : headers.children()) {
    ReceivedAttachment attachment;
    attachment.header.content_id = header.child_text("contentId");
    attachment.header.mime_type = header.child_text("MimeType");
    if (!text::Base64Decode(header.child_text("SignaturePKCS7"), attachment.header.signature))
      return Malformed("SignaturePKCS7");
    auto bytes = ReadBytes(answer, contents, attachment.header.content_id);
    if (!bytes) return Miscoordinated();
    attachment.bytes = std::move(*bytes);
    attachments.push_back(std::move(attachment));
  }
  return attachments;
}

std::optional<FsAttachment> FindPlace(xml::Element list, const Uuid& uuid) {
  if (!list) return std::nullopt;
  for (auto item : list.children()) {
    if (ReadId(item, "uuid") != uuid) continue;
    return FsAttachment{uuid, item.child_text("UserName"), item.child_text("Password"),
                        item.child_text("FileName")};
  }
  return std::nullopt;
}

Result<std::vector<ReceivedFile>> ReadFiles(xml::Element signed_by_bus, xml::Element provided) {
  std::vector<ReceivedFile> files;
  auto headers = provided.child("RefAttachmentHeaderList");
  if (!headers) return files;
  for (auto header : headers.children()) {
    auto uuid = ReadId(header, "uuid");
    if (!uuid) return Malformed("uuid");
    ReceivedFile file;
    file.header.uuid = *uuid;
    file.header.file_name = header.child_text("FileName");
    file.header.mime_type = header.child_text("MimeType");
    if (!text::Base64Decode(header.child_text("Hash"), file.header.hash)) return Malformed("Hash");
    if (!text::Base64Decode(header.child_text("SignaturePKCS7"), file.header.signature))
      return Malformed("SignaturePKCS7");
    file.place = FindPlace(signed_by_bus.child("FSAttachmentsList"), *uuid);
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace

Result<ReceivedContent> ReadContent(const Answer& answer, xml::Element message,
                                    xml::Element signed_by_bus, xml::Element provided) {
  auto children = provided.child("MessagePrimaryContent").children();
  if (children.size() != 1) return Malformed("MessagePrimaryContent");
  auto attachments = ReadAttachments(answer, message, provided);
  if (!attachments) return attachments.refusal();
  auto files = ReadFiles(signed_by_bus, provided);
  if (!files) return files.refusal();
  ReceivedContent content;
  content.xml = answer.source.FragmentOf(children[0]);
  content.namespace_uri = children[0].namespace_uri();
  content.root = children[0].name();
  content.element = children[0];
  content.personal_signature = provided.child("PersonalSignature");
  content.attachments = std::move(*attachments);
  content.files = std::move(*files);
  return content;
}

}  // namespace okno::exchange::smev3
