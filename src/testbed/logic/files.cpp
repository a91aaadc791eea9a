// SPDX-License-Identifier: Apache-2.0
#include "logic/files.h"

#include <algorithm>

#include "logic/attachments.h"

namespace okno::testbed {

std::vector<std::string> AreasOf(const Participant& participant) {
  const auto& own = participant.upload_directory;
  return {own.empty() ? participant.mnemonic : own, std::string(kAnonymousArea)};
}

Checked<std::vector<storage::File>> ReadFiles(const Incoming& incoming, const Uuid& message_id,
                                              const FileStorage& storage, std::uint64_t limit) {
  std::vector<storage::File> files;
  auto headers = incoming.signed_element.child("RefAttachmentHeaderList");
  if (!headers) return files;
  std::uint64_t size = 0;
  for (auto header : headers.children()) {
    auto text = header.child_text("uuid");
    auto directory = Uuid::Parse(text);
    if (!directory || header.child_text("Hash").empty())
      return Miscoordination("в заголовке файла FTP не заполнены uuid или Hash");
    bool repeated = std::any_of(files.begin(), files.end(), [&](const storage::File& file) {
      return file.directory == *directory;
    });
    if (repeated) return Miscoordination("два заголовка файла FTP " + text);
    auto found = storage.Find(AreasOf(*incoming.sender), message_id, *directory);
    if (!found) {
      return Miscoordination("в хранилище нет каталога " + text + " ровно с одним файлом");
    }
    size += found->size;
    files.push_back({*directory, found->name, found->size});
  }
  if (size > limit)
    return SizeLimitExceeded("суммарный объём файлов FTP превышает предел", limit, size);
  return files;
}

}  // namespace okno::testbed
