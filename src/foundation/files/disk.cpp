// SPDX-License-Identifier: Apache-2.0
#include "disk.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <vector>

namespace okno::files {
namespace {

constexpr std::size_t kPiece = 256 * 1024;

void Check(bool done, const std::string& what) {
  if (!done) throw std::system_error(errno, std::generic_category(), "files: " + what);
}

}  // namespace

OpenFile OpenFile::ForReading(const std::filesystem::path& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  Check(descriptor >= 0, path.string());
  OpenFile file(descriptor);
  struct stat status {};
  Check(fstat(descriptor, &status) == 0, path.string());
  if (!S_ISREG(status.st_mode)) errno = EINVAL;
  Check(S_ISREG(status.st_mode), path.string());
  return file;
}

OpenFile OpenFile::Temporary(const std::filesystem::path& folder, std::filesystem::path& path) {
  std::string name = folder / "XXXXXX";
  const int descriptor = mkostemp(name.data(), O_CLOEXEC);
  Check(descriptor >= 0, name);
  path = name;
  return OpenFile(descriptor);
}

OpenFile::~OpenFile() {
  if (descriptor_ >= 0) close(descriptor_);
}

std::uint64_t OpenFile::Size() const {
  struct stat status {};
  Check(fstat(descriptor_, &status) == 0, "size");
  return static_cast<std::uint64_t>(status.st_size);
}

void OpenFile::ReadAll(const std::function<void(std::string_view)>& take) const {
  std::vector<char> piece(kPiece);
  for (off_t offset = 0;;) {
    const ssize_t count = pread(descriptor_, piece.data(), piece.size(), offset);
    if (count < 0 && errno == EINTR) continue;
    Check(count >= 0, "read");
    if (count == 0) return;
    take({piece.data(), static_cast<std::size_t>(count)});
    offset += count;
  }
}

std::string OpenFile::ReadAt(std::uint64_t offset, std::size_t count) const {
  std::string bytes(count, '\0');
  std::size_t done = 0;
  while (done < count) {
    const ssize_t read =
        pread(descriptor_, bytes.data() + done, count - done, static_cast<off_t>(offset + done));
    if (read < 0 && errno == EINTR) continue;
    Check(read >= 0, "read");
    if (read == 0) break;
    done += static_cast<std::size_t>(read);
  }
  bytes.resize(done);
  return bytes;
}

void OpenFile::Write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t count = write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    Check(count >= 0, "write");
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

void OpenFile::Sync() const { Check(fsync(descriptor_) == 0, "fsync"); }

void SyncFolder(const std::filesystem::path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  Check(descriptor >= 0, folder.string());
  const int result = fsync(descriptor);
  close(descriptor);
  Check(result == 0, "fsync " + folder.string());
}

bool Rename(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (rename(from.c_str(), to.c_str()) == 0) return true;
  Check(errno == EXDEV, from.string());
  return false;
}

}  // namespace okno::files
