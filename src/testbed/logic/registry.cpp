// SPDX-License-Identifier: Apache-2.0
#include "logic/registry.h"

#include <algorithm>

namespace okno::testbed {

namespace {

template <typename T, typename Key>
const T* FindBy(const std::vector<T>& items, Key T::*key, std::string_view value) {
  auto found =
      std::find_if(items.begin(), items.end(), [&](const T& item) { return item.*key == value; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

Registry::Registry(Contents contents) : contents_(std::move(contents)) {
  for (const auto& authority : contents_.authorities) trust_.AddRoot(authority);
}

const Participant* Registry::FindParticipant(std::string_view mnemonic) const {
  return FindBy(contents_.participants, &Participant::mnemonic, mnemonic);
}

const RegisteredCertificate* Registry::FindCertificate(
    const crypto::Certificate& certificate) const {
  auto found = contents_.certificates.find(certificate.sha256());
  return found == contents_.certificates.end() ? nullptr : &found->second;
}

std::vector<std::string> Registry::CertificatesOf(std::string_view mnemonic) const {
  std::vector<std::string> digests;
  for (const auto& [sha256, certificate] : contents_.certificates) {
    if (certificate.active && certificate.mnemonic == mnemonic) digests.push_back(sha256);
  }
  return digests;
}

const MessageType* Registry::FindType(std::string_view namespace_uri) const {
  return FindBy(contents_.types, &MessageType::namespace_uri, namespace_uri);
}

std::vector<std::string> Registry::VersionsOf(std::string_view namespace_uri) const {
  const auto* type = FindType(namespace_uri);
  if (type == nullptr || type->family.empty()) return {std::string(namespace_uri)};
  std::vector<std::string> versions;
  for (const auto& other : contents_.types) {
    if (other.family == type->family) versions.push_back(other.namespace_uri);
  }
  return versions;
}

std::string Registry::Judge(const crypto::Certificate& certificate, Instant now) const {
  if (now < certificate.not_before()) return "certificate.not_yet_valid";
  if (now > certificate.not_after()) return "certificate.expired";
  if (contents_.revoked.contains(certificate.serial())) return "certificate.revoked";
  return contents_.authorities.empty() ? "certificate.valid" : trust_.Judge(certificate, now);
}

const Route* FindRoute(const MessageType& type, std::string_view code) {
  const auto* exact = FindBy(type.routes, &Route::code, code);
  return exact != nullptr ? exact : FindBy(type.routes, &Route::code, "");
}

bool Owns(const MessageType& type, std::string_view mnemonic) {
  return FindBy(type.routes, &Route::mnemonic, mnemonic) != nullptr;
}

std::shared_ptr<const Registry> RegistryHolder::Get() const {
  std::lock_guard lock(mutex_);
  return registry_;
}

void RegistryHolder::Set(Registry::Contents contents) {
  auto registry = std::make_shared<const Registry>(std::move(contents));
  std::lock_guard lock(mutex_);
  registry_ = std::move(registry);
}

}  // namespace okno::testbed
