// SPDX-License-Identifier: Apache-2.0
#include "http/server.h"
#include "http/texts.h"
#include "smev_routes.h"
#include "text/foundation_messages.h"

namespace okno::testbed::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kSecret[] = "internal-build-server 4.2";

// Something else than a bus, that tells about itself.
class Stranger {
 public:
  Stranger() {
    texts_.Add(text::FoundationMessages());
    texts_.Add(http::Messages());
    router_.Add({.method = "POST",
                 .pattern = "/",
                 .access = http::Access::kAnonymous,
                 .body = http::Body::kXml,
                 .handler = [](const http::Request&) -> Result<http::Response> {
                   return http::Response::Bytes(kSecret, "text/plain");
                 }});
    server_.Start();
  }
  ~Stranger() { server_.Stop(); }
  int port() const { return server_.port(); }

 private:
  http::Router router_;
  http::Hub hub_;
  http::Metrics metrics_;
  text::Catalog texts_;
  http::Server server_{{.port = 0, .workers = 2},
                       router_,
                       hub_,
                       metrics_,
                       texts_,
                       [](http::Request&, const http::Route&) { return Done(); },
                       [](const http::Request&, const http::Route&, const http::Response&) {}};
};

class CheckProbe : public SmevRoutes {
 protected:
  std::string Ask(const std::string& method, const std::string& resource) {
    const std::string list = "/api/v1/smev-connections";
    const auto known = json::Parse(Call("GET", list, Person(agency, Sees::kAll)).value().body);
    const auto id = known.value().at("items").at(0).at("id").get<std::string>();
    return Call(method, list + "/" + id + "/" + resource, Person(agency, Sees::kAll)).value().body;
  }
  static void ExpectNothingForeign(const Json& check) {
    EXPECT_EQ(check.at("good"), false);
    for (const auto& [key, value] : check.items())
      EXPECT_THAT((std::vector<std::string>{"good", "code", "text", "items"}),
                  ::testing::Contains(key))
          << value;
    EXPECT_THAT(check.dump(), Not(HasSubstr(kSecret)));
    EXPECT_THAT(check.dump(), Not(HasSubstr("127.0.0.1")));
  }
  Stranger stranger;
};

// Whoever may set up connections could else look around in the network of the server.
TEST_F(CheckProbe, WordsOfAForeignServerAreNotShown) {
  auto connection = ConnectionOf(agency, "1.1");
  connection.url = "http://127.0.0.1:" + std::to_string(stranger.port()) + "/";
  connection.ftp = FtpOf(agency);
  connection.ftp.port = stranger.port();
  Connect(connection);
  const auto check = json::Parse(Ask("POST", "checks")).value();
  ExpectNothingForeign(check.at("bus"));
  ExpectNothingForeign(check.at("files"));
  ExpectNothingForeign(json::Parse(Ask("GET", "queues")).value());
}

}  // namespace
}  // namespace okno::testbed::testing
