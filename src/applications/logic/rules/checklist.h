// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "applications/application.h"
#include "catalog/forms.h"
#include "documents/documents.h"
#include "inquiries/calls.h"

namespace okno::applications::rules {

// One of the people whom a document is asked about, and how far that is.
struct AskedPerson {
  catalog::Person person;
  std::optional<inquiries::InquiryId> inquiry_id;  // whose answer says something of this person
  bool answered = false;  // with data; false: also «сведений нет»
};

// One line of the checklist as it stands: the rule that follows from the answers, the operator's
// mark, the files.
struct ChecklistItem {
  catalog::ChecklistRule rule;  // its people are in `persons`
  Mark mark;
  // Marked; an electronic document is given when its file is there. The file of an answer about
  // somebody else counts with the operator's mark only.
  bool given = false;
  // An agency's answer to the center's inquiry has brought it, as it may bring it
  // (catalog::IsObtainable): about the applicant, or about each of `persons`, with a file that can
  // be read. Given too.
  bool obtained = false;
  bool missing = false;  // needed and not there, nor another one of its group
  std::vector<documents::Document> documents;
  std::vector<AskedPerson> persons = {};  // where the rule tells whom to ask about
};
std::vector<ChecklistItem> ChecklistOf(std::vector<catalog::ChecklistRule> rules,
                                       const std::vector<Mark>& marks,
                                       const std::vector<documents::Document>& documents,
                                       const std::vector<InquiryAnswer>& answers);

// Whether the center is to get the document from an agency itself (210-ФЗ art. 7), has not got it,
// and has not asked for it; one that is about several people, about each of them.
bool IsUnasked(const ChecklistItem& item, const std::vector<inquiries::Asked>& asked);

// Marks with those of `typed` put in the place of their items'.
std::vector<Mark> MergeMarks(std::vector<Mark> marks, const std::vector<Mark>& typed);

}  // namespace okno::applications::rules
