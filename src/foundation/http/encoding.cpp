// SPDX-License-Identifier: Apache-2.0
#include "encoding.h"

#include <zlib.h>

#include <optional>
#include <stdexcept>

#include "text/strings.h"

namespace okno::http {
namespace {

// "gzip;q=0.5" -> whether it names `coding`, and with a weight above nothing.
std::optional<bool> Judge(std::string_view item, std::string_view coding) {
  auto semicolon = item.find(';');
  if (text::ToLower(text::Trim(item.substr(0, semicolon))) != coding) return std::nullopt;
  if (semicolon == std::string_view::npos) return true;
  auto weight = text::ToLower(text::Trim(item.substr(semicolon + 1)));
  return !weight.starts_with("q=") || weight.find_first_of("123456789") != std::string::npos;
}

}  // namespace

bool AcceptsCoding(std::string_view accept_encoding, std::string_view coding) {
  bool any = false;
  for (const auto& item : text::Split(accept_encoding, ',')) {
    if (auto named = Judge(item, coding)) return *named;
    if (auto all = Judge(item, "*")) any = *all;
  }
  return any;
}

std::string Gzip(std::string_view bytes, int level) {
  constexpr int kGzipWindow = 15 + 16;
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib could not be started");
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  int code = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (code != Z_STREAM_END) throw std::runtime_error("zlib failed");
  return out;
}

bool IsCompressible(std::string_view content_type) {
  auto type = text::ToLower(text::Trim(content_type.substr(0, content_type.find(';'))));
  return type.starts_with("text/") || type.ends_with("json") || type.ends_with("xml") ||
         type == "application/javascript";
}

}  // namespace okno::http
