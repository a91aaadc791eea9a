// SPDX-License-Identifier: Apache-2.0
#include "files/store.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "crypto/hash.h"
#include "files/sweep.h"
#include "sample_files.h"
#include "text/strings.h"

namespace okno::files {
namespace {

namespace fs = std::filesystem;
using namespace sample;

fs::path MakeTemporary(const char* pattern) {
  std::string made = pattern;
  if (!mkdtemp(made.data())) throw std::runtime_error("mkdtemp");
  return made;
}

std::string Slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class StoreTest : public ::testing::Test {
 protected:
  ~StoreTest() override { fs::remove_all(top); }
  fs::path Write(const std::string& name, const std::string& content) const {
    std::ofstream(top / name, std::ios::binary) << content;
    return top / name;
  }
  std::size_t Objects() const {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(top / "store"))
      count += entry.is_regular_file();
    return count;
  }
  fs::path top = MakeTemporary("/tmp/okno-files-XXXXXX");
  std::unique_ptr<Store> store = OpenFolderStore(top / "store");
  Policy policy;
};

TEST_F(StoreTest, WhatIsReceivedIsKeptWhateverItIs) {
  policy.any_kind = true;
  for (const auto& [name, bytes] : std::vector<std::pair<std::string, std::string>>{
           {"a", "text"}, {"a.pdf", "no pdf"}, {"a.exe", "MZ"}, {"a.txt", ""}}) {
    const auto kept = store->PutBytes(bytes, name, policy);
    ASSERT_TRUE(kept.ok()) << name;
    EXPECT_EQ(kept->content_type, "application/octet-stream") << name;
    EXPECT_EQ(store->Read(kept->sha256_hex), bytes) << name;
  }
  EXPECT_EQ(store->PutBytes(kPdf, "a.pdf", policy)->content_type, "application/pdf");
}

TEST_F(StoreTest, JudgingTakesNothingAndKeepingMayBeRepeated) {
  const auto upload = Write("upload", kPdf);
  const auto judged = store->Judge(upload, "a.pdf", policy);
  ASSERT_TRUE(judged.ok());
  EXPECT_EQ(Objects(), 0u);
  EXPECT_TRUE(fs::exists(upload));
  store->Keep(upload, *judged);
  store->Keep(upload, *judged);
  EXPECT_EQ(store->Read(judged->sha256_hex), kPdf);
  EXPECT_EQ(Objects(), 1u);
  fs::remove(store->PathOf(judged->sha256_hex));
  EXPECT_THROW(store->Keep(upload, *judged), std::runtime_error);
}

TEST_F(StoreTest, BytesComeBackUnderTheirDigest) {
  const auto stored = store->PutBytes(kPdf, "Справка.PDF", policy);
  ASSERT_TRUE(stored.ok());
  EXPECT_EQ(stored->sha256_hex, text::HexEncode(crypto::Sha256(kPdf)));
  EXPECT_EQ(stored->size, kPdf.size());
  EXPECT_EQ(stored->content_type, "application/pdf");
  EXPECT_EQ(store->Read(stored->sha256_hex), kPdf);
  const auto& digest = stored->sha256_hex;
  EXPECT_EQ(store->PathOf(digest),
            top / "store" / digest.substr(0, 2) / digest.substr(2, 2) / digest);
}

TEST_F(StoreTest, TheSameBytesAreOneObject) {
  const auto first = store->PutBytes(kPdf, "a.pdf", policy);
  const auto second = store->PutFile(Write("upload", kPdf), "b.pdf", policy);
  EXPECT_EQ(*first, *second);
  EXPECT_EQ(Objects(), 1u);
}

TEST_F(StoreTest, ATakenFileIsMoved) {
  const fs::path upload = Write("upload", kPng);
  const auto stored = store->PutFile(upload, "фото.png", policy);
  ASSERT_TRUE(stored.ok());
  EXPECT_FALSE(fs::exists(upload));
  EXPECT_EQ(Slurp(store->PathOf(stored->sha256_hex)), kPng);
}

TEST_F(StoreTest, AFileOfAnotherFileSystemIsCopied) {
  if (!fs::exists("/dev/shm")) GTEST_SKIP() << "needs a second file system";
  const fs::path elsewhere = MakeTemporary("/dev/shm/okno-files-XXXXXX");
  const std::string large = kPdf + std::string(3 << 20, '%');
  std::ofstream(elsewhere / "upload", std::ios::binary) << large;
  const auto stored = store->PutFile(elsewhere / "upload", "a.pdf", policy);
  ASSERT_TRUE(stored.ok());
  EXPECT_EQ(store->Read(stored->sha256_hex), large);
  EXPECT_FALSE(fs::exists(elsewhere / "upload"));
  EXPECT_EQ(Objects(), 1u);
  fs::remove_all(elsewhere);
}

TEST_F(StoreTest, ARefusedFileStaysWhereItIs) {
  const fs::path upload = Write("upload", kProgram);
  const auto refused = store->PutFile(upload, "справка.pdf", policy);
  EXPECT_EQ(refused.refusal().code, "file.content_mismatch");
  EXPECT_EQ(refused.refusal().kind, RefusalKind::kUnsupported);
  EXPECT_EQ(Slurp(upload), kProgram);
  EXPECT_EQ(Objects(), 0u);
}

TEST_F(StoreTest, SizeIsJudgedAtItsBoundary) {
  policy.max_bytes = kPdf.size();
  EXPECT_TRUE(store->PutBytes(kPdf, "a.pdf", policy).ok());
  const auto refused = store->PutBytes(kPdf + "\n", "a.pdf", policy);
  EXPECT_EQ(refused.refusal().code, "file.too_large");
  EXPECT_EQ(refused.refusal().kind, RefusalKind::kTooLarge);
  EXPECT_EQ(store->PutBytes("", "a.pdf", policy).refusal().code, "file.empty");
  EXPECT_EQ(store->PutFile(Write("empty", ""), "a.pdf", policy).refusal().code, "file.empty");
  policy.max_bytes = 50 << 20;
  EXPECT_EQ(store->PutBytes(std::string((50 << 20) + 1, '%'), "a.pdf", policy).refusal().detail,
            "50");
}

TEST_F(StoreTest, TheNameNeverLeadsOutOfTheStore) {
  for (const char* name : {"../../etc/passwd.pdf", "/etc/a.pdf", "a/b.pdf", "..pdf"}) {
    EXPECT_TRUE(store->PutBytes(kPdf, name, policy).ok()) << name;
  }
  EXPECT_EQ(Objects(), 1u);
}

TEST_F(StoreTest, WhatIsNoDigestOrNotThereIsAFault) {
  const std::string unknown(64, 'a');
  for (const std::string& digest :
       {std::string("../../etc/passwd"), std::string(), std::string(64, 'A'), unknown}) {
    EXPECT_THROW(store->Read(digest), std::runtime_error) << digest;
    EXPECT_THROW(store->PathOf(digest), std::runtime_error) << digest;
  }
}

TEST_F(StoreTest, ADamagedObjectIsNotReadAndIsHealedByItsEqual) {
  const auto stored = store->PutBytes(kPdf, "a.pdf", policy);
  std::ofstream(store->PathOf(stored->sha256_hex), std::ios::app) << "x";
  EXPECT_THROW(store->Read(stored->sha256_hex), std::runtime_error);
  ASSERT_TRUE(store->PutBytes(kPdf, "a.pdf", policy).ok());
  EXPECT_EQ(store->Read(stored->sha256_hex), kPdf);
}

TEST_F(StoreTest, ALinkIsNotTakenForAFile) {
  const fs::path secret = Write("secret", kPdf);
  fs::create_symlink(secret, top / "link");
  EXPECT_THROW((void)store->PutFile(top / "link", "a.pdf", policy), std::system_error);
  EXPECT_THROW((void)store->PutFile(top, "a.pdf", policy), std::system_error);
  EXPECT_THROW((void)store->PutFile(top / "absent", "a.pdf", policy), std::system_error);
  EXPECT_TRUE(fs::exists(secret));
}

TEST_F(StoreTest, LeftoversOfKilledProcessesGoAfterADay) {
  const fs::path incoming = top / "store/incoming";
  std::ofstream(incoming / "old") << "x";
  std::ofstream(incoming / "young") << "x";
  fs::last_write_time(incoming / "old", fs::file_time_type::clock::now() - std::chrono::hours(25));
  OpenFolderStore(top / "store");
  EXPECT_FALSE(fs::exists(incoming / "old"));
  EXPECT_TRUE(fs::exists(incoming / "young"));
}

TEST_F(StoreTest, ManyThreadsPutTheSameAndDifferentFiles) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&, i] {
      for (int n = 0; n < 25; ++n) {
        EXPECT_TRUE(store->PutBytes(kPdf + std::to_string(n), "a.pdf", policy).ok());
        EXPECT_TRUE(store->PutBytes(kText + std::to_string(i * 25 + n), "a.txt", policy).ok());
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(Objects(), 125u);
}

struct KindCase {
  const char* name;
  std::string content;
  const char* content_type;
};

TEST_F(StoreTest, EachKindIsKnownByItsContent) {
  const KindCase cases[] = {
      {"a.pdf", kPdf, "application/pdf"},
      {"a.png", kPng, "image/png"},
      {"a.jpg", kJpeg, "image/jpeg"},
      {"a.JPEG", kJpeg, "image/jpeg"},
      {"a.gif", kGif, "image/gif"},
      {"a.tif", kTiff, "image/tiff"},
      {"a.bmp", kBmp, "image/bmp"},
      {"a.rtf", kRtf, "text/rtf"},
      {"a.xml", kXml, "application/xml"},
      {"a.xml", "<ns:Ответ xmlns:ns=\"urn:a\">да</ns:Ответ>", "application/xml"},
      {"a.txt", kText, "text/plain"},
      {"a.txt", "\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0\n", "text/plain"},
      {"a.txt", "a;b\n1;2\n3;4\n", "text/plain"},
      {"a.zip", kZip, "application/zip"},
      {"a.rar", kRar, "application/vnd.rar"},
      {"a.docx", kDocx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {"a.docx", kOddDocx,
       "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {"a.xlsx", kXlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {"a.odt", kOdt, "application/vnd.oasis.opendocument.text"},
      {"a.pdf.sig", kSignature, "application/pkcs7-signature"},
      {"a.p7s", text::Base64Encode(kSignature), "application/pkcs7-signature"},
      {"a.sig", "-----BEGIN PKCS7-----\nMIAGCSqGSIb3DQEHAqCAMIACAQExAA==\n-----END PKCS7-----\n",
       "application/pkcs7-signature"},
  };
  for (const KindCase& each : cases) {
    const auto stored = store->PutBytes(each.content, each.name, policy);
    ASSERT_TRUE(stored.ok()) << each.name << ": " << stored.refusal().code << " "
                             << stored.refusal().detail;
    EXPECT_EQ(stored->content_type, each.content_type) << each.name;
  }
}

TEST_F(StoreTest, BytesThatAreNotWhatTheNameSaysAreRefused) {
  const struct {
    const char* name;
    std::string content;
    const char* found;
  } cases[] = {
      {"a.pdf", kPng, "png"},
      {"a.png", kPdf, "pdf"},
      {"a.jpg", "<html><script>alert(1)</script></html>", "text/html"},
      {"a.txt", "<!DOCTYPE html><html><body></body></html>", "text/html"},
      {"a.xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>", "image/svg+xml"},
      {"a.zip", kDocx, "docx"},
      {"a.zip", kOddDocx, "docx"},
      {"a.docx", kZip, "zip"},
      {"a.docx", kXlsx, "xlsx"},
      {"a.odt", kDocx, "docx"},
      {"a.sig", kText, "txt"},
      {"a.doc", kRtf, "rtf"},
  };
  for (const auto& each : cases) {
    const auto refused = store->PutBytes(each.content, each.name, policy);
    ASSERT_FALSE(refused.ok()) << each.name;
    EXPECT_EQ(refused.refusal().code, "file.content_mismatch") << each.name;
    EXPECT_EQ(refused.refusal().detail, each.found) << each.name;
  }
}

TEST_F(StoreTest, KindsThatAreNotTakenAreRefusedByTheirName) {
  for (const char* name : {"a.exe", "a.html", "a.svg", "a", "", "pdf", "a.pdf.js", "a."}) {
    const auto refused = store->PutBytes(kPdf, name, policy);
    ASSERT_FALSE(refused.ok()) << name;
    EXPECT_EQ(refused.refusal().code, "file.kind_refused") << name;
  }
}

TEST_F(StoreTest, OldIsWhatWasNotPutAgain) {
  const auto folder = (top / "store").string();
  const auto digest = store->PutBytes(kPdf, "a.pdf", {}).value().sha256_hex;
  const auto part = digest.substr(0, 2);
  const auto now = std::chrono::floor<Instant::duration>(std::chrono::system_clock::now());
  const auto yesterday = now - std::chrono::hours(24);
  EXPECT_TRUE(ListOld(folder, part, yesterday).empty());
  fs::last_write_time(store->PathOf(digest),
                      fs::file_time_type::clock::now() - std::chrono::hours(25));
  EXPECT_EQ(ListOld(folder, part, yesterday), std::vector<std::string>{digest});
  store->PutBytes(kPdf, "b.pdf", {}).value();
  EXPECT_TRUE(ListOld(folder, part, yesterday).empty());
}

TEST_F(StoreTest, WhatIsSetAsideIsFoundByWhoWantsIt) {
  const auto folder = (top / "store").string();
  const auto digest = store->PutBytes(kPdf, "a.pdf", {}).value().sha256_hex;
  const fs::path place = store->PathOf(digest);
  fs::last_write_time(place, fs::file_time_type::clock::now() - std::chrono::hours(99));
  EXPECT_TRUE(SetAside(folder, digest));
  EXPECT_FALSE(fs::exists(place));
  EXPECT_FALSE(SetAside(folder, digest)) << "it is gone";
  const auto aside = ListAside(folder);
  ASSERT_EQ(aside.size(), 1U);
  EXPECT_EQ(aside[0].digest, digest);
  EXPECT_GT(aside[0].since, std::chrono::system_clock::now() - std::chrono::hours(1))
      << "its term begins with the setting aside";
  EXPECT_EQ(store->Read(digest), kPdf);
  EXPECT_TRUE(fs::exists(place));
  EXPECT_TRUE(ListAside(folder).empty());
  EXPECT_FALSE(PutBack(folder, digest));
}

TEST_F(StoreTest, OnlyWhatIsAsideIsDestroyed) {
  const auto folder = (top / "store").string();
  const auto digest = store->PutBytes(kPdf, "a.pdf", {}).value().sha256_hex;
  EXPECT_FALSE(DestroyAside(folder, digest));
  EXPECT_TRUE(SetAside(folder, digest));
  store->PutBytes(kPdf, "b.pdf", {}).value();  // the same bytes are wanted again
  EXPECT_EQ(DestroyAside(folder, digest), kPdf.size());
  EXPECT_EQ(store->Read(digest), kPdf);
  EXPECT_TRUE(SetAside(folder, digest));
  EXPECT_EQ(DestroyAside(folder, digest), kPdf.size());
  EXPECT_THROW(static_cast<void>(store->PathOf(digest)), std::runtime_error);
  EXPECT_FALSE(DestroyAside(folder, digest)) << "it is gone";
  EXPECT_THROW(SetAside(folder, "../../etc"), std::runtime_error);
}

}  // namespace
}  // namespace okno::files
