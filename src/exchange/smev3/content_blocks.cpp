// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "exchange/smev3/multipart.h"
#include "smev3/call.h"
#include "text/strings.h"
#include "xml/insertion.h"
#include "xml/signature.h"

namespace okno::exchange::smev3 {

namespace {

constexpr std::string_view kPersonalId = "PERSONAL_SIGNATURE";
constexpr std::string_view kRoutingId = "ROUTING_INFORMATION";

Outcome AddPersonalSignature(const Call& call, xml::Element data, const std::string& signature) {
  if (signature.empty()) return Done();
  auto added = xml::AddDocument(call.Types(data, "PersonalSignature"), signature);
  return added ? Done() : added.refusal();
}

void AddCms(const Call& call, xml::Element header, const std::string& signature) {
  if (!signature.empty()) call.Basic(header, "SignaturePKCS7", text::Base64Encode(signature));
}

void AddHeaders(const Call& call, xml::Element data, const std::vector<AttachmentHeader>& all) {
  if (all.empty()) return;
  auto headers = call.Basic(data, "AttachmentHeaderList");
  for (const auto& attachment : all) {
    auto header = call.Basic(headers, "AttachmentHeader");
    call.Basic(header, "contentId", attachment.content_id);
    call.Basic(header, "MimeType", attachment.mime_type);
    AddCms(call, header, attachment.signature);
  }
}

void AddRefHeaders(const Call& call, xml::Element data,
                   const std::vector<RefAttachmentHeader>& all) {
  if (all.empty()) return;
  bool named = call.dialect.headers == Dialect::Headers::kNamed;
  auto headers = call.Basic(data, "RefAttachmentHeaderList");
  for (const auto& file : all) {
    auto header = call.Basic(headers, "RefAttachmentHeader");
    call.Basic(header, "uuid", file.uuid.ToString());
    if (named && !file.file_name.empty()) call.Basic(header, "FileName", file.file_name);
    call.Basic(header, "Hash", text::Base64Encode(file.hash));
    call.Basic(header, "MimeType", file.mime_type);
    AddCms(call, header, file.signature);
  }
}

// Writes routing elements in the dialect's namespace.
class RoutingWriter {
 public:
  explicit RoutingWriter(std::string_view uri) : uri_(uri) {}
  xml::Element Add(xml::Element to, std::string_view name, std::string_view text = {}) const {
    return to.Add(uri_, "rout", name, text);
  }
  void AddValues(xml::Element to, const RoutingValues& values) const {
    AddList(to, "DynamicRouting", "DynamicValue", values.dynamic);
    AddList(to, "IdentifierRouting", "IdentifierValue", values.identifiers);
  }
  void AddRecords(xml::Element to, const std::vector<RegistryRecordRouting>& records) const {
    if (records.empty()) return;
    auto list = Add(to, "RegistryRouting");
    for (const auto& record : records) {
      auto item = Add(list, "RegistryRecordRouting");
      Add(item, "RecordId", std::to_string(record.record_id));
      bool general = record.use_general == RegistryRecordRouting::General::kYes;
      Add(item, "UseGeneralRouting", general ? "true" : "false");
      AddValues(item, record.values);
    }
  }

 private:
  void AddList(xml::Element to, std::string_view list_name, std::string_view name,
               const std::vector<std::string>& values) const {
    if (values.empty()) return;
    auto list = Add(to, list_name);
    for (const auto& value : values) Add(list, name, value);
  }
  std::string_view uri_;
};

}  // namespace

Outcome AddContent(const Call& call, xml::Element data, const PrimaryContent& content) {
  auto added = xml::AddDocument(call.Basic(data, "MessagePrimaryContent"), content.xml);
  if (!added) return added.refusal();
  if (auto signature = AddPersonalSignature(call, data, content.personal_signature); !signature)
    return signature.refusal();
  AddHeaders(call, data, content.attachments);
  AddRefHeaders(call, data, content.files);
  return Done();
}

void AddContentList(const Call& call, const PrimaryContent& content) {
  if (content.attachments.empty()) return;
  auto list = call.Basic(call.wrapper, "AttachmentContentList");
  for (const auto& attachment : content.attachments) {
    auto item = call.Basic(list, "AttachmentContent");
    call.Basic(item, "Id", attachment.content_id);
    auto include = call.Basic(item, "Content").Add(kXop, "xop", "Include");
    include.SetAttribute("href", ToHref(attachment.content_id));
  }
}

void AddMetadata(const Call& call, xml::Element data, const BusinessProcessMetadata& metadata) {
  if (metadata.empty()) return;
  auto block = call.Types(data, "BusinessProcessMetadata");
  auto add = [](xml::Element to, std::string_view name, std::string_view text = {}) {
    return to.Add(kBusinessProcessMetadata, "bpm", name, text);
  };
  if (const auto& info = metadata.case_info) {
    auto element = add(block, "CaseInfo");
    if (!info->case_number.empty()) add(element, "CaseNumber", info->case_number);
    if (info->kind != CaseInfo::Kind::kNone) {
      bool service = info->kind == CaseInfo::Kind::kService;
      add(element, "ServiceOrFunction", service ? "SERVICE" : "FUNCTION");
      add(element, "ServiceOrFunctionCode", info->code);
    }
  }
  if (!metadata.frgu.empty()) add(block, "frgu", metadata.frgu);
}

Outcome AddRouting(const Call& call, const RequestData& data, const crypto::Signer* signer) {
  if (data.routing.empty()) return Done();
  if (!call.dialect.has_routing()) return Unsupported("Routing");
  RoutingWriter writer(call.dialect.routing);
  auto block = writer.Add(call.wrapper, "Routing");
  auto information = writer.Add(block, "RoutingInformation");
  writer.Add(information, "MessageID", data.message_id.ToString());
  writer.AddValues(information, data.routing.values);
  writer.AddRecords(information, data.routing.records);
  auto holder = writer.Add(block, "RoutingSignature");
  return signer == nullptr ? Done() : xml::SignById(information, kRoutingId, holder, *signer);
}

Result<PersonallySigned> SignPersonally(std::string_view content_xml,
                                        const crypto::Signer& person) {
  auto content = xml::Document::Parse(content_xml);
  if (!content) return content.refusal();
  auto document = xml::Document::Create("urn:okno:personal-signature", "p", "Signed");
  auto root = document.root().AddCopyOf(content->root());
  auto holder = document.root().Add("urn:okno:personal-signature", "p", "Holder");
  if (auto done = xml::SignById(root, kPersonalId, holder, person); !done) return done.refusal();
  // The verdict is kept with the message: it is found out, not assumed.
  if (const auto made = xml::VerifySignature(holder.child(kDsig, "Signature")); !made.valid) {
    throw std::runtime_error("exchange: a personal signature just made is wrong: " + made.code);
  }
  return PersonallySigned{root.Serialize(), holder.child(kDsig, "Signature").Serialize()};
}

}  // namespace okno::exchange::smev3
