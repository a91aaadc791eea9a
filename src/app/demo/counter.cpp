// SPDX-License-Identifier: Apache-2.0
#include "demo/counter.h"

#include <utility>

#include "access/directory.h"
#include "applications/calls.h"
#include "catalog/forms.h"
#include "demo/answers.h"
#include "demo/must.h"
#include "text/strings.h"
#include "wiring/rooms.h"

namespace okno::app::demo {
namespace {

using namespace applications;  // NOLINT: the story is told in its words

// Comes in person; for an organization its head, who shows a passport.
Json RecipientOf(const applicants::Applicant& applicant) {
  if (applicant.identity_document) return {{"representative", false}};
  const auto names = text::Split(applicant.head_name + "  ", ' ');
  return {{"representative", false},
          {"last_name", names[0]},
          {"first_name", names[1]},
          {"middle_name", names[2]},
          {"birth_date", "1968-03-04"},
          {"identity_document",
           {{"kind", "passport_rf"},
            {"series", "7715"},
            {"number", "123456"},
            {"issue_date", "2016-04-20"},
            {"issuer_code", "770001"},
            {"issued_by", "УМВД России по Приреченской области"}}}};
}

}  // namespace

Counter::Counter(House& house, Scans& scans, std::uint64_t seed, const std::string& operator_login,
                 const std::string& processor_login)
    : scans_(scans),
      watch_(house.clock.Now()),
      services_(OnClock(house.rooms->applications, watch_)),
      operator_(access::GetPrincipal(house.db, operator_login)),
      processor_(access::GetPrincipal(house.db, processor_login)),
      seed_(seed) {}

void Counter::Receive(std::span<const Visitor> visitors, Shift shift) {
  watch_.Begin(shift, visitors.size() * 4);
  for (const auto& visitor : visitors) Visit(visitor);
}

void Counter::Visit(const Visitor& visitor) {
  watch_.Pass();
  Random luck(visitor.luck);
  const auto draft = Must(
      CreateDraft(services_, operator_, visitor.person->id, visitor.service->code, Key()), "draft");
  watch_.Pass();
  const auto opened = FillIn(luck, draft);
  const auto& [id, version] = std::pair(opened.application.id, opened.application.version);
  if (visitor.fate == Fate::kDraft) return;
  if (visitor.fate == Fate::kRefused && luck.Chance(50)) return Refuse(luck, opened);
  if (visitor.fate == Fate::kConsultation) {
    Must(TurnIntoConsultation(services_, operator_, id, version,
                              "Разъяснён порядок предоставления услуги"),
         "consultation");
    return;
  }
  watch_.Pass();
  const auto filed = Must(File(services_, operator_, id, version, Key()), "filing");
  if (visitor.fate == Fate::kJustFiled) return;
  if (visitor.fate == Fate::kRefused) return Refuse(luck, filed);
  if (visitor.fate == Fate::kWithdrawn) {
    Must(Withdraw(services_, operator_, id, filed.application.version, "Заявитель передумал"),
         "withdrawal");
    return;
  }
  HandOver(visitor, filed);
}

void Counter::HandOver(const Visitor& visitor, const Case& filed) {
  watch_.Pass();
  const auto handed = Must(
      applications::HandOver(services_, operator_, filed.application.id, filed.application.version),
      "handover");
  if (visitor.fate == Fate::kOnPaper) return;  // the processor finds it among what waits
  if (visitor.fate == Fate::kRoad) {
    handed_over_.push_back(handed.application.id);
    return;
  }
  Must(ReturnForRework(services_, processor_, handed.application.id, handed.application.version,
                       {.reason = "Нечитаемая копия документа, нужна новая", .term_days = 5}),
       "rework");
}

Case Counter::FillIn(Random& luck, const Case& draft) {
  const Date today = LocalDate(watch_.Now(), draft.branch.time_zone);
  const auto& id = draft.application.id;
  DraftInput input;
  input.form = AnswerForm(luck, *draft.service, draft.application.form, today);
  input.consent = true;
  for (const auto& rule :
       catalog::ChecklistFor(*draft.service, *input.form, draft.applicant.ToJson())) {
    if (rule.need != catalog::Need::kRequired &&
        !(rule.need == catalog::Need::kInquiry && luck.Chance(20)))
      continue;
    const bool electronic = rule.form_of_document == "electronic";
    input.marks.push_back({.item = rule.code,
                           .given = true,
                           .form = electronic      ? "electronic"
                                   : rule.returned ? "original"
                                                   : "copy",
                           .sheets = luck.Between(1, 4),
                           .copies = 1});
    if (electronic || luck.Chance(15)) Scan(operator_, id, rule.code, rule.title);
  }
  return Must(SaveDraft(services_, operator_, id, draft.application.version, input), "saving");
}

void Counter::Scan(const access::Principal& who, const ApplicationId& id, const std::string& item,
                   const std::string& title) {
  Must(AddDocument(
           services_, who, id,
           {.name = scans_.NameOf(title), .item = item, .title = "", .file = scans_.Of(title)},
           Key()),
       "scan");
}

void Counter::Refuse(Random& luck, const Case& opened) {
  static const std::vector<RefuseIntakeInput> kReasons = {
      {RefusalGround::kExpiredDocuments, "Справка выдана больше трёх месяцев назад"},
      {RefusalGround::kDamagedDocuments, "Вторая страница документа не читается"},
      {RefusalGround::kCorrectedDocuments, "Дата в справке исправлена и не заверена"},
      {RefusalGround::kNoAuthority, "Доверенность представителя просрочена"},
      {RefusalGround::kWrongAgency, "Заявитель зарегистрирован в другой области"}};
  watch_.Pass();
  Must(RefuseIntake(services_, operator_, opened.application.id, opened.application.version,
                    luck.Of(kReasons)),
       "refusal of intake");
}

std::vector<ApplicationId> Counter::TakeHandedOver() { return std::exchange(handed_over_, {}); }

void Counter::Expect(const std::string& number, const ApplicationId& id) {
  expected_.emplace_back(number, id);
}

void Counter::IssueResults(Shift shift, const std::vector<access::Principal>& operators) {
  watch_.Begin(shift, expected_.size() * 2);
  for (auto& [number, id] : std::exchange(expected_, {})) {
    watch_.Pass();
    const auto current =
        services_.db.Transact(operator_.scope(), [&](db::Tx& tx) { return Find(tx, id).value(); });
    Random luck(seed_, number + watch_.Day());
    if (current.status == Status::kReadyToIssue && luck.Chance(55)) {
      const auto& any = luck.Chance(80) ? operator_ : luck.Of(operators);
      IssueTo(current.result_papers.empty() ? any : operator_, current);
    } else {
      expected_.emplace_back(number, id);
    }
  }
}

void Counter::IssueTo(const access::Principal& who, const Application& current) {
  const auto subject = Must(Get(services_, who, current.id), "case");
  const auto noted = Must(
      NoteRecipient(services_, who, current.id, current.version, RecipientOf(subject.applicant)),
      "recipient");
  Scan(who, current.id, "signed_receipt", "Расписка в получении результата");
  watch_.Pass();
  IssueInput input;
  for (const auto& document : noted.documents) {
    if (document.source == "agency" && document.item == "answer")
      input.handed.push_back(document.id);
  }
  Must(Issue(services_, who, current.id, noted.application.version, input), "issue");
}

}  // namespace okno::app::demo
