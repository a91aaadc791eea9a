// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include "access/testing/front_door.h"
#include "served.h"

// A request that came twice under one key did one thing, and is told so (docs/decisions/0017).
namespace okno::access::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

constexpr char kThings[] = "/api/v1/things";
const Headers kKey{{"Idempotency-Key", "key-00001"}};

class RepeatedRequests : public ServedTest {
 protected:
  // Newest first.
  std::vector<std::string> ToldOf(const std::string& event) {
    return ReasonsOf(SignedIn("auditor"), event);
  }
};

TEST_F(RepeatedRequests, AreToldAsRepeatsOfTheFirst) {
  Browser browser = SignedIn("operator");
  for (int i = 0; i < 3; ++i) EXPECT_EQ(browser.Send("POST", kThings, {}, kKey).status, 201);
  browser.Send("POST", kThings, {}, {{"Idempotency-Key", "key-00002"}});
  EXPECT_THAT(ToldOf("thing.created"), ElementsAre("", "repeat", "repeat", ""));
  EXPECT_EQ(things_, 2);
}

TEST_F(RepeatedRequests, AtOnceAreOneActionToo) {
  std::vector<Browser> windows;
  for (int i = 0; i < 4; ++i) windows.push_back(SignedIn("operator"));
  std::vector<std::thread> clicks;
  for (auto& window : windows) clicks.emplace_back([&] { window.Send("POST", kThings, {}, kKey); });
  for (auto& click : clicks) click.join();
  EXPECT_THAT(ToldOf("thing.created"), UnorderedElementsAre("", "repeat", "repeat", "repeat"));
}

// The process ended between the effect and its entry: the repeat is the first that tells of it.
TEST_F(RepeatedRequests, TellOfAnActionThatWasNotTold) {
  ASSERT_TRUE(MakeThing(house_.As("operator"), "key-00001", Json::object().dump()));
  Browser browser = SignedIn("operator");
  EXPECT_EQ(browser.Send("POST", kThings, Json::object(), kKey).status, 201);
  browser.Send("POST", kThings, Json::object(), kKey);
  EXPECT_THAT(ToldOf("thing.created"), ElementsAre("repeat", ""));
  EXPECT_EQ(things_, 1);
}

// A browser may send a key with anything: only what was judged by it is a repeat.
TEST_F(RepeatedRequests, AreNotChangesThatCarryAKeyOfAnother) {
  Browser browser = SignedIn("operator");
  browser.Send("POST", kThings, {}, kKey);
  for (int i = 0; i < 2; ++i) browser.Send("POST", "/api/v1/things/17", Json::object(), kKey);
  EXPECT_THAT(ToldOf("thing.changed"), ElementsAre("", ""));
  Browser other = SignedIn("operator.second");
  other.Send("POST", kThings, {}, kKey);
  EXPECT_THAT(ToldOf("thing.created"), ElementsAre("", "")) << "keys of two people do not meet";
}

}  // namespace
}  // namespace okno::access::testing
