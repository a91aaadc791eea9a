// SPDX-License-Identifier: Apache-2.0
#include "logic/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace okno::exchange {

MappedFile::MappedFile(const std::string& path) {
  int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  bool known = file >= 0 && ::fstat(file, &status) == 0;
  size_ = known ? static_cast<std::size_t>(status.st_size) : 0;
  void* mapped = MAP_FAILED;
  if (known && size_ > 0) mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
  int error = errno;
  if (file >= 0) ::close(file);
  if (!known || (size_ > 0 && mapped == MAP_FAILED))
    throw std::runtime_error(path + ": " + std::strerror(error));
  if (size_ > 0) data_ = static_cast<const char*>(mapped);
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace okno::exchange
