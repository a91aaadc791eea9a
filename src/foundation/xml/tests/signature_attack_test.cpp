// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "canonical.h"
#include "signature_profile.h"
#include "text/strings.h"
#include "xml/signature.h"
#include "xml/smev_transform.h"
#include "xml_keys.h"

namespace okno::xml {
namespace {

// Builds signatures that SignById would never write, but that are right by their own terms.
struct Recipe {
  std::string uri = "#ID1";
  std::string signature_method{SignatureUri(crypto::GostAlgorithm::kGost2012_256)};
  std::string digest_method{DigestUri(crypto::GostAlgorithm::kGost2012_256)};
  std::string canonical_method{kExclusiveC14n};
  std::vector<std::string> transforms{std::string(kExclusiveC14n), std::string(kSmevTransform)};
  std::string method_parameter;
  std::string transform_parameter;
  std::string second_reference;
  std::string after_key_info;
};

const crypto::Signer& TestSigner() {
  static const auto* signer =
      new std::shared_ptr<const crypto::Signer>(MakeSigner());  // never freed, see crypto/README.md
  return **signer;
}

std::string SignedInfo(const Recipe& recipe, const std::string& digest) {
  std::string transforms;
  for (const auto& uri : recipe.transforms) {
    transforms += fmt::format(R"(<ds:Transform Algorithm="{}">{}</ds:Transform>)", uri,
                              recipe.transform_parameter);
  }
  return fmt::format(
      R"(<ds:SignedInfo xmlns:ds="{}"><ds:CanonicalizationMethod Algorithm="{}"></ds:CanonicalizationMethod>)"
      R"(<ds:SignatureMethod Algorithm="{}">{}</ds:SignatureMethod><ds:Reference URI="{}"><ds:Transforms>{}</ds:Transforms>)"
      R"(<ds:DigestMethod Algorithm="{}"></ds:DigestMethod><ds:DigestValue>{}</ds:DigestValue></ds:Reference>{}</ds:SignedInfo>)",
      kDsig, recipe.canonical_method, recipe.signature_method, recipe.method_parameter, recipe.uri,
      transforms, recipe.digest_method, text::Base64Encode(digest), recipe.second_reference);
}

std::string Sign(const Recipe& recipe, const std::string& digested) {
  const auto algorithm = crypto::GostAlgorithm::kGost2012_256;
  const auto signed_info = SignedInfo(recipe, crypto::GostDigest(algorithm, digested));
  return fmt::format(
      R"(<ds:Signature xmlns:ds="{}">{}<ds:SignatureValue>{}</ds:SignatureValue><ds:KeyInfo><ds:X509Data>)"
      R"(<ds:X509Certificate>{}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>{}</ds:Signature>)",
      kDsig, signed_info,
      text::Base64Encode(TestSigner().SignDigest(crypto::GostDigest(algorithm, signed_info))),
      text::Base64Encode(TestSigner().certificate().der()), recipe.after_key_info);
}

constexpr auto kTarget = R"(<m:Msg xmlns:m="urn:m" Id="ID1">x</m:Msg>)";
constexpr auto kTransformed = R"(<ns1:Msg xmlns:ns1="urn:m" Id="ID1">x</ns1:Msg>)";

std::string Message(const std::string& signature, const std::string& target = kTarget) {
  return R"(<e:Body xmlns:e="urn:e">)" + target + "<e:Sig>" + signature + "</e:Sig></e:Body>";
}

std::string CodeOf(const std::string& message) {
  const auto document = Document::Parse(message);
  if (!document) return document.refusal().code;
  const auto verdict = VerifySignature(FindSignatures(*document).at(0));
  EXPECT_EQ(verdict.valid, verdict.code == "signature.valid");
  return verdict.code;
}

TEST(SignatureAttack, RecipeItselfIsRight) {
  EXPECT_EQ(CodeOf(Message(Sign({}, kTransformed))), "signature.valid");
  EXPECT_EQ(CodeOf(Message(Sign({.transforms = {std::string(kExclusiveC14n)}}, kTarget))),
            "signature.valid");
  EXPECT_EQ(CodeOf(Message(Sign({.transforms = {std::string(kSmevTransform)}}, kTransformed))),
            "signature.valid");
  EXPECT_EQ(CodeOf(Message(
                Sign({.transforms = {std::string(kInclusiveC14n), std::string(kSmevTransform)}},
                     kTransformed))),
            "signature.valid");
}

TEST(SignatureAttack, EnvelopedSignatureOfTheWholeDocumentIsTaken) {
  const Recipe recipe{.uri = "",
                      .transforms = {std::string(kEnveloped), std::string(kExclusiveC14n),
                                     std::string(kSmevTransform)}};
  const std::string octets =
      R"(<ns1:Body xmlns:ns1="urn:e"><ns2:Msg xmlns:ns2="urn:m" Id="ID1">x</ns2:Msg><ns1:Sig></ns1:Sig></ns1:Body>)";
  const auto document = *Document::Parse(Message(Sign(recipe, octets)));
  const auto verdict = VerifySignature(FindSignatures(document).at(0));
  EXPECT_EQ(verdict.code, "signature.valid");
  EXPECT_EQ(verdict.signed_element, document.root());
}

// The signed element is moved aside and a forged one takes its place.
TEST(SignatureAttack, WrappingWithTheSameIdIsRefused) {
  const auto signature = Sign({}, kTransformed);
  const std::string forged = R"(<m:Msg xmlns:m="urn:m" Id="ID1">forged</m:Msg>)";
  for (const auto& header :
       {R"(<e:Header xmlns:e="urn:e">)" + std::string(kTarget) + "</e:Header>"}) {
    EXPECT_EQ(CodeOf(Message(signature, forged + header)), "signature.duplicate_id");
    EXPECT_EQ(CodeOf(Message(signature, header + forged)), "signature.duplicate_id");
  }
  for (const std::string attribute :
       {"ID=\"ID1\"", "id=\"ID1\"", "xml:id=\"ID1\"",
        "xmlns:w=\"http://docs.oasis-open.org/wss/2004/01/"
        "oasis-200401-wss-wssecurity-utility-1.0.xsd\" w:Id=\"ID1\""}) {
    EXPECT_EQ(
        CodeOf(Message(signature, "<m:Other xmlns:m=\"urn:m\" " + attribute + "/>" + kTarget)),
        "signature.duplicate_id")
        << attribute;
  }
}

TEST(SignatureAttack, WrappingWithAnotherIdShowsWhichElementWasSigned) {
  const auto header = R"(<e:Header xmlns:e="urn:e">)" + std::string(kTarget) + "</e:Header>";
  const auto document = *Document::Parse(Message(
      Sign({}, kTransformed), header + R"(<m:Msg xmlns:m="urn:m" Id="ID2">forged</m:Msg>)"));
  const auto verdict = VerifySignature(FindSignatures(document).at(0));
  EXPECT_TRUE(verdict.valid) << "it is right over the element that was moved aside";
  EXPECT_NE(verdict.signed_element, document.root().child("urn:m", "Msg")) << "and says so";
  EXPECT_EQ(verdict.signed_element, document.root().child("Header").child("Msg"));
}

TEST(SignatureAttack, ForeignAlgorithmsAreRefused) {
  constexpr auto kCode = "signature.algorithm_refused";
  for (const std::string method :
       {"http://www.w3.org/2000/09/xmldsig#hmac-sha1",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "",
        "urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34102012-gostr34112012-512",
        "urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34102001-gostr3411"}) {
    EXPECT_EQ(CodeOf(Message(Sign({.signature_method = method}, kTransformed))), kCode) << method;
  }
  for (const std::string method :
       {"http://www.w3.org/2000/09/xmldsig#sha1", "http://www.w3.org/2001/04/xmlenc#sha256",
        "urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34112012-512"}) {
    EXPECT_EQ(CodeOf(Message(Sign({.digest_method = method}, kTransformed))), kCode) << method;
  }
  EXPECT_EQ(CodeOf(Message(
                Sign({.canonical_method = "http://www.w3.org/2001/10/xml-exc-c14n#WithComments"},
                     kTransformed))),
            kCode);
  EXPECT_EQ(
      CodeOf(Message(Sign({.method_parameter = "<ds:HMACOutputLength>1</ds:HMACOutputLength>"},
                          kTransformed))),
      kCode);
}

TEST(SignatureAttack, AlgorithmMustBeThatOfTheKey) {
  const Recipe recipe{
      .signature_method = std::string(SignatureUri(crypto::GostAlgorithm::kGost2012_512)),
      .digest_method = std::string(DigestUri(crypto::GostAlgorithm::kGost2012_512))};
  EXPECT_EQ(CodeOf(Message(Sign(recipe, kTransformed))), "signature.algorithm_refused");
}

TEST(SignatureAttack, TransformsOutsideTheListAreRefused) {
  constexpr auto kCode = "signature.transform_refused";
  const std::string c14n(kExclusiveC14n);
  const std::string smev(kSmevTransform);
  const std::string enveloped(kEnveloped);
  for (const std::vector<std::string>& transforms :
       {std::vector<std::string>{"http://www.w3.org/TR/1999/REC-xpath-19991116"},
        {"http://www.w3.org/TR/1999/REC-xslt-19991116"},
        {c14n, smev, "http://www.w3.org/2002/06/xmldsig-filter2"},
        {smev, c14n},
        {c14n, c14n},
        {smev, smev},
        {c14n, enveloped},
        {c14n, std::string(kInclusiveC14n)},
        {"http://www.w3.org/2001/10/xml-exc-c14n#WithComments"},
        {"http://www.w3.org/2000/09/xmldsig#base64"},
        std::vector<std::string>(2000, c14n)}) {
    EXPECT_EQ(CodeOf(Message(Sign({.transforms = transforms}, kTransformed))), kCode)
        << transforms[0];
  }
  EXPECT_EQ(
      CodeOf(Message(Sign({.transform_parameter = "<ds:XPath>self::x</ds:XPath>"}, kTransformed))),
      kCode);
}

TEST(SignatureAttack, ReferencesElsewhereAreRefused) {
  for (const std::string uri :
       {"http://127.0.0.1/x", "file:///etc/passwd", "#", "ID1", "other.xml#ID1"}) {
    EXPECT_EQ(CodeOf(Message(Sign({.uri = uri}, kTransformed))), "signature.malformed") << uri;
  }
  for (const std::string uri : {"#xpointer(/)", "#xpointer(id('ID1'))", "#ID1 ", "#id1"}) {
    EXPECT_EQ(CodeOf(Message(Sign({.uri = uri}, kTransformed))), "signature.target_missing") << uri;
  }
}

TEST(SignatureAttack, SeveralOrNoReferencesAreRefused) {
  const auto second = fmt::format(
      R"(<ds:Reference URI="#ID1"><ds:Transforms></ds:Transforms><ds:DigestMethod Algorithm="{}"></ds:DigestMethod><ds:DigestValue>AA==</ds:DigestValue></ds:Reference>)",
      DigestUri(crypto::GostAlgorithm::kGost2012_256));
  EXPECT_EQ(CodeOf(Message(Sign({.second_reference = second}, kTransformed))),
            "signature.malformed");
  auto without = Message(Sign({}, kTransformed));
  const auto from = without.find("<ds:Reference");
  without.erase(from, without.find("</ds:SignedInfo>") - from);
  EXPECT_EQ(CodeOf(without), "signature.malformed");
}

TEST(SignatureAttack, ObjectsInsideAreRefused) {
  EXPECT_EQ(CodeOf(Message(Sign({.after_key_info = "<ds:Object><x/></ds:Object>"}, kTransformed))),
            "signature.malformed");
}

TEST(SignatureAttack, BrokenValuesAreRefused) {
  const auto right = Message(Sign({}, kTransformed));
  const auto with = [&](std::string_view name, std::string_view content) {
    auto message = right;
    const auto open = fmt::format("<ds:{}>", name);
    const auto from = message.find(open) + open.size();
    return message.replace(from, message.find("</ds:" + std::string(name)) - from, content);
  };
  const auto zeros = text::Base64Encode(std::string(64, '\0'));
  EXPECT_EQ(CodeOf(with("SignatureValue", "")), "signature.malformed");
  EXPECT_EQ(CodeOf(with("SignatureValue", "@@@")), "signature.malformed");
  EXPECT_EQ(CodeOf(with("SignatureValue", zeros)), "signature.value_wrong");
  EXPECT_EQ(CodeOf(with("SignatureValue", "AAAA")), "signature.value_wrong");
  EXPECT_EQ(CodeOf(with("DigestValue", "")), "signature.malformed");
  EXPECT_EQ(CodeOf(with("DigestValue", "AAAA")), "signature.digest_differs");
  EXPECT_EQ(CodeOf(with("X509Certificate", "AAAA")), "certificate.malformed");
  EXPECT_EQ(CodeOf(with("X509Certificate", "")), "signature.malformed");
  EXPECT_EQ(CodeOf(with("X509Data", "<ds:X509SubjectName>CN=x</ds:X509SubjectName>")),
            "signature.malformed");
  EXPECT_EQ(CodeOf(with("X509Certificate", text::Base64Encode(MakeSigner()->certificate().der()))),
            "signature.value_wrong")
      << "another's certificate";
  EXPECT_EQ(VerifySignature(Element()).code, "signature.malformed");
}

// libxml2 does not escape namespace URIs when it canonicalizes: an attribute could be hidden in
// one. A quote is refused by the parser, which wants a URI; our own canonical form escapes the
// rest.
TEST(SignatureAttack, AttributesHiddenInANamespaceAreSeen) {
  const Recipe recipe{.transforms = {std::string(kExclusiveC14n)}};
  const std::string honest = R"(<m:Msg xmlns:m="urn:m" Id="ID1" sum="5">x</m:Msg>)";
  EXPECT_EQ(CodeOf(Message(Sign(recipe, honest), honest)), "signature.valid");
  const std::string forged = R"(<m:Msg xmlns:m='urn:m" Id="ID1" sum="5' Id="ID1">x</m:Msg>)";
  EXPECT_EQ(CodeOf(Message(Sign(recipe, honest), forged)), "xml.malformed");
  const std::string raw = R"(<m:Msg xmlns:m="urn:m?a&b" Id="ID1">x</m:Msg>)";
  const std::string escaped = R"(<m:Msg xmlns:m="urn:m?a&amp;b" Id="ID1">x</m:Msg>)";
  EXPECT_EQ(CodeOf(Message(Sign(recipe, raw), escaped)), "signature.digest_differs");
  EXPECT_EQ(CodeOf(Message(Sign(recipe, escaped), escaped)), "signature.valid");
}

TEST(SignatureAttack, ContentThatCanNotBeTransformedIsRefused) {
  EXPECT_EQ(CodeOf(Message(Sign({}, kTransformed), R"(<Msg Id="ID1">x</Msg>)")),
            "signature.transform_refused");
}

TEST(SignatureAttack, DoctypeNeverReachesTheVerifier) {
  EXPECT_EQ(
      CodeOf("<!DOCTYPE x [<!ATTLIST m:Msg Id CDATA 'ID1'>]>" + Message(Sign({}, kTransformed))),
      "xml.dtd");
}

}  // namespace
}  // namespace okno::xml
