// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "connection.h"

namespace okno::db {

// Tells what has committed, on a thread and a connection of its own. A NOTIFY inside the transaction
// itself holds a lock of the whole cluster until its commit has reached the disk, and commits queue
// behind each other; here whatever has gathered goes out together and waits for no disk.
// Thread-safe. The thread begins with the first notice.
class Notifier {
 public:
  explicit Notifier(SessionSettings settings) : settings_(std::move(settings)) {}
  ~Notifier();  // tells what has gathered; gives up when the server is away
  void Tell(std::vector<Notice> notices);

 private:
  void Run();
  bool Send(const std::vector<Notice>& notices);

  const SessionSettings settings_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Notice> waiting_;
  bool stopping_ = false;
  std::thread thread_;
  std::unique_ptr<Connection> connection_;  // of the thread
};

}  // namespace okno::db
