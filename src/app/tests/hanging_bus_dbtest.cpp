// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>
#include <thread>

#include "access/testing/front_door.h"
#include "http/server.h"
#include "samples.h"
#include "whole_house.h"

namespace okno::app::testing {
namespace {

using access::testing::BodyOf;
using access::testing::Browser;
using access::testing::CodeOf;
using access::testing::WithKey;

// A bus that takes calls and never says a word until it hangs up on all of them.
class SilentBus {
 public:
  SilentBus() : listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::listen(listener_, 64) != 0)
      throw std::runtime_error("silent bus");
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
  }
  ~SilentBus() {
    HangUp();
    ::close(listener_);
  }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/ws"; }
  // Returns when so many calls wait for an answer; throws when they do not come.
  void AwaitCalls(std::size_t count) {
    while (calls_.size() < count) {
      pollfd waiting{listener_, POLLIN, 0};
      if (::poll(&waiting, 1, 30'000) != 1) throw std::runtime_error("no call came");
      calls_.push_back(::accept(listener_, nullptr, nullptr));
    }
  }
  void HangUp() {
    for (const int call : calls_) ::close(call);
    calls_.clear();
  }

 private:
  int listener_, port_ = 0;
  std::vector<int> calls_;
};

// The whole program behind its server with two slow threads, and organizations whose bus is
// silent.
class HangingBus : public ::testing::Test {
 protected:
  HangingBus() { server_.Start(); }
  ~HangingBus() override {
    bus_.HangUp();
    server_.Stop();
  }

  Browser SignedIn(const std::string& login) {
    Browser browser(server_.port());
    browser.SignIn(login);
    return browser;
  }
  // The organization of this administrator gets a connection; returns its path.
  std::string Connect(Browser& administrator) {
    Json connection = Samples().at("POST /api/v1/smev-connections").body;
    connection["url"] = bus_.url();
    connection["version"] = "1.1";  // it can be asked for its queues, too
    const auto made = administrator.Send("POST", kConnections, connection, WithKey());
    if (made.status != 201) throw std::runtime_error(made.body);
    return kConnections + std::string("/") + BodyOf(made).at("id").get<std::string>();
  }
  std::future<http::ClientAnswer> Begin(Browser browser, std::string method, std::string path) {
    return std::async(std::launch::async, [browser, method, path]() mutable {
      return browser.Send(method, path, method == "GET" ? Json() : Json::object());
    });
  }
  http::ClientAnswer Upload(const Browser& browser, const std::string& applicant) {
    return http::Send(
        {.method = "POST",
         .url = "http://127.0.0.1:" + std::to_string(server_.port()) + "/api/v1/applicants/" +
                applicant + "/files",
         .headers = {{"Cookie", browser.cookie},
                     {"X-CSRF-Token", browser.csrf_token},
                     {"Idempotency-Key", access::testing::NewKey()},
                     {"Content-Type", "multipart/form-data; boundary=b"}},
         .body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                 "Content-Type: application/pdf\r\n\r\n%PDF-1.4\n%%EOF\n\r\n--b--\r\n"});
  }
  // An application refused at the counter, of which there is a paper.
  std::string RefusedCase(Browser& browser, const std::string& applicant) {
    const auto begun = browser.Send(
        "POST", "/api/v1/applications",
        {{"applicant_id", applicant}, {"service_code", "large-family-certificate"}}, WithKey());
    const auto path = "/api/v1/applications/" + BodyOf(begun).at("id").get<std::string>();
    auto headers = WithKey();
    headers["If-Match"] = begun.headers.at("etag");
    const auto refused =
        browser.Send("POST", path + "/intake-refusal",
                     {{"ground", "damaged_documents"}, {"reason", "Не читается"}}, headers);
    if (refused.status >= 300) throw std::runtime_error(refused.body);
    return path;
  }

  static constexpr char kConnections[] = "/api/v1/smev-connections";
  WholeHouse whole_;
  SilentBus bus_;
  http::Server server_{{.port = 0, .workers = 4, .temp_folder = whole_.folder.path() + "/uploads"},
                       whole_.house.router,
                       whole_.house.hub,
                       whole_.house.metrics,
                       whole_.house.texts,
                       access::MakeGuard(whole_.house.access),
                       access::MakeObserver(whole_.house.access)};
};

TEST_F(HangingBus, NeitherUploadsNorPrintsNorOtherOrganizationsWaitForIt) {
  auto center = SignedIn("administrator");
  auto agency = SignedIn("agency.administrator");
  auto counter = SignedIn("operator");
  const auto card = counter.Send("POST", "/api/v1/applicants",
                                 Samples().at("POST /api/v1/applicants").body, WithKey());
  const auto applicant = BodyOf(card).at("id").get<std::string>();
  const auto refused = RefusedCase(counter, applicant);
  const auto of_center = Connect(center), of_agency = Connect(agency);

  // More questions than there are slow threads, all of them hanging at the bus.
  std::vector<std::future<http::ClientAnswer>> hung;
  hung.push_back(Begin(center, "POST", of_center + "/checks"));
  hung.push_back(Begin(center, "GET", of_center + "/queues"));
  bus_.AwaitCalls(2);
  hung.push_back(Begin(agency, "POST", of_agency + "/checks"));
  bus_.AwaitCalls(3);

  EXPECT_EQ(Upload(counter, applicant).status, 201);
  const auto paper = counter.Get(refused + "/print/refusal_notice");
  EXPECT_EQ(paper.status, 200) << paper.body;
  EXPECT_TRUE(paper.body.starts_with("%PDF"));
  const auto again = center.Send("POST", of_center + "/checks", Json::object());
  EXPECT_EQ(again.status, 503);
  EXPECT_EQ(CodeOf(again), "exchange.asking_already") << "one hung check an organization";

  bus_.HangUp();
  for (auto& request : hung) EXPECT_EQ(request.get().status, 200);
}

}  // namespace
}  // namespace okno::app::testing
