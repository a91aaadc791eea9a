// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "testbed/settings.h"
#include "time/time.h"

// «Испытательный стенд»: СМЭВ 3 as a process of its own, for development, demonstration and tests.
// It speaks SOAP with real GOST signatures at /smev/v{1.1,1.2,1.3}/ws, checks what participants
// send in the order the live bus does, keeps queues, signs what it hands out and has an FTP server
// for large files. What it knows lies in a database of its own. A page at / shows it, /control
// (loopback only) sets it up and injects failures; see README.md.
namespace okno::testbed {

// Neighbour systems («соседние системы»): participants of the stand that answer requests of the
// message types of content/message-types.
enum class NeighboursMode {
  kAbsent,
  kWhenAsked,  // they join the bus, but answer only by AnswerAsNeighbours: for tests
  kAnswer,     // by themselves, after a pause
};

struct TestbedOptions {
  std::string
      data_folder;  // keys of the bus, uploaded schemas, files; the private cluster without `dsn`
  std::string dsn = {};        // a database of its own
  std::string content_folder;  // schemas of the envelope: <content>/smev/<version>/*.xsd
  std::string listen = "127.0.0.1";
  int port = 8090;                                    // 0: any free one
  int ftp_port = 0;                                   // 0: any free one
  int first_passive_port = 0, last_passive_port = 0;  // of FTP transfers; 0: any free ones
  Settings settings = {};
  NeighboursMode neighbours = NeighboursMode::kAbsent;
  std::chrono::milliseconds neighbours_delay{2000};  // an answer takes from 0 to this
};

class Testbed {
 public:
  // Brings the database up to date and makes the keys of the bus when there are none. Throws with a
  // text for a person. `clock` judges the age of messages and certificates and times the queues.
  Testbed(TestbedOptions options, const Clock& clock);
  ~Testbed();
  void Start();  // throws when a port is taken
  void Stop();   // repeated calls do nothing; Start may follow
  int port() const;
  int ftp_port() const;
  std::string url(std::string_view version = "1.2") const;  // http://127.0.0.1:8090/smev/v1.2/ws
  std::string bus_certificate_pem() const;                  // ЭП-СМЭВ, what participants pin
  // Has the neighbours answer whatever waits for them, at once; returns how many requests.
  // Precondition: kWhenAsked, started.
  int AnswerAsNeighbours();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Runs until SIGINT or SIGTERM; returns the exit code. `okno testbed`.
int RunTestbed(const TestbedOptions& options);

}  // namespace okno::testbed
