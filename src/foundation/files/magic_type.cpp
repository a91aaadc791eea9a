// SPDX-License-Identifier: Apache-2.0
#include "magic_type.h"

#include <magic.h>
#include <unistd.h>

#include <stdexcept>

namespace okno::files {

struct MagicType::State {
  magic_t handle = magic_open(MAGIC_MIME_TYPE);
  ~State() {
    if (handle) magic_close(handle);
  }
};

MagicType::MagicType() : state_(std::make_unique<State>()) {
  if (!state_->handle) throw std::runtime_error("files: libmagic does not open");
  if (magic_load(state_->handle, nullptr) != 0) {
    throw std::runtime_error(std::string("files: libmagic: ") + magic_error(state_->handle));
  }
}

MagicType::~MagicType() = default;

std::string MagicType::Find(int file) {
  std::lock_guard lock(mutex_);
  if (lseek(file, 0, SEEK_SET) != 0)
    throw std::runtime_error("files: can not read the file's start");
  const char* type = magic_descriptor(state_->handle, file);
  if (!type)
    throw std::runtime_error(std::string("files: libmagic: ") + magic_error(state_->handle));
  return type;
}

}  // namespace okno::files
