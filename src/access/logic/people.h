// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "access/directory.h"
#include "logic/journal.h"
#include "storage/user_store.h"

// What making an account, making an employment, and making both at once have in common.
namespace okno::access {

std::vector<FieldError> JudgeUser(const NewUser& draft);
// Takes 30 ms for the hash: outside any transaction. Precondition: the draft was judged.
storage::User MakeUser(const NewUser& draft);
// A login that is there already makes it "access.login_taken".
Result<UserId> InsertingUser(const std::function<Result<UserId>()>& insert);
// What is wrong with the draft, by field. Refused "access.organization_not_found".
Result<std::vector<FieldError>> JudgeEmployment(db::Tx& tx, const Employee& draft);
// An entry in the journal of the organization where the person works.
// `reason`: what a person reads of it there; may be empty.
void NoteOfUser(db::Tx& tx, const By& by, const char* event, const UserId& id, Instant now,
                const std::string& reason = {});

}  // namespace okno::access
