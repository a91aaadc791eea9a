// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace okno::bench {

// Calls the API over one kept connection, with as little work as pgbench does, so that the client
// does not take the server's processor.
class Caller {
 public:
  explicit Caller(int port);
  ~Caller();
  Caller(const Caller&) = delete;

  struct Answer {
    int status = 0;
    std::string body, cookie;
  };
  // `headers`: further lines, each with its \r\n.
  Answer Send(const std::string& method, const std::string& path, const std::string& headers,
              const std::string& body = {});

 private:
  Answer ReadAnswer();
  void Fill();

  int socket_ = -1;
  std::string buffer_;
};

// Signs a demo user in; the header lines that prove it. Throws when refused.
std::string SignIn(int port, const std::string& login);

}  // namespace okno::bench
