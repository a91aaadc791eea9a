// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "ftp/session.h"

namespace okno::testbed {

struct FtpOptions {
  std::string listen = "127.0.0.1";  // a dotted address
  int port = 0;                      // 0: any free one
  std::size_t sessions = 64;         // at once; more are answered 421
  FtpLimits limits;
};

// The FTP server of the test bed (RFC 959, 2428, 3659): one thread a session, passive transfers
// only. Who may sign in and what they reach is the login's business.
class FtpServer {
 public:
  FtpServer(FtpOptions options, FtpLogin login, FtpTrouble trouble = {});
  ~FtpServer();
  void Start();  // throws with a text for a person when the port is taken
  void Stop();   // cuts the sessions; repeated calls do nothing, Start may follow
  int port() const { return options_.port; }

 private:
  struct Running {
    FtpSession session;
    std::thread thread;
    std::atomic<bool> done{false};
    Running(Socket control, const FtpServer& server)
        : session(std::move(control), server.login_, server.options_.limits, server.trouble_) {}
  };
  void AcceptLoop();
  void Open(Socket control);
  void JoinDone();

  FtpOptions options_;
  FtpLogin login_;
  FtpTrouble trouble_;
  Socket listening_;
  std::thread thread_;
  std::mutex mutex_;
  std::list<Running> running_;
  bool stopping_ = false;
};

}  // namespace okno::testbed
