// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <string>

namespace okno::files {

// libmagic's judgement of a file's content. Thread-safe (one at a time: its handle must not be
// shared).
class MagicType {
 public:
  MagicType();  // throws when libmagic's database is missing
  ~MagicType();
  std::string Find(int file);  // reads from the file's start; its position is undefined then

 private:
  struct State;
  std::unique_ptr<State> state_;
  std::mutex mutex_;
};

}  // namespace okno::files
