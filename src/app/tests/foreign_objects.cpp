// SPDX-License-Identifier: Apache-2.0
#include "foreign_objects.h"

namespace okno::app::testing {
namespace {

template <typename T>
T Must(Result<T> result) {
  if (!result) throw std::runtime_error("refused: " + result.refusal().code);
  return std::move(*result);
}

applicants::ApplicantId MakeApplicant(WholeHouse& whole, const std::string& owner) {
  applicants::Applicant draft{.last_name = "Кротова", .first_name = "Вера"};
  draft.birth_date = ParseDate("1980-05-17");
  draft.sex = "female";
  draft.citizenship = "RUS";
  return Must(applicants::Create(whole.house.rooms->applicants, whole.people.As(owner), draft,
                                 "foreign-" + owner))
      .id;
}

std::string MakeDraft(WholeHouse& whole, const std::string& owner,
                      const applicants::ApplicantId& applicant) {
  const auto made =
      Must(applications::CreateDraft(whole.house.rooms->applications, whole.people.As(owner),
                                     applicant, "large-family-certificate", "draft-of-" + owner));
  return made.application.id.ToString();
}

// A second agency, whose manager sees all of it and nothing of the first; a unit of it.
access::UnitId AddOtherAgency(WholeHouse& whole) {
  const access::Context context{whole.house.db, whole.house.clock};
  const auto agency =
      Must(access::CreateOrganization(context, {.kind = access::OrganizationKind::kAgency,
                                                .code = "rosreestr",
                                                .name = "Росреестр",
                                                .short_name = "Росреестр"}));
  AddEmployee(whole, "manager.other", agency.id, "agency_manager");
  return Must(access::CreateUnit(context, {.organization_id = agency.id, .name = "Отдел"})).id;
}

constexpr char kRequest[] =
    R"(<a:ApplicationRequest xmlns:a="urn://x-artefacts-okno/center-application/1.0.0">)"
    R"(<a:Number>0101-26-000001</a:Number><a:AgencyCode>msz</a:AgencyCode>)"
    R"(<a:ServiceCode>veteran-monthly-payment</a:ServiceCode><a:ServiceName>ЕДВ</a:ServiceName>)"
    R"(<a:FiledAt>2026-11-23T12:00:00+03:00</a:FiledAt><a:PlannedDate>2026-12-07</a:PlannedDate>)"
    R"(<a:Center><a:Name>МФЦ</a:Name><a:Branch>Филиал</a:Branch><a:Address>ул. Мира</a:Address></a:Center>)"
    R"(<a:Applicant><a:Kind>person</a:Kind><a:Name>Кротова Вера</a:Name></a:Applicant>)"
    R"(<a:Form/><a:Documents/><a:Files/></a:ApplicationRequest>)";

const db::Query kInsertRequest{
    "test.insert_request",
    "INSERT INTO exchange.messages (id, organization_id, connection_id, outgoing, operation, "
    "state, "
    "smev_id, content_xml, signature_verdict, created_at) "
    "VALUES ($1, $2, $3, false, 'request', 'received', $1, $4, 'signature.valid', now())"};
const db::Query kInsertEnvelope{
    "test.insert_envelope",
    "INSERT INTO exchange.envelopes (id, organization_id, message_id, outgoing, call, revision, "
    "at, xml) VALUES ($1, $2, $3, false, 'GetRequest', 1, now(), '<xml/>')"};
const db::Query kFindCard{"test.find_card", "SELECT id, request_id FROM agency.registrations"};

// The bus is left out: the message is put where the exchange would have put it, and told of.
exchange::ConnectionId ReceiveRequest(db::Tx& tx, const access::testing::House& people,
                                      const Uuid& envelope_id) {
  const exchange::Connection connection{.id = exchange::ConnectionId::New(),
                                        .organization_id = people.agency.id,
                                        .mnemonic = "MSZ",
                                        .url = "http://127.0.0.1:9/ws",
                                        .version = "1.2"};
  exchange::SaveConnection(tx, connection);
  agency::SetRoute(tx, people.agency.id, "veteran-monthly-payment", people.left.id);
  const auto id = exchange::MessageId::New();
  tx.Run(kInsertRequest, id, people.agency.id, connection.id, kRequest);
  tx.Run(kInsertEnvelope, envelope_id, people.agency.id, id);
  jobs::Publish(
      tx,
      {"exchange.request_received", {{"message_id", id.ToString()}}, people.agency.id.ToString()});
  return connection.id;
}

struct Card {
  std::string id, message_id, file_id, envelope_id, connection_id;
};
Card MakeRegistration(WholeHouse& whole) {
  House& house = whole.house;
  agency::RegisterJobs(house.runner, house.rooms->agency.context);
  const auto scope = whole.people.As("manager").scope();
  const auto envelope = Uuid::NewV7();
  const auto connection = house.db.Transact(
      scope, [&](db::Tx& tx) { return ReceiveRequest(tx, whole.people, envelope); });
  house.runner.RunDue();
  return house.db.Transact(scope, [&](db::Tx& tx) {
    const auto rows = tx.Run(kFindCard);
    const auto row = rows.front();
    return Card{
        row["id"].Text(), row["request_id"].Text(), {}, envelope.ToString(), connection.ToString()};
  });
}

// A file as an upload would have left it.
std::string AddFile(WholeHouse& whole, const std::string& login, const std::string& kind,
                    const std::string& owner_id) {
  documents::Document document;
  document.id = documents::DocumentId::New();
  const auto principal = whole.people.As(login);
  document.organization_id = principal.organization_id;
  document.owner = {kind, *Uuid::Parse(owner_id)};
  document.item = "other";
  document.name = "scan.pdf";
  document.file = Must(whole.house.files->PutBytes("%PDF-1.4\n%%EOF\n", "scan.pdf", {}));
  document.source = "center";
  document.uploaded_at = whole.house.clock.Now();
  document.uploaded_by = principal.display_name;
  whole.house.db.Transact(principal.scope(), [&](db::Tx& tx) { documents::Add(tx, document); });
  return document.id.ToString();
}

constexpr char kForeignNumber[] = "0901-26-000001";
const db::Query kNumberCase{
    "test.number_case",
    "UPDATE applications.applications SET number = $2, serial = 1 WHERE id = $1"};
const db::Query kInsertCall{
    "test.insert_call",
    "INSERT INTO contact_center.calls (id, organization_id, application_id, reason, since, "
    "next_at, done) VALUES ($1, $2, $3, 'rework', now(), now(), false)"};

// A call in the neighbour's list and its contact agent, "agent.other"; the road to it is left out.
std::string MakeCall(WholeHouse& whole, const std::string& application_id) {
  const auto& neighbour = whole.people.neighbour.id;
  AddEmployee(whole, "agent.other", neighbour, "contact_agent");
  const auto id = Uuid::NewV7();
  whole.house.db.Transact(db::Scope::Organization(neighbour), [&](db::Tx& tx) {
    tx.Run(kNumberCase, *Uuid::Parse(application_id), kForeignNumber);
    tx.Run(kInsertCall, id, neighbour, *Uuid::Parse(application_id));
  });
  return id.ToString();
}

std::string MakeInquiry(WholeHouse& whole, const std::string& owner) {
  return Must(inquiries::Create(whole.house.rooms->inquiries, whole.people.As(owner),
                                {.type = "snils-by-data"}, "inquiry-of-" + owner))
      .inquiry.id.ToString();
}

std::string MakePackage(WholeHouse& whole, const std::string& owner) {
  return Must(packages::CreatePackage(
                  whole.house.rooms->packages, whole.people.As(owner),
                  {.direction = packages::Direction::kFromAgency, .agency_code = "mvd"},
                  "package-of-" + owner))
      .package.id.ToString();
}

const db::Query kInsertPacked{
    "test.insert_packed",
    "INSERT INTO packages.package_cases (package_id, application_id, organization_id, added_at, "
    "on_its_way, outcome) VALUES ($1, $2, $3, now(), true, '{\"kind\": \"granted\", \"papers\": "
    "[]}')"};
const db::Query kInsertRun{
    "test.insert_run",
    "INSERT INTO packages.runs (id, organization_id, branch_id, number, state, courier, "
    "created_by, "
    "created_by_name, created_at, version) VALUES ($1, $2, $3, $4, 'draft', '', $5, '', now(), 1)"};

// The road of the case to the agency is left out.
void PutIntoPackage(WholeHouse& whole, const std::string& package_id,
                    const std::string& application_id) {
  const auto& neighbour = whole.people.neighbour.id;
  whole.house.db.Transact(db::Scope::Organization(neighbour), [&](db::Tx& tx) {
    tx.Run(kInsertPacked, package_id, application_id, neighbour);
  });
}

std::string MakeRun(WholeHouse& whole, const std::string& owner) {
  const auto principal = whole.people.As(owner);
  const auto id = Uuid::NewV7();
  whole.house.db.Transact(principal.scope(), [&](db::Tx& tx) {
    tx.Run(kInsertRun, id, principal.organization_id, principal.branch_id, "run of " + owner,
           principal.user_id);
  });
  return id.ToString();
}

// What there is, by the words used below.
struct Things {
  std::string foreign_applicant, own_applicant, foreign_case, second_case, own_case;
  std::string foreign_applicant_file, foreign_case_file, second_case_file, call;
  Card card;
  std::string other_unit;
  std::string foreign_inquiry, second_inquiry, own_inquiry, foreign_inquiry_file;
  std::string foreign_package, second_package, own_package, foreign_run, second_run;
};
Things MakeThings(WholeHouse& whole) {
  Things things;
  const auto foreign = MakeApplicant(whole, "stranger");
  const auto own = MakeApplicant(whole, "operator");
  things.foreign_applicant = foreign.ToString();
  things.own_applicant = own.ToString();
  things.foreign_case = MakeDraft(whole, "stranger", foreign);
  things.second_case = MakeDraft(whole, "operator.second", own);
  things.own_case = MakeDraft(whole, "operator", own);
  things.foreign_applicant_file = AddFile(whole, "stranger", "applicant", things.foreign_applicant);
  things.foreign_case_file = AddFile(whole, "stranger", "application", things.foreign_case);
  things.second_case_file = AddFile(whole, "operator.second", "application", things.second_case);
  things.call = MakeCall(whole, things.foreign_case);
  things.other_unit = AddOtherAgency(whole).ToString();
  things.card = MakeRegistration(whole);
  things.card.file_id = AddFile(whole, "manager", "registration", things.card.id);
  things.foreign_inquiry = MakeInquiry(whole, "stranger");
  things.second_inquiry = MakeInquiry(whole, "operator.second");
  things.own_inquiry = MakeInquiry(whole, "operator");
  things.foreign_inquiry_file = AddFile(whole, "stranger", "inquiry", things.foreign_inquiry);
  things.foreign_package = MakePackage(whole, "stranger.processor");
  things.second_package = MakePackage(whole, "processor.second");
  things.own_package = MakePackage(whole, "processor");
  PutIntoPackage(whole, things.foreign_package, things.foreign_case);
  things.foreign_run = MakeRun(whole, "stranger.processor");
  things.second_run = MakeRun(whole, "processor.second");
  return things;
}

// Packages and courier runs.
void AddOnPaper(const Things& made, std::vector<ForeignObject>& objects) {
  const std::string package = "/api/v1/packages/{id}", run = "/api/v1/courier-runs/{id}";
  const std::vector<std::string> center{"operator", "processor", "auditor"};
  const std::string neighbour = "stranger.processor", second = "processor.second";
  objects.push_back({"package of the neighbour", package, made.foreign_package, neighbour, center});
  objects.push_back({"package of another branch",
                     package,
                     made.second_package,
                     second,
                     {"operator", "processor"}});
  objects.push_back({"case in the neighbour's package",
                     package + "/cases/{application_id}",
                     made.foreign_case,
                     neighbour,
                     {"processor"},
                     {{"id", made.foreign_package}},
                     {{"id", made.own_package}}});
  objects.push_back({"courier run of the neighbour", run, made.foreign_run, neighbour, center});
  objects.push_back(
      {"courier run of another branch", run, made.second_run, second, {"operator", "processor"}});
}

std::vector<ForeignObject> ObjectsOf(const Things& made) {
  const std::string applicant = "/api/v1/applicants/{id}", subject = "/api/v1/applications/{id}",
                    card = "/api/v1/registrations/{id}", message = "/api/v1/smev-messages/{id}";
  const std::vector<std::string> center{"operator", "processor", "auditor", "agent"};
  const std::vector<std::string> agency{"officer.right", "officer.desk", "manager.other"};
  std::vector<ForeignObject> objects{
      {"applicant of the neighbour", applicant, made.foreign_applicant, "stranger", center},
      {"case of the neighbour", subject, made.foreign_case, "stranger", center},
      {"case of another branch",
       subject,
       made.second_case,
       "operator.second",
       {"operator", "processor"}},
      {"registration of another unit or agency", card, made.card.id, "officer", agency},
      {"message of another's card",
       message,
       made.card.message_id,
       "officer",
       {"officer.right", "officer.desk", "manager.other", "processor", "administrator"}},
      {"call of the neighbour", "/api/v1/calls/{id}", made.call, "agent.other", {"agent"}},
      {"state of the neighbour's case by its number", "/api/v1/application-states/{number}",
       kForeignNumber, "stranger", center},
  };
  const std::string inquiry = "/api/v1/inquiries/{id}";
  objects.push_back({"inquiry of the neighbour",
                     inquiry,
                     made.foreign_inquiry,
                     "stranger",
                     {"operator", "processor", "auditor"}});
  objects.push_back({"inquiry of another branch",
                     inquiry,
                     made.second_inquiry,
                     "operator.second",
                     {"operator", "processor"}});
  objects.push_back({"file of the neighbour's inquiry",
                     inquiry + "/documents/{document_id}",
                     made.foreign_inquiry_file,
                     "stranger",
                     {"operator", "auditor"},
                     {{"id", made.foreign_inquiry}},
                     {{"id", made.own_inquiry}}});
  objects.push_back({"envelope of another's message",
                     message + "/envelopes/{envelope}",
                     made.card.envelope_id,
                     "officer",
                     {"officer.right", "manager.other", "processor", "administrator"},
                     {{"id", made.card.message_id}},
                     {{"id", made.card.message_id}}});
  objects.push_back({"connection of another organization",
                     "/api/v1/smev-connections/{id}",
                     made.card.connection_id,
                     "officer",
                     {"processor", "administrator", "manager.other"}});
  const std::string document = subject + "/documents/{document_id}";
  objects.push_back({"file of the neighbour's applicant",
                     applicant + "/files/{file_id}",
                     made.foreign_applicant_file,
                     "stranger",
                     {"operator", "processor", "auditor"},
                     {{"id", made.foreign_applicant}},
                     {{"id", made.own_applicant}}});
  objects.push_back({"document of the neighbour's case",
                     document,
                     made.foreign_case_file,
                     "stranger",
                     {"operator", "auditor"},
                     {{"id", made.foreign_case}},
                     {{"id", made.own_case}}});
  objects.push_back({"document of another case",
                     document,
                     made.second_case_file,
                     "operator.second",
                     {"operator", "auditor"},
                     {{"id", made.second_case}},
                     {{"id", made.own_case}}});
  objects.push_back({"file of another's card",
                     card + "/files/{file_id}",
                     made.card.file_id,
                     "officer",
                     agency,
                     {{"id", made.card.id}},
                     {{"id", made.card.id}}});
  AddOnPaper(made, objects);
  return objects;
}

std::vector<ForeignReference> ReferencesTo(const Things& made) {
  return {{"case for the neighbour's applicant",
           "POST /api/v1/applications",
           "applicant_id",
           made.foreign_applicant,
           {"operator"},
           "applicants.not_found"},
          {"inquiry about the neighbour's applicant",
           "POST /api/v1/person-inquiries",
           "applicant_id",
           made.foreign_applicant,
           {"operator"},
           "applicants.not_found"},
          {"inquiry for the neighbour's case",
           "POST /api/v1/inquiries",
           "application_id",
           made.foreign_case,
           {"operator", "auditor"},
           "inquiries.case_not_found"},
          {"card routed to a unit of another agency",
           "POST /api/v1/registrations/{id}/routing",
           "unit_id",
           made.other_unit,
           {"manager"},
           "agency.unit_not_found",
           {{"id", made.card.id}}},
          {"case of the neighbour for a package",
           "POST /api/v1/packages/{id}/cases",
           "number",
           kForeignNumber,
           {"processor"},
           "packages.case_unknown",
           {{"id", made.own_package}}},
          {"messages of the neighbour's case",
           "GET /api/v1/smev-messages",
           "subject",
           made.foreign_case,
           {"processor"},
           "exchange.not_found"},
          {"messages of a case of another branch",
           "GET /api/v1/smev-messages",
           "subject",
           made.second_case,
           {"processor"},
           "exchange.not_found"}};
}

}  // namespace

void AddEmployee(WholeHouse& whole, const std::string& login,
                 const access::OrganizationId& organization, const std::string& role) {
  const access::Context context{whole.house.db, whole.house.clock};
  const auto user =
      Must(access::CreateUser(context, {.login = login, .password = access::testing::kPassword}));
  Must(access::CreateEmployee(context, {.user_id = user,
                                        .organization_id = organization,
                                        .last_name = "Лапин",
                                        .first_name = "Олег",
                                        .roles = {role}}));
}

ForeignWorld MakeForeignWorld(WholeHouse& whole) {
  const auto made = MakeThings(whole);
  return {ObjectsOf(made), ReferencesTo(made)};
}

}  // namespace okno::app::testing
