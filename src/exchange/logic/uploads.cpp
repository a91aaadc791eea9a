// SPDX-License-Identifier: Apache-2.0
#include "logic/uploads.h"

#include <algorithm>

#include "log/log.h"
#include "logic/envelope.h"
#include "logic/ftp_storage.h"
#include "logic/rules/file_names.h"

namespace okno::exchange {

namespace {

ftp::Transfer Upload(const Context& context, const Runtime& runtime, const Attachment& attachment) {
  const auto& directory = runtime.row.connection.ftp.directory;
  return ftp::Put(
      UploadServer(runtime),
      {.local_path = context.files.PathOf(attachment.sha256_hex),
       .directory = (directory.empty() ? "" : directory + "/") + attachment.ftp_id->ToString(),
       .name = rules::TransferName(attachment.name, attachment.content_type)});
}

// The key may have changed since the file was brought: its signature would be of the old one.
bool IsReady(const storage::Seal& seal, const crypto::Signer& signer) {
  if (!seal.uploaded) return false;
  auto sealed_by = crypto::VerifyCmsAlone(seal.signature).certificate;
  return sealed_by && sealed_by->sha256() == signer.certificate().sha256();
}

}  // namespace

bool NeedsUpload(const storage::MessageRow& row, const Runtime& runtime) {
  const auto& attachments = row.message.attachments;
  for (std::size_t i = 0; i < attachments.size(); ++i) {
    if (attachments[i].ftp_id && !IsReady(row.seals[i], *runtime.signer)) return true;
  }
  return false;
}

std::optional<Attempt> UploadFiles(const Context& context, const Runtime& runtime,
                                   storage::MessageRow& row) {
  using rules::Next;
  if (!runtime.row.connection.ftp.configured()) return Attempt{.code = "exchange.ftp_missing"};
  const auto& attachments = row.message.attachments;
  for (std::size_t i = 0; i < attachments.size(); ++i) {
    if (!attachments[i].ftp_id || IsReady(row.seals[i], *runtime.signer)) continue;
    auto seal = MakeSeal(attachments[i], context.files, *runtime.signer);
    if (!seal) return Attempt{.next = Next::kFinal, .code = seal.refusal().code};
    auto transfer = row.seals[i].uploaded ? ftp::Transfer{.kind = ftp::Transfer::Kind::kDone}
                                          : Upload(context, runtime, attachments[i]);
    if (!transfer.done()) {
      log::Warning("smev_upload_failed", {{"code", CodeOf(transfer)}, {"what", transfer.error}});
      return Attempt{.code = CodeOf(transfer),
                     .text = transfer.error,
                     .counts = IsAway(transfer) ? rules::Counts::kNo : rules::Counts::kYes};
    }
    seal->uploaded = true;
    context.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      storage::SaveSeal(tx, row.message.id, static_cast<int>(i), *seal, context.clock.Now());
    });
    row.seals[i] = std::move(*seal);
  }
  return std::nullopt;
}

}  // namespace okno::exchange
