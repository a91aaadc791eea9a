// SPDX-License-Identifier: Apache-2.0
#include "documents/transfer.h"

#include "text/strings.h"

namespace okno::documents {
namespace {

constexpr std::size_t kMaxTitle = 300;

const http::Part* FindFile(const http::Request& request) {
  for (const auto& part : request.parts) {
    if (part.name == "file" && !part.path.empty()) return &part;
  }
  return nullptr;
}

// The plain fields; anything else that was sent is a mistake worth telling.
std::vector<FieldError> ReadFields(const http::Request& request, const http::Part* file,
                                   Upload& upload) {
  std::vector<FieldError> errors;
  for (const auto& part : request.parts) {
    if (&part == file) continue;
    const bool known = part.path.empty() && (part.name == "item" || part.name == "title");
    if (!known) {
      errors.push_back({"/" + part.name, "field.unknown", {}});
      continue;
    }
    auto value = text::Trim(part.value);
    if (!text::IsValidUtf8(value)) errors.push_back({"/" + part.name, "field.type", {}});
    if (text::Length(value) > kMaxTitle) {
      errors.push_back({"/" + part.name, "field.too_long", std::to_string(kMaxTitle)});
    }
    (part.name == "item" ? upload.item : upload.title) = std::move(value);
  }
  if (file == nullptr) errors.push_back({"/file", "field.required", {}});
  return errors;
}

}  // namespace

std::string Upload::Fingerprint() const {
  return file.sha256_hex + "\n" + name + "\n" + item + "\n" + title;
}

Result<Upload> TakeUpload(files::Store& files, const files::Policy& policy,
                          const http::Request& request) {
  Upload upload;
  const auto* file = FindFile(request);
  if (auto errors = ReadFields(request, file, upload); !errors.empty()) {
    return Refusal::Invalid("input.invalid", std::move(errors));
  }
  upload.name = CleanName(file->filename);
  upload.path = file->path;
  auto judged = files.Judge(upload.path, upload.name, policy);
  if (!judged) return judged.refusal();
  upload.file = std::move(*judged);
  return upload;
}

void Keep(files::Store& files, const Upload& upload) {
  if (!upload.path.empty()) files.Keep(upload.path, upload.file);
}

Json ToJson(const Document& document) {
  Json json = {{"id", document.id.ToString()},
               {"item", document.item},
               {"name", document.name},
               {"content_type", document.file.content_type},
               {"size", document.file.size},
               {"uploaded_at", FormatInstant(document.uploaded_at)},
               {"uploaded_by", document.uploaded_by},
               {"source", document.source}};
  if (!document.title.empty()) json["title"] = document.title;
  return json;
}

http::Response Download(const files::Store& files, const Document& document) {
  return http::Response::Attachment(files.PathOf(document.file.sha256_hex),
                                    document.file.content_type, document.name);
}

}  // namespace okno::documents
