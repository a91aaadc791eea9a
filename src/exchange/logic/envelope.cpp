// SPDX-License-Identifier: Apache-2.0
#include "logic/envelope.h"

#include "log/log.h"
#include "smev3/builder.h"

namespace okno::exchange {

namespace {

smev3::PrimaryContent SignContent(const Message& message, const Runtime& runtime,
                                  const Parts& parts) {
  smev3::PrimaryContent content{message.content_xml, {}};
  for (const auto& part : parts) {
    content.attachments.push_back(
        {part.content_id, part.content_type, runtime.signer->SignCms(part.bytes)});
  }
  return content;
}

}  // namespace

std::string_view OperationOf(const Message& message) {
  return message.operation == "request" ? "SendRequest" : "SendResponse";
}

Result<Parts> ReadParts(const Message& message, const files::Store& files) {
  Parts parts;
  for (const auto& attachment : message.attachments) {
    try {
      parts.push_back(
          {attachment.content_id, attachment.content_type, files.Read(attachment.sha256_hex)});
    } catch (const std::runtime_error& error) {
      log::Error("smev_attachment_lost",
                 {{"message_id", message.id.ToString()}, {"what", error.what()}});
      return Refusal{RefusalKind::kConflict, "file.missing", attachment.sha256_hex, {}};
    }
  }
  return parts;
}

Result<std::string> BuildEnvelope(const storage::MessageRow& row, const Runtime& runtime,
                                  const Parts& parts) {
  const auto& message = row.message;
  const auto& dialect = *runtime.dialect;
  if (message.operation == "request") {
    return smev3::BuildSendRequest(dialect, {message.smev_id, SignContent(message, runtime, parts)},
                                   *runtime.signer);
  }
  smev3::ResponseData data{message.smev_id, message.reply_to, {}};
  if (message.status) {
    data.body = smev3::StatusData{message.status->code, message.status->description};
  } else if (message.rejection) {
    data.body = smev3::RejectionData{message.rejection->code, message.rejection->description};
  } else {
    data.body = SignContent(message, runtime, parts);
  }
  return smev3::BuildSendResponse(dialect, data, *runtime.signer);
}

}  // namespace okno::exchange
