// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/dialect.h"
#include "world.h"
#include "xml/document.h"
#include "xml/signature.h"

namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;

class Cancellation : public World {
 protected:
  // What the sender signs, by hand: МР describe the message, not the call.
  std::string Document(const Uuid& request, const crypto::Signer& signer) const {
    const auto& dialect = *exchange::smev3::FindDialect("1.1");
    auto document =
        xml::Document::Parse("<t:Cancel xmlns:t='" + std::string(dialect.types) + "' xmlns:b='" +
                             std::string(dialect.basic) +
                             "'><b:MessageReference Id='SIGNED_BY_CALLER'>" + request.ToString() +
                             "</b:MessageReference><t:Holder/></t:Cancel>")
            .value();
    auto children = document.root().children();
    EXPECT_TRUE(xml::SignById(children[0], "SIGNED_BY_CALLER", children[1], signer));
    return document.Serialize();
  }
  void Cancel(const Uuid& request, const crypto::Signer& signer) {
    control::Order(base(), "POST", "cancellations", {{"document", Document(request, signer)}});
  }
};

TEST_F(Cancellation, ARequestTakenBackIsToldToTheRoomThatHasIt) {
  UseVersions("1.1", "1.1");
  auto request = Ask("0101-26-000001");
  Work();
  auto received = MessageOf(ToldOnce("exchange.request_received"));
  Cancel(Get(request).smev_id, *center.signer);
  Work();
  EXPECT_EQ(MessageOf(ToldOnce("exchange.request_cancelled")), received);
  Work();
  bus_clock.Advance(16min);
  Work();
  EXPECT_EQ(Told("exchange.request_cancelled").size(), 1u) << "acknowledged";
  EXPECT_EQ(Get(received).state, "received") << "what follows is for the owner to decide";
}

TEST_F(Cancellation, OnlyVersionsThatKnowItAreGivenIt) {
  UseVersions("1.1", "1.3");
  auto request = Ask("0101-26-000001");
  Work();
  Cancel(Get(request).smev_id, *center.signer);
  Work();
  EXPECT_TRUE(Told("exchange.request_cancelled").empty());
  UseVersions("1.1", "1.1");
  Work();
  EXPECT_EQ(Told("exchange.request_cancelled").size(), 1u);
}

TEST_F(Cancellation, OnlyTheSenderMayTakeARequestBack) {
  UseVersions("1.1", "1.1");
  auto request = Ask("0101-26-000001");
  Work();
  EXPECT_THROW(Cancel(Get(request).smev_id, *agency.signer), std::runtime_error);
  EXPECT_THROW(Cancel(Uuid::NewV1(), *center.signer), std::runtime_error);
}

// The agency has put the request aside: there is nothing to take back, and that is seen.
TEST_F(Cancellation, OfARequestThatWasNotTakenItIsParked) {
  auto strict = ConnectionOf(agency, "1.1");
  strict.trusted_roots_pem = "";
  Connect(strict);
  Connect(ConnectionOf(center, "1.1"));
  auto request = Ask("0101-26-000001");
  Work();
  Connect(ConnectionOf(agency, "1.1"));
  Cancel(Get(request).smev_id, *center.signer);
  Work();
  EXPECT_TRUE(Told("exchange.request_cancelled").empty());
  const db::Query failed{"test.failed_cancel",
                         "SELECT error_code FROM exchange.messages WHERE operation = 'cancel' AND "
                         "state = 'failed'"};
  auto codes = db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    std::vector<std::string> found;
    for (const db::Row row : tx.Run(failed)) found.push_back(row["error_code"].Text());
    return found;
  });
  EXPECT_EQ(codes, std::vector<std::string>{"exchange.cancel_unknown"});
}

}  // namespace
}  // namespace okno::testbed::testing
