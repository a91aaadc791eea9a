// SPDX-License-Identifier: Apache-2.0
#include "content_files/archive.h"

#include <zip.h>

#include <array>
#include <memory>
#include <stdexcept>

#include "text/strings.h"

namespace okno::message_types {
namespace {

constexpr zip_int64_t kMostEntries = 1000;
constexpr std::size_t kMostBytes = 3 * 1024 * 1024;  // of the files we read; the XSD may have 2

struct Close {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Refusal Refused(std::string code, std::string detail = {}) {
  auto refusal = Refusal::Invalid(std::move(code));
  refusal.detail = std::move(detail);
  return refusal;
}

void AppendTwoBytes(std::string& text, unsigned point) {
  text += static_cast<char>(0xC0 | point >> 6);
  text += static_cast<char>(0x80 | (point & 0x3F));
}

// The letters of CP866, which archivers of DOS and Windows write; the frames of its tables are no
// names.
std::string FromCp866(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const unsigned code = static_cast<unsigned char>(c);
    if (code < 0x80) {
      text += c;
    } else if (code < 0xB0) {
      AppendTwoBytes(text, 0x410 + code - 0x80);
    } else if (code >= 0xE0 && code < 0xF0) {
      AppendTwoBytes(text, 0x440 + code - 0xE0);
    } else {
      text += '_';
    }
  }
  return text;
}

std::string PathOf(zip_t* zip, zip_uint64_t index) {
  const char* raw = zip_get_name(zip, index, ZIP_FL_ENC_RAW);
  const std::string_view bytes = raw == nullptr ? "" : raw;
  return text::IsValidUtf8(bytes) ? std::string(bytes) : FromCp866(bytes);
}

std::string NameOf(const std::string& path) {
  const auto slash = path.find_last_of("/\\");
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

// Hidden files are no schemas, nor is what macOS puts beside each file ("__MACOSX/._a.xsd").
bool IsWanted(const std::string& path, const std::string& name) {
  if (name.starts_with('.') || path.starts_with("__MACOSX/")) return false;
  return text::ToLower(name).ends_with(".xsd") || name == "message-type.yaml";
}

Result<std::string> ReadEntry(zip_t* zip, zip_uint64_t index, std::size_t room) {
  zip_stat_t stat;
  if (zip_stat_index(zip, index, 0, &stat) != 0) return Refused("message_types.archive_broken");
  if (stat.encryption_method != ZIP_EM_NONE) return Refused("message_types.archive_encrypted");
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(zip, index, 0));
  if (!file) return Refused("message_types.archive_broken");
  std::string content;
  std::array<char, 16384> buffer;
  for (;;) {
    const auto count = zip_fread(file.get(), buffer.data(), buffer.size());
    if (count < 0) return Refused("message_types.archive_broken");
    if (count == 0) return content;
    content.append(buffer.data(), static_cast<std::size_t>(count));
    if (content.size() > room) return Refused("message_types.archive_too_large");
  }
}

}  // namespace

Result<std::map<std::string, std::string>> ReadArchive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  const std::unique_ptr<zip_t, Close> zip(zip_open_from_source(source, ZIP_RDONLY, &error));
  zip_error_fini(&error);
  if (!zip) {
    zip_source_free(source);
    return Refused("message_types.archive_broken");
  }
  const auto count = zip_get_num_entries(zip.get(), 0);
  if (count > kMostEntries) return Refused("message_types.archive_too_large");
  std::map<std::string, std::string> files;
  std::size_t room = kMostBytes;
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto path = PathOf(zip.get(), static_cast<zip_uint64_t>(i));
    const auto name = NameOf(path);
    if (!IsWanted(path, name)) continue;
    auto content = ReadEntry(zip.get(), static_cast<zip_uint64_t>(i), room);
    if (!content) return content.refusal();
    room -= content->size();
    const auto [known, added] = files.emplace(name, *content);
    if (!added && known->second != *content) return Refused("message_types.same_file_name", name);
  }
  return files;
}

std::string WriteArchive(const std::map<std::string, std::string>& files) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  auto* zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  if (zip == nullptr) throw std::runtime_error("a ZIP can not be begun");
  zip_source_keep(source);
  for (const auto& [name, text] : files) {
    auto* content = zip_source_buffer(zip, text.data(), text.size(), 0);
    const auto index = zip_file_add(zip, name.c_str(), content, ZIP_FL_ENC_UTF_8);
    if (index < 0) throw std::runtime_error("a file can not be put into the ZIP");
    zip_file_set_mtime(zip, static_cast<zip_uint64_t>(index), 1704067200,
                       0);  // the same ZIP each time
  }
  if (zip_close(zip) != 0) throw std::runtime_error("the ZIP can not be written");
  zip_stat_t stat;
  zip_source_stat(source, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_open(source);
  const auto read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  if (read != static_cast<zip_int64_t>(bytes.size()))
    throw std::runtime_error("the ZIP can not be read back");
  return bytes;
}

}  // namespace okno::message_types
