// SPDX-License-Identifier: Apache-2.0
#include "arena.h"

#include <algorithm>
#include <cstdint>

#if defined(__SANITIZE_ADDRESS__)
#define OKNO_WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define OKNO_WATCHED 1
#endif
#endif
#ifdef OKNO_WATCHED
#include <sanitizer/asan_interface.h>
#endif

namespace okno::xml {
namespace {

constexpr std::size_t kAlign = alignof(void*);
constexpr std::size_t kFirst = 8 * 1024;
// Kept by malloc for the next document, which larger ones are not.
constexpr std::size_t kMost = 256 * 1024;

std::uintptr_t Number(const void* place) { return reinterpret_cast<std::uintptr_t>(place); }

// The sanitizer sees accesses beyond a piece only when no other begins there.
#ifdef OKNO_WATCHED
constexpr std::size_t kGap = 16;
void Close(std::byte* begin, std::size_t bytes) { __asan_poison_memory_region(begin, bytes); }
void Open(std::byte* begin, std::size_t bytes) { __asan_unpoison_memory_region(begin, bytes); }
#else
constexpr std::size_t kGap = 0;
void Close(std::byte*, std::size_t) {}
void Open(std::byte*, std::size_t) {}
#endif

}  // namespace

void* Arena::Take(std::size_t bytes) {
  const auto whole = (bytes + kGap + kAlign - 1) / kAlign * kAlign;
  if (whole > static_cast<std::size_t>(end_ - next_)) Grow(whole);
  auto* taken = next_;
  next_ += whole;
  Open(taken, bytes);
  return taken;
}

bool Arena::Owns(const void* place) const {
  // What is asked about was mostly taken next to what was asked about before, and the last chunks
  // are the largest.
  return std::any_of(chunks_.rbegin(), chunks_.rend(), [&](const Chunk& chunk) {
    return Number(place) - Number(chunk.memory.get()) < chunk.bytes;
  });
}

void Arena::Adopt(Arena other) {
  std::ranges::move(other.chunks_, std::back_inserter(chunks_));
  if (other.end_ - other.next_ > end_ - next_) {
    next_ = other.next_;
    end_ = other.end_;
  }
}

void Arena::Grow(std::size_t bytes) {
  const auto usual = chunks_.empty() ? kFirst : std::min(2 * chunks_.back().bytes, kMost);
  const auto size = std::max(usual, bytes);
  auto memory = std::make_unique_for_overwrite<std::byte[]>(size);
  next_ = memory.get();
  end_ = next_ + size;
  Close(next_, size);
  chunks_.push_back({std::move(memory), size});
}

}  // namespace okno::xml
