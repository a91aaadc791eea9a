// SPDX-License-Identifier: Apache-2.0
// A second implementation of GOST judges our XML signatures, and a vector made outside this code
// judges both.
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gtest/gtest.h>

#include "text/strings.h"
#include "xml/signature.h"
#include "xml/smev_transform.h"
#include "xml_keys.h"

namespace okno::xml {
namespace {

struct FreeKey {
  void operator()(gnutls_pubkey_t key) const { gnutls_pubkey_deinit(key); }
};
using PublicKey = std::unique_ptr<std::remove_pointer_t<gnutls_pubkey_t>, FreeKey>;

gnutls_datum_t Datum(const std::string& bytes) {
  return {reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data())),
          static_cast<unsigned>(bytes.size())};
}

std::string Decoded(std::string_view base64) {
  std::string bytes;
  EXPECT_TRUE(text::Base64Decode(base64, bytes));
  return bytes;
}

bool GnuTlsVerifies(const PublicKey& key, gnutls_sign_algorithm_t sign, const std::string& octets,
                    const std::string& value) {
  const auto data = Datum(octets);
  const auto signature = Datum(value);
  return gnutls_pubkey_verify_data2(key.get(), sign, 0, &data, &signature) >= 0;
}

PublicKey KeyOf(const crypto::Certificate& certificate) {
  gnutls_pubkey_t key = nullptr;
  gnutls_pubkey_init(&key);
  const auto der = certificate.der();
  const auto datum = Datum(der);
  EXPECT_EQ(gnutls_pubkey_import_x509_raw(key, &datum, GNUTLS_X509_FMT_DER, 0), 0);
  return PublicKey(key);
}

TEST(GnuTls, VerifiesOurXmlSignature) {
  struct Case {
    crypto::GostAlgorithm algorithm;
    gnutls_sign_algorithm_t sign;
  };
  for (const auto& [algorithm, sign] :
       {Case{crypto::GostAlgorithm::kGost2012_256, GNUTLS_SIGN_GOST_256},
        Case{crypto::GostAlgorithm::kGost2012_512, GNUTLS_SIGN_GOST_512}}) {
    const auto signer = MakeSigner(algorithm);
    const auto document = *Document::Parse(R"(<a xmlns="u:1"><b>Ёж</b><c/></a>)");
    ASSERT_TRUE(SignById(document.root().child("b"), "ID1", document.root().child("c"), *signer));
    const auto signature = FindSignatures(document).at(0);
    const auto value = Decoded(signature.child_text("SignatureValue"));
    const auto key = KeyOf(signer->certificate());
    EXPECT_TRUE(GnuTlsVerifies(key, sign, ExclusiveC14n(signature.child("SignedInfo")), value));
    EXPECT_FALSE(
        GnuTlsVerifies(key, sign, ExclusiveC14n(signature.child("SignedInfo")) + " ", value));
  }
}

// The key, the message and the signature were made by another program; only SignedInfo is ours.
TEST(GnuTls, VerifiesTheSelfMadeVectorOverOurSignedInfo) {
  const auto document = *Document::Parse(
      R"(<e:Env xmlns:e="urn:env"><m:Msg xmlns:m="urn:m" xmlns:b="urn:b" z="1" b:k="2"
      a="x&gt;&#10;&quot;y&quot;" Id="ID1"><m:T/><b:T>a]&gt;b&gt;c &amp; d</b:T><b:T>&gt;длинный &gt; текст &lt;&gt; &amp;</b:T><m:E/></m:Msg><e:Sig/></e:Env>)");
  ASSERT_TRUE(
      SignById(document.root().child("Msg"), "ID1", document.root().child("Sig"), *MakeSigner()));
  const auto signed_info = ExclusiveC14n(FindSignatures(document).at(0).child("SignedInfo"));
  EXPECT_NE(signed_info.find("GNgl9B7Zli6+/CW30HMgafqzuPgMI1v8jylH3E9I8Q0="), std::string::npos);

  gnutls_pubkey_t imported = nullptr;
  gnutls_pubkey_init(&imported);
  const PublicKey key(imported);
  const auto spki = Decoded(
      "MGYwHwYIKoUDBwEBAQEwEwYHKoUDAgIjAQYIKoUDBwEBAgIDQwAEQO1mQfHiKzE1jCoKvHy6KrWelYngOHQBPuN3o6CY"
      "lbG0AIG/"
      "E5oZF6VQKsY2egWr5uTd4G8ivOYnE8TWVP2nb7A=");
  const auto datum = Datum(spki);
  ASSERT_EQ(gnutls_pubkey_import(imported, &datum, GNUTLS_X509_FMT_DER), 0);
  const auto value = Decoded(
      "YhL4YvGI2oOcKzcqoQfnhfRpIc7dtTF60I+d8owaBJPIfBG/MgK32LSLhe7DrkfLC8g63UuzfxeVmp928wxjIA==");
  EXPECT_TRUE(GnuTlsVerifies(key, GNUTLS_SIGN_GOST_256, signed_info, value));
}

}  // namespace
}  // namespace okno::xml
