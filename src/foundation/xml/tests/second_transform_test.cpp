// SPDX-License-Identifier: Apache-2.0
// The transform against a second implementation that shares nothing with it: tests/conformance, run
// by Node, which the web build needs anyway.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "xml/smev_transform.h"

namespace okno::xml {
namespace {

constexpr int kDocuments = 6000;

std::string Output(const std::string& command) {
  const std::unique_ptr<FILE, decltype([](FILE* file) { pclose(file); })> pipe(
      popen(command.c_str(), "r"));
  std::string output;
  std::array<char, 1 << 16> buffer;
  while (pipe != nullptr) {
    const auto count = fread(buffer.data(), 1, buffer.size(), pipe.get());
    if (count == 0) break;
    output.append(buffer.data(), count);
  }
  return output;
}

// Setup puts a fitting one beside the sources when the system's is too old.
std::string FindNode() {
  for (const std::string node : {OKNO_SOURCE_DIR "/.tools/node/bin/node", "node"}) {
    if (!Output("'" + node + "' --version 2>/dev/null").empty()) return node;
  }
  return {};
}

std::string Take(const std::string& text, std::size_t& at) {
  const auto end = text.find('\0', at);
  EXPECT_NE(end, std::string::npos);
  auto taken = text.substr(at, end - at);
  at = end + 1;
  return taken;
}

TEST(SecondTransform, GivesTheSameForRandomDocuments) {
  const auto node = FindNode();
  if (node.empty()) GTEST_SKIP() << "no Node here";
  const auto output =
      Output("'" + node + "' '" OKNO_SOURCE_DIR "/tests/conformance/smev_documents.mjs' 20261125 " +
             std::to_string(kDocuments));
  int compared = 0, refused = 0;
  for (std::size_t at = 0; at < output.size(); ++compared) {
    const auto source = Take(output, at);
    const auto expected = Take(output, at);
    const auto document = Document::Parse(source);
    ASSERT_TRUE(document) << document.refusal().code << " " << document.refusal().detail << "\n"
                          << source;
    const auto ours = SmevTransform(document->root());
    if (expected == "\x01") {
      ++refused;
      ASSERT_FALSE(ours) << source;
    } else {
      ASSERT_EQ(ours ? *ours : ours.refusal().code, expected) << source;
    }
  }
  EXPECT_EQ(compared, kDocuments);
  EXPECT_GT(refused, 10);
}

}  // namespace
}  // namespace okno::xml
