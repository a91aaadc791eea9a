// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "access/migrations.h"
#include "exchange/migrations.h"
#include "ground.h"
#include "jobs/migrations.h"
#include "message_types/content.h"
#include "testbed/migrations.h"

namespace okno::testbed::testing {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

const std::string kNamespace = "urn://x-artefacts-okno/center-application/1.0.0";

const db::Query kNotTaken{
    "test.not_taken",
    "SELECT error_code FROM exchange.messages WHERE NOT outgoing AND state = 'failed' ORDER BY id"};

std::vector<std::span<const db::Migration>> HouseRooms() {
  return {access::Migrations(), jobs::Migrations(), exchange::Migrations()};
}
std::vector<std::span<const db::Migration>> BusRooms() { return {Migrations()}; }

std::string FilesXml(const std::vector<exchange::Attachment>& files) {
  std::string xml = "<Files>";
  for (const auto& file : files) {
    xml += "<File contentId=\"" + file.content_id + "\" name=\"" + file.name + "\" mimeType=\"" +
           file.content_type + "\"/>";
  }
  return xml + "</Files>";
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  auto pattern = (fs::temp_directory_path() / "okno-world-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
  path_ = pattern;
}
TemporaryFolder::~TemporaryFolder() { fs::remove_all(path_); }

World::World(exchange::WorkerOptions options)
    : house_database(HouseRooms()),
      bus_database(BusRooms()),
      db({.dsn = house_database.dsn(), .size = 4}),
      clock(system_clock.Now()),
      bus_clock(system_clock.Now()),
      files(files::OpenFolderStore(folder.path() + "/files")),
      authority(MakeAuthority(system_clock.Now())),
      bus({.data_folder = folder.path() + "/testbed",
           .dsn = bus_database.dsn(),
           .content_folder = Content(),
           .port = 0},
          bus_clock),
      runner(db, clock) {
  bus.Start();
  options.poll_tick = 24h;
  options.data_folder = folder.path();
  worker = std::make_unique<exchange::Worker>(db, *files, clock, runner, options);
  for (const char* type :
       {"request_sent", "delivery_delayed", "delivery_failed", "request_received",
        "request_cancelled", "response_received", "status_received", "response_sent"}) {
    auto name = std::string("exchange.") + type;
    runner.Subscribe(name, "test", [this, name](db::Tx&, const jobs::Job& job) {
      told.emplace_back(name, job.payload);
    });
  }
  center = MakeMember(access::OrganizationKind::kCenter, "center", "OKNO01");
  agency = MakeMember(access::OrganizationKind::kAgency, "msz", "MSZ001");
  Connect(ConnectionOf(center));
  Connect(ConnectionOf(agency));
  auto types = message_types::LoadMessageTypes(Content());
  control::RegisterMessageType(base(), types.at(0), {{"msz", agency.mnemonic}});
  Work();
}

World::~World() { bus.Stop(); }

std::string World::base() const { return "http://127.0.0.1:" + std::to_string(bus.port()); }

std::string World::WriteFile(const std::string& name, const std::string& text) const {
  std::ofstream(fs::path(folder.path()) / name, std::ios::binary) << text;
  return name;
}

crypto::KeyAndCertificate World::MakeKeys(const std::string& name, Instant not_before,
                                          Instant not_after) const {
  return crypto::MakeCertificate(
      {.common_name = name, .not_before = not_before, .not_after = not_after}, authority);
}

World::Member World::MakeMember(access::OrganizationKind kind, const std::string& code,
                                const std::string& mnemonic) {
  Member member;
  member.mnemonic = mnemonic;
  access::Organization draft;
  draft.kind = kind;
  draft.code = code;
  draft.name = draft.short_name = "Организация " + code;
  member.organization = access::CreateOrganization({db, clock}, draft).value();
  auto now = system_clock.Now();
  member.keys = MakeKeys("ИС " + code, now - 1h, now + 24h * 30);
  member.signer = crypto::LoadPemSigner(member.keys.key_pem, member.keys.certificate_pem).value();
  control::RegisterParticipant(base(), mnemonic, draft.name, member.keys.certificate_pem);
  return member;
}

exchange::Connection World::ConnectionOf(const Member& member, const std::string& version) const {
  exchange::Connection connection;
  connection.id = exchange::ConnectionId::New();
  connection.organization_id = member.organization.id;
  connection.mnemonic = member.mnemonic;
  connection.url = bus.url(version);
  connection.version = version;
  connection.key_path = WriteFile(member.mnemonic + ".key", member.keys.key_pem);
  connection.certificate_path = WriteFile(member.mnemonic + ".pem", member.keys.certificate_pem);
  connection.bus_certificate_pem = bus.bus_certificate_pem();
  connection.trusted_roots_pem = authority.certificate_pem;
  return connection;
}

exchange::Connection::Ftp World::FtpOf(const Member& member) const {
  return {.host = "127.0.0.1",
          .port = bus.ftp_port(),
          .user = "anonymous",
          .password_path = WriteFile("ftp.password", "smev"),
          .directory = member.mnemonic};
}

void World::UseVersions(const std::string& of_center, const std::string& of_agency) {
  Connect(ConnectionOf(center, of_center));
  Connect(ConnectionOf(agency, of_agency));
}

void World::Connect(const exchange::Connection& connection) {
  db.Transact(db::Scope::System(), [&](db::Tx& tx) { exchange::SaveConnection(tx, connection); });
}

std::vector<exchange::Attachment> World::Store(const std::vector<std::string>& contents) {
  std::vector<exchange::Attachment> attachments;
  for (const auto& content : contents) {
    auto stored = files->PutBytes(content, "скан.pdf", {}).value();
    attachments.push_back({"скан.pdf", stored.content_type, stored.sha256_hex, stored.size,
                           exchange::MakeContentId()});
  }
  return attachments;
}

std::string World::RequestXml(const std::string& number, const std::string& agency_code,
                              const std::vector<exchange::Attachment>& attachments) const {
  return "<ApplicationRequest xmlns=\"" + kNamespace + "\"><Number>" + number +
         "</Number><AgencyCode>" + agency_code +
         "</AgencyCode><ServiceCode>edv</ServiceCode><ServiceName>ЕДВ ветерану труда</ServiceName>"
         "<FiledAt>2026-11-23T12:00:00+03:00</FiledAt><PlannedDate>2026-12-01</PlannedDate>"
         "<Center><Name>МФЦ</Name><Branch>0101</Branch><Address>ул. Мира, 1</Address></Center>"
         "<Applicant><Kind>person</Kind><Name>Иванов И. И.</Name><Field code=\"snils\" "
         "label=\"СНИЛС\">112-233-445 95</Field>"
         "</Applicant><Form/><Documents/>" +
         FilesXml(attachments) + "</ApplicationRequest>";
}

std::string World::ResponseXml(const std::vector<exchange::Attachment>& attachments) const {
  return "<ApplicationResponse xmlns=\"" + kNamespace +
         "\"><Number>0101-26-000001</Number>"
         "<RegistrationNumber>77</RegistrationNumber><Outcome>positive</Outcome><Text>Назначено</"
         "Text>"
         "<DecidedAt>2026-11-24T12:00:00+03:00</DecidedAt><Officer>Петрова А. А.</Officer>" +
         FilesXml(attachments) + "</ApplicationResponse>";
}

exchange::MessageId World::Ask(const std::string& number,
                               const std::vector<std::string>& contents) {
  auto attachments = Store(contents);
  return Queue({RequestXml(number, "msz", attachments), attachments}).value();
}

Result<exchange::MessageId> World::Queue(const exchange::Content& content) {
  return db.Transact(db::Scope::Organization(center.organization.id), [&](db::Tx& tx) {
    return exchange::QueueRequest(tx, center.organization.id, {"application", Uuid::NewV7()},
                                  content, clock.Now());
  });
}

exchange::MessageId World::Answer(const exchange::MessageId& request,
                                  const std::vector<std::string>& contents) {
  auto attachments = Store(contents);
  return db
      .Transact(db::Scope::Organization(agency.organization.id),
                [&](db::Tx& tx) {
                  return exchange::QueueResponse(
                      tx, request, {ResponseXml(attachments), attachments}, clock.Now());
                })
      .value();
}

void World::Work() {
  int done = 1;
  while (done > 0) {
    done = runner.RunDue();
    done += worker->PollNow();
    done += runner.RunDue();  // a poll may find the bus up again and wake deliveries
  }
}

exchange::Message World::Get(const exchange::MessageId& id) {
  return db.Transact(db::Scope::System(), [&](db::Tx& tx) { return exchange::FindMessage(tx, id); })
      .value();
}

std::vector<std::string> World::NotTaken() {
  return db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    std::vector<std::string> codes;
    for (const db::Row row : tx.Run(kNotTaken)) codes.push_back(row["error_code"].Text());
    return codes;
  });
}

std::vector<Json> World::Told(const std::string& type) const {
  std::vector<Json> payloads;
  for (const auto& [name, payload] : told) {
    if (name == type) payloads.push_back(payload);
  }
  return payloads;
}

Json World::ToldOnce(const std::string& type) {
  auto payloads = Told(type);
  EXPECT_EQ(payloads.size(), 1u) << type;
  return payloads.empty() ? Json() : payloads[0];
}

exchange::MessageId World::MessageOf(const Json& event) const {
  return exchange::MessageId::Parse(event.at("message_id").get<std::string>()).value();
}

Json World::BusMessage(const exchange::MessageId& id) {
  auto smev_id = Get(id).smev_id.ToString();
  auto state = control::FetchState(base());
  for (const auto& message : state.at("messages")) {
    if (message.at("id") == smev_id) return message;
  }
  return {};
}

}  // namespace okno::testbed::testing
