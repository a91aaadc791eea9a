// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "db/cluster.h"
#include "process.h"
#include "sample.h"

namespace okno::db::sample {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

const Query kRole{
    "sample.role",
    "SELECT rolsuper OR rolbypassrls AS unbound FROM pg_roles WHERE rolname = current_user;"};
const Query kExtensions{
    "sample.extensions",
    "SELECT count(*) AS found FROM pg_extension WHERE extname IN ('pg_trgm', 'unaccent', "
    "'btree_gin', 'btree_gist', 'citext');"};
const Query kDurable{
    "sample.durable",
    "SELECT current_setting('fsync') || current_setting('synchronous_commit') AS value;"};

fs::path MakeTemporary(fs::perms permissions) {
  std::string made = "/tmp/okno-cluster-XXXXXX";
  if (!mkdtemp(made.data())) throw std::runtime_error("mkdtemp");
  fs::permissions(made, permissions);
  return made;
}

pid_t ServerOf(const fs::path& folder) {
  std::ifstream file(folder / "server/data/postmaster.pid");
  pid_t pid = 0;
  file >> pid;
  return pid;
}

// One folder for all tests, because initdb takes seconds; each test starts and stops the server.
// A backend outlives its server by a moment: what it is asked then may be lost on the way.
long long CountOnceBack(Pool& pool) {
  for (int attempt = 0;; ++attempt) {
    try {
      return Count(pool);
    } catch (const Error& error) {
      if (!error.IsLost() || attempt == 10) throw;
    }
  }
}

class ClusterTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { top = MakeTemporary(fs::perms(0711)); }
  static void TearDownTestSuite() { fs::remove_all(top); }
  static fs::path folder() { return top / "данные"; }
  static std::unique_ptr<Cluster> Start() {
    auto cluster = Cluster::Start(folder(), "okno");
    Migrate(cluster->dsn(), kRooms);
    return cluster;
  }
  static void Insert(Pool& pool, int id) {
    pool.Transact(Scope::System(), [&](Tx& tx) { tx.Queue(kInsert, id, "o", "kept"); });
  }
  static inline fs::path top;
};

TEST_F(ClusterTest, ServesAnOrdinaryRoleAndKeepsRowsOverARestart) {
  pid_t server = 0;
  {
    auto cluster = Start();
    Pool pool({.dsn = cluster->dsn(), .size = 1});
    Insert(pool, 1);
    pool.Transact(Scope::System(), [&](Tx& tx) {
      EXPECT_FALSE(tx.Run(kRole).front()["unbound"].As<bool>());
      EXPECT_EQ(tx.Run(kExtensions).front()["found"].As<int>(), 5);
      EXPECT_EQ(tx.Run(kDurable).front()["value"].Text(), "onon");
    });
    EXPECT_EQ(Count(pool, Scope{"another"}), 0);
    server = ServerOf(folder());
    EXPECT_TRUE(IsRunning(server));
    EXPECT_NE(getsid(server), getsid(0)) << "Ctrl-C would reach it";
  }
  EXPECT_FALSE(IsRunning(server));
  auto cluster = Start();
  Pool pool({.dsn = cluster->dsn(), .size = 1});
  EXPECT_EQ(Count(pool), 1);
}

TEST_F(ClusterTest, NobodyElseMayReachTheSocket) {
  auto cluster = Start();
  struct stat status {};
  ASSERT_EQ(stat((folder() / "server/socket").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0700u);
  EXPECT_EQ(status.st_uid, ServerIdentity().user);
}

TEST_F(ClusterTest, AServerKilledUnderUsComesBackWithEveryCommittedRow) {
  auto cluster = Start();
  Pool pool({.dsn = cluster->dsn(), .size = 2, .acquire_timeout = std::chrono::minutes(1)});
  const long long before = Count(pool);
  for (int id = 100; id < 150; ++id) Insert(pool, id);
  const pid_t server = ServerOf(folder());
  ASSERT_EQ(kill(server, SIGKILL), 0);
  EXPECT_TRUE(WaitForExit(server, std::chrono::minutes(1)));
  EXPECT_EQ(CountOnceBack(pool), before + 50);
  EXPECT_NE(ServerOf(folder()), server);
}

TEST_F(ClusterTest, ASecondUserAttachesAndTheLastOneOutStopsTheServer) {
  auto first = Start();
  const pid_t server = ServerOf(folder());
  auto second = Start();
  EXPECT_EQ(ServerOf(folder()), server);
  first.reset();
  EXPECT_TRUE(IsRunning(server));
  Pool pool({.dsn = second->dsn(), .size = 1});
  EXPECT_TRUE(pool.IsAlive());
  second.reset();
  EXPECT_FALSE(IsRunning(server));
}

TEST_F(ClusterTest, TheServerOfAKilledProcessIsTakenOver) {
  int started[2];
  ASSERT_EQ(pipe(started), 0);
  const pid_t child = fork();
  if (child == 0) {
    auto cluster = Cluster::Start(folder(), "okno");
    const char byte = 1;
    if (write(started[1], &byte, 1) == 1) pause();
    _exit(1);
  }
  close(started[1]);
  char byte = 0;
  ASSERT_EQ(read(started[0], &byte, 1), 1);
  close(started[0]);
  const pid_t server = ServerOf(folder());
  ASSERT_EQ(kill(child, SIGKILL), 0);
  ASSERT_EQ(waitpid(child, nullptr, 0), child);
  EXPECT_TRUE(IsRunning(server));
  auto cluster = Start();
  EXPECT_EQ(ServerOf(folder()), server);
  cluster.reset();
  EXPECT_FALSE(IsRunning(server));
}

TEST_F(ClusterTest, ALeftPidFileOfAStrangerDoesNotMislead) {
  Start();
  std::ofstream(folder() / "server/data/postmaster.pid") << getpid() << "\n";
  auto cluster = Start();
  EXPECT_NE(ServerOf(folder()), getpid());
}

TEST_F(ClusterTest, AStartKilledDuringInitdbIsRepeated) {
  const fs::path fresh = top / "fresh";
  fs::create_directories(fresh / "server/data.new/base");
  std::ofstream(fresh / "server/data.new/PG_VERSION") << "15\n";
  auto cluster = Cluster::Start(fresh, "okno");
  EXPECT_TRUE(IsRunning(ServerOf(fresh)));
}

TEST_F(ClusterTest, AFolderWithSomethingElseInsteadOfDataIsLeftAlone) {
  const fs::path other = top / "other";
  fs::create_directories(other / "server/data");
  std::ofstream(other / "server/data/letters.txt") << "not a database";
  EXPECT_THAT([&] { Cluster::Start(other, "okno"); },
              ThrowsMessage<std::runtime_error>(HasSubstr("holds no PostgreSQL cluster")));
  EXPECT_TRUE(fs::exists(other / "server/data/letters.txt"));
}

TEST_F(ClusterTest, ASocketFolderOpenToOthersIsRefused) {
  // The path is too long for a socket, so it goes to /tmp, where anybody could have made the folder
  // before.
  const fs::path deep = top / std::string(120, 'd');
  std::string dsn = Cluster::Start(deep, "okno")->dsn();
  const fs::path socket = dsn.substr(6, dsn.find('\'', 6) - 6);
  ASSERT_EQ(socket.parent_path(), "/tmp");
  fs::permissions(socket, fs::perms(0777));
  EXPECT_THAT([&] { Cluster::Start(deep, "okno"); },
              ThrowsMessage<std::runtime_error>(HasSubstr("belongs to somebody else")));
  fs::remove_all(socket);
}

TEST_F(ClusterTest, AFolderTheServersUserCanNotEnterGetsItsFilesElsewhere) {
  if (geteuid() != 0) GTEST_SKIP() << "only root runs the server as another user";
  const fs::path closed = MakeTemporary(fs::perms(0700));
  Cluster::Start(closed, "okno");
  const fs::path outside = fs::read_symlink(closed / "server");
  EXPECT_EQ(outside.parent_path(), "/var/lib/okno");
  EXPECT_TRUE(fs::exists(outside / "data/PG_VERSION"));
  Cluster::Start(closed, "okno");
  EXPECT_EQ(fs::read_symlink(closed / "server"), outside);
  fs::remove_all(outside);
  fs::remove_all(closed);
  std::error_code not_empty;
  fs::remove("/var/lib/okno", not_empty);
}

}  // namespace
}  // namespace okno::db::sample
