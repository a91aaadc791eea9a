// SPDX-License-Identifier: Apache-2.0
#include "logic/inquiry_file.h"

#include "access/live.h"
#include "inquiries/calls.h"
#include "inquiries/list.h"
#include "logic/rules/territory.h"
#include "storage/inquiry_store.h"

namespace okno::inquiries {
namespace {

HistoryEntry EntryOf(std::string_view kind, const access::Actor& actor, const Note& note,
                     Instant now) {
  return {.at = now,
          .user_id = actor.user_id,
          .actor = actor.name,
          .kind = std::string(kind),
          .from = {},
          .to = {},
          .code = note.code,
          .detail = note.detail,
          .reason = note.reason};
}

void Keep(db::Tx& tx, const Inquiry& inquiry, const HistoryEntry& entry) {
  storage::Save(tx, inquiry);
  storage::AddHistory(tx, inquiry, entry);
  access::Announce(tx, access::TopicOf(inquiry.organization_id), "inquiry_changed",
                   {{"id", inquiry.id.ToString()}, {"state", Word(inquiry.state)}});
}

void Advance(Inquiry& inquiry, Instant now) {
  inquiry.version += 1;
  inquiry.updated_at = now;
}

// What keeps it from being sent, while that can be mended.
std::vector<FieldError> ErrorsOf(const View& view, Instant now) {
  if (!view.type || !rules::Judge(rules::Action::kEdit, view.inquiry)) return {};
  message_types::Context context;
  context.now = now;
  const auto built = view.type->BuildRequest(view.inquiry.form, context);
  return built ? std::vector<FieldError>() : built.refusal().fields;
}

message_types::Answer ReadSent(const View& view, const std::string& sent_xml) {
  if (!view.type || sent_xml.empty()) return {};
  auto read = view.type->ReadRequest(sent_xml);
  return read ? *std::move(read) : message_types::Answer();
}

}  // namespace

std::optional<Inquiry> Find(db::Tx& tx, const InquiryId& id) { return storage::Find(tx, id); }

std::vector<InquiryId> InquiriesFor(db::Tx& tx, std::string_view case_kind,
                                    const std::vector<Uuid>& cases) {
  return storage::ListFor(tx, case_kind, cases);
}

std::map<Uuid, std::vector<Asked>> ListAsked(db::Tx& tx, std::string_view case_kind,
                                             const std::vector<Uuid>& cases) {
  return storage::ListAsked(tx, case_kind, cases);
}

std::optional<Inquiry> Find(db::Tx& tx, const access::Principal& principal, const InquiryId& id) {
  auto inquiry = storage::Find(tx, id);
  if (!inquiry || !rules::MaySee(principal, *inquiry)) return std::nullopt;
  return inquiry;
}

Result<Inquiry> Load(db::Tx& tx, const access::Principal& principal, const InquiryId& id,
                     Lock lock) {
  auto inquiry = lock == Lock::kYes ? storage::FindForUpdate(tx, id) : storage::Find(tx, id);
  if (!inquiry || !rules::MaySee(principal, *inquiry)) {
    return Refusal::NotFound("inquiries.not_found");
  }
  return std::move(*inquiry);
}

Result<Inquiry> LoadFor(db::Tx& tx, const access::Principal& principal, const InquiryId& id,
                        long long version, rules::Action action) {
  auto inquiry = Load(tx, principal, id, Lock::kYes);
  if (!inquiry) return inquiry;
  if (inquiry->version != version) return Refusal{RefusalKind::kStale, "request.stale", {}, {}};
  if (const auto due = rules::Judge(action, *inquiry); !due) return due.refusal();
  return inquiry;
}

Loaded LoadParts(db::Tx& tx, Inquiry inquiry) {
  Loaded loaded;
  if (inquiry.message_id) {
    if (auto message = exchange::FindMessage(tx, *inquiry.message_id)) {
      loaded.sent_xml = std::move(message->content_xml);
      loaded.signature = std::move(message->personal_signature);
    }
  }
  loaded.documents = documents::List(tx, {"inquiry", inquiry.id.uuid});
  loaded.history = storage::ListHistory(tx, inquiry.id);
  loaded.inquiry = std::move(inquiry);
  return loaded;
}

View Show(const Services& services, Loaded loaded) {
  View view;
  view.type = services.types.Find(loaded.inquiry.type_name, loaded.inquiry.type_version);
  view.inquiry = std::move(loaded.inquiry);
  view.documents = std::move(loaded.documents);
  view.signature = std::move(loaded.signature);
  view.history = std::move(loaded.history);
  view.errors = ErrorsOf(view, services.clock.Now());
  view.sent = ReadSent(view, loaded.sent_xml);
  return view;
}

Result<View> Show(const Services& services, Result<Loaded> loaded) {
  if (!loaded) return loaded.refusal();
  return Show(services, std::move(*loaded));
}

Result<message_types::MessageTypePointer> TypeOf(const Services& services,
                                                 const access::Principal& principal,
                                                 const InquiryId& id) {
  const auto inquiry = services.db.Transact(
      principal.scope(), [&](db::Tx& tx) { return Load(tx, principal, id, Lock::kNo); });
  if (!inquiry) return inquiry.refusal();
  auto type = services.types.Find(inquiry->type_name, inquiry->type_version);
  if (!type) return Refusal::Conflict("inquiries.type_withdrawn");
  return type;
}

void ChangeState(db::Tx& tx, Inquiry& inquiry, State to, const access::Actor& actor,
                 const Note& note, Instant now) {
  auto entry = EntryOf("state", actor, note, now);
  entry.from = inquiry.state;
  entry.to = to;
  inquiry.state = to;
  Advance(inquiry, now);
  Keep(tx, inquiry, entry);
}

void NoteChange(db::Tx& tx, Inquiry& inquiry, std::string_view kind, const access::Actor& actor,
                const Note& note, Instant now) {
  Advance(inquiry, now);
  Keep(tx, inquiry, EntryOf(kind, actor, note, now));
}

void NoteBeginning(db::Tx& tx, const Inquiry& inquiry, const access::Actor& actor,
                   const Note& note) {
  auto entry = EntryOf("state", actor, note, inquiry.created_at);
  entry.to = inquiry.state;
  storage::AddHistory(tx, inquiry, entry);
}

}  // namespace okno::inquiries
