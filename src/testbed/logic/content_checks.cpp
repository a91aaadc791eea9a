// SPDX-License-Identifier: Apache-2.0
#include "logic/content_checks.h"

#include "logic/attachments.h"
#include "logic/incoming.h"
#include "logic/rules/request_rules.h"
#include "text/strings.h"
#include "xml/signature.h"

namespace okno::testbed {

namespace {

std::optional<Fault> CheckSchema(const ContentChecks& checks, const MessageType& type,
                                 xml::Element content, const storage::Message& message) {
  if (type.schema_folder.empty()) return std::nullopt;
  auto errors = checks.schemas.Get(type.schema_folder)->Validate(content);
  if (errors.empty()) return std::nullopt;
  return InvalidContent("SMEV-403: сообщение " + message.id.ToString() +
                        " не соответствует схеме: cvc: " + errors[0].element + ": " +
                        errors[0].text);
}

std::optional<Fault> CheckPersonalSignature(const ContentChecks& checks, const MessageType& type,
                                            xml::Element provided, xml::Element content,
                                            const storage::Message& message) {
  auto holder = provided.child("PersonalSignature");
  auto signature = holder ? holder.child(smev3::kDsig, "Signature") : xml::Element();
  if (!signature) {
    if (!type.personal_signature || message.queue != "requests") return std::nullopt;
    return SignatureFault("NoSignatureFound", "вид сведений требует ЭП-СП, её нет");
  }
  auto verdict = xml::VerifySignature(signature);
  if (!verdict.valid || !(verdict.signed_element == content))
    return SignatureFault("SignatureIsInvalid", "ЭП-СП неверна (" + verdict.code + ")");
  auto judgement = checks.registry.Judge(*verdict.certificate, checks.now);
  if (judgement == "certificate.valid") return std::nullopt;
  return CertificateFault(judgement, *verdict.certificate);
}

// A detached CMS over the bytes. `what` names the attachment for a person.
std::optional<Fault> CheckCms(const ContentChecks& checks, xml::Element header,
                              std::string_view bytes, const std::string& what) {
  std::string signature;
  bool decoded = text::Base64Decode(header.child_text("SignaturePKCS7"), signature);
  if (!decoded || signature.empty())
    return SignatureFault("NoSignatureFound", what + " не подписано");
  auto verdict = crypto::VerifyCms(signature, bytes);
  if (!verdict.valid)
    return SignatureFault("SignatureIsInvalid",
                          "подпись " + what + " неверна (" + verdict.verdict + ")");
  auto judgement = checks.registry.Judge(*verdict.certificate, checks.now);
  if (judgement == "certificate.valid") return std::nullopt;
  auto fault = CertificateFault(judgement, *verdict.certificate);
  fault.description += " — " + what;
  return fault;
}

std::optional<Fault> CheckAttachments(const ContentChecks& checks, xml::Element provided,
                                      const storage::Message& message) {
  auto headers = provided.child("AttachmentHeaderList");
  if (!headers) return std::nullopt;
  int number = 0;
  for (auto header : headers.children()) {
    ++number;
    auto id = header.child_text("contentId");
    for (const auto& attachment : message.attachments) {
      if (attachment.content_id != id) continue;
      auto what = "вложение " + std::to_string(number) + " [" + id + "]";
      if (auto fault = CheckCms(checks, header, attachment.content, what)) return fault;
    }
  }
  return std::nullopt;
}

// Streebog-256 today, 34.11-94 of old systems, Streebog-512; the length tells the last.
bool HashFits(std::string_view hash, std::string_view bytes) {
  using enum crypto::GostAlgorithm;
  if (hash.size() == 64) return crypto::GostDigest(kGost2012_512, bytes) == hash;
  return crypto::GostDigest(kGost2012_256, bytes) == hash ||
         crypto::GostDigest(kGost2001, bytes) == hash;
}

std::optional<Fault> CheckFile(const ContentChecks& checks, xml::Element header,
                               const storage::File& file, const Uuid& message_id) {
  auto path = checks.files.MessageFolder(message_id, file.directory) + "/" + file.name;
  std::optional<MappedFile> mapped;
  try {
    mapped.emplace(path);
  } catch (const std::runtime_error&) {
    return Miscoordination("файл каталога " + file.directory.ToString() + " исчез из хранилища");
  }
  auto bytes = mapped->bytes();
  if (bytes.size() != file.size)
    return Miscoordination("размер файла " + file.name + " изменился после отправки");
  std::string hash;
  if (!text::Base64Decode(header.child_text("Hash"), hash) || !HashFits(hash, bytes))
    return Miscoordination("хэш файла " + file.name + " не совпадает с Hash заголовка");
  return CheckCms(checks, header, bytes, "вложение " + file.name);
}

std::optional<Fault> CheckFiles(const ContentChecks& checks, xml::Element provided,
                                const storage::Message& message) {
  auto headers = provided.child("RefAttachmentHeaderList");
  if (!headers) return std::nullopt;
  for (auto header : headers.children()) {
    auto directory = Uuid::Parse(header.child_text("uuid"));
    for (const auto& file : message.files) {
      if (file.directory != directory) continue;
      if (auto fault = CheckFile(checks, header, file, message.id)) return fault;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Fault> CheckContent(const ContentChecks& checks, xml::Element provided,
                                  const storage::Message& message) {
  auto content = rules::ContentOf(provided);
  const auto* type = content ? checks.registry.FindType(content.namespace_uri()) : nullptr;
  if (type != nullptr) {
    if (auto fault = CheckSchema(checks, *type, content, message)) return fault;
    if (auto fault = CheckPersonalSignature(checks, *type, provided, content, message))
      return fault;
  }
  if (auto fault = CheckAttachments(checks, provided, message)) return fault;
  return CheckFiles(checks, provided, message);
}

}  // namespace okno::testbed
