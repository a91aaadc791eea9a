// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/list_filter.h"

#include <algorithm>
#include <array>

#include "text/strings.h"

namespace okno::inquiries::rules {
namespace {

constexpr std::array kMoments = {"created", "sent", "updated", "answered"};

class Parameters {
 public:
  explicit Parameters(const std::function<std::string(std::string_view)>& value) : value_(value) {}

  template <typename IdType>
  std::optional<IdType> Id(const char* key) {
    const auto text = value_(key);
    if (text.empty()) return std::nullopt;
    auto id = IdType::Parse(text);
    if (!id) Fail(key, "field.enum");
    return id;
  }
  std::optional<Date> Day(const char* key) {
    const auto text = value_(key);
    if (text.empty()) return std::nullopt;
    auto day = ParseDate(text);
    if (!day) Fail(key, "field.date");
    return day;
  }
  std::vector<State> States() {
    std::vector<State> states;
    for (const auto& word : text::Split(value_("state"), ',')) {
      if (word.empty()) continue;
      const auto state = StateFromWord(word);
      if (!state) {
        Fail("state", "field.enum");
        break;
      }
      states.push_back(*state);
    }
    return states;
  }
  void Fail(const char* key, const char* code) {
    errors_.push_back({std::string("/") + key, code, {}});
  }
  const std::vector<FieldError>& errors() const { return errors_; }

 private:
  const std::function<std::string(std::string_view)>& value_;
  std::vector<FieldError> errors_;
};

// A number as it is kept, P/26/23, however it is typed: to who hears or reads it the letter is a
// Russian one. Other texts stay.
std::string AsKept(std::string typed) {
  typed = text::Trim(typed);
  if (typed.starts_with("№")) typed = text::Trim(typed.substr(std::string_view("№").size()));
  for (const std::string_view letter : {"P", "p", "Р", "р"}) {
    if (typed.starts_with(letter) && typed.substr(letter.size()).starts_with("/")) {
      return "P" + typed.substr(letter.size());
    }
  }
  return typed;
}

Instant Midnight(Date day, std::string_view zone) {
  return LocalMoment(day, std::chrono::minutes(0), zone);
}

Date DayAfter(Date day) { return std::chrono::sys_days(day) + std::chrono::days(1); }

}  // namespace

Result<ListFilter> ParseListFilter(const std::function<std::string(std::string_view)>& value,
                                   std::string_view zone, const access::UserId& own) {
  Parameters in(value);
  ListFilter filter{.typed = AsKept(value("q")),
                    .type = value("type"),
                    .addressee = value("addressee"),
                    .states = in.States(),
                    .applicant_id = in.Id<applicants::ApplicantId>("applicant"),
                    .case_id = in.Id<Uuid>("application")};
  filter.executor_id =
      value("executor") == "me" ? std::optional(own) : in.Id<access::UserId>("executor");
  if (const auto branch = in.Id<access::BranchId>("branch")) filter.branches = {*branch};
  if (const auto below = value("below"); below == "true") {
    filter.with_below = true;
  } else if (!below.empty() && below != "false") {
    in.Fail("below", "field.enum");
  }
  if (const auto moment = value("moment"); !moment.empty()) filter.moment = moment;
  if (std::ranges::find(kMoments, filter.moment) == kMoments.end()) in.Fail("moment", "field.enum");
  if (const auto day = in.Day("from")) filter.from = Midnight(*day, zone);
  if (const auto day = in.Day("to")) filter.until = Midnight(DayAfter(*day), zone);
  if (!in.errors().empty()) return Refusal::Invalid("input.invalid", in.errors());
  return filter;
}

}  // namespace okno::inquiries::rules
