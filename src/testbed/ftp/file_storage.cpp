// SPDX-License-Identifier: Apache-2.0
#include "ftp/file_storage.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

namespace okno::testbed {

namespace fs = std::filesystem;

namespace {

// The only file below `folder`, or an empty path.
fs::path OnlyFile(const fs::path& folder) {
  std::error_code error;
  fs::path only;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (!entry.is_regular_file() || !only.empty()) return {};
    only = entry.path();
  }
  return only;
}

void SweepFolders(const fs::path& parent, fs::file_time_type before) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(parent, error)) {
    auto newest = entry.last_write_time(error);
    for (const auto& file : fs::recursive_directory_iterator(entry.path(), error)) {
      std::error_code gone;  // a session may end meanwhile
      newest = std::max(newest, file.last_write_time(gone));
    }
    if (newest < before) fs::remove_all(entry.path(), error);
  }
}

}  // namespace

FileStorage::FileStorage(std::string root) : root_(std::move(root)) {
  fs::create_directories(fs::path(root_) / "messages");
  AreaFolder(kAnonymousArea);
}

std::string FileStorage::AreaFolder(std::string_view area) const {
  auto folder = fs::path(root_) / "upload" / area;
  fs::create_directories(folder);
  return folder.string();
}

std::string FileStorage::MessageFolder(const Uuid& message_id, const Uuid& directory) const {
  return (fs::path(root_) / "messages" / message_id.ToString() / directory.ToString()).string();
}

std::optional<FileStorage::Found> FileStorage::Find(const std::vector<std::string>& areas,
                                                    const Uuid& message_id,
                                                    const Uuid& directory) const {
  std::vector<fs::path> folders{MessageFolder(message_id, directory)};
  for (const auto& area : areas)
    folders.push_back(fs::path(root_) / "upload" / area / directory.ToString());
  for (const auto& folder : folders) {
    auto file = OnlyFile(folder);
    std::error_code error;
    auto size = file.empty() ? 0 : fs::file_size(file, error);
    if (!file.empty() && !error) return Found{file.filename().string(), size};
  }
  return std::nullopt;
}

bool FileStorage::Take(const std::vector<std::string>& areas, const Uuid& message_id,
                       const Uuid& directory) {
  fs::path target = MessageFolder(message_id, directory);
  if (fs::exists(target)) return true;
  fs::create_directories(target.parent_path());
  for (const auto& area : areas) {
    std::error_code error;
    fs::rename(fs::path(root_) / "upload" / area / directory.ToString(), target, error);
    if (!error) return true;
  }
  return false;
}

void FileStorage::Remove(const Uuid& message_id) {
  std::error_code error;
  fs::remove_all(fs::path(root_) / "messages" / message_id.ToString(), error);
}

void FileStorage::Sweep(std::chrono::seconds age) {
  auto before = fs::file_time_type::clock::now() - age;
  std::error_code error;
  SweepFolders(fs::path(root_) / "messages", before);
  for (const auto& area : fs::directory_iterator(fs::path(root_) / "upload", error))
    SweepFolders(area.path(), before);
}

MappedFile::MappedFile(const std::string& path) {
  int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (file >= 0 && ::fstat(file, &status) == 0) {
    size_ = static_cast<std::size_t>(status.st_size);
    data_ = size_ == 0 ? nullptr : ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
  }
  if (file >= 0) ::close(file);
  if (file < 0 || data_ == MAP_FAILED) throw std::runtime_error("can not read " + path);
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(data_, size_);
}

}  // namespace okno::testbed
