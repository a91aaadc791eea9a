// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "applicants/applicant.h"

namespace okno::applicants {

// Whether cards of this kind have the member of ApplicantInput (openapi.yaml): "snils",
// "identity_document" or a path below it ("identity_document/number"). An entity has no СНИЛС, a
// person no ОГРН; a member nobody has is nobody's.
bool HasMember(ApplicantKind kind, std::string_view member);

}  // namespace okno::applicants
