// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <functional>

#include "caller.h"
#include "demo/random.h"
#include "stopwatch.h"
#include "suites.h"
#include "text/strings.h"

namespace okno::bench {
namespace {

using applicants::Applicant;

struct Kind {
  const char* name;
  std::function<std::string(const Applicant&)> typed;
};

// The first `count` letters; the names are Russian, two bytes a letter.
std::string Part(const std::string& word, std::size_t count) { return word.substr(0, 2 * count); }

const std::vector<Kind>& Kinds() {
  static const std::vector<Kind> kinds = {
      {"surname", [](const auto& card) { return card.last_name; }},
      {"parts of surname and name",
       [](const auto& card) { return Part(card.last_name, 4) + " " + Part(card.first_name, 3); }},
      {"surname, name, patronymic",
       [](const auto& card) {
         return card.last_name + " " + card.first_name + " " + card.middle_name;
       }},
      {"SNILS", [](const auto& card) { return card.snils; }},
      {"passport",
       [](const auto& card) {
         return card.identity_document->series + " " + card.identity_document->number;
       }},
      {"last digits of the phone",
       [](const auto& card) { return card.phone.substr(card.phone.size() - 7); }},
      {"surname and birth date",
       [](const auto& card) { return card.last_name + " " + FormatDateRu(*card.birth_date); }},
      {"nobody's surname", [](const auto& card) { return "Я" + card.last_name + "енко"; }}};
  return kinds;
}

std::string Encoded(const std::string& text) {
  std::string encoded;
  for (const unsigned char byte : text) encoded += fmt::format("%{:02X}", byte);
  return encoded;
}

}  // namespace

void MeasureSearch(World& world, const Sizes& sizes, Table& table) {
  const int port = world.server().port();
  const auto session = SignIn(port, "ivanova");
  Caller caller(port);
  app::demo::Random random(2026, "search");
  for (const auto& kind : Kinds()) {
    std::vector<double> latencies;
    for (int i = 0; i < sizes.searches; ++i) {
      const auto path = "/api/v1/applicants?q=" + Encoded(kind.typed(*random.Of(world.cards())));
      const double since = WallNow();
      const auto answer = caller.Send("GET", path, session);
      latencies.push_back((WallNow() - since) * 1000);
      if (answer.status != 200) throw std::runtime_error("bench: search refused: " + answer.body);
    }
    table.Add(
        {.what = fmt::format("search among {} applicants: {}", world.cards().size(), kind.name),
         .figure = fmt::format("p50 {:.1f} ms, p99 {:.1f} ms", Percentile(latencies, 0.5),
                               Percentile(latencies, 0.99)),
         .promise = "under 100 ms"});
  }
}

}  // namespace okno::bench
