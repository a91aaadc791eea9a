// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "crypto/gost.h"
#include "db/testing.h"
#include "exchange/smev3/dialect.h"
#include "exchange/smev3/multipart.h"
#include "exchange/smev3/source.h"
#include "http/client.h"
#include "testbed/control.h"
#include "testbed/testbed.h"
#include "xml/document.h"
#include "xml/schema.h"
#include "xml/signature.h"

namespace okno::testbed::testing {

namespace smev3 = exchange::smev3;

struct Party {
  std::string mnemonic;
  crypto::KeyAndCertificate keys;
  std::shared_ptr<const crypto::Signer> signer;
};

// What a participant sends, put together by hand: builder and checker of the product can not be
// wrong together. Each part is XML in the namespaces "t" (types) and "b" (basic) of the version.
struct Sending {
  std::string version = "1.2";
  std::string id = Uuid::NewV1().ToString();
  std::string before_content = {};   // EOL and the like
  std::string content = {};          // "" = a plain question
  std::string after_content = {};    // headers of attachments …
  std::string contents = {};         // AttachmentContentList
  std::string after_signature = {};  // Routing
  std::string header = "<soap:Header/>";
  std::string holder = "<t:CallerInformationSystemSignature/>";
};

// What the bus has said: the root of the Body, or of the fault's detail.
struct Answer {
  int status = 0;
  smev3::Package package;
  std::shared_ptr<xml::Document> document;  // shared: answers are copied about in tests
  xml::Element content;
  std::string said;         // local name; of a signature fault its code
  std::string description;  // of a fault

  bool has_message() const { return content && !content.children().empty(); }
  std::string text(std::string_view name) const;  // of the first element with that name
  xml::Element find(std::string_view name) const;
};

// A bus with an asker (OKNO01) and a provider (MSZ001) of one type over real HTTP; nothing of the
// exchange room but the names of the versions. Every answer is checked by the schema of its version
// and for its ЭП-СМЭВ.
class BusTest : public ::testing::Test {
 protected:
  BusTest();
  ~BusTest() override;

  Party MakeParty(const std::string& mnemonic);
  crypto::KeyAndCertificate MakeKeys(const std::string& name, Instant not_before,
                                     Instant not_after) const;
  std::shared_ptr<const crypto::Signer> SignerOf(const crypto::KeyAndCertificate& keys) const;
  void Register(const Party& party, Json more = Json::object());
  void RegisterType(Json more = Json::object());
  void Set(const std::string& setting, const Json& value);
  void Fail(const std::string& mode, Json more = Json::object());
  Json State() const { return control::FetchState(base()); }
  std::string base() const { return "http://127.0.0.1:" + std::to_string(bus.port()); }

  // Unsigned envelope with any call; signs the element `target` of the wrapper.
  std::string Envelope(const std::string& version, const std::string& wrapper,
                       const std::string& content, const std::string& header = "<soap:Header/>");
  std::string Signed(const std::string& envelope, const std::string& target, const Party& party,
                     const std::string& holder = "CallerInformationSystemSignature");
  std::string RequestEnvelope(const Sending& sending);
  std::string ResponseEnvelope(const Sending& sending, const std::string& to);

  Answer Post(const std::string& version, const std::string& body,
              const std::string& type = "text/xml; charset=utf-8");
  Answer Send(const Sending& sending, const Party& party);
  Answer Send(const Sending& sending) { return Send(sending, asker); }
  Answer Reply(const Sending& sending, const std::string& to, const Party& party);
  // `selector`: children of MessageTypeSelector beside the time.
  Answer Get(const std::string& queue, const Party& party, const std::string& version = "1.2",
             const std::string& before_time = {}, const std::string& after_time = {});
  Answer GetRequest(const std::string& version = "1.2") {
    return Get("Request", provider, version);
  }
  Answer GetResponse(const std::string& version = "1.2") { return Get("Response", asker, version); }
  Answer GetStatus(const Party& party, const std::string& version = "1.2");
  Answer Ack(const std::string& id, const Party& party, const std::string& version = "1.2",
             const std::string& accepted = "true");

  static std::string Question(const std::string& text = "1", const std::string& code = "msz");
  static std::string Reply();
  // AttachmentHeaderList and AttachmentContentList for one file, signed by the party.
  std::string HeaderOf(const std::string& id, const std::string& bytes, const Party& party) const;
  static std::string ContentOf(const std::string& id, const std::string& bytes);

  std::string folder;
  db::testing::Database database;
  SystemClock system_clock;
  ManualClock clock;
  crypto::KeyAndCertificate authority;
  Testbed bus;
  Party asker, provider;
  std::map<std::string, xml::SchemaSet> schemas;
};

inline const std::string kTestNamespace = "urn://x-artefacts-okno/test/1.0.0";

}  // namespace okno::testbed::testing
