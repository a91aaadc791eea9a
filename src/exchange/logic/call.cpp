// SPDX-License-Identifier: Apache-2.0
#include "logic/call.h"

#include "http/client.h"

namespace okno::exchange {

CallResult CallBus(const Runtime& runtime, std::string_view operation,
                   const smev3::Package& package) {
  auto wire = smev3::WritePackage(package);
  http::ClientRequest request;
  request.method = "POST";
  request.url = runtime.row.connection.url;
  request.headers = {{"Content-Type", wire.content_type},
                     {"SOAPAction", "\"urn:" + std::string(operation) + "\""}};
  request.body = std::move(wire.body);
  request.timeout = runtime.answer_timeout;
  auto reply = http::Send(request);
  using Kind = http::ClientAnswer::Kind;
  if (reply.kind == Kind::kRefused) return {{}, "exchange.bus_unreachable", reply.error, false};
  // It is the bus that answers; what it hands out is more than we take in.
  if (reply.kind == Kind::kTooLarge)
    return {{}, "exchange.answer_too_large", reply.error, true, 200, {}};
  if (reply.kind != Kind::kAnswered) return {{}, "exchange.no_answer", reply.error, true};
  auto answer = smev3::ReadAnswer(reply.headers["content-type"], reply.body);
  if (answer) return {std::move(*answer), {}, {}, false};
  // What is not SOAP was not written by the bus but by something in front of it.
  return {{},
          "exchange.answer_malformed",
          "HTTP " + std::to_string(reply.status) + ", " + answer.refusal().code,
          true,
          reply.status,
          std::move(reply.body)};
}

}  // namespace okno::exchange
