// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "documents/documents.h"
#include "files/store.h"
#include "http/message.h"

// Files over HTTP, the same for every room that takes uploads.
namespace okno::documents {

// What a route with Body::kMultipart should take: the largest file of the default policy and the
// parts around it.
inline constexpr std::size_t kUploadLimit = 51 * 1024 * 1024;

struct Upload {
  std::string name;         // cleaned
  std::string item, title;  // "" when not sent
  files::StoredFile file;
  // What makes two uploads the same request, for the Idempotency-Key.
  std::string Fingerprint() const;
};
// Puts the part "file" into the store and reads the plain fields "item" and "title". Refused with
// the pointers /file, /item, /title ("field.required", "field.too_long", "field.unknown") and with
// what files::Store refuses.
Result<Upload> TakeUpload(files::Store& files, const http::Request& request);

// `File` and `ApplicationDocument` of openapi.yaml. The verdict of a signature is left to the room
// that knows it.
Json ToJson(const Document& document);
// The bytes as attachment.
http::Response Download(const files::Store& files, const Document& document);

}  // namespace okno::documents
