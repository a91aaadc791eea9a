// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/multipart.h"

#include <gtest/gtest.h>

namespace okno::exchange::smev3 {
namespace {

constexpr char kType[] =
    "multipart/related; type=\"application/xop+xml\"; boundary=\"uuid:b-1\"; "
    "start=\"<root.message@cxf.apache.org>\"";
const std::string kRoot =
    "Content-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n"
    "Content-Transfer-Encoding: binary\r\nContent-ID: <root.message@cxf.apache.org>\r\n\r\n<a/>";
const std::string kPart =
    "Content-Type: application/pdf\r\nContent-Transfer-Encoding: binary\r\nContent-ID: "
    "<f-1@http://x>\r\n\r\n%PDF";

std::string Body(std::initializer_list<std::string> parts,
                 const std::string& end = "\r\n--uuid:b-1--") {
  std::string body;
  for (const auto& part : parts) body += "\r\n--uuid:b-1\r\n" + part;
  return body + end;
}

std::string CodeOf(std::string_view type, std::string_view body, const PackageLimits& limits = {}) {
  auto package = ReadPackage(type, body, limits);
  return package ? "" : package.refusal().code;
}

TEST(Multipart, ReadsWhatTheLiveBrokerSends) {
  auto package = ReadPackage(kType, Body({kRoot, kPart}));
  ASSERT_TRUE(package);
  EXPECT_EQ(package->envelope, "<a/>");
  ASSERT_EQ(package->parts.size(), 1u);
  EXPECT_EQ(package->parts[0].content_id, "f-1@http://x");
  EXPECT_EQ(package->parts[0].content_type, "application/pdf");
  EXPECT_EQ(package->parts[0].bytes, "%PDF");
}

TEST(Multipart, ReadsAnEnvelopeAloneInEitherForm) {
  EXPECT_EQ(ReadPackage("text/xml; charset=utf-8", "<a/>")->envelope, "<a/>");
  EXPECT_EQ(ReadPackage(kType, Body({kRoot}))->envelope, "<a/>");
}

TEST(Multipart, FindsTheRootByStartWhereverItStands) {
  auto package = ReadPackage(kType, Body({kPart, kRoot}));
  ASSERT_TRUE(package);
  EXPECT_EQ(package->envelope, "<a/>");
  EXPECT_EQ(package->parts.size(), 1u);
}

TEST(Multipart, TakesPreambleEpilogueAndBlanksAfterTheBoundary) {
  auto body = "preamble" + Body({kRoot}, "\r\n--uuid:b-1--\r\nepilogue");
  auto place = body.find("b-1\r\n");
  body.insert(place + 3, " \t");
  EXPECT_EQ(CodeOf(kType, body), "");
}

TEST(Multipart, GivesBackBytesThatLookLikeABoundary) {
  Package package{"<a/>",
                  {{"f", "application/zip", "\r\n--uuid:\r\n\r\n--\r\n"}, {"g", "text/plain", ""}}};
  auto wire = WritePackage(package);
  auto read = ReadPackage(wire.content_type, wire.body);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->parts.size(), 2u);
  EXPECT_EQ(read->parts[0].bytes, package.parts[0].bytes);
  EXPECT_EQ(read->parts[1].bytes, "");
}

TEST(Multipart, WritesPlainXmlWithoutPartsUnlessTold) {
  EXPECT_EQ(WritePackage({"<a/>", {}}).content_type, "text/xml; charset=utf-8");
  auto wire = WritePackage({"<a/>", {}}, Form::kAlwaysMultipart);
  EXPECT_TRUE(wire.content_type.starts_with("multipart/related"));
  EXPECT_EQ(ReadPackage(wire.content_type, wire.body)->envelope, "<a/>");
}

struct Hostile {
  const char* name;
  std::string type, body, code;
};
TEST(Multipart, AFileMayBearTheIdAnEarlierRootHad) {
  const auto first = WritePackage({"<a/>", {}}, Form::kAlwaysMultipart).content_type;
  const auto start = first.find("start=\"<") + 8;
  const auto id = first.substr(start, first.find('>', start) - start);
  const auto wire = WritePackage({"<a/>", {{id, "text/plain", "bytes"}}});
  const auto read = ReadPackage(wire.content_type, wire.body);
  ASSERT_TRUE(read) << read.refusal().code;
  EXPECT_EQ(read->envelope, "<a/>");
}

class HostileMultipart : public ::testing::TestWithParam<Hostile> {};

TEST_P(HostileMultipart, IsRefusedWithItsCode) {
  EXPECT_EQ(CodeOf(GetParam().type, GetParam().body), GetParam().code);
}

INSTANTIATE_TEST_SUITE_P(
    Table, HostileMultipart,
    ::testing::Values(
        Hostile{"NoType", "", "<a/>", "multipart.content_type"},
        Hostile{"Html", "text/html", "<html/>", "multipart.content_type"},
        Hostile{"RepeatedParameter", "multipart/related; boundary=a; boundary=b", "",
                "multipart.content_type"},
        Hostile{"OpenQuote", "multipart/related; boundary=\"a", "", "multipart.content_type"},
        Hostile{"NoBoundary", "multipart/related; type=x", Body({kRoot}), "multipart.boundary"},
        Hostile{"LongBoundary", "multipart/related; boundary=" + std::string(300, 'x'), "",
                "multipart.boundary"},
        Hostile{"BoundaryWithLineEnd", "multipart/related; boundary=\"a\r\nb\"", "",
                "multipart.boundary"},
        Hostile{"Empty", kType, "", "multipart.truncated"},
        Hostile{"OnlyTheEnd", kType, "\r\n--uuid:b-1--", "multipart.truncated"},
        Hostile{"CutInTheBoundary", kType, "\r\n--uuid:b", "multipart.truncated"},
        Hostile{"CutAfterTheBoundary", kType, "\r\n--uuid:b-1", "multipart.truncated"},
        Hostile{"CutInTheHeaders", kType, Body({"Content-Type: text/xml"}, ""),
                "multipart.truncated"},
        Hostile{"CutInAPart", kType, Body({kRoot, kPart}, ""), "multipart.truncated"},
        Hostile{"CutBeforeTheLastDashes", kType, Body({kRoot, kPart}, "\r\n--uuid:b-1"),
                "multipart.truncated"},
        Hostile{"AnotherBoundary", "multipart/related; boundary=other", Body({kRoot}),
                "multipart.truncated"},
        Hostile{"BoundaryRunsOn", kType, "\r\n--uuid:b-1x\r\n" + kRoot + "\r\n--uuid:b-1--",
                "multipart.truncated"},
        Hostile{"HeadersWithoutColon", kType, Body({"nonsense\r\n\r\n<a/>"}), "multipart.headers"},
        Hostile{"RepeatedHeader", kType, Body({"Content-ID: <a>\r\nContent-ID: <b>\r\n\r\n<a/>"}),
                "multipart.headers"},
        Hostile{"EndlessHeaders", kType, Body({"X: " + std::string(5000, 'y') + "\r\n\r\n<a/>"}),
                "multipart.headers"},
        Hostile{"NoHeaderEnd", kType, Body({"Content-Type: text/xml"}), "multipart.headers"},
        Hostile{"Base64Part", kType, Body({"Content-Transfer-Encoding: base64\r\n\r\nPGEvPg=="}),
                "multipart.encoding"},
        Hostile{"TwoPartsOneId", kType, Body({kRoot, kPart, kPart}), "multipart.duplicate_id"},
        Hostile{"RootMissing", kType, Body({kPart}), "multipart.root_missing"},
        Hostile{"RootIsNoXml", "multipart/related; boundary=\"uuid:b-1\"", Body({kPart, kRoot}),
                "multipart.root_missing"}),
    [](const auto& info) { return info.param.name; });

TEST(Multipart, IsBounded) {
  EXPECT_EQ(CodeOf(kType, Body({kRoot, kPart}), {.bytes = 100}), "multipart.too_large");
  std::string many;
  for (int i = 0; i < 5; ++i)
    many += "\r\n--uuid:b-1\r\nContent-ID: <" + std::to_string(i) + ">\r\n\r\nx";
  EXPECT_EQ(CodeOf(kType, many + "\r\n--uuid:b-1--", {.parts = 3}), "multipart.too_many");
}

TEST(Multipart, EveryTruncationOfAGoodMessageIsRefused) {
  auto whole = Body({kRoot, kPart});
  ASSERT_EQ(CodeOf(kType, whole), "");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_NE(CodeOf(kType, whole.substr(0, size)), "") << size;
  }
}

TEST(Multipart, HrefIsPercentEncodedAndContentIdIsNot) {
  EXPECT_EQ(ToHref("a-1@http://x/y"), "cid:a-1@http%3A%2F%2Fx%2Fy");
  EXPECT_EQ(FromHref("cid:a-1@http%3A%2F%2fx%2Fy"), "a-1@http://x/y");
  EXPECT_EQ(FromHref("cid:100%"), "100%");
  EXPECT_EQ(FromHref("http://elsewhere/file"), "");
}

}  // namespace
}  // namespace okno::exchange::smev3
