// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.h"
#include "inquiries/use_cases.h"

// One function a route; what each does is said in openapi.yaml.
namespace okno::inquiries {

using Handler = Result<http::Response>(const Services&, const http::Request&);

Handler ListInquiries, CreateInquiry, GetInquiry, DeleteInquiry, PutForm;
Handler GetSoap, PostSending, PostCancellation, PostRepetition, GetDocument;
Handler GetComparison, PostCardChanges, ListFillers, PostPersonInquiry;

Result<InquiryId> InquiryIn(const http::Request& request);

}  // namespace okno::inquiries
