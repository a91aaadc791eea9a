// SPDX-License-Identifier: Apache-2.0
#include "logic/sending.h"

#include "access/idempotency.h"
#include "logic/beginnings.h"
#include "logic/inquiry_file.h"

namespace okno::inquiries {
namespace {

Refusal BelowForm(Refusal refusal) {
  for (auto& field : refusal.fields) field.pointer.insert(0, "/form");
  return refusal;
}

// The business content, judged by form and by schema.
Result<exchange::Content> ContentOf(const message_types::MessageType& type, const Inquiry& inquiry,
                                    Instant now) {
  message_types::Context context;  // prefill is done: of the sources only the moment counts now
  context.now = now;
  auto xml = type.BuildRequest(inquiry.form, context);
  if (!xml) return BelowForm(xml.refusal());
  return exchange::Content{.content_xml = std::move(*xml)};
}

}  // namespace

Outcome SendNow(db::Tx& tx, const Services& services, const access::Principal& principal,
                const message_types::MessageType& type, Inquiry& inquiry, Instant now) {
  const auto content = ContentOf(type, inquiry, now);
  if (!content) return content.refusal();
  GiveNumber(tx, services, inquiry, now);
  const auto queued = exchange::QueueRequest(tx, inquiry.organization_id,
                                             {"inquiry", inquiry.id.uuid}, *content, now);
  if (!queued) return queued.refusal();
  inquiry.message_id = *queued;
  inquiry.state_text.clear();
  ChangeState(tx, inquiry, State::kReady, access::Actor::Of(principal),
              {.code = "inquiries.history.queued", .detail = {}, .reason = {}}, now);
  return Done();
}

Result<exchange::Preview> PreviewSoap(const Services& services, const access::Principal& principal,
                                      const InquiryId& id) {
  const auto type = TypeOf(services, principal, id);
  if (!type) return type.refusal();
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<exchange::Preview> {
    const auto inquiry = Load(tx, principal, id, Lock::kNo);
    if (!inquiry) return inquiry.refusal();
    const auto content = ContentOf(**type, *inquiry, now);
    if (!content) return content.refusal();
    return exchange::PreviewRequest(tx, {services.files, services.data_folder},
                                    inquiry->organization_id, *content, now);
  });
}

Result<View> Send(const Services& services, const access::Principal& principal, const InquiryId& id,
                  long long version, const std::string& idempotency_key) {
  const auto type = TypeOf(services, principal, id);
  if (!type) return type.refusal();
  const auto key =
      access::MakeCreateKey(principal, idempotency_key, "inquiries.send", id.ToString());
  const auto now = services.clock.Now();
  return Show(services, services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Loaded> {
    const auto replay = access::Replay(tx, key);
    if (!replay) return replay.refusal();
    auto inquiry = *replay ? Load(tx, principal, id, Lock::kNo)
                           : LoadFor(tx, principal, id, version, rules::Action::kSend);
    if (!inquiry) return inquiry.refusal();
    if (!*replay) {
      if (auto sent = SendNow(tx, services, principal, **type, *inquiry, now); !sent) {
        return sent.refusal();
      }
      access::Remember(tx, key, {{"id", id.ToString()}}, now);
    }
    return LoadParts(tx, std::move(*inquiry));
  }));
}

}  // namespace okno::inquiries
