// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <functional>

#include "ftp/client.h"

namespace okno::ftp {
namespace {

// Takes connections and never says a word.
class SilentServer {
 public:
  SilentServer() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(socket_, generic, size) != 0 || ::listen(socket_, 4) != 0 ||
        ::getsockname(socket_, generic, &size) != 0)
      throw std::runtime_error("listen");
    port = ntohs(address.sin_port);
  }
  ~SilentServer() { ::close(socket_); }
  int port = 0;

 private:
  int socket_;
};

class GoOnTest : public ::testing::Test {
 protected:
  GoOnTest() { std::ofstream(path) << "bytes"; }
  ~GoOnTest() override { std::remove(path.c_str()); }

  // Each way a transfer can go, with the question whether to go on.
  Transfer Bring(GoOn go_on) const {
    return Put(server, {.local_path = path, .directory = "d", .name = "n", .go_on = go_on});
  }
  Transfer Fetch(GoOn go_on) const {
    return Get(server, {.path = "/n", .local_path = path, .limit = 10, .go_on = go_on});
  }

  SilentServer silent;
  Server server{.host = "127.0.0.1", .port = silent.port, .user = "u", .password = "p"};
  std::string path = ::testing::TempDir() + "/okno-go-on-" + std::to_string(::getpid());
};

TEST_F(GoOnTest, ANoStopsTheTransferForGood) {
  int asked = 0;
  const auto no = [&] { return ++asked < 1; };
  EXPECT_EQ(Bring(no).kind, Transfer::Kind::kStopped);
  EXPECT_EQ(asked, 1) << "no further attempt";
  EXPECT_EQ(Fetch(no).kind, Transfer::Kind::kStopped);
}

// It lies in a folder that others may read.
TEST_F(GoOnTest, WhatIsFetchedIsForItsOwnerOnly) {
  std::remove(path.c_str());
  Fetch([] { return false; });
  struct stat status {};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0600u);
}

// It must come out at the caller, unchanged, and not inside libcurl, which is C.
TEST_F(GoOnTest, WhatItThrowsReachesTheCaller) {
  struct LeaseLost {
    int number;
  };
  const auto failing = []() -> bool { throw LeaseLost{7}; };
  for (const auto& transfer :
       {std::function([&] { Bring(failing); }), std::function([&] { Fetch(failing); })}) {
    try {
      transfer();
      FAIL() << "nothing was thrown";
    } catch (const LeaseLost& lost) {
      EXPECT_EQ(lost.number, 7);
    }
  }
}

}  // namespace
}  // namespace okno::ftp
