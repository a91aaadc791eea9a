// SPDX-License-Identifier: Apache-2.0
#include "gost_engine.h"

namespace okno::crypto {
namespace {

// The engine (3.0.1) steps once too often over an empty message of GOST R 34.11-94. This is the
// right digest, with the parameters of CryptoPro.
constexpr unsigned char kEmpty94[] = {
    0x98, 0x1e, 0x5f, 0x3c, 0xa3, 0x0c, 0x84, 0x14, 0x87, 0x83, 0x0f, 0x84, 0xfb, 0x43, 0x3e, 0x13,
    0xac, 0x11, 0x01, 0x56, 0x9b, 0x9c, 0x13, 0x58, 0x4a, 0xc4, 0x83, 0x23, 0x4c, 0xd6, 0x56, 0xc0};

}  // namespace

std::string GostDigest(GostAlgorithm algorithm, std::string_view bytes) {
  GostDigestStream stream(algorithm);
  stream.Update(bytes);
  return stream.Finish();
}

struct GostDigestStream::State {
  GostAlgorithm algorithm;
  DigestContextPtr context;
  bool empty = true;
};

GostDigestStream::GostDigestStream(GostAlgorithm algorithm)
    : state_(new State{algorithm, StartGostDigest(algorithm)}) {}

GostDigestStream::~GostDigestStream() = default;

void GostDigestStream::Update(std::string_view bytes) {
  if (bytes.empty()) return;
  state_->empty = false;
  Check(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1, "GOST digest");
}

std::string GostDigestStream::Finish() {
  if (state_->empty && state_->algorithm == GostAlgorithm::kGost2001) {
    return {reinterpret_cast<const char*>(kEmpty94), sizeof(kEmpty94)};
  }
  std::string digest(GostDigestSize(state_->algorithm), '\0');
  Check(EVP_DigestFinal_ex(state_->context.get(), Bytes(digest), nullptr) == 1, "GOST digest");
  return digest;
}

}  // namespace okno::crypto
