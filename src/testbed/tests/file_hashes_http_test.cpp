// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "exchange/smev3/builder.h"
#include "exchange/smev3/multipart.h"
#include "ftp/client.h"
#include "http/client.h"
#include "world.h"

namespace okno::testbed::testing {
namespace {

namespace smev3 = exchange::smev3;

// Streebog of either length, and 34.11-94 of systems from before 2019 (dossier, section 10).
class FileHashes : public World, public ::testing::WithParamInterface<crypto::GostAlgorithm> {
 protected:
  FileHashes() {
    auto connection = ConnectionOf(agency);
    connection.ftp = FtpOf(agency);
    Connect(connection);
  }

  // A request with one file by FTP, as another system than ours would send it.
  void SendWithFile(const std::string& bytes, const std::string& hash) {
    const smev3::RefAttachmentHeader header{.uuid = Uuid::NewV1(),
                                            .file_name = "scan.pdf",
                                            .hash = hash,
                                            .mime_type = "application/pdf",
                                            .signature = center.signer->SignCms(bytes)};
    const auto path = folder.path() + "/" + WriteFile("scan.pdf", bytes);
    const auto brought = ftp::Put(
        {.host = "127.0.0.1", .port = bus.ftp_port(), .user = "anonymous", .password = "smev"},
        {.local_path = path,
         .directory = center.mnemonic + "/" + header.uuid.ToString(),
         .name = header.file_name});
    ASSERT_TRUE(brought.done()) << brought.error;
    const auto envelope = smev3::BuildSendRequest(
        *smev3::FindDialect("1.2"),
        {.message_id = Uuid::NewV1(),
         .content = {.xml = RequestXml("0101-26-000001"), .files = {header}}},
        *center.signer);
    const auto answer = http::Send({.method = "POST",
                                    .url = bus.url(),
                                    .headers = {{"Content-Type", "text/xml; charset=utf-8"}},
                                    .body = envelope.value()});
    ASSERT_EQ(answer.status, 200) << answer.body;
  }
};

TEST_P(FileHashes, AFileIsTakenWithTheHashItsSenderUsed) {
  SendWithFile(kPdf, crypto::GostDigest(GetParam(), kPdf));
  Work();
  const auto received = Get(MessageOf(ToldOnce("exchange.request_received")));
  ASSERT_EQ(received.attachments.size(), 1u);
  EXPECT_EQ(received.attachments[0].signature.verdict, "signature.valid");
  EXPECT_EQ(files->Read(received.attachments[0].sha256_hex), kPdf);
}

INSTANTIATE_TEST_SUITE_P(Algorithms, FileHashes,
                         ::testing::Values(crypto::GostAlgorithm::kGost2012_256,
                                           crypto::GostAlgorithm::kGost2012_512,
                                           crypto::GostAlgorithm::kGost2001));

}  // namespace
}  // namespace okno::testbed::testing
