// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "canonical.h"
#include "ids.h"
#include "signature_profile.h"
#include "text/strings.h"
#include "xml/signature.h"
#include "xml/smev_transform.h"

namespace okno::xml {
namespace {

Element AddDsig(Element parent, std::string_view name, std::string_view text = {}) {
  return parent.Add(kDsig, "ds", name, text);
}

void AddMethod(Element parent, std::string_view name, std::string_view uri) {
  AddDsig(parent, name).SetAttribute("Algorithm", uri);
}

bool IsInside(Element element, Element outer) {
  for (; element; element = element.parent()) {
    if (element == outer) return true;
  }
  return false;
}

void Remove(Element element) {
  xmlUnlinkNode(element.native());
  xmlFreeNode(element.native());
}

std::string IdOf(Element target, std::string_view wanted) {
  if (auto present = target.attribute("Id")) return *present;
  target.SetAttribute("Id", wanted);
  return std::string(wanted);
}

Element AddSignedInfo(Element signature, std::string_view id, crypto::GostAlgorithm algorithm,
                      std::string_view digest) {
  auto signed_info = AddDsig(signature, "SignedInfo");
  AddMethod(signed_info, "CanonicalizationMethod", kExclusiveC14n);
  AddMethod(signed_info, "SignatureMethod", SignatureUri(algorithm));
  auto reference = AddDsig(signed_info, "Reference");
  reference.SetAttribute("URI", "#" + std::string(id));
  auto transforms = AddDsig(reference, "Transforms");
  AddMethod(transforms, "Transform", kExclusiveC14n);
  AddMethod(transforms, "Transform", kSmevTransform);
  AddMethod(reference, "DigestMethod", DigestUri(algorithm));
  AddDsig(reference, "DigestValue", text::Base64Encode(digest));
  return signed_info;
}

void AddCertificate(Element signature, const crypto::Certificate& certificate) {
  auto data = AddDsig(AddDsig(signature, "KeyInfo"), "X509Data");
  AddDsig(data, "X509Certificate", text::Base64Encode(certificate.der()));
}

}  // namespace

Outcome SignById(Element target, std::string_view id, Element holder,
                 const crypto::Signer& signer) {
  if (IsInside(holder, target))
    throw std::invalid_argument("SignById: a detached signature can not be inside its target");
  const auto algorithm = signer.algorithm();
  const auto target_id = IdOf(target, id);
  if (FindById(target, target_id).count != 1) return Refusal::Invalid("signature.duplicate_id");
  const auto content = SmevTransform(target);
  if (!content) return content.refusal();

  auto signature = AddDsig(holder, "Signature");
  const auto signed_info =
      AddSignedInfo(signature, target_id, algorithm, crypto::GostDigest(algorithm, *content));
  const auto octets = Canonicalize(Canonical::kExclusive, signed_info);
  if (!octets) {
    Remove(signature);
    return Refusal::Invalid(
        "signature.malformed");  // a relative namespace URI somewhere in the document
  }
  const auto value = signer.SignDigest(crypto::GostDigest(algorithm, *octets));
  AddDsig(signature, "SignatureValue", text::Base64Encode(value));
  AddCertificate(signature, signer.certificate());
  return Done();
}

}  // namespace okno::xml
