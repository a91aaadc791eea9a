// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/gost.h"

namespace okno::testbed {

// An information system that talks to the bus.
struct Participant {
  std::string mnemonic, name;
  std::string upload_directory = {};  // its area on the FTP server; "" = the mnemonic
  std::string ftp_password = {};      // of its own FTP account; "" = any
  std::uint64_t quota_bytes = 0;      // attachments that may wait for it; 0 = without bound
  bool important = false;   // «особо важная»: its requests are handed out first
  bool aggregator = false;  // sends on behalf of others and must name them by `frgu`
  std::vector<std::string> frgu_codes = {};  // of an aggregator: whom it may speak for
  std::string push_url = {};                 // receiver of push notifications; "" = none
  bool operator==(const Participant&) const = default;
};
struct Route {
  std::string code;  // value of the type's routing element; "" = by the type alone
  std::string mnemonic;
  bool operator==(const Route&) const = default;
};
// A «вид сведений»: one version of it, that is one namespace.
struct MessageType {
  std::string namespace_uri, request_root, response_root, title;
  std::string routing_element;       // local name; "" = by the type alone
  std::string schema_folder;         // "" = business content is not checked
  std::string family;                // versions of one type share it; "" = a type of one version
  std::vector<std::string> senders;  // mnemonics or ФРГУ codes that may ask; empty = everybody
  bool broadcast = false;            // requests go to all subscribers and are not answered
  std::vector<std::string> subscribers;
  bool personal_signature = false;   // ЭП-СП is required
  std::vector<std::string> persons;  // serials of certificates allowed in ЭП-СП; empty = any
  std::vector<Route> routes;
};
struct RegisteredCertificate {
  std::string mnemonic;
  bool active = true;  // false: the participant has replaced it
};

// What the bus knows of its surroundings at one moment. Never changes; small, so all of it is kept
// in memory and no call has to ask the database for it.
class Registry {
 public:
  struct Contents {
    std::vector<Participant> participants;
    std::vector<MessageType> types;
    std::map<std::string, RegisteredCertificate> certificates;  // by SHA-256 of the certificate
    std::vector<crypto::Certificate> authorities;
    std::set<std::string> revoked;  // serials
  };
  explicit Registry(Contents contents);

  const std::vector<Participant>& participants() const { return contents_.participants; }
  const std::vector<MessageType>& types() const { return contents_.types; }
  const Participant* FindParticipant(std::string_view mnemonic) const;
  const RegisteredCertificate* FindCertificate(const crypto::Certificate& certificate) const;
  // SHA-256 of those it signs with now.
  std::vector<std::string> CertificatesOf(std::string_view mnemonic) const;
  const MessageType* FindType(std::string_view namespace_uri) const;
  // The namespaces of all versions of the type `namespace_uri` belongs to.
  std::vector<std::string> VersionsOf(std::string_view namespace_uri) const;
  // "certificate.valid", "certificate.expired", "certificate.not_yet_valid", "certificate.revoked",
  // "certificate.untrusted" (authorities are registered and none of them has issued it).
  std::string Judge(const crypto::Certificate& certificate, Instant now) const;
  std::size_t authority_count() const { return contents_.authorities.size(); }
  const std::set<std::string>& revoked() const { return contents_.revoked; }

 private:
  Contents contents_;
  crypto::TrustStore trust_;
};

// Routes by code; nullptr when the type has none for it. A route without a code takes what no other
// does.
const Route* FindRoute(const MessageType& type, std::string_view code);
bool Owns(const MessageType& type, std::string_view mnemonic);  // gets its requests

// The current registry. Thread-safe; a call keeps the one it began with.
class RegistryHolder {
 public:
  std::shared_ptr<const Registry> Get() const;  // shared: calls under way outlive a change
  void Set(Registry::Contents contents);

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Registry> registry_;
};

}  // namespace okno::testbed
