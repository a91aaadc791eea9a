// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "neighbours/neighbour.h"

// What the seven services of «Корпорация МСП» share. Their schemas are ours (the official ones are
// not published), so are the answers.
namespace okno::testbed::neighbours {

class SmeAnswer {
 public:
  // Begins the response root with an empty place for the head; items are added to root().
  SmeAnswer(const Question& question, std::string_view response_root);
  xml::Element root() const { return document_.root(); }
  // A line of the paper that goes with the answer.
  void Line(std::string label, std::string value);
  // Rows go into a table for Excel beside the paper.
  void Columns(std::vector<printing::SheetColumn> columns);
  void Row(std::vector<printing::SheetCell> cells);
  // Fills the head and makes the paper, and the table when there are rows.
  Answer Finish(Desk& desk, const std::string& title, const std::string& summary);

 private:
  static void AddFile(xml::Element files, const File& file, const std::string& name,
                      const std::string& title);
  const Question& question_;
  xml::Document document_;
  xml::Element head_;
  std::vector<std::pair<std::string, std::string>> lines_;
  printing::Sheet sheet_;
};

std::string Rubles(long long rubles);  // "1500000.00"
// Text of the child with that name, added to `parent` in its namespace.
void Put(xml::Element parent, const char* name, const std::string& text);

// Each in its file.
Answer SelectProperty(Desk& desk, const Question& question);
Answer FindProcurements(Desk& desk, const Question& question);
Answer OfferFinance(Desk& desk, const Question& question);
Answer Train(Desk& desk, const Question& question);
Answer ListProcurementPlans(Desk& desk, const Question& question);
Answer ListSupportMeasures(Desk& desk, const Question& question);
Answer RegisterAtNavigator(Desk& desk, const Question& question);

}  // namespace okno::testbed::neighbours
