// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agency/routes.h"

namespace okno::agency {

// `RegistrationRow` and `Registration` of openapi.yaml.
Json RowView(const Registration& card, const Context& context, Date today);
struct CardParts {
  Json history;
  Json files;
};
Json CardView(const Registration& card, const CardParts& parts, const access::Principal& officer,
              const Services& services, text::Language language);

}  // namespace okno::agency
