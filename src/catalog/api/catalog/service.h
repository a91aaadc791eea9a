// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "db/pool.h"
#include "json/json.h"
#include "time/time.h"

// The catalog of services, loaded from content/services/*.yaml at start and kept in PostgreSQL by
// (code, version), so that an application keeps the version it was filed under.
namespace okno::catalog {

enum class TermKind { kWorkingDays, kCalendarDays, kHours };
struct Term {
  TermKind kind = TermKind::kWorkingDays;
  int amount = 0;
  std::string text;  // "30 рабочих дней"
  bool operator==(const Term&) const = default;
};

// Whose data an inquiry for a document asks for.
struct AskedAbout {
  std::string who;  // "applicant"; "form" or "form.children": the form itself, a group or rows of it
  Json where;       // which of them: condition schema over the person's own fields; null = each
  bool operator==(const AskedAbout&) const = default;
};
// One of those people, as the answers name them.
struct Person {
  std::string role;  // «Ребёнок 2», «Супруг (супруга)»; "" of the applicant
  Json card;  // what is known, by the names of the applicant's card; the applicant's own has its id
  bool operator==(const Person&) const = default;
};

enum class Need { kRequired, kConditional, kOptional, kInquiry };
struct ChecklistRule {
  std::string code;
  std::string title;
  std::string note;
  Need need = Need::kRequired;
  Json when;  // JSON Schema over {"form": …, "applicant": …}; null = in any case
  std::string form_of_document;
  bool returned = false;  // the original goes back to the applicant
  std::string group;      // one document of a group is enough
  // Whose data an inquiry for it asks for; empty: the applicant's, or nobody's in particular.
  std::vector<AskedAbout> about = {};
  // Which record an answer must hold (message_types::Answer::records): one of these; empty: any
  // answer will do. A record of a birth is none of a marriage.
  std::vector<std::string> records = {};
  // Of a checklist that follows from answers (ChecklistFor), where `about` is not empty: who that
  // is. The document is obtained when an agency has answered about each of them.
  std::vector<Person> persons = {};
  bool operator==(const ChecklistRule&) const = default;
};

struct Service {
  std::string code;
  int version = 1;
  std::string name, short_name, description;
  // What the printed application is headed with («о выдаче паспорта») and asks for («выдать
  // паспорт»); "" when the service does not say it.
  std::string application_title, application_request;
  std::vector<std::string> keywords;  // people's words for it that the name lacks; search only
  std::string agency_code, agency_name;
  std::vector<std::string> applicant_kinds;
  bool electronic = true;  // goes to the agency through СМЭВ
  // An identity document that is valid no more is what the applicant comes with: the service
  // replaces it.
  bool takes_overdue_document = false;
  std::string message_type;  // which вид сведений carries it, e.g. "center-application"
  Term term;                 // «срок услуги»
  std::string counted_from;  // "center" or "agency": registration where the term starts
  std::string fee_text;
  std::vector<std::string> legal_basis, result, refusal_grounds, suspension_grounds;
  struct Stage {
    std::string name;
    Term term;
    bool operator==(const Stage&) const = default;
  };
  std::vector<Stage> stages;
  Json form;  // JSON Schema 2020-12 subset, docs/forms.md
  std::vector<ChecklistRule> checklist;
  Json ToJson() const;         // as `Service` in openapi.yaml, without `favourite`
  Json ToSummaryJson() const;  // as `ServiceSummary`, without `favourite`
  bool operator==(const Service&) const = default;
};

// All services of this process, read-only after start. Thread-safe.
class Catalog {
 public:
  virtual ~Catalog() = default;
  // The version offered now; null when there is none, or none any more.
  virtual std::shared_ptr<const Service> Find(std::string_view code) const = 0;
  virtual std::shared_ptr<const Service> Find(std::string_view code,
                                              int version) const = 0;   // as filed
  virtual std::vector<std::shared_ptr<const Service>> All() const = 0;  // offered now, by name
};

// Reads <content_folder>/services/*.yaml with the reference books they name and stores what has
// changed as the next version. Throws ContentError (api/catalog/content.h) when any file is wrong:
// a broken service stops the start.
std::unique_ptr<Catalog> LoadCatalog(db::Pool& pool, const std::string& content_folder);

}  // namespace okno::catalog
