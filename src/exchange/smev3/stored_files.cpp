// SPDX-License-Identifier: Apache-2.0
#include "smev3/stored_files.h"

#include <filesystem>

#include "logic/mapped_file.h"
#include "logic/rules/file_names.h"

namespace okno::exchange::smev3 {

namespace {

namespace fs = std::filesystem;
using crypto::GostAlgorithm;

Refusal Failed(const ftp::Transfer& transfer) {
  return {RefusalKind::kUnavailable, "participant.storage_failed", transfer.error, {}};
}

Result<RefAttachmentHeader> Seal(const OutgoingStoredFile& file, const crypto::Signer& signer) {
  std::error_code error;
  if (!fs::is_regular_file(file.path, error))
    return Refusal::Conflict("participant.file_unreadable", file.path);
  const MappedFile mapped(file.path);
  const auto name = fs::path(file.path).filename().string();
  return RefAttachmentHeader{
      .uuid = Uuid::NewV1(),
      .file_name = rules::TransferName(name, file.mime_type),
      .hash = crypto::GostDigest(GostAlgorithm::kGost2012_256, mapped.bytes()),
      .mime_type = file.mime_type,
      .signature = signer.SignCms(mapped.bytes())};
}

// As the bus gave the name, else below the directory of that id: both are met.
ftp::Transfer Download(const ftp::Server& server, const FsAttachment& place,
                       const std::string& path) {
  ftp::Download download{.path = place.file_name, .local_path = path, .limit = kMostFileBytes};
  auto transfer = ftp::Get(server, download);
  if (transfer.kind != ftp::Transfer::Kind::kNotFound) return transfer;
  download.path = place.uuid.ToString() + "/" + rules::BaseName(place.file_name);
  return ftp::Get(server, download);
}

Verdict Judge(const RefAttachmentHeader& header, std::string_view bytes,
              const ParticipantOptions& options) {
  const auto signer = crypto::VerifyCmsAlone(header.signature).certificate;
  // Streebog of the length the sender used.
  const auto algorithm =
      header.hash.size() == 64 ? GostAlgorithm::kGost2012_512 : GostAlgorithm::kGost2012_256;
  if (crypto::GostDigest(algorithm, bytes) != header.hash)
    return {"signature.hash_differs", signer};
  crypto::TrustStore only;  // trust in the signer: all that is left to judge are the dates
  if (signer) only.AddRoot(*signer);
  return VerifyAttachment(header.signature, bytes, options.trust != nullptr ? *options.trust : only,
                          options.clock.Now());
}

}  // namespace

Result<RefAttachmentHeader> StoreFile(const OutgoingStoredFile& file, const crypto::Signer& signer,
                                      const ParticipantOptions& options) {
  if (!options.storage) return Refusal::Conflict("participant.storage_missing");
  auto header = Seal(file, signer);
  if (!header) return header;
  const auto& area = options.storage->directory;
  const auto directory = (area.empty() ? "" : area + "/") + header->uuid.ToString();
  const auto transfer =
      ftp::Put(options.storage->server,
               {.local_path = file.path, .directory = directory, .name = header->file_name});
  if (!transfer.done()) return Failed(transfer);
  return header;
}

Result<Verdict> FetchFile(const ReceivedFile& file, const std::string& path,
                          const ParticipantOptions& options) {
  if (!options.storage) return Refusal::Conflict("participant.storage_missing");
  if (!file.place) return Refusal::Conflict("exchange.ftp_place_missing");
  auto server = options.storage->server;
  server.user = file.place->user;
  server.password = file.place->password;
  const auto transfer = Download(server, *file.place, path);
  if (!transfer.done()) return Failed(transfer);
  const MappedFile fetched(path);
  return Judge(file.header, fetched.bytes(), options);
}

}  // namespace okno::exchange::smev3
