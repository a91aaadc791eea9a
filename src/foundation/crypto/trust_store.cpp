// SPDX-License-Identifier: Apache-2.0
#include <openssl/err.h>

#include <algorithm>
#include <mutex>
#include <unordered_map>

#include "certificate_native.h"
#include "gost_engine.h"
#include "revocations.h"

namespace okno::crypto {
namespace {

// What does not depend on the moment: whether a chain to a root exists, when all of it is valid and
// since when a part of it is revoked.
struct Chain {
  bool trusted = false;
  bool is_root = false;  // it is itself one that was added
  Instant valid_from;
  Instant valid_to;
  std::optional<Instant> revoked_at = {};
};

constexpr std::size_t kMostCached = 10'000;

Chain ReadChain(X509_STORE_CTX* context, const Certificate& certificate,
                const Revocations& revocations) {
  const auto* links = X509_STORE_CTX_get0_chain(context);
  Chain chain{true, sk_X509_num(links) == 1, certificate.not_before(), certificate.not_after()};
  for (int i = 0; i < sk_X509_num(links); ++i) {
    auto* x509 = sk_X509_value(links, i);
    X509_up_ref(x509);
    const auto link = CertificateAccess::Wrap(X509Ptr(x509));
    chain.valid_from = std::max(chain.valid_from, link.not_before());
    chain.valid_to = std::min(chain.valid_to, link.not_after());
    auto* issuer = sk_X509_value(links, i + 1);  // null above the last
    const auto revoked = issuer == nullptr ? std::nullopt : revocations.Find(x509, issuer);
    if (revoked && (!chain.revoked_at || *revoked < *chain.revoked_at)) chain.revoked_at = revoked;
  }
  return chain;
}

Chain BuildChain(X509_STORE* store, const Certificate& certificate,
                 const Revocations& revocations) {
  const X509StoreContextPtr context(X509_STORE_CTX_new());
  Check(context && X509_STORE_CTX_init(context.get(), store, certificate.native().x509.get(),
                                       nullptr) == 1,
        "X509_STORE_CTX_init");
  // Time is judged by us, so that the answer can be kept.
  X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_NO_CHECK_TIME | X509_V_FLAG_PARTIAL_CHAIN);
  const bool trusted = X509_verify_cert(context.get()) == 1;
  ERR_clear_error();
  return trusted ? ReadChain(context.get(), certificate, revocations) : Chain{};
}

}  // namespace

struct TrustStore::State {
  X509StorePtr store{X509_STORE_new()};
  Revocations revocations;  // changed while nobody judges yet
  std::mutex mutex;
  std::unordered_map<std::string, Chain> chains;  // by SHA-256 of the certificate

  std::optional<Chain> Cached(const std::string& digest) {
    const std::scoped_lock lock(mutex);
    const auto found = chains.find(digest);
    return found == chains.end() ? std::nullopt : std::optional(found->second);
  }

  void Remember(const std::string& digest, const Chain& chain) {
    const std::scoped_lock lock(mutex);
    if (chains.size() >= kMostCached) chains.clear();
    chains.insert_or_assign(digest, chain);
  }
};

TrustStore::TrustStore() : state_(std::make_unique<State>()) { LoadGost(); }
TrustStore::~TrustStore() = default;

void TrustStore::AddRoot(const Certificate& root) {
  Check(X509_STORE_add_cert(state_->store.get(), root.native().x509.get()) == 1,
        "X509_STORE_add_cert");
  const std::scoped_lock lock(state_->mutex);
  state_->chains.clear();
}

Result<std::vector<RevocationList>> TrustStore::AddRevocations(std::string_view bytes) {
  auto added = state_->revocations.Add(bytes);
  const std::scoped_lock lock(state_->mutex);
  state_->chains.clear();
  return added;
}

std::string TrustStore::Judge(const Certificate& certificate, Instant at) const {
  const auto digest = certificate.sha256();
  auto chain = state_->Cached(digest);
  if (!chain) {
    chain = BuildChain(state_->store.get(), certificate, state_->revocations);
    state_->Remember(digest, *chain);
  }
  if (!chain->trusted) return "certificate.untrusted";
  if (chain->revoked_at && *chain->revoked_at <= at) return "certificate.revoked";
  if (!chain->is_root && !certificate.may_sign()) return "certificate.key_usage";
  if (at < chain->valid_from) return "certificate.not_yet_valid";
  return at > chain->valid_to ? "certificate.expired" : "certificate.valid";
}

}  // namespace okno::crypto
