// SPDX-License-Identifier: Apache-2.0
#include "ftp/client.h"

#include <curl/curl.h>
#include <fcntl.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace okno::ftp {
namespace {

struct Cleanup {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using Easy = std::unique_ptr<CURL, Cleanup>;
using File = std::unique_ptr<std::FILE, Cleanup>;

std::string Escape(CURL* curl, std::string_view text) {
  char* escaped = curl_easy_escape(curl, text.data(), static_cast<int>(text.size()));
  if (escaped == nullptr) throw std::bad_alloc();
  std::string result(escaped);
  curl_free(escaped);
  return result;
}

// Every part between slashes is escaped; a leading slash becomes an empty part, which libcurl takes
// for the root of the server.
std::string Url(CURL* curl, const Server& server, std::string_view path) {
  auto url = "ftp://" + server.host + ":" + std::to_string(server.port);
  for (std::size_t begin = 0; begin <= path.size();) {
    auto end = std::min(path.find('/', begin), path.size());
    url += "/" + Escape(curl, path.substr(begin, end - begin));
    begin = end + 1;
  }
  return url;
}

bool IsPlain(std::string_view path) {
  for (unsigned char letter : path) {
    if (letter < ' ' || letter == 0x7f) return false;
  }
  return !path.empty();
}

// One transfer, while libcurl works on it.
struct Running {
  std::FILE* file = nullptr;
  const GoOn* go_on = nullptr;
  std::uint64_t moved = 0;
  std::exception_ptr thrown = {};  // by go_on
  std::uint64_t limit = UINT64_MAX;
  std::chrono::steady_clock::time_point asked = std::chrono::steady_clock::now();
  bool too_large = false, stopped = false, file_failed = false;
};

std::size_t OnWrite(char* bytes, std::size_t, std::size_t size, void* context) {
  auto& running = *static_cast<Running*>(context);
  running.too_large = running.moved + size > running.limit;
  if (running.too_large) return 0;
  auto written = std::fwrite(bytes, 1, size, running.file);
  running.file_failed = written != size;
  running.moved += written;
  return written;
}

std::size_t OnRead(char* bytes, std::size_t, std::size_t size, void* context) {
  auto& running = *static_cast<Running*>(context);
  auto read = std::fread(bytes, 1, size, running.file);
  running.file_failed = std::ferror(running.file) != 0;
  if (running.file_failed) return CURL_READFUNC_ABORT;
  running.moved += read;
  return read;
}

int OnSeek(void* context, curl_off_t offset, int origin) {
  auto* file = static_cast<Running*>(context)->file;
  return ::fseeko(file, offset, origin) == 0 ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
}

int OnProgress(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  auto& running = *static_cast<Running*>(context);
  auto now = std::chrono::steady_clock::now();
  if (!*running.go_on || now - running.asked < std::chrono::seconds(1)) return 0;
  running.asked = now;
  try {
    running.stopped = !(*running.go_on)();
  } catch (...) {  // must not pass through libcurl
    running.thrown = std::current_exception();
    running.stopped = true;
  }
  return running.stopped ? 1 : 0;
}

Easy Start(const Server& server, Running& running) {
  [[maybe_unused]] static const CURLcode initialized = curl_global_init(CURL_GLOBAL_DEFAULT);
  Easy curl(curl_easy_init());
  if (!curl) throw std::runtime_error("libcurl could not be started");
  auto set = [&](auto option, auto value) { curl_easy_setopt(curl.get(), option, value); };
  set(CURLOPT_PROTOCOLS_STR, "ftp");
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_USERNAME, server.user.c_str());
  set(CURLOPT_PASSWORD, server.password.c_str());
  set(CURLOPT_FTP_SKIP_PASV_IP, 1L);
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(server.connect_timeout.count()));
  set(CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(server.stall.count()));
  set(CURLOPT_LOW_SPEED_LIMIT, 1L);
  set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(server.stall.count()));
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_XFERINFOFUNCTION, OnProgress);
  set(CURLOPT_XFERINFODATA, &running);
  return curl;
}

Transfer::Kind KindOf(CURLcode code, const Running& running) {
  using Kind = Transfer::Kind;
  if (running.stopped) return Kind::kStopped;
  if (running.too_large) return Kind::kTooLarge;
  if (running.file_failed) return Kind::kLocal;
  switch (code) {
    case CURLE_OK:
      return Kind::kDone;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
      return Kind::kUnreachable;
    case CURLE_LOGIN_DENIED:
      return Kind::kLoginRefused;
    case CURLE_REMOTE_ACCESS_DENIED:
    case CURLE_FTP_COULDNT_RETR_FILE:
    case CURLE_REMOTE_FILE_NOT_FOUND:
      return Kind::kNotFound;
    case CURLE_UPLOAD_FAILED:
    case CURLE_REMOTE_DISK_FULL:
    case CURLE_QUOTE_ERROR:
      return Kind::kRefused;
    default:
      return Kind::kBroken;
  }
}

Transfer Perform(CURL* curl, Running& running) {
  char error[CURL_ERROR_SIZE] = "";
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
  auto code = curl_easy_perform(curl);
  if (running.thrown) std::rethrow_exception(running.thrown);
  Transfer transfer{KindOf(code, running), running.moved, {}};
  if (!transfer.done()) transfer.error = *error ? error : curl_easy_strerror(code);
  return transfer;
}

File OpenToRead(const std::string& path) { return File(std::fopen(path.c_str(), "rbe")); }

// What people send each other is for nobody else on this machine to read.
File OpenToWrite(const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  return File(file < 0 ? nullptr : ::fdopen(file, "wb"));
}

enum class Attempt { kFirst, kResumed };
Transfer PutOnce(const Server& server, const Upload& upload, Attempt attempt) {
  auto file = OpenToRead(upload.local_path);
  std::error_code error;
  auto size = std::filesystem::file_size(upload.local_path, error);
  if (!file || error) return {Transfer::Kind::kLocal, 0, upload.local_path};
  Running running{.file = file.get(), .go_on = &upload.go_on};
  auto curl = Start(server, running);
  auto set = [&](auto option, auto value) { curl_easy_setopt(curl.get(), option, value); };
  auto path = upload.directory.empty() ? upload.name : upload.directory + "/" + upload.name;
  set(CURLOPT_URL, Url(curl.get(), server, path).c_str());
  set(CURLOPT_UPLOAD, 1L);
  // Another process may make it at the same moment: then CWD is tried once more.
  set(CURLOPT_FTP_CREATE_MISSING_DIRS, static_cast<long>(CURLFTP_CREATE_DIR_RETRY));
  set(CURLOPT_READFUNCTION, OnRead);
  set(CURLOPT_READDATA, &running);
  set(CURLOPT_SEEKFUNCTION, OnSeek);
  set(CURLOPT_SEEKDATA, &running);
  set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(size));
  // -1: ask the server for SIZE, skip so much and APPE the rest.
  if (attempt == Attempt::kResumed) set(CURLOPT_RESUME_FROM_LARGE, static_cast<curl_off_t>(-1));
  return Perform(curl.get(), running);
}

}  // namespace

Transfer Put(const Server& server, const Upload& upload) {
  bool plain = IsPlain(upload.name) && upload.name.find('/') == std::string::npos &&
               (upload.directory.empty() || IsPlain(upload.directory));
  if (!plain) throw std::invalid_argument("ftp: a name of a file or directory is not plain");
  auto transfer = PutOnce(server, upload, Attempt::kFirst);
  for (int attempt = 1; attempt < upload.attempts; ++attempt) {
    if (transfer.kind != Transfer::Kind::kBroken) break;
    transfer = PutOnce(server, upload, Attempt::kResumed);
  }
  return transfer;
}

Transfer Get(const Server& server, const Download& download) {
  if (!IsPlain(download.path)) return {Transfer::Kind::kNotFound, 0, "the path is not plain"};
  auto file = OpenToWrite(download.local_path);
  if (!file) return {Transfer::Kind::kLocal, 0, download.local_path};
  Running running{.file = file.get(), .go_on = &download.go_on, .limit = download.limit};
  auto curl = Start(server, running);
  auto set = [&](auto option, auto value) { curl_easy_setopt(curl.get(), option, value); };
  set(CURLOPT_URL, Url(curl.get(), server, download.path).c_str());
  // The path goes into RETR as it is: a server may let us read a file but not walk its folders.
  set(CURLOPT_FTP_FILEMETHOD, static_cast<long>(CURLFTPMETHOD_NOCWD));
  set(CURLOPT_WRITEFUNCTION, OnWrite);
  set(CURLOPT_WRITEDATA, &running);
  auto transfer = Perform(curl.get(), running);
  bool kept = std::fflush(file.get()) == 0;
  if (transfer.done() && !kept) transfer.kind = Transfer::Kind::kLocal;
  return transfer;
}

}  // namespace okno::ftp
