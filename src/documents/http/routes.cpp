// SPDX-License-Identifier: Apache-2.0
#include "documents/routes.h"

#include "documents/transfer.h"
#include "http/applicant_files.h"

namespace okno::documents {

std::vector<http::Route> Routes(const Services& services) {
  using enum http::Access;
  using enum http::Body;
  const auto with = [&](auto handler) {
    return [services, handler](const http::Request& request) { return handler(services, request); };
  };
  const std::string files = "/api/v1/applicants/{id}/files";
  return {
      {.method = "GET",
       .pattern = files,
       .access = kRight,
       .right = "applicants.view",
       .audit = "applicant.files_viewed",
       .handler = with(ListFiles)},
      {.method = "POST",
       .pattern = files,
       .access = kRight,
       .right = "applicants.edit",
       .audit = "applicant.file_added",
       .body = kMultipart,
       .body_limit = UploadLimit(services.uploads),
       .handler = with(AddFile),
       .slow = true},
      {.method = "GET",
       .pattern = files + "/{file_id}",
       .access = kRight,
       .right = "applicants.view",
       .audit = "applicant.file_viewed",
       .handler = with(GetFile)},
  };
}

}  // namespace okno::documents
