// SPDX-License-Identifier: Apache-2.0
#include "random.h"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace okno {
namespace {

struct Block {
  std::array<std::uint64_t, 32> words;  // 256 bytes: the size getrandom never cuts short
  std::size_t left = 0;
};

void Refill(Block& block) {
  const auto size = static_cast<ssize_t>(sizeof(block.words));
  while (getrandom(block.words.data(), sizeof(block.words), 0) != size) {
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "getrandom");
  }
  block.left = block.words.size();
}

}  // namespace

std::uint64_t RandomBits() {
  thread_local Block block;
  if (block.left == 0) Refill(block);
  return block.words[--block.left];
}

}  // namespace okno
