// SPDX-License-Identifier: Apache-2.0
#include <zip.h>

#include <memory>
#include <stdexcept>

#include "neighbours/papers.h"

namespace okno::testbed::neighbours {

namespace {

constexpr zip_int64_t kMaxMembers = 50;
constexpr std::size_t kMaxUnpacked = 5 * 1024 * 1024;

using Members = std::vector<std::pair<std::string, std::string>>;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

// An archive in memory; `source` is the caller's.
zip_source_t* SourceOf(const std::string& bytes) {
  return zip_source_buffer_create(bytes.empty() ? nullptr : bytes.data(), bytes.size(), 0, nullptr);
}

std::string ReadAll(zip_source_t* source) {
  zip_stat_t stat;
  zip_source_stat(source, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_open(source);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  return bytes;
}

void AddMember(zip_t* archive, const std::string& name, const std::string& bytes) {
  auto* content = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  const auto index =
      zip_file_add(archive, name.c_str(), content, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE);
  if (index < 0) throw std::runtime_error("zip: can not add " + name);
  zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, (1 << 5) | 1, 0);
}

std::optional<std::string> ReadMember(zip_t* archive, zip_int64_t index, std::size_t limit) {
  std::unique_ptr<zip_file_t, CloseFile> file(
      zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0));
  if (!file) return std::nullopt;
  std::string bytes(limit + 1, '\0');  // one more, to see that it is too long
  std::size_t length = 0;
  while (length < bytes.size()) {
    const auto read = zip_fread(file.get(), bytes.data() + length, bytes.size() - length);
    if (read < 0) return std::nullopt;
    if (read == 0) break;
    length += static_cast<std::size_t>(read);
  }
  if (length > limit) return std::nullopt;
  bytes.resize(length);
  return bytes;
}

}  // namespace

File Zip(const Members& members) {
  auto* source = SourceOf({});
  zip_source_keep(source);  // zip_close gives one reference back
  auto* archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  if (archive == nullptr) throw std::runtime_error("zip: can not begin an archive");
  for (const auto& [name, bytes] : members) AddMember(archive, name, bytes);
  if (zip_close(archive) != 0) throw std::runtime_error("zip: can not finish an archive");
  auto bytes = ReadAll(source);
  zip_source_free(source);
  auto id = MakeContentId(bytes);
  return {std::move(id), "application/zip", std::move(bytes)};
}

std::optional<Members> Unzip(const std::string& bytes) {
  auto* source = SourceOf(bytes);
  std::unique_ptr<zip_t, Discard> archive(zip_open_from_source(source, ZIP_RDONLY, nullptr));
  if (!archive) {
    zip_source_free(source);
    return std::nullopt;
  }
  const auto count = zip_get_num_entries(archive.get(), 0);
  if (count > kMaxMembers) return std::nullopt;
  Members members;
  std::size_t left = kMaxUnpacked;
  for (zip_int64_t index = 0; index < count; ++index) {
    auto content = ReadMember(archive.get(), index, left);
    if (!content) return std::nullopt;
    left -= content->size();
    members.emplace_back(zip_get_name(archive.get(), static_cast<zip_uint64_t>(index), 0),
                         std::move(*content));
  }
  return members;
}

}  // namespace okno::testbed::neighbours
