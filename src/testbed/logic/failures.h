// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <string>
#include <string_view>

namespace okno::testbed {

// Failures a tester orders: the bus behaves so for the next `times` fitting calls (-1: until told
// otherwise).
//   refuse              every call is answered 503 by "something in front of the bus"
//   reset_after_accept  a message is accepted, then the connection breaks without an answer
//   smev_failure        fault SMEVFailure
//   broken_signature    ЭП-СМЭВ in answers is wrong
//   duplicate           an acknowledged message is handed out once more
class Failures {
 public:
  static bool IsKnown(std::string_view mode);
  void Set(std::string mode, int times);
  // Whether `mode` strikes now; counts down.
  bool Strikes(std::string_view mode);
  std::string mode() const;

 private:
  mutable std::mutex mutex_;
  std::string mode_ = "none";
  int times_ = 0;
};

}  // namespace okno::testbed
