// SPDX-License-Identifier: Apache-2.0
#include "certificate_native.h"
#include "cms.h"
#include "gost_engine.h"

namespace okno::crypto {

std::string MakeDetachedCms(EVP_PKEY* key, const Certificate& certificate,
                            std::string_view content) {
  constexpr unsigned kDetached = CMS_DETACHED | CMS_PARTIAL | CMS_BINARY | CMS_STREAM;
  // S/MIME capabilities would advertise ciphers nobody here reads.
  constexpr unsigned kBes = CMS_CADES | CMS_NOSMIMECAP;
  const CmsPtr cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, kDetached));
  Check(cms != nullptr, "CMS_sign");
  const auto* digest = GostDigestMethod(*certificate.algorithm());
  Check(CMS_add1_signer(cms.get(), certificate.native().x509.get(), key, digest, kBes) != nullptr,
        "CMS_add1_signer");
  Check(CMS_final(cms.get(), ReadBio(content).get(), nullptr, CMS_BINARY) == 1, "CMS_final");
  const auto out = WriteBio();
  Check(i2d_CMS_bio(out.get(), cms.get()) == 1, "i2d_CMS_bio");
  return Contents(out.get());
}

}  // namespace okno::crypto
