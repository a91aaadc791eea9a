// SPDX-License-Identifier: Apache-2.0
#include "answer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <system_error>

#include "ascii.h"
#include "encoding.h"

namespace okno::http {
namespace {

constexpr std::size_t kWorthCompressing = 1024;
constexpr int kFastLevel = 3;

const char* Reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 422:
      return "Unprocessable Content";
    case 428:
      return "Precondition Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "Status";
  }
}

std::string HttpDate() {
  std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[40];
  return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

void Compress(Answer& answer, const Request& request) {
  auto type = std::find_if(answer.headers.begin(), answer.headers.end(), [](const auto& header) {
    return SameName(header.first, "content-type");
  });
  if (type == answer.headers.end() || !IsCompressible(type->second)) return;
  if (answer.body.size() < kWorthCompressing || answer.has("Content-Encoding")) return;
  answer.headers.emplace_back("Vary", "Accept-Encoding");
  if (!AcceptsCoding(request.header("accept-encoding"), "gzip")) return;
  answer.body = Gzip(answer.body, kFastLevel);
  answer.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace

OpenFile::OpenFile(const std::string& path) : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  struct stat info {};
  if (file_ < 0 || ::fstat(file_, &info) != 0 || !S_ISREG(info.st_mode)) {
    auto error = errno;
    if (file_ >= 0) ::close(file_);
    throw std::system_error(error, std::generic_category(), "the file of an answer");
  }
  size_ = static_cast<std::size_t>(info.st_size);
}

OpenFile::~OpenFile() { ::close(file_); }

std::size_t OpenFile::Read(char* to, std::size_t size) {
  auto got = ::read(file_, to, size);
  if (got < 0) throw std::system_error(errno, std::generic_category(), "the file of an answer");
  return static_cast<std::size_t>(got);
}

bool Answer::has(std::string_view name) const {
  return std::any_of(headers.begin(), headers.end(),
                     [&](const auto& header) { return SameName(header.first, name); });
}

std::string ContentSecurityPolicy(std::string_view nonce) {
  std::string style = "style-src 'self'";
  if (!nonce.empty()) style += " 'nonce-" + std::string(nonce) + "'";
  return "default-src 'self'; script-src 'self'; " + style +
         "; img-src 'self' data: blob:; font-src 'self'; worker-src 'self'; connect-src 'self'; "
         "frame-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
         "frame-ancestors 'none'";
}

void AddCommonHeaders(Answer& answer, const Request& request, Transport transport) {
  auto add = [&](const char* name, std::string value) {
    if (!answer.has(name)) answer.headers.emplace_back(name, std::move(value));
  };
  add("Cache-Control", "no-store");
  add("X-Request-Id", request.id);
  static const std::string policy = ContentSecurityPolicy({});
  add("Content-Security-Policy", policy);
  add("X-Content-Type-Options", "nosniff");
  add("Referrer-Policy", "same-origin");
  add("Cross-Origin-Opener-Policy", "same-origin");
  if (transport == Transport::kTls)
    add("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

Answer MakeAnswer(Response response, const Request& request, Transport transport) {
  Answer answer;
  answer.status = response.status;
  answer.headers = std::move(response.headers);
  answer.subscription = std::move(response.subscription);
  answer.abandoned = response.abandoned;
  if (!response.file_path.empty()) {
    answer.file = std::make_shared<OpenFile>(response.file_path);
  } else if (!answer.subscription) {
    answer.body = std::move(response.body);
    Compress(answer, request);
  }
  AddCommonHeaders(answer, request, transport);
  return answer;
}

std::string HeadText(const Answer& answer, Afterwards afterwards) {
  std::string text =
      "HTTP/1.1 " + std::to_string(answer.status) + " " + Reason(answer.status) + "\r\n";
  for (const auto& [name, value] : answer.headers)
    text.append(name).append(": ").append(value).append("\r\n");
  text += "Date: " + HttpDate() + "\r\n";
  bool empty = answer.status == 204 || answer.status == 304;
  if (!answer.subscription && !empty)
    text += "Content-Length: " + std::to_string(answer.length()) + "\r\n";
  text += afterwards == Afterwards::kClose ? "Connection: close\r\n\r\n"
                                           : "Connection: keep-alive\r\n\r\n";
  return text;
}

}  // namespace okno::http
