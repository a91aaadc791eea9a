// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inquiries/calls.h"

// Rows <-> values. The scope of the transaction decides what is seen.
namespace okno::inquiries::storage {

std::optional<Inquiry> Find(db::Tx& tx, const InquiryId& id);
std::optional<Inquiry> FindForUpdate(db::Tx& tx, const InquiryId& id);
std::vector<InquiryId> ListFor(db::Tx& tx, std::string_view case_kind,
                               const std::vector<Uuid>& cases);
std::map<Uuid, std::vector<Asked>> ListAsked(db::Tx& tx, std::string_view case_kind,
                                             const std::vector<Uuid>& cases);

void Insert(db::Tx& tx, const Inquiry& inquiry);
void Save(db::Tx& tx,
          const Inquiry& inquiry);  // all but what is fixed at the beginning, and the number
std::string TakeNumber(db::Tx& tx, const Inquiry& inquiry, int year);
void Delete(db::Tx& tx, const InquiryId& id);

void AddHistory(db::Tx& tx, const Inquiry& inquiry, const HistoryEntry& entry);
std::vector<HistoryEntry> ListHistory(db::Tx& tx, const InquiryId& id);  // oldest first

}  // namespace okno::inquiries::storage
