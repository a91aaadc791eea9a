// SPDX-License-Identifier: Apache-2.0
#include "multipart.h"

#include <gtest/gtest.h>

#include <random>

namespace okno::http {
namespace {

class Collector final : public PartSink {
 public:
  std::optional<ProtocolError> Begin(Part part) override {
    parts.push_back(std::move(part));
    return std::nullopt;
  }
  std::optional<ProtocolError> Data(std::string_view bytes) override {
    parts.back().value.append(bytes);
    return std::nullopt;
  }
  std::optional<ProtocolError> End() override {
    ++ended;
    return std::nullopt;
  }
  std::string Text() const {
    std::string text;
    for (const auto& part : parts)
      text += part.name + "|" + part.filename + "|" + part.content_type + "|" + part.value + "\n";
    return text;
  }
  std::vector<Part> parts;
  int ended = 0;
};

struct Read {
  std::string error;
  std::string text;
  int ended = 0;
  bool operator==(const Read&) const = default;
};

Read Parse(const std::vector<std::string_view>& pieces) {
  Collector collector;
  MultipartParser parser("b", collector);
  std::optional<ProtocolError> error;
  for (auto piece : pieces)
    if (!error) error = parser.Feed(piece);
  if (!error) error = parser.Finish();
  return {error ? error->code : "", collector.Text(), collector.ended};
}

const std::string kForm =
    "preamble\r\n--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\npassport\r\n"
    "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"\xD0\xBF a.pdf\"\r\n"
    "Content-Type: application/pdf\r\n\r\n\r\n-\r\n--\r\n--x\r\n\r\n--b \t\r\n"
    "Content-Disposition: form-data; name=empty\r\n\r\n\r\n--b--\r\nepilogue --b";
const std::string kFormText =
    "kind|||passport\nfile|\xD0\xBF a.pdf|application/pdf|\r\n-\r\n--\r\n--x\r\n\nempty|||\n";

TEST(Multipart, ReadsFieldsAndFiles) { EXPECT_EQ(Parse({kForm}), (Read{"", kFormText, 3})); }

TEST(Multipart, IsTheSameHoweverTheBodyIsCut) {
  std::string_view form = kForm;
  for (std::size_t first = 0; first <= form.size(); ++first)
    for (std::size_t second : {first, first + 1, first + 3, first + 11}) {
      if (second > form.size()) continue;
      auto outcome =
          Parse({form.substr(0, first), form.substr(first, second - first), form.substr(second)});
      ASSERT_EQ(outcome, (Read{"", kFormText, 3})) << "cut at " << first << " and " << second;
    }
  std::vector<std::string_view> bytes;
  for (std::size_t i = 0; i < form.size(); ++i) bytes.push_back(form.substr(i, 1));
  EXPECT_EQ(Parse(bytes), (Read{"", kFormText, 3})) << "byte by byte";
}

TEST(Multipart, EveryPrefixOfABodyIsIncompleteAndNoneCrashes) {
  auto end = kForm.find("--b--") + 5;
  for (std::size_t size = 0; size < end; ++size)
    ASSERT_EQ(Parse({std::string_view(kForm).substr(0, size)}).error, "multipart.malformed")
        << size;
}

TEST(Multipart, RefusesWhatIsBroken) {
  auto part = [](std::string_view header) {
    return "--b\r\n" + std::string(header) + "\r\n\r\nx\r\n--b--\r\n";
  };
  for (const auto& body : {
           std::string(),
           std::string("garbage"),
           std::string("--b--x").substr(0, 3),
           std::string("--bx\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--b--"),
           std::string("--b\r\n\r\nx\r\n--b--"),
           part("Content-Type: text/plain"),
           part("Content-Disposition: form-data"),
           part("Content-Disposition: form-data; name=\"\""),
           part("Content-Disposition: attachment; name=\"a\""),
           part("Content-Disposition: form-data; name=\"a"),
           part("Content-Disposition: form-data; name=\"\xFF\""),
           part(std::string_view("Content-Disposition: form-data; name=\"a\0b\"", 42)),
           part("no colon here"),
           part("Content-Disposition: form-data; name=a\r\nX: " + std::string(9000, 'x')),
       })
    EXPECT_EQ(Parse({body}).error, "multipart.malformed") << body.substr(0, 80);
}

TEST(Multipart, AnEndlessHeaderIsRefusedBeforeItFillsTheMemory) {
  Collector collector;
  MultipartParser parser("b", collector);
  EXPECT_FALSE(parser.Feed("--b\r\n"));
  EXPECT_FALSE(parser.Feed(std::string(8000, 'x')));
  EXPECT_TRUE(parser.Feed(std::string(1000, 'x')));
}

TEST(Multipart, RefusesMoreThanTwoHundredParts) {
  std::string body;
  for (int i = 0; i < 201; ++i)
    body += "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n";
  EXPECT_EQ(Parse({body + "--b--"}).error, "multipart.too_many_parts");
}

// A fuzzer's work in small, the same at every run: bytes replaced, removed, doubled.
std::string Mutate(std::string body, std::mt19937& random) {
  static constexpr std::string_view kBytes = "\r\n-b:;=\" \0";
  for (auto changes = 1 + random() % 4; changes > 0; --changes) {
    auto at = random() % body.size();
    switch (random() % 3) {
      case 0:
        body[at] = kBytes[random() % kBytes.size()];
        break;
      case 1:
        body.erase(at, 1 + random() % 6);
        break;
      default:
        body.insert(at, body.substr(at, 1 + random() % 12));
    }
    if (body.empty()) body = "-";
  }
  return body;
}

TEST(Multipart, SpoiledBodiesAreReadOrRefusedTheSameHoweverTheyAreCut) {
  std::mt19937 random(17);  // NOLINT: repeatable on purpose
  for (int i = 0; i < 5000; ++i) {
    auto body = Mutate(kForm, random);
    auto whole = Parse({body});
    std::vector<std::string_view> bytes;
    for (std::size_t at = 0; at < body.size(); ++at)
      bytes.push_back(std::string_view(body).substr(at, 1));
    auto cut = Parse(bytes);
    ASSERT_EQ(whole.error, cut.error) << body;
    if (whole.error.empty()) {
      ASSERT_EQ(whole, cut) << body;
    }
  }
}

TEST(Multipart, NamesAreReadTheWayBrowsersAndCurlWriteThem) {
  auto name = [](std::string_view written) {
    return Parse({"--b\r\nContent-Disposition: form-data; name=f; filename=" +
                  std::string(written) + "\r\n\r\n\r\n--b--"})
        .text;
  };
  EXPECT_EQ(name("\"a%22b.pdf\""), "f|a\"b.pdf||\n");
  EXPECT_EQ(name("\"a\\\"b.pdf\""), "f|a\"b.pdf||\n");
  EXPECT_EQ(name("\"C:\\temp\\a.pdf\""), "f|C:\\temp\\a.pdf||\n");
  EXPECT_EQ(name("\"100%.pdf\""), "f|100%.pdf||\n");
  EXPECT_EQ(name("\"a;b.pdf\"; x=y"), "f|a;b.pdf||\n");
}

TEST(Multipart, TheBoundaryComesFromTheContentType) {
  EXPECT_EQ(MultipartBoundary("multipart/form-data; boundary=abc"), "abc");
  EXPECT_EQ(MultipartBoundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b;c\""), "a b;c");
  for (std::string bad :
       {std::string("multipart/form-data"), std::string("multipart/mixed; boundary=a"),
        std::string("application/json"), std::string("multipart/form-data; boundary="),
        std::string("multipart/form-data; boundary=\"a"),
        "multipart/form-data; boundary=" + std::string(71, 'x')})
    EXPECT_FALSE(MultipartBoundary(bad)) << bad;
}

}  // namespace
}  // namespace okno::http
