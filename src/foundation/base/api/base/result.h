// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace okno {

// How a foreseen "no" is answered; the HTTP layer maps each kind to one status.
enum class RefusalKind {
  kInvalid,       // 422: the input breaks a rule; `fields` name the places
  kMalformed,     // 400: the input can not be read at all
  kUnauthorized,  // 401: nobody is signed in, or the session is over
  kForbidden,     // 403: the person lacks the right
  kNotFound,      // 404: no such object, or not visible to this person (they learn nothing more)
  kConflict,      // 409: the object's state does not allow it
  kStale,         // 412: If-Match does not fit; someone changed it meanwhile
  kPreconditionRequired,  // 428: If-Match or Idempotency-Key is missing
  kTooLarge,      // 413
  kUnsupported,   // 415: content type or file kind
  kTooMany,       // 429
  kUnavailable,   // 503: a resource needed right now is not there; try again
};

// One wrong place in the input. `pointer` is a JSON pointer into it ("/form/children/0/snils").
struct FieldError {
  std::string pointer;
  std::string code;    // stable, e.g. "field.required", "snils.check_digits"
  std::string detail;  // value for the text's {placeholder}, may be empty; never personal data
  bool operator==(const FieldError&) const = default;
};

// A foreseen "no". `code` is stable ("applications.already_closed") and has one text per language in the text
// catalogue of its room; `detail` fills the {placeholder} of that text.
struct Refusal {
  RefusalKind kind = RefusalKind::kInvalid;
  std::string code;
  std::string detail;
  std::vector<FieldError> fields;
  bool operator==(const Refusal&) const = default;

  static Refusal Invalid(std::string code, std::vector<FieldError> fields = {}) {
    return {RefusalKind::kInvalid, std::move(code), {}, std::move(fields)};
  }
  static Refusal NotFound(std::string code) { return {RefusalKind::kNotFound, std::move(code), {}, {}}; }
  static Refusal Forbidden(std::string code) { return {RefusalKind::kForbidden, std::move(code), {}, {}}; }
  static Refusal Conflict(std::string code, std::string detail = {}) {
    return {RefusalKind::kConflict, std::move(code), std::move(detail), {}};
  }
};

// Either a value or a Refusal. Faults (lost database, bug) are exceptions, never a Result.
template <typename T>
class [[nodiscard]] Result {
 public:
  using Value = T;
  Result(T value) : state_(std::move(value)) {}              // NOLINT: implicit on purpose
  Result(Refusal refusal) : state_(std::move(refusal)) {}    // NOLINT: implicit on purpose

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  // Precondition: ok(). A broken precondition is a bug and throws.
  T& value() & { return Checked(); }
  const T& value() const& { return const_cast<Result*>(this)->Checked(); }
  T&& value() && { return std::move(Checked()); }
  T& operator*() & { return Checked(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(Checked()); }
  T* operator->() { return &Checked(); }
  const T* operator->() const { return &value(); }
  const Refusal& refusal() const {
    if (ok()) throw std::logic_error("Result: no refusal");
    return std::get<1>(state_);
  }

 private:
  T& Checked() {
    if (!ok()) throw std::logic_error("Result: refused with " + std::get<1>(state_).code);
    return std::get<0>(state_);
  }
  std::variant<T, Refusal> state_;
};

struct Nothing {
  bool operator==(const Nothing&) const = default;
};
using Outcome = Result<Nothing>;
inline Outcome Done() { return Nothing{}; }

}  // namespace okno
