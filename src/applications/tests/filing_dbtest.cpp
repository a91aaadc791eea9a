// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>

#include "applications/testing.h"

namespace okno::applications {
namespace {

using testing::Desk;

template <typename F>
void InParallel(int threads, F work) {
  std::vector<std::jthread> running;
  for (int i = 0; i < threads; ++i) running.emplace_back([&work, i] { work(i); });
}

TEST(Filing, ManyWindowsAtOnceGetNumbersWithoutGapsOrDoubles) {
  constexpr int kDrafts = 500;
  constexpr int kThreads = 32;
  Desk desk({}, kThreads);
  const auto clerk = desk.As("operator");
  std::vector<Case> drafts(kDrafts);
  InParallel(kThreads, [&](int thread) {
    for (int i = thread; i < kDrafts; i += kThreads) {
      drafts[static_cast<std::size_t>(i)] = desk.BeginComplete();
    }
  });
  std::vector<std::string> numbers(kDrafts);
  std::atomic<int> next = 0;
  InParallel(kThreads, [&](int) {
    for (int i = next++; i < kDrafts; i = next++) {
      const auto& draft = drafts[static_cast<std::size_t>(i)].application;
      // Every seventh is refused after the others took the counter: a refusal must leave no gap.
      if (i % 7 == 0) {
        EXPECT_FALSE(
            File(desk.services, clerk, draft.id, draft.version + 1, Uuid::NewV7().ToString()));
      }
      const auto filed =
          File(desk.services, clerk, draft.id, draft.version, Uuid::NewV7().ToString());
      ASSERT_TRUE(filed) << filed.refusal().code;
      numbers[static_cast<std::size_t>(i)] = filed->application.number;
    }
  });
  const std::set<std::string> distinct(numbers.begin(), numbers.end());
  EXPECT_EQ(distinct.size(), static_cast<std::size_t>(kDrafts));
  EXPECT_EQ(*distinct.begin(), "0101-26-000001");
  EXPECT_EQ(*distinct.rbegin(), "0101-26-000500");
}

TEST(Filing, TheSameFilingSentFiveTimesIsOneApplication) {
  Desk desk({}, 5);
  const auto draft = desk.BeginComplete().application;
  const auto clerk = desk.As("operator");
  const auto key = Uuid::NewV7().ToString();
  std::vector<std::string> numbers(5);
  InParallel(5, [&](int i) {
    const auto filed = File(desk.services, clerk, draft.id, draft.version, key);
    ASSERT_TRUE(filed) << filed.refusal().code;
    numbers[static_cast<std::size_t>(i)] = filed->application.number;
  });
  EXPECT_EQ(std::set<std::string>(numbers.begin(), numbers.end()),
            std::set<std::string>{"0101-26-000001"});
  EXPECT_EQ(desk.Filed().application.number, "0101-26-000002");
}

TEST(Filing, TheSameDraftBegunTwiceUnderOneKeyIsOne) {
  Desk desk;
  const auto applicant = desk.AddApplicant();
  const auto clerk = desk.As("operator");
  const auto key = Uuid::NewV7().ToString();
  const auto first = CreateDraft(desk.services, clerk, applicant.id, "benefit", key);
  const auto second = CreateDraft(desk.services, clerk, applicant.id, "benefit", key);
  EXPECT_EQ(first->application.id, second->application.id);
  EXPECT_EQ(CreateDraft(desk.services, clerk, applicant.id, "paper", key).refusal().code,
            "request.idempotency_mismatch");
}

// A child's number that no question asks for any more goes with the filing; other answers stay.
TEST(Filing, AnswersAreKeptPruned) {
  Desk desk;
  const auto clerk = desk.As("operator");
  const auto draft = desk.BeginComplete().application;
  DraftInput input{.form = draft.form};
  (*input.form)["child_snils"] = "112-233-445 95";
  const auto typed = SaveDraft(desk.services, clerk, draft.id, draft.version, input)->application;
  EXPECT_TRUE(desk.Reload(draft.id).application.form.contains("child_snils"));
  const auto filed = File(desk.services, clerk, draft.id, typed.version, Uuid::NewV7().ToString());
  ASSERT_TRUE(filed) << filed.refusal().code;
  EXPECT_EQ(filed->application.form, draft.form);
  EXPECT_EQ(desk.Reload(draft.id).application.form, draft.form);

  const auto plain = desk.Filed().application;
  EXPECT_EQ(desk.Reload(plain.id).application.form, plain.form);
}

TEST(Filing, TwoPeopleWithTheSameDraftFileItOnce) {
  Desk desk({}, 2);
  const auto draft = desk.BeginComplete().application;
  const auto clerk = desk.As("operator");
  std::atomic<int> filed = 0;
  InParallel(2, [&](int) {
    if (File(desk.services, clerk, draft.id, draft.version, Uuid::NewV7().ToString())) ++filed;
  });
  EXPECT_EQ(filed, 1);
}

}  // namespace
}  // namespace okno::applications
