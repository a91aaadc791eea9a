// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applications/use_cases.h"
#include "jobs/jobs.h"

namespace okno::applications {

// An agency has answered an inquiry made for a document of a case: what it brought becomes
// documents of the case under that item of the checklist, and goes to the agency that decides with
// the others. Once for an inquiry. To a case that is decided or closed nothing is added.
//
// The event queues a job outside transactions: the page of an answer takes time to make, and nobody
// else at the case must wait for it.
inline constexpr char kTakeInquiryAnswer[] = "applications.take_inquiry_answer";
void OnInquiryAnswered(const Services& services, db::Tx& tx, const jobs::Job& job);
void TakeInquiryAnswer(const Services& services, const jobs::Job& job);

}  // namespace okno::applications
