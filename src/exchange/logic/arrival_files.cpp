// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "log/log.h"
#include "logic/arrival.h"
#include "logic/ftp_storage.h"
#include "logic/mapped_file.h"
#include "logic/rules/file_names.h"

namespace okno::exchange {

namespace fs = std::filesystem;

namespace {

// A place below the data folder for a file while it is fetched and judged.
class IncomingFile {
 public:
  explicit IncomingFile(const std::string& data_folder) {
    auto folder = FolderOf(data_folder);
    fs::create_directories(folder);
    path_ = folder / Uuid::NewV7().ToString();
  }
  ~IncomingFile() {
    std::error_code ignored;  // the store has moved it, as a rule
    fs::remove(path_, ignored);
  }
  IncomingFile(const IncomingFile&) = delete;
  std::string path() const { return path_.string(); }
  static fs::path FolderOf(const std::string& data_folder) {
    return fs::path(data_folder) / "smev-incoming";
  }

 private:
  fs::path path_;
};

// After the acknowledgement the bus has it no more: whatever it is, it is kept.
files::Policy Whole(std::uint64_t limit) { return {.max_bytes = limit, .any_kind = true}; }

// Streebog of the length the sender used, or 34.11-94 of systems of before 2019 (dossier, section
// 10).
bool HasHash(std::string_view bytes, std::string_view hash) {
  using enum crypto::GostAlgorithm;
  auto is = [&](crypto::GostAlgorithm algorithm) {
    return crypto::GostDigest(algorithm, bytes) == hash;
  };
  return hash.size() == 64 ? is(kGost2012_512) : is(kGost2012_256) || is(kGost2001);
}

class Files {
 public:
  Files(const Inspection& inspection, Arrival& arrival)
      : inspection_(inspection), arrival_(arrival) {}

  void Take(const smev3::ReceivedAttachment& attachment) {
    auto name = rules::FileName(++number_, attachment.header.mime_type);
    auto verdict = Verify(attachment.header.signature, attachment.bytes, name);
    auto stored =
        inspection_.context.files.PutBytes(attachment.bytes, name, Whole(attachment.bytes.size()));
    if (!stored) return Refuse(arrival_, stored.refusal().code, stored.refusal().detail);
    Add(name, *stored, verdict);
    arrival_.row.message.attachments.back().content_id = attachment.header.content_id;
  }

  void Take(const smev3::ReceivedFile& file) {
    auto name = NameOf(file);
    if (const auto* stored = FindStored(file.header.uuid)) {
      MappedFile kept(inspection_.context.files.PathOf(stored->sha256_hex));
      auto verdict = Judge(file, kept.bytes(), name);
      Add(name, {stored->sha256_hex, stored->size, stored->content_type}, verdict);
    } else if (!file.place) {
      return Refuse(arrival_, "exchange.ftp_place_missing", name);
    } else if (!Fetch(file, name)) {
      return;
    }
    arrival_.row.message.attachments.back().ftp_id = file.header.uuid;
  }

 private:
  std::string NameOf(const smev3::ReceivedFile& file) {
    auto name = rules::BaseName(file.header.file_name);
    if (name.empty() && file.place) name = rules::BaseName(file.place->file_name);
    ++number_;
    return name.empty() ? rules::FileName(number_, file.header.mime_type) : name;
  }

  const Attachment* FindStored(const Uuid& ftp_id) const {
    if (inspection_.earlier == nullptr) return nullptr;
    for (const auto& attachment : inspection_.earlier->message.attachments) {
      if (attachment.ftp_id == ftp_id) return &attachment;
    }
    return nullptr;
  }

  bool Fetch(const smev3::ReceivedFile& file, const std::string& name) {
    if (!inspection_.connection.connection.ftp.configured()) {
      arrival_.later = "exchange.ftp_missing";
      return false;
    }
    IncomingFile incoming(inspection_.context.options.data_folder);
    auto transfer = Download(*file.place, incoming.path());
    if (!transfer.done()) {
      log::Warning("smev_download_failed", {{"code", CodeOf(transfer)}, {"what", transfer.error}});
      // A storage that refuses now may have the file, or the account, in a minute; after the
      // acknowledgement it has neither for good.
      if (transfer.kind != ftp::Transfer::Kind::kTooLarge) {
        arrival_.later = CodeOf(transfer);
      } else {
        Refuse(arrival_, CodeOf(transfer), name);
      }
      return false;
    }
    SignatureNote verdict;
    {
      MappedFile bytes(incoming.path());
      verdict = Judge(file, bytes.bytes(), name);
    }
    auto policy = Whole(inspection_.connection.connection.limits.file_bytes);
    auto stored = inspection_.context.files.PutFile(incoming.path(), name, policy);
    if (!stored) {
      Refuse(arrival_, stored.refusal().code, stored.refusal().detail);
      return false;
    }
    fetched_ += stored->size;
    Add(name, *stored, verdict);
    return true;
  }

  // Brokers differ in what they show an account: the name as it was given, or the directory first.
  ftp::Transfer Download(const smev3::FsAttachment& place, const std::string& path) {
    auto server = DownloadServer(inspection_.runtime, place.user, place.password);
    ftp::Download download{.path = place.file_name,
                           .local_path = path,
                           .limit = inspection_.connection.connection.limits.file_bytes - fetched_};
    auto transfer = ftp::Get(server, download);
    if (transfer.kind != ftp::Transfer::Kind::kNotFound) return transfer;
    auto name = place.file_name.substr(
        std::min(place.file_name.find_first_not_of('/'), place.file_name.size()));
    download.path = place.uuid.ToString() + "/" + name;
    return ftp::Get(server, download);
  }

  SignatureNote Judge(const smev3::ReceivedFile& file, std::string_view bytes,
                      const std::string& name) {
    if (!HasHash(bytes, file.header.hash)) Refuse(arrival_, "exchange.file_hash_differs", name);
    return Verify(file.header.signature, bytes, name);
  }

  SignatureNote Verify(std::string_view signature, std::string_view bytes,
                       const std::string& name) {
    auto verdict =
        smev3::VerifyAttachment(signature, bytes, *inspection_.runtime.trust, arrival_.signed_at);
    if (!verdict.valid()) Refuse(arrival_, verdict.code, name);
    return NoteOf(verdict);
  }

  void Add(const std::string& name, const files::StoredFile& stored,
           const SignatureNote& signature) {
    arrival_.row.size += stored.size;
    arrival_.row.message.attachments.push_back({.name = name,
                                                .content_type = stored.content_type,
                                                .sha256_hex = stored.sha256_hex,
                                                .size = stored.size,
                                                .signature = signature});
  }

  const Inspection& inspection_;
  Arrival& arrival_;
  int number_ = 0;
  std::uint64_t fetched_ = 0;
};

}  // namespace

void RemoveLeftovers(const std::string& data_folder) {
  constexpr std::chrono::hours kAge{24};
  std::error_code ignored;
  auto oldest = fs::file_time_type::clock::now() - kAge;
  for (const auto& entry : fs::directory_iterator(IncomingFile::FolderOf(data_folder), ignored)) {
    if (entry.last_write_time(ignored) < oldest) fs::remove(entry.path(), ignored);
  }
}

void TakeFiles(const Inspection& inspection, const smev3::ReceivedContent& content,
               Arrival& arrival) {
  Files files(inspection, arrival);
  for (const auto& attachment : content.attachments) files.Take(attachment);
  for (const auto& file : content.files) {
    if (!arrival.later.empty()) return;
    files.Take(file);
  }
}

}  // namespace okno::exchange
