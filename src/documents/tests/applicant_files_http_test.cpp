// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "access/migrations.h"
#include "access/testing/front_door.h"
#include "access/texts.h"
#include "applicants/applicant.h"
#include "applicants/migrations.h"
#include "applicants/texts.h"
#include "db/testing.h"
#include "documents/migrations.h"
#include "documents/routes.h"
#include "documents/texts.h"
#include "http/texts.h"
#include "text/foundation_messages.h"

namespace okno::documents {
namespace {

constexpr char kPdf[] = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

class FilesTest : public ::testing::Test {
 protected:
  FilesTest() {
    for (auto messages : {text::FoundationMessages(), http::Messages(), access::Messages(),
                          applicants::Messages(), Messages()}) {
      texts_.Add(messages);
    }
    applicants::Applicant draft;
    draft.last_name = "Петрова";
    draft.first_name = "Мария";
    const auto card =
        applicants::Create({pool_, clock_}, house_.As("operator"), draft, "12345678").value();
    files_path_ = "/api/v1/applicants/" + card.id.ToString() + "/files";
  }
  ~FilesTest() override { std::filesystem::remove_all(folder_); }

  http::ClientAnswer Upload(const std::string& login, const std::string& name,
                            const std::string& bytes, const std::string& key) {
    const auto browser = door_.SignedIn(login);
    const std::string body =
        "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nСкан\r\n--b\r\n"
        "Content-Disposition: form-data; name=\"file\"; filename=\"" +
        name +
        "\"\r\n"
        "Content-Type: application/pdf\r\n\r\n" +
        bytes + "\r\n--b--\r\n";
    return http::Send({.method = "POST",
                       .url = door_.Url(files_path_),
                       .headers = {{"Cookie", browser.cookie},
                                   {"X-CSRF-Token", browser.csrf_token},
                                   {"Idempotency-Key", key},
                                   {"Content-Type", "multipart/form-data; boundary=b"}},
                       .body = body});
  }
  long long StoredFiles() const {
    long long files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_)) {
      files += entry.is_regular_file() ? 1 : 0;
    }
    return files;
  }
  http::ClientAnswer Get(const std::string& login, const std::string& path) {
    return door_.SignedIn(login).Get(path);
  }

  const std::vector<std::span<const db::Migration>> rooms_{access::Migrations(),
                                                           applicants::Migrations(), Migrations()};
  db::testing::Database database_{rooms_};
  db::Pool pool_{{.dsn = database_.dsn(), .size = 4}};
  ManualClock clock_{*ParseInstant("2026-11-23T09:15:00Z")};
  access::testing::House house_{pool_, clock_.Now()};
  const std::string folder_ =
      (std::filesystem::temp_directory_path() / ("okno-files-" + Uuid::NewV7().ToString()))
          .string();
  std::unique_ptr<files::Store> files_ = files::OpenFolderStore(folder_);
  text::Catalog texts_;
  Services services_{pool_, *files_, clock_, {.max_bytes = 64 * 1024}};
  access::testing::FrontDoor door_{{pool_, clock_, texts_, {}}, Routes(services_)};
  std::string files_path_;
};

TEST_F(FilesTest, FileOfACardComesBackAsItWasSent) {
  const auto created = Upload("operator", "../Паспорт.pdf", kPdf, "key-00001");
  ASSERT_EQ(created.status, 201) << created.body;
  const auto file = Json::parse(created.body);
  EXPECT_EQ(file["name"], "Паспорт.pdf");
  EXPECT_EQ(file["title"], "Скан");
  EXPECT_EQ(file["content_type"], "application/pdf");
  const auto bytes = Get("operator", files_path_ + "/" + file["id"].get<std::string>());
  EXPECT_EQ(bytes.body, kPdf);
  EXPECT_TRUE(bytes.headers.at("content-disposition").starts_with("attachment"));
}

TEST_F(FilesTest, SameUploadSentAgainIsOneFile) {
  const auto first = Json::parse(Upload("operator", "a.pdf", kPdf, "key-00001").body);
  EXPECT_EQ(Json::parse(Upload("operator", "a.pdf", kPdf, "key-00001").body)["id"], first["id"]);
  EXPECT_EQ(Upload("operator", "b.pdf", kPdf, "key-00001").status, 422);
  EXPECT_EQ(Json::parse(Get("operator", files_path_).body)["items"].size(), 1U);
  EXPECT_THAT(access::testing::ReasonsOf(door_.SignedIn("auditor"), "applicant.file_added"),
              ::testing::ElementsAre("repeat", ""));
}

TEST_F(FilesTest, FileThatIsNotWhatItsNameSaysIsRefused) {
  const auto refused = Upload("operator", "a.pdf", "\x89PNG\r\n\x1a\n and more", "key-00001");
  EXPECT_EQ(Json::parse(refused.body)["code"], "file.content_mismatch");
  EXPECT_EQ(Json::parse(Upload("operator", "a.pdf", "", "key-00002").body)["code"], "file.empty");
  EXPECT_TRUE(Json::parse(Get("operator", files_path_).body)["items"].empty());
}

TEST_F(FilesTest, FilesOfAForeignCardDoNotExist) {
  const auto file = Json::parse(Upload("operator", "a.pdf", kPdf, "key-00001").body);
  EXPECT_EQ(Get("stranger", files_path_).status, 404);
  EXPECT_EQ(Get("stranger", files_path_ + "/" + file["id"].get<std::string>()).status, 404);
  EXPECT_EQ(Upload("stranger", "a.pdf", kPdf, "key-00001").status, 404);
  EXPECT_EQ(Upload("processor", "a.pdf", kPdf, "key-00001").status, 403);
}

TEST_F(FilesTest, WhatIsRefusedIsNotStored) {
  EXPECT_EQ(Upload("stranger", "a.pdf", kPdf, "key-00001").status, 404);
  EXPECT_EQ(Upload("operator", "a.png", kPdf, "key-00002").status, 415);
  EXPECT_EQ(StoredFiles(), 0);
  EXPECT_EQ(Upload("operator", "a.pdf", kPdf, "key-00003").status, 201);
  EXPECT_EQ(StoredFiles(), 1);
}

TEST_F(FilesTest, TheLargestFileIsSaidByThePolicy) {
  const auto refused = Upload("operator", "a.pdf", kPdf + std::string(64 * 1024, ' '), "key-00001");
  EXPECT_EQ(refused.status, 413);
  EXPECT_EQ(Json::parse(refused.body)["code"], "file.too_large");
}

}  // namespace
}  // namespace okno::documents
