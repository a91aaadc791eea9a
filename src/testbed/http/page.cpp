// SPDX-License-Identifier: Apache-2.0
#include "http/control.h"
#include "testbed/page_files.h"

namespace okno::testbed {

namespace {

http::Route File(std::string path, std::string_view text, std::string type) {
  return {
      .method = "GET",
      .pattern = std::move(path),
      .access = http::Access::kAnonymous,
      .handler = [text, type = std::move(type)](const http::Request&) -> Result<http::Response> {
        auto response = http::Response::Bytes(std::string(text), type);
        return response.With("Content-Security-Policy",
                             "default-src 'none'; script-src 'self'; style-src 'self'; "
                             "connect-src 'self'; base-uri 'none'; form-action 'none'; "
                             "frame-ancestors 'none'");
      }};
}

}  // namespace

std::vector<http::Route> PageRoutes() {
  return {File("/", page_files::kIndexHtml, "text/html; charset=utf-8"),
          File("/page.js", page_files::kPageJs, "text/javascript; charset=utf-8"),
          File("/page.css", page_files::kPageCss, "text/css; charset=utf-8")};
}

}  // namespace okno::testbed
