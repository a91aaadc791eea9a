// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "documents/documents.h"
#include "files/store.h"
#include "http/message.h"

// Files over HTTP, the same for every room that takes uploads.
namespace okno::documents {

// What a route with Body::kMultipart should take: the largest file of the policy and the parts
// around it.
constexpr std::size_t UploadLimit(const files::Policy& policy) {
  return policy.max_bytes + 1024 * 1024;
}

struct Upload {
  std::string name;         // cleaned
  std::string item, title;  // "" when not sent
  files::StoredFile file;
  std::string path = {};  // where the bytes lie until they are kept; "" when they are in the store
  // What makes two uploads the same request, for the Idempotency-Key.
  std::string Fingerprint() const;
};
// Judges the part "file" and reads the plain fields "item" and "title"; nothing is stored yet.
// Refused with the pointers /file, /item, /title ("field.required", "field.too_long",
// "field.unknown") and with what files::Store refuses.
Result<Upload> TakeUpload(files::Store& files, const files::Policy& policy,
                          const http::Request& request);
// Stores the bytes: in the use case, when it is judged that they are wanted, before the row that
// names them.
void Keep(files::Store& files, const Upload& upload);

// `File` and `ApplicationDocument` of openapi.yaml. The verdict of a signature is left to the room
// that knows it.
Json ToJson(const Document& document);
// The bytes as attachment.
http::Response Download(const files::Store& files, const Document& document);

}  // namespace okno::documents
