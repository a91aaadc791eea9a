// SPDX-License-Identifier: Apache-2.0
#include "http/client.h"

#include <curl/curl.h>

#include <memory>
#include <stdexcept>
#include <string_view>

#include "ascii.h"

namespace okno::http {
namespace {

struct Cleanup {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, Cleanup>;
using FieldList = std::unique_ptr<curl_slist, Cleanup>;

// One handle a thread, because a handle keeps its connections for the next exchange.
CURL* ThreadHandle() {
  [[maybe_unused]] static const CURLcode initialized = curl_global_init(CURL_GLOBAL_DEFAULT);
  thread_local Easy handle(curl_easy_init());
  if (!handle) throw std::runtime_error("libcurl could not be started");
  curl_easy_reset(handle.get());
  return handle.get();
}

struct Receiving {
  ClientAnswer& answer;
  std::size_t limit;
};

std::size_t OnBody(char* bytes, std::size_t, std::size_t size, void* context) {
  auto& receiving = *static_cast<Receiving*>(context);
  if (receiving.answer.body.size() + size > receiving.limit) {
    receiving.answer.kind = ClientAnswer::Kind::kTooLarge;
    return 0;
  }
  receiving.answer.body.append(bytes, size);
  return size;
}

std::string_view TrimLine(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

std::size_t OnField(char* bytes, std::size_t, std::size_t size, void* context) {
  auto& headers = static_cast<Receiving*>(context)->answer.headers;
  std::string_view line(bytes, size);
  if (line.starts_with("HTTP/"))
    headers.clear();  // the head after a "100 Continue" is the one that counts
  auto colon = line.find(':');
  if (colon == std::string_view::npos) return size;
  auto name = LowerAscii(line.substr(0, colon));
  std::string value(TrimLine(line.substr(colon + 1)));
  auto [place, inserted] = headers.emplace(std::move(name), value);
  if (!inserted) place->second += ", " + value;
  return size;
}

FieldList Fields(const ClientRequest& request) {
  FieldList list;
  auto add = [&](const std::string& line) {
    // The head of the list stays the same after the first line.
    auto* grown = curl_slist_append(list.get(), line.c_str());
    if (!list) list.reset(grown);
  };
  // curl adds these two by itself: a wait for "100 Continue" and a form's content type.
  add("Expect:");
  if (!request.headers.contains("Content-Type")) add("Content-Type:");
  for (const auto& [name, value] : request.headers) {
    if ((name + value).find_first_of("\r\n") != std::string::npos)
      throw std::invalid_argument("header " + name + ": control character");
    add(name + (value.empty() ? ";" : ": " + value));
  }
  return list;
}

void SetUp(CURL* curl, const ClientRequest& request, Receiving& receiving, curl_slist* fields) {
  curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout.count()));
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, fields);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, OnBody);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &receiving);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, OnField);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &receiving);
  if (request.method == "HEAD") curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
  if (!request.body.empty() || request.method == "POST" || request.method == "PUT") {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request.body.size()));
  }
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
}

// The code alone does not tell: "unsupported protocol", say, is also what an answer that is no HTTP
// is called.
ClientAnswer::Kind KindOf(CURLcode code, CURL* curl) {
  if (code == CURLE_OPERATION_TIMEDOUT) return ClientAnswer::Kind::kTimeout;
  long sent = 0;
  curl_easy_getinfo(curl, CURLINFO_REQUEST_SIZE, &sent);
  return sent == 0 ? ClientAnswer::Kind::kRefused : ClientAnswer::Kind::kBroken;
}

}  // namespace

ClientAnswer Send(const ClientRequest& request) {
  ClientAnswer answer;
  Receiving receiving{answer, request.answer_limit};
  CURL* curl = ThreadHandle();
  auto fields = Fields(request);
  char error[CURL_ERROR_SIZE] = "";
  SetUp(curl, request, receiving, fields.get());
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
  auto code = curl_easy_perform(curl);
  // The handle outlives this call, its pointers into our stack must not.
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
  if (code == CURLE_OK) {
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
    answer.kind = ClientAnswer::Kind::kAnswered;
    return answer;
  }
  answer.error = *error ? error : curl_easy_strerror(code);
  answer.body.clear();
  if (answer.kind != ClientAnswer::Kind::kTooLarge) answer.kind = KindOf(code, curl);
  return answer;
}

}  // namespace okno::http
