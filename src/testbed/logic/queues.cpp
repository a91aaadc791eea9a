// SPDX-License-Identifier: Apache-2.0
#include "logic/queues.h"

#include <limits>

#include "crypto/hash.h"
#include "logic/letters.h"
#include "storage/ftp_store.h"
#include "text/strings.h"

namespace okno::testbed {

namespace {

constexpr auto kNever = std::numeric_limits<Instant::rep>::max();

bool IsOfType(const MessageType& type, const std::string& root) {
  return root.empty() || root == type.request_root || root == type.response_root;
}

std::optional<std::string> NodeOf(const std::string& queue, xml::Element selector) {
  // A provider has one queue of requests; answers have one for each node that has asked.
  if (queue == "requests") return std::nullopt;
  return queue == "responses" ? selector.child_text("NodeID") : std::string();
}

std::vector<FileAccess> OpenFiles(db::Tx& tx, const storage::Message& message,
                                  const Settings& settings, Instant now) {
  std::vector<FileAccess> accesses;
  for (const auto& file : message.files) {
    FileAccess access{file.directory, "f" + text::HexEncode(crypto::RandomBytes(6)),
                      text::HexEncode(crypto::RandomBytes(4)), file.name};
    storage::Insert(
        tx, storage::FtpAccount{access.user_name, access.password, message.id, file.directory,
                                message.recipient, now + settings.file_life});
    accesses.push_back(std::move(access));
  }
  return accesses;
}

}  // namespace

Queues::Queues(const Services& services) : services_(services), earliest_eol_(0) {}

Checked<storage::Selection> Queues::Select(const Incoming& incoming, const std::string& queue) {
  auto selector = incoming.signed_element;
  storage::Selection selection{
      incoming.sender->mnemonic, queue, NodeOf(queue, selector), {}, incoming.dialect.has_cancel()};
  auto wanted = queue == "statuses" ? std::string() : selector.child_text("NamespaceURI");
  if (wanted.empty()) return selection;
  auto root = selector.child_text("RootElementLocalName");
  const auto* type = incoming.registry->FindType(wanted);
  bool served = type != nullptr && IsOfType(*type, root);
  if (served && queue == "requests" && !type->broadcast)
    served = Owns(*type, incoming.sender->mnemonic);
  if (!served) {
    return Fault{"UnknownMessageType", "SMEV-402: у системы " + incoming.sender->mnemonic +
                                           " нет входящей очереди {" + wanted + "}" + root};
  }
  selection.namespaces = incoming.registry->VersionsOf(wanted);
  return selection;
}

Queues::Handed Queues::HandOut(db::Tx& tx, const storage::Selection& selection,
                               const Settings& settings, Instant now) {
  Handed handed{storage::HandOut(tx, selection, now, now + settings.visibility), {}};
  if (handed.message) handed.files = OpenFiles(tx, *handed.message, settings, now);
  return handed;
}

Queues::Acknowledged Queues::Acknowledge(db::Tx& tx, const Incoming& incoming, Instant now) {
  auto target = incoming.signed_element;
  auto id = Uuid::Parse(target.text()).value();  // the schema has checked its form
  const auto& mnemonic = incoming.sender->mnemonic;
  auto word = target.attribute("accepted").value_or("true");
  bool accepted = word != "false" && word != "0";
  if (services_.failures.Strikes("duplicate", mnemonic, "Ack") &&
      storage::HandOutAgain(tx, id, mnemonic, now))
    return {true, {}};
  auto done = storage::Acknowledge(tx, id, mnemonic, accepted ? "delivered" : "dropped", now);
  if (!done) return {};
  if (!done->has_files) return {true, {}};
  storage::DeleteAccounts(tx, done->message_id, mnemonic);
  bool awaited = storage::IsAwaited(tx, done->message_id);
  return {true, awaited ? std::nullopt : std::optional(done->message_id)};
}

void Queues::Expects(Instant eol) {
  auto value = eol.time_since_epoch().count();
  auto known = earliest_eol_.load();
  while (value < known && !earliest_eol_.compare_exchange_weak(known, value)) {
  }
}

void Queues::ExpireDue(Instant now) {
  if (now.time_since_epoch().count() < earliest_eol_.load()) return;
  // A request accepted meanwhile lowers it again; the row itself is seen by the next round.
  earliest_eol_.store(kNever);
  auto left = services_.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    for (const auto& message : storage::TakeExpired(tx, now)) {
      Fault fault{"EndOfLifeReached", "SMEV-302: срок жизни запроса истёк в очереди получателя"};
      SendLetter(tx, message, RejectionLetter(message, fault), services_.signer, now);
    }
    return storage::EarliestEol(tx);
  });
  if (left) Expects(*left);
}

}  // namespace okno::testbed
