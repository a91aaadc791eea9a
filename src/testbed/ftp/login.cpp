// SPDX-License-Identifier: Apache-2.0
#include "ftp/login.h"

#include "crypto/hash.h"
#include "storage/ftp_store.h"

namespace okno::testbed {

namespace {

std::string AreaOf(const Participant& participant) {
  return participant.upload_directory.empty() ? participant.mnemonic : participant.upload_directory;
}

// A client may name its upload directory though it is in it already.
FtpAccess OwnArea(const Services& services, const Participant& participant) {
  auto area = AreaOf(participant);
  auto folder = services.files.AreaFolder(area);
  return {folder, {{area, folder}}, true, services.settings.Get().ftp_limit};
}

// The area of everybody, and by name those of participants that have no password of their own.
FtpAccess AllAreas(const Services& services) {
  FtpAccess access{
      services.files.AreaFolder(kAnonymousArea), {}, true, services.settings.Get().ftp_limit};
  for (const auto& participant : services.registry.Get()->participants()) {
    if (!participant.ftp_password.empty()) continue;
    auto area = AreaOf(participant);
    access.places.emplace(area, services.files.AreaFolder(area));
  }
  return access;
}

std::optional<FtpAccess> Delivered(const Services& services, const std::string& user,
                                   const std::string& password) {
  auto account = services.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return storage::FindAccount(tx, user, services.clock.Now());
  });
  if (!account || !crypto::SameBytes(account->password, password)) return std::nullopt;
  auto folder = services.files.MessageFolder(account->message_id, account->directory);
  return FtpAccess{folder, {{account->directory.ToString(), folder}}, false, 0};
}

}  // namespace

FtpLogin MakeFtpLogin(const Services& services) {
  return [services](const std::string& user, const std::string& password) {
    if (user == "anonymous" || user == "ftp") return std::optional(AllAreas(services));
    auto registry = services.registry.Get();
    const auto* participant = registry->FindParticipant(user);
    if (participant == nullptr) return Delivered(services, user, password);
    const auto& own = participant->ftp_password;
    if (!own.empty() && !crypto::SameBytes(own, password)) return std::optional<FtpAccess>();
    return std::optional(OwnArea(services, *participant));
  };
}

}  // namespace okno::testbed
