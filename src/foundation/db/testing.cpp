// SPDX-License-Identifier: Apache-2.0
#include "db/testing.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <stdexcept>

#include "administration.h"
#include "db/queries.h"
#include "private_server.h"

namespace okno::db::testing {
namespace fs = std::filesystem;
namespace {

// Raise it when the way a template is made changes, so that no program takes an older one.
constexpr char kTemplateVersion[] = "1";

struct Access {
  std::string host;
  std::string Dsn(std::string_view user, std::string_view database) const {
    return fmt::format("host={} user={} dbname={}", QuoteForDsn(host), user, database);
  }
};

// The cluster of a test program that was started alone.
class OwnCluster {
 public:
  OwnCluster() {
    std::string made = "/tmp/okno-test-XXXXXX";
    if (!mkdtemp(made.data())) throw std::runtime_error("can not make " + made);
    folder_ = made;
    fs::permissions(folder_, fs::perms(0711));
    server_ = std::make_unique<PrivateServer>(folder_, Durability::kNone);
    server_->EnsureRunning();
  }
  ~OwnCluster() {
    server_->Stop();
    fs::remove_all(folder_);
  }
  std::string socket() const { return folder_ / "server/socket"; }

 private:
  fs::path folder_;
  std::unique_ptr<PrivateServer> server_;
};

const Access& TheCluster() {
  static const Access access = [] {
    if (const char* folder = std::getenv("OKNO_TEST_CLUSTER"); folder && *folder) {
      std::ifstream file(fs::path(folder) / "socket");
      std::string socket;
      if (!std::getline(file, socket)) {
        throw std::runtime_error(std::string("no test cluster in ") + folder);
      }
      return Access{socket};
    }
    static OwnCluster own;
    return Access{own.socket()};
  }();
  return access;
}

std::uint64_t HashOf(std::span<const std::span<const Migration>> rooms) {
  std::uint64_t hash = 0xcbf29ce484222325;
  auto add = [&hash](std::string_view text) {
    for (unsigned char byte : text) hash = (hash ^ byte) * 0x100000001b3;
    hash = (hash ^ 0xff) * 0x100000001b3;
  };
  add(kTemplateVersion);
  for (const auto& room : rooms) {
    for (const auto& step : room) {
      add(step.room), add(step.name), add(step.sql);
    }
  }
  return hash;
}

void MakeTemplate(Connection& connection, const std::string& name,
                  std::span<const std::span<const Migration>> rooms) {
  // Made under another name: a program killed in the middle leaves no template that others would
  // take.
  const std::string making = name + "_making";
  RunWritten(connection, queries::kDropDatabaseStatement, {ToParameter(making)});
  RunWritten(connection, queries::kCreateDatabaseStatement,
             {ToParameter(making), ToParameter(kApplicationRole)});
  EnsureExtensions(*Administer(TheCluster().Dsn("postgres", making)));
  Migrate(TheCluster().Dsn(kApplicationRole, making), rooms);
  RunWritten(connection, queries::kRenameDatabaseStatement,
             {ToParameter(making), ToParameter(name)});
}

// The lock ends with the connection.
std::string EnsureTemplate(std::span<const std::span<const Migration>> rooms) {
  const std::string name = fmt::format("template_{:016x}", HashOf(rooms));
  auto connection = Administer(TheCluster().Dsn("postgres", "postgres"));
  connection->Push(queries::kLockExclusively, {ToParameter(static_cast<long long>(1))});
  connection->Exchange();
  EnsureRole(*connection);
  connection->Push(queries::kDatabaseExists, {ToParameter(name)});
  if (!connection->Exchange().front()["found"].As<bool>()) MakeTemplate(*connection, name, rooms);
  return name;
}

// The program's connection to the cluster, kept: one costs half as much as making a database.
class Administrator {
 public:
  Administrator() : connection_(Administer(TheCluster().Dsn("postgres", "postgres"))) {}

  void RunWritten(const Query& query, std::vector<Parameter> parameters) {
    const std::lock_guard lock(mutex_);
    db::RunWritten(*connection_, query, std::move(parameters));
  }
  // Of the rooms' template, which is made unless another program has made it.
  const std::string& NameOfTemplate(std::span<const std::span<const Migration>> rooms) {
    const std::lock_guard lock(mutex_);
    auto& name = templates_[HashOf(rooms)];
    if (name.empty()) name = EnsureTemplate(rooms);
    return name;
  }

 private:
  std::mutex mutex_;
  std::unique_ptr<Connection> connection_;
  std::map<std::uint64_t, std::string> templates_;
};

Administrator& TheAdministrator() {
  static Administrator administrator;
  return administrator;
}

}  // namespace

Database::Database(std::span<const std::span<const Migration>> rooms) {
  CopyFrom(TheAdministrator().NameOfTemplate(rooms));
}

Database::Database(const Database& model) { CopyFrom(model.name_); }

void Database::CopyFrom(const std::string& model) {
  name_ = "test_" + Uuid::NewV7().ToString();
  TheAdministrator().RunWritten(
      queries::kCopyDatabaseStatement,
      {ToParameter(name_), ToParameter(kApplicationRole), ToParameter(model)});
  dsn_ = TheCluster().Dsn(kApplicationRole, name_);
  admin_dsn_ = TheCluster().Dsn("postgres", name_);
}

Database::~Database() {
  TheAdministrator().RunWritten(queries::kDropDatabaseStatement, {ToParameter(name_)});
}

void Database::TerminateConnections() const {
  auto connection = Administer(admin_dsn_);
  connection->Push(queries::kTerminateConnections, {ToParameter(name_)});
  connection->Exchange();
}

}  // namespace okno::db::testing
