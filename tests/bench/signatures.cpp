// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <stdexcept>

#include "crypto/gost.h"
#include "stopwatch.h"
#include "suites.h"
#include "time/time.h"
#include "xml/document.h"
#include "xml/signature.h"
#include "xml/smev_transform.h"

namespace okno::bench {
namespace {

constexpr char kSmev[] = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/1.2";
constexpr auto kAlgorithm = crypto::GostAlgorithm::kGost2012_256;
constexpr std::size_t kSignedInfo = 700;  // bytes: what the signature itself is made over

std::shared_ptr<const crypto::Signer> MakeSigner() {
  crypto::LoadGost();
  const Instant now = SystemClock().Now();
  const auto root = crypto::MakeRoot({.common_name = "bench",
                                      .not_before = now - std::chrono::hours(1),
                                      .not_after = now + std::chrono::hours(24)});
  return crypto::LoadPemSigner(root.key_pem, root.certificate_pem).value();
}

// A request whose signed part is about `size` bytes: rows of a form, as an application has them.
std::string Unsigned(std::size_t size) {
  std::string rows;
  for (int i = 0; rows.size() < size; ++i)
    rows += fmt::format(
        "<f:Field code=\"field_{}\">Приреченская обл., г. Заозёрск, д. {}</f:Field>", i, i);
  return fmt::format(
      "<m:SendRequestRequest xmlns:m=\"{}\"><m:SenderProvidedRequestData Id=\"body\">"
      "<f:Application xmlns:f=\"urn://bench/application\">{}</f:Application>"
      "</m:SenderProvidedRequestData><m:CallerInformationSystemSignature/></m:SendRequestRequest>",
      kSmev, rows);
}

std::string Sign(const std::string& text, const crypto::Signer& signer) {
  auto document = xml::Document::Parse(text).value();
  const auto root = document.root();
  const auto signed_ = xml::SignById(root.child("SenderProvidedRequestData"), "body",
                                     root.child("CallerInformationSystemSignature"), signer);
  if (!signed_) throw std::runtime_error("bench: " + signed_.refusal().code);
  return document.Serialize();
}

// What the digest is made over, in the end.
std::string SignedBytes(const std::string& text) {
  auto document = xml::Document::Parse(text).value();
  return xml::SmevTransform(document.root().child("SenderProvidedRequestData")).value();
}

void Verify(const std::string& text) {
  auto document = xml::Document::Parse(text).value();
  const auto verdict = xml::VerifySignature(
      document.root().child("CallerInformationSystemSignature").child("Signature"));
  if (!verdict.valid) throw std::runtime_error("bench: " + verdict.code);
}

struct Rates {
  std::vector<double> ours, floor, ratio;  // CPU seconds a message
  void Add(double our_seconds, double floor_seconds, int count) {
    ours.push_back(our_seconds / count);
    floor.push_back(floor_seconds / count);
    ratio.push_back(our_seconds / floor_seconds);
  }
};

void Report(Table& table, const std::string& what, const Rates& rates) {
  table.Add({.what = what,
             .figure = fmt::format("{:.0f} a CPU second", 1 / Median(rates.ours)),
             .floor = fmt::format("{:.0f} bare", 1 / Median(rates.floor)),
             .ratio = fmt::format("{:.2f}× the cost", Median(rates.ratio)),
             .promise = "at most 1.5×"});
}

void Measure(const Sizes& sizes, Table& table, const crypto::Signer& signer, std::size_t size,
             int count) {
  const auto text = Unsigned(size);
  const auto signed_text = Sign(text, signer);
  const std::string body = SignedBytes(text), info(kSignedInfo, 'x');
  const auto digest = crypto::GostDigest(kAlgorithm, info);
  const auto value = signer.SignDigest(digest);
  Rates signing, verifying;
  for (int i = 0; i < sizes.signature_repetitions; ++i) {
    const auto bare_sign = CpuOf(count, [&](int) {
      crypto::GostDigest(kAlgorithm, body);
      signer.SignDigest(crypto::GostDigest(kAlgorithm, info));
    });
    signing.Add(CpuOf(count, [&](int) { Sign(text, signer); }), bare_sign, count);
    const auto bare_check = CpuOf(count, [&](int) {
      crypto::GostDigest(kAlgorithm, body);
      if (!signer.certificate().Verify(crypto::GostDigest(kAlgorithm, info), value))
        throw std::runtime_error("bench: the bare signature is wrong");
    });
    verifying.Add(CpuOf(count, [&](int) { Verify(signed_text); }), bare_check, count);
  }
  const auto kilobytes = size / 1024;
  Report(table, fmt::format("message of {} KB: read, signed, written", kilobytes), signing);
  Report(table, fmt::format("message of {} KB: read and verified", kilobytes), verifying);
}

}  // namespace

void MeasureSignatures(const Sizes& sizes, Table& table) {
  const auto signer = MakeSigner();
  Measure(sizes, table, *signer, 5 * 1024, sizes.signatures);
  Measure(sizes, table, *signer, 100 * 1024, std::max(1, sizes.signatures / 4));
}

}  // namespace okno::bench
