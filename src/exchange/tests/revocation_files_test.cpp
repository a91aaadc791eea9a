// SPDX-License-Identifier: Apache-2.0
#include "logic/revocation_files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "exchange/worker.h"

namespace okno::exchange {
namespace {

namespace fs = std::filesystem;
using Kind = RevocationTrouble::Kind;

// Of an authority «UC», nobody revoked.
constexpr std::string_view kList = R"(-----BEGIN X509 CRL-----
MIGQMDkwCgYIKoZIzj0EAwIwDTELMAkGA1UEAwwCVUMXDTI2MTEyNjE1NDgzOVoX
DTI2MTIyNjE1NDgzOVowCgYIKoZIzj0EAwIDRwAwRAIgKZ3yXt/besRFcHuudcUr
oBnD97e9YHfCyQldJGppmSECIE0bFc01sgANorJmiDUWi8G1KC7XBZlPmHjmCcme
brqc
-----END X509 CRL-----
)";

class RevocationFilesTest : public ::testing::Test {
 protected:
  RevocationFilesTest() { fs::create_directories(List("").parent_path()); }
  ~RevocationFilesTest() override { fs::remove_all(data_folder); }
  fs::path List(const std::string& name) const { return data_folder / "crl" / name; }
  void Put(const std::string& name, std::string_view text) const {
    std::ofstream(List(name)) << text;
  }
  // As a process that has just been started finds them.
  RevocationFiles Started() const { return *RevocationFolder(data_folder).Get(); }
  std::vector<Kind> Troubles() const {
    std::vector<Kind> kinds;
    for (const auto& one : FindRevocationTroubles(data_folder)) kinds.push_back(one.kind);
    return kinds;
  }
  const fs::path data_folder =
      fs::path(::testing::TempDir()) / ("okno-lists-" + std::to_string(::getpid()));
};

TEST_F(RevocationFilesTest, CountAfterARestartAlsoWhenTheyAreBrokenOrLost) {
  Put("uc.crl", kList);
  EXPECT_EQ(Started().lists.size(), 1u);
  EXPECT_EQ(Troubles(), std::vector<Kind>{});
  Put("uc.crl", "half");
  EXPECT_EQ(Started().lists.size(), 1u);
  EXPECT_EQ(Troubles(), std::vector{Kind::kUnreadable});
  fs::remove(List("uc.crl"));
  EXPECT_EQ(Started().lists.size(), 1u);
  EXPECT_TRUE(Started().unread.empty());
  EXPECT_EQ(Troubles(), std::vector{Kind::kMissing});
  fs::remove_all(data_folder / "crl-kept");
  EXPECT_TRUE(Started().lists.empty()) << "taken back by hand, both of them";
  EXPECT_EQ(Troubles(), std::vector<Kind>{});
}

TEST_F(RevocationFilesTest, AreUnreadWhenNobodyEverCouldReadThem) {
  Put("half.crl", "half");
  fs::create_symlink(data_folder / "away" / "fns.crl", List("fns.crl"));
  Put(".download", "half");
  EXPECT_EQ(Started().unread, (std::vector<std::string>{"fns.crl", "half.crl"}));
  EXPECT_EQ(Troubles(), (std::vector{Kind::kUnread, Kind::kUnread}));
  EXPECT_EQ(OutlookOfRevocations(data_folder).unread, 2);
  fs::remove_all(data_folder / "crl");
  std::ofstream(data_folder / "crl") << "no folder";
  EXPECT_EQ(Started().unread, std::vector<std::string>{"."}) << "what is in it is unknown";
}

}  // namespace
}  // namespace okno::exchange
