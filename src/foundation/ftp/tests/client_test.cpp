// SPDX-License-Identifier: Apache-2.0
#include "ftp/client.h"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>

namespace okno::ftp {
namespace {

// A port of the loopback where nobody listens: bound, so that nobody else can take it.
class SilentPort {
 public:
  SilentPort() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(socket_, generic, size) != 0 || ::getsockname(socket_, generic, &size) != 0)
      throw std::runtime_error("bind");
    number = ntohs(address.sin_port);
  }
  ~SilentPort() { ::close(socket_); }
  int number = 0;

 private:
  int socket_;
};

class FtpTest : public ::testing::Test {
 protected:
  SilentPort silent;
  Server server{.host = "127.0.0.1", .port = silent.number, .user = "u", .password = "p"};
  std::string path = ::testing::TempDir() + "/okno-ftp-" + std::to_string(::getpid());
  ~FtpTest() override { std::remove(path.c_str()); }
};

TEST_F(FtpTest, NobodyListening) {
  std::ofstream(path) << "x";
  auto put = Put(server, {.local_path = path, .directory = "d", .name = "n"});
  EXPECT_EQ(put.kind, Transfer::Kind::kUnreachable);
  EXPECT_FALSE(put.error.empty());
  auto got = Get(server, {.path = "/n", .local_path = path, .limit = 10});
  EXPECT_EQ(got.kind, Transfer::Kind::kUnreachable);
}

TEST_F(FtpTest, AFileThatIsNotThereIsAMatterOfThisSide) {
  auto put = Put(server, {.local_path = path, .directory = "d", .name = "n"});
  EXPECT_EQ(put.kind, Transfer::Kind::kLocal);
}

TEST_F(FtpTest, CommandsCanNotBeSmuggledIntoAName) {
  std::ofstream(path) << "x";
  for (std::string name : {"a\r\nDELE b", "a/b", "", "a\x7f"}) {
    EXPECT_THROW(Put(server, {.local_path = path, .directory = "d", .name = name}),
                 std::invalid_argument);
  }
  auto got = Get(server, {.path = "/a\r\nDELE b", .local_path = path, .limit = 10});
  EXPECT_EQ(got.kind, Transfer::Kind::kNotFound);
}

}  // namespace
}  // namespace okno::ftp
