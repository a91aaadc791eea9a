// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <stdexcept>

#include "crypto/hash.h"
#include "disk.h"
#include "files/store.h"
#include "files/sweep.h"
#include "kinds.h"
#include "magic_type.h"
#include "place.h"
#include "text/strings.h"

namespace okno::files {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kSample = 64 * 1024;
constexpr std::chrono::hours kLeftoverAge{24};

std::string DigestOf(const OpenFile& file) {
  crypto::Sha256Stream digest;
  file.ReadAll([&](std::string_view piece) { digest.Update(piece); });
  return text::HexEncode(digest.Finish());
}

std::optional<Refusal> JudgeSize(std::uint64_t size, const Policy& policy) {
  if (size == 0 && !policy.any_kind) return Refusal::Invalid("file.empty");
  if (size <= policy.max_bytes) return std::nullopt;
  return Refusal{
      RefusalKind::kTooLarge, "file.too_large", std::to_string(policy.max_bytes >> 20), {}};
}

class FolderStore final : public Store {
 public:
  explicit FolderStore(const fs::path& folder) : folder_(folder), incoming_(folder / "incoming") {
    fs::create_directories(incoming_);
    RemoveLeftovers();
  }

  Result<StoredFile> Judge(const std::string& path, std::string_view original_name,
                           const Policy& policy) override {
    return JudgeFile(OpenFile::ForReading(path), original_name, policy);
  }

  void Keep(const std::string& path, const StoredFile& judged) override {
    if (!fs::exists(path)) return void(PathOf(judged.sha256_hex));  // kept already, or throws
    Place(path, OpenFile::ForReading(path), judged.sha256_hex);
  }

  Result<StoredFile> PutBytes(std::string_view bytes, std::string_view original_name,
                              const Policy& policy) override {
    if (auto refusal = JudgeSize(bytes.size(), policy)) return *refusal;
    Incoming incoming(incoming_);
    incoming.file.Write(bytes);
    auto judged = JudgeFile(incoming.file, original_name, policy);
    if (judged) Place(incoming.path, incoming.file, judged->sha256_hex);
    return judged;
  }

  std::string Read(const std::string& sha256_hex) const override {
    const OpenFile file = OpenFile::ForReading(PathOf(sha256_hex));
    std::string content;
    content.reserve(file.Size());
    file.ReadAll([&](std::string_view piece) { content += piece; });
    if (text::HexEncode(crypto::Sha256(content)) != sha256_hex) {
      throw std::runtime_error("files: " + sha256_hex + " is damaged");
    }
    return content;
  }

  std::string PathOf(const std::string& sha256_hex) const override {
    if (!IsDigest(sha256_hex)) throw std::runtime_error("files: not a digest");
    const fs::path path = PlaceOf(folder_, sha256_hex);
    if (fs::is_regular_file(path)) return path;
    // Set aside, though somebody wants it; or another thread has just put it back.
    if (PutBack(folder_, sha256_hex) || fs::is_regular_file(path)) return path;
    throw std::runtime_error("files: there is no " + sha256_hex);
  }

 private:
  // A file on its way in; whatever is left of it goes with this object.
  struct Incoming {
    explicit Incoming(const fs::path& folder) : file(OpenFile::Temporary(folder, path)) {}
    ~Incoming() {
      std::error_code gone;
      fs::remove(path, gone);
    }
    fs::path path;
    OpenFile file;
  };

  Result<StoredFile> JudgeFile(const OpenFile& file, std::string_view original_name,
                               const Policy& policy) {
    const std::uint64_t size = file.Size();
    if (auto refusal = JudgeSize(size, policy)) return *refusal;
    const std::string found = magic_.Find(file.descriptor());
    const std::string head = file.ReadAt(0, kSample);
    const std::string tail = file.ReadAt(size > kSample ? size - kSample : 0, kSample);
    auto type = JudgeKind(original_name, {.found_type = found, .head = head, .tail = tail});
    if (!type && policy.any_kind) type = std::string("application/octet-stream");
    if (!type) return type.refusal();
    return StoredFile{.sha256_hex = DigestOf(file), .size = size, .content_type = *type};
  }

  // The name appears only when the bytes are durable, and is durable itself when this returns. An
  // object that is there already is replaced by its equal: should the old one be damaged, it is
  // whole again.
  void Place(const fs::path& path, const OpenFile& file, const std::string& digest) {
    const fs::path place = PlaceOf(folder_, digest);
    fs::create_directories(place.parent_path());
    file.Sync();
    if (fchmod(file.descriptor(), 0640) != 0)
      throw std::runtime_error("files: chmod " + path.string());
    if (!Rename(path, place)) CopyInto(path, file, digest);
    // The folders above too: another process may have made them a moment ago. Unchanged ones cost
    // nothing.
    for (fs::path up = place.parent_path(); up != folder_; up = up.parent_path()) SyncFolder(up);
    SyncFolder(folder_);
  }

  void CopyInto(const fs::path& path, const OpenFile& file, const std::string& digest) {
    Incoming incoming(incoming_);
    crypto::Sha256Stream copied;
    file.ReadAll([&](std::string_view piece) {
      copied.Update(piece);
      incoming.file.Write(piece);
    });
    if (text::HexEncode(copied.Finish()) != digest) {
      throw std::runtime_error("files: the file changed while it was taken");
    }
    Place(incoming.path, incoming.file, digest);
    fs::remove(path);
  }

  // Of processes that were killed; a younger one may still be on its way in.
  void RemoveLeftovers() const {
    const auto before = fs::file_time_type::clock::now() - kLeftoverAge;
    for (const auto& entry : fs::directory_iterator(incoming_)) {
      std::error_code gone;
      if (fs::last_write_time(entry.path(), gone) < before && !gone) fs::remove(entry.path(), gone);
    }
  }

  fs::path folder_, incoming_;
  MagicType magic_;
};

}  // namespace

std::unique_ptr<Store> OpenFolderStore(const std::string& folder) {
  return std::make_unique<FolderStore>(folder);
}

}  // namespace okno::files
