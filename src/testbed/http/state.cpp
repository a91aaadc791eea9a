// SPDX-License-Identifier: Apache-2.0
#include "http/control.h"
#include "storage/registry_store.h"
#include "testbed/queries.h"

namespace okno::testbed {

namespace {

Json Participants(db::Tx& tx) {
  Json items = Json::array();
  auto rows = tx.Run(queries::kListParticipants);
  for (const auto& row : rows) {
    items.push_back({{"mnemonic", row["mnemonic"].Text()},
                     {"name", row["name"].Text()},
                     {"requests", row["requests"].As<long long>()},
                     {"responses", row["responses"].As<long long>()},
                     {"statuses", row["statuses"].As<long long>()}});
  }
  return items;
}

Json Types(db::Tx& tx) {
  Json items = Json::array();
  for (const auto& type : storage::ListTypes(tx)) {
    Json routes = Json::array();
    for (const auto& route : type.routes)
      routes.push_back({{"code", route.code}, {"mnemonic", route.mnemonic}});
    items.push_back({{"namespace", type.namespace_uri},
                     {"title", type.title},
                     {"request_root", type.request_root},
                     {"response_root", type.response_root},
                     {"routing_element", type.routing_element},
                     {"checked_by_schema", !type.schema_folder.empty()},
                     {"routes", std::move(routes)}});
  }
  return items;
}

Json Messages(db::Tx& tx) {
  Json items = Json::array();
  auto rows = tx.Run(queries::kListMessages);
  for (const auto& row : rows) {
    items.push_back({{"id", row["id"].Text()},
                     {"queue", row["queue"].Text()},
                     {"sender", row["sender"].Text()},
                     {"recipient", row["recipient"].Text()},
                     {"root", row["root"].Text()},
                     {"state", row["state"].Text()},
                     {"error", row["error"].Text()},
                     {"handed_out", row["handed_out"].As<int>()},
                     {"size", row["size"].As<long long>()},
                     {"created_at", FormatInstant(row["created_at"].As<Instant>())}});
  }
  return items;
}

Json Counts(db::Tx& tx) {
  Json items = Json::array();
  auto rows = tx.Run(queries::kCountMessages);
  for (const auto& row : rows) {
    items.push_back({{"queue", row["queue"].Text()},
                     {"state", row["state"].Text()},
                     {"messages", row["messages"].As<long long>()}});
  }
  return items;
}

}  // namespace

Json StateOf(const ControlServices& services) {
  return services.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return Json{{"failure", services.failures.mode()},
                {"participants", Participants(tx)},
                {"message_types", Types(tx)},
                {"counts", Counts(tx)},
                {"messages", Messages(tx)}};
  });
}

}  // namespace okno::testbed
