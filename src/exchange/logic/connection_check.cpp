// SPDX-License-Identifier: Apache-2.0
#include "logic/connection_check.h"

#include <filesystem>

#include "exchange/smev3/builder.h"
#include "exchange/smev3/verification.h"
#include "logic/call.h"
#include "logic/context.h"
#include "logic/ftp_storage.h"

namespace okno::exchange {

namespace {

Check Good() { return {true, "exchange.check_good", {}}; }

}  // namespace

Check CheckBus(const Runtime& runtime) {
  auto envelope = smev3::BuildGetStatus(*runtime.dialect, WireNow(), *runtime.signer);
  if (!envelope) return {false, envelope.refusal().code, envelope.refusal().detail};
  auto result = CallBus(runtime, "GetStatus", {std::move(*envelope), {}});
  if (!result.answer) return {false, result.error_code, result.error};
  if (const auto& fault = result.answer->fault) {
    // A participant without a status queue is known to the bus, and its signature was right.
    if (fault->name == "UnknownMessageType") return Good();
    return {false, fault->name.empty() ? "smev.fault" : smev3::FaultCode(fault->name), fault->text};
  }
  // What waits there is handed out again after a while; but its signature tells the bus's key.
  auto signed_by_bus = smev3::FindSigned(*result.answer);
  if (!signed_by_bus) return Good();
  auto verdict = smev3::VerifyBus(signed_by_bus, runtime.bus);
  return verdict.valid() ? Good() : Check{false, verdict.code, {}};
}

QueueAnswer AskQueues(const Runtime& runtime) {
  constexpr std::string_view kOperation = "GetIncomingQueueStatistics";
  if (!runtime.dialect->HasOperation(kOperation))
    return {{false, "exchange.queues_unknown", {}}, {}};
  auto envelope =
      smev3::BuildGetIncomingQueueStatistics(*runtime.dialect, "", WireNow(), *runtime.signer);
  if (!envelope) return {{false, envelope.refusal().code, {}}, {}};
  auto result = CallBus(runtime, kOperation, {std::move(*envelope), {}});
  if (!result.answer) return {{false, result.error_code, {}}, {}};
  if (const auto& fault = result.answer->fault)
    return {{false, fault->name.empty() ? "smev.fault" : smev3::FaultCode(fault->name), {}}, {}};
  auto queues = smev3::ReadQueueStatistics(*result.answer);
  if (!queues) return {{false, queues.refusal().code, {}}, {}};
  return {Good(), std::move(*queues)};
}

Check CheckFiles(const Runtime& runtime) {
  auto name = Uuid::NewV1().ToString();
  auto path = (std::filesystem::temp_directory_path() / ("okno-check-" + name)).string();
  // A file that can not be there: to be told so one must have been let in.
  auto transfer = ftp::Get(UploadServer(runtime), {.path = name, .local_path = path, .limit = 1});
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  if (transfer.kind == ftp::Transfer::Kind::kNotFound) return Good();
  return {false, CodeOf(transfer), transfer.error};
}

}  // namespace okno::exchange
