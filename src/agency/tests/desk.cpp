// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

#include <fmt/format.h>

#include <cstdlib>

#include "access/migrations.h"
#include "access/texts.h"
#include "agency/migrations.h"
#include "agency/texts.h"
#include "applicants/migrations.h"
#include "catalog/migrations.h"
#include "documents/migrations.h"
#include "documents/texts.h"
#include "exchange/migrations.h"
#include "exchange/texts.h"
#include "http/texts.h"
#include "jobs/migrations.h"
#include "text/foundation_messages.h"

namespace okno::agency::testing {
namespace {

std::string ContentFolder() {
  const char* folder = std::getenv("OKNO_CONTENT");
  if (folder == nullptr) throw std::runtime_error("OKNO_CONTENT is not set");
  return folder;
}

std::vector<std::span<const db::Migration>> Rooms() {
  return {jobs::Migrations(),
          access::Migrations(),
          catalog::Migrations(),
          applicants::Migrations(),
          documents::Migrations(),
          exchange::Migrations(),
          Migrations()};
}

std::string FormOf(const Desk::Request& request) {
  if (request.answer.empty()) return "<a:Form/>";
  return R"(<a:Form><a:Field code="title" label="Звание">)" + request.answer +
         "</a:Field></a:Form>";
}

std::string FilesOf(const Desk::Request& request) {
  std::string files = "<a:Files>";
  for (const auto& name : request.files) {
    files +=
        fmt::format(R"(<a:File contentId="{0}" name="{0}" item="{1}" mimeType="application/pdf"/>)",
                    name, name.starts_with("application") ? "application" : "identity");
  }
  return files + "</a:Files>";
}

std::string ContentOf(const Desk::Request& request) {
  return fmt::format(
      R"(<a:ApplicationRequest xmlns:a="urn://x-artefacts-okno/center-application/1.0.0">)"
      R"(<a:Number>{}</a:Number><a:AgencyCode>msz</a:AgencyCode>)"
      R"(<a:ServiceCode>{}</a:ServiceCode><a:ServiceName>ЕДВ</a:ServiceName>)"
      R"(<a:FiledAt>2026-11-23T12:00:00+03:00</a:FiledAt><a:PlannedDate>{}</a:PlannedDate>)"
      R"(<a:Center><a:Name>МФЦ</a:Name><a:Branch>Филиал</a:Branch><a:Address>ул. Мира</a:Address>)"
      R"(</a:Center><a:Applicant><a:Kind>person</a:Kind><a:Name>{}</a:Name></a:Applicant>)"
      R"({}<a:Documents/>{}</a:ApplicationRequest>)",
      request.number, request.service, request.planned, request.applicant, FormOf(request),
      FilesOf(request));
}

const db::Query kInsertRequest{
    "test.insert_request",
    "INSERT INTO exchange.messages (id, organization_id, connection_id, outgoing, operation, "
    "state, smev_id, content_xml, signature_verdict, created_at, sender_name) "
    "VALUES ($1, $2, $3, false, 'request', 'received', $1, $4, 'signature.valid', $5, $6)"};
const db::Query kInsertFile{
    "test.insert_file",
    "INSERT INTO exchange.attachments (message_id, position, organization_id, name, content_type, "
    "sha256_hex, size, content_id) VALUES ($1, $2, $3, $4, 'application/pdf', $5, $6, $4)"};
const db::Query kFindCard{"test.find_card",
                          "SELECT id FROM agency.registrations WHERE request_id = $1"};
const db::Query kListAnswers{"test.list_answers",
                             "SELECT operation, status_code, note, notes FROM exchange.messages "
                             "WHERE outgoing ORDER BY created_at, id"};

std::shared_ptr<const catalog::Service> ServiceOf(std::string code, std::string counted_from) {
  catalog::Service service;
  service.code = std::move(code);
  service.short_name = "услуга " + service.code;
  service.term = {catalog::TermKind::kWorkingDays, 10, "10 рабочих дней"};
  service.counted_from = std::move(counted_from);
  service.agency_code = service.counted_from == "agency" ? "msz" : "fns";
  service.refusal_grounds = {"Нет права на меру поддержки", "Сведения недостоверны"};
  return std::make_shared<const catalog::Service>(std::move(service));
}

}  // namespace

Catalog::Catalog()
    : services_{ServiceOf("veteran-monthly-payment", "center"),
                ServiceOf("housing-subsidy", "agency")} {}

std::shared_ptr<const catalog::Service> Catalog::Find(std::string_view code) const {
  for (const auto& service : services_) {
    if (service->code == code) return service;
  }
  return nullptr;
}

Desk::Desk()
    : database(Rooms()),
      db({.dsn = database.dsn(), .size = 4}),
      clock(*ParseInstant("2026-11-23T09:15:00Z")),
      house(db, clock.Now()),
      folder_(std::filesystem::temp_directory_path() / ("okno-agency-" + Uuid::NewV7().ToString())),
      files_(files::OpenFolderStore(folder_)),
      calendar_(catalog::WorkingCalendar::Load(ContentFolder() + "/calendars/ru.yaml")),
      schema_(xml::SchemaSet::Load(ContentFolder() + "/message-types/center-application")),
      services{
          {db, clock, *files_, calendar_, schema_, catalog_}, texts, {.max_bytes = 1024 * 1024}},
      runner(db, clock) {
  for (auto messages : {text::FoundationMessages(), http::Messages(), access::Messages(),
                        documents::Messages(), exchange::Messages(), Messages()}) {
    texts.Add(messages);
  }
  RegisterJobs(runner, services.context);
  db.Transact(As("manager").scope(), [&](db::Tx& tx) {
    exchange::SaveConnection(tx, {.id = connection_,
                                  .organization_id = house.agency.id,
                                  .mnemonic = "MSZ",
                                  .url = "http://127.0.0.1:9/ws",
                                  .version = "1.2"});
    SetRoute(tx, house.agency.id, "veteran-monthly-payment", house.left.id);
    SetRoute(tx, house.agency.id, "large-family-certificate", house.right.id);
  });
}

exchange::MessageId Desk::Receive(const Request& request) {
  const auto id = exchange::MessageId::New();
  db.Transact(As("manager").scope(), [&](db::Tx& tx) {
    tx.Run(kInsertRequest, id, house.agency.id, connection_,
           request.content.empty() ? ContentOf(request) : request.content, clock.Now(),
           request.sender);
    int position = 0;
    for (const auto& name : request.files) {
      const auto stored = files_->PutBytes("%PDF-1.4\n" + name + "\n%%EOF\n", name, {}).value();
      tx.Run(kInsertFile, id, position++, house.agency.id, name, stored.sha256_hex, stored.size);
    }
  });
  Tell("exchange.request_received", id);
  return id;
}

Registration Desk::Register(const Request& request) {
  const auto message = Receive(request);
  const auto manager = As("manager");
  return db.Transact(manager.scope(), [&](db::Tx& tx) {
    return Find(tx, manager, tx.Run(kFindCard, message).front()["id"].As<RegistrationId>()).value();
  });
}

void Desk::Tell(const std::string& event, const exchange::MessageId& message) {
  db.Transact(As("manager").scope(), [&](db::Tx& tx) {
    jobs::Publish(tx, {event, {{"message_id", message.ToString()}}, house.agency.id.ToString()});
  });
  runner.RunDue();
}

std::vector<Desk::Note> Desk::Answers() {
  return db.Transact(As("manager").scope(), [&](db::Tx& tx) {
    std::vector<Note> notes;
    for (const auto& row : tx.Run(kListAnswers)) {
      notes.push_back({row["operation"].Text(), row["note"].Text(),
                       row["status_code"].Maybe<int>().value_or(0),
                       row["notes"].As<Json>().value("parameters", Json::array())});
    }
    return notes;
  });
}

access::SecretKeys Desk::Keys() const {
  const auto path = folder_ + "-secret-keys";
  auto keys = access::SecretKeys::Load(path);
  std::filesystem::remove(path);
  return keys;
}

long long Desk::StoredFiles() const {
  long long files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_)) {
    files += entry.is_regular_file() ? 1 : 0;
  }
  return files;
}

}  // namespace okno::agency::testing
