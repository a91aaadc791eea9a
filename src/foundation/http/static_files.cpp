// SPDX-License-Identifier: Apache-2.0
#include "static_files.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "crypto/hash.h"
#include "encoding.h"
#include "text/strings.h"

namespace okno::http {
namespace {

constexpr std::size_t kSmall = 1024 * 1024;
constexpr std::size_t kCacheLimit = 64 * 1024 * 1024;
constexpr std::string_view kNonceMark = "{{nonce}}";

std::string_view TypeOf(std::string_view path) {
  static constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".map", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".webp", "image/webp"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".woff", "font/woff"},
      {".wasm", "application/wasm"},
      {".pdf", "application/pdf"},
      {".txt", "text/plain; charset=utf-8"},
      {".xml", "application/xml"},
  };
  for (const auto& [ending, type] : kTypes)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

bool IsHidden(std::string_view path) { return path.find("/.") != std::string_view::npos; }

bool IsPageRequest(const Request& request) {
  return request.path != "/api" && !request.path.starts_with("/api/") &&
         !request.path.starts_with("/assets/") &&
         request.header("accept").find("text/html") != std::string_view::npos;
}

std::string ReplaceAll(std::string text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

std::string ETagOf(std::size_t size, const timespec& modified, std::string_view coding) {
  return "\"" + std::to_string(size) + "-" + std::to_string(modified.tv_sec) + "." +
         std::to_string(modified.tv_nsec) + std::string(coding) + "\"";
}

bool Matches(std::string_view if_none_match, std::string_view etag) {
  for (const auto& item : text::Split(if_none_match, ',')) {
    auto candidate = text::Trim(item);
    if (candidate == "*" || candidate == etag || candidate == "W/" + std::string(etag)) return true;
  }
  return false;
}

}  // namespace

StaticFiles::StaticFiles(std::string folder) {
  std::error_code missing;
  if (!folder.empty()) folder_ = std::filesystem::canonical(folder, missing).string();
}

std::optional<Answer> StaticFiles::Serve(const Request& request) {
  if (folder_.empty() || (request.method != "GET" && request.method != "HEAD")) return std::nullopt;
  if (IsHidden(request.path)) return std::nullopt;
  auto relative = request.path.ends_with('/') ? request.path + "index.html" : request.path;
  auto file = Find(relative);
  if (!file && IsPageRequest(request)) {
    file = FindPage(request.path);
    relative = "/index.html";
  }
  if (!file) return std::nullopt;
  bool page = file->bytes && relative.ends_with(".html") &&
              file->bytes->find(kNonceMark) != std::string::npos;
  return page ? ServePage(*file) : ServeFile(*file, relative, request);
}

// The file below the folder, after symbolic links: one that leads out of it is as good as none.
std::optional<StaticFiles::File> StaticFiles::Find(const std::string& relative) {
  std::error_code missing;
  auto path = std::filesystem::canonical(folder_ + relative, missing).string();
  struct stat info {};
  if (missing || !path.starts_with(folder_ + "/") || ::stat(path.c_str(), &info) != 0 ||
      !S_ISREG(info.st_mode))
    return std::nullopt;
  auto size = static_cast<std::size_t>(info.st_size);
  {
    std::lock_guard lock(mutex_);
    auto cached = cache_.find(path);
    if (cached != cache_.end()) {
      const auto& file = cached->second;
      if (file.size == size && file.modified.tv_sec == info.st_mtim.tv_sec &&
          file.modified.tv_nsec == info.st_mtim.tv_nsec)
        return file;
      cached_bytes_ -= file.size;
      cache_.erase(cached);
    }
  }
  File file{path, size, info.st_mtim, nullptr};
  if (size > kSmall) return file;
  std::ifstream in(path, std::ios::binary);
  file.bytes = std::make_shared<const std::string>(std::istreambuf_iterator<char>(in),
                                                   std::istreambuf_iterator<char>());
  if (file.bytes->size() != size) return std::nullopt;  // being replaced this moment
  std::lock_guard lock(mutex_);
  if (cached_bytes_ + size <= kCacheLimit && cache_.emplace(path, file).second)
    cached_bytes_ += size;
  return file;
}

std::optional<StaticFiles::File> StaticFiles::FindPage(std::string_view path) {
  for (auto end = path.rfind('/'); end != std::string_view::npos;
       end = end == 0 ? std::string_view::npos : path.rfind('/', end - 1))
    if (auto file = Find(std::string(path.substr(0, end)) + "/index.html")) return file;
  return std::nullopt;
}

// Without ETag: a 304 would give the page of an earlier nonce the policy of a new one.
Answer StaticFiles::ServePage(const File& file) const {
  auto nonce = crypto::RandomToken();
  Answer answer;
  answer.body = ReplaceAll(*file.bytes, kNonceMark, nonce);
  answer.headers = {{"Content-Type", "text/html; charset=utf-8"},
                    {"Cache-Control", "no-cache"},
                    {"Content-Security-Policy", ContentSecurityPolicy(nonce)}};
  return answer;
}

Answer StaticFiles::ServeFile(const File& original, const std::string& relative,
                              const Request& request) {
  auto accepted = request.header("accept-encoding");
  File file = original;
  std::string_view coding;
  for (auto [name, ending] : {std::pair("br", ".br"), std::pair("gzip", ".gz")}) {
    if (!AcceptsCoding(accepted, name)) continue;
    auto sibling = Find(file.path.substr(folder_.size()) + ending);
    if (!sibling) continue;
    file = *sibling;
    coding = name;
    break;
  }
  auto etag = ETagOf(file.size, file.modified, coding);
  Answer answer;
  answer.headers = {
      {"Content-Type", std::string(TypeOf(relative))},
      {"ETag", etag},
      {"Vary", "Accept-Encoding"},
      {"Cache-Control",
       relative.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"}};
  if (!coding.empty()) answer.headers.emplace_back("Content-Encoding", coding);
  if (Matches(request.header("if-none-match"), etag))
    answer.status = 304;
  else if (file.bytes)
    answer.shared = file.bytes;
  else
    answer.file = std::make_shared<OpenFile>(file.path);
  return answer;
}

}  // namespace okno::http
