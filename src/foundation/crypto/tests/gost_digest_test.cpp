// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "crypto/gost.h"
#include "text/strings.h"

namespace okno::crypto {
namespace {

using enum GostAlgorithm;
using text::HexEncode;

TEST(GostDigest, GivesTheKnownDigests) {
  struct Case {
    GostAlgorithm algorithm;
    std::string_view bytes, hex;
  };
  constexpr std::string_view kM1 =
      "012345678901234567890123456789012345678901234567890123456789012";  // RFC 6986
  for (const auto& [algorithm, bytes, hex] : {
           Case{kGost2012_256, "",
                "3f539a213e97c802cc229d474c6aa32a825a360b2a933a949fd925208d9ce1bb"},
           Case{kGost2012_256, kM1,
                "9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500"},
           Case{kGost2012_512, kM1,
                "1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa"
                "00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48"},
           Case{kGost2001, "", "981e5f3ca30c841487830f84fb433e13ac1101569b9c13584ac483234cd656c0"},
       }) {
    EXPECT_EQ(HexEncode(GostDigest(algorithm, bytes)), hex);
  }
}

// Base64 of the transformed elements of real СМЭВ 3 messages: 2012-256 ones of the gate, 94 ones of
// the samples.
TEST(GostDigest, FitsRealMessages) {
  struct Case {
    GostAlgorithm algorithm;
    std::string_view bytes, base64;
  };
  for (
      const auto& [algorithm, bytes, base64] : {
          Case{
              kGost2012_256,
              R"(<ns1:AckTargetMessage xmlns:ns1="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic/1.2" Id="SIGNED_BY_CALLER" accepted="true">c0938f39-9a55-11ea-8ec7-2dd0b486eb66</ns1:AckTargetMessage>)",
              "O2RhBcgoh8ouETcBKX4r04MXiBpPsu+/WYw9kneRtrw="},
          Case{
              kGost2012_256,
              R"(<ns1:MessageMetadata xmlns:ns1="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/1.2" Id="SIGNED_BY_SMEV"><ns1:MessageId>39f52a38-9a54-11ea-b23a-3316e2108089</ns1:MessageId><ns1:MessageType>REQUEST</ns1:MessageType><ns1:Sender><ns1:Mnemonic>500502_3T</ns1:Mnemonic></ns1:Sender><ns1:SendingTimestamp>2020-05-20T07:52:37.000+03:00</ns1:SendingTimestamp><ns1:Recipient><ns1:Mnemonic>GGER03_3T</ns1:Mnemonic></ns1:Recipient><ns1:Status>requestIsQueued</ns1:Status></ns1:MessageMetadata>)",
              "7ENVzZIHr6pQekCvI1pSDkOBdBercNHOfbvl0fRDnS8="},
          Case{
              kGost2012_256,
              R"(<ns1:MessageMetadata xmlns:ns1="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/1.2" Id="SIGNED_BY_SMEV"><ns1:MessageId>ac9fbf27-8b8c-11eb-9086-e2bf794ac2e9</ns1:MessageId><ns1:MessageType>REQUEST</ns1:MessageType><ns1:Sender><ns1:Mnemonic>77BD01</ns1:Mnemonic></ns1:Sender><ns1:SendingTimestamp>2021-03-23T07:03:07.000+03:00</ns1:SendingTimestamp><ns1:Recipient><ns1:Mnemonic>emu</ns1:Mnemonic></ns1:Recipient><ns1:Status>requestIsQueued</ns1:Status></ns1:MessageMetadata>)",
              "f4DoL3jU/jXkk8hjAgbvDQD7dHsTrp9c2YcTulP0cNM="},
          Case{
              kGost2001,
              R"(<ns1:AckTargetMessage xmlns:ns1="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic/1.1" Id="SIGNED_BY_CALLER" accepted="true">0e8cfc01-5e81-11e4-a9ff-d4c9eff07b77</ns1:AckTargetMessage>)",
              "PXd1LeLr8ng039jaMgcrumvN/MkvDxFKSqH+phrHVrI="},
          Case{
              kGost2001,
              R"(<ns1:MessageTypeSelector xmlns:ns1="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic/1.1" Id="SIGNED_BY_CALLER"><ns1:Timestamp>2014-02-11T17:10:03.616+04:00</ns1:Timestamp></ns1:MessageTypeSelector>)",
              "iYwGGJIG7q3AuiIBGC8G/Uk50FIIJmC+Vxf24dbh15I="},
          Case{
              kGost2001,
              R"(<ns1:MessageTypeSelector xmlns:ns1="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic/1.1" Id="SIGNED_BY_CALLER"><ns1:NamespaceURI>urn://x-artefacts-gibdd-gov-ru/breach/root/1.0</ns1:NamespaceURI><ns1:RootElementLocalName>BreachRequest</ns1:RootElementLocalName><ns1:Timestamp>2014-02-11T17:10:03.616+04:00</ns1:Timestamp></ns1:MessageTypeSelector>)",
              "xPtdSjogBSJahRJisbZWEyqRG5+WEHR6PPYUAm8yjzs="},
      }) {
    EXPECT_EQ(text::Base64Encode(GostDigest(algorithm, bytes)), base64) << bytes;
  }
}

TEST(GostDigest, IsTheSameInPieces) {
  const std::string bytes(100'000, 'x');
  for (auto algorithm : {kGost2012_256, kGost2012_512, kGost2001}) {
    GostDigestStream stream(algorithm);
    for (std::size_t at = 0; at < bytes.size(); at += 999)
      stream.Update(std::string_view(bytes).substr(at, 999));
    EXPECT_EQ(stream.Finish(), GostDigest(algorithm, bytes));
  }
}

}  // namespace
}  // namespace okno::crypto
