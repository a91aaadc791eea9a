// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/change.h"
#include "inquiries/use_cases.h"

// One function a route; what each does is said in openapi.yaml.
namespace okno::inquiries {

using Handler = Result<http::Response>(const Services&, const http::Request&);

Handler ListInquiries, GetChoices, CreateInquiry, GetInquiry, DeleteInquiry, PutForm;
Handler GetSoap, PostSoap, PostSending, PostCancellation, PostRepetition, GetDocument, PutApplicant;
Handler GetComparison, PostCardChanges, ListFillers, PostPersonInquiry;

Result<InquiryId> InquiryIn(const http::Request& request);
// Which inquiry is changed, on top of which version (If-Match).
Result<http::Target<InquiryId>> TargetIn(const http::Request& request);
// What creates under an Idempotency-Key, read from the body.
template <typename Input>
struct Keyed {
  std::string key;
  Input input;
};
template <typename Input>
Result<Keyed<Input>> KeyedBody(const http::Request& request, Result<Input> (*read)(const Json&)) {
  const auto key = http::IdempotencyKey(request);
  if (!key) return key.refusal();
  auto input = request.ObjectAs(read);
  if (!input) return input.refusal();
  return Keyed<Input>{*key, *std::move(input)};
}

}  // namespace okno::inquiries
