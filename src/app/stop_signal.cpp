// SPDX-License-Identifier: Apache-2.0
#include "stop_signal.h"

#include <signal.h>

namespace okno::app {
namespace {

sigset_t StopSignals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

}  // namespace

StopSignal::StopSignal() {
  const sigset_t set = StopSignals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void StopSignal::Wait() const {
  const sigset_t set = StopSignals();
  int number = 0;
  sigwait(&set, &number);
  sigset_t again;
  sigemptyset(&again);
  sigaddset(&again, SIGINT);
  pthread_sigmask(SIG_UNBLOCK, &again, nullptr);
}

}  // namespace okno::app
