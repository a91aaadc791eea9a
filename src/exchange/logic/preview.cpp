// SPDX-License-Identifier: Apache-2.0
#include "exchange/exchange.h"
#include "logic/envelope.h"
#include "logic/outgoing.h"

namespace okno::exchange {

namespace {

constexpr std::string_view kVersionWithoutConnection = "1.2";

Outcome SealFiles(const PreviewResources& resources, const crypto::Signer& signer,
                  storage::MessageRow& row) {
  for (const auto& attachment : row.message.attachments) {
    auto seal = attachment.ftp_id ? MakeSeal(attachment, resources.files, signer) : storage::Seal{};
    if (!seal) return seal.refusal();
    row.seals.push_back(std::move(*seal));
  }
  return Done();
}

Result<Preview> Build(const PreviewResources& resources, storage::MessageRow& row,
                      const smev3::Dialect& dialect, const Runtime* runtime) {
  if (runtime != nullptr) {
    if (auto sealed = SealFiles(resources, *runtime->signer, row); !sealed) return sealed.refusal();
  }
  auto parts = ReadParts(row.message, resources.files);
  if (!parts) return parts.refusal();
  auto envelope = runtime != nullptr ? BuildEnvelope(row, *runtime, *parts)
                                     : BuildUnsignedEnvelope(row, dialect, *parts);
  if (!envelope) return envelope.refusal();
  return Preview{std::move(*envelope), std::string(dialect.version), {}, {}};
}

}  // namespace

Result<Preview> PreviewRequest(db::Tx& tx, const PreviewResources& resources,
                               const access::OrganizationId& organization_id,
                               const Content& content, Instant now) {
  auto found = storage::FindOfOrganization(tx, organization_id);
  auto connection = found ? found->connection : Connection{};
  auto row = NewOutgoing("request", connection, now);
  row.message.smev_id = Uuid::NewV1();
  row.message.node_id = connection.node_id;
  if (auto set = SetContent(content, connection, row); !set) return set.refusal();
  if (auto set = SetRequestNotes(content, now, row); !set) return set.refusal();
  std::string unsigned_because = "exchange.no_connection";
  std::shared_ptr<const Runtime> runtime;
  if (found) {
    auto loaded = LoadRuntime(*found, resources.data_folder);
    if (loaded) runtime = *loaded;
    unsigned_because = loaded ? "" : loaded.refusal().code;
  }
  const auto* dialect = smev3::FindDialect(found ? connection.version : kVersionWithoutConnection);
  if (dialect == nullptr)
    return Refusal::Conflict("exchange.version_unsupported", connection.version);
  auto preview = Build(resources, row, *dialect, runtime.get());
  if (!preview) return preview;
  preview->sender = connection.mnemonic;
  preview->unsigned_because = std::move(unsigned_because);
  return preview;
}

}  // namespace okno::exchange
