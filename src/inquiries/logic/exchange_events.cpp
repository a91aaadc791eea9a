// SPDX-License-Identifier: Apache-2.0
#include "logic/exchange_events.h"

#include <stdexcept>

#include "inquiries/calls.h"
#include "logic/answers.h"
#include "logic/inquiry_file.h"
#include "storage/inquiry_store.h"

namespace okno::inquiries {
namespace {

using rules::Happening;

const access::Actor kSmev = access::Actor::System("СМЭВ");

// The inquiry a message belongs to, locked; empty when it is none of ours.
std::optional<Inquiry> FindSubject(db::Tx& tx, const Json& payload) {
  if (payload.value("subject_kind", "") != "inquiry") return std::nullopt;
  const auto id = InquiryId::Parse(payload.value("subject_id", ""));
  return id ? storage::FindForUpdate(tx, *id) : std::nullopt;
}

exchange::Message GetMessage(db::Tx& tx, const Json& payload) {
  const auto id = exchange::MessageId::Parse(payload.value("message_id", ""));
  auto message = id ? exchange::FindMessage(tx, *id) : std::nullopt;
  if (!message) throw std::runtime_error("inquiries: an event names a message that is not there");
  return std::move(*message);
}

// News of the delivery counts only for the request that carries the inquiry now: it may have been
// sent anew.
bool IsOfCurrentRequest(const Inquiry& inquiry, const Json& payload) {
  return inquiry.message_id && inquiry.message_id->ToString() == payload.value("message_id", "");
}

// An inquiry that was corrected and sent anew asks something else than its older request did: news
// of that one is a note, not what the inquiry waits for.
bool IsToOlder(const Inquiry& inquiry, const exchange::Message& message) {
  return message.request && message.request != inquiry.message_id;
}
// Sent anew as it was: then the first answer is as good as the second.
bool BothAskTheSame(db::Tx& tx, const Inquiry& inquiry, const exchange::Message& message) {
  if (!inquiry.message_id) return false;
  const auto older = exchange::FindMessage(tx, *message.request);
  const auto current = exchange::FindMessage(tx, *inquiry.message_id);
  return older && current && older->content_xml == current->content_xml;
}

access::Actor AgencyOf(const Inquiry& inquiry) { return access::Actor::System(inquiry.addressee); }

// Changes the state as far as the happening still does; else only notes it.
void Happened(db::Tx& tx, Inquiry& inquiry, Happening happening, const access::Actor& actor,
              const Note& note, Instant now) {
  const auto next = rules::After(happening, inquiry.state);
  if (next && *next != inquiry.state) {
    ChangeState(tx, inquiry, *next, actor, note, now);
  } else {
    NoteChange(tx, inquiry, "note", actor, note, now);
  }
}

// The room of the case takes the answer to the document it was asked for.
void TellCase(db::Tx& tx, const Inquiry& inquiry, const exchange::Message& message) {
  if (!inquiry.about || inquiry.case_item.empty()) return;
  jobs::Publish(tx, {kAnswered,
                     {{"inquiry_id", inquiry.id.ToString()},
                      {"message_id", message.id.ToString()},
                      {"case_kind", inquiry.about->kind},
                      {"case_id", inquiry.about->id.ToString()}},
                     inquiry.organization_id.ToString()});
}

void TakeRejection(db::Tx& tx, Inquiry& inquiry, const exchange::Message& message, Instant now) {
  const auto words = message.rejection ? message.rejection->description : message.error;
  const auto code = message.rejection ? message.rejection->code : std::string();
  const auto happening = rules::OfRejection(code);
  if (happening == Happening::kAnswered) {
    inquiry.answer = NoData(message, words, now);
    inquiry.answered_at = now;
  }
  const Note note{.code = happening == Happening::kAnswered ? "inquiries.history.no_data"
                                                            : "inquiries.history.not_accepted",
                  .detail = {},
                  .reason = words};
  inquiry.state_text = words;
  Happened(tx, inquiry, happening, AgencyOf(inquiry), note, now);
  if (inquiry.answer) TellCase(tx, inquiry, message);
}

void NoteOlder(db::Tx& tx, Inquiry& inquiry, const std::string& words, Instant now) {
  NoteChange(tx, inquiry, "note", AgencyOf(inquiry),
             {.code = "inquiries.history.answer_to_older", .detail = {}, .reason = words}, now);
}

void TakeAnswer(const Services& services, db::Tx& tx, Inquiry& inquiry,
                const exchange::Message& message, Instant now) {
  auto read = ReadAnswer(services, inquiry, message, now);
  if (!read) {
    Happened(tx, inquiry, Happening::kAnswerUntrusted, AgencyOf(inquiry),
             {.code = "inquiries.history.answer_unreadable", .detail = {}, .reason = {}}, now);
    return;
  }
  inquiry.answer = std::move(*read);
  inquiry.answered_at = now;
  inquiry.state_text.clear();
  AddFiles(tx, inquiry, message, now);
  Happened(tx, inquiry, Happening::kAnswered, AgencyOf(inquiry),
           {.code = "inquiries.history.answered", .detail = {}, .reason = {}}, now);
  TellCase(tx, inquiry, message);
}

}  // namespace

void OnRequestSent(const Services& services, db::Tx& tx, const jobs::Job& job) {
  auto inquiry = FindSubject(tx, job.payload);
  if (!inquiry || !IsOfCurrentRequest(*inquiry, job.payload)) return;
  // What followed the sending may have been handled first.
  if (GetMessage(tx, job.payload).state == "failed") return;
  const auto next = rules::After(Happening::kTakenByBus, inquiry->state);
  const auto now = services.clock.Now();
  if (!inquiry->sent_at) inquiry->sent_at = now;
  if (!next) {
    storage::Save(tx, *inquiry);
    return;
  }
  ChangeState(tx, *inquiry, *next, kSmev,
              {.code = "inquiries.history.sent", .detail = {}, .reason = {}}, now);
}

void OnDeliveryDelayed(const Services& services, db::Tx& tx, const jobs::Job& job) {
  auto inquiry = FindSubject(tx, job.payload);
  if (!inquiry || !IsOfCurrentRequest(*inquiry, job.payload)) return;
  // The schedule makes many attempts; the first failure is the news.
  if (inquiry->state != State::kReady || job.payload.value("attempt", 0) != 1) return;
  NoteChange(tx, *inquiry, "note", kSmev,
             {.code = "inquiries.history.delayed", .detail = {}, .reason = {}},
             services.clock.Now());
}

void OnDeliveryFailed(const Services& services, db::Tx& tx, const jobs::Job& job) {
  auto inquiry = FindSubject(tx, job.payload);
  if (!inquiry || !IsOfCurrentRequest(*inquiry, job.payload)) return;
  // The news that the bus had taken it may come after this.
  const bool taken = job.payload.value("taken", false);
  const auto next =
      rules::After(taken ? Happening::kRefusedByBus : Happening::kDeliveryFailed, inquiry->state);
  if (!next) return;
  const auto code = job.payload.value("code", "");
  const auto message = GetMessage(tx, job.payload);
  inquiry->state_text =
      message.error.empty() ? services.texts.Text(code, text::Language::kRussian) : message.error;
  const char* text = *next == State::kError ? "inquiries.history.refused_by_bus"
                                            : "inquiries.history.not_delivered";
  ChangeState(tx, *inquiry, *next, kSmev, {.code = text, .detail = code, .reason = message.error},
              services.clock.Now());
}

void OnStatusReceived(const Services& services, db::Tx& tx, const jobs::Job& job) {
  auto inquiry = FindSubject(tx, job.payload);
  if (!inquiry) return;
  const auto message = GetMessage(tx, job.payload);
  if (!message.status) return;
  const auto& words = message.status->description;
  if (inquiry->state == State::kAccepted && inquiry->state_text == words) return;
  if (IsToOlder(*inquiry, message)) {
    return NoteOlder(tx, *inquiry, words, services.clock.Now());
  }
  // A status that comes after the final answer is history, not the state.
  if (!inquiry->answer) inquiry->state_text = words;
  Happened(tx, *inquiry, Happening::kAgencyStatus, AgencyOf(*inquiry),
           {.code = "inquiries.history.agency_status", .detail = words, .reason = {}},
           services.clock.Now());
}

void OnResponseReceived(const Services& services, db::Tx& tx, const jobs::Job& job) {
  auto inquiry = FindSubject(tx, job.payload);
  if (!inquiry || inquiry->answer) return;
  const auto message = GetMessage(tx, job.payload);
  const auto now = services.clock.Now();
  const bool refused =
      message.rejection && rules::OfRejection(message.rejection->code) == Happening::kRejected;
  if (IsToOlder(*inquiry, message) && (refused || !BothAskTheSame(tx, *inquiry, message))) {
    const auto words = message.rejection ? message.rejection->description : std::string();
    return NoteOlder(tx, *inquiry, words, now);
  }
  if (message.operation == "reject") {
    TakeRejection(tx, *inquiry, message, now);
  } else {
    TakeAnswer(services, tx, *inquiry, message, now);
  }
}

void OnResponseRefused(const Services& services, db::Tx& tx, const jobs::Job& job) {
  auto inquiry = FindSubject(tx, job.payload);
  if (!inquiry || inquiry->answer) return;
  const auto words = services.texts.Text(job.payload.value("code", ""), text::Language::kRussian);
  const auto now = services.clock.Now();
  const auto message = GetMessage(tx, job.payload);
  if (IsToOlder(*inquiry, message)) return NoteOlder(tx, *inquiry, words, now);
  inquiry->state_text = words;
  Happened(tx, *inquiry, Happening::kAnswerUntrusted, kSmev,
           {.code = "inquiries.history.answer_untrusted", .detail = {}, .reason = words}, now);
}

}  // namespace okno::inquiries
