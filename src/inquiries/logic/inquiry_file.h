// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "inquiries/use_cases.h"
#include "logic/rules/transitions.h"

// Loading an inquiry and changing it: what every use case shares.
namespace okno::inquiries {

enum class Lock { kNo, kYes };

// The inquiry, or "inquiries.not_found" when there is none the principal may see.
Result<Inquiry> Load(db::Tx& tx, const access::Principal& principal, const InquiryId& id,
                     Lock lock);
// The same for changes: locked, of the version the caller has seen, and `action` is due.
Result<Inquiry> LoadFor(db::Tx& tx, const access::Principal& principal, const InquiryId& id,
                        long long version, rules::Action action);
// An inquiry with what the database holds of it.
struct Loaded {
  Inquiry inquiry;
  std::string sent_xml;  // content of the request that carries it; "" before it is sent
  exchange::SignatureNote signature;  // the personal one over it, if any
  std::vector<documents::Document> documents;
  std::vector<HistoryEntry> history;
};
Loaded LoadParts(db::Tx& tx, Inquiry inquiry);
// The same with what its type says of it. After the transaction: the registry of types asks the
// database with a connection of its own.
View Show(const Services& services, Loaded loaded);
Result<View> Show(const Services& services, Result<Loaded> loaded);

// The type of an inquiry that may be seen; "inquiries.type_withdrawn" when the installation has
// lost it. Not inside a transaction, as above.
Result<message_types::MessageTypePointer> TypeOf(const Services& services,
                                                 const access::Principal& principal,
                                                 const InquiryId& id);

// What a change leaves in the history besides who and when.
struct Note {
  std::string code, detail, reason;
};
// The one way a state changes: next version, history row, live update. Other fields of `inquiry`
// changed beforehand are saved with it.
void ChangeState(db::Tx& tx, Inquiry& inquiry, State to, const access::Actor& actor,
                 const Note& note, Instant now);
// A change without one; `kind` is "edited" or "note".
void NoteChange(db::Tx& tx, Inquiry& inquiry, std::string_view kind, const access::Actor& actor,
                const Note& note, Instant now);
// The first row of the history, of an inquiry just inserted.
void NoteBeginning(db::Tx& tx, const Inquiry& inquiry, const access::Actor& actor,
                   const Note& note);

}  // namespace okno::inquiries
