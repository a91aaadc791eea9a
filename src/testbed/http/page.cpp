// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "http/control.h"

namespace okno::testbed {

namespace {

constexpr char kHead[] = R"html(<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><meta http-equiv="refresh" content="3">
<meta name="viewport" content="width=device-width"><title>Испытательный стенд СМЭВ</title>
<style>
body{font:15px/1.45 "PT Sans",system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1c2430}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #dde3ea;vertical-align:top}
th{font-weight:600;background:#f3f6f9}td.n{text-align:right;font-variant-numeric:tabular-nums}
code{font-size:.85em}.bad{color:#b00020}.quiet{color:#5b6776}
</style></head><body><main>
<h1>Испытательный стенд СМЭВ</h1>
<p class="quiet">Шина этого стенда: подписи настоящие, участники учебные. Страница обновляется сама.</p>
)html";

std::string Escape(const std::string& text) {
  std::string escaped;
  for (char letter : text) {
    if (letter == '&')
      escaped += "&amp;";
    else if (letter == '<')
      escaped += "&lt;";
    else if (letter == '>')
      escaped += "&gt;";
    else if (letter == '"')
      escaped += "&quot;";
    else
      escaped += letter;
  }
  return escaped;
}

std::string Text(const Json& row, const char* key) {
  return Escape(row.at(key).get<std::string>());
}
std::string Number(const Json& row, const char* key) {
  return std::to_string(row.at(key).get<long long>());
}

std::string LocalTime(const Json& row) {
  return FormatLocal(ParseInstant(row.at("created_at").get<std::string>()).value(),
                     "Europe/Moscow");
}

std::string Word(const Json& row, const char* key) {
  static const std::map<std::string, std::string> kWords{
      {"requests", "запрос"},    {"responses", "ответ"},   {"statuses", "статус"},
      {"queued", "проверяется"}, {"ready", "в очереди"},   {"delivered", "получено"},
      {"rejected", "отклонено"}, {"dropped", "не принято"}};
  return kWords.at(row.at(key).get<std::string>());
}

// A table's end, or a word that there is nothing yet.
std::string EndTable(const Json& rows) {
  return std::string("</tbody></table>") + (rows.empty() ? "<p class=quiet>Пока пусто</p>" : "");
}

std::string ParticipantsTable(const Json& state) {
  std::string html =
      "<h2>Участники и их "
      "очереди</h2><table><thead><tr><th>Мнемоника<th>Название<th>Запросы<th>Ответы"
      "<th>Статусы</tr></thead><tbody>";
  for (const auto& row : state.at("participants")) {
    html += "<tr><td><code>" + Text(row, "mnemonic") + "</code><td>" + Text(row, "name") +
            "<td class=n>" + Number(row, "requests") + "<td class=n>" + Number(row, "responses") +
            "<td class=n>" + Number(row, "statuses") + "</tr>";
  }
  return html + EndTable(state.at("participants"));
}

std::string TypesTable(const Json& state) {
  std::string html =
      "<h2>Виды сведений</h2><table><thead><tr><th>Название<th>Пространство имён<th>Получатели</tr>"
      "</thead><tbody>";
  for (const auto& row : state.at("message_types")) {
    std::string routes;
    for (const auto& route : row.at("routes")) {
      auto code = Text(route, "code");
      routes += (code.empty() ? "" : code + " → ") + Text(route, "mnemonic") + "<br>";
    }
    html += "<tr><td>" + Text(row, "title") + "<td><code>" + Text(row, "namespace") +
            "</code><td>" + routes + "</tr>";
  }
  return html + EndTable(state.at("message_types"));
}

std::string MessagesTable(const Json& state) {
  std::string html =
      "<h2>Последние сообщения</h2><table><thead><tr><th>Когда<th>Что<th>От<th>Кому<th>Содержание"
      "<th>Состояние</tr></thead><tbody>";
  for (const auto& row : state.at("messages")) {
    auto error = Text(row, "error");
    html += "<tr><td>" + LocalTime(row) + "<td>" + Word(row, "queue") + "<td><code>" +
            Text(row, "sender") + "</code><td><code>" + Text(row, "recipient") + "</code><td>" +
            Text(row, "root") + "<br><code class=quiet>" + Text(row, "id") + "</code><td>" +
            Word(row, "state") + (error.empty() ? "" : "<br><span class=bad>" + error + "</span>") +
            "</tr>";
  }
  return html + EndTable(state.at("messages"));
}

http::Response Page(const ControlServices& services) {
  auto state = StateOf(services);
  auto failure = state.at("failure").get<std::string>();
  std::string html = kHead;
  if (failure != "none")
    html += "<p class=bad>Включена неисправность: <code>" + Escape(failure) + "</code></p>";
  html +=
      ParticipantsTable(state) + TypesTable(state) + MessagesTable(state) + "</main></body></html>";
  auto response = http::Response::Bytes(std::move(html), "text/html; charset=utf-8");
  return response.With("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
}

}  // namespace

std::vector<http::Route> PageRoutes(const ControlServices& services) {
  return {{.method = "GET",
           .pattern = "/",
           .access = http::Access::kAnonymous,
           .handler = [services](const http::Request&) -> Result<http::Response> {
             return Page(services);
           }}};
}

}  // namespace okno::testbed
