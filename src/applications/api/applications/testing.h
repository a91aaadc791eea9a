// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "access/testing.h"
#include "applications/use_cases.h"
#include "db/testing.h"
#include "jobs/jobs.h"

// For tests of this room and of those above: a center at work, with a catalog of five services.
namespace okno::applications::testing {

// A catalog that holds what it is given.
class FixedCatalog final : public catalog::Catalog {
 public:
  explicit FixedCatalog(std::vector<catalog::Service> services);
  std::shared_ptr<const catalog::Service> Find(std::string_view code) const override;
  std::shared_ptr<const catalog::Service> Find(std::string_view code, int version) const override;
  std::vector<std::shared_ptr<const catalog::Service>> All() const override { return services_; }

 private:
  std::vector<std::shared_ptr<const catalog::Service>> services_;
};

// "benefit": electronic, agency msz, for persons, 30 calendar days from the center. Form: last_name
// and snils (prefilled, required),
//   has_children, child_snils (visible and required when has_children is "yes"), children (rows:
//   last_name, first_name, birth_date). Checklist: passport (required), birth_certificate (when
//   has_children is "yes"), income (inquiry), births (inquiry about each of children, when there
//   are any), award_list or award_copy (group, one is enough).
// "paper": not electronic, takes an overdue document, otherwise the same; "business": for legal
// entities, empty form and checklist; "subsidy": as "benefit", ten working days from the agency's
// registration; "paper_subsidy": the same, not electronic.
std::vector<catalog::Service> FiveServices();

// A database with the small world of access (see access/testing.h), a store, templates and schema
// of the content folder, and a clock set by hand to Monday, 23.11.2026 12:15 in Moscow. `rooms`:
// migrations of the rooms above.
struct Desk {
  explicit Desk(std::vector<std::span<const db::Migration>> rooms_above = {}, int connections = 4);
  ~Desk();

  // Asked of the database once a login. Thread-safe, as all steps are.
  access::Principal As(std::string_view login);
  // A person with their own valid SNILS; each call makes another one.
  applicants::Applicant AddApplicant(std::string_view login = "operator");
  // Steps on the road with nothing missing. "operator" and "processor" work in the first branch.
  Case Begin(const std::string& service = "benefit", std::string_view login = "operator");
  Case BeginComplete(const std::string& service = "benefit", std::string_view login = "operator");
  Case Filed(const std::string& service = "benefit", std::string_view login = "operator");
  Case InProcessing(const std::string& service = "benefit");
  Case Queued(
      const std::string& service = "benefit");  // the center has a connection to the bus afterwards
  Case Reload(const ApplicationId& id);
  void ConnectToBus();
  // As if the exchange had received or been told something about the case's request; events are
  // delivered at once.
  void BusTook(const Case& subject);
  void Tell(const std::string& event, const Case& subject, Json extra = Json::object());
  // A message of the agency as it is kept, not told of yet; its id.
  std::string Receive(const Case& subject, const std::string& operation,
                      const std::string& content_xml, int code, const std::string& text,
                      const Json& parameters = Json::array());
  void AgencyStatus(const Case& subject, int code, const std::string& text,
                    const Json& parameters = Json::array());  // pairs of key and value
  void AgencyAnswers(const Case& subject, const std::string& outcome,
                     const std::string& content_xml = {});
  Case Answered();  // awaiting_notice, positive
  // A PDF with which the agency has answered.
  documents::Document AddAnswer(const Case& subject, const std::string& title = {});
  // Comes in person for the result and has signed: what Issue needs, done by `login`.
  Case ReadyToIssue(const Case& answered, std::string_view login = "operator");
  // Uploads `bytes` as a PDF under `item`.
  documents::Document Upload(const Case& subject, const std::string& item,
                             std::string_view login = "operator");

  db::testing::Database database;
  db::Pool db;
  ManualClock clock;
  access::testing::House house;
  FixedCatalog catalog;
  catalog::WorkingCalendar calendar;
  std::string folder;
  std::unique_ptr<files::Store> files;
  printing::TemplateBook templates;
  text::Catalog texts;
  xml::SchemaSet schema;
  Services services;
  jobs::Runner runner;

 private:
  std::mutex mutex_;
  std::map<std::string, access::Principal, std::less<>> people_;
  std::atomic<int> applicants_ = 0;
};

}  // namespace okno::applications::testing
