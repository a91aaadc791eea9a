// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "time/time.h"

// «Испытательный стенд»: СМЭВ 3 as a process of its own, for development, demonstration and tests.
// It speaks SOAP with real GOST signatures at /smev/v1.2/ws, checks what participants send in the
// order the live bus does, keeps queues and signs what it hands out. What it knows lies in a
// database of its own. A page at / shows it, /control (loopback only) sets it up and injects
// failures; see README.md.
namespace okno::testbed {

struct TestbedOptions {
  std::string
      data_folder;  // keys of the bus, uploaded schemas; the private cluster when `dsn` is empty
  std::string dsn;  // a database of its own
  std::string content_folder;  // schemas of the envelope: <content>/smev/1.2/*.xsd
  std::string listen = "127.0.0.1";
  int port = 8090;  // 0: any free one
  std::chrono::seconds visibility{15 *
                                  60};  // an unacknowledged message is handed out again after this
  std::uint64_t attachment_limit = 5 * 1024 * 1024;
  bool always_multipart =
      false;  // answer like the live bus: multipart/related even without attachments
};

class Testbed {
 public:
  // Brings the database up to date and makes the keys of the bus when there are none. Throws with a
  // text for a person. `clock` judges the age of messages and certificates and times the queues.
  Testbed(TestbedOptions options, const Clock& clock);
  ~Testbed();
  void Start();  // throws when the port is taken
  void Stop();   // repeated calls do nothing; Start may follow
  int port() const;
  std::string url() const;                  // http://127.0.0.1:8090/smev/v1.2/ws
  std::string bus_certificate_pem() const;  // ЭП-СМЭВ, what participants pin

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Runs until SIGINT or SIGTERM; returns the exit code. `okno testbed`.
int RunTestbed(const TestbedOptions& options);

}  // namespace okno::testbed
