// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "db/pool.h"
#include "json/json.h"
#include "neighbours/keys.h"
#include "neighbours/neighbour.h"
#include "neighbours/post.h"

namespace okno::testbed::neighbours {

struct NeighbourhoodOptions {
  std::string data_folder, content_folder;
  std::chrono::milliseconds longest_delay{
      2000};  // before an answer; each has its own, from 0 to this
  std::chrono::milliseconds slow_delay{30'000};  // of one told to be slow
  std::chrono::milliseconds poll_pause{500};     // after an answer; grows while nothing comes
  std::chrono::milliseconds longest_poll_pause{3000};
};

// The neighbour systems at work. They live in the test bed's process and database but reach the bus
// only as participants, over HTTP.
class Neighbourhood {
 public:
  Neighbourhood(db::Pool& db, NeighbourhoodOptions options);
  ~Neighbourhood();
  // Makes them participants of the bus at `base` ("http://127.0.0.1:8090") and registers their
  // message types. Repeated calls change nothing.
  void Join(const std::string& base);
  // A thread for each, until Stop.
  void Start();
  void Stop();
  // Answers whatever waits, without delays; returns how much. For tests.
  int AnswerWaiting();

  std::string authority_pem() const { return keys_.authority_pem(); }
  static bool IsKnown(std::string_view mnemonic);

 private:
  struct Member {
    const Neighbour& neighbour;
    std::shared_ptr<const crypto::Signer> signer;
    Post post;
    std::vector<std::pair<std::string, Answerer>> answerers;  // by namespace of the content
  };
  enum class Pace { kNatural, kAtOnce };

  void Register(const Neighbour& neighbour, const std::string& base,
                const crypto::Certificate& bus);
  void Run(Member& member);
  bool AnswerNext(Member& member, Pace pace);  // false: nothing waits
  ReadyAnswer MakeReady(Member& member, const Letter& letter, Answerer answerer);
  ReadyAnswer Think(Member& member, const Letter& letter, const std::string& behaviour);
  void Keep(const Member& member, const Letter& letter, db::Tx& tx, const ReadyAnswer& ready);
  void Deliver(Member& member, const Letter& letter, const ReadyAnswer& ready);
  bool Pause(std::chrono::milliseconds time);  // false: it is time to stop

  db::Pool& db_;
  SystemClock clock_;
  NeighbourhoodOptions options_;
  Keys keys_;
  Papers papers_;
  std::vector<std::unique_ptr<Member>> members_;
  std::vector<std::thread> threads_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
};

}  // namespace okno::testbed::neighbours
