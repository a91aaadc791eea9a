// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "catalog/content.h"
#include "catalog/forms.h"
#include "logic/rules/field_checks.h"
#include "logic/rules/schema.h"

// Whether the shipped forms can be filled at all, along each of their branches.
namespace okno::catalog {
namespace {

const Date kToday = std::chrono::year(2026) / 11 / 23;

// Answers every question by the dice of its seed.
class Clerk {
 public:
  explicit Clerk(unsigned seed) : dice_(seed) {}

  Json Fill(const Json& schema) {
    auto form = Json::object();
    FillObject(schema, form, form);
    return form;
  }

 private:
  void FillObject(const Json& schema, Json& object, const Json& scope) {
    for (const auto& name : schema.at("x-order")) {
      const auto& field = PropertyOf(schema, name);
      if (!IsVisible(field, scope)) continue;
      if (Keyword(field, "type") == "object") {
        object[name] = Json::object();
        FillObject(field, object[name], scope);
      } else if (Keyword(field, "type") == "array") {
        object[name] = Rows(field);
      } else {
        object[name] = Value(schema, field, object);
      }
    }
  }

  Json Rows(const Json& field) {
    if (!IsRows(field)) return Json::array({Choice(field.at("items"))});
    auto rows = Json::array();
    const auto count = std::max(field.value("minItems", std::size_t{0}), std::size_t{1});
    for (std::size_t i = 0; i < count; ++i) {
      auto row = Json::object();
      FillObject(field.at("items"), row, row);
      rows.push_back(row);
    }
    return rows;
  }

  Json Choice(const Json& field) {
    const auto& choices = field.at("enum");
    return choices[dice_() % choices.size()];
  }

  Json Value(const Json& schema, const Json& field, const Json& object) {
    if (field.contains("enum")) return Choice(field);
    const auto type = Keyword(field, "type");
    if (type == "boolean") return field.contains("const") || dice_() % 2 == 0;
    if (type == "integer" || type == "number") return field.value("maximum", Json(2));
    for (const auto* text : kTexts) {
      if (!CheckAlone(field, text) && !CheckAmong(field, text, schema, object, kToday)) return text;
    }
    return "nothing fits";
  }

  static constexpr const char* kTexts[] = {"+79123456789",
                                           "2026-11-23",
                                           "2026-11-22",
                                           "2020-05-05",
                                           "2012-05-05",
                                           "1996-05-05",
                                           "1980-05-05",
                                           "11223344595",
                                           "500100732259",
                                           "7707083893",
                                           "1027700132195",
                                           "304500116000157",
                                           "4508",
                                           "123456",
                                           "751234567",
                                           "540001",
                                           "II-МЮ",

                                           "ivanova@example.ru",
                                           "630099",
                                           "044525225",
                                           "40817810700000000001",
                                           "54:35:101530:25",
                                           "1/2",
                                           "62.01",
                                           "Ivanova",
                                           "Иванова",
                                           "RUS"};
  std::mt19937 dice_;
};

TEST(ShippedForms, CanBeFilledAlongEveryBranch) {
  for (const auto& service : ReadServices(OKNO_SOURCE_DIR "/content")) {
    for (unsigned turn = 0; turn < 100; ++turn) {
      const auto form = Clerk(turn).Fill(service.form);
      for (const auto& error : ValidateForm(service.form, form, kToday)) {
        ADD_FAILURE() << service.code << " turn " << turn << ": " << error.pointer << " "
                      << error.code;
      }
      EXPECT_EQ(Prune(service.form, form), form) << service.code;
      EXPECT_FALSE(DescribeForm(service.form, form).empty());
    }
  }
}

TEST(ShippedForms, EveryFieldIsShownAndEveryDocumentNeededOnSomeBranch) {
  for (const auto& service : ReadServices(OKNO_SOURCE_DIR "/content")) {
    std::set<std::string> shown, needed;
    for (unsigned turn = 0; turn < 200; ++turn) {
      const auto form = Clerk(turn).Fill(service.form);
      for (const auto& [name, value] : form.items()) shown.insert(name);
      for (const auto* kind : {"person", "legal_entity"}) {
        const Json card = {{"kind", kind}, {"citizenship", turn % 2 == 0 ? "RUS" : "KAZ"}};
        for (const auto& rule : ChecklistFor(service, form, card)) needed.insert(rule.code);
      }
    }
    for (const auto& name : service.form.at("x-order")) {
      EXPECT_TRUE(shown.contains(name)) << service.code << ": " << name << " is never shown";
    }
    for (const auto& rule : service.checklist) {
      EXPECT_TRUE(needed.contains(rule.code))
          << service.code << ": " << rule.code << " is never needed";
    }
  }
}

}  // namespace
}  // namespace okno::catalog
