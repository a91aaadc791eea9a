// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "access/testing.h"
#include "db/testing.h"
#include "fixed_types.h"
#include "inquiries/filling.h"
#include "inquiries/list.h"
#include "inquiries/use_cases.h"
#include "jobs/jobs.h"

namespace okno::inquiries::testing {

// What the agency of the tests answers.
inline constexpr char kAnswer[] = "<t:FirstName>АННА</t:FirstName><t:Snils>11223344595</t:Snils>";

// The refusal's code, "" when all is well.
std::string RefusalOf(const auto& result) { return result ? std::string() : result.refusal().code; }

// A center that makes inquiries: the small world of access, six message types, one case that
// everybody of the center may see, a clock set by hand to Monday, 23.11.2026 12:15 in Moscow.
struct Bureau {
  Bureau();
  ~Bureau();

  access::Principal As(std::string_view login) { return house.As(login); }
  static std::string Key() { return Uuid::NewV7().ToString(); }
  // A woman with a passport and without SNILS; each has another passport.
  applicants::Applicant AddApplicant();
  View Begin(const std::string& type = "person-data");
  View Filled();  // begun about a new applicant and saved: it has its number, nothing is wrong
  View Sent();    // queued for delivery; the center has a connection afterwards
  View Reload(const InquiryId& id);
  void ConnectToBus();

  // As if the exchange had told of the inquiry's request; events are delivered at once.
  void Tell(const std::string& event, const View& view, Json extra = Json::object());
  // As if the exchange had sent the request in this envelope.
  void KeepEnvelope(const View& view, const std::string& xml);
  void AgencyStatus(const View& view, const std::string& text);
  void AgencyAnswers(const View& view, const std::string& elements, int files = 0);
  void AgencyRejects(const View& view, const std::string& code, const std::string& text);

  db::testing::Database database;
  db::Pool db;
  ManualClock clock;
  access::testing::House house;
  FixedTypes types;
  CaseReference known_case{"application", Uuid::NewV7()};
  std::optional<applicants::ApplicantId> case_applicant;
  std::map<std::string, std::vector<Json>> case_persons;  // whom its documents are about
  std::string folder;
  std::unique_ptr<files::Store> files;
  text::Catalog texts;
  Services services;
  jobs::Runner runner;

 private:
  struct Arrival {
    std::string operation, content_xml, rejection_code, text;
    int files = 0;
  };
  void Arrive(const std::string& event, const View& view, const Arrival& arrival);
  int people_ = 0;
};

}  // namespace okno::inquiries::testing
