// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <future>

#include "access/migrations.h"
#include "catalog/content.h"
#include "catalog/migrations.h"
#include "db/testing.h"

namespace okno::catalog {
namespace {

const std::vector<std::span<const db::Migration>> kRooms{access::Migrations(), Migrations()};

// A copy of the shipped content that a test may change.
class CatalogTest : public ::testing::Test {
 protected:
  CatalogTest() {
    std::filesystem::copy(OKNO_SOURCE_DIR "/content/reference", reference(), kAll);
    Offer("egrn-extract");
  }
  ~CatalogTest() override { std::filesystem::remove_all(folder_); }

  std::string reference() const {
    std::filesystem::create_directories(folder_);
    return (folder_ / "reference").string();
  }
  std::filesystem::path File(const std::string& code) const {
    return folder_ / "services" / (code + ".yaml");
  }
  void Offer(const std::string& code) {
    std::filesystem::create_directories(folder_ / "services");
    std::filesystem::copy_file(OKNO_SOURCE_DIR "/content/services/" + code + ".yaml", File(code));
  }
  void Replace(const std::string& code, const std::string& from, const std::string& to) {
    std::ifstream in(File(code));
    std::string text{std::istreambuf_iterator<char>(in), {}};
    text.replace(text.find(from), from.size(), to);
    std::ofstream(File(code)) << text;
  }
  std::unique_ptr<Catalog> Load() { return LoadCatalog(pool_, folder_.string()); }

  static constexpr auto kAll = std::filesystem::copy_options::recursive;
  std::filesystem::path folder_ =
      std::filesystem::path(::testing::TempDir()) / ("okno-catalog-" + Uuid::NewV7().ToString());
  db::testing::Database database_{kRooms};
  db::Pool pool_{{.dsn = database_.dsn(), .size = 4}};
};

TEST_F(CatalogTest, TheSameContentStaysTheSameVersion) {
  EXPECT_EQ(Load()->Find("egrn-extract")->version, 1);
  EXPECT_EQ(Load()->Find("egrn-extract")->version, 1);
}

TEST_F(CatalogTest, ChangedContentIsTheNextVersionAndTheOldOneStays) {
  Load();
  Replace("egrn-extract", "short_name: Выписка из ЕГРН", "short_name: Сведения ЕГРН");
  const auto catalog = Load();
  EXPECT_EQ(catalog->Find("egrn-extract")->version, 2);
  EXPECT_EQ(catalog->Find("egrn-extract")->short_name, "Сведения ЕГРН");
  EXPECT_EQ(catalog->Find("egrn-extract", 1)->short_name, "Выписка из ЕГРН");
  EXPECT_EQ(catalog->Find("egrn-extract", 3), nullptr);
}

TEST_F(CatalogTest, ContentTurnedBackIsANewVersionAgain) {
  Load();
  Replace("egrn-extract", "short_name: Выписка из ЕГРН", "short_name: Сведения ЕГРН");
  Load();
  Replace("egrn-extract", "short_name: Сведения ЕГРН", "short_name: Выписка из ЕГРН");
  EXPECT_EQ(Load()->Find("egrn-extract")->version, 3);
}

TEST_F(CatalogTest, AServiceTakenAwayIsNoLongerOfferedButStillFoundAsFiled) {
  Offer("housing-queue");
  EXPECT_EQ(Load()->All().size(), 2U);
  std::filesystem::remove(File("housing-queue"));
  const auto catalog = Load();
  EXPECT_EQ(catalog->All().size(), 1U);
  EXPECT_EQ(catalog->Find("housing-queue"), nullptr);
  ASSERT_NE(catalog->Find("housing-queue", 1), nullptr);
  EXPECT_EQ(catalog->Find("housing-queue", 1)->short_name, "Учёт нуждающихся в жилье");
}

TEST_F(CatalogTest, AVersionStoredByANewerProcessIsFound) {
  const auto older = Load();
  Replace("egrn-extract", "short_name: Выписка из ЕГРН", "short_name: Сведения ЕГРН");
  Load();
  EXPECT_EQ(older->Find("egrn-extract")->version, 1);
  ASSERT_NE(older->Find("egrn-extract", 2), nullptr);
  EXPECT_EQ(older->Find("egrn-extract", 2)->short_name, "Сведения ЕГРН");
}

TEST_F(CatalogTest, ProcessesThatStartTogetherStoreAChangeOnce) {
  std::vector<std::future<int>> starts;
  for (int i = 0; i < 4; ++i) {
    starts.push_back(
        std::async(std::launch::async, [&] { return Load()->Find("egrn-extract")->version; }));
  }
  for (auto& start : starts) EXPECT_EQ(start.get(), 1);
}

TEST_F(CatalogTest, ABrokenServiceStopsTheStart) {
  Replace("egrn-extract", "fee:", "fees:");
  EXPECT_THROW(Load(), ContentError);
}

TEST_F(CatalogTest, WhatIsStoredIsWhatWasRead) {
  const auto catalog = LoadCatalog(pool_, OKNO_SOURCE_DIR "/content");
  const auto again = LoadCatalog(pool_, OKNO_SOURCE_DIR "/content");
  for (const auto& service : catalog->All()) {
    EXPECT_EQ(*again->Find(service->code, 1), *service) << service->code;
  }
}

}  // namespace
}  // namespace okno::catalog
