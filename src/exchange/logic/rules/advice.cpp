// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "exchange/texts.h"

namespace okno::exchange {
namespace {

// What passes by itself, but has lasted longer than the message could wait.
constexpr std::array<std::string_view, 12> kPassing = {
    "exchange.bus_unreachable",     "exchange.no_answer",       "exchange.answer_malformed",
    "exchange.receipt_untrusted",   "exchange.ftp_unreachable", "exchange.ftp_broken",
    "smev.failure",                 "smev.fault",               "smev.quote_limit_exceeded",
    "smev.destination_overflow",    "smev.end_of_life_reached", "smev.stale_message_id"};
constexpr std::array<std::string_view, 4> kTooLarge = {
    "exchange.attachments_too_large", "exchange.ftp_too_large",
    "smev.attachment_size_limit_exceeded", "exchange.ftp_refused"};

template <typename Codes>
bool Contains(const Codes& codes, std::string_view code) {
  return std::ranges::find(codes, code) != codes.end();
}

}  // namespace

std::string_view AdviceOn(std::string_view error_code, Delivery delivery) {
  if (delivery == Delivery::kWaiting) return "exchange.advice.wait";
  if (error_code == "exchange.given_up") return "exchange.advice.ask";
  if (Contains(kTooLarge, error_code)) return "exchange.advice.smaller_files";
  if (Contains(kPassing, error_code)) return "exchange.advice.send_again";
  return "exchange.advice.administrator";
}

}  // namespace okno::exchange
