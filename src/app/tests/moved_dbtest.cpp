// SPDX-License-Identifier: Apache-2.0
#include "demo/moved.h"
#include "exchange/exchange.h"
#include "testbed/control.h"
#include "testbed/migrations.h"
#include "testbed/testbed.h"
#include "whole_house.h"

namespace okno::app::testing {
namespace {

class Moved : public ::testing::Test {
 protected:
  Moved() { bus_.Start(); }
  std::string base() const { return "http://127.0.0.1:" + std::to_string(bus_.port()); }
  void Connect(const access::Organization& organization, const std::string& key) {
    house_.house.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      exchange::SaveConnection(tx, {.id = exchange::ConnectionId::New(),
                                    .organization_id = organization.id,
                                    .mnemonic = organization.code,
                                    .url = "http://127.0.0.1:9/smev/v1.3/ws",
                                    .version = "1.3",
                                    .bus_certificate_pem = key});
    });
  }
  std::map<std::string, std::string> Urls() {
    demo::FollowTestbed(house_.house.db, base());
    return house_.house.db.Transact(db::Scope::System(), [](db::Tx& tx) {
      std::map<std::string, std::string> urls;
      for (const auto& known : exchange::ListConnections(tx)) urls[known.mnemonic] = known.url;
      return urls;
    });
  }
  WholeHouse house_;
  const std::span<const db::Migration> bus_rooms_[1] = {testbed::Migrations()};
  db::testing::Database bus_database_{bus_rooms_};
  SystemClock clock_;
  testbed::Testbed bus_{{.data_folder = house_.folder.path() + "/testbed",
                         .dsn = bus_database_.dsn(),
                         .content_folder = OKNO_SOURCE_DIR "/content",
                         .port = 0,
                         .neighbours = testbed::NeighboursMode::kAbsent},
                        clock_};
};

TEST_F(Moved, ConnectionsFollowTheTestBedWhoseKeyTheyTrustAndOthersStay) {
  Connect(house_.people.center, testbed::control::FetchBusCertificate(base()));
  Connect(house_.people.agency, "another bus");
  const auto urls = Urls();
  EXPECT_EQ(urls.at("center"), base() + "/smev/v1.3/ws");
  EXPECT_EQ(urls.at("msz"), "http://127.0.0.1:9/smev/v1.3/ws");
}

}  // namespace
}  // namespace okno::app::testing
