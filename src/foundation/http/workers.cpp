// SPDX-License-Identifier: Apache-2.0
#include "workers.h"

namespace okno::http {

Workers::Workers(int threads, std::size_t queue) : limit_(threads + queue) {
  threads_.reserve(threads);
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { Run(); });
}

bool Workers::TryPost(Task task) {
  {
    std::lock_guard lock(mutex_);
    if (stopping_ || running_ + queue_.size() >= limit_) return false;
    queue_.push_back(std::move(task));
    ++*waiting_;
  }
  arrived_.notify_one();
  return true;
}

void Workers::PostNext(Task task) {
  {
    std::lock_guard lock(mutex_);
    if (stopping_) return;
    queue_.push_front(std::move(task));
    ++*waiting_;
  }
  arrived_.notify_one();
}

void Workers::Stop() {
  std::deque<Task> dropped;
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
    dropped.swap(queue_);
    *waiting_ = 0;
  }
  arrived_.notify_all();
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
}

void Workers::Run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    arrived_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (stopping_) return;
    auto task = std::move(queue_.front());
    queue_.pop_front();
    --*waiting_;
    ++running_;
    lock.unlock();
    task();
    task = nullptr;  // what it holds goes without the lock
    lock.lock();
    --running_;
  }
}

}  // namespace okno::http
