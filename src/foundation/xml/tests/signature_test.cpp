// SPDX-License-Identifier: Apache-2.0
#include "xml/signature.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "nasty_documents.h"
#include "signature_profile.h"
#include "xml/smev_transform.h"
#include "xml_keys.h"

namespace okno::xml {
namespace {

constexpr auto kEnvelope =
    R"(<e:Envelope xmlns:e="urn:env"><e:Body><m:Msg xmlns:m="urn:m" k="1">Ёж &gt; <m:T/></m:Msg><e:Sig/></e:Body></e:Envelope>)";

std::string Signed(const crypto::Signer& signer, std::string_view source = kEnvelope) {
  const auto document = *Document::Parse(source);
  const auto body = document.root().child("Body");
  EXPECT_TRUE(SignById(body.child("Msg"), "ID1", body.child("Sig"), signer));
  return document.Serialize();
}

SignatureVerdict VerifyOnly(const Document& document) {
  const auto signatures = FindSignatures(document);
  EXPECT_EQ(signatures.size(), 1U);
  return VerifySignature(signatures.at(0));
}

TEST(Signature, VerifiesAfterTheWire) {
  for (auto algorithm :
       {crypto::GostAlgorithm::kGost2012_256, crypto::GostAlgorithm::kGost2012_512}) {
    const auto signer = MakeSigner(algorithm);
    const auto document = *Document::Parse(Signed(*signer));
    const auto verdict = VerifyOnly(document);
    EXPECT_TRUE(verdict.valid);
    EXPECT_EQ(verdict.code, "signature.valid");
    EXPECT_EQ(verdict.signed_element, document.root().child("Body").child("Msg"));
    EXPECT_EQ(verdict.certificate->der(), signer->certificate().der());
  }
}

TEST(Signature, HasTheProfileOfSmev) {
  const auto signer = MakeSigner();
  const auto document = *Document::Parse(Signed(*signer));
  const auto signature = FindSignatures(document).at(0);
  const auto canonical = ExclusiveC14n(signature.child("SignedInfo"));
  EXPECT_TRUE(canonical.starts_with(
      R"(<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">)"
      R"(<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:CanonicalizationMethod>)"
      R"(<ds:SignatureMethod Algorithm="urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34102012-gostr34112012-256"></ds:SignatureMethod>)"
      R"(<ds:Reference URI="#ID1"><ds:Transforms>)"
      R"(<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform>)"
      R"(<ds:Transform Algorithm="urn://smev-gov-ru/xmldsig/transform"></ds:Transform></ds:Transforms>)"
      R"(<ds:DigestMethod Algorithm="urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34112012-256"></ds:DigestMethod>)"
      R"(<ds:DigestValue>)"))
      << canonical;
  EXPECT_EQ(ExclusiveC14n(signature).find_first_of("\n\t"), std::string::npos);
}

TEST(Signature, HoldsWhenOnlyTheWritingChanges) {
  auto text = Signed(*MakeSigner());
  const auto replace = [&](std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
  };
  replace("<m:Msg xmlns:m=\"urn:m\" k=\"1\" Id=\"ID1\">",
          "<!-- c --><Msg Id='ID1' xmlns:x='urn:x' xmlns='urn:m'\n k='1'><!-- c -->");
  replace("<m:T/></m:Msg>", "<T>  </T>\n</Msg>");
  const auto document = Document::Parse(text);
  ASSERT_TRUE(document) << text;
  EXPECT_EQ(VerifyOnly(*document).code, "signature.valid");
}

TEST(Signature, FailsWhenTheContentChanges) {
  const auto text = Signed(*MakeSigner());
  struct Case {
    std::string_view from, to, code;
  };
  for (const auto& [from, to, code] : {
           Case{"Ёж", "Еж", "signature.digest_differs"},
           Case{"k=\"1\"", "k=\"2\"", "signature.digest_differs"},
           Case{"k=\"1\"", "", "signature.digest_differs"},
           Case{"<m:T/>", "<m:T>x</m:T>", "signature.digest_differs"},
           Case{"urn:m\"", "urn:n\"", "signature.digest_differs"},
           Case{"URI=\"#ID1\"", "URI=\"#ID2\"", "signature.target_missing"},
           Case{"<ds:SignedInfo>", "<ds:SignedInfo>\n", "signature.reformatted"},
           Case{"<ds:SignedInfo>", "<ds:SignedInfo Id=\"x\">", "signature.value_wrong"},
       }) {
    auto changed = text;
    changed.replace(changed.find(from), from.size(), to);
    const auto document = Document::Parse(changed);
    ASSERT_TRUE(document) << changed;
    const auto verdict = VerifyOnly(*document);
    EXPECT_FALSE(verdict.valid);
    EXPECT_EQ(verdict.code, code) << from;
  }
}

TEST(Signature, UsesTheIdTheTargetHas) {
  const auto signer = MakeSigner();
  const auto document = *Document::Parse(R"(<a xmlns="u:1"><b Id="own"/><c/></a>)");
  ASSERT_TRUE(SignById(document.root().child("b"), "other", document.root().child("c"), *signer));
  EXPECT_EQ(document.root().child("b").attribute("Id"), "own");
  EXPECT_TRUE(VerifyOnly(document).valid);
}

TEST(Signature, OfTwoKindsStandsInOneMessage) {
  const auto person = MakeSigner();
  const auto organization = MakeSigner();
  const auto document = *Document::Parse(
      R"(<e:Body xmlns:e="urn:e"><e:Data><m:Form xmlns:m="urn:m">x</m:Form><e:Personal/></e:Data><e:Sig/></e:Body>)");
  const auto root = document.root();
  const auto data = root.child("Data");
  ASSERT_TRUE(SignById(data.child("Form"), "PERSONAL_SIGNATURE", data.child("Personal"), *person));
  ASSERT_TRUE(SignById(data, "SIGNED_BY_CONSUMER", root.child("Sig"), *organization));
  const auto read = *Document::Parse(document.Serialize());
  for (const auto& signature : FindSignatures(read)) EXPECT_TRUE(VerifySignature(signature).valid);
  EXPECT_EQ(FindSignatures(read).size(), 2U);
}

TEST(SignById, RefusesAndLeavesNoHalfSignature) {
  const auto signer = MakeSigner();
  struct Case {
    std::string_view source, code;
  };
  for (const auto& [source, code] : {
           Case{R"(<a xmlns="u:1"><b Id="x"/><d ID="x"/><c/></a>)", "signature.duplicate_id"},
           Case{R"(<a xmlns="u:1"><b/><d Id="ID1"/><c/></a>)", "signature.duplicate_id"},
           Case{R"(<a xmlns="u:1"><b><e xmlns=""/></b><c/></a>)", "smev_transform.no_namespace"},
           Case{R"(<a xmlns="u:1"><b xml:lang="ru"/><c/></a>)", "smev_transform.xml_attribute"},
           Case{R"(<a xmlns="u:1" xmlns:r="relative"><b/><c/></a>)", "signature.malformed"},
       }) {
    const auto document = *Document::Parse(source);
    const auto done =
        SignById(document.root().child("b"), "ID1", document.root().child("c"), *signer);
    ASSERT_FALSE(done) << source;
    EXPECT_EQ(done.refusal().code, code) << source;
    EXPECT_TRUE(FindSignatures(document).empty());
  }
}

TEST(SignById, IsForDetachedSignaturesOnly) {
  const auto document = *Document::Parse(R"(<a xmlns="u:1"><b/></a>)");
  EXPECT_THROW(
      static_cast<void>(SignById(document.root(), "x", document.root().child("b"), *MakeSigner())),
      std::invalid_argument);
}

TEST(Signature, HoldsOverNastyDocuments) {
  const auto signer = MakeSigner();
  NastyDocuments documents(3);
  for (int i = 0; i < 100; ++i) {
    const auto message = Document::Create("urn:e", "e", "Body");
    const auto content = *Document::Parse(documents.Next());
    auto target = message.root().Add("urn:e", "e", "Data");
    target.AddCopyOf(content.root());
    ASSERT_TRUE(
        SignById(target, "SIGNED_BY_CALLER", message.root().Add("urn:e", "e", "Sig"), *signer));
    const auto read = *Document::Parse(message.Serialize());
    ASSERT_EQ(VerifyOnly(read).code, "signature.valid") << message.Serialize();
  }
}

TEST(Signature, IsMadeAndVerifiedByFourThreadsAtOnce) {
  const auto signer = MakeSigner();
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 100; ++i) {
        const auto text = Signed(*signer);
        auto tampered = text;
        tampered.replace(tampered.find("Ёж"), 4, "Еж");
        const auto good = *Document::Parse(text);
        const auto bad = *Document::Parse(tampered);
        if (!VerifyOnly(good).valid || VerifyOnly(bad).valid) ++wrong;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace okno::xml
