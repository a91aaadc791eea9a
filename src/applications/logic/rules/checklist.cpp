// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/checklist.h"

#include <algorithm>
#include <set>

#include "catalog/obtainable.h"
#include "inquiries/subject.h"

namespace okno::applications::rules {
namespace {

Mark MarkOf(const std::vector<Mark>& marks, const std::string& item) {
  const auto found = std::ranges::find(marks, item, &Mark::item);
  return found == marks.end() ? Mark{.item = item} : *found;
}

bool IsOfInquiry(const documents::Document& document) { return document.source == "inquiry"; }

// An empty file, or one that nobody knows how to open, says nothing.
bool CanBeRead(const documents::Document& document) {
  return document.file.size > 0 && document.file.content_type != "application/octet-stream";
}

// The latest answer about the person; one with data counts more than one that there is nothing, and
// one with data that bring nothing (another record, no room for it) says neither.
const InquiryAnswer* AnswerAbout(const catalog::Person& person, const std::string& item,
                                 const std::vector<InquiryAnswer>& answers) {
  const InquiryAnswer* found = nullptr;
  for (const auto& answer : answers) {
    if (answer.item != item || (answer.has_data && !answer.brings)) continue;
    if (!inquiries::AsksAbout(answer.asked, person.card)) continue;
    if (found == nullptr || answer.brings || !found->brings) found = &answer;
  }
  return found;
}

std::vector<AskedPerson> AskedOf(std::vector<catalog::Person> people, const std::string& item,
                                 const std::vector<InquiryAnswer>& answers) {
  std::vector<AskedPerson> persons;
  persons.reserve(people.size());
  for (auto& person : people) {
    AskedPerson asked{.person = std::move(person)};
    if (const auto* answer = AnswerAbout(asked.person, item, answers)) {
      asked.inquiry_id = answer->inquiry_id;
      asked.answered = answer->brings;
    }
    persons.push_back(std::move(asked));
  }
  return persons;
}

bool IsObtained(const ChecklistItem& item, const std::vector<InquiryAnswer>& answers) {
  const auto brings = [&](const InquiryAnswer& answer) {
    return answer.item == item.rule.code && answer.brings;
  };
  const auto readable = [](const documents::Document& document) {
    return IsOfInquiry(document) && CanBeRead(document);
  };
  const bool about_all =
      item.rule.about.empty()
          ? std::ranges::any_of(answers, brings)
          : !item.persons.empty() && std::ranges::all_of(item.persons, &AskedPerson::answered);
  return about_all && catalog::IsObtainable(item.rule) &&
         std::ranges::any_of(item.documents, readable);
}

bool IsGiven(const ChecklistItem& item) {
  if (item.obtained) return true;
  if (item.rule.form_of_document != "electronic") return item.mark.given;
  return std::ranges::any_of(item.documents, [&](const auto& document) {
    return item.mark.given || !IsOfInquiry(document);
  });
}

}  // namespace

std::vector<ChecklistItem> ChecklistOf(std::vector<catalog::ChecklistRule> rules,
                                       const std::vector<Mark>& marks,
                                       const std::vector<documents::Document>& documents,
                                       const std::vector<InquiryAnswer>& answers) {
  std::vector<ChecklistItem> items;
  std::set<std::string> satisfied_groups;
  items.reserve(rules.size());
  for (auto& given_rule : rules) {
    ChecklistItem item{.rule = std::move(given_rule)};
    const auto& rule = item.rule;
    item.mark = MarkOf(marks, rule.code);
    for (const auto& document : documents) {
      if (document.item == rule.code) item.documents.push_back(document);
    }
    item.persons = AskedOf(std::move(item.rule.persons), rule.code, answers);
    item.obtained = IsObtained(item, answers);
    item.given = IsGiven(item);
    if (item.given && !rule.group.empty()) satisfied_groups.insert(rule.group);
    items.push_back(std::move(item));
  }
  for (auto& item : items) {
    item.missing = item.rule.need == catalog::Need::kRequired && !item.given &&
                   !satisfied_groups.contains(item.rule.group);
  }
  return items;
}

bool IsUnasked(const ChecklistItem& item, const std::vector<inquiries::Asked>& asked) {
  if (item.rule.need != catalog::Need::kInquiry || item.given) return false;
  const auto is_asked = [&](const std::string& person) {
    return std::ranges::any_of(asked, [&](const inquiries::Asked& one) {
      return one.item == item.rule.code && (person.empty() || one.person == person);
    });
  };
  if (item.rule.about.empty()) return item.documents.empty() && !is_asked("");
  return std::ranges::any_of(item.persons, [&](const AskedPerson& one) {
    const auto key = inquiries::PersonKey(one.person.card);
    return !key.empty() && !one.inquiry_id && !is_asked(key);
  });
}

std::vector<Mark> MergeMarks(std::vector<Mark> marks, const std::vector<Mark>& typed) {
  for (const auto& mark : typed) {
    const auto found = std::ranges::find(marks, mark.item, &Mark::item);
    if (found == marks.end()) {
      marks.push_back(mark);
    } else {
      *found = mark;
    }
  }
  return marks;
}

}  // namespace okno::applications::rules
