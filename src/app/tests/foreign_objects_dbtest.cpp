// SPDX-License-Identifier: Apache-2.0
// The third dimension of the matrix: objects of another organization, branch or unit. To the caller
// they do not exist; every route with their {id} answers exactly as for an id that was never given
// out.
#include <functional>

#include "caller.h"
#include "whole_house.h"

namespace okno::app::testing {
namespace {

struct ForeignObject {
  std::string kind;            // for the message of a failure
  std::string pattern_prefix;  // routes that take its id as {id}
  std::string id;
  std::vector<std::string> logins;  // to whom it is foreign
};

applicants::ApplicantId MakeApplicant(WholeHouse& whole, const std::string& owner) {
  applicants::Applicant draft{.last_name = "Кротова", .first_name = "Вера"};
  draft.birth_date = ParseDate("1980-05-17");
  draft.sex = "female";
  draft.citizenship = "RUS";
  const auto made = applicants::Create(whole.house.rooms->applicants, whole.people.As(owner), draft,
                                       "foreign-" + owner);
  if (!made) throw std::runtime_error("applicant refused: " + made.refusal().code);
  return made->id;
}

std::string MakeDraft(WholeHouse& whole, const std::string& owner,
                      const applicants::ApplicantId& applicant) {
  const auto made =
      applications::CreateDraft(whole.house.rooms->applications, whole.people.As(owner), applicant,
                                "large-family-certificate", "draft-of-" + owner);
  if (!made) throw std::runtime_error("draft refused: " + made.refusal().code);
  return made->application.id.ToString();
}

std::vector<ForeignObject> MakeForeignObjects(WholeHouse& whole) {
  const auto foreign = MakeApplicant(whole, "stranger");
  const auto own = MakeApplicant(whole, "operator");
  return {{"applicant of the neighbour",
           "/api/v1/applicants/{id}",
           foreign.ToString(),
           {"operator", "processor", "auditor", "agent"}},
          {"case of the neighbour",
           "/api/v1/applications/{id}",
           MakeDraft(whole, "stranger", foreign),
           {"operator", "processor", "auditor", "agent"}},
          {"case of another branch",
           "/api/v1/applications/{id}",
           MakeDraft(whole, "operator.second", own),
           {"operator", "processor"}}};
}

TEST(ForeignObjects, AreNotThereForAnyRoute) {
  WholeHouse whole;
  const auto& router = whole.house.router;
  for (const auto& object : MakeForeignObjects(whole)) {
    int routes = 0;
    for (const auto& login : object.logins) {
      Caller caller(whole.house.access, router, login);
      for (const auto& route : router.routes()) {
        if (!route.pattern.starts_with(object.pattern_prefix)) continue;
        ++routes;
        EXPECT_EQ(caller.Call(route, {{"id", object.id}}).code, caller.Call(route).code)
            << object.kind << ", " << login << ": " << route.method << " " << route.pattern;
      }
    }
    EXPECT_GT(routes, 0) << object.kind;
  }
}

}  // namespace
}  // namespace okno::app::testing
