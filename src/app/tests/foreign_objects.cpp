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

// A second agency, whose manager sees all of it and nothing of the first.
void AddOtherAgency(WholeHouse& whole) {
  const access::Context context{whole.house.db, whole.house.clock};
  const auto agency =
      Must(access::CreateOrganization(context, {.kind = access::OrganizationKind::kAgency,
                                                .code = "rosreestr",
                                                .name = "Росреестр",
                                                .short_name = "Росреестр"}));
  const auto user = Must(access::CreateUser(
      context, {.login = "manager.other", .password = access::testing::kPassword}));
  Must(access::CreateEmployee(context, {.user_id = user,
                                        .organization_id = agency.id,
                                        .last_name = "Лапин",
                                        .first_name = "Олег",
                                        .roles = {"agency_manager"}}));
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
const db::Query kFindCard{"test.find_card", "SELECT id FROM agency.registrations"};

// The bus is left out: the message is put where the exchange would have put it, and told of.
void ReceiveRequest(db::Tx& tx, const access::testing::House& people) {
  const exchange::Connection connection{.id = exchange::ConnectionId::New(),
                                        .organization_id = people.agency.id,
                                        .mnemonic = "MSZ",
                                        .url = "http://127.0.0.1:9/ws",
                                        .version = "1.2"};
  exchange::SaveConnection(tx, connection);
  agency::SetRoute(tx, people.agency.id, "veteran-monthly-payment", people.left.id);
  const auto id = exchange::MessageId::New();
  tx.Run(kInsertRequest, id, people.agency.id, connection.id, kRequest);
  jobs::Publish(
      tx,
      {"exchange.request_received", {{"message_id", id.ToString()}}, people.agency.id.ToString()});
}

std::string MakeRegistration(WholeHouse& whole) {
  House& house = whole.house;
  agency::RegisterJobs(house.runner, house.rooms->agency.context);
  const auto scope = whole.people.As("manager").scope();
  house.db.Transact(scope, [&](db::Tx& tx) { ReceiveRequest(tx, whole.people); });
  house.runner.RunDue();
  return house.db.Transact(scope,
                           [](db::Tx& tx) { return tx.Run(kFindCard).front()["id"].Text(); });
}

}  // namespace

std::vector<ForeignObject> MakeForeignObjects(WholeHouse& whole) {
  const auto foreign = MakeApplicant(whole, "stranger");
  const auto own = MakeApplicant(whole, "operator");
  AddOtherAgency(whole);
  return {{"applicant of the neighbour",
           "/api/v1/applicants/{id}",
           foreign.ToString(),
           "stranger",
           {"operator", "processor", "auditor", "agent"}},
          {"case of the neighbour",
           "/api/v1/applications/{id}",
           MakeDraft(whole, "stranger", foreign),
           "stranger",
           {"operator", "processor", "auditor", "agent"}},
          {"case of another branch",
           "/api/v1/applications/{id}",
           MakeDraft(whole, "operator.second", own),
           "operator.second",
           {"operator", "processor"}},
          {"registration of another unit or agency",
           "/api/v1/registrations/{id}",
           MakeRegistration(whole),
           "officer",
           {"officer.right", "officer.desk", "manager.other"}}};
}

}  // namespace okno::app::testing
