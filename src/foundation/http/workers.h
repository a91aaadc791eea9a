// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace okno::http {

// A fixed number of threads behind a bounded queue; `queue` 0 takes no more than the threads can
// begin at once.
class Workers {
 public:
  using Task = std::function<void()>;
  Workers(int threads, std::size_t queue);
  ~Workers() { Stop(); }
  // False when every thread has a task and `queue` more are waiting already.
  [[nodiscard]] bool TryPost(Task task);
  // For the next step of something already admitted: never refused, before all that waits.
  void PostNext(Task task);
  // How many tasks wait; may be read after this object is gone.
  std::shared_ptr<const std::atomic<int>> waiting() const { return waiting_; }
  // Tasks that wait are dropped; returns when those that run have ended.
  void Stop();

 private:
  void Run();
  const std::size_t limit_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Task> queue_;
  std::size_t running_ = 0;
  const std::shared_ptr<std::atomic<int>> waiting_ = std::make_shared<std::atomic<int>>(0);
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace okno::http
