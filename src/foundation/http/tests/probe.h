// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace okno::http::testing {

struct Reply {
  int status = 0;
  std::map<std::string, std::string> headers;  // lower case
  std::string body;
};

// A bare TCP client: sends any bytes, reads what comes. A read that gets nothing for 30 s throws,
// so a test can not hang.
class Probe {
 public:
  explicit Probe(int port, int receive_buffer = 0);
  ~Probe();
  Probe(const Probe&) = delete;
  Probe& Send(std::string_view
                  bytes);  // an already closed other side is no error: its answer is what matters
  Probe& HalfClose();
  Reply Read(bool head_only = false);  // one answer, by Content-Length
  std::string ReadUntil(std::string_view mark);
  std::string ReadToEnd();  // everything until the other side closes
  bool IsClosed() { return ReadToEnd().empty(); }

 private:
  bool Fill();
  int socket_;
  std::string buffer_;
};

// GET and the like without a body.
std::string Get(std::string_view path, std::string_view fields = {});
std::string Post(std::string_view path, std::string_view body, std::string_view fields = {});

}  // namespace okno::http::testing
