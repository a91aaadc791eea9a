// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace okno::ftp {

// Where to log in. Passive mode and binary transfers only; the address the server names in PASV is
// not believed, data connections go to `host`.
struct Server {
  std::string host;
  int port = 21;
  std::string user, password;
  std::chrono::milliseconds connect_timeout{10'000};
  // A transfer that moves nothing for so long is broken; there is no limit on the whole.
  std::chrono::seconds stall{30};
};

struct Transfer {
  enum class Kind {
    kDone,
    kUnreachable,  // nobody answers at that address
    kLoginRefused,
    kNotFound,  // no such file or directory, or no right to it
    kRefused,   // the server does not take it: no place, a name it does not allow
    kBroken,    // the transfer stopped; trying again can help
    kTooLarge,  // of downloads: longer than the limit
    kLocal,     // the file on this side can not be read or written
    kStopped,   // `go_on` said no
  } kind = Kind::kBroken;
  std::uint64_t bytes = 0;  // moved by the last attempt
  std::string error;        // for a log line
  bool done() const { return kind == Kind::kDone; }
};

// Asked about once a second while a transfer runs; false stops it. May be empty.
using GoOn = std::function<bool()>;

struct Upload {
  std::string local_path;
  std::string directory;  // below the login directory, made when absent; "" = the login directory
  std::string name;       // neither "/" nor control characters
  int attempts = 3;       // each goes on where the one before stopped
  GoOn go_on = {};
};
Transfer Put(const Server& server, const Upload& upload);

struct Download {
  std::string path;         // as the server knows it; a leading "/" counts from its root
  std::string local_path;   // written anew
  std::uint64_t limit = 0;  // bytes
  GoOn go_on = {};
};
Transfer Get(const Server& server, const Download& download);

}  // namespace okno::ftp
