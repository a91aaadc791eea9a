// SPDX-License-Identifier: Apache-2.0
#include "logic/envelope.h"

#include "exchange/smev3/builder.h"
#include "log/log.h"
#include "logic/mapped_file.h"

namespace okno::exchange {

namespace {

Refusal Lost(const Attachment& attachment, const std::exception& error) {
  log::Error("smev_attachment_lost", {{"file", attachment.sha256_hex}, {"what", error.what()}});
  return {RefusalKind::kConflict, "file.missing", attachment.sha256_hex, {}};
}

// `signer` may be null: then nothing is signed.
smev3::PrimaryContent ContentOf(const storage::MessageRow& row, const crypto::Signer* signer,
                                const Parts& parts) {
  smev3::PrimaryContent content;
  content.xml = row.message.content_xml;
  content.personal_signature = row.personal_signature;
  for (const auto& part : parts) {
    content.attachments.push_back(
        {part.content_id, part.content_type, signer != nullptr ? signer->SignCms(part.bytes) : ""});
  }
  for (std::size_t i = 0; i < row.message.attachments.size(); ++i) {
    const auto& attachment = row.message.attachments[i];
    if (!attachment.ftp_id) continue;
    auto seal = i < row.seals.size() ? row.seals[i] : storage::Seal{};
    content.files.push_back({*attachment.ftp_id, attachment.name, std::move(seal.hash),
                             attachment.content_type, std::move(seal.signature)});
  }
  return content;
}

smev3::RequestData RequestOf(const storage::MessageRow& row, const crypto::Signer* signer,
                             const Parts& parts) {
  const auto& message = row.message;
  smev3::RequestData data;
  data.message_id = message.smev_id;
  data.reference_message_id = message.reference_message_id;
  data.transaction_code = message.transaction_code;
  data.node_id = message.node_id;
  data.end_of_life = message.end_of_life;
  data.content = ContentOf(row, signer, parts);
  data.metadata = {message.case_info, message.frgu};
  if (message.test) data.purpose = smev3::RequestData::Purpose::kTest;
  return data;
}

smev3::ResponseData ResponseOf(const storage::MessageRow& row, const Runtime& runtime,
                               const Parts& parts) {
  const auto& message = row.message;
  smev3::ResponseData data{message.smev_id, message.reply_to, {}};
  if (const auto& status = message.status) {
    data.body = smev3::StatusData{status->code, status->description, status->parameters};
  } else if (message.rejection) {
    std::vector rejections{
        smev3::RejectionData{message.rejection->code, message.rejection->description}};
    for (const auto& further : message.further_rejections)
      rejections.push_back({further.code, further.description});
    data.body = std::move(rejections);
  } else {
    data.body = ContentOf(row, runtime.signer.get(), parts);
  }
  return data;
}

}  // namespace

std::string_view OperationOf(const Message& message) {
  return message.operation == "request" ? "SendRequest" : "SendResponse";
}

Result<Parts> ReadParts(const Message& message, const files::Store& files) {
  Parts parts;
  for (const auto& attachment : message.attachments) {
    if (attachment.ftp_id) continue;
    try {
      parts.push_back(
          {attachment.content_id, attachment.content_type, files.Read(attachment.sha256_hex)});
    } catch (const std::runtime_error& error) {
      return Lost(attachment, error);
    }
  }
  return parts;
}

Result<storage::Seal> MakeSeal(const Attachment& attachment, const files::Store& files,
                               const crypto::Signer& signer) {
  try {
    MappedFile file(files.PathOf(attachment.sha256_hex));
    return storage::Seal{crypto::GostDigest(crypto::GostAlgorithm::kGost2012_256, file.bytes()),
                         signer.SignCms(file.bytes()), false};
  } catch (const std::runtime_error& error) {
    return Lost(attachment, error);
  }
}

Result<std::string> BuildEnvelope(const storage::MessageRow& row, const Runtime& runtime,
                                  const Parts& parts) {
  if (row.message.operation == "request") {
    return smev3::BuildSendRequest(*runtime.dialect, RequestOf(row, runtime.signer.get(), parts),
                                   *runtime.signer);
  }
  return smev3::BuildSendResponse(*runtime.dialect, ResponseOf(row, runtime, parts),
                                  *runtime.signer);
}

Result<std::string> BuildUnsignedEnvelope(const storage::MessageRow& row,
                                          const smev3::Dialect& dialect, const Parts& parts) {
  return smev3::BuildUnsignedRequest(dialect, RequestOf(row, nullptr, parts));
}

}  // namespace okno::exchange
