// SPDX-License-Identifier: Apache-2.0
#include "storage/search_text.h"

namespace okno::exchange::storage {

namespace {

constexpr std::size_t kMost = 256 * 1024;

// The words of an XML text without building a tree: what stands between tags, and what stands in
// quotes inside them but for names of namespaces.
class Words {
 public:
  void AddXml(std::string_view xml) {
    while (!xml.empty() && words_.size() < kMost) {
      auto open = std::min(xml.find('<'), xml.size());
      Add(xml.substr(0, open));
      xml.remove_prefix(open);
      auto close = xml.find('>');
      if (close == std::string_view::npos) return;
      AddAttributes(xml.substr(0, close));
      xml.remove_prefix(close + 1);
    }
  }
  void Add(std::string_view text) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
    words_ += text.substr(0, kMost);
    words_ += ' ';
  }
  // Cut between characters.
  std::string Take() {
    if (words_.size() > kMost) {
      auto end = kMost;
      while (end > 0 && (static_cast<unsigned char>(words_[end]) & 0xc0) == 0x80) --end;
      words_.resize(end);
    }
    return std::move(words_);
  }

 private:
  void AddAttributes(std::string_view tag) {
    for (auto begin = tag.find('"'); begin != std::string_view::npos; begin = tag.find('"')) {
      auto end = tag.find('"', begin + 1);
      if (end == std::string_view::npos) return;
      auto value = tag.substr(begin + 1, end - begin - 1);
      if (!value.starts_with("urn:") && !value.starts_with("http:")) Add(value);
      tag.remove_prefix(end + 1);
    }
  }
  std::string words_;
};

}  // namespace

std::string SearchText(const Message& message) {
  Words words;
  words.Add(message.sender_name);
  words.Add(message.recipient_name);
  words.Add(message.signer_name);
  if (message.status) words.Add(message.status->description);
  if (message.rejection) words.Add(message.rejection->description);
  for (const auto& further : message.further_rejections) words.Add(further.description);
  for (const auto& attachment : message.attachments) words.Add(attachment.name);
  words.AddXml(message.content_xml);
  return words.Take();
}

}  // namespace okno::exchange::storage
