// SPDX-License-Identifier: Apache-2.0
#include "demo/inquirer.h"

#include <algorithm>

#include "access/directory.h"
#include "catalog/forms.h"
#include "demo/must.h"
#include "wiring/rooms.h"

namespace okno::app::demo {
namespace {

inquiries::Services ByClock(const inquiries::Services& services, const Clock& clock) {
  return {.db = services.db,
          .files = services.files,
          .clock = clock,
          .texts = services.texts,
          .types = services.types,
          .data_folder = services.data_folder,
          .zone = services.zone,
          .find_case = services.find_case};
}

bool IsGiven(const applications::Case& subject, const std::string& item) {
  const auto& marks = subject.application.marks;
  const auto mark = std::ranges::find(marks, item, &applications::Mark::item);
  return mark != marks.end() && mark->given;
}

// What others have and the applicant did not bring.
std::vector<std::string> Askable(const applications::Case& subject) {
  std::vector<std::string> items;
  for (const auto& rule : catalog::ChecklistFor(*subject.service, subject.application.form,
                                                subject.applicant.ToJson())) {
    if (rule.need == catalog::Need::kInquiry && !IsGiven(subject, rule.code))
      items.push_back(rule.code);
  }
  return items;
}

// Of cases for which a branch asks: their answers are waited for.
constexpr int kMostADay = 3;

}  // namespace

Inquirer::Inquirer(House& house, std::uint64_t seed, const std::string& operator_login)
    : watch_(house.clock.Now()),
      applications_(house.rooms->applications),
      services_(ByClock(house.rooms->inquiries, watch_)),
      operator_(access::GetPrincipal(house.db, operator_login)),
      seed_(seed) {}

void Inquirer::AskFor(const std::vector<applications::ApplicationId>& cases, Shift shift) {
  watch_.Begin(shift, cases.size());
  int left = kMostADay;
  for (const auto& id : cases) {
    watch_.Pass();
    const auto subject = Must(applications::Get(applications_, operator_, id), "case");
    Random luck(seed_, "inquiries " + subject.application.number);
    const auto items = Askable(subject);
    if (items.empty() || !luck.Chance(80)) continue;
    for (const auto& item : items) Ask(subject, item);
    if (--left == 0) return;
  }
}

// A form that wants more than card and case know is left alone: so would someone in a hurry.
void Inquirer::Ask(const applications::Case& subject, const std::string& item) {
  for (const auto& type : services_.types.Published({.kind = "inquiry"})) {
    if (std::ranges::find(type.documents, item) == type.documents.end()) continue;
    if (type.personal_signature) continue;
    const auto begun =
        Must(inquiries::Create(
                 services_, operator_,
                 {.type = type.name,
                  .about = inquiries::CaseReference{"application", subject.application.id.uuid},
                  .item = item},
                 Key()),
             "inquiry");
    const auto& [id, version] = std::pair(begun.inquiry.id, begun.inquiry.version);
    if (!begun.errors.empty()) {
      if (!inquiries::Delete(services_, operator_, id, version))
        throw std::runtime_error("demo: an inquiry just begun can not be deleted");
      continue;
    }
    const auto saved = Must(
        inquiries::Save(services_, operator_, id, version, {.form = begun.inquiry.form}), "saving");
    Must(inquiries::Send(services_, operator_, id,
                         {.version = saved.inquiry.version, .idempotency_key = Key()}),
         "inquiry sent");
    asked_.push_back(id);
    return;
  }
}

// Answers come in about the order of the questions: mostly one look a call.
bool Inquirer::IsWaiting() {
  const auto waits = [this](const auto& id) {
    return inquiries::IsWaiting(
        Must(inquiries::Get(services_, operator_, id), "inquiry").inquiry.state);
  };
  while (!asked_.empty() && !waits(asked_.front())) asked_.pop_front();
  return !asked_.empty();
}

}  // namespace okno::app::demo
