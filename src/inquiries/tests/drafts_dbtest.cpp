// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "bureau.h"

namespace okno::inquiries {
namespace {

using testing::Bureau;
using ::testing::ElementsAre;
using testing::RefusalOf;

class DraftsTest : public ::testing::Test {
 protected:
  Bureau bureau;
  const Services& services = bureau.services;
  access::Principal Operator() { return bureau.As("operator"); }
};

TEST_F(DraftsTest, AreFilledFromTheCardAndHaveNoNumber) {
  const auto view = bureau.Begin();
  EXPECT_EQ(view.inquiry.form,
            (Json{{"LastName", "Петрова"}, {"BirthDate", "1980-03-12"}, {"Sex", "female"}}));
  EXPECT_EQ(view.inquiry.number, "");
  EXPECT_EQ(view.inquiry.state, State::kFormed);
  EXPECT_EQ(view.inquiry.subject_name, "Петрова М.");
  EXPECT_EQ(view.inquiry.addressee, "Социальный фонд России");
  ASSERT_EQ(view.history.size(), 1u);
  EXPECT_EQ(view.history[0].actor, Operator().display_name);
}

// From the card of who came to the desk one may ask about somebody else: lists and cases say whom.
TEST_F(DraftsTest, NameWhoIsAskedAboutNotWhoCame) {
  const auto view = bureau.Begin();
  const auto save = [&](const Inquiry& inquiry, const std::string& family) {
    Json form = inquiry.form;
    form["LastName"] = family;
    return Save(services, Operator(), inquiry.id, inquiry.version, {.form = form}).value().inquiry;
  };
  const auto other = save(view.inquiry, "Попова");
  EXPECT_EQ(other.subject_name, "Попова");
  EXPECT_EQ(save(other, "ПЕТРОВА").subject_name, "Петрова М.");
}

TEST_F(DraftsTest, ForACaseTakeItsApplicantAndItsNumber) {
  bureau.case_applicant = bureau.AddApplicant().id;
  const auto view = Create(services, Operator(),
                           {.type = "property",
                            .applicant_id = {},
                            .about = bureau.known_case,
                            .item = "property_check"},
                           Bureau::Key());
  ASSERT_TRUE(view);
  EXPECT_EQ(view->inquiry.applicant_id, bureau.case_applicant);
  EXPECT_EQ(view->inquiry.case_number, "0101-26-000007");
  EXPECT_EQ(view->inquiry.case_item, "property_check");
  EXPECT_EQ(view->inquiry.form, (Json{{"LastName", "Петрова"}, {"Case", "0101-26-000007"}}));
  EXPECT_EQ(view->errors, (std::vector<FieldError>{{"/Cadastral", "field.required", {}}}));
}

// What a document of the case is not, or the applicant has to bring, no inquiry is made for: its
// answer would stand for it.
TEST_F(DraftsTest, AreForADocumentThatTheCaseLacksAndTheTypeBrings) {
  bureau.case_applicant = bureau.AddApplicant().id;
  const auto begin = [&](const std::string& type, const std::string& item, bool for_case = true) {
    return Create(services, Operator(),
                  {.type = type,
                   .applicant_id = {},
                   .about = for_case ? std::optional(bureau.known_case) : std::nullopt,
                   .item = item},
                  Bureau::Key());
  };
  const struct {
    const char *type, *item;
    bool for_case;
  } refused[] = {
      {"property", "identity", true},          {"property", "нет такого", true},
      {"property", "signed_receipt", true},    {"property", "income", true},  // another type's
      {"property", "land_register", true},                                    // of another service
      {"person-data", "property_check", true}, {"property", "property_check", false}};
  for (const auto& [type, item, for_case] : refused) {
    const auto begun = begin(type, item, for_case);
    ASSERT_FALSE(begun) << type << " " << item;
    EXPECT_EQ(begun.refusal().fields,
              (std::vector<FieldError>{{"/item", "inquiries.item_unknown", {}}}));
  }
  EXPECT_EQ(begin("property", "").value().inquiry.case_item, "property_check") << "the only one";
  EXPECT_EQ(begin("person-data", "").value().inquiry.case_item, "") << "brings none";
}

TEST_F(DraftsTest, BegunAboutNobodyGetTheirApplicantLaterAndMayChangeIt) {
  const auto begun =
      Create(services, Operator(), {.type = "person-data"}, Bureau::Key()).value().inquiry;
  EXPECT_EQ(begun.form, Json::object());
  const auto first = bureau.AddApplicant();
  auto second = bureau.AddApplicant();
  second.last_name = "Сидорова";
  ASSERT_TRUE(applicants::Update({bureau.db, bureau.clock}, Operator(), second.id, 1, second));
  const auto bind = [&](const Inquiry& inquiry, const applicants::ApplicantId& id) {
    return Bind(services, Operator(), inquiry.id, inquiry.version, id);
  };
  const auto bound = bind(begun, first.id).value().inquiry;
  EXPECT_EQ(bound.applicant_id, first.id);
  EXPECT_EQ(bound.form,
            (Json{{"LastName", "Петрова"}, {"BirthDate", "1980-03-12"}, {"Sex", "female"}}));
  auto typed = bound.form;
  typed["BirthDate"] = "1981-01-01";
  const auto saved =
      Save(services, Operator(), bound.id, bound.version, {.form = typed}).value().inquiry;
  const auto changed = bind(saved, second.id).value();
  EXPECT_EQ(changed.inquiry.subject_name, "Сидорова") << "the birth date typed is not hers";
  EXPECT_EQ(changed.inquiry.form,
            (Json{{"LastName", "Сидорова"}, {"BirthDate", "1981-01-01"}, {"Sex", "female"}}));
  EXPECT_EQ(changed.history.back().code, "inquiries.history.bound");

  const auto sent = bureau.Sent();
  EXPECT_EQ(RefusalOf(bind(sent.inquiry, second.id)), "inquiries.has_applicant");
}

TEST_F(DraftsTest, AreRefusedForWhatIsNotThere) {
  const auto stranger = bureau.As("stranger");
  const auto foreign =
      applicants::Create({bureau.db, bureau.clock}, stranger, bureau.AddApplicant(), Bureau::Key());
  ASSERT_TRUE(foreign);
  const struct {
    NewInquiry input;
    const char* code;
  } cases[] = {{{.type = "nothing"}, "input.invalid"},
               {{.type = "carrier"}, "input.invalid"},
               {{.type = "person-data", .applicant_id = applicants::ApplicantId::New()},
                "applicants.not_found"},
               {{.type = "person-data", .applicant_id = foreign->id}, "applicants.not_found"},
               {{.type = "person-data",
                 .applicant_id = {},
                 .about = CaseReference{"application", Uuid::NewV7()}},
                "inquiries.case_not_found"}};
  for (const auto& [input, code] : cases) {
    EXPECT_EQ(RefusalOf(Create(services, Operator(), input, Bureau::Key())), code) << input.type;
  }
}

TEST_F(DraftsTest, AKeySentAgainBeginsNothingNew) {
  const auto id = bureau.AddApplicant().id;
  const auto key = Bureau::Key();
  const auto first = Create(services, Operator(), {.type = "taxpayer", .applicant_id = id}, key);
  const auto again = Create(services, Operator(), {.type = "taxpayer", .applicant_id = id}, key);
  ASSERT_TRUE(first && again);
  EXPECT_EQ(first->inquiry.id, again->inquiry.id);
  EXPECT_EQ(RefusalOf(Create(services, Operator(), {.type = "property", .applicant_id = id}, key)),
            "request.idempotency_mismatch");
}

TEST_F(DraftsTest, GetTheirNumberWhenTheyAreSaved) {
  const auto first = bureau.Filled();
  EXPECT_EQ(first.inquiry.number, "P/26/1");
  EXPECT_EQ(bureau.Filled().inquiry.number, "P/26/2");
  auto form = first.inquiry.form;
  form.erase("Sex");
  const auto saved =
      Save(services, Operator(), first.inquiry.id, first.inquiry.version, {.form = form});
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->inquiry.number, "P/26/1");
  EXPECT_EQ(saved->inquiry.form, form);
  EXPECT_EQ(saved->errors, (std::vector<FieldError>{{"/Sex", "field.required", {}}}));
  bureau.clock.Set(*ParseInstant("2026-12-31T21:30:00Z"));  // a new year in Moscow
  EXPECT_EQ(bureau.Filled().inquiry.number, "P/27/1");
}

TEST_F(DraftsTest, NumbersAreDistinctAndWithoutGapsWhenManySaveAtOnce) {
  constexpr int kPeople = 4, kEach = 10;
  std::vector<View> begun;
  for (int i = 0; i < kPeople * kEach; ++i) begun.push_back(bureau.Begin());
  std::vector<std::thread> people;
  for (int person = 0; person < kPeople; ++person) {
    people.emplace_back([&, person] {
      const auto principal = access::GetPrincipal(bureau.db, "operator");
      for (int i = 0; i < kEach; ++i) {
        const auto& inquiry = begun[static_cast<std::size_t>(person * kEach + i)].inquiry;
        EXPECT_TRUE(Save(services, principal, inquiry.id, inquiry.version, {.form = inquiry.form}));
      }
    });
  }
  for (auto& person : people) person.join();
  std::set<std::string> numbers, expected;
  for (int i = 0; i < kPeople * kEach; ++i) {
    numbers.insert(bureau.Reload(begun[static_cast<std::size_t>(i)].inquiry.id).inquiry.number);
    expected.insert("P/26/" + std::to_string(i + 1));
  }
  EXPECT_EQ(numbers, expected);
}

TEST_F(DraftsTest, TypingLeavesOneRowOfTheHistoryForAWhile) {
  auto view = bureau.Filled();
  const auto save = [&](const char* login) {
    view = Save(services, bureau.As(login), view.inquiry.id, view.inquiry.version,
                {.form = view.inquiry.form})
               .value();
  };
  const auto edits = [&] {
    return std::ranges::count(view.history, std::string("edited"), &HistoryEntry::kind);
  };
  save("operator");
  EXPECT_EQ(edits(), 1);
  save("processor");
  EXPECT_EQ(edits(), 2);
  bureau.clock.Advance(std::chrono::minutes(16));
  save("processor");
  EXPECT_EQ(edits(), 3);
}

TEST_F(DraftsTest, TwoPeopleDoNotOverwriteEachOther) {
  const auto view = bureau.Filled();
  EXPECT_EQ(RefusalOf(Save(services, Operator(), view.inquiry.id, view.inquiry.version - 1,
                           {.form = view.inquiry.form})),
            "request.stale");
}

TEST_F(DraftsTest, AreDeletedUntilTheyHaveANumberAndGivenUpAfterwards) {
  const auto begun = bureau.Begin().inquiry;
  EXPECT_TRUE(Delete(services, Operator(), begun.id, begun.version));
  EXPECT_EQ(RefusalOf(Get(services, Operator(), begun.id)), "inquiries.not_found");

  const auto saved = bureau.Filled().inquiry;
  EXPECT_EQ(RefusalOf(Delete(services, Operator(), saved.id, saved.version)),
            "inquiries.has_number");
  const auto cancelled =
      Cancel(services, Operator(), saved.id, saved.version, "Гражданин принёс справку сам");
  ASSERT_TRUE(cancelled);
  EXPECT_EQ(cancelled->inquiry.state, State::kCancelled);
  EXPECT_EQ(cancelled->history.back().reason, "Гражданин принёс справку сам");
  EXPECT_EQ(RefusalOf(Save(services, Operator(), saved.id, cancelled->inquiry.version, {})),
            "inquiries.not_editable");
}

TEST_F(DraftsTest, ARepeatedOneIsNewWithTheSameContent) {
  const auto sent = bureau.Sent();
  const auto repeated = Repeat(services, Operator(), sent.inquiry.id, Bureau::Key());
  ASSERT_TRUE(repeated);
  EXPECT_NE(repeated->inquiry.id, sent.inquiry.id);
  EXPECT_EQ(repeated->inquiry.form, sent.inquiry.form);
  EXPECT_EQ(repeated->inquiry.applicant_id, sent.inquiry.applicant_id);
  EXPECT_EQ(repeated->inquiry.state, State::kFormed);
  EXPECT_EQ(repeated->inquiry.number, "");
  EXPECT_EQ(repeated->history.front().detail, sent.inquiry.number);
}

TEST_F(DraftsTest, AreNotThereForOthers) {
  const auto id = bureau.Filled().inquiry.id;
  EXPECT_TRUE(Get(services, bureau.As("processor"), id));
  EXPECT_TRUE(Get(services, bureau.As("auditor"), id));
  for (const auto* login : {"operator.second", "stranger", "officer"}) {
    EXPECT_EQ(RefusalOf(Get(services, bureau.As(login), id)), "inquiries.not_found") << login;
  }
}

class RegisterTest : public DraftsTest {
 protected:
  std::vector<std::string> Numbers(const std::string& login,
                                   std::map<std::string, std::string, std::less<>> given = {}) {
    const auto value = [&](std::string_view key) {
      const auto found = given.find(key);
      return found == given.end() ? std::string() : found->second;
    };
    const auto page = List(services, bureau.As(login), value, 50);
    std::vector<std::string> numbers;
    for (const auto& inquiry : page.value().inquiries) numbers.push_back(inquiry.number);
    return numbers;
  }
};

TEST_F(RegisterTest, ShowsTheNewestFirstToTheBranchAndDraftsToTheirMaker) {
  bureau.Filled();
  bureau.Filled();
  bureau.Begin();
  EXPECT_THAT(Numbers("operator"), ElementsAre("", "P/26/2", "P/26/1"));
  EXPECT_THAT(Numbers("processor"), ElementsAre("P/26/2", "P/26/1"));
  EXPECT_THAT(Numbers("auditor"), ElementsAre("P/26/2", "P/26/1"));
  EXPECT_THAT(Numbers("operator.second"), ElementsAre());
  EXPECT_THAT(Numbers("stranger"), ElementsAre());
}

TEST_F(RegisterTest, IsNarrowedByEachFilter) {
  const auto first = bureau.Filled();
  bureau.clock.Advance(std::chrono::hours(24));
  const auto second = bureau.Sent();
  const struct {
    std::map<std::string, std::string, std::less<>> given;
    std::vector<std::string> expected;
  } cases[] = {
      {{{"state", "ready"}}, {"P/26/2"}},
      {{{"state", "formed,ready"}}, {"P/26/2", "P/26/1"}},
      {{{"type", "person-data"}}, {"P/26/2", "P/26/1"}},
      {{{"type", "taxpayer"}}, {}},
      {{{"addressee", "Социальный фонд России"}}, {"P/26/2", "P/26/1"}},
      {{{"addressee", "ФНС"}}, {}},
      {{{"q", "P/26/1"}}, {"P/26/1"}},
      {{{"q", "2"}}, {"P/26/2"}},
      {{{"q", "петрова"}}, {"P/26/2", "P/26/1"}},
      {{{"q", "сидоров"}}, {}},
      {{{"applicant", first.inquiry.applicant_id->ToString()}}, {"P/26/1"}},
      {{{"executor", "me"}}, {"P/26/2", "P/26/1"}},
      {{{"from", "2026-11-24"}}, {"P/26/2"}},
      {{{"to", "2026-11-23"}}, {"P/26/1"}},
      {{{"moment", "sent"}, {"from", "2026-11-01"}}, {}},
      {{{"application", bureau.known_case.id.ToString()}}, {}},
  };
  for (const auto& [given, expected] : cases) {
    EXPECT_EQ(Numbers("operator", given), expected)
        << given.begin()->first << "=" << given.begin()->second;
  }
}

TEST_F(RegisterTest, IsReadPageByPage) {
  for (int i = 0; i < 5; ++i) bureau.Filled();
  std::vector<std::string> seen;
  std::string cursor;
  do {
    const auto page = List(
        services, Operator(),
        [&](std::string_view key) { return key == "cursor" ? cursor : std::string(); }, 2);
    for (const auto& inquiry : page.value().inquiries) seen.push_back(inquiry.number);
    cursor = page.value().next_cursor;
  } while (!cursor.empty());
  EXPECT_THAT(seen, ElementsAre("P/26/5", "P/26/4", "P/26/3", "P/26/2", "P/26/1"));
}

}  // namespace
}  // namespace okno::inquiries
