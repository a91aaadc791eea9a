// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "http/message.h"

namespace okno::http {

// A file that is being sent. Opened once, so that it may be removed or replaced meanwhile.
class OpenFile {
 public:
  explicit OpenFile(const std::string& path);  // throws when it can not be opened
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  std::size_t size() const { return size_; }
  std::size_t Read(char* to, std::size_t size);  // 0 at the end

 private:
  int file_;
  std::size_t size_ = 0;
};

// What goes on the wire. Exactly one of body, shared, file and subscription carries content.
struct Answer {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::shared_ptr<const std::string> shared;  // a cached file, sent to many at once
  std::shared_ptr<OpenFile> file;
  std::shared_ptr<Subscription> subscription;
  bool abandoned = false;

  std::size_t length() const { return file ? file->size() : content().size(); }
  const std::string& content() const { return shared ? *shared : body; }
  bool has(std::string_view name) const;
};

enum class Transport { kPlain, kTls };
// Opens the file, compresses what gains from it, adds the headers that every answer has.
Answer MakeAnswer(Response response, const Request& request, Transport transport);
void AddCommonHeaders(Answer& answer, const Request& request, Transport transport);
// The policy of an HTML page; `nonce` may be empty.
std::string ContentSecurityPolicy(std::string_view nonce);

enum class Afterwards { kKeepAlive, kClose };
// Status line and fields with the empty line.
std::string HeadText(const Answer& answer, Afterwards afterwards);

}  // namespace okno::http
