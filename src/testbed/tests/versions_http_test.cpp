// SPDX-License-Identifier: Apache-2.0
#include "world.h"

namespace okno::testbed::testing {
namespace {

// The product's own client against the bus: who asks and who answers each in a version of its own,
// the bus answering in each form.
struct VersionWay {
  std::string asker, answerer, form;
};
class EveryVersion : public World, public ::testing::WithParamInterface<VersionWay> {};

TEST_P(EveryVersion, ARequestWithFilesIsAnswered) {
  const auto& way = GetParam();
  UseVersions(way.asker, way.answerer);
  control::Order(base(), "PATCH", "settings", {{"answers", way.form}});
  auto request = Ask("0101-26-000001", {kPdf + "scan", kPdf + "second"});
  Work();
  auto received = Get(MessageOf(ToldOnce("exchange.request_received")));
  EXPECT_EQ(received.content_xml, Get(request).content_xml);
  EXPECT_EQ(received.signature_verdict, "signature.valid");
  ASSERT_EQ(received.attachments.size(), 2u);
  EXPECT_EQ(files->Read(received.attachments[1].sha256_hex), kPdf + "second");
  auto answer = Answer(received.id, {kPdf + "decision"});
  Work();
  auto result = Get(MessageOf(ToldOnce("exchange.response_received")));
  EXPECT_EQ(result.request, request);
  EXPECT_EQ(result.content_xml, Get(answer).content_xml);
  EXPECT_EQ(result.signature_verdict, "signature.valid");
  EXPECT_EQ(files->Read(result.attachments.at(0).sha256_hex), kPdf + "decision");
  for (const auto& message : control::FetchState(base()).at("messages"))
    EXPECT_EQ(message.at("state"), "delivered");
}

INSTANTIATE_TEST_SUITE_P(Ways, EveryVersion,
                         ::testing::Values(VersionWay{"1.1", "1.1", "inline"},
                                           VersionWay{"1.1", "1.3", "attachments"},
                                           VersionWay{"1.2", "1.1", "multipart"},
                                           VersionWay{"1.2", "1.2", "inline"},
                                           VersionWay{"1.3", "1.2", "attachments"},
                                           VersionWay{"1.3", "1.3", "multipart"}));

}  // namespace
}  // namespace okno::testbed::testing
