// SPDX-License-Identifier: Apache-2.0
#include "revocations.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <map>
#include <mutex>

#include "certificate_native.h"

namespace okno::crypto {
namespace {

constexpr std::string_view kBegin = "-----BEGIN X509 CRL-----";

std::vector<X509CrlPtr> ReadLists(std::string_view bytes) {
  std::vector<X509CrlPtr> lists;
  auto at = bytes.find(kBegin);
  if (at == std::string_view::npos) {
    const auto* begin = Bytes(bytes);
    const auto* end = begin;
    lists.emplace_back(d2i_X509_CRL(nullptr, &end, static_cast<long>(bytes.size())));
    if (end != begin + bytes.size()) lists.back().reset();
    return lists;
  }
  for (; at != std::string_view::npos; at = bytes.find(kBegin, at + kBegin.size())) {
    const auto bio = ReadBio(bytes.substr(at));
    lists.emplace_back(PEM_read_bio_X509_CRL(bio.get(), nullptr, nullptr, nullptr));
  }
  return lists;
}

bool IsTime(const ASN1_TIME* time) {
  std::tm parts{};
  return ASN1_TIME_to_tm(time, &parts) == 1;
}

// A delta (RFC 5280, 5.2.4) tells only what has changed since a list that may not be here.
bool IsWhole(const X509_CRL* list) {
  const auto* next = X509_CRL_get0_nextUpdate(list);
  return IsTime(X509_CRL_get0_lastUpdate(list)) && (next == nullptr || IsTime(next)) &&
         X509_CRL_get_ext_by_NID(list, NID_delta_crl, -1) < 0;
}

// The part of an authority's certificates that the list is for (issuing distribution point, RFC
// 5280 section 5.2.5); "" for all. Lists of different parts do not replace one another.
std::string ScopeOf(const X509_CRL* list) {
  const int at = X509_CRL_get_ext_by_NID(list, NID_issuing_distribution_point, -1);
  if (at < 0) return {};
  const auto* value = X509_EXTENSION_get_data(X509_CRL_get_ext(list, at));
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
          static_cast<std::size_t>(ASN1_STRING_length(value))};
}

// Which key of the issuer signed it, as the list says; "" when it does not.
std::string KeyIdOf(const X509_CRL* list) {
  const AuthorityKeyIdPtr id(static_cast<AUTHORITY_KEYID*>(
      X509_CRL_get_ext_d2i(list, NID_authority_key_identifier, nullptr, nullptr)));
  ERR_clear_error();
  if (!id || id->keyid == nullptr) return {};
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(id->keyid)),
          static_cast<std::size_t>(ASN1_STRING_length(id->keyid))};
}

RevocationList Describe(const X509_CRL* list) {
  RevocationList described{.issuer = WholeName(X509_CRL_get_issuer(list)),
                           .part = {},
                           .issued_at = ReadTime(X509_CRL_get0_lastUpdate(list)),
                           .next_at = {}};
  for (const auto& told : {described.issuer, KeyIdOf(list), ScopeOf(list)})
    described.part += std::to_string(told.size()) + ":" + told;
  if (const auto* next = X509_CRL_get0_nextUpdate(list)) described.next_at = ReadTime(next);
  return described;
}

}  // namespace

// One list. Whether an authority has signed it is found out once: it may be tens of megabytes.
class SignedList {
 public:
  explicit SignedList(X509CrlPtr list)
      : list_(std::move(list)), described_(Describe(list_.get())), scope_(ScopeOf(list_.get())) {}
  const RevocationList& described() const { return described_; }
  const std::string& scope() const { return scope_; }

  // By the key too: an authority that has renewed its key keeps its name. One whose key usage
  // leaves out lists may sign none (RFC 5280, 6.3.3 (f)); all bits are set when the extension is
  // absent.
  bool IsOf(X509* issuer) const {
    if (X509_NAME_cmp(X509_CRL_get_issuer(list_.get()), X509_get_subject_name(issuer)) != 0)
      return false;
    if ((X509_get_key_usage(issuer) & KU_CRL_SIGN) == 0) return false;
    X509_up_ref(issuer);
    const auto authority = CertificateAccess::Wrap(X509Ptr(issuer)).sha256();
    const std::scoped_lock lock(mutex_);
    const auto known = signed_by_.find(authority);
    if (known != signed_by_.end()) return known->second;
    const bool by_it = X509_CRL_verify(list_.get(), X509_get0_pubkey(issuer)) == 1;
    ERR_clear_error();
    return signed_by_[authority] = by_it;
  }
  std::optional<Instant> Find(X509* certificate) const {
    X509_REVOKED* entry = nullptr;
    // 2 is an entry that takes a revocation back.
    const bool listed =
        X509_CRL_get0_by_serial(list_.get(), &entry, X509_get_serialNumber(certificate)) == 1;
    if (!listed) return std::nullopt;
    const auto* date = X509_REVOKED_get0_revocationDate(entry);
    return IsTime(date) ? ReadTime(date) : Instant();
  }

 private:
  X509CrlPtr list_;
  RevocationList described_;
  std::string scope_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, bool> signed_by_;  // by the authority's certificate
};

Result<std::vector<RevocationList>> Revocations::Add(std::string_view bytes) {
  auto lists = ReadLists(bytes);
  ERR_clear_error();
  std::vector<RevocationList> described;
  for (const auto& list : lists) {
    if (list == nullptr || !IsWhole(list.get())) return Refusal::Invalid("crl.malformed");
    described.push_back(Describe(list.get()));
  }
  for (auto& list : lists) lists_.push_back(std::make_shared<SignedList>(std::move(list)));
  return described;
}

std::optional<Instant> Revocations::Find(X509* certificate, X509* issuer) const {
  struct Newest {
    Instant issued_at;
    std::optional<Instant> revoked_at;
  };
  std::map<std::string, Newest> by_scope;
  for (const auto& list : lists_) {
    if (!list->IsOf(issuer)) continue;
    const auto issued_at = list->described().issued_at;
    const auto [at, is_first] = by_scope.try_emplace(list->scope());
    auto& newest = at->second;
    if (!is_first && issued_at < newest.issued_at) continue;
    // Of two of one second neither takes anything back that the other says.
    if (is_first || issued_at > newest.issued_at) newest = {issued_at, std::nullopt};
    const auto revoked_at = list->Find(certificate);
    if (revoked_at && (!newest.revoked_at || *revoked_at < *newest.revoked_at))
      newest.revoked_at = revoked_at;
  }
  std::optional<Instant> since;
  for (const auto& [scope, newest] : by_scope) {
    if (newest.revoked_at && (!since || *newest.revoked_at < *since)) since = newest.revoked_at;
  }
  return since;
}

}  // namespace okno::crypto
