// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "time/time.h"

// GOST signatures over OpenSSL's gost engine. gost_engine.cpp is the only file that knows the
// engine; it is loaded by the first call of LoadGost(), which must come before any certificate or
// key is parsed.
namespace okno::crypto {

enum class GostAlgorithm {
  kGost2012_256,  // ГОСТ Р 34.10-2012, 256 bit, with Streebog-256: what СМЭВ 3 uses today
  kGost2012_512,
  kGost2001,  // with ГОСТ Р 34.11-94: verification of old messages only, never for signing
};

void LoadGost();  // idempotent, thread-safe; throws when the engine is missing, naming the Debian
                  // package

std::string GostDigest(GostAlgorithm algorithm, std::string_view bytes);  // raw, natural byte order
class GostDigestStream {  // incremental form of the same
 public:
  explicit GostDigestStream(GostAlgorithm algorithm);
  ~GostDigestStream();
  void Update(std::string_view bytes);
  std::string Finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// An X.509 certificate. Cheap to copy (shared, immutable).
class Certificate {
 public:
  static Result<Certificate> FromDer(std::string_view der);  // "certificate.malformed"
  static Result<Certificate> FromPem(std::string_view pem);
  std::string der() const;
  std::string pem() const;
  std::string sha256() const;        // raw digest of the DER: the key of caches and registries
  std::string subject_name() const;  // CN, or O when there is none; UTF-8
  std::string subject_ogrn() const;  // OGRN from the subject (OID 1.2.643.100.1) or ""
  std::string issuer_name() const;
  std::string subject() const;  // the whole name, for people: "CN=ИС МФЦ, O=МФЦ, OGRN=1027700132195"
  std::string issuer() const;
  std::string serial() const;  // upper-case hex
  Instant not_before() const;
  Instant not_after() const;
  std::optional<GostAlgorithm> algorithm() const;  // empty when the key is not GOST
  // Set of parameters of a GOST key: "id-GostR3410-2001-CryptoPro-XchA-ParamSet", else a dotted OID; "" for other keys.
  std::string parameters() const;
  bool is_authority() const;  // may issue certificates
  // What the key may be used for, as OpenSSL prints it: "Digital Signature, Non Repudiation"; "" when not limited.
  std::string key_usage() const;
  bool may_sign() const;  // KeyUsage is absent or has digitalSignature or nonRepudiation
  // The signature must be raw s‖r (RFC 9215). False for anything wrong, never throws.
  bool Verify(std::string_view digest, std::string_view signature) const;

  struct Native;  // for this room's own files only
  const Native& native() const { return *native_; }

 private:
  explicit Certificate(std::shared_ptr<const Native> native) : native_(std::move(native)) {}
  std::shared_ptr<const Native> native_;
  friend struct CertificateAccess;
};

// Somebody who signs: an organization's key in a file today, a token or a remote service behind the
// same contract later (reference: SignHash callback). Thread-safe.
class Signer {
 public:
  virtual ~Signer() = default;
  virtual GostAlgorithm algorithm() const = 0;
  virtual const Certificate& certificate() const = 0;
  virtual std::string SignDigest(std::string_view digest) const = 0;  // raw s‖r
  // Detached CAdES-BES over `content`, DER: SignaturePKCS7 of СМЭВ attachments.
  virtual std::string SignCms(std::string_view content) const = 0;
};
// Refusals: "signer.key_malformed", "signer.key_mismatch" (the key does not fit the certificate),
// "signer.password" (of an encrypted PEM too, which needs one).
Result<std::shared_ptr<const Signer>> LoadPemSigner(std::string_view key_pem,
                                                    std::string_view certificate_pem,
                                                    std::string_view password = {});
Result<std::shared_ptr<const Signer>> LoadPkcs12Signer(std::string_view pkcs12,
                                                       std::string_view password);

// Every certificate of a PEM text, in order, or the one of a DER. "certificate.malformed" when there is none or one of
// them can not be read.
Result<std::vector<Certificate>> ReadCertificates(std::string_view bytes);

// What a check of a detached CMS says. `verdict` is a stable code: "signature.valid",
// "signature.malformed", "signature.content_changed", "signature.wrong", "signature.content_absent"
// (right by itself, but what it signs is not at hand).
struct CmsVerdict {
  bool valid = false;
  std::string verdict;
  std::optional<Certificate> certificate;
  std::optional<Instant> signing_time;
  std::string message_digest;  // of the content as the signer saw it, raw
};
CmsVerdict VerifyCms(std::string_view cms_der, std::string_view content);
// The same without the content: never valid, "signature.content_absent" at best.
CmsVerdict VerifyCmsAlone(std::string_view cms_der);

// A list of revoked certificates (CRL, RFC 5280 section 5) as its authority issued it.
struct RevocationList {
  std::string issuer;  // of whom
  // What it covers, for comparing only: a list takes the place of an older one with the same part.
  // Not of one by another key of the same authority (sections 4.2.1.1 and 5.2.1) or of another
  // share of its certificates (section 5.2.5).
  std::string part;
  Instant issued_at;
  std::optional<Instant> next_at;  // when the next one was due
};

// Trusted roots and judgement of a signer's certificate at a moment. Judged certificates are cached
// by digest. Codes: "certificate.valid", "certificate.expired", "certificate.not_yet_valid",
// "certificate.untrusted", "certificate.revoked" (on or before the moment, or an authority above
// it), "certificate.key_usage" (KeyUsage is there and allows neither digitalSignature nor
// nonRepudiation, RFC 5280 section 4.2.1.3; not of a root, which was trusted by hand for what it
// signs, section 6.1.1 (d)). Of authorities without a list nothing is known to be revoked.
class TrustStore {
 public:
  TrustStore();
  ~TrustStore();
  void AddRoot(const Certificate& root);
  // Every list of a PEM text, or the one of a DER. It counts for certificates whose authority has
  // signed it. "crl.malformed" when there is none, one can not be read, or it is a delta.
  Result<std::vector<RevocationList>> AddRevocations(std::string_view bytes);
  std::string Judge(const Certificate& certificate, Instant at) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Test keys and certificates for stands and demonstrations (`okno smev keys`): a root or a
// certificate signed by one.
struct KeyRequest {
  GostAlgorithm algorithm = GostAlgorithm::kGost2012_256;
  std::string common_name;   // UTF-8
  std::string organization;  // may be empty
  std::string ogrn;          // may be empty
  Instant not_before;
  Instant not_after;
};
struct KeyAndCertificate {
  std::string key_pem;  // PKCS#8, unencrypted: the caller stores it with mode 0600
  std::string certificate_pem;
};
KeyAndCertificate MakeRoot(const KeyRequest& request);
KeyAndCertificate MakeCertificate(const KeyRequest& request, const KeyAndCertificate& issuer);
// Who may read a PKCS#12: everybody's OpenSSL (AES-256), or only tools with GOST, which some demand.
enum class Pkcs12Form { kAes, kGost };
// The chain (may be empty) goes in beside the certificate. The password must not be empty.
std::string MakePkcs12(const KeyAndCertificate& pair, std::string_view password, Pkcs12Form form = Pkcs12Form::kAes,
                       std::string_view chain_pem = {});
struct Pkcs12Content {
  KeyAndCertificate pair;
  std::string chain_pem;  // other certificates inside; may be empty
};
// Refusals as of LoadPkcs12Signer; also GOST 2001, for old messages' sake.
Result<Pkcs12Content> ReadPkcs12(std::string_view pkcs12, std::string_view password);

}  // namespace okno::crypto
