// SPDX-License-Identifier: Apache-2.0
// What a signed message of СМЭВ 3 costs beside its bare cryptography, by the CPU clock of the
// thread. Prints JSON. "bare" is the digest of the transformed bytes, the digest of SignedInfo and
// one signature or verification of it. "sign" and "verify" work on a message in memory, as it
// stands between building and writing or between reading and use; "whole_…" read and write its
// bytes too.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "base/memory.h"
#include "crypto/gost.h"
#include "xml/document.h"
#include "xml/signature.h"
#include "xml/smev_transform.h"

namespace okno::xml {
namespace {

double CpuSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Microseconds of CPU an operation takes: the best of five runs of a tenth of a second or so.
double Microseconds(const std::function<void()>& operation) {
  operation();
  const double once = CpuSeconds();
  operation();
  const int times = std::clamp(static_cast<int>(0.1 / (CpuSeconds() - once)), 3, 20'000);
  double best = 1e9;
  for (int run = 0; run < 5; ++run) {
    const double start = CpuSeconds();
    for (int i = 0; i < times; ++i) operation();
    best = std::min(best, (CpuSeconds() - start) / times);
  }
  return best * 1e6;
}

// A request of about that many bytes with content as forms have it: short values, nested.
std::string Message(std::size_t bytes) {
  std::string content;
  for (int i = 0; content.size() < bytes; ++i) {
    content += fmt::format(
        "<q:Person Number=\"{}\"><q:FamilyName>Константинопольская</q:FamilyName><q:FirstName>Анна"
        "</q:FirstName><q:BirthDate>1990-05-{:02}</q:BirthDate><q:Note>улица Ленина, дом {} &amp; "
        "корпус</q:Note></q:Person>",
        i, i % 28 + 1, i);
  }
  return R"(<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header/><soap:Body><typ:SendRequestRequest xmlns:typ="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/1.2"><typ:SenderProvidedRequestData Id="SIGNED_BY_CALLER"><typ:MessageID>39f52a38-9a54-11ea-b23a-3316e2108089</typ:MessageID><bas:MessagePrimaryContent xmlns:bas="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic/1.2"><q:Query xmlns:q="urn://okno/bench/1.0">)" +
         content +
         "</q:Query></bas:MessagePrimaryContent></typ:SenderProvidedRequestData>"
         "<typ:CallerInformationSystemSignature></typ:CallerInformationSystemSignature>"
         "</typ:SendRequestRequest></soap:Body></soap:Envelope>";
}

Element WrapperOf(const Document& document) {
  return document.root().child("Body").child("SendRequestRequest");
}

std::string Sign(const std::string& message, const crypto::Signer& signer) {
  const auto document = *Document::Parse(message);
  const auto wrapper = WrapperOf(document);
  if (!SignById(wrapper.child("SenderProvidedRequestData"), "SIGNED_BY_CALLER",
                wrapper.child("CallerInformationSystemSignature"), signer))
    throw std::runtime_error("not signed");
  return document.Serialize();
}

void Verify(const std::string& message) {
  const auto document = *Document::Parse(message);
  const auto holder = WrapperOf(document).child("CallerInformationSystemSignature");
  if (!VerifySignature(holder.child("Signature")).valid) throw std::runtime_error("not valid");
}

std::string Measure(crypto::GostAlgorithm algorithm, const char* name, std::size_t bytes) {
  const auto pair = crypto::MakeRoot({.algorithm = algorithm,
                                      .common_name = "Bench",
                                      .not_before = SystemClock().Now(),
                                      .not_after = SystemClock().Now() + std::chrono::days(1)});
  const auto signer = *crypto::LoadPemSigner(pair.key_pem, pair.certificate_pem);
  const auto message = Message(bytes);
  const auto signed_message = Sign(message, *signer);
  const auto document = *Document::Parse(signed_message);
  const auto target = WrapperOf(document).child("SenderProvidedRequestData");
  const auto octets = *SmevTransform(target);
  const auto info = ExclusiveC14n(FindSignatures(document).at(0).child("SignedInfo"));
  const auto value = signer->SignDigest(crypto::GostDigest(algorithm, info));
  const double bare_sign = Microseconds([&] {
    crypto::GostDigest(algorithm, octets);
    signer->SignDigest(crypto::GostDigest(algorithm, info));
  });
  const double bare_verify = Microseconds([&] {
    crypto::GostDigest(algorithm, octets);
    signer->certificate().Verify(crypto::GostDigest(algorithm, info), value);
  });
  const auto holder = WrapperOf(document).child("CallerInformationSystemSignature");
  const double sign = Microseconds([&] {
    static_cast<void>(WriteSignature(target, "SIGNED_BY_CALLER", Placing::kDetached, *signer));
  });
  const double verify = Microseconds([&] { VerifySignature(holder.child("Signature")); });
  const double whole_sign = Microseconds([&] { Sign(message, *signer); });
  const double whole_verify = Microseconds([&] { Verify(signed_message); });
  const double parse = Microseconds([&] { static_cast<void>(Document::Parse(signed_message)); });
  const double transform = Microseconds([&] { static_cast<void>(SmevTransform(target)); });
  const auto ratio = [](double all, double bare) { return fmt::format("{:.2f}", all / bare); };
  return fmt::format(
      R"({{"algorithm":"{}","bytes":{},"bare_sign_us":{:.1f},"sign_us":{:.1f},"sign_ratio":{},)"
      R"("bare_verify_us":{:.1f},"verify_us":{:.1f},"verify_ratio":{},"whole_sign_us":{:.1f},)"
      R"("whole_verify_us":{:.1f},"parse_us":{:.1f},"transform_us":{:.1f}}})",
      name, message.size(), bare_sign, sign, ratio(sign, bare_sign), bare_verify, verify,
      ratio(verify, bare_verify), whole_sign, whole_verify, parse, transform);
}

}  // namespace
}  // namespace okno::xml

int main() {
  using namespace okno;
  TuneMemory();
  crypto::LoadGost();
  std::string rows;
  for (const std::size_t bytes : {5'000, 100'000}) {
    for (const auto& [algorithm, name] :
         {std::pair{crypto::GostAlgorithm::kGost2012_256, "gost2012-256"},
          std::pair{crypto::GostAlgorithm::kGost2012_512, "gost2012-512"}}) {
      rows += (rows.empty() ? "" : ",\n ") + xml::Measure(algorithm, name, bytes);
    }
  }
  fmt::print("[{}]\n", rows);
}
