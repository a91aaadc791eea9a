// SPDX-License-Identifier: Apache-2.0
#include "logic/attachments.h"

#include <set>

#include "text/strings.h"

namespace okno::testbed {

namespace {

using Parts = std::vector<storage::Attachment>;

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

// МР: a Latin letter or an underscore first.
bool IsId(const std::string& id) {
  auto first = static_cast<unsigned char>(id.empty() ? ' ' : id[0]);
  return first == '_' || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
}

std::optional<Fault> CheckIds(xml::Element headers, xml::Element contents) {
  auto count = [](xml::Element list) { return list ? list.children().size() : 0; };
  auto described = count(headers), given = count(contents);
  if (given > 0 && described == 0)
    return Miscoordination(std::to_string(given) + " вложений и ни одного заголовка");
  if (given != described) {
    return Miscoordination("вложений " + std::to_string(given) + ", заголовков " +
                           std::to_string(described));
  }
  std::set<std::string> seen;
  if (described == 0) return std::nullopt;
  for (auto header : headers.children()) {
    auto id = header.child_text("contentId");
    if (id.empty()) return Miscoordination("в заголовке вложения пуст contentId");
    if (!IsId(id))
      return Miscoordination("contentId «" + id + "» должен начинаться с латинской буквы или «_»");
    if (!seen.insert(id).second) return Miscoordination("два заголовка вложения [" + id + "]");
  }
  for (auto content : contents.children()) {
    auto id = content.child_text("Id");
    if (!seen.contains(id)) return Miscoordination("у вложения [" + id + "] нет заголовка");
  }
  return std::nullopt;
}

}  // namespace

Fault Miscoordination(std::string description) {
  return {"AttachmentContentMiscoordination", "SMEV-201: " + std::move(description)};
}

Fault SizeLimitExceeded(const std::string& what, std::uint64_t limit, std::uint64_t size) {
  return {"AttachmentSizeLimitExceeded",
          "SMEV-202: " + what + ": " + std::to_string(size) + " байт, допустимо " +
              std::to_string(limit),
          {{"PermittedTotalAttachmentSize", std::to_string(limit)},
           {"RealTotalAttachmentSize", std::to_string(size)}}};
}

Checked<Parts> ReadAttachments(const Incoming& incoming, std::uint64_t limit) {
  Parts attachments;
  auto headers = incoming.signed_element.child("AttachmentHeaderList");
  auto contents = incoming.wrapper.child("AttachmentContentList");
  if (auto fault = CheckIds(headers, contents)) return *fault;
  if (!headers) return attachments;
  std::uint64_t size = 0;
  for (auto header : headers.children()) {
    auto id = header.child_text("contentId");
    auto content = FindContent(contents, id);
    auto bytes = content ? ReadContent(incoming, content) : std::nullopt;
    if (!bytes) return Miscoordination("нет содержимого вложения [" + id + "]");
    size += bytes->size();
    attachments.push_back({id, header.child_text("MimeType"), std::move(*bytes)});
  }
  if (size > limit)
    return SizeLimitExceeded("суммарный объём вложений MTOM превышает предел", limit, size);
  return attachments;
}

}  // namespace okno::testbed
