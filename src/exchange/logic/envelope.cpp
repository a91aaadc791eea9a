// SPDX-License-Identifier: Apache-2.0
#include "logic/envelope.h"

#include "smev3/builder.h"

namespace okno::exchange {

namespace {

smev3::PrimaryContent SignContent(const Message& message, const Runtime& runtime,
                                  files::Store& files) {
  smev3::PrimaryContent content{message.content_xml, {}};
  for (const auto& attachment : message.attachments) {
    auto signature = runtime.signer->SignCms(files.Read(attachment.sha256_hex));
    content.attachments.push_back(
        {attachment.content_id, attachment.content_type, std::move(signature)});
  }
  return content;
}

}  // namespace

std::string_view OperationOf(const Message& message) {
  return message.operation == "request" ? "SendRequest" : "SendResponse";
}

Result<std::string> BuildEnvelope(const storage::MessageRow& row, const Runtime& runtime,
                                  files::Store& files) {
  const auto& message = row.message;
  if (message.operation == "request") {
    return smev3::BuildSendRequest(
        *runtime.dialect, {message.smev_id, SignContent(message, runtime, files)}, *runtime.signer);
  }
  smev3::ResponseData data{message.smev_id, message.reply_to, {}};
  if (message.status) {
    data.body = smev3::StatusData{message.status->code, message.status->description};
  } else if (message.rejection) {
    data.body = smev3::RejectionData{message.rejection->code, message.rejection->description};
  } else {
    data.body = SignContent(message, runtime, files);
  }
  return smev3::BuildSendResponse(*runtime.dialect, data, *runtime.signer);
}

std::vector<smev3::BinaryPart> ReadParts(const Message& message, files::Store& files) {
  std::vector<smev3::BinaryPart> parts;
  for (const auto& attachment : message.attachments) {
    parts.push_back(
        {attachment.content_id, attachment.content_type, files.Read(attachment.sha256_hex)});
  }
  return parts;
}

}  // namespace okno::exchange
