// SPDX-License-Identifier: Apache-2.0
#include "db/cluster.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <stdexcept>
#include <thread>

#include "administration.h"
#include "db/queries.h"
#include "log/log.h"
#include "private_server.h"

namespace okno::db {
namespace fs = std::filesystem;
namespace {

// A lock among processes that ends with its holder, even one killed with SIGKILL.
class FolderLock {
 public:
  explicit FolderLock(const fs::path& path)
      : handle_(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (handle_ < 0)
      throw std::runtime_error("can not use the folder: no access to " + path.string());
  }
  ~FolderLock() { close(handle_); }
  FolderLock(const FolderLock&) = delete;
  bool Take(int operation) const {
    int result = 0;
    do result = flock(handle_, operation);
    while (result != 0 && errno == EINTR);
    return result == 0;
  }

 private:
  int handle_;
};

class Handle {
 public:
  explicit Handle(int number) : number_(number) {}
  ~Handle() {
    if (number_ >= 0) close(number_);
  }
  Handle(const Handle&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

struct Cluster::State {
  State(const fs::path& given_folder, std::string given_database)
      : folder(given_folder),
        database(std::move(given_database)),
        users(folder / "users.lock"),
        server(folder, Durability::kFull) {}

  // Whoever starts or stops the server holds start.lock; whoever uses it shares users.lock.
  void EnsureRunning() {
    const FolderLock start(folder / "start.lock");
    start.Take(LOCK_EX);
    users.Take(LOCK_SH);
    server.EnsureRunning();
  }

  void EnsureDatabase() const {
    const FolderLock start(folder / "start.lock");
    start.Take(LOCK_EX);
    {
      auto connection = Administer(server.Dsn("postgres", "postgres"));
      EnsureRole(*connection);
      RunWritten(*connection, queries::kCreateDatabaseStatement,
                 {ToParameter(database), ToParameter(kApplicationRole)});
    }
    EnsureExtensions(*Administer(server.Dsn("postgres", database)));
  }

  void StopWhenLast() {
    const FolderLock start(folder / "start.lock");
    start.Take(LOCK_EX);
    if (users.Take(LOCK_EX | LOCK_NB)) server.Stop();
  }

  // Restarts the server when it dies under us.
  void Watch() {
    for (;;) {
      const auto pid = server.FindRunning();
      const Handle life(pid ? OpenLife(*pid) : -1);
      pollfd wanted[] = {{stop.number(), POLLIN, 0}, {life.number(), POLLIN, 0}};
      if (life.number() >= 0) poll(wanted, 2, -1);
      if (wanted[0].revents) return;
      if (life.number() >= 0 && !wanted[1].revents) continue;
      log::Warning("cluster_died");
      try {
        EnsureRunning();
      } catch (const std::exception& error) {
        log::Error("cluster_restart_failed", {{"error", error.what()}});
        if (poll(wanted, 1, 1000) == 1) return;
      }
    }
  }

  fs::path folder;
  std::string database;
  FolderLock users;
  PrivateServer server;
  Handle stop{eventfd(0, EFD_CLOEXEC)};
  std::thread watcher;
};

std::unique_ptr<Cluster> Cluster::Start(const std::string& folder, const std::string& database) {
  fs::create_directories(folder);
  auto state = std::make_unique<State>(fs::canonical(folder), database);
  state->EnsureRunning();
  std::unique_ptr<Cluster> cluster(new Cluster(std::move(state)));
  cluster->state_->EnsureDatabase();
  return cluster;
}

Cluster::Cluster(std::unique_ptr<State> state) : state_(std::move(state)) {
  state_->watcher = std::thread([running = state_.get()] { running->Watch(); });
}

Cluster::~Cluster() {
  const std::uint64_t one = 1;
  if (write(state_->stop.number(), &one, sizeof one) == sizeof one) state_->watcher.join();
  try {
    state_->StopWhenLast();
  } catch (const std::exception& error) {
    log::Error("cluster_stop_failed", {{"error", error.what()}});
  }
}

std::string Cluster::dsn() const { return state_->server.Dsn(kApplicationRole, state_->database); }

std::string Cluster::admin_dsn() const { return state_->server.Dsn("postgres", state_->database); }

}  // namespace okno::db
