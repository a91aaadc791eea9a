// SPDX-License-Identifier: Apache-2.0
#include "neighbours/neighbourhood.h"

#include <algorithm>

#include "log/log.h"
#include "message_types/content.h"
#include "neighbours/population/dice.h"
#include "storage/neighbour_store.h"
#include "testbed/control.h"

namespace okno::testbed::neighbours {

namespace {

constexpr char kEndpoint[] = "/smev/v1.2/ws";

const message_types::ContentType& TypeNamed(const std::vector<message_types::ContentType>& types,
                                            std::string_view name) {
  const auto found =
      std::find_if(types.begin(), types.end(), [&](const auto& type) { return type.name == name; });
  if (found == types.end())
    throw std::runtime_error("no message type " + std::string(name) + " in content");
  return *found;
}

storage::NeighbourRow RowOf(db::Pool& db, std::string_view mnemonic) {
  return db.Transact(db::Scope::System(),
                     [&](db::Tx& tx) { return storage::FindNeighbour(tx, mnemonic); });
}

void Count(db::Pool& db, std::string_view mnemonic, storage::Done done) {
  db.Transact(db::Scope::System(),
              [&](db::Tx& tx) { storage::CountAnswer(tx, mnemonic, done, SystemClock().Now()); });
}

storage::Done KindOf(const Answer& answer) {
  return std::holds_alternative<Rejection>(answer.final) ? storage::Done::kRefused
                                                         : storage::Done::kAnswered;
}

Answer Fail(std::string text) { return {{}, Rejection{"FAILURE", std::move(text)}}; }

}  // namespace

Neighbourhood::Neighbourhood(db::Pool& db, NeighbourhoodOptions options)
    : db_(db),
      options_(std::move(options)),
      keys_(options_.data_folder),
      papers_(options_.content_folder) {}

Neighbourhood::~Neighbourhood() { Stop(); }

bool Neighbourhood::IsKnown(std::string_view mnemonic) {
  return std::any_of(All().begin(), All().end(),
                     [&](const Neighbour& neighbour) { return neighbour.mnemonic == mnemonic; });
}

void Neighbourhood::Join(const std::string& base) {
  const auto bus = crypto::Certificate::FromPem(control::FetchBusCertificate(base));
  members_.clear();
  for (const auto& neighbour : All()) Register(neighbour, base, bus.value());
}

void Neighbourhood::Register(const Neighbour& neighbour, const std::string& base,
                             const crypto::Certificate& bus) {
  const auto types = message_types::LoadMessageTypes(options_.content_folder);
  const std::string mnemonic(neighbour.mnemonic), name(neighbour.name);
  auto signer = keys_.SignerOf(mnemonic, name);
  control::RegisterParticipant(base, mnemonic, name, signer->certificate().pem(),
                               control::Replace::kYes);
  auto member = std::make_unique<Member>(
      Member{neighbour, signer, Post(base + kEndpoint, signer, bus, clock_), {}});
  for (const auto& service : neighbour.services) {
    const auto& type = TypeNamed(types, service.type);
    control::RegisterMessageType(base, type, {{"", mnemonic}});
    member->answerers.emplace_back(type.namespace_uri, service.answer);
  }
  members_.push_back(std::move(member));
}

void Neighbourhood::Start() {
  stopping_ = false;
  for (auto& member : members_) threads_.emplace_back([this, &member = *member] { Run(member); });
}

void Neighbourhood::Stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

bool Neighbourhood::Pause(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  return !wake_.wait_for(lock, time, [&] { return stopping_; });
}

void Neighbourhood::Run(Member& member) {
  auto pause = options_.poll_pause;
  while (Pause(pause)) {
    pause = std::min(pause * 3 / 2, options_.longest_poll_pause);
    try {
      if (RowOf(db_, member.neighbour.mnemonic).behaviour == "silent") continue;
      while (AnswerNext(member, Pace::kNatural) && Pause(std::chrono::milliseconds(0)))
        pause = options_.poll_pause;
    } catch (const std::exception& error) {
      // The bus or the database is away: an outside system would wait and try again, too.
      log::Warning("neighbour_failed", {{"mnemonic", std::string(member.neighbour.mnemonic)},
                                        {"error", std::string(error.what())}});
      pause = options_.longest_poll_pause;
    }
  }
}

int Neighbourhood::AnswerWaiting() {
  int answered = 0;
  for (auto& member : members_) {
    if (RowOf(db_, member->neighbour.mnemonic).behaviour == "silent") continue;
    while (AnswerNext(*member, Pace::kAtOnce)) ++answered;
  }
  return answered;
}

bool Neighbourhood::AnswerNext(Member& member, Pace pace) {
  const auto letter = member.post.Fetch();
  if (!letter) return false;
  const auto mnemonic = member.neighbour.mnemonic;
  const auto earlier = db_.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return storage::FindAnswer(tx, mnemonic, letter->id);
  });
  if (!earlier) {
    const auto behaviour = RowOf(db_, mnemonic).behaviour;
    if (pace == Pace::kNatural) {
      Dice dice(letter->id.ToString(), "delay");
      const std::chrono::milliseconds natural(
          dice.Between(0, static_cast<int>(options_.longest_delay.count())));
      if (!Pause(behaviour == "slow" ? options_.slow_delay : natural)) return false;
    }
    Deliver(member, *letter, Think(member, *letter, behaviour));
  } else if (!earlier->sent) {
    Deliver(member, *letter, ReadReadyAnswer(earlier->answer));
  }
  member.post.Acknowledge(*letter);
  return true;
}

void Neighbourhood::Deliver(Member& member, const Letter& letter, const ReadyAnswer& ready) {
  member.post.Send(letter, ready);
  const auto mnemonic = member.neighbour.mnemonic;
  db_.Transact(db::Scope::System(), [&](db::Tx& tx) {
    storage::MarkAnswerSent(tx, mnemonic, letter.id);
    storage::CountAnswer(tx, mnemonic, KindOf(ready.answer), clock_.Now());
  });
}

void Neighbourhood::Keep(const Member& member, const Letter& letter, db::Tx& tx,
                         const ReadyAnswer& ready) {
  storage::InsertAnswer(tx, member.neighbour.mnemonic, letter.id, ToJson(ready));
}

// The answer is kept in the transaction it was made in: whatever that changed happens once.
ReadyAnswer Neighbourhood::MakeReady(Member& member, const Letter& letter, Answerer answerer) {
  const auto content = xml::Document::Parse(letter.content_xml);
  return db_.Transact(db::Scope::System(), [&](db::Tx& tx) {
    Desk desk{tx, *member.signer, papers_};
    auto ready = GiveIds(answerer(desk, {letter.id.ToString(), content.value().root(), letter.files,
                                         letter.officer, clock_.Now()}));
    Keep(member, letter, tx, ready);
    return ready;
  });
}

// What the schema lets through and the neighbour does not expect must not stop its queue: the
// sender is told FAILURE.
ReadyAnswer Neighbourhood::Think(Member& member, const Letter& letter,
                                 const std::string& behaviour) {
  const auto fail = [&](std::string why) {
    auto ready = GiveIds(Fail(std::move(why)));
    db_.Transact(db::Scope::System(), [&](db::Tx& tx) { Keep(member, letter, tx, ready); });
    return ready;
  };
  if (behaviour == "refusing")
    return fail("Информационная система временно не отвечает на запросы");
  const auto found =
      std::find_if(member.answerers.begin(), member.answerers.end(),
                   [&](const auto& answerer) { return answerer.first == letter.namespace_uri; });
  if (found == member.answerers.end()) return fail("Вид сведений этой системой не обслуживается");
  try {
    return MakeReady(member, letter, found->second);
  } catch (const db::Error&) {
    throw;
  } catch (const std::exception& error) {
    log::Warning("neighbour_puzzled", {{"mnemonic", std::string(member.neighbour.mnemonic)},
                                       {"error", std::string(error.what())}});
    Count(db_, member.neighbour.mnemonic, storage::Done::kFailed);
    return fail("Ответ не удалось подготовить");
  }
}

}  // namespace okno::testbed::neighbours
