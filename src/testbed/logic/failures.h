// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace okno::testbed {

// A failure a tester orders: the bus behaves so for the next `times` fitting calls.
//   refuse               answered 503 by "something in front of the bus"
//   slow                 answered as usual, but `delay` later
//   smev_failure         fault SMEVFailure, nothing is accepted
//   fault                fault `fault`, nothing is accepted
//   reset                the connection breaks without an answer, nothing is accepted
//   reset_after_accept   the same, after the message has been accepted
//   broken_signature     ЭП-СМЭВ in the answer is wrong
//   truncated_multipart  the answer is multipart and ends in the middle
//   wrong_boundary       the answer is multipart and names another boundary than it uses
//   duplicate            an acknowledged message is handed out once more
//   ftp_break            a transfer by FTP breaks in the middle; the operation is "STOR", "APPE" or
//                        "RETR", the participant the name of the account
struct FailureOrder {
  std::string mode;
  std::string participant = {};        // mnemonic of the caller; "" = everybody
  std::string operation = {};          // "SendRequest" …; "" = every one
  std::string fault = {};              // of the mode "fault"
  std::chrono::milliseconds delay{0};  // of the mode "slow"
  int times = -1;                      // -1: until it is taken back
};

class Failures {
 public:
  static bool IsKnown(std::string_view mode);
  void Add(FailureOrder order);
  void Clear();
  std::vector<FailureOrder> List() const;
  // The order of that mode which strikes this call, if any; counts down. Without a caller (nobody
  // knows yet who calls) only orders for everybody fit.
  std::optional<FailureOrder> Strikes(std::string_view mode, std::string_view participant,
                                      std::string_view operation);
  bool any() const;

  // Waits, but not beyond the end of the test bed.
  void Wait(std::chrono::milliseconds delay);
  void EndWaits();  // from now on nothing waits, until BeginWaits
  void BeginWaits();

 private:
  mutable std::mutex mutex_;
  std::vector<FailureOrder> orders_;
  std::condition_variable ending_;
  bool ended_ = false;
};

}  // namespace okno::testbed
