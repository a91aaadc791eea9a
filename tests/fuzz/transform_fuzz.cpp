// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "crypto/gost.h"
#include "require.h"
#include "xml/document.h"
#include "xml/signature.h"
#include "xml/smev_transform.h"

using namespace okno::xml;

// The transform from the tree against the transform from the canonical octets, and the verification
// of whatever stands for a signature.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const bool loaded = (okno::crypto::LoadGost(), true);
  Require(loaded, "the engine is there");
  auto document = Document::Parse({reinterpret_cast<const char*>(data), size});
  if (!document) return 0;
  for (const auto& signature : FindSignatures(*document)) {
    const auto verdict = VerifySignature(signature);
    Require(verdict.valid == (verdict.code == "signature.valid"), "a verdict agrees with its code");
  }
  std::string canonical;
  try {
    canonical = ExclusiveC14n(document->root());
  } catch (const std::exception&) {
    return 0;  // a namespace URI without a canonical form
  }
  const auto from_tree = SmevTransform(document->root());
  const auto from_bytes = SmevTransformBytes(canonical);
  Require(from_tree.ok() == from_bytes.ok(), "both front ends refuse alike");
  if (from_tree.ok()) Require(*from_tree == *from_bytes, "both front ends agree");
  return 0;
}
