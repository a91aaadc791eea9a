// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace okno::xml {

// The memory of a tree: pieces one behind the other, given back together. A message is thousands of
// nodes that live and die as one; asked from and given back to malloc one by one they were a
// seventh of the cost of signing it, and lay scattered.
class Arena {
 public:
  void* Take(std::size_t bytes);  // aligned for any node; not cleared
  bool Owns(const void* place) const;
  void Adopt(Arena other);  // whatever lies there from now on lies here

 private:
  struct Chunk {
    std::unique_ptr<std::byte[]> memory;
    std::size_t bytes;
  };
  void Grow(std::size_t bytes);

  std::vector<Chunk> chunks_;
  std::byte* next_ = nullptr;  // free from here
  std::byte* end_ = nullptr;
};

}  // namespace okno::xml
