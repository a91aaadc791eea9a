// SPDX-License-Identifier: Apache-2.0
#include "wiring/texts.h"

#include "access/texts.h"
#include "agency/texts.h"
#include "applicants/texts.h"
#include "applications/texts.h"
#include "catalog/texts.h"
#include "contact_center/texts.h"
#include "documents/texts.h"
#include "exchange/texts.h"
#include "http/texts.h"
#include "inquiries/texts.h"
#include "message_types/texts.h"
#include "packages/texts.h"
#include "printing/texts.h"
#include "text/foundation_messages.h"

namespace okno::app {

void AddTexts(text::Catalog& texts) {
  texts.Add(text::FoundationMessages());
  texts.Add(http::Messages());
  texts.Add(access::Messages());
  texts.Add(catalog::Messages());
  texts.Add(applicants::Messages());
  texts.Add(documents::Messages());
  texts.Add(printing::Messages());
  texts.Add(message_types::Messages());
  texts.Add(exchange::Messages());
  texts.Add(inquiries::Messages());
  texts.Add(applications::Messages());
  texts.Add(packages::Messages());
  texts.Add(agency::Messages());
  texts.Add(contact_center::Messages());
}

}  // namespace okno::app
