// SPDX-License-Identifier: Apache-2.0
#include "logic/settlement.h"

#include "exchange/smev3/source.h"
#include "logic/content_checks.h"
#include "logic/letters.h"

namespace okno::testbed {

std::optional<std::vector<std::string>> SettleOne(const Services& services) {
  using Names = std::vector<std::string>;
  auto registry = services.registry.Get();
  return services.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> std::optional<Names> {
    auto messages = storage::TakeQueued(tx);
    if (messages.empty()) return std::nullopt;
    const auto& message = messages.front();
    auto now = services.clock.Now();
    auto document = xml::Document::Parse(message.provided, exchange::smev3::kEnvelopeLimits);
    auto fault = document ? CheckContent({*registry, services.schemas, services.files, now},
                                         document->root(), message)
                          : InvalidContent(document.refusal().code);
    if (!fault) {
      storage::Accept(tx, message.id);
      return storage::RecipientsOf(tx, message.id);
    }
    storage::Reject(tx, message.id, fault->description, now);
    SendLetter(tx, message, RejectionLetter(message, *fault), services.signer, now);
    return Names{message.sender};
  });
}

}  // namespace okno::testbed
