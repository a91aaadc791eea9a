// SPDX-License-Identifier: Apache-2.0
#include "bureau.h"

#include <filesystem>

#include "access/migrations.h"
#include "access/texts.h"
#include "applicants/migrations.h"
#include "applicants/texts.h"
#include "documents/migrations.h"
#include "documents/texts.h"
#include "exchange/migrations.h"
#include "exchange/texts.h"
#include "http/texts.h"
#include "inquiries/jobs.h"
#include "inquiries/migrations.h"
#include "inquiries/texts.h"
#include "jobs/migrations.h"
#include "message_types/migrations.h"
#include "text/foundation_messages.h"

namespace okno::inquiries::testing {
namespace {

std::vector<std::span<const db::Migration>> Rooms() {
  return {jobs::Migrations(),      access::Migrations(),        applicants::Migrations(),
          documents::Migrations(), message_types::Migrations(), exchange::Migrations(),
          inquiries::Migrations()};
}

constexpr db::Query kInsertReceived{
    "test.insert_received",
    "INSERT INTO exchange.messages (id, organization_id, connection_id, outgoing, operation, "
    "state, smev_id, request_id, subject_kind, subject_id, content_xml, signature_verdict, "
    "signer_name, status_code, rejection_code, note, created_at) "
    "SELECT $1, organization_id, connection_id, false, $2, 'received', $1, id, subject_kind, "
    "subject_id, $3, 'signature.valid', 'СФР', 5, $4, $5, $6 FROM exchange.messages WHERE id = $7"};
constexpr db::Query kInsertFile{
    "test.insert_file",
    "INSERT INTO exchange.attachments (message_id, position, organization_id, name, content_type, "
    "sha256_hex, size, content_id) SELECT $1, $2, organization_id, $3, 'application/pdf', $4, $5, "
    "$3 FROM exchange.messages WHERE id = $1"};

constexpr db::Query kInsertEnvelope{
    "test.insert_envelope",
    "INSERT INTO exchange.envelopes (id, organization_id, message_id, outgoing, call, revision, "
    "at, "
    "xml) SELECT $2, organization_id, id, true, 'SendRequest', 1, created_at, convert_to($3, "
    "'UTF8') FROM exchange.messages WHERE id = $1"};

constexpr char kBytes[] = "%PDF-1.4\n%%EOF\n";

}  // namespace

Bureau::Bureau()
    : database(Rooms()),
      db({.dsn = database.dsn(), .size = 8}),
      clock(*ParseInstant("2026-11-23T09:15:00Z")),
      house(db, clock.Now()),
      types(SixTypes()),
      folder((std::filesystem::temp_directory_path() / ("okno-bureau-" + Key())).string()),
      files(files::OpenFolderStore(folder)),
      services{.db = db,
               .files = *files,
               .clock = clock,
               .texts = texts,
               .types = types,
               .data_folder = folder,
               .find_case = {}},
      runner(db, clock) {
  for (auto messages :
       {text::FoundationMessages(), http::Messages(), access::Messages(), applicants::Messages(),
        documents::Messages(), exchange::Messages(), inquiries::Messages()}) {
    texts.Add(messages);
  }
  services.find_case = [this](const access::Principal& principal,
                              const CaseReference& reference) -> std::optional<CaseFacts> {
    if (reference != known_case || principal.organization_id != house.center.id) return {};
    return CaseFacts{"0101-26-000007",
                     case_applicant,
                     {{"number", "0101-26-000007"}},
                     {"income", "property_check", "births"},
                     case_persons,
                     {{"births", {"birth", "adoption"}}}};
  };
  RegisterJobs(runner, services);
}

Bureau::~Bureau() {
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
}

applicants::Applicant Bureau::AddApplicant() {
  applicants::Applicant draft;
  draft.last_name = "Петрова";
  draft.first_name = "Мария";
  draft.birth_date = ParseDate("1980-03-12");
  draft.sex = "female";
  draft.citizenship = "RUS";
  draft.registration_address = "г. Приреченск, ул. Мира, д. 5";
  draft.identity_document = applicants::IdentityDocument{
      .kind = "passport_rf", .series = "7725", .number = std::to_string(100000 + ++people_)};
  draft.identity_document->issue_date = ParseDate("2025-04-01");
  draft.identity_document->issued_by = "ОВД";
  draft.identity_document->issuer_code = "770001";
  return applicants::Create({db, clock}, As("operator"), draft, Key()).value();
}

View Bureau::Begin(const std::string& type) {
  return Create(services, As("operator"), {.type = type, .applicant_id = AddApplicant().id}, Key())
      .value();
}

View Bureau::Filled() {
  const auto begun = Begin();
  return Save(services, As("operator"), begun.inquiry.id, begun.inquiry.version,
              {.form = begun.inquiry.form})
      .value();
}

View Bureau::Sent() {
  ConnectToBus();
  const auto filled = Filled();
  return Send(services, As("operator"), filled.inquiry.id, {filled.inquiry.version, Key()}).value();
}

View Bureau::Reload(const InquiryId& id) { return Get(services, As("auditor"), id).value(); }

void Bureau::ConnectToBus() {
  db.Transact(As("operator").scope(), [&](db::Tx& tx) {
    if (!exchange::ListConnections(tx).empty()) return;
    exchange::SaveConnection(tx, {.id = exchange::ConnectionId::New(),
                                  .organization_id = house.center.id,
                                  .mnemonic = "CENTER",
                                  .url = "http://127.0.0.1:9/ws",
                                  .version = "1.2"});
  });
}

void Bureau::Tell(const std::string& event, const View& view, Json extra) {
  extra["subject_kind"] = "inquiry";
  extra["subject_id"] = view.inquiry.id.ToString();
  if (!extra.contains("message_id")) {
    extra["message_id"] = view.inquiry.message_id.value().ToString();
  }
  db.Transact(As("operator").scope(), [&](db::Tx& tx) {
    jobs::Publish(tx, {event, extra, house.center.id.ToString()});
  });
  runner.RunDue();
}

void Bureau::Arrive(const std::string& event, const View& view, const Arrival& arrival) {
  const auto id = exchange::MessageId::New();
  const auto stored = files->PutBytes(kBytes, "answer.pdf", {}).value();
  db.Transact(As("operator").scope(), [&](db::Tx& tx) {
    tx.Run(kInsertReceived, id, arrival.operation, arrival.content_xml, arrival.rejection_code,
           arrival.text, clock.Now(), *view.inquiry.message_id);
    for (int i = 0; i < arrival.files; ++i) {
      tx.Run(kInsertFile, id, i, "answer" + std::to_string(i) + ".pdf", stored.sha256_hex,
             stored.size);
    }
  });
  Tell(event, view, {{"message_id", id.ToString()}});
}

void Bureau::KeepEnvelope(const View& view, const std::string& xml) {
  db.Transact(As("operator").scope(), [&](db::Tx& tx) {
    tx.Run(kInsertEnvelope, *view.inquiry.message_id, Uuid::NewV7(), xml);
  });
}

void Bureau::AgencyStatus(const View& view, const std::string& text) {
  Arrive("exchange.status_received", view,
         {.operation = "status", .content_xml = {}, .rejection_code = {}, .text = text});
}

void Bureau::AgencyAnswers(const View& view, const std::string& elements, int files) {
  const auto xml = "<t:Response xmlns:t=\"urn://test/" + view.inquiry.type_name + "\">" + elements +
                   "</t:Response>";
  Arrive("exchange.response_received", view,
         {.operation = "response",
          .content_xml = elements.starts_with("<t:") ? xml : elements,
          .rejection_code = {},
          .text = {},
          .files = files});
}

void Bureau::AgencyRejects(const View& view, const std::string& code, const std::string& text) {
  Arrive("exchange.response_received", view,
         {.operation = "reject", .content_xml = {}, .rejection_code = code, .text = text});
}

}  // namespace okno::inquiries::testing
