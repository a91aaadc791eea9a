// SPDX-License-Identifier: Apache-2.0
#include "demo/life.h"

#include <deque>
#include <map>
#include <stdexcept>

#include "agency/registration.h"
#include "applicants/applicant.h"
#include "applications/calls.h"
#include "applications/jobs.h"
#include "applications/use_cases.h"
#include "catalog/forms.h"
#include "demo/answers.h"
#include "demo/people.h"
#include "demo/scans.h"
#include "wiring/rooms.h"

namespace okno::app::demo {
namespace {

using namespace applications;  // NOLINT: the story is told in its words

constexpr int kDays = 90;
constexpr std::string_view kZone = "Europe/Moscow";

// What becomes of an application, drawn when the person comes in.
enum class Fate { kRoad, kDraft, kConsultation, kWithdrawn, kRework, kUnclaimed, kJustFiled };

template <typename T>
T Must(Result<T> result, const char* step) {
  if (!result) {
    std::string text = std::string("demo: ") + step + " refused with " + result.refusal().code +
                       " " + result.refusal().detail;
    for (const auto& field : result.refusal().fields)
      text += "; " + field.pointer + " " + field.code;
    throw std::runtime_error(text);
  }
  return std::move(*result);
}

class Region {
 public:
  Region(House& house, ManualClock& clock, const DemoOptions& options)
      : house_(house),
        rooms_(*house.rooms),
        clock_(clock),
        random_(options.seed),
        options_(options),
        scans_(*house.files) {
    for (const auto* login : {"ivanova", "petrov", "sidorova"})
      operators_.push_back(access::GetPrincipal(house.db, login));
    for (const auto* login : {"kuznetsova", "smirnov", "popova"})
      Keep(access::GetPrincipal(house.db, login));
    for (const auto* login : {"sokolova", "fedorova"})
      officers_.push_back(access::GetPrincipal(house.db, login));
    for (const auto& service : rooms_.content.services->All())
      (service->electronic ? electronic_ : on_paper_).push_back(service);
  }

  void Live(const Progress& progress) {
    const Instant end = SystemClock().Now();
    const Date today = LocalDate(end, kZone);
    MakeApplicants(LocalDate(end - std::chrono::days(kDays), kZone));
    std::vector<Date> days;
    for (auto day = std::chrono::sys_days(today) - std::chrono::days(kDays);
         day <= std::chrono::sys_days(today); day += std::chrono::days(1)) {
      if (rooms_.content.calendar.IsWorking(Date(day))) days.push_back(Date(day));
    }
    int done = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
      days_left_ = static_cast<int>(days.size() - i) - 1;
      const int until =
          static_cast<int>(static_cast<long long>(options_.applications) *
                           static_cast<long long>(i + 1) / static_cast<long long>(days.size()));
      Day(days[i], until - done, end);
      done = until;
      progress(done, options_.applications);
    }
    clock_.Set(end);
  }

 private:
  void Keep(access::Principal principal) {
    const auto id = principal.user_id;
    processors_.insert_or_assign(id, std::move(principal));
  }

  // Moments of the day pass with every step, never beyond the present.
  void Pass() {
    if (clock_.Now() + step_ < end_of_day_) clock_.Advance(step_);
  }

  void MakeApplicants(Date today) {
    const applicants::Context context = rooms_.applicants;
    clock_.Set(LocalMoment(today, std::chrono::hours(8), kZone));
    for (int i = 0; i < options_.applicants; ++i) {
      const int kind = random_.Between(1, 100);
      const Json input = kind <= 92   ? MakePerson(random_, today)
                         : kind <= 97 ? MakeEntrepreneur(random_, today)
                                      : MakeLegalEntity(random_);
      auto draft = applicants::ParseApplicant(input, today);
      if (!draft)
        throw std::runtime_error(
            "demo: an applicant is refused: " + draft.refusal().fields.front().pointer + " " +
            draft.refusal().fields.front().code);
      const auto& who = operators_[static_cast<std::size_t>(i) % operators_.size()];
      people_.push_back(Must(
          applicants::Create(context, who, *draft, "demo-applicant-" + Uuid::NewV7().ToString()),
          "applicant"));
    }
  }

  void Day(Date day, int visitors, Instant end) {
    const Instant opening = LocalMoment(day, std::chrono::hours(9), kZone);
    end_of_day_ = std::min(LocalMoment(day, std::chrono::hours(18), kZone), end);
    if (opening >= end_of_day_) return;
    clock_.Set(opening);
    step_ = (end_of_day_ - opening) / (visitors * 3 + 60);
    Morning();
    for (int i = 0; i < visitors; ++i) Visit(day);
    Exchange();
    Officers();
    Exchange();
    CallsAndIssues();
  }

  // Processors go through what was handed over the day before.
  void Morning() {
    ExpireReworks(rooms_.applications);
    auto waiting = std::move(to_process_);
    to_process_.clear();
    for (const auto& id : waiting) Process(id);
    Exchange();
  }

  void Process(const ApplicationId& id) {
    Pass();
    const auto current = Look(id);
    if (current.status != Status::kProcessing || !current.executor_id ||
        !processors_.contains(*current.executor_id))
      return;
    const auto& processor = processors_.at(*current.executor_id);
    if (random_.Chance(12)) {
      to_process_.push_back(id);  // not today
      return;
    }
    Must(Send(rooms_.applications, processor, id, current.version), "sending");
    on_the_road_.push_back(id);
  }

  Application Look(const ApplicationId& id) {
    return house_.db.Transact(operators_.front().scope(),
                              [&](db::Tx& tx) { return Find(tx, id).value(); });
  }

  Fate Draw() {
    const int lot = random_.Between(1, 1000);
    if (lot <= 40) return Fate::kConsultation;
    if (lot <= 55) return Fate::kWithdrawn;
    if (lot <= 65) return Fate::kUnclaimed;
    if (days_left_ <= 4) {
      if (lot <= 200) return Fate::kDraft;
      if (lot <= 320) return Fate::kRework;
      if (lot <= 420) return Fate::kJustFiled;
    }
    return Fate::kRoad;
  }

  void Visit(Date day) {
    Pass();
    const Fate fate = Draw();
    const auto& operator_ = operators_[static_cast<std::size_t>(random_.Between(0, 2))];
    const auto& person = random_.Of(people_);
    const bool on_paper = !on_paper_.empty() && fate != Fate::kRoad && random_.Chance(50);
    const auto service = ServiceFor(person, on_paper ? on_paper_ : electronic_);
    if (!service) return;
    auto opened =
        Must(CreateDraft(rooms_.applications, operator_, person.id, service->code, Key()), "draft");
    Pass();
    opened = FillIn(operator_, opened, day);
    if (fate == Fate::kDraft) return;
    const auto& id = opened.application.id;
    if (fate == Fate::kConsultation) {
      Must(TurnIntoConsultation(rooms_.applications, operator_, id, opened.application.version,
                                "Разъяснён порядок предоставления услуги"),
           "consultation");
      return;
    }
    Pass();
    auto filed =
        Must(File(rooms_.applications, operator_, id, opened.application.version, Key()), "filing");
    if (fate == Fate::kJustFiled) return;
    if (fate == Fate::kWithdrawn) {
      Must(Withdraw(rooms_.applications, operator_, id, filed.application.version,
                    "Заявитель передумал"),
           "withdrawal");
      return;
    }
    Pass();
    const auto handed =
        Must(HandOver(rooms_.applications, operator_, id, filed.application.version), "handover");
    if (fate == Fate::kRework || fate == Fate::kUnclaimed)
      Return(handed.application);
    else
      to_process_.push_back(id);
  }

  std::shared_ptr<const catalog::Service> ServiceFor(
      const applicants::Applicant& person,
      const std::vector<std::shared_ptr<const catalog::Service>>& among) {
    static const std::map<applicants::ApplicantKind, std::string> kKinds = {
        {applicants::ApplicantKind::kPerson, "person"},
        {applicants::ApplicantKind::kEntrepreneur, "entrepreneur"},
        {applicants::ApplicantKind::kLegalEntity, "legal_entity"}};
    std::vector<std::shared_ptr<const catalog::Service>> fitting;
    for (const auto& service : among) {
      const auto& kinds = service->applicant_kinds;
      if (std::find(kinds.begin(), kinds.end(), kKinds.at(person.kind)) != kinds.end())
        fitting.push_back(service);
    }
    return fitting.empty() ? nullptr : random_.Of(fitting);
  }

  Case FillIn(const access::Principal& operator_, const Case& draft, Date day) {
    DraftInput input;
    input.form = AnswerForm(random_, *draft.service, draft.application.form, day);
    for (const auto& rule :
         catalog::ChecklistFor(*draft.service, *input.form, draft.applicant.ToJson())) {
      if (rule.need != catalog::Need::kRequired &&
          !(rule.need == catalog::Need::kInquiry && random_.Chance(20)))
        continue;
      const bool electronic = rule.form_of_document == "electronic";
      input.marks.push_back({.item = rule.code,
                             .given = true,
                             .form = electronic      ? "electronic"
                                     : rule.returned ? "original"
                                                     : "copy",
                             .sheets = random_.Between(1, 4),
                             .copies = 1});
      if (electronic || random_.Chance(15))
        Scan(operator_, draft.application.id, rule.code, rule.title);
    }
    input.consent = true;
    const auto latest = Look(draft.application.id);
    return Must(SaveDraft(rooms_.applications, operator_, latest.id, latest.version, input),
                "saving");
  }

  void Scan(const access::Principal& who, const ApplicationId& id, const std::string& item,
            const std::string& title) {
    Must(AddDocument(
             rooms_.applications, who, id,
             {.name = scans_.NameOf(title), .item = item, .title = "", .file = scans_.Of(title)},
             Key()),
         "scan");
  }

  void Return(const Application& current) {
    if (!current.executor_id) return;
    const auto& processor = processors_.at(*current.executor_id);
    Pass();
    Must(ReturnForRework(rooms_.applications, processor, current.id, current.version,
                         {.reason = "Нечитаемая копия документа, нужна новая", .term_days = 5}),
         "rework");
  }

  // Everything that is due: deliveries, polls, events, until the wires are quiet.
  void Exchange() {
    for (int round = 0; round < 100; ++round) {
      const int jobs = house_.runner.RunDue();
      const int messages = rooms_.exchange_worker->PollNow();
      if (jobs + messages == 0) return;
    }
  }

  void Officers() {
    for (const auto& officer : officers_) {
      for (const auto& card : agency::ListOpen(rooms_.agency.context, officer)) {
        Pass();
        if (card.status == agency::Status::kRegistered && random_.Chance(85))
          Must(agency::Accept(rooms_.agency.context, officer, card.id, card.version), "acceptance");
        else if (card.status == agency::Status::kInWork && random_.Chance(14))
          Decide(officer, card);
      }
    }
  }

  void Decide(const access::Principal& officer, const agency::Registration& card) {
    const bool positive = random_.Chance(88);
    agency::DecisionInput input{
        .positive = positive,
        .text = positive ? "Услуга предоставлена, результат прилагается"
                         : "Отказано: сведения заявления не подтверждены документами",
        .files = {},
        .idempotency_key = Key()};
    const std::string title =
        positive ? "Уведомление о предоставлении услуги" : "Уведомление об отказе";
    input.files.push_back({scans_.NameOf(title), scans_.Of(title)});
    Must(agency::Decide(rooms_.agency.context, officer, card.id, card.version, input), "decision");
  }

  void CallsAndIssues() {
    const access::Actor agent = access::Actor::Of(access::GetPrincipal(house_.db, "vasilieva"));
    std::deque<ApplicationId> still;
    for (const auto& id : on_the_road_) {
      const auto current = Look(id);
      if (current.status == Status::kAwaitingNotice && random_.Chance(60)) {
        Pass();
        house_.db.Transact(operators_.front().scope(),
                           [&](db::Tx& tx) { NoteReached(tx, id, agent, clock_.Now()); });
      } else if (current.status == Status::kReadyToIssue && random_.Chance(55)) {
        IssueTo(current);
        continue;
      }
      if (IsOpen(current.status)) still.push_back(id);
    }
    on_the_road_ = std::move(still);
    Exchange();
  }

  void IssueTo(const Application& current) {
    Pass();
    const auto& operator_ = operators_[static_cast<std::size_t>(random_.Between(0, 2))];
    Scan(operator_, current.id, "signed_receipt", "Расписка в получении результата");
    const auto latest = Look(current.id);
    Must(Issue(rooms_.applications, operator_, current.id, latest.version,
               {.issued_to = "applicant", .note = ""}),
         "issue");
  }

  static std::string Key() { return "demo-" + Uuid::NewV7().ToString(); }

  House& house_;
  Rooms& rooms_;
  ManualClock& clock_;
  Random random_;
  const DemoOptions& options_;
  Scans scans_;
  std::vector<access::Principal> operators_, officers_;
  std::map<access::UserId, access::Principal> processors_;
  std::vector<std::shared_ptr<const catalog::Service>> electronic_, on_paper_;
  std::vector<applicants::Applicant> people_;
  std::deque<ApplicationId> to_process_, on_the_road_;
  Instant end_of_day_;
  std::chrono::microseconds step_{0};
  int days_left_ = 0;
};

}  // namespace

void Live(House& house, ManualClock& clock, const DemoOptions& options, const Progress& progress) {
  Region(house, clock, options).Live(progress);
}

}  // namespace okno::app::demo
