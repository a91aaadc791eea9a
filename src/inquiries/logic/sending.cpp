// SPDX-License-Identifier: Apache-2.0
#include "logic/sending.h"

#include "access/idempotency.h"
#include "access/signing_keys.h"
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

using SignerPointer = std::shared_ptr<const crypto::Signer>;

// Who signs the content in person; nobody without a password. Its own transactions.
Result<SignerPointer> PersonalSigner(const Services& services, const access::Principal& principal,
                                     const message_types::MessageType& type,
                                     const std::optional<std::string>& password) {
  if (!password) return SignerPointer();
  if (!type.TakesPersonalSignature()) return Refusal::Conflict("inquiries.no_signature_place");
  return access::OpenSigningKey({services.db, services.clock}, principal, *password);
}

PersonalSigning SigningOf(const message_types::MessageType& type, bool is_signed) {
  if (is_signed) return PersonalSigning::kSigned;
  if (type.description().personal_signature) return PersonalSigning::kDemanded;
  return type.TakesPersonalSignature() ? PersonalSigning::kPossible : PersonalSigning::kImpossible;
}

// The envelope that carries the inquiry, once it has gone out and as long as nothing is changed.
Result<std::optional<Soap>> FindSent(db::Tx& tx, const access::Principal& principal,
                                     const InquiryId& id) {
  const auto inquiry = Load(tx, principal, id, Lock::kNo);
  if (!inquiry) return inquiry.refusal();
  if (!inquiry->message_id || rules::Judge(rules::Action::kEdit, *inquiry)) {
    return std::optional<Soap>();
  }
  auto envelope = exchange::FindSentEnvelope(tx, *inquiry->message_id);
  if (!envelope) return std::optional<Soap>();
  const auto message = exchange::FindMessage(tx, *inquiry->message_id).value();
  const bool signed_in_person = !message.personal_signature.verdict.empty();
  return std::optional(
      Soap{{std::move(*envelope), message.version, {}, {}},
           true,
           signed_in_person ? PersonalSigning::kSigned : PersonalSigning::kImpossible});
}

}  // namespace

Outcome SendNow(db::Tx& tx, const Way& way, Inquiry& inquiry, Instant now) {
  const auto& [services, principal, type, person] = way;
  auto content = ContentOf(type, inquiry, now);
  if (!content) return content.refusal();
  if (!person && type.description().personal_signature) {
    return Refusal::Conflict("inquiries.signature_demanded");
  }
  content->personal_signer = person;
  GiveNumber(tx, services, inquiry, now);
  const auto queued = exchange::QueueRequest(tx, inquiry.organization_id,
                                             {"inquiry", inquiry.id.uuid}, *content, now);
  if (!queued) return queued.refusal();
  inquiry.message_id = *queued;
  inquiry.state_text.clear();
  inquiry.sent_at.reset();
  ChangeState(tx, inquiry, State::kReady, access::Actor::Of(principal),
              {.code = person ? "inquiries.history.signed" : "inquiries.history.queued",
               .detail = person ? person->certificate().subject_name() : std::string(),
               .reason = {}},
              now);
  return Done();
}

Result<Soap> ShowSoap(const Services& services, const access::Principal& principal,
                      const InquiryId& id, const std::optional<std::string>& password) {
  const auto sent = services.db.Transact(principal.scope(),
                                         [&](db::Tx& tx) { return FindSent(tx, principal, id); });
  if (!sent) return sent.refusal();
  if (*sent) return **sent;
  const auto type = TypeOf(services, principal, id);
  if (!type) return type.refusal();
  const auto person = PersonalSigner(services, principal, **type, password);
  if (!person) return person.refusal();
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Soap> {
    const auto inquiry = Load(tx, principal, id, Lock::kNo);
    if (!inquiry) return inquiry.refusal();
    auto content = ContentOf(**type, *inquiry, now);
    if (!content) return content.refusal();
    content->personal_signer = *person;
    auto preview = exchange::PreviewRequest(tx, {services.files, services.data_folder},
                                            inquiry->organization_id, *content, now);
    if (!preview) return preview.refusal();
    return Soap{std::move(*preview), false, SigningOf(**type, *person != nullptr)};
  });
}

Result<View> Send(const Services& services, const access::Principal& principal, const InquiryId& id,
                  const Sending& sending) {
  const auto type = TypeOf(services, principal, id);
  if (!type) return type.refusal();
  const auto person = PersonalSigner(services, principal, **type, sending.password);
  if (!person) return person.refusal();
  const auto key =
      access::MakeCreateKey(principal, sending.idempotency_key, "inquiries.send", id.ToString());
  const auto now = services.clock.Now();
  return Show(services, services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Loaded> {
    const auto replay = access::Replay(tx, key);
    if (!replay) return replay.refusal();
    auto inquiry = *replay ? Load(tx, principal, id, Lock::kNo)
                           : LoadFor(tx, principal, id, sending.version, rules::Action::kSend);
    if (!inquiry) return inquiry.refusal();
    if (!*replay) {
      const Way way{services, principal, **type, *person};
      if (auto sent = SendNow(tx, way, *inquiry, now); !sent) return sent.refusal();
      access::Remember(tx, key, {{"id", id.ToString()}}, now);
    }
    return LoadParts(tx, std::move(*inquiry));
  }));
}

}  // namespace okno::inquiries
