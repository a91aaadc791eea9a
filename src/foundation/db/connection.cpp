// SPDX-License-Identifier: Apache-2.0
#include "connection.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>

#include "db/queries.h"

namespace okno::db {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// PostgreSQL cuts statement names at 63 bytes without a word; two could become one.
constexpr std::size_t kLongestName = 63;
// How much longer than the server's own limit we wait before we take the connection for lost.
constexpr milliseconds kGrace{10000};

std::string Field(const PGresult* result, int code) {
  const char* text = PQresultErrorField(result, code);
  return text ? text : "";
}

// Class 22 messages quote the offending value, which may be personal data: cut there.
std::string WithoutValues(const std::string& sqlstate, const std::string& message) {
  return sqlstate.starts_with("22") ? message.substr(0, message.find('"')) : message;
}

Error ToError(std::string_view query, const PGresult* result) {
  std::string sqlstate = Field(result, PG_DIAG_SQLSTATE);
  std::string message = Field(result, PG_DIAG_MESSAGE_PRIMARY);
  if (message.empty()) message = PQresultErrorMessage(result);
  const std::string what =
      std::string(query) + ": " + sqlstate + " " + WithoutValues(sqlstate, message);
  return Error(std::move(sqlstate), Field(result, PG_DIAG_CONSTRAINT_NAME), what);
}

}  // namespace

Error LostConnection(const std::string& what) {
  const std::string line = what.substr(0, what.find_last_not_of('\n') + 1);
  return Error("", "", line.starts_with("db: ") ? line : "db: " + line);
}

Connection::Connection(const SessionSettings& settings, Deadline deadline)
    : wait_limit_(settings.statement_timeout.count() ? settings.statement_timeout + kGrace
                                                     : milliseconds::max()) {
  Open(settings.dsn, deadline);
  EnterPipeline();
  Push(queries::kConfigureSession,
       {ToParameter(settings.statement_timeout.count()), ToParameter(settings.lock_timeout.count()),
        ToParameter(settings.idle_in_transaction_timeout.count())});
  Exchange();
}

void Connection::Open(const std::string& dsn, Deadline deadline) {
  // Keys before dbname are defaults that the DSN may override, those after it are fixed.
  const char* keys[] = {"keepalives_idle", "tcp_user_timeout", "application_name",
                        "dbname",          "client_encoding",  nullptr};
  const char* values[] = {"30", "15000", "okno", dsn.c_str(), "UTF8", nullptr};
  connection_.reset(PQconnectStartParams(keys, values, 1));
  if (!connection_) throw std::bad_alloc();
  auto state = PGRES_POLLING_WRITING;
  while (PQstatus(handle()) != CONNECTION_BAD && state != PGRES_POLLING_OK) {
    if (state == PGRES_POLLING_FAILED) break;
    WaitForSocket(state == PGRES_POLLING_WRITING, deadline);
    state = PQconnectPoll(handle());
  }
  if (PQstatus(handle()) != CONNECTION_OK) Lose(PQerrorMessage(handle()));
  // Notices ("relation exists, skipping") are of no use to anybody here.
  PQsetNoticeReceiver(
      handle(), [](void*, const PGresult*) {}, nullptr);
}

void Connection::EnterPipeline() {
  if (PQsetnonblocking(handle(), 1) != 0 || PQenterPipelineMode(handle()) != 1) {
    Lose(PQerrorMessage(handle()));
  }
}

void Connection::WaitForSocket(bool write, Deadline deadline) {
  for (;;) {
    const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now()).count();
    if (left <= 0) Lose("no answer in time");
    pollfd wanted{PQsocket(handle()), static_cast<short>(write ? POLLIN | POLLOUT : POLLIN), 0};
    const int ready = poll(&wanted, 1, static_cast<int>(std::min<long long>(left, 1 << 30)));
    if (ready > 0) return;
    if (ready < 0 && errno != EINTR) Lose("poll failed");
  }
}

void Connection::Push(const Query& query, std::vector<Parameter> parameters,
                      std::shared_ptr<Rows::State> answer) {
  if (query.name.size() > kLongestName) {
    throw std::logic_error("db: too long a name: " + std::string(query.name));
  }
  queue_.push_back({query, std::move(parameters), std::move(answer)});
}

Rows Connection::Exchange() {
  if (broken_) throw LostConnection("the connection is gone");
  if (queue_.empty()) return Rows(std::make_shared<Rows::State>(nullptr));
  // Until the sync point is reached the session is in an unknown state, whatever is thrown on the
  // way.
  broken_ = true;
  SendQueue();
  return ReadToSync();
}

void Connection::SendQueue() {
  steps_.clear();
  for (Statement& statement : queue_) {
    Execute(Prepare(statement.query), statement);
  }
  queue_.clear();
  if (PQpipelineSync(handle()) != 1) Lose(PQerrorMessage(handle()));
}

const std::string& Connection::Prepare(const Query& query) {
  if (const auto known = prepared_.find(query.name); known != prepared_.end()) {
    if (known->second.sql == query.sql) return known->first;
    throw std::logic_error("db: two statements are named " + known->first);
  }
  const auto entry = prepared_.emplace(query.name, Prepared{std::string(query.sql)}).first;
  if (PQsendPrepare(handle(), entry->first.c_str(), entry->second.sql.c_str(), 0, nullptr) != 1) {
    Lose(PQerrorMessage(handle()));
  }
  steps_.push_back({.query = query.name, .prepares = true, .answer = nullptr});
  return entry->first;
}

void Connection::Execute(const std::string& name, Statement& statement) {
  std::vector<const char*> values;
  values.reserve(statement.parameters.size());
  for (const Parameter& parameter : statement.parameters) {
    values.push_back(parameter ? parameter->c_str() : nullptr);
  }
  if (PQsendQueryPrepared(handle(), name.c_str(), static_cast<int>(values.size()), values.data(),
                          nullptr, nullptr, 0) != 1) {
    Lose(PQerrorMessage(handle()));
  }
  if (!statement.answer) statement.answer = std::make_shared<Rows::State>(nullptr);
  steps_.push_back({.query = statement.query.name, .answer = std::move(statement.answer)});
}

Rows Connection::ReadToSync() {
  std::unique_ptr<Error> error;
  std::size_t step = 0;
  const auto deadline = AnswerDeadline();
  auto mark = steady_clock::now();
  for (;;) {
    PgResult result = NextResult(deadline);
    if (PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC) break;
    if (step == steps_.size()) Lose("the connection broke off");
    if (result) {
      TakeResult(steps_[step], std::move(result), error);
    } else {  // the end of one statement's results
      mark = Observe(steps_[step++], mark);
    }
  }
  broken_ = false;
  Rows last(steps_.back().answer);
  steps_.clear();  // an idle connection keeps no rows
  if (!error) return last;
  // What the aborted pipeline has not prepared is prepared again at its next use.
  std::erase_if(prepared_, [](const auto& entry) { return !entry.second.ready; });
  throw *error;
}

Deadline Connection::AnswerDeadline() const {
  if (wait_limit_ == milliseconds::max()) return Deadline::max();
  return steady_clock::now() +
         wait_limit_ * static_cast<long>(std::max<std::size_t>(1, steps_.size()));
}

Deadline Connection::Observe(const Step& step, Deadline since) const {
  const auto now = steady_clock::now();
  if (observer_ && *observer_ && !step.prepares) {
    (*observer_)(step.query, std::chrono::duration_cast<std::chrono::microseconds>(now - since));
  }
  return now;
}

// Reads while it writes: a server whose answers nobody takes stops taking statements. A failed
// write shows when the reading ends, so that the server's last words are still heard.
PgResult Connection::NextResult(Deadline deadline) {
  for (;;) {
    const bool unsent = PQflush(handle()) == 1;
    if (!PQisBusy(handle())) return PgResult(PQgetResult(handle()));
    if (PQstatus(handle()) == CONNECTION_BAD) Lose(PQerrorMessage(handle()));
    WaitForSocket(unsent, deadline);
    PQconsumeInput(handle());
  }
}

void Connection::TakeResult(Step& step, PgResult result, std::unique_ptr<Error>& error) {
  switch (PQresultStatus(result.get())) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_EMPTY_QUERY:
      if (step.prepares) {
        prepared_.find(step.query)->second.ready = true;
      } else {
        *step.answer = Rows::State(std::move(result));
      }
      break;
    case PGRES_PIPELINE_ABORTED:
      break;
    default: {
      Error found = ToError(step.query, result.get());
      const std::string severity = Field(result.get(), PG_DIAG_SEVERITY_NONLOCALIZED);
      if (found.IsLost() || severity == "FATAL" || severity == "PANIC") throw found;
      if (!error) error = std::make_unique<Error>(std::move(found));
    }
  }
}

void Connection::Lose(const std::string& what) {
  broken_ = true;
  throw LostConnection(what);
}

void Connection::Begin(const Scope& scope) {
  commit_sent_ = committed_ = false;
  queue_.clear();
  Push(queries::kBegin, {});
  Push(queries::kSetScope, {ToParameter(scope.value)});
}

Rows Connection::ReadAlone(const Query& query, std::vector<Parameter> parameters) {
  ExpectOpen();
  constexpr std::size_t kOnlyBegin = 2;
  if (queue_.size() != kOnlyBegin || PQtransactionStatus(handle()) != PQTRANS_IDLE)
    throw std::logic_error("db: a statement alone after another one");
  queue_.erase(queue_.begin());
  Push(query, std::move(parameters));
  Rows rows = Exchange();
  committed_ = true;
  return rows;
}

void Connection::Commit() {
  constexpr std::size_t kOnlyBegin = 2;
  const bool open = PQtransactionStatus(handle()) != PQTRANS_IDLE;
  if (open || queue_.size() > kOnlyBegin) {
    Push(queries::kCommit, {});
    commit_sent_ = true;
    const Rows answer = Exchange();
    // COMMIT of a failed transaction is answered with ROLLBACK and no error.
    const std::string tag = PQcmdStatus(answer.state().result.get());
    if (tag != "COMMIT") throw Error("25P02", "", "db: an earlier error was ignored; rolled back");
  }
  queue_.clear();
  committed_ = true;
}

void Connection::ExpectOpen() const {
  if (committed_) throw std::logic_error("db: a statement after the commit");
}

void Connection::Rollback() noexcept {
  queue_.clear();
  if (broken_ || PQtransactionStatus(handle()) == PQTRANS_IDLE) return;
  try {
    Push(queries::kRollback, {});
    Exchange();
  } catch (...) {
    broken_ = true;  // closing the session rolls back as well
  }
}

bool Connection::LooksAlive() {
  // Whatever came unasked is most likely the server's farewell; a new connection is cheaper than
  // finding out.
  pollfd wanted{PQsocket(handle()), POLLIN, 0};
  return !broken_ && poll(&wanted, 1, 0) == 0;
}

void Connection::RunScript(const std::string& sql) {
  if (PQexitPipelineMode(handle()) != 1 || PQsetnonblocking(handle(), 0) != 0) {
    Lose(PQerrorMessage(handle()));
  }
  PgResult result(PQexec(handle(), sql.c_str()));
  if (PQstatus(handle()) == CONNECTION_BAD) Lose(PQerrorMessage(handle()));
  const auto status = PQresultStatus(result.get());
  const bool done =
      status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
  std::unique_ptr<Error> error;
  if (!done) error = std::make_unique<Error>(ToError("script", result.get()));
  EnterPipeline();
  if (error) throw *error;
}

}  // namespace okno::db
