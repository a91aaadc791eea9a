// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/door.h"
#include "http/message.h"

// One function a route; what each does is said in openapi.yaml.
namespace okno::applications {

using Handler = Result<http::Response>(const Door&, const http::Request&);

Handler ListCases, CountCases, ListCasesOfApplicant, CreateCase, GetCase, GetCaseState, DeleteCase,
    PutDraft;
Handler PostDocument, GetDocument, DeleteDocument;
Handler PostFiling, PostHandover, PostRework, PostSending, PostConsultation, PostIntakeRefusal,
    PostWithdrawal, PostAssignment, PutRecipient, PostIssue;
Handler GetPrint, GetAnswerPrint;

Result<ApplicationId> CaseIn(const http::Request& request);

}  // namespace okno::applications
