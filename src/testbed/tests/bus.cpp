// SPDX-License-Identifier: Apache-2.0
#include "bus.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "ground.h"
#include "testbed/migrations.h"
#include "text/strings.h"

namespace okno::testbed::testing {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

const char kSchema[] = R"(<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn://x-artefacts-okno/test/1.0.0"
  xmlns="urn://x-artefacts-okno/test/1.0.0" elementFormDefault="qualified">
  <xs:element name="Question"><xs:complexType><xs:sequence>
    <xs:element name="Text" type="xs:string"/><xs:element name="Code" type="xs:string" minOccurs="0"/>
    <xs:element name="Size" type="xs:int" minOccurs="0"/>
    <xs:element name="RecordId" type="xs:int" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence><xs:attribute name="Id" type="xs:ID"/></xs:complexType></xs:element>
  <xs:element name="Reply"><xs:complexType><xs:sequence>
    <xs:element name="Text" type="xs:string"/><xs:element name="Size" type="xs:int" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>)";

// Wider than those of the bus: it is the bus that says what is too much.
constexpr xml::Limits kLimits{.bytes = 64 * 1024 * 1024, .depth = 300};

std::string MakeFolder() {
  auto pattern = (fs::temp_directory_path() / "okno-bus-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
  return pattern;
}

xml::Element FindFirst(xml::Element from, std::string_view name) {
  if (!from || from.name() == name) return from;
  for (auto child : from.children()) {
    if (auto found = FindFirst(child, name)) return found;
  }
  return {};
}

std::vector<std::span<const db::Migration>> Rooms() { return {Migrations()}; }

}  // namespace

xml::Element Answer::find(std::string_view name) const { return FindFirst(content, name); }
std::string Answer::text(std::string_view name) const {
  auto found = find(name);
  return found ? found.text() : std::string();
}

BusTest::BusTest()
    : folder(MakeFolder()),
      database(Rooms()),
      clock(system_clock.Now()),
      authority(MakeAuthority(system_clock.Now())),
      bus({.data_folder = folder, .dsn = database.dsn(), .content_folder = Content(), .port = 0},
          clock) {
  bus.Start();
  for (const auto& dialect : smev3::Dialects()) {
    std::string version(dialect.version);
    schemas.emplace(version, xml::SchemaSet::Load(Content() + "/smev/" + version));
  }
  asker = MakeParty("OKNO01");
  provider = MakeParty("MSZ001");
  RegisterType();
}

BusTest::~BusTest() {
  bus.Stop();
  fs::remove_all(folder);
}

crypto::KeyAndCertificate BusTest::MakeKeys(const std::string& name, Instant not_before,
                                            Instant not_after) const {
  return crypto::MakeCertificate(
      {.common_name = name, .not_before = not_before, .not_after = not_after}, authority);
}

std::shared_ptr<const crypto::Signer> BusTest::SignerOf(
    const crypto::KeyAndCertificate& keys) const {
  return crypto::LoadPemSigner(keys.key_pem, keys.certificate_pem).value();
}

Party BusTest::MakeParty(const std::string& mnemonic) {
  auto now = system_clock.Now();
  Party party{mnemonic, MakeKeys("ИС " + mnemonic, now - 1h, now + 24h * 30), nullptr};
  party.signer = SignerOf(party.keys);
  Register(party);
  return party;
}

void BusTest::Register(const Party& party, Json more) {
  more["name"] = "Система " + party.mnemonic;
  more.emplace("replace", true);
  if (!more.contains("certificates_pem"))
    more["certificates_pem"] = Json::array({party.keys.certificate_pem});
  control::Order(base(), "PUT", "participants/" + party.mnemonic, more);
}

void BusTest::RegisterType(Json more) {
  Json type{{"namespace", kTestNamespace},
            {"request_root", "Question"},
            {"response_root", "Reply"},
            {"title", "Вопрос"},
            {"routing_element", "Code"},
            {"routes", Json::array({{{"code", "msz"}, {"mnemonic", provider.mnemonic}}})},
            {"schemas", {{"test.xsd", kSchema}}}};
  type.update(more);
  control::Order(base(), "PUT", "message-types", type);
}

void BusTest::Set(const std::string& setting, const Json& value) {
  control::Order(base(), "PATCH", "settings", {{setting, value}});
}

void BusTest::Fail(const std::string& mode, Json more) {
  more["mode"] = mode;
  control::Order(base(), "POST", "failures", more);
}

std::string BusTest::Question(const std::string& text, const std::string& code) {
  return "<q:Question xmlns:q=\"" + kTestNamespace + "\"><q:Text>" + text + "</q:Text><q:Code>" +
         code + "</q:Code></q:Question>";
}

std::string BusTest::Reply() {
  return "<q:Reply xmlns:q=\"" + kTestNamespace + "\"><q:Text>да</q:Text></q:Reply>";
}

std::string BusTest::HeaderOf(const std::string& id, const std::string& bytes,
                              const Party& party) const {
  return "<b:AttachmentHeaderList><b:AttachmentHeader><b:contentId>" + id +
         "</b:contentId><b:MimeType>application/pdf</b:MimeType><b:SignaturePKCS7>" +
         text::Base64Encode(party.signer->SignCms(bytes)) +
         "</b:SignaturePKCS7></b:AttachmentHeader></b:AttachmentHeaderList>";
}

std::string BusTest::ContentOf(const std::string& id, const std::string& bytes) {
  return "<b:AttachmentContentList><b:AttachmentContent><b:Id>" + id + "</b:Id><b:Content>" +
         text::Base64Encode(bytes) + "</b:Content></b:AttachmentContent></b:AttachmentContentList>";
}

std::string BusTest::Envelope(const std::string& version, const std::string& wrapper,
                              const std::string& content, const std::string& header) {
  const auto& dialect = *smev3::FindDialect(version);
  return "<soap:Envelope xmlns:soap='" + std::string(smev3::kSoap) + "'>" + header +
         "<soap:Body><t:" + wrapper + " xmlns:t='" + std::string(dialect.types) + "' xmlns:b='" +
         std::string(dialect.basic) + "'>" + content + "</t:" + wrapper +
         "></soap:Body></soap:Envelope>";
}

std::string BusTest::Signed(const std::string& envelope, const std::string& target,
                            const Party& party, const std::string& holder) {
  auto document = xml::Document::Parse(envelope, kLimits).value();
  auto signed_element = FindFirst(document.root(), target);
  auto place = FindFirst(document.root(), holder);
  if (!place) return envelope;
  auto id = signed_element.attribute("Id").value_or("SIGNED");
  EXPECT_TRUE(xml::SignById(signed_element, id, place, *party.signer));
  return document.Serialize();
}

std::string BusTest::RequestEnvelope(const Sending& sending) {
  auto content = sending.content.empty() ? Question() : sending.content;
  return Envelope(sending.version, "SendRequestRequest",
                  "<t:SenderProvidedRequestData Id='SIGNED_BY_CONSUMER'><t:MessageID>" +
                      sending.id + "</t:MessageID>" + sending.before_content +
                      "<b:MessagePrimaryContent>" + content + "</b:MessagePrimaryContent>" +
                      sending.after_content + "</t:SenderProvidedRequestData>" + sending.contents +
                      sending.holder + sending.after_signature,
                  sending.header);
}

std::string BusTest::ResponseEnvelope(const Sending& sending, const std::string& to) {
  auto content = sending.content.empty()
                     ? "<b:MessagePrimaryContent>" + Reply() + "</b:MessagePrimaryContent>"
                     : sending.content;
  return Envelope(sending.version, "SendResponseRequest",
                  "<t:SenderProvidedResponseData Id='SIGNED_BY_PROVIDER'><t:MessageID>" +
                      sending.id + "</t:MessageID><t:To>" + to + "</t:To>" + content +
                      sending.after_content + "</t:SenderProvidedResponseData>" + sending.contents +
                      sending.holder,
                  sending.header);
}

Answer BusTest::Post(const std::string& version, const std::string& body, const std::string& type) {
  auto raw = http::Send({.method = "POST",
                         .url = bus.url(version),
                         .headers = {{"Content-Type", type}},
                         .body = body});
  EXPECT_EQ(raw.kind, http::ClientAnswer::Kind::kAnswered) << raw.error;
  auto read = smev3::ReadPackage(raw.headers["content-type"], raw.body);
  if (!read) {
    ADD_FAILURE() << raw.status << " " << raw.body;
    return {raw.status, {}, nullptr, {}, "unreadable", {}};
  }
  Answer answer{raw.status, std::move(*read), nullptr, {}, {}, {}};
  answer.document = std::make_shared<xml::Document>(
      xml::Document::Parse(answer.package.envelope, kLimits).value());
  answer.content = answer.document->root().child("Body").children()[0];
  if (answer.content.name() == "Fault") {
    EXPECT_EQ(answer.status, 500);
    answer.content = answer.content.child("detail").children()[0];
    answer.description = answer.content.child_text("Description");
  }
  answer.said = answer.content.name();
  if (auto code = answer.content.child("SignatureVerificationFault")) answer.said = code.text();
  auto errors = schemas.at(version).Validate(answer.content);
  // A message of another version is not in this version's schema; what carries it is seen below.
  bool foreign = answer.package.envelope.find("SenderProvided") != std::string::npos;
  if (!foreign) {
    EXPECT_TRUE(errors.empty()) << errors[0].element << ": " << errors[0].text << "\n"
                                << answer.package.envelope;
  }
  return answer;
}

Answer BusTest::Send(const Sending& sending, const Party& party) {
  return Post(sending.version,
              Signed(RequestEnvelope(sending), "SenderProvidedRequestData", party));
}

Answer BusTest::Reply(const Sending& sending, const std::string& to, const Party& party) {
  return Post(sending.version,
              Signed(ResponseEnvelope(sending, to), "SenderProvidedResponseData", party));
}

Answer BusTest::Get(const std::string& queue, const Party& party, const std::string& version,
                    const std::string& before_time, const std::string& after_time) {
  auto selector = "<b:MessageTypeSelector Id='SIGNED_BY_CALLER'>" + before_time + "<b:Timestamp>" +
                  FormatInstant(clock.Now()) + "</b:Timestamp>" + after_time +
                  "</b:MessageTypeSelector><t:CallerInformationSystemSignature/>";
  return Post(version, Signed(Envelope(version, "Get" + queue + "Request", selector),
                              "MessageTypeSelector", party));
}

Answer BusTest::GetStatus(const Party& party, const std::string& version) {
  auto time = "<b:Timestamp Id='SIGNED_BY_CALLER'>" + FormatInstant(clock.Now()) +
              "</b:Timestamp><t:CallerInformationSystemSignature/>";
  return Post(version, Signed(Envelope(version, "GetStatusRequest", time), "Timestamp", party));
}

Answer BusTest::Ack(const std::string& id, const Party& party, const std::string& version,
                    const std::string& accepted) {
  auto target = "<b:AckTargetMessage Id='SIGNED_BY_CALLER' accepted='" + accepted + "'>" + id +
                "</b:AckTargetMessage><t:CallerInformationSystemSignature/>";
  return Post(version, Signed(Envelope(version, "AckRequest", target), "AckTargetMessage", party));
}

}  // namespace okno::testbed::testing
