// SPDX-License-Identifier: Apache-2.0
#include "demo/life.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <limits>
#include <thread>
#include <utility>

#include "demo/agency_desk.h"
#include "demo/calls.h"
#include "demo/counter.h"
#include "demo/inquirer.h"
#include "demo/mailbox.h"
#include "demo/must.h"
#include "demo/paper_desk.h"
#include "demo/people.h"
#include "demo/processor.h"
#include "demo/region.h"
#include "demo/scans.h"
#include "demo/visitors.h"
#include "testbed/control.h"
#include "wiring/rooms.h"

namespace okno::app::demo {
namespace {

constexpr int kDays = 90;       // of the calendar, at most
constexpr int kLeastADay = 8;   // applications; fewer days rather than emptier ones
constexpr int kLeastDays = 12;  // working ones: a rework must have time to run out
// Working days before the last on which the bus does not know one of the agencies.
struct Days {
  int from, until;
};
constexpr Days kOutage{2, 2};
constexpr std::size_t kSentInVain = 3;  // by each processor on such a day, at most
// Working days before the last on which other agencies are asked for documents: not on all, for
// their answers are waited for.
constexpr Days kAsking{14, 2};
constexpr int kMostWaits = 600;                  // pauses, for those answers
constexpr std::chrono::milliseconds kPause{50};  // of those who have nothing to do for the moment
constexpr int kCouriersGone = 5, kLastExchange = 85, kLastAsking = 95;  // parts of the day
struct Logins {
  const char *clerk, *processor;
};
constexpr Logins kBranches[] = {
    {"ivanova", "kuznetsova"}, {"petrov", "smirnov"}, {"sidorova", "popova"}};
// Of each branch; they go every working day, as papers are to be at the agency on the next one.
constexpr const char* kCouriers[] = {"Громов Н. И.", "Зайцева О. П.", "Лукин А. В."};
// What went from the branches but the first in the last days is not signed for at the present.
constexpr int kUnsigned = 2;
// Of ten visitors five go to the first branch, three to the second.
constexpr std::size_t kBranchOfTen[] = {0, 1, 0, 2, 0, 1, 0, 2, 0, 1};

using People = std::vector<std::shared_ptr<const applicants::Applicant>>;

using Acts = std::vector<std::function<void()>>;

// Runs all at once and waits for all; the first fault is thrown.
void Together(Acts acts) {
  std::vector<std::future<void>> running;
  for (auto& act : acts) running.push_back(std::async(std::launch::async, std::move(act)));
  for (auto& act : running) act.wait();
  for (auto& act : running) act.get();
}

// Calls `f` however the scope ends.
class Ending {
 public:
  explicit Ending(std::function<void()> f) : f_(std::move(f)) {}
  Ending(const Ending&) = delete;
  ~Ending() { f_(); }

 private:
  std::function<void()> f_;
};

// One working day that may be over early: the present ends it.
class Day {
 public:
  Day(Date date, Instant end)
      : opening_(LocalMoment(date, std::chrono::hours(9), kMoscow)),
        closing_(std::min(LocalMoment(date, std::chrono::hours(18), kMoscow), end)) {}
  bool has_begun() const { return opening_ < closing_; }
  // `part` of the day, 0 … 100.
  Instant At(int part) const { return opening_ + (closing_ - opening_) * part / 100; }
  Shift Between(int from, int until) const { return {At(from), At(until)}; }

 private:
  Instant opening_, closing_;
};

class Region {
 public:
  Region(House& house, ManualClock& clock, const DemoOptions& options, const std::string& testbed)
      : house_(house),
        clock_(clock),
        options_(options),
        testbed_(testbed),
        mailbox_(house, testbed),
        scans_(*house.files) {
    for (const auto& [clerk, processor] : kBranches) {
      counters_.push_back(std::make_unique<Counter>(house, scans_, options.seed, clerk, processor));
      processors_.push_back(std::make_unique<Processor>(house, options.seed, processor));
      inquirers_.push_back(std::make_unique<Inquirer>(house, options.seed, clerk));
      paper_desks_.push_back(std::make_unique<PaperDesk>(house, options.seed, processor,
                                                         kCouriers[paper_desks_.size()]));
      clerks_.push_back(counters_.back()->clerk());
    }
    for (const auto* officer : {"sokolova", "fedorova"})
      agencies_.push_back(std::make_unique<AgencyDesk>(house, scans_, options.seed, officer));
  }

  void Live(const Progress& progress) {
    const Instant end = clock_.Now();
    const auto days = WorkingDays(end);
    Visitors visitors(options_.seed, *house_.rooms->content.services, MakeApplicants(days.front()));
    const auto count = static_cast<long long>(days.size());
    for (long long i = 0; i < count; ++i) {
      const auto until = options_.applications * (i + 1) / count;
      const auto since = options_.applications * i / count;
      const int days_left = static_cast<int>(count - i) - 1;
      if (days_left == kOutage.from) RouteToAgencies(house_, testbed_, {"msz"});
      LiveThrough(days[static_cast<std::size_t>(i)], visitors, until - since, days_left);
      if (days_left == kOutage.until) {
        RouteToAgencies(house_, testbed_, {});
        for (const auto& processor : processors_) processor->NoteUndelivered();
      }
      progress(static_cast<int>(until), options_.applications);
    }
    LastEvening(days.back());
    clock_.Set(end);
  }

 private:
  // The last ones before `end`, as many as give the branches something to do.
  std::vector<Day> WorkingDays(Instant end) const {
    const auto today = std::chrono::sys_days(LocalDate(end, kMoscow));
    const int most = std::max(kLeastDays, options_.applications / kLeastADay);
    std::vector<Day> days;
    for (auto date = today; date > today - std::chrono::days(kDays); date -= std::chrono::days(1)) {
      const Day day(Date(date), end);
      if (house_.rooms->content.calendar.IsWorking(Date(date)) && day.has_begun())
        days.push_back(day);
      if (static_cast<int>(days.size()) == most) break;
    }
    std::ranges::reverse(days);
    return days;
  }

  // The neighbour systems of the test bed know them too: what is asked about them fits their cards.
  People MakeApplicants(const Day& first) {
    clock_.Set(first.At(0) - std::chrono::hours(1));
    const Date today = LocalDate(clock_.Now(), kMoscow);
    Random random(options_.seed, "applicants");
    std::vector<Json> cards;
    for (int i = 0; i < options_.applicants; ++i) cards.push_back(MakeApplicant(random, today));
    testbed::control::PutNeighbourPersons(testbed_, cards);
    People people(cards.size());
    Acts clerks;
    for (std::size_t at = 0; at < clerks_.size(); ++at) {
      clerks.push_back([&, at] {
        for (std::size_t i = at; i < cards.size(); i += clerks_.size())
          people[i] = Enter(clerks_[at], cards[i], today);
      });
    }
    Together(std::move(clerks));
    return people;
  }

  // One who is known already, from an earlier run of the demo, is taken as known.
  std::shared_ptr<const applicants::Applicant> Enter(const access::Principal& who, const Json& card,
                                                     Date today) {
    const auto& context = house_.rooms->applicants;
    auto draft = Must(applicants::ParseApplicant(card, today), "applicant");
    auto made = applicants::Create(context, who, draft, "demo-" + Uuid::NewV7().ToString());
    if (made) return std::make_shared<const applicants::Applicant>(std::move(*made));
    const auto known = applicants::ApplicantId::Parse(made.refusal().detail);
    if (!known) Must(std::move(made), "applicant");
    return house_.db.Transact(who.scope(), [&](db::Tx& tx) {
      return std::make_shared<const applicants::Applicant>(applicants::Find(tx, *known).value());
    });
  }

  void LiveThrough(const Day& day, Visitors& visitors, long long count, int days_left) {
    std::vector<std::vector<Visitor>> queues(counters_.size());
    for (long long i = 0; i < count; ++i)
      queues[kBranchOfTen[i % 10]].push_back(visitors.Next(days_left));
    SendCouriers(day.Between(0, kCouriersGone), days_left);
    Acts acts;
    for (std::size_t at = 0; at < counters_.size(); ++at)
      acts.push_back([&, at] { counters_[at]->Receive(queues[at], day.Between(0, 95)); });
    Exchange(day.At(25), std::move(acts), [&] {
      // One after the other, and each in a part of the morning of its own: what is due longest goes
      // first, so that the agencies number what comes in one order.
      const int count = static_cast<int>(processors_.size());
      const bool outage = days_left <= kOutage.from && days_left >= kOutage.until;
      const auto most = outage ? kSentInVain : std::numeric_limits<std::size_t>::max();
      for (int at = 0; at < count; ++at)
        processors_[at]->SendWaiting(day.Between(20 * at / count, 20 * (at + 1) / count), most);
    });
    CallApplicants(house_, options_.seed, day.Between(30, 60));
    acts = {};
    for (const auto& counter : counters_)
      acts.push_back([&] { counter->IssueResults(day.Between(40, 90), clerks_); });
    Exchange(day.At(kLastExchange), std::move(acts), [&] { Officers(day.Between(30, 80)); });
    const bool asking = days_left <= kAsking.from && days_left >= kAsking.until;
    for (std::size_t at = 0; at < counters_.size(); ++at) {
      auto handed_over = counters_[at]->TakeHandedOver();
      if (asking) inquirers_[at]->AskFor(handed_over, day.Between(kLastExchange, kLastAsking));
      processors_[at]->Take(std::move(handed_over));
    }
    if (asking) AwaitAnswers(day.At(kLastAsking));
    TakeCareOfPapers(day.Between(kLastAsking, 100), days_left);
    TellCounters();
  }

  // Before anybody comes: which cases are in a package must not hang on who is faster.
  void SendCouriers(Shift shift, int days_left) {
    Acts acts;
    for (std::size_t at = 0; at < paper_desks_.size(); ++at)
      acts.push_back([&, at] {
        if (at == 0 || days_left >= kUnsigned) paper_desks_[at]->NoteSigned(shift);
        paper_desks_[at]->SendOff(shift);
      });
    Together(std::move(acts));
  }

  // The courier has brought results; in the evening packages are made for the next morning.
  // The present finds some of both begun.
  void TakeCareOfPapers(Shift shift, int days_left) {
    Acts acts;
    for (std::size_t at = 0; at < paper_desks_.size(); ++at)
      acts.push_back([&, at] {
        const auto leave = days_left == 0 && at > 0 ? Leave::kBegun : Leave::kDone;
        for (const auto& [number, id] : paper_desks_[at]->TakeBack(shift, leave))
          counters_[at]->Expect(number, id);
        paper_desks_[at]->Pack(shift, leave);
      });
    Together(std::move(acts));
    while (house_.runner.RunDue() > 0) {
    }
  }

  // The neighbours answer in their own time, a second or some; a case goes on with what they say.
  // One that does not answer is not waited for without end.
  void AwaitAnswers(Instant now) {
    clock_.Set(now);
    const auto waiting = [&] {
      return std::ranges::any_of(inquirers_, [](const auto& one) { return one->IsWaiting(); });
    };
    for (int i = 0; i < kMostWaits && waiting(); ++i) {
      if (house_.runner.RunDue() + mailbox_.Collect() == 0) std::this_thread::sleep_for(kPause);
    }
    while (house_.runner.RunDue() > 0) {
    }
  }

  // Runs `others` and `send`; what is sent meanwhile goes out, and everything it brings about,
  // until the wires are quiet.
  void Exchange(Instant now, Acts others, const std::function<void()>& send) {
    clock_.Set(now);
    std::atomic<bool> sending = true;
    others.push_back([&] {
      const Ending ending([&] { sending = false; });
      send();
    });
    const auto while_sending = [&](std::function<int()> act) {
      return [&sending, act = std::move(act)] {
        while (sending) {
          if (act() == 0) std::this_thread::sleep_for(kPause);
        }
      };
    };
    others.push_back(while_sending([&] { return house_.runner.RunDue(); }));
    others.push_back(while_sending([&] { return mailbox_.Collect(); }));
    Together(std::move(others));
    // What went out last has not been asked for yet.
    do mailbox_.Collect();
    while (house_.runner.RunDue() > 0);
  }

  void Officers(Shift shift) {
    std::vector<std::vector<std::string>> decided(agencies_.size());
    Acts acts;
    for (std::size_t at = 0; at < agencies_.size(); ++at)
      acts.push_back([&, at] { decided[at] = agencies_[at]->Work(shift); });
    Together(std::move(acts));
    for (const auto& numbers : decided)
      decided_.insert(decided_.end(), numbers.begin(), numbers.end());
  }

  // The counters expect the applicants of what was decided.
  void TellCounters() {
    for (const auto& number : std::exchange(decided_, {})) {
      for (std::size_t at = 0; at < processors_.size(); ++at) {
        if (const auto id = processors_[at]->FindSent(number)) counters_[at]->Expect(number, *id);
      }
    }
  }

  // What the present finds under way: handed to the bus and not fetched by the agency yet (the
  // clock has not moved since the last exchange, so nobody polls); signed and not handed over yet.
  // Both go on by themselves once the program serves.
  void LastEvening(const Day& day) {
    const auto few = static_cast<std::size_t>(1 + options_.applications / 500);
    const auto shift = day.Between(80, kLastExchange);
    processors_[0]->SendSome(few, shift);
    house_.runner.RunDue();
    processors_[1]->SendSome(few, shift);
  }

  House& house_;
  ManualClock& clock_;
  const DemoOptions& options_;
  std::string testbed_;
  Mailbox mailbox_;
  Scans scans_;
  std::vector<std::unique_ptr<Counter>> counters_;
  std::vector<std::unique_ptr<Processor>> processors_;
  std::vector<std::unique_ptr<Inquirer>> inquirers_;
  std::vector<std::unique_ptr<PaperDesk>> paper_desks_;
  std::vector<std::unique_ptr<AgencyDesk>> agencies_;
  std::vector<access::Principal> clerks_;
  std::vector<std::string> decided_;  // the center's numbers
};

}  // namespace

void Live(House& house, ManualClock& clock, const DemoOptions& options, const std::string& testbed,
          const Progress& progress) {
  Region(house, clock, options, testbed).Live(progress);
}

}  // namespace okno::app::demo
