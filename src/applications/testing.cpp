// SPDX-License-Identifier: Apache-2.0
#include "applications/testing.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "access/migrations.h"
#include "access/texts.h"
#include "applicants/migrations.h"
#include "applicants/texts.h"
#include "applications/jobs.h"
#include "applications/migrations.h"
#include "applications/texts.h"
#include "catalog/migrations.h"
#include "catalog/texts.h"
#include "documents/migrations.h"
#include "documents/texts.h"
#include "exchange/migrations.h"
#include "exchange/texts.h"
#include "http/texts.h"
#include "inquiries/migrations.h"
#include "jobs/migrations.h"
#include "logic/message/request_xml.h"
#include "text/foundation_messages.h"

namespace okno::applications::testing {
namespace {

std::string ContentFolder() {
  const char* folder = std::getenv("OKNO_CONTENT");
  if (folder == nullptr)
    throw std::runtime_error("OKNO_CONTENT is not set: the content folder of the tree");
  return folder;
}

std::vector<std::span<const db::Migration>> Rooms(
    const std::vector<std::span<const db::Migration>>& above) {
  std::vector<std::span<const db::Migration>> rooms = {
      jobs::Migrations(),       access::Migrations(),      catalog::Migrations(),
      applicants::Migrations(), documents::Migrations(),   exchange::Migrations(),
      inquiries::Migrations(),  applications::Migrations()};
  rooms.insert(rooms.end(), above.begin(), above.end());
  return rooms;
}

Json BenefitForm() {
  return Json::parse(R"({
    "type": "object", "x-order": ["last_name", "snils", "has_children", "child_snils", "children"],
    "required": ["last_name", "snils", "has_children"],
    "properties": {
      "last_name": {"type": "string", "title": "Фамилия", "x-prefill": "applicant.last_name"},
      "snils": {"type": "string", "title": "СНИЛС", "format": "snils", "x-prefill": "applicant.snils"},
      "has_children": {"type": "string", "title": "Есть дети", "enum": ["yes", "no"],
                       "x-enum-titles": {"yes": "Да", "no": "Нет"}},
      "child_snils": {"type": "string", "title": "СНИЛС ребёнка", "format": "snils",
        "x-visible-when": {"required": ["has_children"], "properties": {"has_children": {"const": "yes"}}},
        "x-required-when": {"required": ["has_children"], "properties": {"has_children": {"const": "yes"}}}},
      "children": {"type": "array", "title": "Дети", "x-item-title": "Ребёнок", "items": {
        "type": "object", "x-order": ["last_name", "first_name", "birth_date"],
        "properties": {
          "last_name": {"type": "string", "title": "Фамилия"},
          "first_name": {"type": "string", "title": "Имя"},
          "birth_date": {"type": "string", "format": "date", "title": "Дата рождения"}}}}
    }})");
}

std::vector<catalog::ChecklistRule> BenefitChecklist() {
  const Json has_children = Json::parse(
      R"({"required": ["form"], "properties": {"form": {"required": ["has_children"],
          "properties": {"has_children": {"const": "yes"}}}}})");
  const Json names_children = Json::parse(
      R"({"required": ["form"], "properties": {"form": {"required": ["children"]}}})");
  using catalog::Need;
  return {{.code = "passport",
           .title = "Паспорт",
           .need = Need::kRequired,
           .form_of_document = "original",
           .returned = true},
          {.code = "birth_certificate",
           .title = "Свидетельство о рождении",
           .need = Need::kConditional,
           .when = has_children,
           .form_of_document = "original"},
          {.code = "income",
           .title = "Справка о доходах",
           .note = "ФНС России",
           .need = Need::kInquiry,
           .form_of_document = "any"},
          {.code = "births",
           .title = "Сведения о рождении детей",
           .need = Need::kInquiry,
           .when = names_children,
           .form_of_document = "electronic",
           .about = {{.who = "form.children", .where = {}}},
           .records = {"birth"}},
          {.code = "award_list",
           .title = "Наградной лист",
           .need = Need::kRequired,
           .form_of_document = "any",
           .group = "award"},
          {.code = "award_copy",
           .title = "Копия наградного листа",
           .need = Need::kRequired,
           .form_of_document = "any",
           .group = "award"}};
}

catalog::Service Benefit() {
  catalog::Service service;
  service.code = "benefit";
  service.name = "Назначение ежемесячной выплаты";
  service.short_name = "Ежемесячная выплата";
  service.agency_code = "msz";
  service.agency_name = "Минсоцзащиты";
  service.applicant_kinds = {"person"};
  service.message_type = "center-application";
  service.term = {catalog::TermKind::kCalendarDays, 30, "30 календарных дней"};
  service.counted_from = "center";
  service.fee_text = "без пошлины";
  service.form = BenefitForm();
  service.checklist = BenefitChecklist();
  return service;
}

// Numbers 1 … of nobody in particular: nine digits and their check digits.
std::string SnilsOf(int number) {
  const auto digits = fmt::format("{:09}", 100000000 + number);
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += (digits[static_cast<std::size_t>(i)] - '0') * (9 - i);
  return digits + fmt::format("{:02}", sum % 101 % 100);
}

constexpr db::Query kInsertReceived{
    "test.insert_received",
    "INSERT INTO exchange.messages (id, organization_id, connection_id, outgoing, operation, "
    "state, smev_id, request_id, "
    "subject_kind, subject_id, content_xml, signature_verdict, signer_name, status_code, note, "
    "created_at, notes) "
    "SELECT $1, organization_id, connection_id, false, $2, 'received', $1, id, subject_kind, "
    "subject_id, $3, "
    "'signature.valid', 'Минсоцзащиты', $4, $5, $6, $8 FROM exchange.messages WHERE id = $7"};

}  // namespace

FixedCatalog::FixedCatalog(std::vector<catalog::Service> services) {
  for (auto& service : services)
    services_.push_back(std::make_shared<const catalog::Service>(std::move(service)));
}

std::shared_ptr<const catalog::Service> FixedCatalog::Find(std::string_view code) const {
  for (const auto& service : services_) {
    if (service->code == code) return service;
  }
  return nullptr;
}

std::shared_ptr<const catalog::Service> FixedCatalog::Find(std::string_view code,
                                                           int version) const {
  auto service = Find(code);
  return service && service->version == version ? service : nullptr;
}

std::vector<catalog::Service> FiveServices() {
  auto paper = Benefit();
  paper.code = "paper";
  paper.electronic = false;
  paper.takes_overdue_document = true;
  auto business = Benefit();
  business.code = "business";
  business.applicant_kinds = {"legal_entity"};
  business.form = Json::parse(R"({"type": "object", "x-order": [], "properties": {}})");
  business.checklist.clear();
  auto subsidy = Benefit();
  subsidy.code = "subsidy";
  subsidy.term = {catalog::TermKind::kWorkingDays, 10, "10 рабочих дней"};
  subsidy.counted_from = "agency";
  auto paper_subsidy = subsidy;
  paper_subsidy.code = "paper_subsidy";
  paper_subsidy.electronic = false;
  return {Benefit(), paper, business, subsidy, paper_subsidy};
}

Desk::Desk(std::vector<std::span<const db::Migration>> rooms_above, int connections)
    : database(Rooms(rooms_above)),
      db({.dsn = database.dsn(), .size = connections}),
      clock(*ParseInstant("2026-11-23T09:15:00Z")),
      house(db, clock.Now()),
      catalog(FiveServices()),
      calendar(catalog::WorkingCalendar::Load(ContentFolder() + "/calendars/ru.yaml")),
      folder((std::filesystem::temp_directory_path() / ("okno-desk-" + Uuid::NewV7().ToString()))
                 .string()),
      files(files::OpenFolderStore(folder)),
      templates(printing::TemplateBook::Load(ContentFolder() + "/print-templates")),
      schema(xml::SchemaSet::Load(ContentFolder() + "/message-types/center-application")),
      services{db, *files, clock, catalog, calendar, templates, texts, schema},
      runner(db, clock) {
  for (auto messages : {text::FoundationMessages(), http::Messages(), access::Messages(),
                        catalog::Messages(), applicants::Messages(), documents::Messages(),
                        exchange::Messages(), applications::Messages()}) {
    texts.Add(messages);
  }
  RegisterJobs(runner, services);
}

Desk::~Desk() {
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
}

access::Principal Desk::As(std::string_view login) {
  const std::lock_guard lock(mutex_);
  const auto known = people_.find(login);
  if (known != people_.end()) return known->second;
  return people_.emplace(login, house.As(login)).first->second;
}

applicants::Applicant Desk::AddApplicant(std::string_view login) {
  applicants::Applicant draft;
  draft.last_name = "Петрова";
  draft.first_name = "Мария";
  draft.middle_name = "Ильинична";
  draft.birth_date = ParseDate("1980-03-12");
  draft.snils = SnilsOf(++applicants_);
  draft.phone = "+79123456789";
  draft.registration_address = "Приреченская обл., г. Приреченск, ул. Мира, д. 5";
  return applicants::Create({db, clock}, As(login), draft, Uuid::NewV7().ToString()).value();
}

Case Desk::Begin(const std::string& service, std::string_view login) {
  const auto applicant = AddApplicant(login);
  return CreateDraft(services, As(login), applicant.id, service, Uuid::NewV7().ToString()).value();
}

Case Desk::BeginComplete(const std::string& service, std::string_view login) {
  const auto draft = Begin(service, login);
  DraftInput input;
  input.form = draft.application.form;
  (*input.form)["has_children"] = "no";
  input.marks = {{.item = "passport", .given = true, .form = "original", .sheets = 2, .copies = 1},
                 {.item = "award_copy", .given = true, .form = "copy", .sheets = 1, .copies = 1}};
  input.consent = true;
  return SaveDraft(services, As(login), draft.application.id, draft.application.version, input)
      .value();
}

Case Desk::Filed(const std::string& service, std::string_view login) {
  const auto draft = BeginComplete(service, login);
  return File(services, As(login), draft.application.id, draft.application.version,
              Uuid::NewV7().ToString())
      .value();
}

Case Desk::InProcessing(const std::string& service) {
  const auto filed = Filed(service);
  return HandOver(services, As("operator"), filed.application.id, filed.application.version)
      .value();
}

void Desk::ConnectToBus() {
  db.Transact(house.As("operator").scope(), [&](db::Tx& tx) {
    if (!exchange::ListConnections(tx).empty()) return;
    exchange::SaveConnection(tx, {.id = exchange::ConnectionId::New(),
                                  .organization_id = house.center.id,
                                  .mnemonic = "CENTER",
                                  .url = "http://127.0.0.1:9/ws",
                                  .version = "1.2"});
  });
}

Case Desk::Queued(const std::string& service) {
  ConnectToBus();
  const auto subject = InProcessing(service);
  return Send(services, As("processor"), subject.application.id, subject.application.version)
      .value();
}

Case Desk::Reload(const ApplicationId& id) { return Get(services, As("auditor"), id).value(); }

void Desk::Tell(const std::string& event, const Case& subject, Json extra) {
  extra["subject_kind"] = "application";
  extra["subject_id"] = subject.application.id.ToString();
  if (!extra.contains("message_id"))
    extra["message_id"] = subject.application.message_id.value().ToString();
  db.Transact(As("operator").scope(), [&](db::Tx& tx) {
    jobs::Publish(tx, {event, extra, house.center.id.ToString()});
  });
  runner.RunDue();
}

void Desk::BusTook(const Case& subject) { Tell("exchange.request_sent", subject); }

std::string Desk::Receive(const Case& subject, const std::string& operation,
                          const std::string& content_xml, int code, const std::string& text,
                          const Json& parameters) {
  const auto id = exchange::MessageId::New();
  db.Transact(As("operator").scope(), [&](db::Tx& tx) {
    tx.Run(kInsertReceived, id, operation, content_xml, code, text, clock.Now(),
           *subject.application.message_id, Json{{"parameters", parameters}});
  });
  return id.ToString();
}

void Desk::AgencyStatus(const Case& subject, int code, const std::string& text,
                        const Json& parameters) {
  Tell("exchange.status_received", subject,
       {{"message_id", Receive(subject, "status", "", code, text, parameters)},
        {"code", code},
        {"text", text}});
}

void Desk::AgencyAnswers(const Case& subject, const std::string& outcome,
                         const std::string& content_xml) {
  auto xml = content_xml;
  if (xml.empty()) {
    xml = fmt::format(
        "<a:ApplicationResponse "
        "xmlns:a=\"{}\"><a:Number>{}</a:Number><a:RegistrationNumber>17-А</a:RegistrationNumber>"
        "<a:Outcome>{}</a:Outcome><a:Text>Выплата "
        "назначена</a:Text><a:DecidedAt>2026-11-23T15:00:00+03:00</a:DecidedAt>"
        "<a:Officer>Сидоров С. С.</a:Officer><a:Files/></a:ApplicationResponse>",
        message::kNamespace, subject.application.number, outcome);
  }
  Tell("exchange.response_received", subject,
       {{"message_id", Receive(subject, "response", xml, 0, "")}});
}

Case Desk::Answered() {
  const auto subject = Queued();
  BusTook(subject);
  AgencyAnswers(subject, "positive");
  return Reload(subject.application.id);
}

documents::Document Desk::AddAnswer(const Case& subject, const std::string& title) {
  const auto bytes = "%PDF-1.4\n" + Uuid::NewV7().ToString() + "\n%%EOF\n";
  const documents::Document document{.id = documents::DocumentId::New(),
                                     .organization_id = house.center.id,
                                     .owner = {"application", subject.application.id.uuid},
                                     .item = "answer",
                                     .title = title,
                                     .name = "ответ.pdf",
                                     .file = files->PutBytes(bytes, "answer.pdf", {}).value(),
                                     .source = "agency",
                                     .uploaded_at = clock.Now(),
                                     .uploaded_by = "Сидоров С. С."};
  db.Transact(As("operator").scope(), [&](db::Tx& tx) { documents::Add(tx, document); });
  return document;
}

Case Desk::ReadyToIssue(const Case& answered, std::string_view login) {
  const auto& application = answered.application;
  // The card has no document, so one is shown.
  const Json body = {{"representative", false},
                     {"identity_document", {{"kind", "military_id"}, {"number", "АБ 1234567"}}}};
  const auto noted =
      NoteRecipient(services, As(login), application.id, application.version, body).value();
  Upload(noted, "signed_receipt", login);
  return noted;
}

documents::Document Desk::Upload(const Case& subject, const std::string& item,
                                 std::string_view login) {
  documents::Upload upload{.name = item + ".pdf", .item = item};
  upload.file =
      files->PutBytes("%PDF-1.4\n" + Uuid::NewV7().ToString() + "\n%%EOF\n", upload.name, {})
          .value();
  return AddDocument(services, As(login), subject.application.id, upload, Uuid::NewV7().ToString())
      .value();
}

}  // namespace okno::applications::testing
