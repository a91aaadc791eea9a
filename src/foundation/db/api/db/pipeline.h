// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <type_traits>
#include <utility>

#include "db/pool.h"

// For use cases whose round trips count: reads that do not depend on each other travel together,
// and the last statements take the commit along.
namespace okno::db {

// An answer that was asked for and not yet waited for. The first Get of any of them sends all that
// is queued and waits once; the others have arrived with it. Throws the first error of the
// pipeline, and std::logic_error when the answer was lost with an earlier one. To be taken before
// its transaction ends, or after CommitNow.
template <typename T>
class Pending {
 public:
  explicit Pending(std::function<T()> take) : take_(std::move(take)) {}
  T Get() const { return take_(); }
  // The same answer as another value: `read(T)` runs when it is taken.
  template <typename F>
  auto Then(F read) const {
    using Value = std::invoke_result_t<F, T>;
    return Pending<Value>([take = take_, read = std::move(read)] { return read(take()); });
  }

 private:
  std::function<T()> take_;
};

Pending<Rows> AskParameters(Tx& tx, const Query& query, std::vector<Parameter> parameters);
template <typename... Args>
Pending<Rows> Ask(Tx& tx, const Query& query, const Args&... args) {
  return AskParameters(tx, query, {ToParameter(args)...});
}

// The whole transaction is this one statement, which only reads: BEGIN and COMMIT are left out, and
// nothing may come before or after it (std::logic_error). The function given to Transact must not
// refuse any more.
Rows ReadAloneParameters(Tx& tx, const Query& query, std::vector<Parameter> parameters);
template <typename... Args>
Rows ReadAlone(Tx& tx, const Query& query, const Args&... args) {
  return ReadAloneParameters(tx, query, {ToParameter(args)...});
}

// Commits already here, in the pipeline of what is queued. Nothing but reading answers may follow,
// and the function given to Transact must not refuse any more (std::logic_error).
void CommitNow(Tx& tx);

}  // namespace okno::db
