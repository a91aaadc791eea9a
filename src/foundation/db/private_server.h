// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "process.h"

namespace okno::db {

enum class Durability { kFull, kNone };  // kNone only for tests: no fsync

// The programs and files of one private PostgreSQL server: data, socket and log below one folder.
// Knows how to make, find, start and stop it; who may do so when is the caller's matter (Cluster
// holds the locks).
class PrivateServer {
 public:
  // `folder` must exist. When we are root and the user postgres may not enter it (a checkout below
  // /root), the server's files lie below /var/lib/okno and a link `server` in the folder says
  // where.
  PrivateServer(const std::filesystem::path& folder, Durability durability);

  // Makes the cluster if there is none and starts it unless it runs already; returns when it
  // answers. Throws std::runtime_error with a text for a person.
  void EnsureRunning();
  void Stop();
  std::optional<pid_t> FindRunning() const;

  // A libpq DSN over the socket.
  std::string Dsn(const std::string& user, const std::string& database) const;

 private:
  void Place(const std::filesystem::path& folder);
  void PlaceSocket();
  void FindPrograms();
  void MakeServerFolder(const std::filesystem::path& path) const;
  void Initialize() const;
  void WriteSettings() const;
  pid_t PidInFile() const;
  void StartAndWait();
  bool Answers() const;
  std::string LastLogLines() const;

  Identity identity_;
  Durability durability_;
  std::filesystem::path base_, data_, socket_, log_, programs_;
};

// A value for a libpq DSN, quoted.
std::string QuoteForDsn(const std::string& value);

}  // namespace okno::db
