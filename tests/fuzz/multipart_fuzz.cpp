// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "exchange/smev3/multipart.h"
#include "exchange/smev3/source.h"
#include "require.h"

using namespace okno::exchange::smev3;

// A body as it comes over HTTP: the first line is the Content-Type, the rest is the body.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto line = input.find('\n');
  if (line == std::string_view::npos) return 0;
  auto package = ReadPackage(input.substr(0, line), input.substr(line + 1));
  if (!package) return 0;
  (void)ReadEnvelope(*package);
  const auto wire = WritePackage(*package, Form::kAlwaysMultipart);
  auto again = ReadPackage(wire.content_type, wire.body);
  Require(again.ok(), "what was written can be read");
  Require(again->envelope == package->envelope, "the envelope survives");
  Require(again->parts.size() == package->parts.size(), "the parts survive");
  for (const auto& part : package->parts) {
    if (part.content_id.empty()) continue;  // nothing can refer to it
    const auto* same = again->Find(part.content_id);
    Require(same && same->bytes == part.bytes, "the bytes of a part survive");
  }
  return 0;
}
