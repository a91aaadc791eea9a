// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "neighbours/msp/desk.h"
#include "neighbours/population/dice.h"

namespace okno::testbed::neighbours {

namespace {

struct Course {
  std::string code, title, topic, format;
  int starts_in, days, seats;  // days from today
};
const std::vector<Course> kCourses{
    {"T-0001", "Азбука предпринимателя", "start", "in_person", 12, 5, 14},
    {"T-0002", "Школа предпринимательства", "start", "online", 20, 10, 120},
    {"T-0003", "Налоги малого бизнеса", "finance", "online", 7, 1, 300},
    {"T-0004", "Финансовая поддержка", "finance", "in_person", 15, 1, 0},
    {"T-0005", "Продажи на площадках", "marketing", "online", 9, 2, 80},
    {"T-0006", "Участие в государственных закупках", "procurement", "in_person", 18, 2, 25},
    {"T-0007", "Экспортный старт", "export", "online", 30, 3, 60}};

std::vector<printing::SheetColumn> CourseColumns() {
  return {{"Код"}, {"Тренинг", 40}, {"Начало"}, {"Конец"}, {"Свободно мест"}};
}

void AddCourse(SmeAnswer& answer, const Course& course, const std::string& place, Date today) {
  const Date start = std::chrono::sys_days(today) + std::chrono::days(course.starts_in);
  const Date end = std::chrono::sys_days(start) + std::chrono::days(course.days - 1);
  auto row = answer.root().Add(answer.root().namespace_uri(), "tns", "Course");
  Put(row, "Code", course.code);
  Put(row, "Title", course.title);
  Put(row, "Topic", course.topic);
  Put(row, "Format", course.format);
  Put(row, "Start", FormatDate(start));
  Put(row, "End", FormatDate(end));
  Put(row, "Place", course.format == "online" ? "Вебинар" : place + ", центр «Мой бизнес»");
  Put(row, "FreeSeats", std::to_string(course.seats));
  answer.Row({course.code, course.title, start, end, static_cast<long long>(course.seats)});
  answer.Line(course.code + " " + course.title,
              fmt::format("{} — {}, свободно мест: {}", FormatDateRu(start), FormatDateRu(end),
                          course.seats));
}

Answer Inform(Desk& desk, const Question& question, const xml::Element& asked) {
  SmeAnswer answer(question, "TrainingResponse");
  answer.Columns(CourseColumns());
  const auto topic = asked.child_text("Topic");
  const auto location = asked.child("Location");
  const auto place = location ? location.child_text("Name") : "г. Приреченск";
  for (const auto& course : kCourses) {
    if (topic.empty() || course.topic == topic)
      AddCourse(answer, course, place, LocalDate(question.now, kMoscow));
  }
  return answer.Finish(desk, "Тренинги для предпринимателей", "Ближайшие тренинги");
}

Answer Enrol(Desk& desk, const Question& question, const xml::Element& asked) {
  const auto code = asked.child_text("CourseCode");
  const auto course = std::find_if(kCourses.begin(), kCourses.end(),
                                   [&](const Course& known) { return known.code == code; });
  if (course == kCourses.end()) return {{}, NoData("Тренинга с кодом " + code + " нет")};
  SmeAnswer answer(question, "TrainingResponse");
  answer.Columns(CourseColumns());
  AddCourse(answer, *course, "г. Приреченск", LocalDate(question.now, kMoscow));
  int seats = course->seats;
  for (const auto& participant : asked.children()) {
    if (participant.name() != "Participant") continue;
    const bool enrolled = seats-- > 0;
    auto row = answer.root().Add(answer.root().namespace_uri(), "tns", "Enrolled");
    Put(row, "CourseCode", code);
    Put(row, "FullName", participant.child_text("FullName"));
    Put(row, "Status", enrolled ? "enrolled" : "waiting");
    answer.Line(participant.child_text("FullName"), enrolled ? "Записан" : "В листе ожидания");
  }
  return answer.Finish(desk, "Запись на тренинг", "Тренинг «" + course->title + "»");
}

}  // namespace

Answer Train(Desk& desk, const Question& question) {
  if (const auto enrolment = question.content.child("Enrolment"))
    return Enrol(desk, question, enrolment);
  return Inform(desk, question, question.content.child("Information"));
}

}  // namespace okno::testbed::neighbours
