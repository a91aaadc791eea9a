// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "access/principal.h"
#include "applicants/applicant.h"
#include "documents/routes.h"
#include "documents/transfer.h"

// Files on an applicant's card.
namespace okno::documents {

Result<std::vector<Document>> ListOfApplicant(const Services& services,
                                              const access::Principal& principal,
                                              const applicants::ApplicantId& id);
Result<Document> AddToApplicant(const Services& services, const access::Principal& principal,
                                const applicants::ApplicantId& id, const Upload& upload,
                                const std::string& idempotency_key);
Result<Document> GetOfApplicant(const Services& services, const access::Principal& principal,
                                const applicants::ApplicantId& id, const DocumentId& document_id);

}  // namespace okno::documents
