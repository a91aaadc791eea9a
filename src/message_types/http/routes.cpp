// SPDX-License-Identifier: Apache-2.0
#include "message_types/routes.h"

#include "http/handlers.h"

namespace okno::message_types {

std::vector<http::Route> Routes(const Services& services) {
  using enum http::Access;
  using enum http::Body;
  const auto with = [&](auto handler) {
    return [services, handler](const http::Request& request) { return handler(services, request); };
  };
  constexpr const char* kView = "message_types.view";
  constexpr const char* kManage = "message_types.manage";
  constexpr std::size_t kWords = 1024 * 1024;     // what is said about the fields of a large form
  constexpr std::size_t kFile = 5 * 1024 * 1024;  // 4 MB and the parts around it
  const std::string all = "/api/v1/message-types";
  const auto one = all + "/{name}";
  const auto version = one + "/versions/{version}";
  return {
      {"GET", all, kRight, kView, "", kNone, 0, with(ListMessageTypes)},
      {"POST", all, kRight, kManage, "message_type.imported", kMultipart, kFile,
       with(ImportMessageType), true},
      {"GET", one, kRight, kView, "", kNone, 0, with(GetMessageType)},
      {"POST", one + "/versions", kRight, kManage, "message_type.drafted", kJson, 4096,
       with(DraftMessageType)},
      {"GET", version, kRight, kView, "", kNone, 0, with(GetMessageTypeVersion)},
      {"PATCH", version, kRight, kManage, "message_type.changed", kJson, kWords,
       with(UpdateMessageTypeVersion)},
      {"DELETE", version, kRight, kManage, "message_type.draft_deleted", kNone, 0,
       with(DeleteMessageTypeDraft)},
      {"PUT", version + "/publication", kRight, kManage, "message_type.published", kNone, 0,
       with(PublishMessageType)},
      {"DELETE", version + "/publication", kRight, kManage, "message_type.withdrawn", kNone, 0,
       with(WithdrawMessageType)},
      {"GET", version + "/sample", kRight, kView, "", kNone, 0, with(GetMessageTypeSample)},
      {"POST", version + "/preview", kRight, kView, "", kJson, kWords, with(PreviewMessageType)},
      {"GET", version + "/schemas/{file}", kRight, kView, "", kNone, 0, with(GetMessageTypeSchema)},
      {"GET", version + "/archive", kRight, kView, "", kNone, 0, with(ExportMessageType)},
  };
}

}  // namespace okno::message_types
