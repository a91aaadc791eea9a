// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "access/directory.h"
#include "crypto/gost.h"
#include "db/testing.h"
#include "exchange/exchange.h"
#include "exchange/worker.h"
#include "files/store.h"
#include "jobs/jobs.h"
#include "testbed/control.h"
#include "testbed/testbed.h"

namespace okno::testbed::testing {

// A folder that goes with the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// A center and an agency in one database, both participants of a real test bed over HTTP:
// registered, with keys and certificates from one authority. What the room tells upward is
// collected by type.
class World : public ::testing::Test {
 protected:
  explicit World(exchange::WorkerOptions options = {});
  ~World() override;

  // The center asks the agency about `number`; returns the message.
  exchange::MessageId Ask(const std::string& number, const std::vector<std::string>& files = {});
  // The center asks whatever that is, for a case of its own.
  Result<exchange::MessageId> Queue(const exchange::Content& content);
  exchange::MessageId Answer(const exchange::MessageId& request,
                             const std::vector<std::string>& files = {});
  std::string RequestXml(const std::string& number, const std::string& agency_code = "msz",
                         const std::vector<exchange::Attachment>& files = {}) const;
  std::string ResponseXml(const std::vector<exchange::Attachment>& files = {}) const;
  std::vector<exchange::Attachment> Store(const std::vector<std::string>& contents);

  // Sends and fetches whatever is due, events handled.
  void Work();
  exchange::Message Get(const exchange::MessageId& id);
  // Why incoming messages that wait for a person were not taken, oldest first.
  std::vector<std::string> NotTaken();
  std::vector<Json> Told(const std::string& type) const;
  // The only event of that type; fails the test when there is not exactly one.
  Json ToldOnce(const std::string& type);
  exchange::MessageId MessageOf(const Json& event) const;
  Json BusMessage(
      const exchange::MessageId& id);  // as the test bed's page shows it; null when unknown there
  std::string base() const;

  struct Member {
    access::Organization organization;
    std::string mnemonic;
    crypto::KeyAndCertificate keys;
    std::shared_ptr<const crypto::Signer> signer;
  };
  Member MakeMember(access::OrganizationKind kind, const std::string& code,
                    const std::string& mnemonic);
  // Without file transfer; FtpOf is what it takes.
  exchange::Connection ConnectionOf(const Member& member, const std::string& version = "1.2") const;
  exchange::Connection::Ftp FtpOf(const Member& member) const;  // the bus's own server
  // Both from now on speak these versions of the envelope.
  void UseVersions(const std::string& of_center, const std::string& of_agency);
  void Connect(const exchange::Connection& connection);
  std::string WriteFile(const std::string& name, const std::string& text) const;
  crypto::KeyAndCertificate MakeKeys(const std::string& name, Instant not_before,
                                     Instant not_after) const;

  TemporaryFolder folder;
  db::testing::Database house_database, bus_database;
  db::Pool db;
  SystemClock system_clock;
  ManualClock clock, bus_clock;
  std::unique_ptr<files::Store> files;
  crypto::KeyAndCertificate authority;
  Testbed bus;
  jobs::Runner runner;
  std::unique_ptr<exchange::Worker> worker;
  Member center, agency;
  std::vector<std::pair<std::string, Json>> told;
};

inline const std::string kPdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

}  // namespace okno::testbed::testing
