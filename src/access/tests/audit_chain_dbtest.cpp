// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include "access/audit.h"
#include "served.h"

namespace okno::access::testing {
namespace {

// What an administrator of the database can do, and the application's role as the owner of its
// tables too.
const db::Query kLiftLock{"test.lift_lock",
                          "ALTER TABLE access.audit_entries DISABLE TRIGGER USER"};
const db::Query kDelete{
    "test.delete", "DELETE FROM access.audit_entries WHERE organization_id = $1 AND serial = $2"};
const db::Query kChange{"test.change",
                        "UPDATE access.audit_entries SET user_name = 'Никто' WHERE organization_id "
                        "= $1 AND serial = $2"};

class AuditChain : public HouseTest {
 protected:
  void Write(int count, const Organization& organization) {
    pool_.Transact(db::Scope::Organization(organization.id), [&](db::Tx& tx) {
      for (int i = 0; i < count; ++i) {
        WriteAudit(tx,
                   {.event = "thing.viewed",
                    .organization_id = organization.id,
                    .user_name = "Иванова А. П.",
                    .object_kind = "thing",
                    .object_id = std::to_string(i)},
                   kNow);
      }
    });
  }
  void Tamper(const db::Query& query, long long serial) {
    pool_.Transact(db::Scope::System(), [&](db::Tx& tx) {
      tx.Run(kLiftLock);
      EXPECT_EQ(tx.Run(query, house_.center.id, serial).affected(), 1);
    });
  }
  AuditVerdict Verify() { return VerifyAudit(pool_, house_.center.id); }
};

TEST_F(AuditChain, IsIntactWhileNobodyTampers) {
  Write(1500, house_.center);
  Write(3, house_.agency);
  EXPECT_EQ(SealAudit(pool_), 1503);
  EXPECT_EQ(SealAudit(pool_), 0);
  EXPECT_EQ(Verify().checked, 1500);
  EXPECT_FALSE(Verify().first_broken);
  EXPECT_EQ(VerifyAudit(pool_, house_.agency.id).checked, 3);
}

TEST_F(AuditChain, ADeletedRowIsFound) {
  Write(10, house_.center);
  SealAudit(pool_);
  Tamper(kDelete, 4);
  EXPECT_EQ(Verify().first_broken, 4);
}

TEST_F(AuditChain, ADeletedLastRowIsFound) {
  Write(10, house_.center);
  SealAudit(pool_);
  Tamper(kDelete, 10);
  EXPECT_EQ(Verify().first_broken, 10);
}

TEST_F(AuditChain, AChangedRowIsFound) {
  Write(10, house_.center);
  SealAudit(pool_);
  Tamper(kChange, 7);
  EXPECT_EQ(Verify().first_broken, 7);
}

TEST_F(AuditChain, TheDatabaseRefusesToChangeOrDelete) {
  Write(1, house_.center);
  SealAudit(pool_);
  for (const auto& query : {kChange, kDelete}) {
    EXPECT_THROW(pool_.Transact(db::Scope::System(),
                                [&](db::Tx& tx) { tx.Run(query, house_.center.id, 1); }),
                 db::Error);
  }
}

TEST_F(AuditChain, StaysWholeWhenManySealAtOnce) {
  Write(2000, house_.center);
  std::vector<std::thread> sealers;
  for (int i = 0; i < 4; ++i) sealers.emplace_back([&] { SealAudit(pool_); });
  for (auto& sealer : sealers) sealer.join();
  EXPECT_EQ(Verify().checked, 2000);
  EXPECT_FALSE(Verify().first_broken);
}

}  // namespace
}  // namespace okno::access::testing
