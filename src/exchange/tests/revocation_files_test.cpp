// SPDX-License-Identifier: Apache-2.0
#include "logic/revocation_files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
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
// Of an authority «UC 2».
constexpr std::string_view kOfAnother = R"(-----BEGIN X509 CRL-----
MIGTMDswCgYIKoZIzj0EAwIwDzENMAsGA1UEAwwEVUMgMhcNMjYxMTI2MTU0ODM5
WhcNMjYxMjI2MTU0ODM5WjAKBggqhkjOPQQDAgNIADBFAiEA3Hjw64tUh8380r4w
L2JZX9okJ+hg1E63NAHEmDIHAjwCIHm8If33NqSShYkWn9iqNzB8jOxkY0F64GYX
x+M9Rkv0
-----END X509 CRL-----
)";
// Of «UC», weeks before kList.
constexpr std::string_view kOlder = R"(-----BEGIN X509 CRL-----
MIGQMDkwCgYIKoZIzj0EAwIwDTELMAkGA1UEAwwCVUMXDTI2MTEwMTAwMDAwMFoX
DTI2MTIyNjE1NDgzOVowCgYIKoZIzj0EAwIDRwAwRAIgeglzbaW5i2ZA0bm4Suvk
FdPAYfHiSVaYQvSDkTJTvI8CIGtTdbsiQo+TsJE1H/9Uc7rb1id0xFCplsbGli7/
kGjF
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

// Nobody fetches the old authority's list under that name any more: its revoked would be good
// again.
TEST_F(RevocationFilesTest, CountBesideAnothersOrAnOlderOneUnderTheSameName) {
  for (const auto& other : {kOfAnother, kOlder}) {
    Put("uc.crl", kList);
    EXPECT_EQ(Started().lists.size(), 1u);
    Put("uc.crl", "this one\n" + std::string(other));
    EXPECT_EQ(Started().lists.size(), 2u);
    EXPECT_EQ(Troubles(), std::vector{Kind::kReplaced});
    EXPECT_EQ(OutlookOfRevocations(data_folder).kept, 1);
    Put("uc.crl", "half");
    EXPECT_EQ(Started().lists.size(), 2u) << "each has a copy";
    Put("uc.crl", std::string(other) + std::string(kList));
    EXPECT_EQ(Started().lists.size(), 1u) << "covers both";
    EXPECT_EQ(Troubles(), std::vector<Kind>{});
    fs::remove_all(data_folder / "crl-kept");
  }
}

TEST_F(RevocationFilesTest, AreCopiedAgainWhenTheirCopiesAreTakenAway) {
  Put("uc.crl", kList);
  EXPECT_EQ(Troubles(), std::vector<Kind>{}) << "who receives will read it";
  RevocationFolder folder(data_folder);
  const auto first = folder.Get();
  EXPECT_EQ(folder.Get(), first) << "the copies of its own are no news";
  fs::remove_all(data_folder / "crl-kept");
  EXPECT_EQ(Troubles(), std::vector<Kind>{});
  EXPECT_EQ(folder.Get()->lists.size(), 1u);
  EXPECT_TRUE(fs::exists(data_folder / "crl-kept" / "uc.crl"));
  const auto half = data_folder / "crl-kept" / ".half";
  std::ofstream(half) << "half";
  RemoveHalfCopies(data_folder);
  EXPECT_TRUE(fs::exists(half)) << "may be under way";
  fs::last_write_time(half, fs::file_time_type::clock::now() - std::chrono::hours(25));
  RemoveHalfCopies(data_folder);
  EXPECT_FALSE(fs::exists(half));
  EXPECT_TRUE(fs::exists(data_folder / "crl-kept" / "uc.crl"));
}

TEST_F(RevocationFilesTest, AreUnreadWhenNobodyEverCouldReadThem) {
  Put("half.crl", "half");
  fs::create_symlink(data_folder / "away" / "fns.crl", List("fns.crl"));
  Put(".download", "half");
  ASSERT_EQ(::mkfifo(List("pipe").c_str(), 0600), 0);
  EXPECT_EQ(Started().unread, (std::vector<std::string>{"fns.crl", "half.crl", "pipe"}));
  EXPECT_EQ(Troubles(), (std::vector{Kind::kUnread, Kind::kUnread, Kind::kUnread}));
  EXPECT_EQ(OutlookOfRevocations(data_folder).unread, 3);
  fs::remove_all(data_folder / "crl");
  std::ofstream(data_folder / "crl") << "no folder";
  EXPECT_EQ(Started().unread, std::vector<std::string>{"."}) << "what is in it is unknown";
}

}  // namespace
}  // namespace okno::exchange
